import { ImportRunSchema, RowReportSchema, type ImportRun, type RowReport } from '../../domain/import.ts'
import { RoleSchema } from '../../domain/tenant.ts'
import type { KeyStore, RunStore, StoredKey } from '../store.ts'
import type { Database, Row } from './database.ts'

const runOf = (row: Row): ImportRun => ImportRunSchema.parse(JSON.parse(String(row['body'])))

/** Imports and their row reports. */
export class SqliteRuns implements RunStore {
  readonly #db: Database
  constructor(db: Database) {
    this.#db = db
  }

  async create(run: ImportRun): Promise<void> {
    this.#db.run('INSERT INTO run VALUES (?, ?, ?)', run.id, run.startedAt, JSON.stringify(run))
  }

  async update(run: ImportRun): Promise<void> {
    this.#db.run('UPDATE run SET body = ? WHERE id = ?', JSON.stringify(run), run.id)
  }

  async get(id: string): Promise<ImportRun | undefined> {
    const row = this.#db.first('SELECT body FROM run WHERE id = ?', id)
    return row === undefined ? undefined : runOf(row)
  }

  async list(limit: number): Promise<readonly ImportRun[]> {
    return this.#db.all('SELECT body FROM run ORDER BY started_at DESC, id LIMIT ?', limit).map(runOf)
  }

  async takenIn(source: string, limit: number): Promise<readonly ImportRun[]> {
    // By generation, never by clock: that one may be turned back.
    return this.#db
      .all(
        `SELECT body FROM run WHERE body ->> '$.source' = ? AND body ->> '$.state' IN ('switched', 'unchanged')
        ORDER BY body ->> '$.generation' DESC LIMIT ?`,
        source,
        limit
      )
      .map(runOf)
  }

  async newestFile(source: string): Promise<ImportRun | undefined> {
    const row = this.#db.first(
      `SELECT body FROM run WHERE body ->> '$.source' = ? AND body ->> '$.state' IN ('switched', 'unchanged') AND body ->> '$.generatedAt' IS NOT NULL
      ORDER BY body ->> '$.generatedAt' DESC LIMIT 1`,
      source
    )
    return row === undefined ? undefined : runOf(row)
  }

  async report(runId: string, rows: readonly RowReport[]): Promise<void> {
    this.#db.transaction(() => {
      for (const row of rows) this.#db.run('INSERT OR REPLACE INTO row_report VALUES (?, ?, ?)', runId, row.seq, JSON.stringify(row))
    })
  }

  async rows(runId: string, after: number, limit: number): Promise<readonly RowReport[]> {
    return this.#db
      .all('SELECT body FROM row_report WHERE run = ? AND seq > ? ORDER BY seq LIMIT ?', runId, after, limit)
      .map(row => RowReportSchema.parse(JSON.parse(String(row['body']))))
  }
}

const keyOf = (row: Row): StoredKey => ({
  id: String(row['id']),
  hash: String(row['hash']),
  tenant: String(row['tenant']),
  role: RoleSchema.parse(row['role']),
  label: String(row['label']),
  createdAt: String(row['created_at']),
  expiresAt: row['expires_at'] as string | null,
  revokedAt: row['revoked_at'] as string | null
})

/** API keys, secrets only as hashes. */
export class SqliteKeys implements KeyStore {
  readonly #db: Database
  constructor(db: Database) {
    this.#db = db
  }

  async add(k: StoredKey): Promise<void> {
    this.#db.run('INSERT INTO api_key VALUES (?, ?, ?, ?, ?, ?, ?, ?)', k.id, k.hash, k.tenant, k.role, k.label, k.createdAt, k.expiresAt, k.revokedAt)
  }

  async find(id: string): Promise<StoredKey | undefined> {
    const row = this.#db.first('SELECT * FROM api_key WHERE id = ?', id)
    return row === undefined ? undefined : keyOf(row)
  }

  async list(tenant: string): Promise<readonly StoredKey[]> {
    return this.#db.all('SELECT * FROM api_key WHERE tenant = ? ORDER BY created_at, id', tenant).map(keyOf)
  }

  async revoke(id: string, at: string): Promise<boolean> {
    return this.#db.run('UPDATE api_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL', at, id) > 0
  }
}
