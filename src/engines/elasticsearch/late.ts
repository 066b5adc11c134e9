import type { VacancyStore } from '../../store/store.ts'

/** Tells when the server shows less than the store for so long that whoever should have shown it must be gone. */
export class Late {
  readonly #store: VacancyStore
  readonly #ms: number
  /** Since when, by our own clock, the server stands at the same generation while the store is ahead. */
  #still: { readonly generation: number; readonly since: number } | undefined

  constructor(store: VacancyStore, ms: number) {
    this.#store = store
    this.#ms = ms
  }

  /** `shown` is the generation the server shows now. */
  async isSo(shown: number): Promise<boolean> {
    if ((await this.#store.generation()) <= shown) {
      this.#still = undefined
      return false
    }
    if (this.#still?.generation !== shown) this.#still = { generation: shown, since: performance.now() }
    return performance.now() - this.#still.since >= this.#ms
  }
}
