import { all, atLeast, not, some, type Predicate } from '../../match/predicate.ts'
import { textOf } from './written.ts'

/** A counted list of which one part holds for most: that part, its opposite, and the others. */
export interface Wide {
  readonly most: Predicate
  readonly few: Predicate
  readonly rest: readonly Predicate[]
}

/** "None of these": said by what few vacancies have, so it holds for most. */
const isMost = (p: Predicate): p is Extract<Predicate, { op: 'not' }> => p.op === 'not' && p.of.op === 'atLeast' && p.of.n === 1 && p.of.of.length > 1

/** The opposite of a question that holds for most vacancies: cheaper to count, and the rest is what was asked. */
export function oppositeOf(p: Predicate): Predicate | undefined {
  if (isMost(p)) return p.of
  return p.op === 'atLeast' && p.n === 1 && p.of.some(isMost) ? not(p) : undefined
}

/** The list of "not two or more of these". */
export const fewerThanTwo = (p: Predicate): readonly Predicate[] | undefined =>
  p.op === 'not' && p.of.op === 'atLeast' && p.of.n === 2 && p.of.of.length > 2 ? p.of.of : undefined

/** Takes a list apart when exactly one of its parts holds for most, as "too far away" does. */
export function wideOf(of: readonly Predicate[]): Wide | undefined {
  const [most, ...others] = of.filter(isMost)
  return most === undefined || others.length > 0 ? undefined : { most, few: most.of, rest: of.filter(p => p !== most) }
}

/** Only the part that holds for most holds. */
export const onlyMost = ({ most, rest }: Wide): Predicate => all(most, not(some(...rest)))
/** The part that holds for most does not hold, and of the others at most one: few vacancies need looking at. */
export const amongFew = ({ few, rest }: Wide): Predicate => all(few, not(atLeast(2, rest)))

const partsOf = (p: Predicate): readonly Predicate[] => (p.op === 'atLeast' && p.n === p.of.length ? p.of.flatMap(partsOf) : [p])

/**
 * A question for "at most one of these" as two that exclude each other and together are it, where one of these holds for
 * most: counting both costs half of counting the whole. Any other question is given back alone.
 */
export function sidesOf(where: Predicate): readonly Predicate[] {
  const parts = partsOf(where)
  const atMostOne = parts.find(p => wideOf(fewerThanTwo(p) ?? []) !== undefined)
  const of = atMostOne === undefined ? undefined : fewerThanTwo(atMostOne)
  const wide = of === undefined ? undefined : wideOf(of)
  if (of === undefined || wide === undefined) return [where]
  // "At least one of these" beside it: the part that holds for most is one.
  const one = textOf(some(...of))
  const others = parts.filter(p => p !== atMostOne && textOf(p) !== one)
  const also = parts.some(p => textOf(p) === one) ? [some(...wide.rest)] : []
  return [all(...others, onlyMost(wide)), all(...others, ...also, amongFew(wide))]
}
