import { setTimeout as pause } from 'node:timers/promises'
import { aborting, type SourceState, type State, type StateFile } from './state.ts'
import { mustHold, sourceOf, withSource } from './turns.ts'
import type { VacancyDocs } from './vacancy-docs.ts'

/** How long a write without an answer is looked for, in ms. */
const LOOK_MS = 5_000

/** The one step that shows what a turn wrote, and the ends of turns without it. */
export class Commits {
  readonly #docs: VacancyDocs
  readonly #state: StateFile

  constructor(docs: VacancyDocs, state: StateFile) {
    this.#docs = docs
    this.#state = state
  }

  /**
   * Shows everything a turn wrote, in one write to the state; the generation in which it shows. What it wrote is made
   * findable before. Throws when the turn no longer holds a source.
   */
  async show(fence: number, sources: readonly string[], end: (source: SourceState, generation: number) => SourceState = s => s): Promise<number> {
    let noted = 0
    const shown = (state: State): boolean => noted > 0 && sources.every(source => sourceOf(state, source).current === fence)
    const write = this.#state.change(async state => {
      // Written after all: only the answer was lost.
      if (shown(state)) return undefined
      for (const source of sources) mustHold(state, source, fence)
      const generation = state.generation + 1
      if (generation !== noted) {
        await this.#docs.bulk([{ op: 'index', id: `commit:${fence}`, doc: { kind: 'commit', stamp: fence, generation } }])
        await this.#docs.refresh()
        noted = generation
      }
      let next: State = { ...state, generation }
      for (const source of sources) next = withSource(next, source, end({ ...sourceOf(state, source), current: fence, holder: null }, generation))
      return next
    })
    try {
      await write
    } catch (error) {
      if (!(await this.#later(shown))) throw error
    }
    return noted
  }

  /** Looks for some seconds whether a write came through whose answer was lost: a run that shows must not be called failed. */
  async #later(holds: (state: State) => boolean): Promise<boolean> {
    for (const until = performance.now() + LOOK_MS; performance.now() < until; await pause(LOOK_MS / 10)) {
      const state = await this.#state.read().catch(() => undefined)
      if (state !== undefined) return holds(state)
    }
    return false
  }

  /** Ends a turn that shows nothing; `wrote` when it may have written rows. True when it still held one of its sources. */
  async drop(fence: number, sources: readonly string[], wrote: boolean): Promise<boolean> {
    let held = false
    await this.#state.change(state => {
      let next = state
      for (const source of sources) {
        const known = sourceOf(state, source)
        if (known.holder?.fence === fence) next = withSource(next, source, wrote ? aborting(known, fence) : { ...known, holder: null })
      }
      held = next !== state
      return held ? next : undefined
    })
    return held
  }

  /** A new generation for a change that shows already; what changed is made findable before. The state with it. */
  async count(work: (state: State) => State = s => s): Promise<State> {
    await this.#docs.refresh()
    return await this.#state.change(state => work({ ...state, generation: state.generation + 1 }))
  }
}
