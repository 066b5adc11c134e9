import { randomBytes } from 'node:crypto'
import type { Readable } from 'node:stream'
import { NO_COUNTS, type ImportCounts, type ImportRun, type Release } from '../domain/import.ts'
import type { Moment } from '../domain/moment.ts'
import type { Vacancy } from '../domain/vacancy.ts'
import type { Engine } from '../match/engine.ts'
import { prepare } from '../reference/prepare.ts'
import type { RunStore, VacancyStore } from '../store/store.ts'
import { batchesOf, Known } from './ahead.ts'
import { afterMiss, closed } from './expiry.ts'
import { Guards, RUNS_ASKED } from './guards.ts'
import { vacancyId } from './normalise.ts'
import { RUN_REASONS, type RowCode, type RunCode } from './reasons.ts'
import { Report } from './report.ts'
import { rulesNote } from './rules-note.ts'
import { RunFault, type Parsed, type SourceFormat } from './source.ts'
import { textReader } from './text-reader.ts'

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
  /** Guards a person lets this run pass, and why. */
  readonly accept?: Release
  readonly progress?: (counts: ImportCounts, state: 'check' | 'stage') => void
}

const PROGRESS_EVERY = 250

export const newRunId = (): string =>
  `r-${BigInt(`0x${randomBytes(9).toString('hex')}`)
    .toString(36)
    .padStart(14, '0')}`

/** The beginning of a run, as it is stored before the first row is read. */
export function openRun(options: Pick<RunOptions, 'source' | 'format' | 'mode' | 'at'>, at: Moment, rules: string, id = newRunId()): ImportRun {
  return {
    id,
    source: options.source,
    format: options.format.id,
    mode: options.mode ?? options.format.mode,
    state: 'wait',
    reason: null,
    message: null,
    remedy: null,
    counts: NO_COUNTS,
    startedAt: at.instant,
    endedAt: null,
    generation: null,
    rules,
    generatedAt: null,
    note: null,
    day: (options.at ?? at).day,
    filled: null,
    released: null
  }
}

const withReason = (run: ImportRun, code: RunCode, state: 'failed' | 'held' | 'skipped', note: string | null = null): ImportRun => ({
  ...run,
  state,
  reason: code,
  ...RUN_REASONS[code],
  note
})

/** A day that was asked for must not lie before the last one: what closed since would open again. */
function inOrder(day: string | undefined, last: ImportRun | undefined): void {
  if (day !== undefined && last?.day != null && day < last.day) throw new RunFault('older-day')
}

/** Keeps what we set ourselves over a new delivery of the same vacancy. */
function carryOver(next: Vacancy, known: Vacancy, at: Moment): Vacancy {
  const postedAt = next.postedAt !== null && known.postedAt !== null && known.postedAt < next.postedAt ? known.postedAt : (next.postedAt ?? known.postedAt)
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
  readonly #known: Known
  readonly #guards: Guards
  readonly counts: ImportCounts = { ...NO_COUNTS }
  readonly #seen = new Map<string, 'new' | 'changed' | 'unchanged'>()
  /** Rows the source itself calls gone, by their own id. */
  readonly #gone = new Map<string, 'withdrawn' | 'validThrough'>()
  /** Vacancies whose row could not be read: the source still has them, so they are not missing. */
  readonly #unreadable = new Set<string>()
  /** Vacancies of the source that stay as they were, with the codes they had. */
  kept = 0
  mode: 'full' | 'delta'
  generatedAt: string | null = null

  constructor(context: RunContext, options: RunOptions, run: ImportRun, guards: Guards) {
    this.#context = context
    this.#options = options
    this.#at = options.at ?? context.now()
    this.#guards = guards
    this.#report = new Report(context.runs, run.id)
    this.#known = new Known(context.vacancies, options.source)
    this.mode = run.mode
  }

  async #reject(row: { position: number; sourceId: string | null }, code: RowCode, field: string | null, sample: string | null): Promise<void> {
    if (code === 'expired-on-arrival') this.counts.expired++
    else this.counts.rejected++
    await this.#report.add('rejected', code, { position: row.position, sourceId: row.sourceId, field, sample })
  }

  #tick(): void {
    if (this.counts.received % PROGRESS_EVERY === 0) this.#options.progress?.(this.counts, 'check')
  }

  /** A delta must follow the last file that was taken in (ND04): an older one would bring back what is gone. */
  async #open(header: Extract<Parsed, { kind: 'header' }>): Promise<void> {
    this.mode = this.#options.mode ?? header.mode
    this.generatedAt = header.generatedAt
    if (this.mode === 'full' || header.generatedAt === null) return
    const last = await this.#context.runs.newestFile(this.#options.source)
    if (Date.parse(header.generatedAt) < Date.parse(last?.generatedAt ?? '')) throw new RunFault('older-file')
  }

  /** A row as a vacancy, or nothing when it was refused, deleted or delivered twice. */
  async #take(parsed: Parsed): Promise<Vacancy | undefined> {
    if (parsed.kind === 'header') {
      await this.#open(parsed)
      return undefined
    }
    if (parsed.kind === 'delete') {
      this.#gone.set(parsed.sourceId, 'withdrawn')
      return undefined
    }
    this.counts.received++
    this.#tick()
    if (parsed.kind === 'reject') {
      if (parsed.sourceId !== null) this.#unreadable.add(vacancyId(this.#options.source, parsed.sourceId))
      await this.#reject(parsed, parsed.code, parsed.field, parsed.sample)
      return undefined
    }
    const row = await textReader.normalise(parsed, this.#options.source, this.#at)
    if (row.kind === 'reject') {
      if (row.code === 'expired-on-arrival') this.#expire(parsed.sourceId as string)
      await this.#reject(parsed, row.code, row.field, null)
      return undefined
    }
    const { vacancy } = row
    for (const w of row.warnings) {
      this.counts.warnings++
      await this.#report.add('warning', w.code, { position: parsed.position, sourceId: parsed.sourceId, field: w.field, sample: w.sample })
    }
    return await this.#count(vacancy, parsed)
  }

  /** A closing date that was moved into the past closes a vacancy we have; one we do not have is only counted. */
  #expire(sourceId: string): void {
    if (this.#known.of(vacancyId(this.#options.source, sourceId)) !== undefined) this.#gone.set(sourceId, 'validThrough')
  }

  async #count(vacancy: Vacancy, parsed: Extract<Parsed, { kind: 'row' }>): Promise<Vacancy> {
    const earlier = this.#seen.get(vacancy.id)
    const known = this.#known.of(vacancy.id)
    const next = known === undefined ? vacancy : carryOver(vacancy, known, this.#at)
    const kind = known === undefined ? 'new' : known.contentHash === next.contentHash && known.status === 'open' ? 'unchanged' : 'changed'
    this.counts[kind]++
    this.#guards.read(vacancy)
    if (earlier === undefined) this.#guards.taken(vacancy, known !== undefined)
    if (earlier !== undefined) {
      // The last of two rows with one id wins: the first becomes the double.
      this.counts[earlier]--
      this.counts.duplicate++
      await this.#report.add('warning', 'duplicate-id', { position: parsed.position, sourceId: parsed.sourceId, field: 'id', sample: null })
      this.counts.warnings++
    }
    this.#seen.set(vacancy.id, kind)
    return next
  }

  /** Rows of the source that this run did not bring: kept, missed or expired in a full run, untouched in a delta. */
  async *#grace(): AsyncIterable<Vacancy> {
    for await (const known of this.#context.vacancies.ofSource(this.#options.source)) {
      if (this.#seen.has(known.id)) continue
      const reason = this.#gone.get(known.sourceId)
      const mode = this.#unreadable.has(known.id) ? 'delta' : this.mode
      const next = reason === undefined ? afterMiss(known, mode, this.#at) : closed(known, reason, this.#at)
      // Only absence from a complete list: a vacancy whose last day has passed is rightly gone.
      if (next !== known && (next.status === 'missed' || next.closedReason === 'absent')) this.#guards.absent(known)
      if (next.status === 'missed') this.counts.missed++
      if (next.status !== known.status && next.status !== 'missed') this.counts.closed++
      if (next.status === 'open' || next.status === 'missed') this.kept++
      yield next === known ? known : { ...next, prepared: { ...next.prepared, status: next.status } }
    }
  }

  /** Every vacancy the source will have after the switch. Guards run before the last one leaves. */
  async *vacancies(input: Readable): AsyncIterable<Vacancy> {
    for await (const batch of batchesOf(this.#options.format.parse(input, { source: this.#options.source, day: this.#at.day }))) {
      await this.#known.read(batch)
      for (const parsed of batch) {
        const vacancy = await this.#take(parsed)
        if (vacancy !== undefined) yield vacancy
      }
    }
    await this.#report.flush()
    this.#guards.afterRows(this.counts, this.#gone.size, this.mode)
    yield* this.#grace()
    this.#guards.afterAbsent(this.counts, this.mode)
    this.#options.progress?.(this.counts, 'stage')
  }

  async flush(): Promise<void> {
    await this.#report.flush()
  }
}

/**
 * One import of one file, as streams: parse, normalise, enrich, stage, guard, one switch, report (`feeds.md` 2). The same
 * file again changes nothing; a bad row never stops it; a broken file changes nothing. Never throws for bad input: the run
 * that comes back says what happened.
 */
export async function runImport(context: RunContext, input: Readable, options: RunOptions, opened?: ImportRun): Promise<ImportRun> {
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
  let work: Import | undefined
  // Who follows the run sees its counts grow.
  const progress = (counts: ImportCounts, state: 'check' | 'stage'): void => {
    void context.runs.update({ ...run, mode: work?.mode ?? run.mode, state, counts: { ...counts } })
    options.progress?.(counts, state)
  }
  try {
    progress(NO_COUNTS, 'check')
    const past = await context.runs.takenIn(options.source, RUNS_ASKED)
    inOrder(options.at?.day, past[0])
    const guards = new Guards(past, options.accept?.guards)
    work = new Import(context, { ...options, progress }, run, guards)
    const swap = await context.engine.replace(options.source, { id: lease.id, fence: lease.fence }, work.vacancies(input))
    const changed = work.counts.new + work.counts.changed + work.counts.closed + work.counts.missed
    return await finish({
      ...run,
      mode: work.mode,
      generatedAt: work.generatedAt,
      counts: { ...work.counts },
      state: changed === 0 ? 'unchanged' : 'switched',
      generation: swap.generation,
      note: rulesNote(past[0], run, { judged: work.counts.changed + work.counts.unchanged, kept: work.kept }),
      filled: guards.filled,
      released: guards.released(options.accept?.why ?? '')
    })
  } catch (error) {
    await context.vacancies.discard(lease)
    await work?.flush()
    const ended = work === undefined ? run : { ...run, mode: work.mode, generatedAt: work.generatedAt, counts: { ...work.counts } }
    if (error instanceof RunFault) return await finish(withReason(ended, error.code, error.state, error.note))
    await finish(withReason(ended, 'internal', 'failed'))
    throw error
  } finally {
    input.destroy()
  }
}
