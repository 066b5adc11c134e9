import { cellList, readTable } from './table.ts'

export interface Licence {
  readonly code: string
  readonly label: string
  readonly includes: readonly string[]
  readonly words: readonly string[]
}
export interface Certificate {
  readonly code: string
  readonly label: string
  /** Years of validity; null = does not expire. */
  readonly validYears: number | null
  /** A short course or a request away: missing it is a question, not an exclusion (`reference-data.md` 7). */
  readonly obtainable: boolean
  readonly words: readonly string[]
}

export const LICENCES: ReadonlyMap<string, Licence> = new Map(
  readTable('licences/licences.tsv', ['code', 'label', 'includes', 'words']).map(r => [
    r.code,
    { code: r.code, label: r.label, includes: cellList(r.includes), words: cellList(r.words) }
  ])
)

export const CERTIFICATES: ReadonlyMap<string, Certificate> = new Map(
  readTable('licences/certificates.tsv', ['code', 'label', 'valid_years', 'obtainable', 'words']).map(r => [
    r.code,
    {
      code: r.code,
      label: r.label,
      validYears: r.valid_years === '-' ? null : Number(r.valid_years),
      obtainable: r.obtainable === 'ja',
      words: cellList(r.words)
    }
  ])
)

/** In the index for a paper neither table knows: it is demanded, so it may never count as no demand. */
export const UNKNOWN_PAPER = 'ONBEKEND'

/** Licences somebody may drive with: the ones held and all that a higher category includes. */
export function heldLicences(held: readonly string[]): ReadonlySet<string> {
  const all = new Set(held)
  for (const code of all) for (const included of LICENCES.get(code)?.includes ?? []) all.add(included)
  return all
}
