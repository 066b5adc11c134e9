import { createReadStream, createWriteStream, mkdirSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { pino, type Logger } from 'pino'
import { AuditLog } from './audit/log.ts'
import type { ApiContext, App, ImportStarter, ReindexStatus } from './api/context.ts'
import { buildServer } from './api/server.ts'
import { makeKey } from './access/key.ts'
import type { Config } from './config.ts'
import type { ImportRun } from './domain/import.ts'
import { momentOf, type Moment } from './domain/moment.ts'
import type { Role, Tenant } from './domain/tenant.ts'
import { EmbeddedEngine } from './engines/embedded/embedded-engine.ts'
import { detectFormat, formatOf, FORMATS } from './feed/formats.ts'
import { RUN_REASONS } from './feed/reasons.ts'
import { newRunId, openRun, runImport, type RunContext, type RunOptions } from './feed/run.ts'
import { CursorSeal } from './match/cursor.ts'
import { rulesVersion } from './match/rules-version.ts'
import { placeOrder } from './reference/place-order.ts'
import { prepare } from './reference/prepare.ts'
import { KeyRing } from './store/keys.ts'
import { SqliteStore } from './store/sqlite/sqlite-store.ts'
import type { StoredKey } from './store/store.ts'

const HEAD_BYTES = 4_096

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
  #server: App | undefined

  /** Opens the store and the keys; throws StoreUnusable with a remedy. `now` is the clock of the whole program. */
  constructor (config: Config, now: () => Moment = () => momentOf(new Date()), logger: Logger = pino({ level: config.logLevel })) {
    this.config = config
    this.logger = logger
    this.now = now
    const ring = new KeyRing(config.keysDir)
    this.store = new SqliteStore(config.dataDir, ring)
    this.engine = new EmbeddedEngine(this.store.vacancies, placeOrder)
    this.#service = ring.service()
    this.seal = new CursorSeal(this.#service)
    this.#closeInterrupted()
  }

  /** Runs that a crash cut off: their rows are gone already, now their record says so. */
  #closeInterrupted (): void {
    this.#track(this.store.runs.list(50).then(async runs => {
      for (const run of runs.filter(r => r.endedAt === null)) {
        await this.store.runs.update({ ...run, state: 'failed', reason: 'interrupted', ...RUN_REASONS.interrupted, endedAt: this.now().instant })
      }
    }))
  }

  #track (work: Promise<unknown>): void {
    const tracked = work.catch((error: unknown) => { this.logger.error({ event: 'background', name: error instanceof Error ? error.name : 'unknown' }) })
    this.#running.add(tracked)
    void tracked.finally(() => this.#running.delete(tracked))
  }

  runContext (now: () => Moment = this.now): RunContext {
    return { engine: this.engine, vacancies: this.store.vacancies, runs: this.store.runs, rules: rulesVersion(), now }
  }

  audit (tenant: Tenant): AuditLog { return new AuditLog(this.store.bureau(tenant).audit, this.#service) }

  /** A key that lives as long as this process; it is stored nowhere. */
  localKey (tenant: Tenant, role: Role, label: string): string {
    const { secret, stored } = makeKey(tenant, role, label, this.now().instant)
    this.#localKeys.set(stored.id, stored)
    return secret
  }

  /** Imports a stream and waits for the end. */
  async import (input: Readable, options: RunOptions): Promise<ImportRun> { return await runImport(this.runContext(), input, options) }

  get #uploads (): string { return join(this.config.dataDir, 'uploads') }

  /** Keeps the upload, answers with the opened run, and imports in the background. */
  readonly #starter: ImportStarter = {
    formats: FORMATS.map(f => ({ id: f.id, label: f.label })),
    start: async upload => {
      const id = newRunId()
      mkdirSync(this.#uploads, { recursive: true, mode: 0o700 })
      const file = join(this.#uploads, id)
      await pipeline(upload.body, createWriteStream(file, { mode: 0o600 }))
      const head = await readHead(file)
      const format = upload.format === undefined ? detectFormat(upload.name, head) : formatOf(upload.format)
      const at = upload.day === undefined ? undefined : dayMoment(upload.day)
      const opened = openRun({ source: upload.source, format: format ?? FORMATS[0] as (typeof FORMATS)[number], ...upload.mode === undefined ? {} : { mode: upload.mode } }, this.now(), rulesVersion(), id)
      if (format === undefined) {
        const failed: ImportRun = { ...opened, format: 'onbekend', state: 'failed', reason: 'unknown-format', ...RUN_REASONS['unknown-format'], endedAt: this.now().instant }
        await this.store.runs.create(failed)
        rmSync(file, { force: true })
        return failed
      }
      await this.store.runs.create(opened)
      const work = runImport(this.runContext(), createReadStream(file), {
        source: upload.source, format, ...upload.mode === undefined ? {} : { mode: upload.mode }, ...at === undefined ? {} : { at }
      }, opened)
      this.#track(work.finally(() => { rmSync(file, { force: true }) }))
      return opened
    }
  }

  #reindex: ReindexStatus = { running: false, checked: 0, changed: 0, startedAt: null, endedAt: null, failed: false }

  /** Judges and indexes every stored vacancy anew, then builds the columns; only what differs is written. */
  async reindex (): Promise<ReindexStatus> {
    this.#reindex = { running: true, checked: 0, changed: 0, startedAt: this.now().instant, endedAt: null, failed: false }
    try {
      const day = this.now().day
      const result = await this.store.vacancies.reprepare(
        ({ prepared: old, ...v }) => prepare(v, day, old.visible_to), checked => { this.#reindex = { ...this.#reindex, checked } })
      await this.engine.reload()
      this.#reindex = { ...this.#reindex, ...result, running: false, endedAt: this.now().instant }
    } catch (error) {
      this.#reindex = { ...this.#reindex, running: false, failed: true, endedAt: this.now().instant }
      throw error
    }
    return this.#reindex
  }

  #startReindex (): ReindexStatus {
    if (!this.#reindex.running) this.#track(this.reindex())
    return this.#reindex
  }

  /** The API context over the open parts. */
  apiContext (): ApiContext {
    return {
      engine: this.engine, store: this.store, seal: this.seal, now: this.now, localKeys: this.#localKeys, imports: this.#starter,
      reindex: { start: () => this.#startReindex(), status: () => this.#reindex },
      mismatch: (vacancy, scored, explained) => { this.logger.error({ event: 'score-differs', vacancy, scored, explained }) },
      bureau: tenant => ({ candidates: this.store.bureau(tenant).candidates, audit: this.audit(tenant) })
    }
  }

  /** Builds the server; `listen` is the caller's. */
  async server (version: string): Promise<App> {
    this.#server ??= await buildServer(this.apiContext(), { logger: this.logger, proxies: this.config.proxies, docs: this.config.docs, version })
    return this.#server
  }

  /** Finishes what runs, then closes everything. */
  async close (): Promise<void> {
    await this.#server?.close()
    await Promise.all(this.#running)
    await this.engine.close()
    await this.store.close()
  }
}

/** Noon in UTC of a day: the moment an import pretends to run on. */
export const dayMoment = (day: string): Moment => ({ day, instant: `${day}T12:00:00.000Z` })

async function readHead (file: string): Promise<string> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead).toString('utf8')
  } finally {
    await handle.close()
  }
}

export { readHead }
