import type { ReindexStatus } from './api/context.ts'
import type { Moment } from './domain/moment.ts'
import { reread } from './feed/normalise.ts'
import type { Engine } from './match/engine.ts'
import type { VacancyStore } from './store/store.ts'

/** Reads, judges and indexes every stored vacancy anew, one run at a time; only what differs is written. */
export class Reindexing {
  readonly #vacancies: VacancyStore
  readonly #engine: Engine
  readonly #now: () => Moment
  readonly #track: (work: Promise<unknown>) => void
  #status: ReindexStatus = { running: false, checked: 0, changed: 0, startedAt: null, endedAt: null, failed: false }

  constructor(vacancies: VacancyStore, engine: Engine, now: () => Moment, track: (work: Promise<unknown>) => void) {
    this.#vacancies = vacancies
    this.#engine = engine
    this.#now = now
    this.#track = track
  }

  status(): ReindexStatus {
    return this.#status
  }

  /** Begins a run, unless one goes on; it works on in the background. */
  start(): ReindexStatus {
    if (!this.#status.running) this.#track(this.#run())
    return this.#status
  }

  async #run(): Promise<void> {
    const { day, instant } = this.#now()
    this.#status = { running: true, checked: 0, changed: 0, startedAt: instant, endedAt: null, failed: false }
    try {
      const result = await this.#vacancies.rewrite(
        v => reread(v, day),
        checked => {
          this.#status = { ...this.#status, checked }
        }
      )
      await this.#engine.reload()
      this.#status = { ...this.#status, ...result, running: false, endedAt: this.#now().instant }
    } catch (error) {
      this.#status = { ...this.#status, running: false, failed: true, endedAt: this.#now().instant }
      throw error
    }
  }
}
