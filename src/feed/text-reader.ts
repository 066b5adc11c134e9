import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Moment } from '../domain/moment.ts'
import { importedTexts, type ImportedTexts } from '../reference/imported.ts'
import { normalise, type Normalised } from './normalise.ts'
import type { Parsed } from './source.ts'

type Row = Extract<Parsed, { kind: 'row' }>
export interface ReadJob {
  readonly id: number
  readonly row: Row
  readonly source: string
  readonly at: Moment
}
export type ReadAnswer =
  { readonly id: 0; readonly harmless: number } | { readonly id: number; readonly begun: true } | { readonly id: number; readonly normalised: Normalised }

/**
 * A text up to this length is read in place: a real advert has 1,500 to 12,000 characters, and every rule is linear within
 * pieces of at most 1,200. A longer one is read by another thread, with a deadline.
 */
const IN_PLACE = 20_000
/** So long the reading of one text may take (issue 5); then its thread is ended and the advert is kept unread. */
const DEADLINE_MS = 250
/** On a machine that is slow or busy, so many times as long as a harmless text of the same length took there. */
const TIMES_HARMLESS = 4
/** A thread that has not started by then does not count as a hostile text, but the import goes on. */
const START_MS = 120_000

interface Waiting {
  readonly id: number
  readonly done: (answer: Normalised | undefined) => void
  timer: NodeJS.Timeout
}

/** Reads adverts so that no text can hold up an import: long ones in a thread of their own that is ended when it takes too long. */
export class TextReader {
  readonly #deadline: number
  readonly #inPlace: number
  readonly #file: URL
  #worker: Worker | undefined
  /** The imported tables its thread reads with: those of this one. */
  #tables: ImportedTexts | undefined
  #ready = false
  #patience: number
  #next = 1
  #waiting: Waiting | undefined
  #queue: Promise<unknown> = Promise.resolve()

  /** Other limits, or another worker file, are for tests. */
  constructor(options: { readonly deadline?: number; readonly inPlace?: number; readonly file?: URL } = {}) {
    this.#deadline = options.deadline ?? DEADLINE_MS
    this.#patience = this.#deadline
    this.#inPlace = options.inPlace ?? IN_PLACE
    this.#file = options.file ?? new URL(`./reading-worker${extname(import.meta.url)}`, import.meta.url)
  }

  /** A row as a vacancy. A text that takes too long gives the vacancy without what the text says, and a warning. */
  async normalise(row: Row, source: string, at: Moment): Promise<Normalised> {
    if ((row.facts.description ?? '').length <= this.#inPlace) return normalise(row, source, at)
    const turn = this.#queue.then(() => this.#read(row, source, at))
    this.#queue = turn.catch(() => undefined)
    return (await turn) ?? normalise(row, source, at, 'unread')
  }

  async close(): Promise<void> {
    await this.#end()
  }

  async #end(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    this.#ready = false
    await worker?.terminate()
  }

  #settle(answer: Normalised | undefined): void {
    const waiting = this.#waiting
    if (waiting === undefined) return
    this.#waiting = undefined
    clearTimeout(waiting.timer)
    this.#worker?.unref()
    if (answer === undefined) void this.#end()
    waiting.done(answer)
  }

  #start(tables: ImportedTexts): Worker {
    const worker = new Worker(this.#file, { workerData: tables })
    worker.unref()
    const mine = (): boolean => this.#worker === worker
    worker.on('message', (answer: ReadAnswer) => {
      if (!mine()) return
      if ('harmless' in answer) {
        this.#ready = true
        this.#patience = Math.max(this.#deadline, TIMES_HARMLESS * answer.harmless)
        return
      }
      const waiting = this.#waiting
      if (waiting === undefined || answer.id !== waiting.id) return
      if ('normalised' in answer) this.#settle(answer.normalised)
      else {
        // The clock runs from the moment the thread begins with this text.
        clearTimeout(waiting.timer)
        waiting.timer = setTimeout(() => {
          this.#settle(undefined)
        }, this.#patience)
      }
    })
    const gone = (): void => {
      if (mine()) this.#settle(undefined)
    }
    worker.on('error', gone)
    worker.on('exit', gone)
    return worker
  }

  async #read(row: Row, source: string, at: Moment): Promise<Normalised | undefined> {
    const tables = importedTexts()
    if (this.#tables !== tables) await this.#end()
    this.#tables = tables
    this.#worker ??= this.#start(tables)
    const worker = this.#worker
    const id = this.#next++
    return await new Promise(done => {
      const timer = setTimeout(
        () => {
          this.#settle(undefined)
        },
        this.#ready ? this.#patience * 4 : START_MS
      )
      // A thread at work keeps the process alive, an idle one does not.
      worker.ref()
      this.#waiting = { id, done, timer }
      worker.postMessage({ id, row, source, at } satisfies ReadJob, [])
    })
  }
}

/** One for the whole process; its thread starts with the first long text. */
export const textReader = new TextReader()
