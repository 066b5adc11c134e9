import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The tables are plain text in `src/reference`; compiled code in `dist` reads the same files. */
function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const up = dirname(folder)
    if (up === folder) throw new Error('package.json not found above the reference tables')
    folder = up
  }
  return folder
}

export const projectRoot = findRoot()
const home = join(projectRoot, 'src', 'reference')

/** The text of one table file, path relative to `src/reference`. */
export const tableText = (path: string): string => readFileSync(join(home, path), 'utf8').normalize('NFC')

/** Whether a table file exists, path relative to `src/reference`. */
export const hasTable = (path: string): boolean => existsSync(join(home, path))

/** The names in one folder of tables, sorted. */
export const tablesIn = (folder: string): readonly string[] =>
  readdirSync(join(home, folder))
    .filter(n => n.endsWith('.tsv'))
    .sort()

/** Every tab-separated table, path relative to `src/reference`, sorted. */
export const allTables = (): readonly string[] =>
  readdirSync(home, { recursive: true, encoding: 'utf8' })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => path.endsWith('.tsv'))
    .sort()

/**
 * The rows of a tab-separated table as objects. The header must name exactly `columns`, in order: a changed table
 * stops the start instead of shifting a column.
 */
export function readTable<C extends string>(path: string, columns: readonly C[]): ReadonlyArray<Readonly<Record<C, string>>> {
  return parseTable(path, tableText(path), columns)
}

/** Several values in one cell. */
export const cellList = (cell: string): readonly string[] => (cell === '' || cell === '-' ? [] : cell.split('|'))

/** Rows of an own-made table whose text stands elsewhere, such as an imported one; `name` is for the message. */
export function parseTable<C extends string>(name: string, text: string, columns: readonly C[]): ReadonlyArray<Readonly<Record<C, string>>> {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const header = lines[0]?.split('\t') ?? []
  if (header.join('\t') !== columns.join('\t')) throw new Error(`${name}: header is "${header.join(' ')}", expected "${columns.join(' ')}"`)
  return lines.slice(1).map((line, index) => {
    const cells = line.split('\t')
    if (cells.length !== columns.length) throw new Error(`${name}:${index + 2}: ${cells.length} cells, expected ${columns.length}`)
    // Written out: the tables have some 150,000 rows, and every command reads them.
    const row = {} as Record<C, string>
    for (let i = 0; i < columns.length; i++) row[columns[i] as C] = cells[i] as string
    return row
  })
}

let version: string | undefined
let imported = ''

/** Notes the hashes of imported tables in use, so that they are part of the version. */
export function noteImported(hashes: string): void {
  if (hashes !== imported) version = undefined
  imported = hashes
}

/** One hash over every table, part of the scorecard version: a changed table shows in each answer. */
export function tablesVersion(): string {
  if (version !== undefined) return version
  const hash = createHash('sha256')
  if (imported !== '') hash.update(imported).update('\0')
  for (const entry of readdirSync(home, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/\.(tsv|json)$/.test(entry))
      hash
        .update(entry.replaceAll('\\', '/'))
        .update('\0')
        .update(readFileSync(join(home, entry)))
  }
  version = hash.digest('hex').slice(0, 16)
  return version
}
