import type { Candidate } from '../domain/candidate.ts'
import type { Moment } from '../domain/moment.ts'
import { baseOf, type FindContext, type Narrowing } from './find.ts'
import { all, not, type Predicate } from './predicate.ts'
import { byTwoOrMore, isNietPassend, scorecardOf } from './scorecard.ts'

/** How often one rule excludes: in all, and alone. */
export interface RuleCount {
  readonly bar: string
  readonly criterion: string
  readonly label: string
  readonly inAll: number
  readonly alone: number
  /** What may be moved; null for a medical limit, which is never a lever. */
  readonly lever: string | null
}

export interface WhyNot {
  readonly searched: number
  readonly nietPassend: number
  /** nietPassend = sum of `alone` + twoOrMore, always. */
  readonly twoOrMore: number
  /** Excluded by exactly one rule that may be moved. */
  readonly nearMisses: number
  readonly rules: readonly RuleCount[]
  readonly generation: number
  readonly degraded: boolean
  readonly scorecard: string
}

/** Why vacancies are not passend: per rule in total and alone, counted by the engine (`engines.md` 2). */
export async function whyNot(context: FindContext, c: Candidate, at: Moment, state: Narrowing, signal?: AbortSignal): Promise<WhyNot> {
  const card = scorecardOf(c, at)
  const one = not(byTwoOrMore(card))
  const buckets: Record<string, Predicate> = { niet: isNietPassend(card) }
  for (const bar of card.bars) {
    buckets[`in:${bar.id}`] = bar.conflict
    buckets[`alone:${bar.id}`] = all(bar.conflict, one)
  }
  const counts = await context.engine.count(baseOf(card, context.tenant, state), buckets, [], signal)
  const n = (key: string): number => counts.buckets[key] ?? 0
  const rules = card.parts.flatMap(part =>
    part.bars.map((bar): RuleCount => ({
      bar: bar.id,
      criterion: part.criterion.id,
      label: part.criterion.label,
      inAll: n(`in:${bar.id}`),
      alone: n(`alone:${bar.id}`),
      lever: bar.lever
    }))
  )
  // A vacancy that one rule excludes is counted by that rule alone, so the rest needs no question of its own.
  const alone = (of: readonly RuleCount[]): number => of.reduce((sum, r) => sum + r.alone, 0)
  return {
    searched: counts.total,
    nietPassend: n('niet'),
    twoOrMore: n('niet') - alone(rules),
    nearMisses: alone(rules.filter(r => r.lever !== null)),
    rules: rules.filter(r => r.inAll > 0).sort((a, b) => b.alone - a.alone || b.inAll - a.inAll || (a.bar < b.bar ? -1 : 1)),
    generation: counts.generation,
    degraded: counts.degraded === true,
    scorecard: card.version
  }
}
