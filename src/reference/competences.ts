import { cellList, readTable } from './table.ts'

export interface Competence {
  readonly code: string
  readonly label: string
  readonly plain: string
  readonly phrases: readonly string[]
}

/** The 25 VUM behavioural competences (`reference-data.md` 6). */
export const COMPETENCES: ReadonlyMap<string, Competence> = new Map(
  readTable('competences/competences.tsv', ['code', 'label', 'plain', 'phrases']).map(r => [r.code, { ...r, phrases: cellList(r.phrases) }])
)

export interface Skill {
  readonly id: string
  readonly label: string
  readonly synonyms: readonly string[]
  readonly isco2: readonly string[]
}

/** Vocational skills with the occupation groups where each is a usual duty. */
export const SKILLS: ReadonlyMap<string, Skill> = new Map(
  readTable('skills/skills.tsv', ['id', 'label', 'synonyms', 'isco2']).map(r => [
    r.id,
    { id: r.id, label: r.label, synonyms: cellList(r.synonyms), isco2: cellList(r.isco2) }
  ])
)

/** Points a vacancy divides over the competences it asks; the criterion's whole points. */
export const COMPETENCE_POINTS = 20

/**
 * Whole shares that sum to COMPETENCE_POINTS by largest remainder, so that coverage is a sum of integers and the sum is
 * the score (`engines.md` 3). Equal weights; the first codes get the rest. No competence = no shares.
 */
export function competenceShares(codes: readonly string[]): ReadonlyMap<string, number> {
  const sorted = [...new Set(codes)].sort()
  const base = Math.floor(COMPETENCE_POINTS / sorted.length)
  const rest = COMPETENCE_POINTS - base * sorted.length
  return new Map(sorted.map((code, i): [string, number] => [code, base + (i < rest ? 1 : 0)]).filter(([, share]) => share > 0))
}
