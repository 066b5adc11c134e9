import type { VacancyFacts } from '../domain/vacancy.ts'
import { UNJUDGED, type Field, type Labels } from './labels.ts'
import { count, tallyOf, type Tally } from './tally.ts'

/** Bounds that differ less than this are the same: 0,8 fte is 28.8 or 29 hours. */
const SAME = 0.51

interface Bounds {
  readonly min?: number | null | undefined
  readonly max?: number | null | undefined
}
/** A bound that the label does not give is not judged. */
const within = (label: Bounds, found: Bounds): boolean =>
  (['min', 'max'] as const).every(b => {
    const [asked, got] = [label[b], found[b]]
    return asked === null || asked === undefined || (got !== null && got !== undefined && Math.abs(asked - got) < SAME)
  })

type SetField = 'licences' | 'certificates' | 'languages'
type RangeField = 'hours' | 'education' | 'salary'
type Single = string | number | boolean | null

const setOf = (v: VacancyFacts, field: SetField): readonly string[] => (field === 'languages' ? [...new Set(v.languages.map(l => l.code))] : v[field])

function singleOf(v: VacancyFacts, field: Exclude<Field, SetField | RangeField>): Single {
  switch (field) {
    case 'contract':
      return v.contract.term
    case 'remote':
      return v.remote
    case 'experience':
      return v.experienceMonths
    case 'employer':
      return v.employer.kind === 'unknown' ? null : v.employer.kind
    case 'start':
      return v.startsOn
    default:
      return v.schedule[field]
  }
}

/** One field of one advert whose reading is not the label, in words for a list of errors. */
export interface Miss {
  readonly field: string
  readonly expected: string
  readonly found: string
}

const show = (value: unknown): string => (value === null ? '-' : typeof value === 'string' ? value : JSON.stringify(value))

function scoreSet(tally: Tally, label: readonly string[], found: readonly string[]): boolean {
  const open = label.includes(UNJUDGED)
  const asked = label.filter(l => l !== UNJUDGED)
  const extra = open ? [] : found.filter(f => !asked.includes(f))
  const missed = asked.filter(a => !found.includes(a))
  tally.right += asked.length - missed.length
  tally.wrong += extra.length
  tally.missed += missed.length
  return extra.length === 0 && missed.length === 0
}

function rangeOf(v: VacancyFacts, field: RangeField): Bounds | null {
  return field === 'hours' ? v.hours : field === 'education' ? v.educationLevel : v.salary
}

type PayLabel = Bounds & { readonly period?: string | undefined; readonly unit?: string | undefined }

/** Both ends count where the label gives both: "mbo 4 of hbo" is a range (`reference-data.md` 1). */
function sameRange(field: RangeField, label: PayLabel, v: VacancyFacts): boolean {
  const period = label.period ?? label.unit
  return within(label, rangeOf(v, field) ?? {}) && (field !== 'salary' || period === undefined || period === v.salary?.unit)
}

/** Adds the labelled fields of one advert to the tallies, by name; gives the ones that were read otherwise. */
export function scoreFields(tallies: Map<string, Tally>, labels: Labels, v: VacancyFacts): readonly Miss[] {
  const misses: Miss[] = []
  for (const field of Object.keys(labels) as Array<Field | 'load'>) {
    if (field === 'load') continue
    const label: unknown = labels[field]
    const tally = tallyOf(tallies, field)
    let [good, found]: [boolean, unknown] = [true, null]
    if (field === 'licences' || field === 'certificates' || field === 'languages') {
      found = setOf(v, field)
      good = scoreSet(tally, label as readonly string[], found as readonly string[])
    } else if (field === 'hours' || field === 'education' || field === 'salary') {
      found = rangeOf(v, field)
      const asked = label as PayLabel | null
      good = asked === null ? found === null : found !== null && sameRange(field, asked, v)
      count(tally, { labelled: label !== null, found: found !== null, same: good })
    } else {
      found = singleOf(v, field)
      const several = (Array.isArray(label) ? label : [label]) as readonly Single[]
      good = several.includes(found as Single)
      // Where nothing is one of the right answers, nothing was missed.
      count(tally, { labelled: !several.includes(null), found: found !== null, same: good })
    }
    if (!good) misses.push({ field, expected: show(label), found: show(found) })
  }
  return misses
}
