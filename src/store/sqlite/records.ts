import { createHash, createHmac, randomBytes } from 'node:crypto'
import { AuditRecordSchema, type AuditRecord } from '../../domain/audit.ts'
import { CandidateSchema, type Candidate, type CandidateInput } from '../../domain/candidate.ts'
import type { Tenant } from '../../domain/tenant.ts'
import { seal, unseal, type CandidateKeys } from '../keys.ts'
import { StaleVersion, type AuditStore, type CandidateStore, type CandidateSummary } from '../store.ts'
import { Database, type Row } from './database.ts'

const BATCH = 500

/** Random, so that an id says nothing and cannot be guessed. */
const newId = (): string =>
  `k-${BigInt(`0x${randomBytes(10).toString('hex')}`)
    .toString(36)
    .padStart(16, '0')}`

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
  readonly #keys: CandidateKeys

  constructor(tenant: Tenant, db: Database, keys: CandidateKeys) {
    this.tenant = tenant
    this.#db = db
    this.#keys = keys
    // An erasure that a crash cut off is finished first.
    for (const row of this.#db.all('SELECT id FROM erasing')) this.#finish(String(row['id']))
  }

  #context(id: string, version: number): string {
    return `${this.tenant}/${id}/${version}`
  }

  #write(candidate: Candidate, key: Buffer): Buffer {
    return seal(key, Buffer.from(JSON.stringify(candidate)), this.#context(candidate.id, candidate.version))
  }

  async create(input: CandidateInput, at: string): Promise<Candidate> {
    const candidate = CandidateSchema.parse({ ...input, id: newId(), version: 1, createdAt: at, updatedAt: at })
    const key = this.#keys.make(candidate.id)
    this.#db.run('INSERT INTO candidate VALUES (?, 1, ?, ?, ?, ?)', candidate.id, candidate.pseudonym, at, at, this.#write(candidate, key))
    return candidate
  }

  async get(id: string): Promise<Candidate | undefined> {
    const row = this.#db.first('SELECT version, body FROM candidate WHERE id = ?', id)
    if (row === undefined) return undefined
    const plain = unseal(this.#keys.get(id), Database.blob(row['body']), this.#context(id, Number(row['version'])))
    return CandidateSchema.parse(JSON.parse(plain.toString()))
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
        this.#write(candidate, this.#keys.get(id)),
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
    this.#keys.destroy(id)
    this.#db.transaction(() => {
      this.#db.run('DELETE FROM candidate WHERE id = ?', id)
      this.#db.run('DELETE FROM erasing WHERE id = ?', id)
    })
    this.#db.checkpoint()
  }
}

/** A stored record with the place it stands in, and the text its hash covers. */
interface Link {
  readonly seq: number
  readonly text: string
  readonly hash: string
}

const linkOf = (row: Row): Link => ({ seq: Number(row['seq']), text: String(row['body']), hash: String(row['hash']) })

/** What a record says of its own place; undefined when it can no longer be read. */
function placeOf(link: Link): { readonly seq: unknown; readonly previous: unknown } | undefined {
  try {
    return JSON.parse(link.text) as { seq: unknown; previous: unknown } | undefined
  } catch {
    return undefined
  }
}

/**
 * Append-only audit log of one bureau: each record carries a keyed hash over itself and the one before, and a sealed head
 * tells where the chain ends (T37).
 */
export class SqliteAudit implements AuditStore {
  readonly #db: Database
  readonly #key: Buffer

  constructor(db: Database, key: Buffer) {
    this.#db = db
    this.#key = createHash('sha256').update('audit').update(key).digest()
  }

  #hash(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('base64url')
  }

  #mac(seq: number, hash: string): string {
    return this.#hash(`head:${seq}:${hash}`)
  }

  /** The sealed end of the chain; undefined when there is none or it was changed. */
  #head(): { readonly seq: number; readonly hash: string } | undefined {
    const row = this.#db.first('SELECT seq, hash, mac FROM audit_head')
    if (row === undefined) return undefined
    const [seq, hash] = [Number(row['seq']), String(row['hash'])]
    return row['mac'] === this.#mac(seq, hash) ? { seq, hash } : undefined
  }

  async append(record: Omit<AuditRecord, 'seq' | 'previous' | 'hash'>): Promise<AuditRecord> {
    return this.#db.transaction(() => {
      const last = this.#db.first('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1')
      const stored = { seq: Number(last?.['seq'] ?? 0), hash: (last?.['hash'] as string | undefined) ?? '' }
      const head = this.#head()
      // When the last records were dropped the chain goes on behind them, so that the gap stays visible.
      const end = head !== undefined && head.seq > stored.seq ? head : stored
      const body = AuditRecordSchema.omit({ hash: true }).parse({ ...record, seq: end.seq + 1, previous: end.hash })
      const text = JSON.stringify(body)
      const hash = this.#hash(text)
      this.#db.run('INSERT INTO audit VALUES (?, ?, ?)', body.seq, text, hash)
      this.#db.run('INSERT OR REPLACE INTO audit_head VALUES (1, ?, ?, ?)', body.seq, hash, this.#mac(body.seq, hash))
      return { ...body, hash }
    })
  }

  #links(after: number, limit: number): readonly Link[] {
    return this.#db.all('SELECT seq, body, hash FROM audit WHERE seq > ? ORDER BY seq LIMIT ?', after, limit).map(linkOf)
  }

  async list(after: number, limit: number): Promise<readonly AuditRecord[]> {
    return this.#links(after, limit).map(({ text, hash }) => AuditRecordSchema.parse({ ...(JSON.parse(text) as object), hash }))
  }

  async verify(): Promise<{ checked: number; broken: number }> {
    let [checked, broken, seq, previous] = [0, 0, 0, '']
    for (;;) {
      const links = this.#links(seq, BATCH)
      for (const link of links) {
        const place = placeOf(link)
        if (link.seq !== seq + 1 || place?.seq !== link.seq || place.previous !== previous || this.#hash(link.text) !== link.hash) broken++
        checked++
        seq = link.seq
        previous = link.hash
      }
      if (links.length < BATCH) break
    }
    const head = this.#head()
    const fresh = checked === 0 && this.#db.first('SELECT 1 FROM audit_head') === undefined
    if (!fresh && (head?.seq !== seq || head.hash !== previous)) broken++
    return { checked, broken }
  }
}
