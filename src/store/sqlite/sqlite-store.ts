import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../../make-folder.ts'
import { TenantSchema, type Tenant } from '../../domain/tenant.ts'
import type { KeyRing } from '../keys.ts'
import { StoreUnusable, type Store } from '../store.ts'
import { systemWords } from '../system-words.ts'
import { refuseEmpty } from './damage.ts'
import { Database, migrate } from './database.ts'
import { lockFolder, type FolderLock } from './lock.ts'
import { SqliteAudit, SqliteCandidates } from './records.ts'
import { SqliteKeys, SqliteRuns } from './runs.ts'
import { BUREAU_STEPS, SHARED_STEPS } from './schema.ts'
import { SqliteVacancies } from './vacancies.ts'

const fileOf = (folder: string, tenant: Tenant): string => join(folder, `bureau-${tenant}.db`)

/**
 * The store in SQLite: one file for what is shared (vacancies, runs, keys), one a bureau (candidates, audit). The folder has
 * one owner; a second process is refused.
 */
export class SqliteStore implements Store {
  readonly vacancies: SqliteVacancies
  readonly runs: SqliteRuns
  readonly keys: SqliteKeys
  readonly #folder: string
  readonly #ring: KeyRing
  readonly #lock: FolderLock
  readonly #shared: Database
  readonly #bureaus = new Map<Tenant, { candidates: SqliteCandidates; audit: SqliteAudit; db: Database }>()

  /** Whether a folder has dossiers of a bureau. */
  static hasBureaus(folder: string): boolean {
    return existsSync(folder) && readdirSync(folder).some(name => /^bureau-.*\.db$/.test(name))
  }

  constructor(folder: string, ring: KeyRing) {
    try {
      makeFolder(folder)
    } catch (error) {
      throw new StoreUnusable(
        `De gegevensmap ${folder} kan niet worden gemaakt: ${systemWords(error)}.`,
        'Kies een gegevensmap waarin deze gebruiker mag schrijven (DATA_DIR).'
      )
    }
    this.#folder = folder
    this.#ring = ring
    this.#lock = lockFolder(folder)
    let shared: Database | undefined
    try {
      refuseEmpty(join(folder, 'shared.db'))
      shared = new Database(join(folder, 'shared.db'))
      migrate(shared, SHARED_STEPS)
      this.vacancies = new SqliteVacancies(shared)
    } catch (error) {
      shared?.close()
      this.#lock.release()
      throw error
    }
    this.#shared = shared
    this.runs = new SqliteRuns(this.#shared)
    this.keys = new SqliteKeys(this.#shared)
  }

  bureau(tenant: Tenant): { candidates: SqliteCandidates; audit: SqliteAudit } {
    const known = this.#bureaus.get(tenant)
    if (known !== undefined) return known
    const file = fileOf(this.#folder, TenantSchema.parse(tenant))
    refuseEmpty(file)
    const hasData = existsSync(file)
    const [key, keys] = [this.#ring.bureau(tenant, hasData), this.#ring.candidates(tenant, hasData)]
    const db = new Database(file)
    try {
      migrate(db, BUREAU_STEPS)
      // Of an erased candidate no byte stays behind, not even a sealed one.
      db.shredding()
      const opened = { candidates: new SqliteCandidates(tenant, db, keys), audit: new SqliteAudit(db, key), db }
      this.#bureaus.set(tenant, opened)
      return opened
    } catch (error) {
      db.close()
      throw error
    }
  }

  async tenants(): Promise<readonly Tenant[]> {
    return readdirSync(this.#folder)
      .flatMap(f => /^bureau-([a-z0-9-]{1,30})\.db$/.exec(f)?.[1] ?? [])
      .sort()
  }

  async close(): Promise<void> {
    for (const { db } of this.#bureaus.values()) db.close()
    this.#shared.close()
    this.#lock.release()
  }
}
