import { REMOVALS_KEPT, type VacancyWrite } from '../store.ts'
import type { Database } from './database.ts'
import { LIVE } from './vacancy-row.ts'

/** Within a transaction: takes rows away and notes in which generation; what is old among the notes is forgotten. */
export function noteRemovals(db: Database, ids: readonly string[], generation: number): readonly VacancyWrite[] {
  const writes = ids.map((id): VacancyWrite => {
    if (db.run('DELETE FROM vacancy WHERE id = ?', id) === 0) return { id, result: 'older' }
    db.run('INSERT OR REPLACE INTO removed VALUES (?, ?)', id, generation)
    return { id, result: 'done' }
  })
  const kept = `SELECT generation FROM removed ORDER BY generation DESC LIMIT 1 OFFSET ${REMOVALS_KEPT - 1}`
  const forgotten = db.first(`SELECT max(generation) AS generation FROM removed WHERE generation < (${kept})`)?.['generation']
  if (typeof forgotten === 'number') {
    db.run('DELETE FROM removed WHERE generation <= ?', forgotten)
    db.run(`UPDATE meta SET value = ? WHERE name = 'forgotten'`, forgotten)
  }
  return writes
}

/** Ids removed after a generation that are not live; undefined when removals as old as that are forgotten. */
export function removedSince(db: Database, generation: number): readonly string[] | undefined {
  if (generation < Number(db.first(`SELECT value FROM meta WHERE name = 'forgotten'`)?.['value'] ?? 0)) return undefined
  const live = `SELECT 1 FROM vacancy v JOIN source s USING (source) WHERE v.id = r.id AND ${LIVE}`
  return db.all(`SELECT r.id FROM removed r WHERE r.generation > ? AND NOT EXISTS (${live}) ORDER BY r.id`, generation).map(row => String(row['id']))
}
