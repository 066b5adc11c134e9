import { randomBytes } from 'node:crypto'
import type { Readable } from 'node:stream'
import { NO_COUNTS, type ImportCounts, type ImportRun, type RowReport } from '../domain/import.ts'
import type { Moment } from '../domain/moment.ts'
import type { Vacancy } from '../domain/vacancy.ts'
import type { Engine } from '../match/engine.ts'
import { prepare } from '../reference/prepare.ts'
import type { RunStore, VacancyStore } from '../store/store.ts'
import { afterMiss } from './expiry.ts'
import { maskContacts } from './normalise/clean.ts'
import { normalise } from './normalise.ts'
import { ROW_REASONS, RUN_REASONS, type RowCode, type RunCode } from './reasons.ts'
import { RunFault, type Parsed, type SourceFormat } from './source.ts'

export interface RunContext {
  readonly engine: Engine
  readonly vacancies: VacancyStore
  readonly runs: RunStore
  /** Version of the rules that judged the load, for the report. */
  readonly rules: string
  readonly now: () => Moment
}

export interface RunOptions {
  readonly source: string
  readonly format: SourceFormat
  /** Overrides what the file or the format says about absence. */
  readonly mode?: 'full' | 'delta'
  /** The day the import pretends to run on; for old files. */
  readonly at?: Moment
  readonly progress?: (counts: ImportCounts, state: 'check' | 'stage') => void
}

/** More refused rows than this share hold the run (guard 4 of `reliability.md` 3). */
const REJECT_BUDGET = 0.2
const REPORT_BATCH = 200
const PROGRESS_EVERY = 250

export const newRunId = (): string => `r-${BigInt(`0x${randomBytes(9).toString('hex')}`).toString(36).padStart(14, '0')}`

/** The beginning of a run, as it is stored before the first row is read. */
export function openRun (options: Pick<RunOptions, 'source' | 'format' | 'mode'>, at: Moment, rules: string, id = newRunId()): ImportRun {
  return {
    id, source: options.source, format: options.format.id, mode: options.mode ?? options.format.mode, state: 'wait', reason: null, message: null, remedy: null,
    counts: NO_COUNTS, startedAt: at.instant, endedAt: null, generation: null, rules
  }
}

const withReason = (run: ImportRun, code: RunCode, state: 'failed' | 'held' | 'skipped'): ImportRun => ({ ...run, state, reason: code, ...RUN_REASONS[code] })

/** Collects the row report in batches while the stream runs; it always adds up with the counts. */
class Report {
  readonly #runs: RunStore
  readonly #run: string
  #pending: RowReport[] = []
  #seq = 0

  constructor (runs: RunStore, run: string) {
    this.#runs = runs
    this.#run = run
  }

  async add (severity: RowReport['severity'], code: RowCode, at: { position: number, sourceId: string | null, field: string | null, sample: string | null }): Promise<void> {
    this.#pending.push({ seq: ++this.#seq, severity, code, ...at, sourceId: at.sourceId?.slice(0, 200) ?? null, sample: at.sample === null ? null : maskContacts(at.sample).slice(0, 80), ...ROW_REASONS[code] })
    if (this.#pending.length >= REPORT_BATCH) await this.flush()
  }

  async flush (): Promise<void> {
    const rows = this.#pending
    this.#pending = []
    if (rows.length > 0) await this.#runs.report(this.#run, rows)
  }
}

/** Keeps what we set ourselves over a new delivery of the same vacancy. */
function carryOver (next: Vacancy, known: Vacancy, at: Moment): Vacancy {
  const postedAt = next.postedAt !== null && known.postedAt !== null && known.postedAt < next.postedAt ? known.postedAt : next.postedAt ?? known.postedAt
  const same = next.contentHash === known.contentHash
  const merged = { ...next, postedAt, firstSeenAt: known.firstSeenAt, changedAt: same ? known.changedAt : at.instant, revision: known.revision }
  return { ...merged, prepared: prepare(merged, at.day) }
}

/** The state of one import while its rows stream by. */
class Import {
  readonly #context: RunContext
  readonly #options: RunOptions
  readonly #at: Moment
  readonly #report: Report
  readonly counts: ImportCounts = { ...NO_COUNTS }
  readonly #seen = new Map<string, string>()
  readonly #deleted = new Set<string>()
  mode: 'full' | 'delta'

  constructor (context: RunContext, options: RunOptions, run: ImportRun, at: Moment) {
    this.#context = context
    this.#options = options
    this.#at = at
    this.#report = new Report(context.runs, run.id)
    this.mode = run.mode
  }

  async #reject (row: { position: number, sourceId: string | null }, code: RowCode, field: string | null, sample: string | null): Promise<void> {
    if (code === 'expired-on-arrival') this.counts.expired++
    else this.counts.rejected++
    await this.#report.add('rejected', code, { position: row.position, sourceId: row.sourceId, field, sample })
  }

  #tick (): void {
    if (this.counts.received % PROGRESS_EVERY === 0) this.#options.progress?.(this.counts, 'check')
  }

  /** A row as a vacancy, or nothing when it was refused, deleted or delivered twice. */
  async #take (parsed: Parsed): Promise<Vacancy | undefined> {
    if (parsed.kind === 'header') { this.mode = this.#options.mode ?? parsed.mode; return undefined }
    if (parsed.kind === 'delete') { this.#deleted.add(parsed.sourceId); return undefined }
    this.counts.received++
    this.#tick()
    if (parsed.kind === 'reject') { await this.#reject(parsed, parsed.code, parsed.field, parsed.sample); return undefined }
    const row = normalise(parsed, this.#options.source, this.#at)
    if (row.kind === 'reject') { await this.#reject(parsed, row.code, row.field, null); return undefined }
    const { vacancy } = row
    for (const w of row.warnings) {
      this.counts.warnings++
      await this.#report.add('warning', w.code, { position: parsed.position, sourceId: parsed.sourceId, field: w.field, sample: w.sample })
    }
    return await this.#count(vacancy, parsed)
  }

  async #count (vacancy: Vacancy, parsed: Extract<Parsed, { kind: 'row' }>): Promise<Vacancy> {
    const earlier = this.#seen.get(vacancy.id)
    const [known] = await this.#context.vacancies.get([vacancy.id])
    const next = known === undefined ? vacancy : carryOver(vacancy, known, this.#at)
    const kind = known === undefined ? 'new' : known.contentHash === next.contentHash && known.status === 'open' ? 'unchanged' : 'changed'
    if (earlier === undefined) this.counts[kind]++
    else {
      // The last of two rows with one id wins; the first was counted, this one is the double.
      this.counts.duplicate++
      await this.#report.add('warning', 'duplicate-id', { position: parsed.position, sourceId: parsed.sourceId, field: 'id', sample: null })
      this.counts.warnings++
    }
    this.#seen.set(vacancy.id, kind)
    return next
  }

  /** Rows of the source that this run did not bring: kept, missed or expired in a full run, untouched in a delta. */
  async * #grace (): AsyncIterable<Vacancy> {
    for await (const known of this.#context.vacancies.ofSource(this.#options.source)) {
      if (this.#seen.has(known.id)) continue
      const next = this.#deleted.has(known.sourceId) ? { ...known, status: 'closed' as const, closedReason: 'withdrawn' as const } : afterMiss(known, this.mode, this.#at)
      if (next.status === 'missed') this.counts.missed++
      if (next.status !== known.status && next.status !== 'missed') this.counts.closed++
      yield next === known ? known : { ...next, prepared: { ...next.prepared, status: next.status } }
    }
  }

  /** Every vacancy the source will have after the switch. Guards run before the last one leaves. */
  async * vacancies (input: Readable, check: (counts: ImportCounts) => void): AsyncIterable<Vacancy> {
    for await (const parsed of this.#options.format.parse(input, { source: this.#options.source, day: this.#at.day })) {
      const vacancy = await this.#take(parsed)
      if (vacancy !== undefined) yield vacancy
    }
    await this.#report.flush()
    check(this.counts)
    yield * this.#grace()
    this.#options.progress?.(this.counts, 'stage')
  }

  async flush (): Promise<void> { await this.#report.flush() }
}

function guard (counts: ImportCounts): void {
  if (counts.received === 0) throw new RunFault('empty', 'held')
  if (counts.rejected > counts.received * REJECT_BUDGET) throw new RunFault('reject-budget', 'held')
}

/**
 * One import of one file, as streams: parse, normalise, enrich, stage, guard, one switch, report (`feeds.md` 2). The same
 * file again changes nothing; a bad row never stops it; a broken file changes nothing. Never throws for bad input: the run
 * that comes back says what happened.
 */
export async function runImport (context: RunContext, input: Readable, options: RunOptions, opened?: ImportRun): Promise<ImportRun> {
  const at = options.at ?? context.now()
  let run = opened ?? openRun(options, context.now(), context.rules)
  if (opened === undefined) await context.runs.create(run)
  const finish = async (end: ImportRun): Promise<ImportRun> => {
    run = { ...end, endedAt: context.now().instant }
    await context.runs.update(run)
    return run
  }
  const lease = await context.vacancies.lease(options.source, run.id)
  if (lease === undefined) {
    input.destroy()
    return await finish(withReason(run, 'source-busy', 'skipped'))
  }
  // Who follows the run sees its counts grow.
  const progress = (counts: ImportCounts, state: 'check' | 'stage'): void => {
    void context.runs.update({ ...run, state, counts: { ...counts } })
    options.progress?.(counts, state)
  }
  const work = new Import(context, { ...options, progress }, run, at)
  try {
    progress(NO_COUNTS, 'check')
    const swap = await context.engine.replace(options.source, { id: lease.id, fence: lease.fence }, work.vacancies(input, guard))
    const changed = work.counts.new + work.counts.changed + work.counts.closed + work.counts.missed
    return await finish({ ...run, mode: work.mode, counts: { ...work.counts }, state: changed === 0 ? 'unchanged' : 'switched', generation: swap.generation })
  } catch (error) {
    await context.vacancies.discard(lease)
    await work.flush()
    const ended = { ...run, mode: work.mode, counts: { ...work.counts } }
    if (error instanceof RunFault) return await finish(withReason(ended, error.code, error.state))
    await finish(withReason(ended, 'internal', 'failed'))
    throw error
  } finally {
    input.destroy()
  }
}
