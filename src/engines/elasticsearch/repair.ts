import { z } from 'zod'
import type { Connection } from '../../elasticsearch/client.ts'
import { ElasticsearchFault, faulting } from '../../elasticsearch/errors.ts'
import type { VacancyStore } from '../../store/store.ts'
import { isListed } from './document.ts'
import { holdsOf, isOld, type Shelf, type View } from './shelf.ts'
import type { Showing } from './showing.ts'

/** Makes the server show what the store holds: after a crash in between, on an empty server, with another mapping. */
export class Repair {
  readonly #connection: Connection
  readonly #store: VacancyStore
  readonly #shelf: Shelf
  readonly #showing: Showing

  constructor(connection: Connection, store: VacancyStore, shelf: Shelf, showing: Showing) {
    this.#connection = connection
    this.#store = store
    this.#shelf = shelf
    this.#showing = showing
  }

  /** Brings every source up to the store, or builds all anew; gives what is shown then. */
  async run(all = false): Promise<View> {
    const before = await this.#shelf.look()
    const generation = await this.#store.generation()
    // The store was put back: what the server shows is of no use, and its number must not stay ahead.
    const ahead = before.generation > generation
    if (ahead) await this.#shelf.forget()
    if (all || ahead) await this.#showing.buildAll()
    else {
      // A run may have switched and was never shown, whatever came after it.
      const { shown } = await this.#showing.settled()
      if (before.generation !== generation) {
        for (const source of new Set([...(await this.#store.sources()), ...shown.keys()])) {
          const index = shown.get(source)
          // What was just brought is whole.
          if (index !== undefined && index.name !== before.indices.get(source)) continue
          if (index === undefined ? !(await this.#isEmpty(source)) : !(await this.#showing.isWhole(source, index, before.generation)))
            await this.#showing.build(source)
        }
      }
    }
    await this.#shelf.note(generation)
    const { indices } = await this.#showing.settled()
    await this.#sweep()
    return { generation, indices }
  }

  async #isEmpty(source: string): Promise<boolean> {
    for await (const p of this.#store.prepared(source)) if (isListed(p)) return false
    return true
  }

  /** Deletes indices nobody shows or fills: of a run that holds its source no more, or of a start that never ended. */
  async #sweep(): Promise<void> {
    const { spare, members, shown, indices } = await this.#shelf.look()
    const turns = await this.#store.turns()
    const left = [...members].flatMap(([source, names]) => names.filter(name => name !== indices.get(source)))
    for (const index of spare) {
      const source = String(index.meta['source'] ?? '')
      const { fence, run } = holdsOf(index)
      const turn = turns.get(source)
      const live =
        run === undefined
          ? // Being built by a start somewhere, or left behind by one. A newer one that is shown makes it needless.
            !isOld(Number(index.meta['n'])) && !((indices.get(source) ?? '') > index.name)
          : // Being filled, or about to be shown.
            turn?.held?.fence === fence || (turn?.switched?.fence === fence && holdsOf(shown.get(source)).fence < fence)
      if (!live) left.push(index.name)
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
