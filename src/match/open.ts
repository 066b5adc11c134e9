import { dayNumber, type Day } from '../domain/moment.ts'
import { all, any, not, range, type Predicate } from './predicate.ts'

/** Searchable on a day: open (or missing from one run), and the closing date, inclusive, has not passed. */
export const openOn = (day: Day): Predicate => all(any('status', ['open', 'missed']), not(range('closes', { lte: dayNumber(day) - 1 })))
