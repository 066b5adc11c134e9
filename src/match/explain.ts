import type { Candidate } from '../domain/candidate.ts'
import type { BarReason, Reason } from '../domain/reason.ts'
import type { Outcome, Verdict } from '../domain/verdict.ts'
import type { Vacancy } from '../domain/vacancy.ts'
import { plain, pointsOf, type Bar, type Criterion, type Stand } from './criterion.ts'
import { evaluate } from './predicate.ts'
import { scorecardOf, type Part, type Scorecard } from './scorecard.ts'

/** One vacancy against one candidate, from the same criteria that made the query. */
export interface Explained {
  readonly verdict: Verdict
  /** Null when the profile is empty: no profile, no score. */
  readonly points: number | null
  readonly max: number
  readonly reasons: readonly Reason[]
  /** One per open bar, no doubles. */
  readonly questions: readonly string[]
  readonly scorecard: string
}

/** How a vacancy stands to a bar. A bar never conflicts and fits at once; a test generates cases for it. */
export function standOf(bar: Bar, v: Vacancy): Stand {
  return { bar, state: evaluate(bar.conflict, v.prepared) ? 'conflict' : evaluate(bar.fits, v.prepared) ? 'fits' : 'open' }
}

function outcomeOf(stand: Stand, weigh: boolean): Outcome {
  if (stand.state === 'conflict') return 'overschrijding'
  return stand.state === 'fits' ? 'past' : weigh ? 'signaal' : 'onbekend'
}

function barReason(criterion: Criterion, bar: Bar, c: Candidate, v: Vacancy, card: Scorecard): BarReason {
  const stand = standOf(bar, v)
  const { weigh = false, ...why } = criterion.explain?.(stand, c, v, card.at) ?? plain(criterion.id)
  const outcome = outcomeOf(stand, weigh)
  return { bar: bar.id, outcome, ...why, question: outcome === 'past' || outcome === 'overschrijding' ? null : bar.question }
}

/** The grade that earns, per group: the first that holds. */
const earned = (part: Part, v: Vacancy): Reason['grades'] =>
  part.groups.flatMap(group => group.find(g => evaluate(g.when, v.prepared)) ?? []).map(({ key, points }) => ({ key, points }))

export function verdictOf(states: ReadonlyArray<Stand['state']>): Verdict {
  if (states.includes('conflict')) return 'niet-passend'
  return states.every(s => s === 'fits') ? 'passend' : 'te-verifieren'
}

/** The verdict alone, in process. */
export const judgeVacancy = (card: Scorecard, v: Vacancy): Verdict => verdictOf(card.bars.map(b => standOf(b, v).state))

/** The points alone, in process: the same sum the engine gives. */
export const scoreVacancy = (card: Scorecard, v: Vacancy): number => pointsOf(card.groups, v.prepared)

/** Explains one vacancy for a candidate: per criterion outcome, limit, load, margin, norm, source, points and question. */
export function explain(c: Candidate, v: Vacancy, card: Scorecard): Explained {
  const reasons = card.parts.map((part): Reason => {
    const grades = earned(part, v)
    return {
      criterion: part.criterion.id,
      label: part.criterion.label,
      points: grades.reduce((sum, g) => sum + g.points, 0),
      max: part.max,
      grades: [...grades],
      bars: part.bars.map(bar => barReason(part.criterion, bar, c, v, card))
    }
  })
  const bars = reasons.flatMap(r => r.bars)
  return {
    verdict: judgeVacancy(card, v),
    points: card.empty ? null : reasons.reduce((sum, r) => sum + r.points, 0),
    max: card.max,
    reasons,
    questions: [...new Set(bars.flatMap(b => b.question ?? []))],
    scorecard: card.version
  }
}

/** The scorecard and the explanation in one go. */
export const explainFor = (c: Candidate, v: Vacancy, at: Scorecard['at']): Explained => explain(c, v, scorecardOf(c, at))
