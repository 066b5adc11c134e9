import { Readable } from 'node:stream'
import { CsvError, parse as csvParser } from 'csv-parse'
import { decoded } from './lines.ts'
import { RunFault, type Limits } from './source.ts'

const SEPARATORS = [';', ',', '\t', '|']

/** The separator: a first line `sep=;` names it, else it is the commonest of four in the header. */
function separatorOf(head: string): string {
  const lines = head
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .filter(l => l.trim() !== '')
  const named = /^"?sep=(.)"?$/i.exec(lines[0] ?? '')?.[1]
  const counts = SEPARATORS.map(s => (lines[0] ?? '').replace(/"[^"]*"/g, '').split(s).length)
  return named ?? (SEPARATORS[counts.indexOf(Math.max(...counts))] as string)
}

const HEAD = 64 * 1024

/** The whole text again, after its separator has been told from the beginning. */
async function opened(chunks: AsyncIterator<string>): Promise<{ separator: string; text: AsyncIterable<string>; endsInLine: () => boolean }> {
  let head = ''
  let last = ''
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
    head += next.value
    if (/\n[^\n]*\n/.test(head) || head.length > HEAD) break
  }
  async function* text(): AsyncIterable<string> {
    for (let part: IteratorResult<string> = { value: head, done: false }; part.done !== true; part = await chunks.next()) {
      if (part.value === '') continue
      last = part.value
      yield part.value
    }
  }
  return { separator: separatorOf(head), text: text(), endsInLine: () => /[\r\n]$/.test(last) }
}

export interface CsvRecord {
  readonly cells: readonly string[]
  /** The line on which the record ends, from 1. */
  readonly line: number
  /** The last record, and no line end behind it: the file may have been cut. */
  readonly cut: boolean
}

/**
 * The records of a CSV file, header included, under the caps of `feeds.md` 8. Quotes that never close and a record without
 * end mean that the file is not whole.
 */
export async function* csvRecords(input: Readable, limits: Limits): AsyncIterable<CsvRecord> {
  const file = await opened(decoded(input, limits, true)[Symbol.asyncIterator]())
  const source = Readable.from(file.text)
  const parser = csvParser({ delimiter: file.separator, relax_column_count: true, skip_empty_lines: true, max_record_size: limits.record, info: true })
  source.on('error', error => parser.destroy(error))
  source.pipe(parser)
  // One record behind, to know which is the last.
  let held: Omit<CsvRecord, 'cut'> | undefined
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (held !== undefined) yield { ...held, cut: false }
      held = info.lines === 1 && /^sep=/i.test(record[0] ?? '') ? undefined : { cells: record, line: info.lines }
    }
    if (held !== undefined) yield { ...held, cut: !file.endsInLine() }
  } catch (error) {
    throw error instanceof CsvError ? new RunFault('truncated') : error
  } finally {
    source.destroy()
  }
}
