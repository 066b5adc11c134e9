import { bulk, type BulkItem, type BulkOptions } from '../../elasticsearch/bulk.ts'
import type { Connection } from '../../elasticsearch/client.ts'
import { ElasticsearchFault } from '../../elasticsearch/errors.ts'
import type { Vacancy } from '../../domain/vacancy.ts'
import type { VacancyStore } from '../../store/store.ts'
import { documentOf, isListed, versionOf } from './document.ts'
import type { Repair } from './repair.ts'
import type { Shelf, View } from './shelf.ts'

/** An index that goes while we write sends us to the one that came; more often than this it is no coincidence. */
const TRIES = 4

/** More than this that changed since the shown generation is a run of another instance, which shows it itself. */
const MOST_MISSED = 5_000

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
  readonly #shelf: Shelf
  readonly #repair: Repair
  readonly #bulk: BulkOptions

  constructor(parts: {
    readonly connection: Connection
    readonly store: VacancyStore
    readonly shelf: Shelf
    readonly repair: Repair
    readonly bulk: BulkOptions
  }) {
    this.#connection = parts.connection
    this.#store = parts.store
    this.#shelf = parts.shelf
    this.#repair = parts.repair
    this.#bulk = parts.bulk
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
   * What changed in the store since the generation the server shows, in sources no run is filling: an instance may have died
   * between its write and its flush, and the generation that is shown next says that nothing was left out.
   */
  async #missed(): Promise<readonly string[]> {
    const { generation, spare, indices } = await this.#shelf.look()
    // Nothing was ever shown: a start fills everything.
    const ids = generation === 0 ? [] : await this.#store.changedSince(generation)
    if (ids.length > MOST_MISSED) return []
    const own = (source: string): boolean => !spare.some(({ name, meta }) => meta['source'] === source && name > (indices.get(source) ?? ''))
    const others = ids.filter(id => !this.#touched.has(id))
    return (await this.#store.get(others)).filter(v => own(v.source)).map(v => v.id)
  }

  /** Writes every touched vacancy, and those another instance left, as the store has it now. Nothing shows before a refresh. `view` is what is shown. */
  async flush(view: View): Promise<Flushed> {
    const missed = await this.#missed()
    const touched = new Map([...missed.map(id => [id, undefined] as const), ...this.#touched])
    if (touched.size === 0) return { touched, indices: view.indices, written: new Set() }
    for (let tries = 0; ; tries++) {
      const found = await this.#shelf.look()
      const generation = await this.#store.generation()
      const rows = new Map((await this.#store.get([...touched.keys()])).map(v => [v.id, v]))
      const indices = new Map(found.indices)
      for (const source of new Set([...rows.values()].filter(v => isListed(v.prepared)).map(v => v.source))) {
        if (!indices.has(source)) indices.set(source, await this.#repair.begin(source))
      }
      const items = itemsOf({ touched, rows, indices, generation, aside: found.spare.map(s => s.name) })
      const report = await bulk(this.#connection, items, this.#bulk)
      if (report.refused > 0) throw new ElasticsearchFault('refused', 'vacancy')
      const shown = new Set(indices.values())
      // An index went while we wrote (another instance showed its own): the vacancy belongs into the one shown now.
      if (report.gone === 0 || tries >= TRIES) return { touched, indices, written: new Set(items.map(i => i.index).filter(name => shown.has(name))) }
    }
  }

  /** These show now, unless they were written again meanwhile. */
  shown({ touched }: Flushed): void {
    for (const [id, removed] of touched) if (this.#touched.get(id) === removed) this.#touched.delete(id)
  }
}
