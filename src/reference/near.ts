import { readTable } from './table.ts'

/** A step from one kind of work to another, as somebody wrote it (`occupations/near.tsv`, `occupations/steps.tsv`). */
export interface NearOccupation {
  readonly from: string
  readonly to: string
  /** 1-3, 3 = very near. */
  readonly strength: number
  readonly keeps: string
  readonly drops: string
  readonly missing: string
  /** Months of training before somebody can start, 0-6: own estimate. What takes longer is no step (`tweede-spoor.md` 3). */
  readonly months: number
}

/** The yardstick for training within the second track (`tweede-spoor.md` 3). */
export const MOST_MONTHS = 6

function read(path: string): ReadonlyMap<string, readonly NearOccupation[]> {
  const found = new Map<string, NearOccupation[]>()
  for (const r of readTable(path, ['from', 'to', 'strength', 'keeps', 'drops', 'missing', 'months'])) {
    found.set(r.from, [...(found.get(r.from) ?? []), { ...r, strength: Number(r.strength), months: Number(r.months) }])
  }
  return found
}

const near = read('occupations/near.tsv')
const steps = read('occupations/steps.tsv')

/** Unit groups that lie near one: what carries over, what falls away, what is missing. */
export const nearOccupations = (isco: string): readonly NearOccupation[] => near.get(isco) ?? []

/** Steps to or from a named function, by unit group or by title of a function; `to` may be either too. */
export const stepsFrom = (groupOrTitle: string): readonly NearOccupation[] => steps.get(groupOrTitle) ?? []
