import type { BulkOptions } from '../../elasticsearch/bulk.ts'
import type { Connection } from '../../elasticsearch/client.ts'
import { refreshIndices } from '../../elasticsearch/indices.ts'
import { checkVersion } from '../../elasticsearch/version.ts'
import type { Vacancy } from '../../domain/vacancy.ts'
import type { Counts, Engine, Health, Page, Query, RunToken, Swap, Written } from '../../match/engine.ts'
import type { SetField } from '../../match/fields.ts'
import type { Predicate } from '../../match/predicate.ts'
import type { VacancyStore } from '../../store/store.ts'
import { Asking } from './asking.ts'
import { Filling } from './filling.ts'
import { Late } from './late.ts'
import { manyPages } from './many.ts'
import type { ElasticsearchEngineOptions } from './options.ts'
import type { OrderOfPlaces } from './place-order.ts'
import { News } from './news.ts'
import type { Columns } from './news-index.ts'
import { Repair } from './repair.ts'
import { Shelf, type View } from './shelf.ts'
import { Showing } from './showing.ts'
import { SingleWrites, type Flushed } from './single-writes.ts'
import { Visible } from './visible.ts'

/** Single writes show at the latest after this (`engines.md` 2 allows 30 s). */
const VISIBLE_MS = 1_000
/** An instance that lives shows what it wrote long before this. */
const LATE_MS = 10_000
/** Single writes that wait to be shown; who brings more waits, too. */
const MOST_WAITING = 5_000

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown fault')

/**
 * The Elasticsearch engine (`engines.md` 5): the store is the truth, one index a source shows it. A replace fills an index
 * aside, the store switches, then one alias call shows it; single writes go into the shown index and show by a refresh of
 * ours. Searches name the indices of one view, so a page is of one generation; other instances' changes are seen within a
 * second.
 */
export class ElasticsearchEngine implements Engine {
  readonly #connection: Connection
  readonly #store: VacancyStore
  readonly #shelf: Shelf
  readonly #asking: Asking
  readonly #showing: Showing
  readonly #repair: Repair
  readonly #singles: SingleWrites
  readonly #visible: Visible
  readonly #bulk: BulkOptions
  readonly #placeOrder: OrderOfPlaces
  readonly #columns: Columns | undefined
  /** The generation before, by source: a reader may still be in it. */
  readonly #former = new Map<string, string>()
  /** Another instance wrote what it never showed. */
  #late = false
  #loaded: Promise<void> | undefined
  #health: Health = { ready: false, reason: 'not loaded' }
  #timer: NodeJS.Timeout | undefined
  #closed = false

  constructor(connection: Connection, store: VacancyStore, options: ElasticsearchEngineOptions = {}) {
    this.#connection = connection
    this.#store = store
    this.#bulk = options.bulk ?? {}
    this.#placeOrder = options.placeOrder ?? (() => 0)
    this.#columns = options.columns
    this.#shelf = new Shelf(connection, options.shards ?? 1)
    this.#asking = new Asking(connection, {
      border: options.border ?? 0.05,
      remembered: options.remembered,
      searchMs: options.searchMs ?? 2_000,
      took: options.took
    })
    this.#showing = new Showing(connection, store, this.#shelf, this.#placeOrder, this.#bulk)
    this.#repair = new Repair(connection, store, this.#shelf, this.#showing)
    this.#singles = new SingleWrites(connection, store, this.#showing, this.#bulk)
    const late = new Late(store, options.lateMs ?? LATE_MS)
    this.#visible = new Visible(async () => {
      const found = await this.#shelf.look()
      this.#late = await late.isSo(found.generation)
      if (this.#late) await this.#soon()
      return found
    })
  }

  /** Checks the server and catches up with the store. Called by `ready`; a second call waits for the first. */
  async load(): Promise<void> {
    this.#loaded ??= this.#visible.change(async () => {
      await checkVersion(this.#connection)
      await this.#shelf.prepare()
      this.#visible.see(await this.#repair.run(), true)
      this.#health = { ready: true }
    })
    const loading = this.#loaded
    try {
      await loading
    } catch (error) {
      if (this.#loaded === loading) this.#loaded = undefined
      throw error
    }
  }

  /** Builds every source anew from the store and shows it: after a reindex, or when the mapping is another one. */
  async reload(): Promise<void> {
    this.#loaded = this.#visible.change(async () => {
      await checkVersion(this.#connection)
      await this.#shelf.begin()
      this.#visible.see(await this.#repair.run(true), true)
      this.#health = { ready: true }
    })
    await this.#loaded
  }

  async #read<T>(read: (view: View) => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.load()
    return await this.#visible.read(read, signal)
  }

  async search(q: Query, signal?: AbortSignal): Promise<Page> {
    const [page] = await this.#read(async view => await this.#asking.pages(view, [q], signal), signal)
    return page as Page
  }

  async *searchMany(qs: AsyncIterable<Query>, newerThan: number, signal?: AbortSignal): AsyncIterable<Page> {
    await this.load()
    // From the beginning: everything that shows.
    if (newerThan <= 0) {
      yield* manyPages(qs, async batch => await this.#read(async view => await this.#asking.pages(view, batch, signal), signal), signal)
      return
    }
    const parts = { connection: this.#connection, store: this.#store, shelf: this.#shelf, asking: this.#asking, bulk: this.#bulk, columns: this.#columns }
    const news = await News.open(parts, newerThan, signal)
    try {
      yield* manyPages(qs, async batch => await news.pages(batch, signal), signal)
    } finally {
      await news.close()
    }
  }

  async count(where: Predicate, buckets: Readonly<Record<string, Predicate>>, facets: readonly SetField[] = [], signal?: AbortSignal): Promise<Counts> {
    return await this.#read(async view => await this.#asking.count(view, where, buckets, facets, signal), signal)
  }

  async get(ids: readonly string[]): Promise<readonly Vacancy[]> {
    return await this.#store.get(ids)
  }

  async replace(source: string, run: RunToken, vacancies: AsyncIterable<Vacancy>): Promise<Swap> {
    await this.load()
    const lease = { id: run.id, source, fence: run.fence }
    // A stale token makes no index.
    await this.#store.stage(lease, [])
    const since = await this.#store.generation()
    const index = await this.#shelf.add(source, { run: run.id, fence: run.fence, since })
    const filling = new Filling(this.#connection, this.#store, lease, { name: index, since, order: this.#placeOrder }, this.#bulk)
    let switched = false
    try {
      await filling.fill(vacancies)
      await this.#shelf.merge(index, filling.listed)
      return await this.#visible.change(async () => {
        const flushed = await this.#singles.flush(source)
        await filling.verify()
        const { generation } = await this.#store.switch(lease, filling.seen)
        switched = true
        await this.#showRun(source, index, generation, flushed)
        return { indexed: filling.indexed, generation }
      })
    } catch (error) {
      if (!switched) await this.#shelf.drop([index]).catch(() => {})
      throw error
    }
  }

  /** The store has switched: that stands. What cannot be shown now is repaired before the next answer. */
  async #showRun(source: string, index: string, generation: number, flushed: Flushed): Promise<void> {
    try {
      const former = this.#visible.view.indices.get(source)
      if (await this.#showing.show(source, index)) {
        await this.#reveal(generation, flushed, [source, index])
        this.#retire(source, former)
      } else {
        // A later run has switched: its vacancies show, ours never do.
        await this.#reveal(generation, { ...flushed, indices: (await this.#showing.settled()).indices })
        await this.#shelf.drop([index])
      }
    } catch (error) {
      this.#loaded = undefined
      this.#health = { ready: false, reason: reasonOf(error) }
    }
  }

  /** Makes what was written visible, and a new index of a source with it, as one generation. */
  async #reveal(generation: number, flushed: Flushed, run?: readonly [source: string, index: string]): Promise<void> {
    await this.#visible.move(async () => {
      await refreshIndices(this.#connection, [...flushed.written])
      return { generation, indices: new Map([...flushed.indices, ...(run === undefined ? [] : [run])]) }
    })
    this.#singles.shown(flushed)
    await this.#shelf.note(generation)
  }

  /** The index before stays one generation longer. */
  #retire(source: string, former: string | undefined): void {
    const older = this.#former.get(source)
    if (older !== undefined && older !== former) void this.#shelf.drop([older]).catch(() => {})
    if (former !== undefined) this.#former.set(source, former)
  }

  async upsert(vacancies: readonly Vacancy[]): Promise<readonly Written[]> {
    await this.load()
    return await this.#visible.change(async () => {
      const written = await this.#store.put(vacancies)
      for (const v of vacancies) this.#singles.written(v.id)
      await this.#soon()
      return written
    })
  }

  async remove(ids: readonly string[]): Promise<readonly Written[]> {
    await this.load()
    return await this.#visible.change(async () => {
      await this.#store.remove(ids)
      const generation = await this.#store.generation()
      for (const id of ids) this.#singles.removed(id, generation)
      await this.#soon()
      return ids.map(id => ({ id, result: 'done' as const }))
    })
  }

  async refresh(): Promise<number> {
    await this.load()
    return await this.#visible.change(async () => {
      await this.#catchUp()
      return this.#visible.view.generation
    })
  }

  async #catchUp(): Promise<void> {
    if (this.#singles.size === 0 && !this.#late) return
    this.#late = false
    const generation = await this.#store.generation()
    await this.#reveal(generation, await this.#singles.flush())
  }

  /** Within a change: single writes show soon, or now when too many wait. The store has them, whatever the server says. */
  async #soon(): Promise<void> {
    if (this.#singles.size > MOST_WAITING) await this.#catchUp()
    if (this.#timer !== undefined || this.#closed) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.refresh().then(
        () => {
          if (!this.#closed) this.#health = { ready: true }
        },
        async (error: unknown) => {
          // Searches would be old. Say so, and try again.
          if (!this.#closed) this.#health = { ready: false, reason: reasonOf(error) }
          await this.#soon().catch(() => {})
        }
      )
    }, VISIBLE_MS)
    this.#timer.unref()
  }

  async ready(): Promise<Health> {
    if (this.#closed) return this.#health
    try {
      await this.load()
      await this.#repair.healthy()
    } catch (error) {
      return { ready: false, reason: reasonOf(error) }
    }
    return this.#health
  }

  /** Single writes that do not show yet are in the store; the next start shows them. */
  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    await this.#visible.idle()
    this.#health = { ready: false, reason: 'closed' }
  }
}
