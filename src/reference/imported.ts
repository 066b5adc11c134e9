import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImportedTitles } from './occupations.ts'
import { setPostcodes } from './places.ts'
import { noteImported, parseTable } from './table.ts'

/** Columns of the imported tables that are used at the start; the importers write them. */
export const IMPORTED = {
  'esco-beroepen': ['title', 'isco4'],
  postcodes: ['pc4', 'lat', 'lon', 'place']
} as const
type Kind = keyof typeof IMPORTED

/** The text of each imported table in use; null where there is none. A thread of its own takes them from here. */
export type ImportedTexts = Readonly<Record<Kind, string | null>>

/** An imported table that cannot be read: which, and what is wrong with it. */
export class ImportedTableFault extends Error {}

const OWN: ImportedTexts = { 'esco-beroepen': null, postcodes: null }
let inUse = OWN

function faultless<T>(kind: Kind, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new ImportedTableFault(`De ingelezen tabel ${kind} is niet te lezen: ${error instanceof Error ? error.message : 'onbekende fout'}.`)
  }
}

const rowsOf = (kind: Kind, text: string | null): ReadonlyArray<Readonly<Record<string, string>>> =>
  text === null ? [] : faultless(kind, () => parseTable<string>(`${kind}.tsv`, text, IMPORTED[kind]))

function textIn(folder: string, kind: Kind): string | null {
  const path = join(folder, `${kind}.tsv`)
  return existsSync(path) ? faultless(kind, () => readFileSync(path, 'utf8').normalize('NFC')) : null
}

/**
 * Takes the imported tables of a folder into use beside ours, or ours alone without a folder; the version of the rules
 * follows. Titles of ESCO count where our table has none, postcodes come before towns. Throws ImportedTableFault.
 */
export function useImported(folder?: string): void {
  takeImported(folder === undefined ? OWN : { 'esco-beroepen': textIn(folder, 'esco-beroepen'), postcodes: textIn(folder, 'postcodes') })
}

/** The same from texts that another thread has in use. */
export function takeImported(texts: ImportedTexts): void {
  const titles = rowsOf('esco-beroepen', texts['esco-beroepen'])
  const postcodes = rowsOf('postcodes', texts.postcodes)
  const groups = new Map<string, number>()
  for (const r of titles) groups.set(r['title'] ?? '', (groups.get(r['title'] ?? '') ?? 0) + 1)
  setImportedTitles(
    titles.map(r => {
      const title = r['title'] ?? ''
      return { title, isco: r['isco4'] ?? '', share: Math.floor(100 / (groups.get(title) ?? 1)), kind: 'variant', settled: true, cues: [] }
    })
  )
  setPostcodes(postcodes.map(r => ({ pc4: r['pc4'] ?? '', lat: Number(r['lat']), lon: Number(r['lon']) })))
  const all = [texts['esco-beroepen'] ?? '', texts.postcodes ?? '']
  noteImported(all.every(t => t === '') ? '' : createHash('sha256').update(all.join('\0')).digest('hex'))
  inUse = texts
}

/** What is in use now; the same object until that changes. */
export const importedTexts = (): ImportedTexts => inUse
