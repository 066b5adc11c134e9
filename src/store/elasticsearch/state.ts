import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { StoreUnusable } from '../store.ts'
import type { Documents, Stored } from './documents.ts'

const HolderSchema = z.object({
  kind: z.enum(['run', 'put']),
  id: z.string(),
  /** Number of this turn: it grows with each, and marks what the turn writes. */
  fence: z.int(),
  /** Grows while the holder lives. */
  beat: z.int()
})
export type Holder = z.infer<typeof HolderSchema>

const SourceStateSchema = z.object({
  /** Stamp of the last turn that switched: what it and those before it wrote shows. */
  current: z.int(),
  /** Turns before it that never switched and may have left rows behind, the newest last. */
  aborted: z.array(z.int()),
  holder: HolderSchema.nullable(),
  /** Moment of the last run that switched. */
  lastRun: z.string().nullable(),
  lastSwitch: z.object({ run: z.string(), generation: z.int(), fence: z.int().default(0) }).nullable()
})
export type SourceState = z.infer<typeof SourceStateSchema>

const StateSchema = z.object({
  generation: z.int(),
  /** The last fence that was given. */
  fence: z.int(),
  /** Codes are being written anew and the last of them may not be counted in `generation` yet. */
  reworking: z.boolean(),
  /** Removals up to this generation are no longer remembered. */
  forgotten: z.int().default(0),
  sources: z.record(z.string(), SourceStateSchema)
})
export type State = z.infer<typeof StateSchema>

export const StateDocSchema = z.object({ kind: z.literal('state'), state: z.string() })
export type StateDoc = z.infer<typeof StateDocSchema>
export const STATE = 'state'

export const NEW_SOURCE: SourceState = { current: 0, aborted: [], holder: null, lastRun: null, lastSwitch: null }
const NEW_STATE: State = { generation: 0, fence: 0, reworking: false, forgotten: 0, sources: {} }
/** Turns that stay remembered as never switched once their rows are swept: a late write of one that old is long at its end. */
const MOST_ABORTED = 50

/** A source whose turn ended without a switch. */
export const aborting = (source: SourceState, fence: number): SourceState => ({ ...source, holder: null, aborted: [...source.aborted, fence] })
/** A source from which all that these turns left was swept. */
export const swept = (source: SourceState, turns: readonly number[]): SourceState => {
  const old = new Set(turns.slice(0, -MOST_ABORTED))
  return old.size === 0 ? source : { ...source, aborted: source.aborted.filter(f => !old.has(f)) }
}

export const docOf = (state: State): StateDoc => ({ kind: 'state', state: JSON.stringify(state) })
export const stateOf = (doc: StateDoc): State => StateSchema.parse(JSON.parse(doc.state))

/** Whether two readings show the same vacancies; a beat or a turn that was taken changes nothing of that. */
export const sameShown = (a: State, b: State): boolean => a.generation === b.generation

/** How often a reading is taken again because it changed meanwhile, or a write because another one was first. */
const TRIES = 100

/**
 * The one document that says what shows of all vacancies. Whoever changes it read it first; of two at once one comes
 * second and works again from the new state.
 */
export class StateFile {
  readonly #docs: Documents<StateDoc>

  constructor(docs: Documents<StateDoc>) {
    this.#docs = docs
  }

  async open(): Promise<void> {
    await this.#docs.create(STATE, docOf(NEW_STATE))
  }

  async #stored(): Promise<Stored<StateDoc>> {
    const found = await this.#docs.get(STATE)
    if (found === undefined) throw new StoreUnusable('the state of the vacancies is missing', 'Zet de laatste snapshot van Elasticsearch terug.')
    return found
  }

  async read(): Promise<State> {
    return stateOf((await this.#stored()).doc)
  }

  /** Changes the state; `work` gives the next one, or undefined to leave it. The state as it is afterwards. */
  async change(work: (state: State) => State | undefined | Promise<State | undefined>): Promise<State> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const known = await this.#stored()
      const state = stateOf(known.doc)
      const next = await work(state)
      if (next === undefined || (await this.#docs.replace(known, docOf(next)))) return next ?? state
      // Others are at it: not all at the same moment again.
      await pause(Math.random() * Math.min(200, 5 * 2 ** attempt))
    }
    throw busy()
  }

  /** A reading for which the state was the same before and after: whatever it read belongs together. */
  async steady<T>(work: (state: State) => Promise<T>, drop?: (result: T) => Promise<void>): Promise<T> {
    let before = await this.read()
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const result = await work(before)
      const after = await this.read()
      if (sameShown(before, after)) return result
      await drop?.(result)
      before = after
    }
    throw busy()
  }
}

const busy = (): StoreUnusable => new StoreUnusable('the vacancies change all the time', 'Er wordt veel tegelijk geschreven. Probeer het opnieuw.')
