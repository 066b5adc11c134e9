import { createHash, createHmac, randomBytes } from 'node:crypto'
import { AuditRecordSchema, type AuditRecord } from '../../domain/audit.ts'
import { CandidateSchema, type Candidate, type CandidateInput } from '../../domain/candidate.ts'
import type { Tenant } from '../../domain/tenant.ts'
import { seal, unseal } from '../keys.ts'
import { StaleVersion, type AuditStore, type CandidateStore, type CandidateSummary } from '../store.ts'
import { Database, type Row } from './database.ts'

/** Random, so that an id says nothing and cannot be guessed. */
const newId = (): string => `k-${BigInt(`0x${randomBytes(10).toString('hex')}`).toString(36).padStart(16, '0')}`

const summaryOf = (row: Row): CandidateSummary => ({
  id: String(row['id']), pseudonym: String(row['pseudonym']), version: Number(row['version']), createdAt: String(row['created_at']), updatedAt: String(row['updated_at'])
})

/** Candidates of one bureau, each sealed with its own key, which is wrapped by the bureau's key (`reliability.md` 2). */
export class SqliteCandidates implements CandidateStore {
  readonly tenant: Tenant
  readonly #db: Database
  readonly #bureauKey: Buffer

  constructor (tenant: Tenant, db: Database, bureauKey: Buffer) {
    this.tenant = tenant
    this.#db = db
    this.#bureauKey = bureauKey
  }

  #context (id: string, version: number): string { return `${this.tenant}/${id}/${version}` }

  #write (candidate: Candidate, key: Buffer): Buffer {
    return seal(key, Buffer.from(JSON.stringify(candidate)), this.#context(candidate.id, candidate.version))
  }

  #key (id: string): Buffer {
    const row = this.#db.first('SELECT wrapped FROM candidate_key WHERE id = ?', id)
    return unseal(this.#bureauKey, Database.blob(row?.['wrapped']), `${this.tenant}/${id}`)
  }

  async create (input: CandidateInput, at: string): Promise<Candidate> {
    const candidate = CandidateSchema.parse({ ...input, id: newId(), version: 1, createdAt: at, updatedAt: at })
    const key = randomBytes(32)
    this.#db.transaction(() => {
      this.#db.run('INSERT INTO candidate VALUES (?, 1, ?, ?, ?, ?)', candidate.id, candidate.pseudonym, at, at, this.#write(candidate, key))
      this.#db.run('INSERT INTO candidate_key VALUES (?, ?)', candidate.id, seal(this.#bureauKey, key, `${this.tenant}/${candidate.id}`))
    })
    return candidate
  }

  async get (id: string): Promise<Candidate | undefined> {
    const row = this.#db.first('SELECT version, body FROM candidate WHERE id = ?', id)
    if (row === undefined) return undefined
    const plain = unseal(this.#key(id), Database.blob(row['body']), this.#context(id, Number(row['version'])))
    return CandidateSchema.parse(JSON.parse(plain.toString()))
  }

  async replace (id: string, version: number, input: CandidateInput, at: string): Promise<Candidate | undefined> {
    return this.#db.transaction(() => {
      const row = this.#db.first('SELECT version, created_at FROM candidate WHERE id = ?', id)
      if (row === undefined) return undefined
      if (row['version'] !== version) throw new StaleVersion()
      const candidate = CandidateSchema.parse({ ...input, id, version: version + 1, createdAt: row['created_at'], updatedAt: at })
      this.#db.run('UPDATE candidate SET version = ?, pseudonym = ?, updated_at = ?, body = ? WHERE id = ?',
        candidate.version, candidate.pseudonym, at, this.#write(candidate, this.#key(id)), id)
      return candidate
    })
  }

  async list (after: string | undefined, limit: number): Promise<readonly CandidateSummary[]> {
    return this.#db.all('SELECT id, pseudonym, version, created_at, updated_at FROM candidate WHERE id > ? ORDER BY id LIMIT ?', after ?? '', limit).map(summaryOf)
  }

  async erase (id: string): Promise<boolean> {
    return this.#db.transaction(() => {
      this.#db.run('DELETE FROM candidate_key WHERE id = ?', id)
      return this.#db.run('DELETE FROM candidate WHERE id = ?', id) > 0
    })
  }
}

/** Append-only audit log of one bureau: each record carries a keyed hash over itself and the one before (T37). */
export class SqliteAudit implements AuditStore {
  readonly #db: Database
  readonly #key: Buffer

  constructor (db: Database, key: Buffer) {
    this.#db = db
    this.#key = createHash('sha256').update('audit').update(key).digest()
  }

  #hash (record: Omit<AuditRecord, 'hash'>): string {
    return createHmac('sha256', this.#key).update(JSON.stringify(record)).digest('base64url')
  }

  async append (record: Omit<AuditRecord, 'seq' | 'previous' | 'hash'>): Promise<AuditRecord> {
    return this.#db.transaction(() => {
      const last = this.#db.first('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1')
      const linked = { ...record, seq: Number(last?.['seq'] ?? 0) + 1, previous: (last?.['hash'] as string | undefined) ?? '' }
      const full = AuditRecordSchema.parse({ ...linked, hash: this.#hash(linked) })
      const { hash, ...body } = full
      this.#db.run('INSERT INTO audit VALUES (?, ?, ?)', full.seq, JSON.stringify(body), hash)
      return full
    })
  }

  #records (after: number, limit: number): readonly AuditRecord[] {
    return this.#db.all('SELECT body, hash FROM audit WHERE seq > ? ORDER BY seq LIMIT ?', after, limit)
      .map(row => ({ ...JSON.parse(String(row['body'])) as Omit<AuditRecord, 'hash'>, hash: String(row['hash']) }))
  }

  async list (after: number, limit: number): Promise<readonly AuditRecord[]> {
    return this.#records(after, limit).map(r => AuditRecordSchema.parse(r))
  }

  async verify (): Promise<{ checked: number, broken: number }> {
    let [checked, broken, seq, previous] = [0, 0, 0, '']
    for (;;) {
      const records = this.#records(seq, 500)
      for (const { hash, ...body } of records) {
        // The hash covers the stored bytes in their own order of keys.
        if (body.seq !== seq + 1 || body.previous !== previous || this.#hash(body) !== hash) broken++
        checked++
        seq = body.seq
        previous = hash
      }
      if (records.length < 500) return { checked, broken }
    }
  }
}
