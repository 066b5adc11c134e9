import type { Candidate } from '../domain/candidate.ts'
import type { Moment } from '../domain/moment.ts'
import { CRITERIA } from './criteria.ts'
import type { Bar, Criterion, Group } from './criterion.ts'
import { all, any, atLeast, not, some, type Predicate } from './predicate.ts'
import { profileGaps } from './profile.ts'
import { rulesVersion } from './rules-version.ts'

/** What one criterion asks for one candidate. */
export interface Part {
  readonly criterion: Criterion
  readonly groups: readonly Group[]
  readonly bars: readonly Bar[]
  readonly max: number
}

/** The criteria, points and table versions of one question (glossary: scorekaart). Holds questions, no person. */
export interface Scorecard {
  readonly version: string
  readonly at: Moment
  readonly parts: readonly Part[]
  readonly bars: readonly Bar[]
  readonly groups: readonly Group[]
  readonly max: number
  /** What the profile lacks; an empty one earns no points and shows none. */
  readonly missing: readonly string[]
  readonly empty: boolean
}

/** A grade no vacancy can reach is no question: `any` of nothing. */
const reachable = (group: Group): Group => group.filter(g => !(g.when.op === 'any' && g.when.of.length === 0))

/** What still holds for an empty profile: the advert is open, and the profile must be filled in first. */
const WITHOUT_PROFILE = new Set(['beschikbaar', 'profiel'])

/** Builds the scorecard of a candidate at a moment. Groups without grades are dropped. */
export function scorecardOf(c: Candidate, at: Moment): Scorecard {
  const gaps = profileGaps(c, at)
  const parts = CRITERIA.map((criterion): Part => ({
    criterion,
    groups: gaps.empty
      ? []
      : criterion
          .groups(c, at)
          .map(reachable)
          .filter(g => g.length > 0),
    bars: gaps.empty && !WITHOUT_PROFILE.has(criterion.id) ? [] : (criterion.bars?.(c, at) ?? []),
    max: gaps.empty ? 0 : criterion.max(c, at)
  }))
  return {
    version: rulesVersion(),
    at,
    parts,
    bars: parts.flatMap(p => p.bars),
    groups: parts.flatMap(p => p.groups),
    max: parts.reduce((sum, p) => sum + p.max, 0),
    missing: gaps.missing,
    empty: gaps.empty
  }
}

export const conflictsOf = (card: Scorecard): readonly Predicate[] => card.bars.map(b => b.conflict)

/** niet passend: some conflict. */
export const isNietPassend = (card: Scorecard): Predicate => some(...conflictsOf(card))

/** passend: no conflict, and every bar fits. */
export const isPassend = (card: Scorecard): Predicate => all(not(isNietPassend(card)), ...card.bars.map(b => b.fits))

/** te verifiëren: the rest. */
export const isTeVerifieren = (card: Scorecard): Predicate => all(not(isNietPassend(card)), not(all(...card.bars.map(b => b.fits))))

/** Two or more rules exclude it. */
export const byTwoOrMore = (card: Scorecard): Predicate => atLeast(2, conflictsOf(card))

/**
 * Exactly one rule excludes it, and that one may be moved (a lever that is no medical limit). So no other rule does, and only
 * the few that may be moved are counted.
 */
export function isNearMiss(card: Scorecard): Predicate {
  const conflicts = (movable: boolean): readonly Predicate[] => card.bars.filter(b => (b.lever !== null) === movable).map(b => b.conflict)
  return all(not(some(...conflicts(false))), some(...conflicts(true)), not(atLeast(2, conflicts(true))))
}

/** Vacancies a tenant may search on a day; the caller adds text and facets. */
export const searchable = (open: Predicate, tenant: string): Predicate => all(open, any('visible_to', ['public', tenant]))
