import type { Counts } from '../../match/engine.ts'
import { all, not, type Predicate } from '../../match/predicate.ts'

type Numbers = Omit<Counts, 'generation'>

/** A question for nearly everything, as what it is part of without what it leaves out. */
export interface Difference {
  readonly whole: Predicate
  readonly without: Predicate
}

/** Conditions whose opposite is a short question: one of many must hold. */
const isChoice = (p: Predicate): boolean => p.op === 'atLeast' && p.n === 1 && p.of.length > 2

/**
 * "Niet passend" = what one of many rules excludes: nine of ten vacancies, and each must be counted in every facet. Without
 * its choice it is the same question for every candidate, which the server remembers; what lies outside it is small. Gives
 * undefined for a question of another form.
 */
export function differenceOf(where: Predicate): Difference | undefined {
  if (where.op !== 'atLeast' || where.n !== where.of.length) return undefined
  const choice = where.of.find(isChoice)
  if (choice === undefined) return undefined
  const rest = where.of.filter(p => p !== choice)
  return { whole: all(...rest), without: all(...rest, not(choice)) }
}

/** Number by number the first less the second; undefined when they cannot be of one state of the index. */
export function lessThan(whole: Numbers, without: Numbers): Numbers | undefined {
  const total = whole.total - without.total
  const facets = Object.fromEntries(
    Object.entries(whole.facets).map(([field, codes]) => [
      field,
      Object.fromEntries(
        Object.entries(codes)
          .map(([code, n]) => [code, n - (without.facets[field]?.[code] ?? 0)] as const)
          .filter(([, n]) => n !== 0)
      )
    ])
  )
  const lost = Object.entries(without.facets).some(([field, codes]) => Object.keys(codes).some(code => whole.facets[field]?.[code] === undefined))
  const negative = total < 0 || Object.values(facets).some(codes => Object.values(codes).some(n => n < 0))
  return lost || negative ? undefined : { total, buckets: {}, facets }
}
