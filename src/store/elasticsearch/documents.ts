import type { z } from 'zod'
import type { Connection, estypes } from '../../elasticsearch/client.ts'
import { ElasticsearchFault } from '../../elasticsearch/errors.ts'
import { refreshIndices, writingAlias } from '../../elasticsearch/indices.ts'
import { StoreUnusable } from '../store.ts'
import { runBulk, type BulkItem, type BulkResult, type Place } from './bulk-writes.ts'
import { asked, askedBut, asUnusable } from './failures.ts'

/** A document with the place in the server's history that a later write must still find it at. */
export interface Stored<T> {
  readonly id: string
  readonly doc: T
  readonly at: Place
}

/** How long the server waits for enough copies of a shard before it refuses a write. */
const COPIES_WAIT = '5s'
const PAGE = 1_000

interface Found {
  readonly _id?: string
  readonly _seq_no?: number | undefined
  readonly _primary_term?: number | undefined
  readonly _source?: unknown
  readonly found?: boolean
}

/** What a question asks for: a query, an order, and where to go on. */
export interface Question {
  readonly query: estypes.QueryDslQueryContainer
  readonly sort: estypes.SortCombinations[]
  /** Fields of the source to bring; everything when left out. */
  readonly fields?: readonly string[]
}

/** Documents of one form in one index. Reads by id are up to date at once; questions see what was refreshed. */
export class Documents<T> {
  readonly #connection: Connection
  readonly #schema: z.ZodType<T>
  readonly index: string

  constructor(connection: Connection, index: string, schema: z.ZodType<T>) {
    this.#connection = connection
    this.#schema = schema
    this.index = index
  }

  #of(hit: Found): Stored<T> {
    const parsed = this.#schema.safeParse(hit._source)
    if (!parsed.success || hit._id === undefined || hit._seq_no === undefined || hit._primary_term === undefined)
      throw new StoreUnusable(
        `a document of ${this.index} has another form than this program knows`,
        'Deze gegevens zijn beschadigd of gemaakt met een andere versie van passendwerk. Start die versie, of zet de laatste snapshot terug.'
      )
    return { id: hit._id, doc: parsed.data, at: { if_seq_no: hit._seq_no, if_primary_term: hit._primary_term } }
  }

  async get(id: string): Promise<Stored<T> | undefined> {
    const found = await askedBut('gone', async () => await this.#connection.client.get({ index: this.index, id }))
    return found === undefined ? undefined : this.#of(found)
  }

  /** One answer an id, in the same order, read one after the other from one copy of the shard; `fields` as in a question. */
  async many(ids: readonly string[], fields?: readonly string[]): Promise<ReadonlyArray<Stored<T> | undefined>> {
    if (ids.length === 0) return []
    const answer = await asked(
      async () => await this.#connection.client.mget({ index: this.index, ids: [...ids], ...(fields === undefined ? {} : { _source_includes: [...fields] }) })
    )
    return answer.docs.map(doc => {
      if ('error' in doc) throw asUnusable(new ElasticsearchFault('partial', 'mget'))
      return 'found' in doc && doc.found ? this.#of(doc) : undefined
    })
  }

  /** False when the id is taken. */
  async create(id: string, document: T): Promise<boolean> {
    return (await askedBut('conflict', async () => await this.#connection.client.index({ ...this.#write(id), document, op_type: 'create' }))) !== undefined
  }

  /** False when another write came first. */
  async replace(known: Stored<unknown>, document: T): Promise<boolean> {
    return (await askedBut('conflict', async () => await this.#connection.client.index({ ...this.#write(known.id), document, ...known.at }))) !== undefined
  }

  /** Writes unless a version this high is there already; only for documents that are always written so. */
  async raise(id: string, document: T, version: number): Promise<void> {
    await askedBut('conflict', async () => await this.#connection.client.index({ ...this.#write(id), document, version, version_type: 'external' }))
  }

  /** Through the writing alias: a write never makes an index anew that was lost. */
  #write(id: string): { index: string; id: string; require_alias: true; timeout: string } {
    return { index: writingAlias(this.index), id, require_alias: true, timeout: COPIES_WAIT }
  }

  /** False when another write came first, or it is gone already. */
  async delete(known: Stored<unknown>): Promise<boolean> {
    const [done] = await this.bulk([{ op: 'delete', id: known.id, at: known.at }])
    return done === 'done'
  }

  /** Each write for itself: done, or `other` when another one came first or it is not there. */
  async bulk(items: ReadonlyArray<BulkItem<T>>): Promise<readonly BulkResult[]> {
    return await runBulk(this.#connection, this.index, items)
  }

  /** Everything that was acknowledged is found by a question from here on. */
  async refresh(): Promise<void> {
    await asked(async () => {
      await refreshIndices(this.#connection, [this.index])
    })
  }

  /** At most `most` documents in the order asked, from behind the values of `after`. */
  async list(question: Question, most: number, after?: estypes.SortResults): Promise<ReadonlyArray<Stored<T>>> {
    const found: Array<Stored<T>> = []
    for (let last = after; found.length < most;) {
      const size = Math.min(PAGE, most - found.length)
      const { hits } = await this.#ask({ ...form(question), index: this.index, size, ...(last === undefined ? {} : { search_after: last }) })
      found.push(...hits.map(hit => this.#of(hit)))
      if (hits.length < size) break
      last = hits.at(-1)?.sort
    }
    return found
  }

  async #ask(request: estypes.SearchRequest): Promise<estypes.SearchHitsMetadata> {
    const partial = request.pit === undefined ? { allow_partial_search_results: false } : {}
    const found = await asked(async () => await this.#connection.client.search({ ...request, ...partial, track_total_hits: false, seq_no_primary_term: true }))
    if (found.timed_out || found._shards.failed > 0) throw asUnusable(new ElasticsearchFault('partial', 'search'))
    return found.hits
  }

  /** A view of the index as it is now, for a question of many pages. Close it. */
  async view(): Promise<View<T>> {
    const { client } = this.#connection
    const { id } = await asked(async () => await client.openPointInTime({ index: this.index, keep_alive: KEEP }))
    const pages = async function* (this: Documents<T>, question: Question): AsyncIterable<ReadonlyArray<Stored<T>>> {
      let after: estypes.SortResults | undefined
      for (;;) {
        const request = { ...form(question), pit: { id, keep_alive: KEEP }, size: PAGE, ...(after === undefined ? {} : { search_after: after }) }
        const { hits } = await this.#ask(request)
        yield hits.map(hit => this.#of(hit))
        if (hits.length < PAGE) return
        after = hits.at(-1)?.sort
      }
    }.bind(this)
    // A view that cannot be closed ends by itself.
    return { pages, close: async () => void (await client.closePointInTime({ id }).catch(() => {})) }
  }
}

/** A view lives this long after the last page that was asked for: a page is worked on by whoever reads. */
const KEEP = '5m'

export interface View<T> {
  pages(question: Question): AsyncIterable<ReadonlyArray<Stored<T>>>
  close(): Promise<void>
}

const form = ({ query, sort, fields }: Question): estypes.SearchRequest => ({
  query,
  sort,
  ...(fields === undefined ? {} : { _source: [...fields] })
})
