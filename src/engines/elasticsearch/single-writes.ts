import { bulk, type BulkItem, type BulkOptions } from '../../elasticsearch/bulk.ts'
import type { Connection } from '../../elasticsearch/client.ts'
import { ElasticsearchFault } from '../../elasticsearch/errors.ts'
import type { Vacancy } from '../../domain/vacancy.ts'
import type { VacancyStore } from '../../store/store.ts'
import { documentOf, isListed, versionOf } from './document.ts'
import type { Found } from './shelf.ts'
import type { Showing } from './showing.ts'

/** An index that goes while we write sends us to the one that came; more often than this it is no coincidence. */
const TRIES = 4

/** Ids written since they were last shown; a number is the generation that removed one. */
export type Touched = ReadonlyMap<string, number | undefined>

interface Wanted {
  readonly touched: Touched
  /** What the store holds of them now. */
  readonly rows: ReadonlyMap<string, Vacancy>
  /** The shown index of each source. */
  readonly indices: ReadonlyMap<string, string>
  /** Indices that are not shown: one of them may be filled by a run. */
  readonly aside: readonly string[]
  /** Of the store, read before the rows. */
  readonly generation: number
}

/** The writes that make the shown indices say of these ids what the store says. */
function itemsOf({ touched, rows, indices, aside, generation }: Wanted): readonly BulkItem[] {
  const version = versionOf(generation, 1)
  return [...touched].flatMap(([id, removed]): readonly BulkItem[] => {
    const v = rows.get(id)
    // A run may have brought it before it was removed: it goes from there, too. Brought again later, it has a higher version.
    const left = removed === undefined ? [] : aside.map((index): BulkItem => ({ action: 'delete', index, id, version: versionOf(removed, 0) }))
    const own = v === undefined ? undefined : indices.get(v.source)
    if (v !== undefined && own !== undefined && isListed(v.prepared)) return [...left, { action: 'index', index: own, id, version, doc: documentOf(v) }]
    // Of a vacancy that is gone the source is not known.
    const shown = v === undefined ? [...indices.values()] : own === undefined ? [] : [own]
    return [...left, ...shown.map((index): BulkItem => ({ action: 'delete', index, id, version }))]
  })
}

/** What a flush left on the server, not yet visible. */
export interface Flushed {
  readonly touched: Touched
  readonly indices: ReadonlyMap<string, string>
  /** Of these indices, the ones that were written. */
  readonly written: ReadonlySet<string>
}

/** Single writes the store took and the server must still show: ids only, so that the newest state goes over once. */
export class SingleWrites {
  readonly #touched = new Map<string, number | undefined>()
  readonly #connection: Connection
  readonly #store: VacancyStore
  readonly #showing: Showing
  readonly #bulk: BulkOptions

  constructor(connection: Connection, store: VacancyStore, showing: Showing, options: BulkOptions) {
    this.#connection = connection
    this.#store = store
    this.#showing = showing
    this.#bulk = options
  }

  get size(): number {
    return this.#touched.size
  }

  written(id: string): void {
    this.#touched.set(id, this.#touched.get(id))
  }

  removed(id: string, generation: number): void {
    this.#touched.set(id, generation)
  }

  /**
   * What was written and removed in the store since the generation the server shows: an instance may have died between its
   * write and its flush, and the generation that is shown next says that nothing was left out. Undefined when the store no
   * longer knows. `generation` was read from the store before.
   */
  async #missed(found: Found, generation: number): Promise<Touched | undefined> {
    // Nothing was ever shown: a start fills everything.
    if (found.generation === 0) return new Map()
    const removed = await this.#store.removedSince(found.generation)
    if (removed === undefined) return undefined
    const changed = generation === found.generation ? [] : await this.#changed(found)
    return new Map([...removed.map(id => [id, generation] as const), ...changed.map(id => [id, undefined] as const)])
  }

  /** What a run brought that switched since is in the index that shows it. */
  async #changed(found: Found): Promise<readonly string[]> {
    const turns = await this.#store.turns()
    const from = (source: string): number => Math.max(found.generation, turns.get(source)?.switched?.generation ?? 0)
    if ([...turns.keys()].every(source => from(source) === found.generation)) return await this.#store.changedSince(found.generation)
    const ids: string[] = []
    for (const source of await this.#store.sources()) ids.push(...(await this.#store.changedSince(from(source), source)))
    return ids
  }

  /**
   * Writes every touched vacancy, and those another instance left, as the store has it now. Nothing shows before a refresh,
   * but what a run of another instance left unshown. `filling` is a source that gets a new index right after.
   */
  async flush(filling?: string): Promise<Flushed> {
    for (let tries = 0; ; tries++) {
      const found = await this.#showing.settled(filling)
      const generation = await this.#store.generation()
      const missed = await this.#missed(found, generation)
      if (missed === undefined) {
        await this.#showing.buildAll()
        continue
      }
      const touched = new Map([...missed, ...this.#touched])
      if (touched.size === 0) return { touched, indices: found.indices, written: new Set() }
      const rows = new Map((await this.#store.get([...touched.keys()])).map(v => [v.id, v]))
      const indices = await this.#targets(found, rows, filling)
      // A run that switched meanwhile may be in these rows: its index is shown first.
      if (indices === undefined || (await this.#showing.behind(found, filling)).length > 0) {
        if (tries >= TRIES) throw new ElasticsearchFault('busy', 'runs')
        continue
      }
      const items = itemsOf({ touched, rows, indices, generation, aside: found.spare.map(s => s.name) })
      const report = await bulk(this.#connection, items, this.#bulk)
      if (report.refused > 0) throw new ElasticsearchFault('refused', 'vacancy')
      const shown = new Set(indices.values())
      // An index went while we wrote (another instance showed its own): the vacancy belongs into the one shown now.
      if (report.gone === 0 || tries >= TRIES)
        return { touched, indices: new Map([...found.indices, ...indices]), written: new Set(items.map(i => i.index).filter(name => shown.has(name))) }
    }
  }

  /** The index of each source that rows go to; a source that is filled anew needs none. Undefined when a run must be shown first. */
  async #targets(found: Found, rows: ReadonlyMap<string, Vacancy>, filling: string | undefined): Promise<ReadonlyMap<string, string> | undefined> {
    const indices = new Map(found.indices)
    for (const source of new Set([...rows.values()].filter(v => isListed(v.prepared)).map(v => v.source))) {
      if (indices.has(source) || source === filling) continue
      const index = await this.#showing.begin(source, found.generation)
      if (index === undefined) return undefined
      indices.set(source, index)
    }
    if (filling !== undefined && (await this.#showing.behind(found)).includes(filling)) indices.delete(filling)
    return indices
  }

  /** These show now, unless they were written again meanwhile. */
  shown({ touched }: Flushed): void {
    for (const [id, removed] of touched) if (this.#touched.get(id) === removed) this.#touched.delete(id)
  }
}
