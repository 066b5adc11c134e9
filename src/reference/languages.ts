import { cellList, readTable } from './table.ts'

export const LANGUAGES: ReadonlyMap<string, { readonly code: string; readonly label: string; readonly words: readonly string[] }> = new Map(
  readTable('languages/languages.tsv', ['code', 'label', 'words']).map(r => [r.code, { ...r, words: cellList(r.words) }]))

const cefr = new Map(readTable('languages/cefr.tsv', ['cefr', 'vum']).map(r => [r.cefr, Number(r.vum)]))

/** VUM level 1-4 of a CEFR level; undefined when it is none. */
export const levelOfCefr = (level: string): number | undefined => cefr.get(level.toUpperCase())
