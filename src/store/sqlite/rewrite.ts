import { VacancySchema, type Vacancy } from '../../domain/vacancy.ts'
import { bodyOf, fingerprintOf } from '../vacancy-form.ts'
import type { Database, Row } from './database.ts'
import { vacancyOf } from './vacancy-row.ts'

/** So many rows are looked at between two writes, each one transaction. */
const BATCH = 200
type Work = (v: Vacancy) => Vacancy

/** A row with new facts and codes, as it will be written. */
interface Rewritten {
  readonly id: string
  /** What a run staged beside a row, or wrote in its place, has another generation. */
  readonly generation: number
  readonly v: Vacancy
  readonly fingerprint: string
}

/** What a row becomes; undefined when that is what it is. Throws for what the schema refuses. */
function rewritten(row: Row, work: Work): Rewritten | undefined {
  const before = vacancyOf(row)
  const v = VacancySchema.parse(work(before))
  const fingerprint = fingerprintOf(v)
  return fingerprint === fingerprintOf(before) ? undefined : { id: before.id, generation: Number(row['gen_from']), v, fingerprint }
}

/** The number of rows written; one that was replaced meanwhile is left alone. */
function write(db: Database, rows: readonly Rewritten[], next: () => number): number {
  return db.transaction(() => {
    let changed = 0
    for (const { id, generation, v, fingerprint } of rows) {
      changed += db.run(
        'UPDATE vacancy SET prepared = ?, body = ?, fingerprint = ? WHERE id = ? AND gen_from = ?',
        JSON.stringify(v.prepared),
        bodyOf(v),
        fingerprint,
        id,
        generation
      )
    }
    if (changed > 0) next()
    return changed
  })
}

/**
 * Writes every row that differs anew, a batch a transaction; `next` gives a new generation. Others get their turn after each
 * row: reading one advert takes milliseconds, and a reindex of many may run inside a server.
 */
export async function rewriteAll(
  db: Database,
  rows: AsyncIterable<Row>,
  next: () => number,
  work: Work,
  progress?: (done: number) => void
): Promise<{ checked: number; changed: number }> {
  let [checked, changed] = [0, 0]
  let open: Rewritten[] = []
  const flush = (): void => {
    if (open.length > 0) changed += write(db, open, next)
    open = []
    progress?.(checked)
  }
  for await (const row of rows) {
    const one = rewritten(row, work)
    if (one !== undefined) open.push(one)
    if (++checked % BATCH === 0) flush()
    await new Promise(setImmediate)
  }
  flush()
  return { checked, changed }
}
