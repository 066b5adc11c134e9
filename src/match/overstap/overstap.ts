import type { Candidate } from '../../domain/candidate.ts'
import type { Moment } from '../../domain/moment.ts'
import { capacityOf } from '../../reference/fml/capacity.ts'
import type { Edge } from '../../reference/graph/edges.ts'
import { nodeOf, type WorkNode } from '../../reference/graph/nodes.ts'
import { pathsFrom } from '../../reference/graph/paths.ts'
import { baseOf, type FindContext } from '../find.ts'
import { all, some, type Predicate } from '../predicate.ts'
import { isNietPassend, isPassend, scorecardOf, type Scorecard } from '../scorecard.ts'
import { expectationOf, expectLimits, type Expectation, type ExpectedLimit } from './expected.ts'
import { heldPapers } from './held.ts'
import { startOf, type Start } from './start.ts'
import { targetPredicate } from './target.ts'

/** What is asked: other work to start from (a title or an ISCO code), steps at most, targets at most. */
export interface OverstapAsk {
  readonly from?: string | undefined
  readonly steps: number
  readonly size: number
}

export interface Step extends Omit<Edge, 'from' | 'to'> {
  readonly from: { readonly key: string; readonly title: string }
  readonly to: { readonly key: string; readonly title: string }
  /** Papers in `missing` that the candidate already has. */
  readonly held: readonly string[]
}

/** Other work a person may move to: the way there, what we expect of it, and what is open now. */
export interface Target {
  readonly node: WorkNode
  readonly steps: readonly Step[]
  readonly months: number
  readonly cost: number
  readonly expectation: Expectation
  readonly limits: readonly ExpectedLimit[]
  readonly counts: { readonly searched: number; readonly passend: number; readonly teVerifieren: number; readonly nietPassend: number }
}

export interface Overstap {
  readonly state: 'ok' | 'geen-beroep' | 'beroep-onbekend' | 'geen-paden'
  readonly starts: readonly Start[]
  readonly targets: readonly Target[]
  /** Work that we expect to exceed a limit: shown with its reason, never silently left out. */
  readonly apart: readonly Target[]
  /** How many there are in all, shown or not. */
  readonly found: { readonly targets: number; readonly apart: number }
  readonly generation: number
  readonly degraded: boolean
  readonly scorecard: Scorecard
}

type Uncounted = Omit<Target, 'counts'>
const titleOf = (key: string): Step['from'] => ({ key, title: nodeOf(key)?.title ?? key })

/** Other work against the limits, each once: it is asked as a step and as a target. */
function judgeOf(c: Candidate, at: Moment): (node: WorkNode) => readonly ExpectedLimit[] {
  const { limitations } = capacityOf(c.documents, at.day)
  const known = new Map<string, readonly ExpectedLimit[]>()
  return node => {
    const limits = known.get(node.key) ?? expectLimits(node, limitations, at.day)
    known.set(node.key, limits)
    return limits
  }
}

/** The targets within reach; work that surely exceeds a limit is no step on the way to other work. */
function targetsOf(c: Candidate, at: Moment, starts: readonly Start[], maxSteps: number): readonly Uncounted[] {
  const limitsOf = judgeOf(c, at)
  const passable = (key: string): boolean => {
    const node = nodeOf(key)
    return node !== undefined && expectationOf(limitsOf(node)) !== 'conflict-verwacht'
  }
  const keys = starts.map(s => s.key)
  return pathsFrom(keys, maxSteps, passable).flatMap((path): Uncounted[] => {
    const node = nodeOf(path.keys.at(-1) as string)
    if (node === undefined) return []
    const limits = limitsOf(node)
    const steps = path.steps.map(({ from, to, ...rest }) => ({ ...rest, from: titleOf(from), to: titleOf(to), held: heldPapers(c, rest.missing) }))
    return [{ node, steps, months: path.months, cost: path.cost, expectation: expectationOf(limits), limits }]
  })
}

/** Three numbers for each target in one count, of the candidate's own search narrowed to the work; te verifiëren is the rest. */
function bucketsOf(card: Scorecard, targets: readonly Uncounted[]): Readonly<Record<string, Predicate>> {
  const [fits, not] = [isPassend(card), isNietPassend(card)]
  return Object.fromEntries(
    targets.flatMap(({ node }) => {
      const of = targetPredicate(node)
      return [
        [`s:${node.key}`, of],
        [`p:${node.key}`, all(of, fits)],
        [`n:${node.key}`, all(of, not)]
      ]
    })
  )
}

/**
 * Where somebody may move to from the work he did: paths of the graph, each target against the limits by expectation, and
 * live counts by the same rules as the list of matches. Work that fits by expectation stands first, then the nearest.
 */
export async function overstap(context: FindContext, c: Candidate, at: Moment, ask: OverstapAsk, signal?: AbortSignal): Promise<Overstap> {
  const card = scorecardOf(c, at)
  const { starts, named } = startOf(c, ask.from)
  const reached = targetsOf(c, at, starts, ask.steps)
  const rank = (t: Uncounted): number => (t.expectation === 'past-verwacht' ? 0 : 1)
  const good = reached.filter(t => t.expectation !== 'conflict-verwacht').toSorted((a, b) => rank(a) - rank(b))
  const apart = reached.filter(t => t.expectation === 'conflict-verwacht')
  const shown = [...good.slice(0, ask.size), ...apart.slice(0, ask.size)]
  const base = baseOf(card, context.tenant, { text: '', facets: {} })
  const where = all(base, some(...shown.map(t => targetPredicate(t.node))))
  const counts = await context.engine.count(where, bucketsOf(card, shown), [], signal)
  const counted = (t: Uncounted): Target => {
    const n = (kind: string): number => counts.buckets[`${kind}:${t.node.key}`] ?? 0
    const [searched, passend, nietPassend] = [n('s'), n('p'), n('n')] as const
    return { ...t, counts: { searched, passend, teVerifieren: searched - passend - nietPassend, nietPassend } }
  }
  return {
    state: starts.length === 0 ? (named ? 'beroep-onbekend' : 'geen-beroep') : reached.length === 0 ? 'geen-paden' : 'ok',
    starts,
    targets: good.slice(0, ask.size).map(counted),
    apart: apart.slice(0, ask.size).map(counted),
    found: { targets: good.length, apart: apart.length },
    generation: counts.generation,
    degraded: counts.degraded === true,
    scorecard: card
  }
}
