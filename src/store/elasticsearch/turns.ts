import { setTimeout as pause } from 'node:timers/promises'
import type { RunLease } from '../store.ts'
import { aborting, NEW_SOURCE, type Holder, type SourceState, type State, type StateFile } from './state.ts'

export interface TurnTimes {
  /** How often a holder shows that it lives, in ms. */
  readonly beatMs: number
  /** A holder that showed no life for so long is taken for dead, in ms. */
  readonly deadMs: number
}
export const TURN_TIMES: TurnTimes = { beatMs: 5_000, deadMs: 30_000 }

/** A turn of this instance: the lease, and what the run brought so far. */
export interface Run {
  readonly lease: RunLease
  /** Every vacancy the run brought, with the time it was last seen. */
  readonly brought: Map<string, string>
}

/** A source that a turn has. */
export const sourceOf = (state: State, source: string): SourceState => state.sources[source] ?? NEW_SOURCE
export const withSource = (state: State, source: string, next: SourceState): State => ({ ...state, sources: { ...state.sources, [source]: next } })

/**
 * Who may write the rows of a source: a run (its lease), or a single write for a moment. The holder of a turn raises a
 * number while it lives. Whoever waits watches that number by its own steady clock, so that the clocks of instances need
 * not agree; a holder that stands still is taken for dead, and its fence is never current again.
 */
export class Turns {
  readonly #state: StateFile
  readonly #times: TurnTimes
  readonly #runs = new Map<number, Run>()
  /** What shows that our turns live. */
  readonly #timers = new Map<number, NodeJS.Timeout>()
  /** Turns of this instance that ended while the server could not be told. */
  readonly #over = new Set<number>()
  /** Since when, by our own clock, a holder of a source stands at the same beat. */
  readonly #still = new Map<string, { readonly fence: number; readonly beat: number; readonly since: number }>()

  constructor(state: StateFile, times: TurnTimes) {
    this.#state = state
    this.#times = times
  }

  /** Notes a holder; whether it stood still too long, and whether it was seen to live since it was first noted. */
  #watch(source: string, { fence, beat }: Holder): 'dead' | 'living' | 'unknown' {
    if (this.#over.has(fence)) return 'dead'
    const now = performance.now()
    const known = this.#still.get(source)
    if (known?.fence !== fence || known.beat !== beat) {
      this.#still.set(source, { fence, beat, since: now })
      return known?.fence === fence ? 'living' : 'unknown'
    }
    return now - known.since >= this.#times.deadMs ? 'dead' : 'unknown'
  }

  /** Gives the source to a new holder, past one that is dead. Undefined when another one has it. */
  #taken(state: State, source: string, holder: Omit<Holder, 'beat'>): State | undefined {
    const known = sourceOf(state, source)
    if (known.holder !== null && this.#watch(source, known.holder) !== 'dead') return undefined
    const free = known.holder === null ? known : aborting(known, known.holder.fence)
    return withSource({ ...state, fence: holder.fence }, source, { ...free, holder: { ...holder, beat: 0 } })
  }

  /**
   * The lease of a source for a run, or undefined when another run has it. A holder we know nothing of is watched until it
   * is seen to live or taken for dead. `left` tells that a dead one may have left rows behind.
   */
  async lease(source: string, id: string): Promise<{ readonly run: Run; readonly left: boolean } | undefined> {
    for (;;) {
      let [fence, left, seen]: [number, boolean, 'free' | 'mine' | 'run' | 'unknown'] = [0, false, 'free']
      await this.#state.change(state => {
        const { holder } = sourceOf(state, source)
        fence = state.fence + 1
        left = holder !== null
        seen = 'free'
        if (holder !== null && this.#runs.has(holder.fence)) seen = 'mine'
        else if (holder?.kind === 'run' && this.#watch(source, holder) === 'living') seen = 'run'
        if (seen !== 'free') return undefined
        const next = this.#taken(state, source, { kind: 'run', id, fence })
        if (next === undefined) seen = 'unknown'
        return next
      })
      if (seen === 'free') return { run: this.#begin({ id, source, fence }), left }
      if (seen === 'mine' || seen === 'run') return undefined
      await pause(Math.min(this.#times.beatMs, 1_000) / 2)
    }
  }

  #begin(lease: RunLease): Run {
    this.#live([lease.source], lease.fence)
    const run = { lease, brought: new Map<string, string>() }
    this.#runs.set(lease.fence, run)
    return run
  }

  #live(sources: readonly string[], fence: number): void {
    const timer = setInterval(() => {
      // A beat that is missed is made up by the next one; who was taken for dead learns it at its next write.
      this.#beat(sources, fence).catch(() => {})
    }, this.#times.beatMs)
    timer.unref()
    this.#timers.set(fence, timer)
  }

  async #beat(sources: readonly string[], fence: number): Promise<void> {
    await this.#state.change(state => {
      let next = state
      for (const source of sources) {
        const { holder, ...known } = sourceOf(state, source)
        if (holder?.fence === fence) next = withSource(next, source, { ...known, holder: { ...holder, beat: holder.beat + 1 } })
      }
      return next === state ? undefined : next
    })
  }

  /** The run behind a lease; throws when this instance does not hold it. */
  run(lease: RunLease): Run {
    const run = this.#runs.get(lease.fence)
    if (run?.lease.id !== lease.id || run.lease.source !== lease.source) throw stale(lease.source)
    return run
  }

  /** Every run this instance holds. */
  held(): readonly RunLease[] {
    return [...this.#runs.values()].map(r => r.lease)
  }

  /** No more beats: the turn has ended one way or the other, also where the state still names it as the holder. */
  end(fence: number): void {
    this.#over.add(fence)
    clearInterval(this.#timers.get(fence))
    this.#timers.delete(fence)
    this.#runs.delete(fence)
  }

  /**
   * A moment's turn on several sources at once for a single write. Sources with a run are not in it; one with another
   * single write is waited for.
   */
  async moment(sources: readonly string[]): Promise<{ readonly fence: number; readonly sources: readonly string[] }> {
    for (let waited = 0; ;) {
      let [fence, free, wait]: [number, string[], boolean] = [0, [], false]
      await this.#state.change(state => {
        ;[fence, free, wait] = [state.fence + 1, [], false]
        let next = state
        for (const source of sources) {
          const taken = this.#taken(next, source, { kind: 'put', id: 'put', fence })
          if (taken !== undefined) {
            next = taken
            free.push(source)
          } else if (sourceOf(state, source).holder?.kind === 'put') wait = true
        }
        return wait || free.length === 0 ? undefined : next
      })
      if (!wait) {
        this.#live(free, fence)
        return { fence, sources: free }
      }
      await pause(Math.random() * Math.min(200, 20 * ++waited))
    }
  }
}

export const stale = (source: string): Error => new Error(`stale run token for ${source}`)

/** Throws when a turn no longer has this source. */
export function mustHold(state: State, source: string, fence: number): SourceState {
  const known = sourceOf(state, source)
  if (known.holder?.fence !== fence) throw stale(source)
  return known
}
