import { setImmediate as turn } from 'node:timers/promises'
import type { AuditRecord, ChainCheck } from '../../domain/audit.ts'
import { CandidateSchema, type Candidate, type CandidateInput } from '../../domain/candidate.ts'
import type { Tenant } from '../../domain/tenant.ts'
import { AuditChain, ChainWalk, readRecords, type AuditEntry, type ChainEnd, type ChainLink } from '../audit-chain.ts'
import { CandidateSeal, newCandidateId } from '../candidate-seal.ts'
import type { CandidateKeys } from '../keys.ts'
import { StaleVersion, type AuditStore, type CandidateStore, type CandidateSummary } from '../store.ts'
import { Database, type Row } from './database.ts'

const BATCH = 500

const summaryOf = (row: Row): CandidateSummary => ({
  id: String(row['id']),
  pseudonym: String(row['pseudonym']),
  version: Number(row['version']),
  createdAt: String(row['created_at']),
  updatedAt: String(row['updated_at'])
})

/** Candidates of one bureau, each sealed with its own key, which lies outside the data folder (`reliability.md` 2). */
export class SqliteCandidates implements CandidateStore {
  readonly tenant: Tenant
  readonly #db: Database
  readonly #seal: CandidateSeal

  constructor(tenant: Tenant, db: Database, keys: CandidateKeys) {
    this.tenant = tenant
    this.#db = db
    this.#seal = new CandidateSeal(tenant, keys)
    // An erasure that a crash cut off is finished first.
    for (const row of this.#db.all('SELECT id FROM erasing')) this.#finish(String(row['id']))
  }

  async create(input: CandidateInput, at: string): Promise<Candidate> {
    const candidate = CandidateSchema.parse({ ...input, id: newCandidateId(), version: 1, createdAt: at, updatedAt: at })
    this.#db.run('INSERT INTO candidate VALUES (?, 1, ?, ?, ?, ?)', candidate.id, candidate.pseudonym, at, at, this.#seal.first(candidate))
    return candidate
  }

  async get(id: string): Promise<Candidate | undefined> {
    const row = this.#db.first('SELECT version, body FROM candidate WHERE id = ?', id)
    return row === undefined ? undefined : this.#seal.open(id, Number(row['version']), Database.blob(row['body']))
  }

  async replace(id: string, version: number, input: CandidateInput, at: string): Promise<Candidate | undefined> {
    return this.#db.transaction(() => {
      const row = this.#db.first('SELECT version, created_at FROM candidate WHERE id = ?', id)
      if (row === undefined) return undefined
      if (row['version'] !== version) throw new StaleVersion()
      const candidate = CandidateSchema.parse({ ...input, id, version: version + 1, createdAt: row['created_at'], updatedAt: at })
      this.#db.run(
        'UPDATE candidate SET version = ?, pseudonym = ?, updated_at = ?, body = ? WHERE id = ?',
        candidate.version,
        candidate.pseudonym,
        at,
        this.#seal.again(candidate),
        id
      )
      return candidate
    })
  }

  async list(after: string | undefined, limit: number): Promise<readonly CandidateSummary[]> {
    return this.#db
      .all('SELECT id, pseudonym, version, created_at, updated_at FROM candidate WHERE id > ? ORDER BY id LIMIT ?', after ?? '', limit)
      .map(summaryOf)
  }

  async erase(id: string): Promise<boolean> {
    if (this.#db.run('INSERT OR IGNORE INTO erasing SELECT id FROM candidate WHERE id = ?', id) === 0) return false
    this.#finish(id)
    return true
  }

  /** The key first: from then on nothing opens the record, whatever happens next. */
  #finish(id: string): void {
    this.#seal.destroy(id)
    this.#db.transaction(() => {
      this.#db.run('DELETE FROM candidate WHERE id = ?', id)
      this.#db.run('DELETE FROM erasing WHERE id = ?', id)
    })
    this.#db.checkpoint()
  }
}

const linkOf = (row: Row): ChainLink => ({ seq: Number(row['seq']), text: String(row['body']), hash: String(row['hash']) })

/**
 * Append-only audit log of one bureau: each record carries a keyed hash over itself and the one before, and a sealed head
 * tells where the chain ends (T37).
 */
export class SqliteAudit implements AuditStore {
  readonly #db: Database
  readonly #chain: AuditChain

  constructor(db: Database, key: Buffer) {
    this.#db = db
    this.#chain = new AuditChain(key)
  }

  /** The sealed end of the chain; undefined when there is none or it was changed. */
  #head(): ChainEnd | undefined {
    const row = this.#db.first('SELECT seq, hash, mac FROM audit_head')
    return row === undefined ? undefined : this.#chain.opened({ seq: Number(row['seq']), hash: String(row['hash']), mac: String(row['mac']) })
  }

  async append(entry: AuditEntry): Promise<AuditRecord> {
    return this.#db.transaction(() => {
      const last = this.#db.first('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1')
      const stored = { seq: Number(last?.['seq'] ?? 0), hash: (last?.['hash'] as string | undefined) ?? '' }
      const head = this.#head()
      // When the last records were dropped the chain goes on behind them, so that the gap stays visible.
      const { record, text } = this.#chain.next(entry, head !== undefined && head.seq > stored.seq ? head : stored)
      const { mac } = this.#chain.sealed(record)
      this.#db.run('INSERT INTO audit VALUES (?, ?, ?)', record.seq, text, record.hash)
      this.#db.run('INSERT OR REPLACE INTO audit_head VALUES (1, ?, ?, ?)', record.seq, record.hash, mac)
      return record
    })
  }

  #links(after: number, limit: number): readonly ChainLink[] {
    return this.#db.all('SELECT seq, body, hash FROM audit WHERE seq > ? ORDER BY seq LIMIT ?', after, limit).map(linkOf)
  }

  async list(after: number, limit: number): Promise<readonly AuditRecord[]> {
    return await readRecords(after, limit, async (from, most) => this.#links(from, most))
  }

  async verify(): Promise<ChainCheck> {
    const walk = new ChainWalk(this.#chain)
    for (;;) {
      const links = this.#links(walk.end.seq, BATCH)
      for (const link of links) walk.step(link)
      if (links.length < BATCH) break
      // A long chain is read while others are served; what they append is read too.
      await turn()
    }
    const { end } = walk
    const head = this.#head()
    const fresh = end.seq === 0 && this.#db.first('SELECT 1 FROM audit_head') === undefined
    return walk.done(fresh || (head?.seq === end.seq && head.hash === end.hash))
  }
}
