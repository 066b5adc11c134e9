import { VacancySchema, type Vacancy } from '../../domain/vacancy.ts'
import { Recent } from '../recent.ts'
import type { RunLease, SourceTurn, VacancyStore, VacancyWrite } from '../store.ts'
import { bodyOf, fingerprintOf } from '../vacancy-form.ts'
import type { Database, Row } from './database.ts'
import { noteRemovals, removedSince } from './removals.ts'
import { rewriteAll } from './rewrite.ts'
import { LIVE, preparedOf, turnOf, vacancyOf } from './vacancy-row.ts'

const BATCH = 500
/** Vacancies kept parsed: a few hundred lists of twenty. */
const RECENT = 2_000
/**
 * Vacancies in SQLite, versioned by generation per source: a run writes its rows aside in small transactions (they carry a
 * generation the source has not reached), and the switch is one small update. Nothing a user sees changes before it.
 */
export class SqliteVacancies implements VacancyStore {
  readonly #db: Database
  readonly #recent = new Recent<Vacancy>(RECENT)

  constructor(db: Database) {
    this.#db = db
    this.#sweep()
  }

  /** At start: runs that never switched are dropped, and rows no generation shows any more. */
  #sweep(): void {
    for (const row of this.#db.all('SELECT source, staging FROM source WHERE staging IS NOT NULL')) {
      this.#drop(String(row['source']), Number(row['staging']))
    }
    this.#db.run('DELETE FROM vacancy WHERE gen_to IS NOT NULL AND gen_to <= (SELECT current FROM source s WHERE s.source = vacancy.source)')
  }

  #drop(source: string, staging: number): void {
    this.#db.transaction(() => {
      this.#db.run('DELETE FROM vacancy WHERE source = ? AND gen_from = ?', source, staging)
      this.#db.run('UPDATE vacancy SET gen_to = NULL WHERE source = ? AND gen_to = ?', source, staging)
      this.#db.run('DELETE FROM staged WHERE source = ?', source)
      this.#db.run('UPDATE source SET staging = NULL, run = NULL WHERE source = ?', source)
    })
  }

  async generation(): Promise<number> {
    return this.#number('generation')
  }

  #number(name: string): number {
    return Number(this.#db.first('SELECT value FROM meta WHERE name = ?', name)?.['value'] ?? 0)
  }

  #next(name: 'generation' | 'fence'): number {
    this.#db.run('UPDATE meta SET value = value + 1 WHERE name = ?', name)
    return this.#number(name)
  }

  async lease(source: string, runId: string): Promise<RunLease | undefined> {
    return this.#db.transaction(() => {
      const known = this.#db.first('SELECT run, current FROM source WHERE source = ?', source)
      if (known !== undefined && known['run'] !== null) return undefined
      const fence = this.#next('fence')
      // Numbers of a source only order its own rows; the visible generation grows at the switch.
      const staging = Number(known?.['current'] ?? 0) + 1
      this.#db.run(
        `INSERT INTO source (source, current, fence, run, staging) VALUES (?, 0, ?, ?, ?)
        ON CONFLICT (source) DO UPDATE SET fence = excluded.fence, run = excluded.run, staging = excluded.staging`,
        source,
        fence,
        runId,
        staging
      )
      this.#db.run('DELETE FROM staged WHERE source = ?', source)
      return { id: runId, source, fence }
    })
  }

  /** The generation a run stages into; throws when its token is stale. */
  #staging(lease: RunLease): number {
    const row = this.#db.first('SELECT run, fence, staging FROM source WHERE source = ?', lease.source)
    if (row === undefined || row['run'] !== lease.id || row['fence'] !== lease.fence || row['staging'] === null)
      throw new Error(`stale run token for ${lease.source}`)
    return Number(row['staging'])
  }

  async stage(lease: RunLease, vacancies: readonly Vacancy[]): Promise<void> {
    this.#db.transaction(() => {
      const staging = this.#staging(lease)
      for (const v of vacancies) {
        if (v.source !== lease.source) throw new Error(`${v.id} is not of source ${lease.source}`)
        if (this.#db.run('INSERT OR IGNORE INTO staged VALUES (?, ?, ?)', v.source, v.id, v.lastSeenAt) === 0) this.#unstage(v, staging)
        const fingerprint = fingerprintOf(v)
        const live = this.#db.first(`SELECT v.fingerprint, v.gen_from FROM vacancy v JOIN source s USING (source) WHERE v.id = ? AND ${LIVE}`, v.id)
        if (live?.['fingerprint'] === fingerprint) continue
        this.#db.run('UPDATE vacancy SET gen_to = ? WHERE id = ? AND gen_to IS NULL AND gen_from < ?', staging, v.id, staging)
        this.#insert(v, staging, fingerprint)
      }
    })
  }

  /** A vacancy that comes twice in one run: the last one wins, the first leaves nothing behind. */
  #unstage(v: Vacancy, staging: number): void {
    this.#db.run('UPDATE staged SET seen = ? WHERE source = ? AND id = ?', v.lastSeenAt, v.source, v.id)
    this.#db.run('DELETE FROM vacancy WHERE id = ? AND gen_from = ?', v.id, staging)
    this.#db.run('UPDATE vacancy SET gen_to = NULL WHERE id = ? AND gen_to = ?', v.id, staging)
  }

  #insert(v: Vacancy, generation: number, fingerprint: string): void {
    this.#db.run(
      'INSERT OR REPLACE INTO vacancy (id, source, gen_from, gen_to, changed_at, fingerprint, prepared, body) VALUES (?, ?, ?, NULL, ?, ?, ?, ?)',
      v.id,
      v.source,
      generation,
      v.changedAt,
      fingerprint,
      JSON.stringify(v.prepared),
      bodyOf(v)
    )
  }

  async staged(lease: RunLease, ids: readonly string[]): Promise<readonly Vacancy[]> {
    this.#staging(lease)
    return ids.flatMap(id => {
      // The row it brought, or the one that shows when that is the same.
      const row = this.#db.first(
        `SELECT v.body, v.prepared, t.seen FROM staged t JOIN vacancy v USING (id) WHERE t.source = ? AND t.id = ? AND v.gen_to IS NULL`,
        lease.source,
        id
      )
      return row === undefined ? [] : [{ ...vacancyOf({ ...row, seen: null, last_run: null }), lastSeenAt: String(row['seen']) }]
    })
  }

  async switch(lease: RunLease, at: string): Promise<{ generation: number; changed: number; removed: number }> {
    const staging = this.#staging(lease)
    const gone = this.#db.all(
      `SELECT v.id FROM vacancy v JOIN source s USING (source)
      WHERE v.source = ? AND ${LIVE} AND v.gen_to IS NULL AND v.id NOT IN (SELECT id FROM staged WHERE source = ?)`,
      lease.source,
      lease.source
    )
    for (let i = 0; i < gone.length; i += BATCH) {
      this.#db.transaction(() => {
        for (const row of gone.slice(i, i + BATCH)) this.#db.run('UPDATE vacancy SET gen_to = ? WHERE id = ? AND gen_to IS NULL', staging, String(row['id']))
      })
    }
    const changed = Number(this.#db.first('SELECT count(*) AS n FROM vacancy WHERE source = ? AND gen_from = ?', lease.source, staging)?.['n'] ?? 0)
    const generation = this.#db.transaction(() => {
      this.#staging(lease)
      this.#db.run('UPDATE source SET current = ?, staging = NULL, run = NULL, last_run = ? WHERE source = ?', staging, at, lease.source)
      this.#noteSeen(lease.source, at)
      this.#db.run('DELETE FROM staged WHERE source = ?', lease.source)
      // Another source may have written since this run began: the visible number must still grow.
      const visible = this.#next('generation')
      this.#db.run('INSERT OR REPLACE INTO visible VALUES (?, ?, ?)', lease.source, staging, visible)
      this.#db.run('UPDATE source SET switched_fence = ?, switched_generation = ? WHERE source = ?', lease.fence, visible, lease.source)
      // In the same step: a crash right after it must not leave a run that seems to have changed nothing.
      this.#db.run(`UPDATE run SET body = json_set(body, '$.state', 'switched', '$.generation', ?) WHERE id = ?`, visible, lease.id)
      return visible
    })
    this.#db.run('DELETE FROM vacancy WHERE source = ? AND gen_to IS NOT NULL AND gen_to <= ?', lease.source, staging)
    return { generation, changed, removed: gone.length }
  }

  /** Rows a run kept without bringing them keep the time they were last seen; rows it brought follow the run again. */
  #noteSeen(source: string, at: string): void {
    this.#db.run(
      'UPDATE vacancy SET seen = NULL WHERE source = ? AND seen IS NOT NULL AND id IN (SELECT id FROM staged WHERE source = ? AND seen >= ?)',
      source,
      source,
      at
    )
    this.#db.run(
      `UPDATE vacancy SET seen = (SELECT t.seen FROM staged t WHERE t.source = vacancy.source AND t.id = vacancy.id)
      WHERE source = ? AND gen_to IS NULL AND seen IS NULL AND id IN (SELECT id FROM staged WHERE source = ? AND seen < ?)`,
      source,
      source,
      at
    )
  }

  async discard(lease: RunLease): Promise<void> {
    const row = this.#db.first('SELECT run, fence, staging FROM source WHERE source = ?', lease.source)
    if (row?.['run'] === lease.id && row['fence'] === lease.fence && row['staging'] !== null) this.#drop(lease.source, Number(row['staging']))
  }

  async put(vacancies: readonly Vacancy[]): Promise<readonly VacancyWrite[]> {
    return this.#db.transaction(() => {
      const generation = this.#next('generation')
      return vacancies.map((candidate): VacancyWrite => {
        const parsed = VacancySchema.safeParse(candidate)
        if (!parsed.success) return { id: candidate.id, result: 'refused', reason: parsed.error.issues[0]?.path.join('.') ?? 'invalid' }
        const v = parsed.data
        const source = this.#db.first('SELECT run FROM source WHERE source = ?', v.source)
        if (source !== undefined && source['run'] !== null) return { id: v.id, result: 'refused', reason: 'run in progress' }
        const live = this.#db.first(`SELECT v.changed_at, v.fingerprint FROM vacancy v JOIN source s USING (source) WHERE v.id = ? AND ${LIVE}`, v.id)
        const fingerprint = fingerprintOf(v)
        if (live !== undefined && (String(live['changed_at']) > v.changedAt || live['fingerprint'] === fingerprint)) return { id: v.id, result: 'older' }
        this.#db.run(
          `INSERT INTO source (source, current, fence) VALUES (?, ?, 0) ON CONFLICT (source) DO UPDATE SET current = excluded.current`,
          v.source,
          generation
        )
        this.#db.run('INSERT OR REPLACE INTO visible VALUES (?, ?, ?)', v.source, generation, generation)
        this.#db.run('DELETE FROM vacancy WHERE id = ?', v.id)
        this.#insert(v, generation, fingerprint)
        return { id: v.id, result: 'done' }
      })
    })
  }

  async remove(ids: readonly string[]): Promise<readonly VacancyWrite[]> {
    return this.#db.transaction(() => noteRemovals(this.#db, ids, this.#next('generation')))
  }

  async removedSince(generation: number): Promise<readonly string[] | undefined> {
    return removedSince(this.#db, generation)
  }

  async get(ids: readonly string[]): Promise<readonly Vacancy[]> {
    return ids.flatMap(id => {
      const now = this.#db.first(
        `SELECT v.fingerprint, v.gen_from, v.seen, s.last_run FROM vacancy v JOIN source s USING (source) WHERE v.id = ? AND ${LIVE}`,
        id
      )
      if (now === undefined) return []
      // Parsing a row costs more than all of a search: an unchanged one is parsed once.
      const from = `${String(now['fingerprint'])}|${String(now['seen'])}|${String(now['last_run'])}`
      const known = this.#recent.get(id, from)
      if (known !== undefined) return [known]
      const row = this.#db.first('SELECT body, prepared FROM vacancy WHERE id = ? AND gen_from = ?', id, Number(now['gen_from']))
      return row === undefined ? [] : [this.#recent.set(id, from, vacancyOf({ ...now, ...row }))]
    })
  }

  async preparedOf(ids: readonly string[]): Promise<ReadonlyArray<Vacancy['prepared']>> {
    return ids.flatMap(id => {
      const row = this.#db.first(`SELECT v.prepared FROM vacancy v JOIN source s USING (source) WHERE v.id = ? AND ${LIVE}`, id)
      return row === undefined ? [] : [preparedOf(row)]
    })
  }

  async *ofSource(source: string): AsyncIterable<Vacancy> {
    for await (const row of this.#pages('v.body, v.prepared, v.seen, s.last_run', source)) yield vacancyOf(row)
  }

  async *prepared(source?: string): AsyncIterable<Vacancy['prepared']> {
    for await (const row of this.#pages('v.prepared', source)) yield preparedOf(row)
  }

  async *#pages(columns: string, source?: string): AsyncIterable<Row> {
    let last = ''
    for (;;) {
      const rows = this.#db.all(
        `SELECT v.id, ${columns} FROM vacancy v JOIN source s USING (source)
        WHERE v.id > ? AND (? IS NULL OR v.source = ?) AND ${LIVE} ORDER BY v.id LIMIT ${BATCH}`,
        last,
        source ?? null,
        source ?? null
      )
      yield* rows
      if (rows.length < BATCH) return
      last = String(rows.at(-1)?.['id'])
    }
  }

  async changedSince(generation: number, source?: string): Promise<readonly string[]> {
    return this.#db
      .all(
        `SELECT v.id FROM vacancy v JOIN source s USING (source) JOIN visible g ON g.source = v.source AND g.stamp = v.gen_from
      WHERE g.generation > ? AND (? IS NULL OR v.source = ?) AND ${LIVE} ORDER BY v.id`,
        generation,
        source ?? null,
        source ?? null
      )
      .map(r => String(r['id']))
  }

  async sources(): Promise<readonly string[]> {
    return this.#db.all('SELECT source FROM source ORDER BY source').map(r => String(r['source']))
  }

  async turns(): Promise<ReadonlyMap<string, SourceTurn>> {
    const rows = this.#db.all('SELECT source, run, fence, switched_fence, switched_generation FROM source')
    return new Map(rows.map(row => [String(row['source']), turnOf(row)]))
  }

  async rewrite(work: (v: Vacancy) => Vacancy, progress?: (done: number) => void): Promise<{ checked: number; changed: number }> {
    return await rewriteAll(this.#db, this.#pages('v.gen_from, v.body, v.prepared, v.seen, s.last_run'), () => this.#next('generation'), work, progress)
  }
}
