import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { ImportRun, Release, RowReport } from '../../src/domain/import.ts'
import { momentOf, noonOf, type Moment } from '../../src/domain/moment.ts'
import type { Status, Vacancy } from '../../src/domain/vacancy.ts'
import { EmbeddedEngine } from '../../src/engines/embedded/embedded-engine.ts'
import { formatOf } from '../../src/feed/formats.ts'
import { ROW_REASONS } from '../../src/feed/reasons.ts'
import type { SourceFormat } from '../../src/feed/source.ts'
import { runImport } from '../../src/feed/run.ts'
import { openOn } from '../../src/match/open.ts'
import { placeOrder } from '../../src/reference/place-order.ts'
import { KeyRing } from '../../src/store/keys.ts'
import { Database, type Row } from '../../src/store/sqlite/database.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { AT } from '../helpers/vacancy.ts'
import { ownFile, ownRow, SOURCE, streamOf } from './files.ts'

export interface ImportOptions {
  readonly source?: string
  readonly format?: string | SourceFormat
  readonly mode?: 'full' | 'delta'
  readonly size?: number
  /** Version of the rules that judge. */
  readonly rules?: string
  /** Guards somebody lets it pass. */
  readonly accept?: Release
  /** The day it pretends to run on. */
  readonly day?: string
}
export interface Step {
  readonly run: ImportRun
  readonly rows: readonly RowReport[]
}

/** What lies in the file of the store, but leases and fences: those may change without anything changing for a user. */
export interface Dump {
  readonly vacancies: readonly Row[]
  readonly sources: readonly Row[]
  readonly visible: readonly Row[]
  readonly generation: number
}

/** What a step tells about itself: a test, or something that throws at the first failure. */
export interface Check {
  equal(got: unknown, wanted: unknown, name: string): unknown
  same(got: unknown, wanted: unknown, name: string): unknown
  not(got: unknown, unwanted: unknown, name: string): unknown
  fail(name: string, extra: object): unknown
}

/** Reasons that are about a whole line. */
const WHOLE_LINE = new Set(['bad-json', 'bad-row', 'too-large'])

/** In memory where the system has that: a hundred stores are opened here, and each write waits for the disk. */
const TEMP = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** A real store in a folder of its own, the engine on it, and a clock that moves when told. A neighbour source must never notice anything. */
export class World {
  readonly folder = mkdtempSync(join(TEMP, 'passendwerk-import-'))
  store: SqliteStore
  engine: EmbeddedEngine
  #now = Date.parse(AT.instant)
  #neighbour: unknown

  constructor() {
    this.store = this.#open()
    this.engine = new EmbeddedEngine(this.store.vacancies, placeOrder)
  }

  #open(): SqliteStore {
    return new SqliteStore(join(this.folder, 'data'), new KeyRing(join(this.folder, 'keys')))
  }

  get now(): Moment {
    return momentOf(new Date(this.#now))
  }
  wait(hours: number): void {
    this.#now += hours * 3_600_000
  }

  /** Another process takes over the folder. */
  async reopen(): Promise<void> {
    await this.engine.close()
    await this.store.close()
    this.store = this.#open()
    this.engine = new EmbeddedEngine(this.store.vacancies, placeOrder)
  }

  async close(): Promise<void> {
    await this.engine.close()
    await this.store.close()
    rmSync(this.folder, { recursive: true })
  }

  async run(input: Readable, { source = SOURCE, format = 'passendwerk', mode, rules = 'proef', accept, day }: ImportOptions = {}): Promise<ImportRun> {
    return await runImport({ engine: this.engine, vacancies: this.store.vacancies, runs: this.store.runs, rules, now: () => this.now }, input, {
      source,
      format: typeof format === 'string' ? (formatOf(format) as SourceFormat) : format,
      ...(mode === undefined ? {} : { mode }),
      ...(accept === undefined ? {} : { accept }),
      ...(day === undefined ? {} : { at: noonOf(day) })
    })
  }

  /** Imports a file, then checks all that must hold after any import. */
  async import(t: Check, file: string | Buffer, options: ImportOptions = {}): Promise<Step> {
    this.#neighbour ??= await this.#settle()
    const run = await this.run(streamOf(file, options.size), options)
    const rows = await this.store.runs.rows(run.id, 0, 100_000)
    const c = run.counts
    t.equal(c.received, c.new + c.changed + c.unchanged + c.duplicate + c.rejected + c.expired, 'the report adds up')
    t.same(
      [rows.filter(r => r.severity === 'rejected').length, rows.filter(r => r.severity === 'warning').length],
      [c.rejected + c.expired, c.warnings],
      'every refusal and warning is in the report'
    )
    t.same(
      rows.map(r => r.seq),
      rows.map((_, i) => i + 1),
      'the report is numbered'
    )
    for (const r of rows) {
      const reason = ROW_REASONS[r.code as keyof typeof ROW_REASONS]
      if (
        reason.message !== r.message ||
        reason.remedy !== r.remedy ||
        ((r.field ?? '') === '' && !WHOLE_LINE.has(r.code)) ||
        (r.sample !== null && /@|06-\d/.test(r.sample))
      )
        t.fail('row, field, reason and remedy, and no contact data', { row: r })
    }
    t.same(await this.store.runs.get(run.id), run, 'the run is stored as it was told')
    t.not(run.endedAt, null, 'and has ended')
    t.same(await this.#rowsOf('buur'), this.#neighbour, 'another source notices nothing')
    await this.agree(t)
    return { run, rows }
  }

  async #settle(): Promise<unknown> {
    await this.run(streamOf(ownFile([ownRow('n1'), ownRow('n2')], { source: 'buur' })), { source: 'buur' })
    return await this.#rowsOf('buur')
  }

  async #rowsOf(source: string): Promise<readonly Vacancy[]> {
    const all: Vacancy[] = []
    for await (const v of this.store.vacancies.ofSource(source)) all.push(v)
    return all
  }

  /** Every vacancy of the tried source, by its own id. */
  async vacancies(source = SOURCE): Promise<ReadonlyMap<string, Vacancy>> {
    return new Map((await this.#rowsOf(source)).map(v => [v.sourceId, v]))
  }

  async get(sourceId: string): Promise<Vacancy> {
    const found = (await this.vacancies()).get(sourceId)
    if (found === undefined) throw new Error(`${sourceId} is not in the store`)
    return found
  }

  async statuses(): Promise<Readonly<Record<string, Status>>> {
    return Object.fromEntries([...(await this.vacancies())].map(([id, v]) => [id, v.status]))
  }

  /** A search finds exactly the open rows of the store, as they are there; so does an engine that starts now. */
  async agree(t: Check): Promise<void> {
    const { day } = this.now
    const wanted: Vacancy[] = []
    for (const source of await this.store.vacancies.sources()) {
      for (const v of await this.#rowsOf(source)) {
        t.equal(v.prepared.status, v.status, `${v.id}: what engines read has the same status`)
        if ((v.status === 'open' || v.status === 'missed') && (v.closesAt === null || v.closesAt >= day)) wanted.push(v)
      }
    }
    const query = { where: openOn(day), groups: [], size: 10_000 }
    const byId = (list: readonly Vacancy[]): readonly Vacancy[] => list.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const page = await this.engine.search(query)
    t.same(byId(page.hits.map(h => h.vacancy)), byId(wanted), 'a search finds exactly the open rows of the store')
    t.equal(page.total, wanted.length, 'and counts them')
    const fresh = await new EmbeddedEngine(this.store.vacancies, placeOrder).search(query)
    t.same(
      fresh.hits.map(h => h.vacancy.id),
      page.hits.map(h => h.vacancy.id),
      'an engine that starts now finds the same, in the same order'
    )
  }

  async found(): Promise<readonly string[]> {
    const page = await this.engine.search({ where: openOn(this.now.day), groups: [], size: 10_000 })
    return page.hits.flatMap(h => (h.vacancy.source === SOURCE ? [h.vacancy.sourceId] : [])).toSorted()
  }

  async dump(): Promise<Dump> {
    const db = new Database(join(this.folder, 'data', 'shared.db'))
    try {
      return {
        vacancies: db.all('SELECT * FROM vacancy ORDER BY id, gen_from'),
        sources: db.all('SELECT source, current, last_run, run, staging FROM source ORDER BY source'),
        visible: db.all('SELECT * FROM visible ORDER BY source, stamp'),
        generation: await this.store.vacancies.generation()
      }
    } finally {
      db.close()
    }
  }
}
