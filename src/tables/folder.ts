import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync, openSync, fsyncSync, closeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { makeFolder } from '../make-folder.ts'
import { parseTable } from '../reference/table.ts'
import type { TableKind } from './table-kind.ts'

/** What was read, when, and with what result; beside each imported table. */
export const ManifestSchema = z.object({
  kind: z.string(),
  at: z.string(),
  files: z.array(z.object({ name: z.string(), bytes: z.number(), sha256: z.string(), modified: z.string() })),
  read: z.number(),
  used: z.number(),
  rows: z.number(),
  left: z.record(z.string(), z.number()),
  examples: z.array(z.object({ file: z.string(), line: z.number(), left: z.string() })),
  sha256: z.string()
})
export type Manifest = z.infer<typeof ManifestSchema>

/** An imported table that is damaged or missing; says what to do. */
export class FolderFault extends Error {}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Writes a file whole or not at all. */
function writeWhole(path: string, text: string): void {
  const draft = `${path}.nieuw`
  writeFileSync(draft, text, { mode: 0o600 })
  const file = openSync(draft, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(draft, path)
}

/** The imported tables of a data folder: one table and one manifest a kind. */
export class TablesFolder {
  readonly path: string

  constructor(dataDir: string) {
    this.path = join(dataDir, 'tables')
  }

  has(kind: string): boolean {
    return existsSync(join(this.path, `${kind}.tsv`))
  }

  /** Kinds that are there, sorted. */
  kinds(): readonly string[] {
    return existsSync(this.path)
      ? readdirSync(this.path)
          .filter(f => f.endsWith('.tsv'))
          .map(f => f.slice(0, -4))
          .sort()
      : []
  }

  /** Writes table and manifest; the table is in its place before the manifest speaks of it. */
  write(kind: TableKind, rows: ReadonlyArray<readonly string[]>, manifest: Omit<Manifest, 'sha256'>): Manifest {
    try {
      makeFolder(this.path)
    } catch {
      throw new FolderFault(`De map ${this.path} kan niet worden gemaakt. Kies een gegevensmap waarin deze gebruiker mag schrijven (DATA_DIR).`)
    }
    const text = [kind.columns, ...rows].map(r => `${r.join('\t')}\n`).join('')
    const whole: Manifest = { ...manifest, sha256: hashOf(text) }
    writeWhole(join(this.path, `${kind.id}.tsv`), text)
    writeWhole(join(this.path, `${kind.id}.json`), `${JSON.stringify(whole, null, 2)}\n`)
    return whole
  }

  /** Rows of an imported table; undefined when there is none. Throws FolderFault when it is damaged. */
  rows(kind: TableKind): ReadonlyArray<Readonly<Record<string, string>>> | undefined {
    if (!this.has(kind.id)) return undefined
    const text = readFileSync(join(this.path, `${kind.id}.tsv`), 'utf8')
    if (hashOf(text) !== this.manifest(kind.id)?.sha256)
      throw new FolderFault(`De tabel ${kind.id} is niet meer zoals hij is ingelezen. Lees hem opnieuw in met --replace, of verwijder hem.`)
    return parseTable<string>(`${kind.id}.tsv`, text, kind.columns)
  }

  /** What is known of an import; undefined when it cannot be read. */
  manifest(kind: string): Manifest | undefined {
    const path = join(this.path, `${kind}.json`)
    if (!existsSync(path)) return undefined
    try {
      return ManifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
    } catch {
      return undefined
    }
  }

  /** Takes a table away; false when there is none. */
  remove(kind: string): boolean {
    const there = this.has(kind)
    for (const ending of ['tsv', 'json', 'tsv.nieuw', 'json.nieuw']) rmSync(join(this.path, `${kind}.${ending}`), { force: true })
    return there
  }

  /** Bytes of a table. */
  size(kind: string): number {
    return statSync(join(this.path, `${kind}.tsv`)).size
  }
}
