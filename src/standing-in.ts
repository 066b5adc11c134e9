import { setTimeout as wait } from 'node:timers/promises'
import type { Vacancy } from './domain/vacancy.ts'
import { EngineUnavailable, type Counts, type Engine, type Health, type Page, type Query, type RunToken, type Swap, type Written } from './match/engine.ts'
import type { SetField } from './match/fields.ts'
import type { Predicate } from './match/predicate.ts'

/** An engine kept warm over the same store, which hears of every write. */
export interface Warm extends Engine {
  follow(written: { readonly source: string } | { readonly ids: readonly string[] }): Promise<void>
}

export interface Guard {
  /** Whether an error means that the engine is away, and not that the question or the caller is. */
  readonly isAway: (error: unknown) => boolean
  /** Told when the engine goes away (false) and when it is back (true). */
  readonly changed: (back: boolean) => void
  /** Between two looks whether it is back, in ms. */
  readonly probeMs: number
}

/**
 * The chosen engine, with another one that answers searches while it is away (`engines.md` 2, *partial*). Answers of the
 * one that stands in are flagged `degraded`. Without one, a search then fails with EngineUnavailable. Writes always need
 * the chosen engine; it comes back by itself.
 */
export class StandingIn implements Engine {
  readonly #main: Engine
  readonly #warm: Warm | undefined
  readonly #guard: Guard
  #away = false
  #closed = new AbortController()
  #probing: Promise<void> = Promise.resolve()

  constructor(main: Engine, warm: Warm | undefined, guard: Guard) {
    this.#main = main
    this.#warm = warm
    this.#guard = guard
  }

  #gone(): void {
    if (this.#away || this.#closed.signal.aborted) return
    this.#away = true
    this.#guard.changed(false)
    this.#probing = this.#probe().catch(() => {})
  }

  async #probe(): Promise<void> {
    const { signal } = this.#closed
    while (this.#away && !signal.aborted) {
      await wait(this.#guard.probeMs, undefined, { signal, ref: false })
      const health = await this.#main.ready().catch(() => ({ ready: false }))
      if (!health.ready) continue
      this.#away = false
      this.#guard.changed(true)
    }
  }

  /** Runs on the chosen engine; an error that means it is away comes out as EngineUnavailable. */
  async #ask<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
    if (this.#away) throw new EngineUnavailable()
    try {
      return await work(this.#main)
    } catch (error) {
      if (!this.#guard.isAway(error)) throw error
      this.#gone()
      throw new EngineUnavailable({ cause: error })
    }
  }

  async #either<T extends Page | Counts>(work: (engine: Engine) => Promise<T>): Promise<T> {
    try {
      return await this.#ask(work)
    } catch (error) {
      if (this.#warm === undefined || !(error instanceof EngineUnavailable)) throw error
      return { ...(await work(this.#warm)), degraded: true }
    }
  }

  async search(q: Query, signal?: AbortSignal): Promise<Page> {
    return await this.#either(async e => await e.search(q, signal))
  }

  async count(where: Predicate, buckets: Readonly<Record<string, Predicate>>, facets?: readonly SetField[], signal?: AbortSignal): Promise<Counts> {
    return await this.#either(async e => await e.count(where, buckets, facets, signal))
  }

  /** Alerts are sent once: they wait for the chosen engine rather than mix two. */
  async *searchMany(qs: AsyncIterable<Query>, newerThan: number, signal?: AbortSignal): AsyncIterable<Page> {
    try {
      yield* this.#main.searchMany(qs, newerThan, signal)
    } catch (error) {
      if (!this.#guard.isAway(error)) throw error
      this.#gone()
      throw new EngineUnavailable({ cause: error })
    }
  }

  async get(ids: readonly string[]): Promise<readonly Vacancy[]> {
    try {
      return await this.#ask(async e => await e.get(ids))
    } catch (error) {
      if (this.#warm === undefined || !(error instanceof EngineUnavailable)) throw error
      return await this.#warm.get(ids)
    }
  }

  async replace(source: string, run: RunToken, vacancies: AsyncIterable<Vacancy>): Promise<Swap> {
    // Also after a failure: the store may have switched before the engine went away.
    try {
      return await this.#ask(async e => await e.replace(source, run, vacancies))
    } finally {
      await this.#warm?.follow({ source })
    }
  }

  async upsert(vacancies: readonly Vacancy[]): Promise<readonly Written[]> {
    try {
      return await this.#ask(async e => await e.upsert(vacancies))
    } finally {
      await this.#warm?.follow({ ids: vacancies.map(v => v.id) })
    }
  }

  async remove(ids: readonly string[]): Promise<readonly Written[]> {
    try {
      return await this.#ask(async e => await e.remove(ids))
    } finally {
      await this.#warm?.follow({ ids })
    }
  }

  async refresh(): Promise<number> {
    return await this.#ask(async e => await e.refresh())
  }

  async reload(): Promise<void> {
    await this.#warm?.reload()
    await this.#ask(async e => {
      await e.reload()
    })
  }

  async ready(): Promise<Health> {
    const health = await this.#main.ready().catch((error: unknown): Health => {
      if (!this.#guard.isAway(error)) throw error
      return { ready: false, reason: 'away' }
    })
    if (health.ready) return this.#warm === undefined ? health : { ...health, ...(await this.#warmUp()) }
    this.#gone()
    const warm = await this.#warm?.ready()
    return warm?.ready === true ? { ready: true, degraded: true, ...(health.reason === undefined ? {} : { reason: health.reason }) } : health
  }

  /** Builds the one that stands in beforehand; that it cannot is no reason to refuse work. */
  async #warmUp(): Promise<Pick<Health, 'reason'>> {
    const warm = await this.#warm?.ready()
    return warm === undefined || warm.ready ? {} : { reason: `stand-in: ${warm.reason ?? 'not ready'}` }
  }

  async close(): Promise<void> {
    this.#closed.abort()
    await this.#probing
    await this.#warm?.close()
    await this.#main.close()
  }
}
