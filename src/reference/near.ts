import { readTable } from './table.ts'

export interface NearOccupation {
  readonly from: string
  readonly to: string
  /** 1-3, 3 = very near. */
  readonly strength: number
  readonly keeps: string
  readonly drops: string
  readonly missing: string
}

const near = new Map<string, NearOccupation[]>()
for (const r of readTable('occupations/near.tsv', ['from', 'to', 'strength', 'keeps', 'drops', 'missing'])) {
  near.set(r.from, [...(near.get(r.from) ?? []), { ...r, strength: Number(r.strength) }])
}

/** Unit groups that lie near one: what carries over, what falls away, what is missing. */
export const nearOccupations = (isco: string): readonly NearOccupation[] => near.get(isco) ?? []
