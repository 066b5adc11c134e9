import { z } from 'zod'
import type { Vacancy } from '../../domain/vacancy.ts'
import { ElasticsearchFault, faultOf } from '../../elasticsearch/errors.ts'
import { vacancyOf } from './document.ts'
import type { ListRow } from './page.ts'

const ShardsSchema = z.object({ failed: z.int() })
const FailedSchema = z.object({ status: z.int(), error: z.object({ type: z.string(), root_cause: z.array(z.object({ type: z.string() })).default([]) }) })
const WholeSchema = z.object({ timed_out: z.boolean(), _shards: ShardsSchema, took: z.number().default(0) })
const TotalSchema = z.object({ hits: z.object({ total: z.object({ value: z.int(), relation: z.literal('eq') }) }) })
const hitsWith = <T extends z.ZodRawShape>(shape: T) =>
  z.object({ hits: z.object({ hits: z.array(z.object({ ...shape, sort: z.tuple([z.int(), z.int(), z.string()]) })) }) })
const HitsSchema = hitsWith({
  _source: z.record(z.string(), z.unknown()),
  matched_queries: z.union([z.array(z.string()), z.record(z.string(), z.number())]).optional()
})
const RowsSchema = hitsWith({})
const MsearchSchema = z.object({ responses: z.array(z.record(z.string(), z.unknown())) })

const read = <T>(schema: z.ZodType<T>, value: unknown): T => {
  const parsed = schema.safeParse(value)
  // What could not be read is left unsaid: it may hold what was asked.
  if (!parsed.success) throw new ElasticsearchFault('unreadable', 'reply')
  return parsed.data
}

/** An answer of one search, or a fault: never a part of an answer. */
export function wholeOf(reply: unknown): { readonly took: number } {
  const failed = FailedSchema.safeParse(reply)
  if (failed.success) {
    const { status, error } = failed.data
    const type = error.root_cause[0]?.type ?? error.type
    throw new ElasticsearchFault(faultOf(status, type), type, status)
  }
  const { timed_out, _shards, took } = read(WholeSchema, reply)
  if (timed_out) throw new ElasticsearchFault('partial', 'timed_out')
  if (_shards.failed > 0) throw new ElasticsearchFault('partial', 'shards')
  return { took }
}

/** The answers of an msearch, each whole. Throws when there are fewer or more than asked. */
export function answersOf(reply: unknown, asked: number): readonly unknown[] {
  const { responses } = read(MsearchSchema, reply)
  if (responses.length !== asked) throw new ElasticsearchFault('partial', 'msearch')
  for (const r of responses) wholeOf(r)
  return responses
}

export const totalOf = (reply: unknown): number => read(TotalSchema, reply).hits.total.value

/** Hits by their place in the order, of a search that left the documents where they are. */
export const rowsOf = (reply: unknown): readonly ListRow[] =>
  read(RowsSchema, reply).hits.hits.map(({ sort: [points, published, id] }) => ({ points, published, id }))

export interface FoundHit extends ListRow {
  readonly vacancy: Vacancy
  /** Points by name, when clauses were named. */
  readonly named: readonly string[]
}

export function hitsOf(reply: unknown): readonly FoundHit[] {
  return read(HitsSchema, reply).hits.hits.map(hit => {
    const named = hit.matched_queries ?? []
    const [points, published, id] = hit.sort
    try {
      return { points, published, id, vacancy: vacancyOf(hit._source), named: Array.isArray(named) ? named : Object.keys(named) }
    } catch {
      throw new ElasticsearchFault('unreadable', 'hit')
    }
  })
}
