import { ElasticsearchFault, isFault } from '../../elasticsearch/errors.ts'
import type { View } from './shelf.ts'

/** What other instances show is seen within this. */
const FRESH_MS = 1_000
/** Reads that met a change each time are then done in turn with the changes. */
const TRIES = 4

/**
 * What this instance shows, and who may move it. Changes come one at a time; a read that met one is done again, so that a
 * page, its total and its generation are of one moment.
 */
export class Visible {
  readonly #lookUp: () => Promise<View>
  #view: View = { generation: 0, indices: new Map() }
  #seenAt = 0
  /** Settles when no change is under way. */
  #changing: Promise<unknown> = Promise.resolve()
  #changes = 0
  /** Grows at both ends of a moment in which what is visible moves. */
  #turn = 0
  #moving: Promise<unknown> | undefined

  /** `lookUp` reads what the server shows now. */
  constructor(lookUp: () => Promise<View>) {
    this.#lookUp = lookUp
  }

  get view(): View {
    return this.#view
  }

  /** One change of store and indices at a time. Not nested. */
  async change<T>(work: () => Promise<T>): Promise<T> {
    this.#changes++
    const turn = this.#changing.then(work).finally(() => this.#changes--)
    this.#changing = turn.catch(() => {})
    return await turn
  }

  /** Settles when every change asked so far is over. */
  async idle(): Promise<void> {
    await this.#changing
  }

  /** Shows this from now on; the generation never goes back, unless the store itself did. */
  see({ generation, indices }: View, back = false): void {
    this.#view = { generation: back ? generation : Math.max(generation, this.#view.generation), indices }
    this.#seenAt = performance.now()
    this.#turn++
  }

  /** Within a change: what is visible moves while `work` runs. Reads wait for its end, and those under way are done again. */
  async move(work: () => Promise<View>): Promise<void> {
    this.#turn++
    const moving = work().then(view => {
      this.see(view)
    })
    this.#moving = moving.catch(() => {})
    try {
      await moving
    } finally {
      this.#moving = undefined
    }
  }

  /** A read of one view. One that met a change, or an index that was swept, is done again. */
  async read<T>(read: (view: View) => Promise<T>, signal?: AbortSignal): Promise<T> {
    for (let tries = 0; ; tries++) {
      if (signal?.aborted === true) throw new ElasticsearchFault('aborted', 'aborted')
      if (performance.now() - this.#seenAt > FRESH_MS && this.#changes === 0) await this.#look()
      await this.#moving
      const turn = this.#turn
      try {
        if (tries >= TRIES) return await this.change(async () => await read(this.#view))
        const result = await read(this.#view)
        if (turn === this.#turn) return result
      } catch (error) {
        if (!isFault(error, 'gone') || tries > TRIES) throw error
        await this.#look()
      }
    }
  }

  /** Sees what other instances show. */
  async #look(): Promise<void> {
    await this.change(async () => {
      const found = await this.#lookUp()
      const same = found.generation <= this.#view.generation && [...found.indices.values()].join() === [...this.#view.indices.values()].join()
      if (same) this.#seenAt = performance.now()
      else this.see(found)
    })
  }
}
