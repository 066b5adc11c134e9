import type { Vacancy } from '../domain/vacancy.ts'
import type { Group } from './criterion.ts'
import type { SetField } from './fields.ts'
import type { Predicate } from './predicate.ts'

/** Where a page ended: the key of its last row, and the generation it was read from. */
export interface Cursor {
  readonly generation: number
  readonly last: readonly [points: number, published: number, id: string]
}

/** What an engine is asked. It holds questions about vacancies, never a person. */
export interface Query {
  readonly where: Predicate
  readonly groups: readonly Group[]
  readonly after?: Cursor
  readonly size: number
}

export interface Page {
  readonly hits: ReadonlyArray<{ readonly points: number; readonly vacancy: Vacancy }>
  /** Exact number of vacancies in `where`, whatever the page. */
  readonly total: number
  readonly next?: Cursor
  readonly generation: number
  /** Answered by the engine that stands in while the chosen one is away. */
  readonly degraded?: true
}

export interface Counts {
  readonly total: number
  readonly buckets: Readonly<Record<string, number>>
  /** Per field: code to exact count, complete, zeros left out. */
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly generation: number
  readonly degraded?: true
}

export interface Swap {
  readonly indexed: number
  readonly generation: number
}
export interface Written {
  readonly id: string
  readonly result: 'done' | 'older' | 'refused'
  readonly reason?: string
}
export interface Health {
  readonly ready: boolean
  readonly reason?: string
  /** Ready only because another engine stands in. */
  readonly degraded?: true
}

/** Thrown when an engine cannot answer now and may later; the API answers 503. It holds nothing of the question. */
export class EngineUnavailable extends Error {
  constructor(options?: ErrorOptions) {
    super('engine unavailable', options)
    this.name = 'EngineUnavailable'
  }
}

/** One run of one source; a stale token is refused. */
export interface RunToken {
  readonly id: string
  /** Fencing number: grows with each run of the source. */
  readonly fence: number
}

/**
 * The port of what answers searches over vacancies (`house.md` 4, `engines.md` 2). Order: points down, published down,
 * id up as bytes. Embedded and Elasticsearch pass one contract suite.
 */
export interface Engine {
  search(q: Query, signal?: AbortSignal): Promise<Page>
  /** For alerts: pages of only what came after that generation. */
  searchMany(qs: AsyncIterable<Query>, newerThan: number, signal?: AbortSignal): AsyncIterable<Page>
  count(where: Predicate, buckets: Readonly<Record<string, Predicate>>, facets?: readonly SetField[], signal?: AbortSignal): Promise<Counts>
  /** Known ids in the order asked; unknown ones are left out. */
  get(ids: readonly string[]): Promise<readonly Vacancy[]>
  /** All vacancies of one source in one visible swap, or nothing changes. Other sources stay untouched. */
  replace(source: string, run: RunToken, vacancies: AsyncIterable<Vacancy>): Promise<Swap>
  /** One result per item; a bad item never fails its batch. Acknowledged = durable. */
  upsert(vacancies: readonly Vacancy[]): Promise<readonly Written[]>
  remove(ids: readonly string[]): Promise<readonly Written[]>
  /** All acknowledged writes are visible afterwards; gives the generation. */
  refresh(): Promise<number>
  ready(): Promise<Health>
  /** Takes over everything from the store anew, after its codes were rewritten. */
  reload(): Promise<void>
  close(): Promise<void>
}
