import { cellList, readTable } from './table.ts'

export const LANGUAGES: ReadonlyMap<string, { readonly code: string; readonly label: string; readonly words: readonly string[] }> = new Map(
  readTable('languages/languages.tsv', ['code', 'label', 'words']).map(r => [r.code, { ...r, words: cellList(r.words) }])
)

/** In the index for a language the table does not know (ISO 639-3: undetermined): it is demanded, so it may never count as no demand. */
export const UNKNOWN_LANGUAGE = 'und'

const cefr = new Map(readTable('languages/cefr.tsv', ['cefr', 'vum']).map(r => [r.cefr, Number(r.vum)]))

/** VUM level 1-4 of a CEFR level; undefined when it is none. */
export const levelOfCefr = (level: string): number | undefined => cefr.get(level.toUpperCase())
