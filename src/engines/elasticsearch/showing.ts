import { CLOCK, waitMs } from '../../elasticsearch/backoff.ts'
import { bulk, type BulkItem, type BulkOptions } from '../../elasticsearch/bulk.ts'
import type { Connection } from '../../elasticsearch/client.ts'
import { ElasticsearchFault, isFault } from '../../elasticsearch/errors.ts'
import { refreshIndices, type FoundIndex } from '../../elasticsearch/indices.ts'
import type { Vacancy } from '../../domain/vacancy.ts'
import type { SourceTurn, VacancyStore } from '../../store/store.ts'
import { documentOf, isListed, versionOf } from './document.ts'
import { countOf } from './filling.ts'
import { inPlaceOrder, rankOf, type OrderOfPlaces, type Placed } from './place-order.ts'
import { holdsOf, type Found, type Shelf } from './shelf.ts'

const BATCH = 500
/** Tries to show an index before it is left to the next start. */
const SHOW_TRIES = 8

/** How far back the store is asked what changed, and what was removed. */
interface Since {
  readonly changed: number
  readonly removed: number
}
type CaughtUp = 'yes' | 'superseded' | 'forgotten'

/**
 * Which index shows a source. An index notes the run it holds (`Holds`), and the store knows which run switched last: an
 * index is shown only while these two are the same, whoever built it and however late it comes. What was written to the
 * store after an index read it, and went into the index shown until then, is written to it once it is shown.
 */
export class Showing {
  readonly #connection: Connection
  readonly #store: VacancyStore
  readonly #shelf: Shelf
  readonly #order: OrderOfPlaces
  readonly #bulk: BulkOptions

  constructor(connection: Connection, store: VacancyStore, shelf: Shelf, order: OrderOfPlaces, options: BulkOptions) {
    this.#connection = connection
    this.#store = store
    this.#shelf = shelf
    this.#order = order
    this.#bulk = options
  }

  async #turn(source: string): Promise<SourceTurn['switched']> {
    return (await this.#store.turns()).get(source)?.switched
  }

  /** Sources whose last run is not in the index that shows them, but for one that is being filled. */
  async behind(found: Found, but?: string): Promise<readonly string[]> {
    const turns = await this.#store.turns()
    // A switch that an older program noted has no fence: what it showed was right.
    return [...turns].flatMap(([source, { switched }]) => {
      const fence = switched?.fence ?? 0
      return source !== but && fence !== 0 && fence !== holdsOf(found.shown.get(source)).fence ? [source] : []
    })
  }

  /** Shows what runs left unshown that died, or are just between their switch and their show. Gives what is shown then. */
  async settled(but?: string): Promise<Found> {
    const found = await this.#shelf.look()
    const behind = await this.behind(found, but)
    for (const source of behind) await this.#bring(source, found)
    return behind.length === 0 ? found : await this.#shelf.look()
  }

  /** The index the last run left aside, when it is whole, else one that is built anew. */
  async #bring(source: string, found: Found): Promise<void> {
    const fence = (await this.#turn(source))?.fence
    const spare = found.spare.find(s => s.meta['source'] === source && holdsOf(s).fence === fence)
    if (spare !== undefined && (await this.isWhole(source, spare)) && (await this.show(source, spare.name))) return
    await this.build(source)
  }

  /**
   * Writes what came after, then counts: whether the index holds what the store shows. False too when it is gone. `from` is a
   * generation of which it is known to hold everything.
   */
  async isWhole(source: string, index: FoundIndex, from = 0): Promise<boolean> {
    try {
      const since = sinceOf(index, await this.#turn(source))
      const later = { changed: Math.max(from, since.changed), removed: Math.max(from, since.removed) }
      if ((await this.#catchUp(source, index.name, later)) !== 'yes') return false
      let expected = 0
      for await (const p of this.#store.prepared(source)) if (isListed(p)) expected++
      return (await countOf(this.#connection, index.name)) === expected
    } catch (error) {
      if (isFault(error, 'gone')) return false
      throw error
    }
  }

  /** Writes what changed and what was removed in the store since then, of the same run. */
  async #catchUp(source: string, index: string, since: Since): Promise<CaughtUp> {
    const fence = (await this.#turn(source))?.fence
    const generation = await this.#store.generation()
    const removed = await this.#store.removedSince(since.removed)
    if (removed === undefined) return 'forgotten'
    const changed = await this.#store.changedSince(since.changed, source)
    if (changed.length + removed.length === 0) return 'yes'
    const [store, version] = [this.#store, versionOf(generation, 1)]
    let superseded = false
    const current = async (): Promise<boolean> => (await this.#turn(source))?.fence === fence
    const items = async function* (): AsyncGenerator<BulkItem> {
      for (let i = 0; i < changed.length && !superseded; i += BATCH) {
        const rows = await store.get(changed.slice(i, i + BATCH))
        // Read after the rows: these are of the run this index holds.
        superseded = !(await current())
        if (superseded) return
        for (const v of rows)
          yield isListed(v.prepared) ? { action: 'index', index, id: v.id, version, doc: documentOf(v) } : { action: 'delete', index, id: v.id, version }
      }
      for (const id of removed) yield { action: 'delete', index, id, version }
    }
    const report = await bulk(this.#connection, items(), this.#bulk)
    if (superseded) return 'superseded'
    if (report.gone > 0) throw new ElasticsearchFault('gone', 'vacancy')
    if (report.refused > 0) throw new ElasticsearchFault('refused', 'vacancy')
    await refreshIndices(this.#connection, [index])
    return 'yes'
  }

  /** What the store shows of a source and is listed: codes first, whole vacancies a few at a time. */
  async *#listed(source: string): AsyncGenerator<Vacancy> {
    const placed: Placed[] = []
    for await (const p of this.#store.prepared(source)) if (isListed(p)) placed.push({ id: p.vacancy_id, rank: rankOf(p, this.#order) })
    for (const batch of inPlaceOrder(placed)) for (const v of await this.#store.get([...batch.keys()])) if (isListed(v.prepared)) yield v
  }

  /** Builds the index of a source from the store, aside, and shows it. What changes meanwhile is written once it shows. Not shown when a run switches meanwhile: that one shows its own. */
  async build(source: string): Promise<void> {
    const since = await this.#store.generation()
    const index = await this.#shelf.add(source, { fence: (await this.#turn(source))?.fence ?? 0, since })
    const version = versionOf(since, 1)
    const listed = this.#listed(source)
    const items = async function* (): AsyncGenerator<BulkItem> {
      for await (const v of listed) yield { action: 'index', index, id: v.id, version, doc: documentOf(v) }
    }
    const report = await bulk(this.#connection, items(), this.#bulk)
    if (report.refused + report.gone > 0) throw new ElasticsearchFault('refused', 'vacancy')
    await this.#shelf.merge(index, report.done + report.already)
    await refreshIndices(this.#connection, [index])
    if (!(await this.show(source, index))) await this.#shelf.drop([index])
  }

  /** Builds every source anew from the store, and notes from when it is. */
  async buildAll(): Promise<void> {
    const generation = await this.#store.generation()
    const { indices } = await this.#shelf.look()
    for (const source of new Set([...(await this.#store.sources()), ...indices.keys()])) await this.build(source)
    await this.#shelf.note(generation)
  }

  /**
   * A new, empty index for a source that has none, shown at once: it takes what changed since a generation. Gives the one that
   * is shown; undefined when that is the matter of a run that switched.
   */
  async begin(source: string, since: number): Promise<string | undefined> {
    const index = await this.#shelf.add(source, { fence: (await this.#turn(source))?.fence ?? 0, since })
    await this.show(source, index)
    const shown = (await this.#shelf.look()).indices.get(source)
    if (shown !== index) await this.#shelf.drop([index])
    return shown
  }

  /**
   * Shows an index for its source, with what was written elsewhere until then; false when another run has switched since.
   * A lost reply or a busy server is tried again; a call that was applied already is seen and counts. Throws when the index
   * is gone or patience ends.
   */
  async show(source: string, index: string): Promise<boolean> {
    for (let tries = 0; ; tries++) {
      try {
        const found = await this.#shelf.look()
        const own = [...found.spare, ...found.shown.values()].find(i => i.name === index)
        if (own === undefined) {
          // Behind the alias together with a newer one: two that were the first of their source at the same time.
          if ((found.members.get(source) ?? []).includes(index)) return false
          throw new ElasticsearchFault('refused', 'index swept')
        }
        const switched = await this.#turn(source)
        if ((switched?.fence ?? 0) !== holdsOf(own).fence) return false
        if (await this.#shelf.show(found, source, index)) {
          const caughtUp = await this.#catchUp(source, index, sinceOf(own, switched))
          if (caughtUp === 'forgotten') await this.build(source)
          return caughtUp === 'yes'
        }
      } catch (error) {
        const passing = error instanceof ElasticsearchFault && ['busy', 'blocked', 'lost', 'gone'].includes(error.fault)
        if (!passing || tries >= SHOW_TRIES) throw error
      }
      await CLOCK.sleep(waitMs(Math.min(tries, 3), CLOCK.random()))
    }
  }
}

/** From when an index must be told: what a run brought came with its switch; what was removed while it was filled did not. */
function sinceOf(index: FoundIndex, switched: SourceTurn['switched']): Since {
  const { run, since } = holdsOf(index)
  return { changed: run === undefined || switched === undefined ? since : switched.generation, removed: since }
}
