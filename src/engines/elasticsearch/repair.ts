import { z } from 'zod'
import { CLOCK, waitMs } from '../../elasticsearch/backoff.ts'
import { bulk, type BulkItem, type BulkOptions } from '../../elasticsearch/bulk.ts'
import type { Connection } from '../../elasticsearch/client.ts'
import { ElasticsearchFault, faulting } from '../../elasticsearch/errors.ts'
import { refreshIndices } from '../../elasticsearch/indices.ts'
import type { Vacancy } from '../../domain/vacancy.ts'
import type { VacancyStore } from '../../store/store.ts'
import { documentOf, isListed, versionOf } from './document.ts'
import { countOf } from './filling.ts'
import { isOld, type Found, type Shelf, type View } from './shelf.ts'

const BATCH = 500
/** Tries to show an index before it is left to the next start. */
const SHOW_TRIES = 8

/** Makes the server show what the store holds: after a crash in between, on an empty server, with another mapping. */
export class Repair {
  readonly #connection: Connection
  readonly #store: VacancyStore
  readonly #shelf: Shelf
  readonly #bulk: BulkOptions

  constructor(connection: Connection, store: VacancyStore, shelf: Shelf, options: BulkOptions) {
    this.#connection = connection
    this.#store = store
    this.#shelf = shelf
    this.#bulk = options
  }

  /** Brings every source up to the store, or builds all anew; gives what is shown then. */
  async run(all = false): Promise<View> {
    const found = await this.#shelf.look()
    const generation = await this.#store.generation()
    // The store was put back: what the server shows is of no use, and its number must not stay ahead.
    const ahead = found.generation > generation
    if (ahead) await this.#shelf.forget()
    if (all || found.generation !== generation) {
      const changed = all || ahead ? new Map<string, readonly Vacancy[]>() : await this.#changedSince(found.generation)
      for (const source of new Set([...(await this.#store.sources()), ...found.indices.keys()])) {
        if (all || ahead || !(await this.#caughtUp(source, found, changed.get(source) ?? []))) await this.#build(source)
      }
      await this.#shelf.note(generation)
    }
    await this.#sweep()
    const { indices } = await this.#shelf.look()
    return { generation, indices }
  }

  /** Vacancies that changed after a generation, by source. */
  async #changedSince(generation: number): Promise<ReadonlyMap<string, readonly Vacancy[]>> {
    const bySource = new Map<string, Vacancy[]>()
    if (generation === 0) return bySource
    const ids = await this.#store.changedSince(generation)
    for (let i = 0; i < ids.length; i += BATCH) {
      for (const v of await this.#store.get(ids.slice(i, i + BATCH))) bySource.set(v.source, [...(bySource.get(v.source) ?? []), v])
    }
    return bySource
  }

  /** Writes what changed into the shown index; false when that is not enough: then the source is built anew. */
  async #caughtUp(source: string, found: Found, changed: readonly Vacancy[]): Promise<boolean> {
    let expected = 0
    for await (const p of this.#store.prepared(source)) if (isListed(p)) expected++
    const index = found.indices.get(source)
    if (index === undefined) return expected === 0
    // A newer index lies aside: a run may have switched in the store and was never shown. One generation stays whole.
    if (found.spare.some(s => s.meta['source'] === source && s.name > index)) return false
    const generation = await this.#store.generation()
    const items = changed.map((v): BulkItem => {
      const version = versionOf(generation, 1)
      return isListed(v.prepared) ? { action: 'index', index, id: v.id, version, doc: documentOf(v) } : { action: 'delete', index, id: v.id, version }
    })
    const report = await bulk(this.#connection, items, this.#bulk)
    await refreshIndices(this.#connection, [index])
    return report.refused + report.gone === 0 && (await countOf(this.#connection, index)) === expected
  }

  /** Builds the index of a source from the store, aside, and shows it. */
  async #build(source: string): Promise<void> {
    const index = await this.#shelf.add(source)
    const version = versionOf(await this.#store.generation(), 1)
    const store = this.#store
    const items = async function* (): AsyncGenerator<BulkItem> {
      for await (const v of store.ofSource(source)) if (isListed(v.prepared)) yield { action: 'index', index, id: v.id, version, doc: documentOf(v) }
    }
    const report = await bulk(this.#connection, items(), this.#bulk)
    if (report.refused + report.gone > 0) throw new ElasticsearchFault('refused', 'vacancy')
    await refreshIndices(this.#connection, [index])
    await this.show(source, index)
  }

  /** A new, empty index for a source that has none, shown at once. Gives the one that is shown. */
  async begin(source: string): Promise<string> {
    const index = await this.#shelf.add(source)
    await this.show(source, index)
    return index
  }

  /**
   * Shows an index for its source. A lost reply or a busy server is tried again; a call that was applied already is seen
   * and counts. Throws when the index is gone or patience ends.
   */
  async show(source: string, index: string): Promise<void> {
    for (let tries = 0; ; tries++) {
      try {
        const found = await this.#shelf.look()
        const there = found.spare.some(s => s.name === index) || (found.members.get(source) ?? []).includes(index)
        if (!there) throw new ElasticsearchFault('refused', 'index swept')
        if (await this.#shelf.show(found, source, index)) return
      } catch (error) {
        const passing = error instanceof ElasticsearchFault && ['busy', 'blocked', 'lost', 'gone'].includes(error.fault)
        if (!passing || tries >= SHOW_TRIES) throw error
      }
      await CLOCK.sleep(waitMs(Math.min(tries, 3), CLOCK.random()))
    }
  }

  /** Deletes indices nobody shows or fills: of a run that holds its source no more, or of a start that never ended. */
  async #sweep(): Promise<void> {
    const { spare, indices } = await this.#shelf.look()
    const left: string[] = []
    for (const { name, meta } of spare) {
      const { source, run, fence, n } = meta
      const live =
        typeof run === 'string' && typeof source === 'string'
          ? await this.#store.stage({ id: run, source, fence: Number(fence) }, []).then(
              () => true,
              () => false
            )
          : // Without a run: being built by a start somewhere, or left behind by one. A newer one that is shown makes it needless.
            !isOld(Number(n)) && !(typeof source === 'string' && (indices.get(source) ?? '') > name)
      if (!live) left.push(name)
    }
    await this.#shelf.drop(left)
    await this.#shelf.dropOldNews()
  }

  /** Throws when the server cannot answer, or not all of the vacancies have a shard that works. */
  async healthy(): Promise<void> {
    const reply: unknown = await faulting(
      async () => await this.#connection.client.cluster.health({ index: `${this.#connection.prefix}-*` }, { requestTimeout: 2_000 })
    )
    const { status } = z.object({ status: z.string() }).parse(reply)
    if (status.toLowerCase() === 'red') throw new ElasticsearchFault('partial', 'health red')
  }
}
