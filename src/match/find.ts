import { z } from 'zod'
import type { Candidate } from '../domain/candidate.ts'
import type { Moment } from '../domain/moment.ts'
import type { Tenant } from '../domain/tenant.ts'
import type { Vacancy } from '../domain/vacancy.ts'
import type { CursorSeal } from './cursor.ts'
import type { Engine, Query } from './engine.ts'
import { explain, type Explained } from './explain.ts'
import type { SetField } from './fields.ts'
import { openOn } from './open.ts'
import { TargetKeySchema, targetOf } from './overstap/target.ts'
import { all, any, type Predicate } from './predicate.ts'
import { isNearMiss, isNietPassend, isPassend, isTeVerifieren, scorecardOf, searchable, type Scorecard } from './scorecard.ts'
import { textQuery, type Widened } from './text-query.ts'

/** Fields a jobhunter may narrow a list by. */
export const FACETS = ['sector', 'remote', 'edu', 'contract', 'employer_kind', 'source'] as const satisfies readonly SetField[]
export type Facet = (typeof FACETS)[number]

export const GroupNameSchema = z.enum(['passend', 'te-verifieren', 'niet-passend', 'net-niet'])
export type GroupName = z.infer<typeof GroupNameSchema>

/** The search state of a list; it travels in a body, never in a URL. */
export const SearchStateSchema = z.strictObject({
  group: GroupNameSchema.default('passend'),
  text: z.string().max(200).default(''),
  facets: z.partialRecord(z.enum(FACETS), z.array(z.string().max(64)).min(1).max(50)).default({}),
  /** Only this work: a unit group or a function, as `GET .../overstap` names it. */
  occupation: TargetKeySchema.optional(),
  size: z.int().min(1).max(100).default(20),
  cursor: z.string().max(600).optional()
})
export type SearchState = z.infer<typeof SearchStateSchema>

export interface Hit {
  readonly vacancy: Vacancy
  readonly explained: Explained
}

export interface Found {
  readonly group: GroupName
  /** searched = passend + teVerifieren + nietPassend, always. */
  readonly counts: { readonly searched: number; readonly passend: number; readonly teVerifieren: number; readonly nietPassend: number }
  readonly total: number
  readonly hits: readonly Hit[]
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly next: string | null
  readonly generation: number
  /** Answered, wholly or in part, by the engine that stands in. */
  readonly degraded: boolean
  /** Misspelt words of the text, and what was searched beside them. */
  readonly widened: readonly Widened[]
  readonly scorecard: Scorecard
}

/** What find needs from the outside. `report` gets ids only: a difference between score and reason is an error of ours. */
export interface FindContext {
  readonly engine: Engine
  readonly seal: CursorSeal
  readonly tenant: Tenant
  readonly report?: (vacancyId: string, scored: number, explained: number) => void
}

const GROUPS: Readonly<Record<GroupName, (card: Scorecard) => Predicate>> = {
  passend: isPassend,
  'te-verifieren': isTeVerifieren,
  'niet-passend': isNietPassend,
  'net-niet': isNearMiss
}

const facetChoices = (state: Pick<SearchState, 'facets'>, leaveOut?: Facet): readonly Predicate[] =>
  FACETS.filter(f => f !== leaveOut && state.facets[f] !== undefined).map(f => any(f, [...new Set(state.facets[f])].sort()))

/** What narrows a list, before verdicts. */
export type Narrowing = Pick<SearchState, 'text' | 'facets' | 'occupation'>

/** Everything the state asks but the verdict: open, visible, text, facets, occupation. */
export function baseOf(card: Scorecard, tenant: Tenant, state: Narrowing, leaveOut?: Facet): Predicate {
  const text = textQuery(state.text).predicate
  const work = state.occupation === undefined ? undefined : targetOf(state.occupation)
  return all(searchable(openOn(card.at.day), tenant), ...[text, work].filter(p => p !== undefined), ...facetChoices(state, leaveOut))
}

/** Most first, then by code: two engines give their codes in any order. */
export const inOrder = (facet: Readonly<Record<string, number>> | undefined): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(facet ?? {}).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)))

/** Facets of the shown group; one that has a choice is counted without its own choice. */
async function facetsOf(
  engine: Engine,
  card: Scorecard,
  tenant: Tenant,
  state: SearchState,
  signal?: AbortSignal
): Promise<Pick<Found, 'facets' | 'degraded'>> {
  const shown = GROUPS[state.group](card)
  const free = FACETS.filter(f => state.facets[f] === undefined)
  const together = await engine.count(all(baseOf(card, tenant, state), shown), {}, free, signal)
  const facets: Record<string, Readonly<Record<string, number>>> = Object.fromEntries(Object.entries(together.facets).map(([f, codes]) => [f, inOrder(codes)]))
  let degraded = together.degraded === true
  for (const facet of FACETS) {
    if (state.facets[facet] === undefined) continue
    const own = await engine.count(all(baseOf(card, tenant, state, facet), shown), {}, [facet], signal)
    facets[facet] = inOrder(own.facets[facet])
    degraded ||= own.degraded === true
  }
  return { facets, degraded }
}

/** The points an engine gave must equal the sum of the reasons (`house.md` 1, idea 4). */
function checked(context: FindContext, c: Candidate, card: Scorecard, hit: { points: number; vacancy: Vacancy }): Hit {
  const explained = explain(c, hit.vacancy, card)
  const sum = explained.points ?? 0
  if (!Number.isInteger(hit.points) || hit.points !== sum) context.report?.(hit.vacancy.id, hit.points, sum)
  return { vacancy: hit.vacancy, explained }
}

/** What a search asks an engine: one page of the shown group, and the counts of all three. */
export interface Questions {
  readonly card: Scorecard
  readonly query: Query
  readonly count: { readonly where: Predicate; readonly buckets: Readonly<Record<'passend' | 'teVerifieren' | 'nietPassend', Predicate>> }
}

export function questionsOf(c: Candidate, at: Moment, state: SearchState, tenant: Tenant): Questions {
  const card = scorecardOf(c, at)
  const base = baseOf(card, tenant, state)
  return {
    card,
    query: { where: all(base, GROUPS[state.group](card)), groups: card.groups, size: state.size },
    count: { where: base, buckets: { passend: isPassend(card), nietPassend: isNietPassend(card), teVerifieren: isTeVerifieren(card) } }
  }
}

/** The vacancies of one group for a candidate: exact counts of all three, a page, and facets. */
export async function find(context: FindContext, c: Candidate, at: Moment, state: SearchState, signal?: AbortSignal): Promise<Found> {
  const { engine, seal, tenant } = context
  const { card, query: first, count } = questionsOf(c, at, state, tenant)
  const question = JSON.stringify([first.where, card.groups, card.version, at.day, tenant])
  const query: Query = state.cursor === undefined ? first : { ...first, after: seal.open(state.cursor, question) }
  let counts = await engine.count(count.where, count.buckets, [], signal)
  // Side by side: an engine on a server works on both at once. The counts came first, they tell it how much a page asks.
  const [page, { facets, degraded }] = await Promise.all([engine.search(query, signal), facetsOf(engine, card, tenant, state, signal)])
  // An import may switch in between: counts and page must be of one generation.
  if (counts.generation !== page.generation) counts = await engine.count(count.where, count.buckets, [], signal)
  return {
    group: state.group,
    counts: {
      searched: counts.total,
      passend: counts.buckets['passend'] ?? 0,
      teVerifieren: counts.buckets['teVerifieren'] ?? 0,
      nietPassend: counts.buckets['nietPassend'] ?? 0
    },
    total: page.total,
    hits: page.hits.map(hit => checked(context, c, card, hit)),
    facets,
    next: page.next === undefined ? null : seal.seal(page.next, question),
    generation: page.generation,
    degraded: degraded || page.degraded === true || counts.degraded === true,
    widened: textQuery(state.text).widened,
    scorecard: card
  }
}
