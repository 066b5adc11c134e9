import { z } from 'zod'
import { bulk, type BulkItem, type BulkOptions } from '../../elasticsearch/bulk.ts'
import type { Connection } from '../../elasticsearch/client.ts'
import { ElasticsearchFault, faulting } from '../../elasticsearch/errors.ts'
import { refreshIndices } from '../../elasticsearch/indices.ts'
import type { Vacancy } from '../../domain/vacancy.ts'
import type { RunLease, VacancyStore } from '../../store/store.ts'
import { documentOf, isListed, versionOf } from './document.ts'
import { inPlaceOrder, rankOf, type OrderOfPlaces, type Placed } from './place-order.ts'

const BATCH = 500

/** Documents an index holds for searches. */
export async function countOf({ client }: Connection, index: string): Promise<number> {
  const reply: unknown = await faulting(async () => await client.count({ index }))
  const { count, _shards } = z.object({ count: z.int(), _shards: z.object({ failed: z.int() }) }).parse(reply)
  if (_shards.failed > 0) throw new ElasticsearchFault('partial', 'count')
  return count
}

/** A vacancy that a run lists, with the version it is written as. */
interface Listed extends Placed {
  readonly version: number
}

/** One run of one source: every vacancy is staged in the store first, then all are written, near places together, to an index nobody sees yet. */
export class Filling {
  indexed = 0
  /** The newest time a vacancy was seen, for the store's record. */
  seen = ''
  readonly #connection: Connection
  readonly #store: VacancyStore
  readonly #lease: RunLease
  readonly #index: string
  readonly #since: number
  readonly #order: OrderOfPlaces
  readonly #bulk: BulkOptions
  /** Last one of an id wins, as in the store. */
  readonly #listed = new Map<string, Listed>()
  #batches = 0

  /** `since` is a generation of the store from before the run. */
  constructor(
    connection: Connection,
    store: VacancyStore,
    lease: RunLease,
    index: { readonly name: string; readonly since: number; readonly order: OrderOfPlaces },
    options: BulkOptions
  ) {
    this.#connection = connection
    this.#store = store
    this.#lease = lease
    this.#index = index.name
    this.#since = index.since
    this.#order = index.order
    this.#bulk = options
  }

  /** Documents it writes. */
  get listed(): number {
    return this.#listed.size
  }

  async #stageBatch(batch: readonly Vacancy[]): Promise<void> {
    // Read before staging: a removal that comes later has a higher one.
    const version = versionOf(await this.#store.generation(), 1 + this.#batches++)
    await this.#store.stage(this.#lease, batch)
    for (const { id, prepared } of batch) {
      if (isListed(prepared)) this.#listed.set(id, { id, rank: rankOf(prepared, this.#order), version })
      else this.#listed.delete(id)
    }
  }

  async #stage(vacancies: AsyncIterable<Vacancy>): Promise<void> {
    let batch: Vacancy[] = []
    for await (const v of vacancies) {
      batch.push(v)
      this.indexed++
      if (v.lastSeenAt > this.seen) this.seen = v.lastSeenAt
      if (batch.length < BATCH) continue
      await this.#stageBatch(batch)
      batch = []
    }
    await this.#stageBatch(batch)
  }

  async *#items(): AsyncGenerator<BulkItem> {
    for (const batch of inPlaceOrder(this.#listed.values()))
      for (const v of await this.#store.staged(this.#lease, [...batch.keys()]))
        yield { action: 'index', index: this.#index, id: v.id, version: (batch.get(v.id) as Listed).version, doc: documentOf(v) }
  }

  /** Stages, then writes all of them. Throws when one was refused: a run is whole or not. */
  async fill(vacancies: AsyncIterable<Vacancy>): Promise<void> {
    await this.#stage(vacancies)
    const report = await bulk(this.#connection, this.#items(), this.#bulk)
    if (report.refused > 0 || report.gone > 0) throw new ElasticsearchFault(report.gone > 0 ? 'gone' : 'refused', 'vacancy')
  }

  /** Makes the index searchable and counts it. Fewer than written is right only as far as they were removed meanwhile, by any instance. */
  async verify(): Promise<void> {
    await refreshIndices(this.#connection, [this.#index])
    const count = await countOf(this.#connection, this.#index)
    const removed = (await this.#store.removedSince(this.#since)) ?? []
    const fewer = removed.filter(id => this.#listed.has(id)).length
    if (count > this.#listed.size || count + fewer < this.#listed.size) throw new ElasticsearchFault('partial', 'not what was written')
  }
}
