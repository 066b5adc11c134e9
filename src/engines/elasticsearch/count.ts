import { z } from 'zod'
import type { Counts } from '../../match/engine.ts'
import type { SetField } from '../../match/fields.ts'
import { all, type Predicate } from '../../match/predicate.ts'
import { ElasticsearchFault } from '../../elasticsearch/errors.ts'
import { clauseOf } from './clause.ts'
import { totalBody } from './compile.ts'
import { totalOf } from './reply.ts'
import { amongFew, fewerThanTwo, onlyMost, oppositeOf, wideOf } from './wide.ts'
import { textOf } from './written.ts'

/** Codes a facet may have; far above any vocabulary of ours, and what is above it is an error, not left out. */
const MOST_CODES = 10_000

/** One search of a count: what it counts within, and the buckets it fills, in their order. */
interface Within {
  readonly where: Predicate
  readonly names: readonly string[]
  readonly buckets: readonly Predicate[]
  /** Buckets that are all it counts. */
  readonly totals?: readonly string[]
}
/** A bucket apart from a condition that it shares with others. */
interface Member {
  readonly name: string
  readonly own: Predicate
  readonly whole: Predicate
}

const isCounting = (p: Predicate): boolean => (p.op === 'not' ? isCounting(p.of) : p.op === 'atLeast' && p.n > 1 && p.n < p.of.length)

/** The condition of a bucket that is dear to ask ("two or more rules"), and the bucket without it. */
function apart(bucket: Predicate): { readonly shared: Predicate; readonly rest: Predicate } | undefined {
  if (bucket.op !== 'atLeast' || bucket.n !== bucket.of.length) return undefined
  const shared = bucket.of.find(isCounting)
  if (shared === undefined) return undefined
  const rest = bucket.of.filter(p => p !== shared)
  return { shared, rest: rest.length === 1 ? (rest[0] as Predicate) : all(...rest) }
}

const namesAndBuckets = (members: readonly Member[]): Pick<Within, 'names' | 'buckets'> => ({
  names: members.map(m => m.name),
  buckets: members.map(m => m.own)
})

/**
 * Buckets "this rule and no other": where one of the rules excludes most vacancies ("too far away") its own bucket is one
 * total, and the others need only be looked for among the few it leaves.
 */
function aloneOf(where: Predicate, shared: Predicate, members: readonly Member[]): readonly Within[] {
  const together = [{ where: all(where, shared), ...namesAndBuckets(members) }]
  const rules = fewerThanTwo(shared)
  const wide = rules === undefined ? undefined : wideOf(rules)
  if (rules === undefined || wide === undefined) return together
  const known = new Set(rules.map(textOf))
  if (!members.every(m => known.has(textOf(m.own)))) return together
  const isMost = (m: Member): boolean => textOf(m.own) === textOf(wide.most)
  const totals = members.filter(isMost).map(m => m.name)
  const few = { where: all(where, amongFew(wide)), ...namesAndBuckets(members.filter(m => !isMost(m))) }
  return totals.length === 0 ? [few] : [few, { where: all(where, onlyMost(wide)), names: [], buckets: [], totals }]
}

/**
 * The searches of a count. Buckets that share one condition that counts its parts are asked in a search of their own, with
 * that condition in the query: asked once and not once a bucket (`engines.md` 5.8: "in all" and "alone" are two queries).
 * The first search has all other buckets, the total and the facets.
 */
function searchesOf(where: Predicate, buckets: Readonly<Record<string, Predicate>>): readonly Within[] {
  const rest: [name: string, bucket: Predicate][] = []
  const groups = new Map<string, { shared: Predicate; members: Member[] }>()
  for (const [name, whole] of Object.entries(buckets)) {
    const parts = apart(whole)
    if (parts === undefined) {
      rest.push([name, whole])
      continue
    }
    const key = textOf(parts.shared)
    const group = groups.get(key) ?? { shared: parts.shared, members: [] }
    group.members.push({ name, own: parts.rest, whole })
    groups.set(key, group)
  }
  const own: Within[] = []
  for (const { shared, members } of groups.values()) {
    if (members.length === 1) rest.push(...members.map(m => [m.name, m.whole] as [string, Predicate]))
    else own.push(...aloneOf(where, shared, members))
  }
  return [{ where, names: rest.map(([name]) => name), buckets: rest.map(([, bucket]) => bucket) }, ...own]
}

/** The bodies of a count, for one msearch: the total, buckets as filters, and facets. */
export function countBodies(
  where: Predicate,
  buckets: Readonly<Record<string, Predicate>>,
  facets: readonly SetField[],
  timeoutMs: number
): readonly Readonly<Record<string, unknown>>[] {
  return searchesOf(where, buckets).map((search, i) => {
    const aggs: Record<string, unknown> = {}
    if (search.buckets.length > 0) aggs['buckets'] = { filters: { filters: search.buckets.map(p => clauseOf(oppositeOf(p) ?? p)) } }
    if (i === 0) for (const field of facets) aggs[`facet_${field}`] = { terms: { field, size: MOST_CODES } }
    return { ...totalBody(search.where, timeoutMs), ...(Object.keys(aggs).length === 0 ? {} : { aggs }) }
  })
}

const BucketsSchema = z.object({ aggregations: z.object({ buckets: z.object({ buckets: z.array(z.object({ doc_count: z.int() })) }) }) })
const FacetsSchema = z.object({
  aggregations: z.record(
    z.string(),
    z.object({
      doc_count_error_upper_bound: z.int().optional(),
      sum_other_doc_count: z.int().optional(),
      buckets: z.array(z.object({ key: z.string().optional(), doc_count: z.int() }))
    })
  )
})

function facetOf(reply: unknown, field: SetField): Readonly<Record<string, number>> {
  const facet = FacetsSchema.safeParse(reply).data?.aggregations[`facet_${field}`]
  if (facet === undefined) throw new ElasticsearchFault('unreadable', 'facet')
  if (facet.sum_other_doc_count !== 0 || facet.doc_count_error_upper_bound !== 0) throw new ElasticsearchFault('partial', 'facet')
  return Object.fromEntries(facet.buckets.map(b => [b.key ?? '', b.doc_count]))
}

/** What the searches of a count answered, in the order of `countBodies`; each number exact. */
export function countsOf(
  replies: readonly unknown[],
  where: Predicate,
  buckets: Readonly<Record<string, Predicate>>,
  facets: readonly SetField[]
): Omit<Counts, 'generation'> {
  const found = new Map<string, number>()
  for (const [i, { names, buckets: own, totals }] of searchesOf(where, buckets).entries()) {
    for (const name of totals ?? []) found.set(name, totalOf(replies[i]))
    const counted = names.length === 0 ? [] : BucketsSchema.safeParse(replies[i]).data?.aggregations.buckets.buckets
    if (counted?.length !== names.length) throw new ElasticsearchFault('unreadable', 'buckets')
    names.forEach((name, j) => {
      const n = counted[j]?.doc_count ?? 0
      // Of one search, so of one state of the index.
      found.set(name, oppositeOf(own[j] as Predicate) === undefined ? n : totalOf(replies[i]) - n)
    })
  }
  return {
    total: totalOf(replies[0]),
    buckets: Object.fromEntries(Object.keys(buckets).map(name => [name, found.get(name) ?? 0])),
    facets: Object.fromEntries(facets.map(field => [field, facetOf(replies[0], field)]))
  }
}
