import type { ImportRun } from '../domain/import.ts'
import type { Vacancy } from '../domain/vacancy.ts'
import { medianOf } from './median.ts'

/** A field that a source fills in most of its vacancies is required of it; the others may come and go. */
const REQUIRED = 0.5
/** A required field must be filled for this share of what is usual (guard 5 of `reliability.md` 3). */
const LEAST_SHARE = 0.8
/** Of fewer vacancies a share says nothing, and so few that became empty are no renamed field. */
const LEAST_ROWS = 10
const LEAST_EMPTIED = 5

const FIELDS: ReadonlyArray<readonly [field: string, label: string, filled: (v: Vacancy) => boolean]> = [
  ['description', 'de omschrijving', v => v.description !== ''],
  ['employer', 'de werkgever', v => v.employer.name !== null],
  ['locations', 'de plaats', v => v.locations.length > 0],
  ['hours', 'de uren', v => v.hours !== null],
  ['url', 'het webadres', v => v.url !== null],
  ['postedAt', 'de plaatsingsdatum', v => v.postedAt !== null],
  ['closesAt', 'de sluitingsdatum', v => v.closesAt !== null]
]

/** Rows of a run that were taken, and so counted here. */
const takenOf = ({ counts: c }: ImportRun): number => c.new + c.changed + c.unchanged + c.duplicate
const percent = (share: number): string => `${Math.round(share * 100)} procent`

/** How often the fields of a feed are filled: a renamed column empties one overnight. */
export class FillRate {
  #rows = 0
  readonly filled: Record<string, number> = Object.fromEntries(FIELDS.map(([field]) => [field, 0]))

  /** Whether a run of before says how often fields are filled. */
  static tells(this: void, run: ImportRun): boolean {
    return run.filled !== null && takenOf(run) >= LEAST_ROWS
  }

  add(v: Vacancy): void {
    this.#rows++
    for (const [field, , filled] of FIELDS) if (filled(v)) this.filled[field] = (this.filled[field] ?? 0) + 1
  }

  /** The fields that are emptier than in the runs of before, as a sentence with figures. */
  emptied(past: readonly ImportRun[]): string | undefined {
    if (past.length === 0) return undefined
    const found = FIELDS.flatMap(([field, label]) => {
      const [now, before] = [(this.filled[field] ?? 0) / this.#rows, medianOf(past.map(r => (r.filled?.[field] ?? 0) / takenOf(r)))]
      const emptied = before >= REQUIRED && now < before * LEAST_SHARE && (before - now) * this.#rows >= LEAST_EMPTIED
      return emptied ? [`${label} nu bij ${percent(now)}, gewoonlijk bij ${percent(before)}`] : []
    })
    return found.length === 0 ? undefined : `Gevuld: ${found.join('; ')}.`
  }
}
