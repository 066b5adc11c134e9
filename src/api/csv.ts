import { Readable } from 'node:stream'
import type { RowReport } from '../domain/import.ts'
import type { RunStore } from '../store/store.ts'

const COLUMNS = ['position', 'sourceId', 'severity', 'code', 'field', 'message', 'remedy', 'sample'] as const satisfies ReadonlyArray<keyof RowReport>

/** Always quoted; a value that a spreadsheet would run as a formula gets an apostrophe (T31). */
const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value)
  return `"${(/^[=+\-@\t\r\0]/.test(text) && typeof value === 'string' ? `'${text}` : text).replaceAll('"', '""')}"`
}

async function* lines(runs: RunStore, run: string): AsyncIterable<string> {
  yield `\ufeff${COLUMNS.join(';')}\r\n`
  let after = 0
  for (;;) {
    const rows = await runs.rows(run, after, 500)
    for (const row of rows) yield `${COLUMNS.map(c => cell(row[c])).join(';')}\r\n`
    if (rows.length < 500) return
    after = rows.at(-1)?.seq ?? after
  }
}

/** The row report of a run as CSV, streamed. */
export const toCsv = (runs: RunStore, run: string): Readable => Readable.from(lines(runs, run))
