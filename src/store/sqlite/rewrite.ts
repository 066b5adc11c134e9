import { VacancySchema, type Vacancy } from '../../domain/vacancy.ts'
import { bodyOf, fingerprintOf } from '../vacancy-form.ts'
import type { Database, Row } from './database.ts'
import { vacancyOf } from './vacancy-row.ts'

const BATCH = 500
type Work = (v: Vacancy) => Vacancy

/** New facts and codes where they differ. A row is named with its generation: what a run staged beside it is another row. */
function rewrite(db: Database, rows: readonly Row[], next: () => number, work: Work): number {
  return db.transaction(() => {
    let changed = 0
    for (const row of rows) {
      const v = vacancyOf(row)
      const next = VacancySchema.parse(work(v))
      const fingerprint = fingerprintOf(next)
      if (fingerprint === fingerprintOf(v)) continue
      changed += db.run(
        'UPDATE vacancy SET prepared = ?, body = ?, fingerprint = ? WHERE id = ? AND gen_from = ?',
        JSON.stringify(next.prepared),
        bodyOf(next),
        fingerprint,
        v.id,
        Number(row['gen_from'])
      )
    }
    if (changed > 0) next()
    return changed
  })
}

/** Writes every row anew, a batch a transaction; `next` gives a new generation. */
export async function rewriteAll(
  db: Database,
  rows: AsyncIterable<Row>,
  next: () => number,
  work: Work,
  progress?: (done: number) => void
): Promise<{ checked: number; changed: number }> {
  let [checked, changed] = [0, 0]
  let batch: Row[] = []
  const flush = async (): Promise<void> => {
    changed += rewrite(db, batch, next, work)
    checked += batch.length
    batch = []
    progress?.(checked)
    // Others get their turn: a reindex of many rows may run inside a server.
    await new Promise(setImmediate)
  }
  for await (const row of rows) {
    batch.push(row)
    if (batch.length === BATCH) await flush()
  }
  await flush()
  return { checked, changed }
}
