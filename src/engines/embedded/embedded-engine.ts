import type { Vacancy } from '../../domain/vacancy.ts'
import type { Counts, Cursor, Engine, Health, Page, Query, RunToken, Swap, Written } from '../../match/engine.ts'
import type { SetField } from '../../match/fields.ts'
import { all, any, type Predicate } from '../../match/predicate.ts'
import type { RunLease, VacancyStore } from '../../store/store.ts'
import { clearBit, words } from './bits.ts'
import { Aborted, countSegment, searchSegment, type SegmentCounts } from './search.ts'
import { buildSegment, type KeyColumn, type Segment } from './segment.ts'
import { Top, type Ranked } from './top.ts'

type Prepared = Vacancy['prepared']

/** Vacancies that may appear in a list; closed and expired ones stay in the store only. */
const listed = (p: Prepared): boolean => p.status === 'open' || p.status === 'missed'

const BATCH = 500
/** Writes become visible at the latest after this, without a refresh (`engines.md` 2). */
const VISIBLE_MS = 1_000
/** Segments are merged into one above this number. */
const MOST_SEGMENTS = 16

/**
 * The embedded engine: columns and bit planes in memory, built from the store, which is the truth (`engines.md` 4). A
 * replace builds the source's segment aside and swaps it in after the store has switched; single writes become small
 * segments on refresh.
 */
export class EmbeddedEngine implements Engine {
  readonly #store: VacancyStore
  readonly #order: (place: string) => number
  #segments: readonly Segment[] = []
  /** Ids written since the columns were made; the store is read again for them. */
  readonly #touched = new Set<string>()
  #generation = 0
  /** Settles when no change of the columns is under way. */
  #changing: Promise<unknown> = Promise.resolve()
  #loaded: Promise<void> | undefined
  #health: Health = { ready: false, reason: 'not loaded' }
  #timer: NodeJS.Timeout | undefined

  /** `order` places a code on a curve over the map, so that near rows lie together. */
  constructor(store: VacancyStore, order: (place: string) => number) {
    this.#store = store
    this.#order = order
  }

  /** Builds the columns from the store. Called by `ready`; a second call waits for the first. */
  async load(): Promise<void> {
    this.#loaded ??= this.#change(async () => {
      await this.#rebuild()
    })
    await this.#loaded
  }

  /** One change of store and columns at a time. While it lasts the two may differ. */
  async #change<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#changing.then(work)
    this.#changing = turn.catch(() => {})
    return await turn
  }

  async #rebuild(): Promise<void> {
    const rows: Prepared[] = []
    for await (const p of this.#store.prepared()) if (listed(p)) rows.push(p)
    const generation = await this.#store.generation()
    this.#segments = rows.length === 0 ? [] : [buildSegment(rows, this.#order)]
    this.#generation = generation
    this.#touched.clear()
    this.#health = { ready: true }
  }

  /** Drops the columns and builds them anew (after a reindex). */
  async reload(): Promise<void> {
    this.#loaded = this.#change(async () => {
      await this.#rebuild()
    })
    await this.#loaded
  }

  /** Takes over what another engine wrote to the same store: a source that switched, or single vacancies. */
  async follow(written: { readonly source: string } | { readonly ids: readonly string[] }): Promise<void> {
    await this.load()
    await this.#change(async () => {
      if ('ids' in written) {
        for (const id of written.ids) this.#touched.add(id)
        await this.#catchUp()
        return
      }
      const rows: Prepared[] = []
      for await (const p of this.#store.prepared(written.source)) if (listed(p)) rows.push(p)
      const others = this.#without(this.#segments, row => row.source === written.source)
      await this.#show(rows.length === 0 ? others : [...others, buildSegment(rows, this.#order)])
    })
  }

  async search(q: Query, signal?: AbortSignal): Promise<Page> {
    await this.load()
    const changing = this.#changing
    await changing
    const { page, rows } = await this.#page(q, signal)
    if (changing === this.#changing && !rows.some(r => this.#touched.has(r.id))) return page
    // Store and columns parted meanwhile. Once more, in turn with the changes: points belong to the vacancy they come with.
    return await this.#change(async () => {
      await this.#catchUp()
      return (await this.#page(q, signal)).page
    })
  }

  async #page(q: Query, signal?: AbortSignal): Promise<{ readonly page: Page; readonly rows: readonly Ranked[] }> {
    if (signal?.aborted) throw new Aborted()
    const segments = this.#segments
    const generation = this.#generation
    const after = q.after === undefined ? undefined : { points: q.after.last[0], published: q.after.last[1], id: q.after.last[2] }
    // One more than asked tells whether there is a next page.
    const top = new Top(q.size + 1, after)
    let total = 0
    for (const segment of segments) total += await searchSegment(segment, q.where, q.groups, top, signal)
    const rows = top.rows.slice(0, q.size)
    const vacancies = new Map((await this.#store.get(rows.map(r => r.id))).map(v => [v.id, v]))
    const hits = rows.flatMap(r => {
      const vacancy = vacancies.get(r.id)
      return vacancy === undefined ? [] : [{ points: r.points, vacancy }]
    })
    const last = rows.at(-1)
    const next: Cursor | undefined = top.rows.length > q.size && last !== undefined ? { generation, last: [last.points, last.published, last.id] } : undefined
    return { page: { hits, total, generation, ...(next === undefined ? {} : { next }) }, rows }
  }

  async *searchMany(qs: AsyncIterable<Query>, newerThan: number, signal?: AbortSignal): AsyncIterable<Page> {
    const only = any('vacancy_id', await this.#store.changedSince(newerThan))
    for await (const q of qs) yield await this.search({ ...q, where: all(only, q.where) }, signal)
  }

  async count(where: Predicate, buckets: Readonly<Record<string, Predicate>>, facets: readonly SetField[] = [], signal?: AbortSignal): Promise<Counts> {
    await this.load()
    if (signal?.aborted) throw new Aborted()
    const into: SegmentCounts = {
      total: 0,
      buckets: Object.fromEntries(Object.keys(buckets).map(b => [b, 0])),
      facets: Object.fromEntries(facets.map(f => [f, {}]))
    }
    const generation = this.#generation
    for (const segment of this.#segments) await countSegment(segment, where, buckets, facets, into, signal)
    return { ...into, generation }
  }

  async get(ids: readonly string[]): Promise<readonly Vacancy[]> {
    return await this.#store.get(ids)
  }

  async replace(source: string, run: RunToken, vacancies: AsyncIterable<Vacancy>): Promise<Swap> {
    await this.load()
    const lease: RunLease = { id: run.id, source, fence: run.fence }
    // Last one of an id wins, as in the store.
    const latest = new Map<string, Prepared>()
    let batch: Vacancy[] = []
    let indexed = 0
    let seen = ''
    for await (const v of vacancies) {
      batch.push(v)
      latest.set(v.id, v.prepared)
      indexed++
      if (v.lastSeenAt > seen) seen = v.lastSeenAt
      if (batch.length === BATCH) {
        await this.#store.stage(lease, batch)
        batch = []
      }
    }
    await this.#store.stage(lease, batch)
    const rows = [...latest.values()].filter(listed)
    const segment = rows.length === 0 ? [] : [buildSegment(rows, this.#order)]
    return await this.#change(async () => {
      await this.#store.switch(lease, seen)
      await this.#show([...this.#without(this.#segments, row => row.source === source), ...segment])
      return { indexed, generation: this.#generation }
    })
  }

  async upsert(vacancies: readonly Vacancy[]): Promise<readonly Written[]> {
    return await this.#write(
      vacancies.map(v => v.id),
      async () => await this.#store.put(vacancies)
    )
  }

  async remove(ids: readonly string[]): Promise<readonly Written[]> {
    const written = await this.#write(ids, async () => await this.#store.remove(ids))
    return written.map(w => ({ id: w.id, result: 'done' as const }))
  }

  async #write<T>(ids: readonly string[], work: () => Promise<T>): Promise<T> {
    await this.load()
    return await this.#change(async () => {
      const written = await work()
      for (const id of ids) this.#touched.add(id)
      this.#soon()
      return written
    })
  }

  async refresh(): Promise<number> {
    await this.load()
    return await this.#change(async () => {
      await this.#catchUp()
      return this.#generation
    })
  }

  async #catchUp(): Promise<void> {
    if (this.#touched.size > 0) await this.#show(this.#segments)
  }

  /** Swaps in these segments, with every touched vacancy as the store has it now. */
  async #show(segments: readonly Segment[]): Promise<void> {
    const rows = (await this.#store.get([...this.#touched])).map(v => v.prepared).filter(listed)
    const generation = await this.#store.generation()
    const others = this.#touched.size === 0 ? segments : this.#without(segments, row => this.#touched.has(row.vacancy_id))
    this.#segments = rows.length === 0 ? others : [...others, buildSegment(rows, this.#order)]
    this.#generation = generation
    this.#touched.clear()
    this.#health = { ready: true }
    if (this.#segments.length > MOST_SEGMENTS) await this.#rebuild()
  }

  async ready(): Promise<Health> {
    await this.load().catch((error: unknown) => {
      this.#loaded = undefined
      this.#health = { ready: false, reason: error instanceof Error ? error.message : 'load failed' }
    })
    return this.#health
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer)
    this.#segments = []
    this.#health = { ready: false, reason: 'closed' }
  }

  /** Memory of the columns in bytes and their number of rows, for the benchmark. */
  size(): { readonly rows: number; readonly segments: number } {
    return { rows: this.#segments.reduce((n, s) => n + s.size, 0), segments: this.#segments.length }
  }

  /**
   * The segments without the rows that are replaced or removed. Live planes are copied, never changed in place: a search
   * that is under way keeps the whole generation it started with.
   */
  #without(segments: readonly Segment[], is: (row: { source: string; vacancy_id: string }) => boolean): readonly Segment[] {
    return segments.flatMap(segment => {
      const { ids } = segment.columns.vacancy_id as KeyColumn
      const live = words(segment.live.length)
      live.set(segment.live)
      ids.forEach((vacancy_id, row) => {
        if (is({ vacancy_id, source: segment.source[row] as string })) clearBit(live, row)
      })
      return live.some(word => word !== 0) ? [{ ...segment, live }] : []
    })
  }

  #soon(): void {
    if (this.#timer !== undefined) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.refresh().catch((error: unknown) => {
        // The store could not be read: searches would be old. Say so, and try again.
        this.#health = { ready: false, reason: error instanceof Error ? error.message : 'refresh failed' }
        this.#soon()
      })
    }, VISIBLE_MS)
    this.#timer.unref()
  }
}
