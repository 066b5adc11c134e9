import { createHash } from 'node:crypto'
import type { Vacancy } from '../domain/vacancy.ts'

/** More of the file than this share that only changed its number hold the run (guard 7 of `reliability.md` 3). */
const MOST_SHARE = 0.5
/** One vacancy that was put up again under another number is no renumbering, nor are a few. */
const LEAST = 5

/** What shows that two vacancies are one job: title, employer and place. A number of 48 bits, as half a million may be kept. */
function jobOf(v: Vacancy): number {
  const text = [v.titleClean, v.employer.name ?? '', v.locations[0]?.place ?? ''].join('\n').toLowerCase()
  return createHash('sha256').update(text).digest().readUIntBE(0, 6)
}

const counted = (map: Map<number, number>, job: number): void => void map.set(job, (map.get(job) ?? 0) + 1)

/**
 * Jobs that came under a number we did not have, beside those that went: a supplier that renumbers would show each twice
 * and then close the one with its history. A job whose old number is in the file too was not renumbered, however alike.
 */
export class Churn {
  readonly #came = new Map<number, number>()
  readonly #went = new Map<number, number>()

  came(v: Vacancy): void {
    counted(this.#came, jobOf(v))
  }

  went(v: Vacancy): void {
    if (this.#came.size > 0) counted(this.#went, jobOf(v))
  }

  /** A sentence with figures when most of `rows` vacancies were renumbered. */
  renumbered(rows: number): string | undefined {
    let both = 0
    for (const [job, came] of this.#came) both += Math.min(came, this.#went.get(job) ?? 0)
    return both >= LEAST && both > rows * MOST_SHARE ? `Met een nieuw nummer, maar verder hetzelfde: ${both} van ${rows} vacatures.` : undefined
  }
}
