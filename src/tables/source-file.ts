import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { parse } from 'csv-parse'

/** A file that is not what its kind asks; the message says what is missing and what was found. */
export class FileFault extends Error {}

export interface SourceRow {
  /** The line on which the row ends, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

const HEAD = 64 * 1024
const RECORD = 256 * 1024

/** The beginning of a file as text, to tell its form. */
export async function headOf(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return buffer
      .subarray(0, bytesRead)
      .toString('utf8')
      .replace(/^\ufeff/, '')
  } finally {
    await file.close()
  }
}

/** The commonest separator of the first line. */
function separatorOf(head: string): string {
  const line = (head.split(/\r?\n/)[0] ?? '').replace(/"[^"]*"/g, '')
  const counts = ['\t', ';', ','].map(s => [s, line.split(s).length] as const)
  return counts.reduce((a, b) => (b[1] > a[1] ? b : a))[0]
}

/** Lines of a tab-separated file; a line beyond the cap is skipped. */
async function* tabRows(path: string, skipped: (line: number) => void): AsyncIterable<SourceRow> {
  let [rest, line, over] = ['', 0, false]
  const rowOf = (text: string): SourceRow | undefined => {
    line++
    if (over || text.length > RECORD) skipped(line)
    else if (text.trim() !== '') return { line, cells: text.replace(/\r$/, '').split('\t') }
    return undefined
  }
  for await (const chunk of createReadStream(path, 'utf8')) {
    const lines = (rest + String(chunk)).split('\n')
    rest = lines.pop() ?? ''
    for (const text of lines) {
      const row = rowOf(line === 0 ? text.replace(/^\ufeff/, '') : text)
      over = false
      if (row !== undefined) yield row
    }
    // What was read of a line without end is dropped, so that memory stays flat.
    if (rest.length > RECORD) [rest, over] = ['', true]
  }
  const row = rest === '' && !over ? undefined : rowOf(rest)
  if (row !== undefined) yield row
}

/** Records of a file with quotes; one that never ends means that the file is damaged, and what follows cannot be told apart. */
async function* quotedRows(path: string, delimiter: string, skipped: (line: number) => void): AsyncIterable<SourceRow> {
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: RECORD,
    info: true
  })
  let unended = false
  parser.on('skip', error => {
    if (error?.code === 'CSV_MAX_RECORD_SIZE' || error?.code === 'CSV_QUOTE_NOT_CLOSED') unended = true
    else skipped(error?.lines ?? 0)
  })
  const source = createReadStream(path)
  source.on('error', error => parser.destroy(error))
  source.pipe(parser)
  let last = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      last = info.lines
      yield { line: last, cells: record }
    }
  } finally {
    source.destroy()
  }
  if (unended)
    throw new FileFault(
      `${basename(path)}: na regel ${last} sluit een aanhalingsteken niet, of is een rij veel te lang. Het bestand is beschadigd of afgekapt.`
    )
}

/**
 * The rows of a delimited text file, streamed, header included. Tab-separated files have no quotes; in the others a quoted
 * cell may hold line ends. A row that cannot be read is told to `skipped` and the rest goes on. Throws FileFault.
 */
export async function* sourceRows(path: string, skipped: (line: number) => void): AsyncIterable<SourceRow> {
  const head = await headOf(path)
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('\u001f'))
    throw new FileFault(`${basename(path)}: dit is een Excel- of zipbestand. Pak het uit of sla het op als csv.`)
  const delimiter = separatorOf(head)
  yield* delimiter === '\t' ? tabRows(path, skipped) : quotedRows(path, delimiter, skipped)
}

/** A column under the names that editions give it; the first is shown in messages. */
export interface Column<K extends string> {
  readonly key: K
  readonly names: readonly string[]
  readonly optional?: true
}

export interface NamedRow<K extends string> {
  readonly line: number
  /** The cell of a column, trimmed; empty when the file has no such column. */
  readonly get: (key: K) => string
}

/** Spreadsheets put a title above the header; further down a header is no header. */
const HEADER_WITHIN = 20

const plain = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ')

/** Where each column stands in a header, and which it lacks. */
function placed<K extends string>(
  cells: readonly string[],
  columns: ReadonlyArray<Column<K>>
): { readonly at: ReadonlyMap<K, number>; readonly lacks: readonly string[] } {
  const header = cells.map(plain)
  const at = new Map<K, number>()
  const lacks: string[] = []
  for (const { key, names, optional } of columns) {
    const index = names.map(n => header.indexOf(plain(n))).find(i => i >= 0)
    if (index !== undefined) at.set(key, index)
    else if (optional !== true) lacks.push(names[0] ?? key)
  }
  return { at, lacks }
}

/** The rows below the header, by column name. Throws FileFault, naming the missing columns. */
export async function* namedRows<K extends string>(
  path: string,
  columns: ReadonlyArray<Column<K>>,
  skipped: (line: number) => void
): AsyncIterable<NamedRow<K>> {
  let at: ReadonlyMap<K, number> | undefined
  let nearest: { readonly cells: readonly string[]; readonly lacks: readonly string[] } | undefined
  let seen = 0
  for await (const { line, cells } of sourceRows(path, skipped)) {
    const found = at
    if (found !== undefined) {
      yield { line, get: key => (cells[found.get(key) ?? -1] ?? '').trim() }
      continue
    }
    const tried = placed(cells, columns)
    if (tried.lacks.length === 0) at = tried.at
    else if (nearest === undefined || tried.lacks.length < nearest.lacks.length) nearest = { cells, lacks: tried.lacks }
    seen++
    if (at === undefined && seen >= HEADER_WITHIN) break
  }
  if (at !== undefined) return
  if (nearest === undefined) throw new FileFault(`${basename(path)}: het bestand is leeg.`)
  const found = nearest.cells.slice(0, 20).map(c => c.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, ' ').slice(0, 40))
  throw new FileFault(
    `${basename(path)}: ${nearest.lacks.length === 1 ? 'de kolom' : 'de kolommen'} ${nearest.lacks.map(n => `"${n}"`).join(', ')} ${nearest.lacks.length === 1 ? 'ontbreekt' : 'ontbreken'}. Gevonden: ${found.join(', ')}.`
  )
}
