import type { Guard, ImportCounts, ImportRun, Release } from '../domain/import.ts'
import type { Vacancy } from '../domain/vacancy.ts'
import { Churn } from './churn.ts'
import { FillRate } from './fill-rate.ts'
import { medianOf } from './median.ts'
import { RunFault } from './source.ts'

/** More refused rows than this share hold the run (guard 4 of `reliability.md` 3). */
const REJECT_BUDGET = 0.2
/** Fewer rows than this share of what is usual hold a full list (guard 3). */
const LEAST_SHARE = 0.7
/** So many complete runs say what is usual. */
const COMPLETE_RUNS = 7
/** What fewer rows do is the life of a small source: three vacancies of which one is filled are no broken feed. */
export const LEAST_ROWS = 5

/** So many runs of a source are asked for: seven complete ones are among them, also where deltas come in between. */
export const RUNS_ASKED = 50

const rowsOf = (counts: ImportCounts): number => counts.received - counts.duplicate

/** Runs that say what is usual for a guard. A person who let one pass set a new beginning: what came before counts no more. */
function usual(past: readonly ImportRun[], guard: Guard, fits: (run: ImportRun) => boolean): readonly ImportRun[] {
  const release = past.findIndex(r => r.released?.guards.includes(guard) === true)
  return (release === -1 ? past : past.slice(0, release + 1)).filter(fits).slice(0, COMPLETE_RUNS)
}

/**
 * Watches one run and holds it where it would do harm (`reliability.md` 3, guards 2 to 5 and 7): by what it brings itself,
 * and beside what the source brought before. `past` are the runs that were taken in, the newest first.
 */
export class Guards {
  readonly #past: readonly ImportRun[]
  readonly #accept: readonly Guard[]
  readonly #fill = new FillRate()
  readonly #churn = new Churn()
  /** Vacancies of before that are in this file, and live ones that are not. */
  #known = 0
  #absent = 0
  /** Guards that would have held the run. */
  readonly #released = new Set<Guard>()

  constructor(past: readonly ImportRun[], accept: readonly Guard[] = []) {
    this.#past = past
    this.#accept = accept
  }

  get filled(): Readonly<Record<string, number>> {
    return this.#fill.filled
  }

  /** What a person let pass, to be kept with the run; null when nothing would have held it. */
  released(why: string): Release | null {
    return this.#released.size === 0 ? null : { guards: [...this.#released], why }
  }

  /** A row that is taken, before what we know of it is added; once for each number. */
  taken(v: Vacancy, known: boolean): void {
    if (known) this.#known++
    // Of a source that is new nothing can be renumbered.
    else if (this.#past.length > 0) this.#churn.came(v)
  }

  /** A row that is taken, also the second one with a number. */
  read(v: Vacancy): void {
    this.#fill.add(v)
  }

  /** A live vacancy of the source that is not in this file. */
  absent(v: Vacancy): void {
    this.#absent++
    this.#churn.went(v)
  }

  #hold(guard: Guard, note: string | null): void {
    if (!this.#accept.includes(guard)) throw new RunFault(guard, 'held', note)
    this.#released.add(guard)
  }

  /** Once every row was read. `gone` are the vacancies the source itself calls gone. */
  afterRows(counts: ImportCounts, gone: number, mode: 'full' | 'delta'): void {
    if (counts.rejected > counts.received * REJECT_BUDGET) this.#hold('reject-budget', null)
    if (counts.new + counts.changed + counts.unchanged + gone === 0) throw new RunFault('empty', 'held')
    const complete = usual(this.#past, 'drop-guard', r => r.mode === 'full')
    if (mode === 'full' && complete.length > 0) this.#drop(rowsOf(counts), medianOf(complete.map(r => rowsOf(r.counts))))
    const emptied = this.#fill.emptied(usual(this.#past, 'fill-rate', FillRate.tells))
    if (emptied !== undefined) this.#hold('fill-rate', emptied)
  }

  /** Once it is known which vacancies the file lacks. */
  afterAbsent(counts: ImportCounts, mode: 'full' | 'delta'): void {
    if (mode === 'delta') return
    // Before the first complete list only the live vacancies tell what is usual.
    if (usual(this.#past, 'drop-guard', r => r.mode === 'full').length === 0) this.#drop(rowsOf(counts), this.#known + this.#absent)
    const renumbered = this.#churn.renumbered(counts.new + counts.changed + counts.unchanged)
    if (renumbered !== undefined) this.#hold('id-churn', renumbered)
  }

  #drop(rows: number, before: number): void {
    if (rows >= before * LEAST_SHARE || before - rows < LEAST_ROWS) return
    this.#hold('drop-guard', `In dit bestand: ${rows}. Gewoonlijk: ${Math.round(before)}.`)
  }
}
