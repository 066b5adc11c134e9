import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { createLogger, type Logger } from './logger.ts'
import { AuditLog } from './audit/log.ts'
import type { ApiContext, App } from './api/context.ts'
import { buildServer } from './api/server.ts'
import { makeKey } from './access/key.ts'
import { ConfigError, type Config } from './config.ts'
import type { ImportRun } from './domain/import.ts'
import { momentOf, type Moment } from './domain/moment.ts'
import type { Role, Tenant } from './domain/tenant.ts'
import { EmbeddedEngine } from './engines/embedded/embedded-engine.ts'
import { readingVersion } from './feed/reading-version.ts'
import { RUN_REASONS } from './feed/reasons.ts'
import { runImport, type RunContext, type RunOptions } from './feed/run.ts'
import { CursorSeal } from './match/cursor.ts'
import { noteReading, rulesVersion } from './match/rules-version.ts'
import { ImportedTableFault, useImported } from './reference/imported.ts'
import { placeOrder } from './reference/place-order.ts'
import { Reindexing } from './reindexing.ts'
import { KeyRing } from './store/keys.ts'
import { SqliteStore } from './store/sqlite/sqlite-store.ts'
import type { StoredKey } from './store/store.ts'
import { Uploads } from './uploads.ts'

/** Takes the imported tables into use when the operator says so; one that cannot be read is a setting to mend. */
function useTables(config: Config): void {
  try {
    useImported(config.referenceTables === 'with-imported' ? join(config.dataDir, 'tables') : undefined)
  } catch (error) {
    throw error instanceof ImportedTableFault
      ? new ConfigError(`REFERENCE_TABLES: ${error.message} Lees de tabel opnieuw in, of gebruik alleen onze eigen tabellen (own).`)
      : error
  }
}

/** Every part of the program, opened; the only file that sees them all. */
export class Application {
  readonly config: Config
  readonly logger: Logger
  readonly store: SqliteStore
  readonly engine: EmbeddedEngine
  readonly seal: CursorSeal
  readonly now: () => Moment
  readonly #service: Buffer
  readonly #localKeys = new Map<string, StoredKey>()
  readonly #running = new Set<Promise<unknown>>()
  readonly #uploads: Uploads
  readonly #reindexing: Reindexing
  #server: App | undefined

  /** Opens the store and the keys; throws StoreUnusable with a remedy. `now` is the clock of the whole program. */
  constructor(config: Config, now: () => Moment = () => momentOf(new Date()), logger: Logger = createLogger(config.logLevel)) {
    this.config = config
    this.logger = logger
    this.now = now
    useTables(config)
    noteReading(readingVersion())
    const ring = new KeyRing(config.keysDir)
    // Before the folder is taken: a key that cannot be read must not leave it taken.
    this.#service = ring.service()
    this.store = new SqliteStore(config.dataDir, ring)
    this.engine = new EmbeddedEngine(this.store.vacancies, placeOrder)
    this.seal = new CursorSeal(this.#service)
    this.#uploads = new Uploads(
      join(config.dataDir, 'uploads'),
      () => this.runContext(),
      work => this.#track(work)
    )
    this.#reindexing = new Reindexing(this.store.vacancies, this.engine, now, work => this.#track(work))
    this.#closeInterrupted()
  }

  /** Runs that a crash cut off: their rows are gone already, now their record says so. */
  #closeInterrupted(): void {
    this.#track(
      this.store.runs.list(50).then(async runs => {
        for (const run of runs.filter(r => r.endedAt === null)) {
          // Cut off after its one switch it did all its work; before, none of it.
          const end: Partial<ImportRun> = run.state === 'switched' ? {} : { state: 'failed', reason: 'interrupted', ...RUN_REASONS.interrupted }
          await this.store.runs.update({ ...run, ...end, endedAt: this.now().instant })
        }
      })
    )
  }

  #track(work: Promise<unknown>): void {
    const tracked = work.catch((error: unknown) => {
      this.logger.error({ event: 'background', name: error instanceof Error ? error.name : 'unknown' })
    })
    this.#running.add(tracked)
    void tracked.finally(() => this.#running.delete(tracked))
  }

  runContext(now: () => Moment = this.now): RunContext {
    return { engine: this.engine, vacancies: this.store.vacancies, runs: this.store.runs, rules: rulesVersion(), now }
  }

  audit(tenant: Tenant): AuditLog {
    return new AuditLog(this.store.bureau(tenant).audit, this.#service)
  }

  /** A key that lives as long as this process; it is stored nowhere. */
  localKey(tenant: Tenant, role: Role, label: string): string {
    const { secret, stored } = makeKey(tenant, role, label, this.now().instant)
    this.#localKeys.set(stored.id, stored)
    return secret
  }

  /** Imports a stream and waits for the end. */
  async import(input: Readable, options: RunOptions): Promise<ImportRun> {
    return await runImport(this.runContext(), input, options)
  }

  /** The API context over the open parts. */
  apiContext(): ApiContext {
    return {
      engine: this.engine,
      store: this.store,
      seal: this.seal,
      now: this.now,
      localKeys: this.#localKeys,
      imports: this.#uploads,
      reindex: this.#reindexing,
      mismatch: (vacancy, scored, explained) => {
        // While codes are written anew, columns and store differ for a moment.
        const level = this.#reindexing.status().running ? 'info' : 'error'
        this.logger[level]({ event: 'score-differs', vacancy, scored, explained })
      },
      bureau: tenant => ({ candidates: this.store.bureau(tenant).candidates, audit: this.audit(tenant) })
    }
  }

  /** Builds the server; `listen` is the caller's. */
  async server(version: string): Promise<App> {
    this.#server ??= await buildServer(this.apiContext(), { logger: this.logger, proxies: this.config.proxies, docs: this.config.docs, version })
    return this.#server
  }

  /** Finishes what runs, then closes everything. */
  async close(): Promise<void> {
    await this.#server?.close()
    await Promise.all(this.#running)
    await this.engine.close()
    await this.store.close()
  }
}
