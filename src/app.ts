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
import { readingVersion } from './feed/reading-version.ts'
import { RUN_REASONS } from './feed/reasons.ts'
import { runImport, type RunContext, type RunOptions } from './feed/run.ts'
import { CursorSeal } from './match/cursor.ts'
import { noteReading, rulesVersion } from './match/rules-version.ts'
import { ImportedTableFault, useImported } from './reference/imported.ts'
import type { Connection } from './elasticsearch/client.ts'
import type { Engine } from './match/engine.ts'
import type { Reverse } from './match/reverse.ts'
import { ProfileShelves } from './match/reverse/profile-shelf.ts'
import { Metrics } from './metrics.ts'
import { ProfiledCandidates } from './profiles.ts'
import { Reindexing } from './reindexing.ts'
import { connectionOf } from './connecting.ts'
import { reverseOf, searchingOf, type Searching } from './searching.ts'
import { ElasticsearchStore } from './store/elasticsearch/elasticsearch-store.ts'
import { KeyRing } from './store/keys.ts'
import { SqliteStore } from './store/sqlite/sqlite-store.ts'
import type { CandidateStore, Store, StoredKey } from './store/store.ts'
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
  readonly store: Store
  readonly engine: Engine
  readonly seal: CursorSeal
  readonly now: () => Moment
  readonly metrics = new Metrics()
  readonly #service: Buffer
  readonly #connection: Connection | undefined
  readonly #searching: Searching
  readonly #localKeys = new Map<string, StoredKey>()
  readonly #shelves = new ProfileShelves()
  readonly #people = new Map<Tenant, { readonly candidates: CandidateStore; readonly reverse: Reverse }>()
  readonly #running = new Set<Promise<unknown>>()
  readonly #uploads: Uploads
  readonly #reindexing: Reindexing
  #server: App | undefined

  /**
   * Opens the keys, and the store in DATA_DIR unless `shared` gives one; throws StoreUnusable with a remedy. `now` is the
   * clock of the whole program.
   */
  constructor(
    config: Config,
    now: () => Moment = () => momentOf(new Date()),
    logger: Logger = createLogger(config.logLevel),
    shared?: { readonly store: Store; readonly connection: Connection }
  ) {
    this.config = config
    this.logger = logger
    this.now = now
    useTables(config)
    const ring = new KeyRing(config.keysDir)
    // Before the folder is taken: a key that cannot be read must not leave it taken.
    this.#service = ring.service(shared === undefined && SqliteStore.hasBureaus(config.dataDir))
    this.#connection = shared?.connection ?? connectionOf(config, this.metrics)
    this.store = shared?.store ?? new SqliteStore(config.dataDir, ring)
    // It takes seconds, and a folder that a server owns has ended this by now: a command then asks that server.
    noteReading(readingVersion())
    this.#searching = searchingOf(config, { vacancies: this.store.vacancies, connection: this.#connection, metrics: this.metrics, logger })
    this.engine = this.#searching.engine
    this.seal = new CursorSeal(this.#service)
    this.#uploads = new Uploads(
      join(config.dataDir, 'uploads'),
      () => this.runContext(),
      work => this.#track(work)
    )
    this.#reindexing = new Reindexing(this.store.vacancies, this.engine, now, work => this.#track(work))
    this.#closeInterrupted()
  }

  /** The program as the settings ask: with STORE=elasticsearch over the shared records, else over DATA_DIR. */
  static async open(config: Config, now?: () => Moment, logger?: Logger): Promise<Application> {
    const connection = config.store === 'elasticsearch' ? connectionOf(config) : undefined
    if (connection === undefined) return new Application(config, now, logger)
    const store = await ElasticsearchStore.open(connection, new KeyRing(config.keysDir))
    return new Application(config, now, logger, { store, connection })
  }

  /** Throws StoreUnusable when the engine can never work as things are; that its server is away is no such reason. */
  async check(): Promise<void> {
    await this.#searching.check()
  }

  /** Runs that a crash cut off: their rows are gone already, now their record says so. */
  #closeInterrupted(): void {
    this.#track(
      this.store.runs.list(50).then(async runs => {
        for (const run of runs.filter(r => r.endedAt === null)) {
          if (!(await this.#isCutOff(run))) continue
          // Cut off after its one switch it did all its work; before, none of it.
          const end: Partial<ImportRun> = run.state === 'switched' ? {} : { state: 'failed', reason: 'interrupted', ...RUN_REASONS.interrupted }
          await this.store.runs.update({ ...run, ...end, endedAt: this.now().instant })
        }
      })
    )
  }

  /** Whether nobody works on a run any more. With shared records another instance may: then it has the lease. */
  async #isCutOff(run: ImportRun): Promise<boolean> {
    if (this.config.store === 'sqlite') return true
    const lease = await this.store.vacancies.lease(run.source, `${run.id}-check`)
    if (lease === undefined) return false
    await this.store.vacancies.discard(lease)
    return true
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

  /** The candidates of a bureau, and the search among them that follows each change. */
  people(tenant: Tenant): { readonly candidates: CandidateStore; readonly reverse: Reverse } {
    const known = this.#people.get(tenant)
    if (known !== undefined) return known
    const records = this.store.bureau(tenant).candidates
    const reverse = reverseOf(this.config, records, this.#shelves, this.#connection, this.logger)
    const candidates = new ProfiledCandidates(records, reverse, this.now, () => {
      this.logger.error({ event: 'profile-behind', tenant })
    })
    this.#people.set(tenant, { candidates, reverse })
    return { candidates, reverse }
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
      metrics: this.metrics,
      mismatch: (vacancy, scored, explained) => {
        // While codes are written anew, columns and store differ for a moment.
        const level = this.#reindexing.status().running ? 'info' : 'error'
        this.logger[level]({ event: 'score-differs', vacancy, scored, explained })
      },
      bureau: tenant => ({ ...this.people(tenant), audit: this.audit(tenant) })
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
    for (const { reverse } of this.#people.values()) await reverse.close()
    await this.store.close()
    await this.#connection?.client.close()
  }
}
