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

/** An imported table that cannot be read: which, and what is wrong with it. */
export class ImportedTableFault extends Error {}

function read<K extends keyof typeof IMPORTED>(
  folder: string,
  kind: K
): { readonly text: string; readonly rows: ReadonlyArray<Readonly<Record<string, string>>> } {
  const path = join(folder, `${kind}.tsv`)
  if (!existsSync(path)) return { text: '', rows: [] }
  try {
    const text = readFileSync(path, 'utf8').normalize('NFC')
    return { text, rows: parseTable<string>(`${kind}.tsv`, text, IMPORTED[kind]) }
  } catch (error) {
    throw new ImportedTableFault(`De ingelezen tabel ${kind} is niet te lezen: ${error instanceof Error ? error.message : 'onbekende fout'}.`)
  }
}

/**
 * Takes the imported tables of a folder into use beside ours, or ours alone without a folder; the version of the rules
 * follows. Titles of ESCO count where our table has none, postcodes come before towns. Throws ImportedTableFault.
 */
export function useImported(folder?: string): void {
  const titles = folder === undefined ? undefined : read(folder, 'esco-beroepen')
  const postcodes = folder === undefined ? undefined : read(folder, 'postcodes')
  const groups = new Map<string, number>()
  for (const r of titles?.rows ?? []) groups.set(r['title'] ?? '', (groups.get(r['title'] ?? '') ?? 0) + 1)
  setImportedTitles(
    (titles?.rows ?? []).map(r => {
      const title = r['title'] ?? ''
      return { title, isco: r['isco4'] ?? '', share: Math.floor(100 / (groups.get(title) ?? 1)), kind: 'variant', cues: [] }
    })
  )
  setPostcodes((postcodes?.rows ?? []).map(r => ({ pc4: r['pc4'] ?? '', lat: Number(r['lat']), lon: Number(r['lon']) })))
  const texts = [titles?.text ?? '', postcodes?.text ?? '']
  noteImported(texts.every(t => t === '') ? '' : createHash('sha256').update(texts.join('\0')).digest('hex'))
}
