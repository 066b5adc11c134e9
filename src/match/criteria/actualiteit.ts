import { dayNumber } from '../../domain/moment.ts'
import type { Criterion } from '../criterion.ts'
import { range } from '../predicate.ts'

const FRESH = [
  [7, 6],
  [14, 4],
  [30, 2]
] as const

/** New vacancies first: there is more chance in them. Counts from the earliest date ever sent. */
export const actualiteit: Criterion = {
  id: 'actualiteit',
  label: 'Actualiteit',
  order: 70,
  max: () => FRESH[0][1],
  groups: (_c, at) => [FRESH.map(([days, points]) => ({ key: `tot-${days}-dagen`, points, when: range('published', { gte: dayNumber(at.day) - days }) }))]
}
