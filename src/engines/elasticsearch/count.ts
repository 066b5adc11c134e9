import { z } from 'zod'
import type { Counts } from '../../match/engine.ts'
import type { SetField } from '../../match/fields.ts'
import type { Predicate } from '../../match/predicate.ts'
import { ElasticsearchFault } from '../../elasticsearch/errors.ts'
import { clauseOf } from './clause.ts'
import { totalBody } from './compile.ts'
import { totalOf } from './reply.ts'

/** Codes a facet may have; far above any vocabulary of ours, and what is above it is an error, not left out. */
const MOST_CODES = 10_000

/** The body of a count: the total, buckets as filters in the order of their names, and facets. */
export function countBody(
  where: Predicate,
  buckets: Readonly<Record<string, Predicate>>,
  facets: readonly SetField[],
  timeoutMs: number
): Readonly<Record<string, unknown>> {
  const filters = Object.values(buckets).map(clauseOf)
  const aggs: Record<string, unknown> = {}
  if (filters.length > 0) aggs['buckets'] = { filters: { filters } }
  for (const field of facets) aggs[`facet_${field}`] = { terms: { field, size: MOST_CODES } }
  return { ...totalBody(where, timeoutMs), ...(Object.keys(aggs).length === 0 ? {} : { aggs }) }
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

/** What a count answered, each number exact. */
export function countsOf(reply: unknown, buckets: Readonly<Record<string, Predicate>>, facets: readonly SetField[]): Omit<Counts, 'generation'> {
  const names = Object.keys(buckets)
  const counted = names.length === 0 ? [] : BucketsSchema.safeParse(reply).data?.aggregations.buckets.buckets
  if (counted?.length !== names.length) throw new ElasticsearchFault('unreadable', 'buckets')
  return {
    total: totalOf(reply),
    buckets: Object.fromEntries(names.map((name, i) => [name, counted[i]?.doc_count ?? 0])),
    facets: Object.fromEntries(facets.map(field => [field, facetOf(reply, field)]))
  }
}
