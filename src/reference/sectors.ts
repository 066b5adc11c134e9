import { cellList, readTable } from './table.ts'

export interface Sector {
  readonly sbi2: string
  readonly label: string
  readonly plain: string
  readonly section: string
  readonly words: readonly string[]
}

/** The 88 SBI divisions (`reference-data.md` 2). */
export const SECTORS: ReadonlyMap<string, Sector> = new Map(
  readTable('sectors/divisions.tsv', ['sbi2', 'label', 'plain', 'section', 'words']).map(r => [r.sbi2, { ...r, words: cellList(r.words) }])
)

/** Divisions that describe the agency and not the work: sector unknown unless the client is named. */
export const OPAQUE_SECTORS: ReadonlySet<string> = new Set(readTable('sectors/opaque.tsv', ['sbi2', 'why']).map(r => r.sbi2))

export interface Relation {
  readonly to: string
  readonly strength: number
  readonly why: string
}

const related = new Map<string, Relation[]>()
for (const r of readTable('sectors/relations.tsv', ['a', 'b', 'strength', 'why'])) {
  for (const [from, to] of [
    [r.a, r.b],
    [r.b, r.a]
  ] as const) {
    const list = related.get(from) ?? []
    list.push({ to, strength: Number(r.strength), why: r.why })
    related.set(from, list)
  }
}

/** Sectors near to one, strength 1-3, symmetric. */
export const relatedSectors = (sbi2: string): readonly Relation[] => related.get(sbi2) ?? []
