import type { Vacancy } from '../domain/vacancy.ts'
import type { RunLease, SourceTurn, VacancyStore } from '../store/store.ts'
import { marketRow } from './market.ts'

/**
 * A store of made-up markets: how many rows each has, and no row. They are made anew whenever they are read, so a market of
 * a million takes no disk and no time before it can be measured. Only what a market needs: runs that begin at row 0.
 */
export class MarketStore implements VacancyStore {
  readonly #imported: readonly Vacancy[]
  readonly #markets = new Map<string, { readonly count: number; readonly fence: number; readonly generation: number }>()
  readonly #runs = new Map<string, { readonly lease: RunLease; count: number }>()
  #generation = 0
  #fence = 0

  constructor(imported: readonly Vacancy[]) {
    this.#imported = imported
  }

  async generation(): Promise<number> {
    return this.#generation
  }

  async lease(source: string, id: string): Promise<RunLease | undefined> {
    if (this.#runs.has(source)) return undefined
    const lease = { id, source, fence: ++this.#fence }
    this.#runs.set(source, { lease, count: 0 })
    return lease
  }

  #run(lease: RunLease): { readonly lease: RunLease; count: number } {
    const run = this.#runs.get(lease.source)
    if (run?.lease.fence !== lease.fence) throw new Error(`stale run token for ${lease.source}`)
    return run
  }

  async stage(lease: RunLease, vacancies: readonly Vacancy[]): Promise<void> {
    this.#run(lease).count += vacancies.length
  }

  async staged(lease: RunLease, ids: readonly string[]): Promise<readonly Vacancy[]> {
    const { count } = this.#run(lease)
    return ids.flatMap(id => this.#row(id, count) ?? [])
  }

  async switch(lease: RunLease): Promise<{ generation: number; changed: number; removed: number }> {
    const { count } = this.#run(lease)
    this.#runs.delete(lease.source)
    this.#markets.set(lease.source, { count, fence: lease.fence, generation: ++this.#generation })
    return { generation: this.#generation, changed: count, removed: 0 }
  }

  async discard(lease: RunLease): Promise<void> {
    if (this.#runs.get(lease.source)?.lease.fence === lease.fence) this.#runs.delete(lease.source)
  }

  put(): Promise<never> {
    return Promise.reject(new Error('a market takes no single writes'))
  }

  remove(): Promise<never> {
    return Promise.reject(new Error('a market takes no single writes'))
  }

  rewrite(): Promise<never> {
    return Promise.reject(new Error('a market is not rewritten'))
  }

  #row(id: string, count?: number): Vacancy | undefined {
    const [source = '', row] = id.split(':n-')
    return Number(row) < (count ?? this.#markets.get(source)?.count ?? 0) ? marketRow(this.#imported, Number(row), source) : undefined
  }

  async get(ids: readonly string[]): Promise<readonly Vacancy[]> {
    return ids.flatMap(id => this.#row(id) ?? [])
  }

  async preparedOf(ids: readonly string[]): Promise<ReadonlyArray<Vacancy['prepared']>> {
    return (await this.get(ids)).map(v => v.prepared)
  }

  async *ofSource(source: string): AsyncIterable<Vacancy> {
    for (let i = 0; i < (this.#markets.get(source)?.count ?? 0); i++) yield marketRow(this.#imported, i, source)
  }

  async sources(): Promise<readonly string[]> {
    return [...this.#markets.keys()].sort()
  }

  async turns(): Promise<ReadonlyMap<string, SourceTurn>> {
    return new Map([...this.#markets].map(([source, switched]) => [source, { held: this.#runs.get(source)?.lease, switched }]))
  }

  async changedSince(generation: number, source?: string): Promise<readonly string[]> {
    return [...this.#markets].flatMap(([name, m]) =>
      m.generation > generation && (source ?? name) === name ? Array.from({ length: m.count }, (_, i) => `${name}:n-${i}`) : []
    )
  }

  async removedSince(): Promise<readonly string[]> {
    return []
  }

  async *prepared(source?: string): AsyncIterable<Vacancy['prepared']> {
    for (const name of source === undefined ? await this.sources() : [source]) for await (const v of this.ofSource(name)) yield v.prepared
  }
}
