import { setTimeout as pause } from 'node:timers/promises'
import type { Vacancy } from '../../domain/vacancy.ts'
import type { Connection } from '../../elasticsearch/client.ts'
import { Recent } from '../recent.ts'
import { assemble } from '../vacancy-form.ts'
import type { RunLease, SourceTurn, VacancyStore, VacancyWrite } from '../store.ts'
import { Commits } from './commit.ts'
import { Documents, type Question } from './documents.ts'
import { openIndex } from './open-index.ts'
import { Removals } from './removals.ts'
import { broughtIn, CODE_FIELDS, HEAD_FIELDS, shownOf, type Row, type Shown } from './row.ts'
import { rework, vacancyIn } from './rework.ts'
import { RunWrites } from './run-writes.ts'
import { SingleWrites } from './single-writes.ts'
import { StateDocSchema, StateFile, type State } from './state.ts'
import { mustHold, sourceOf, Turns, type TurnTimes } from './turns.ts'
import { rowIn, VacancyDocs, type RowReading } from './vacancy-docs.ts'

/** Vacancies kept parsed: a few hundred lists of twenty. */
const RECENT = 2_000
/** Vacancies read or written in one request. */
const BATCH = 500
const MOST = 1_000
const EVERY_ROW = 10_000_000

const rowsOf = (source: string | undefined) => [{ term: { kind: 'row' } }, ...(source === undefined ? [] : [{ term: { source } }])]

/**
 * Vacancies in Elasticsearch. A row holds what is live and beside it what a turn has staged; one state document says which
 * turns have switched. So a run of any size shows at one write, several instances agree, and a crash in between leaves the
 * last whole generation.
 */
export class ElasticsearchVacancies implements VacancyStore {
  readonly #docs: VacancyDocs
  readonly #state: StateFile
  readonly #commits: Commits
  readonly #turns: Turns
  readonly #runs: RunWrites
  readonly #single: SingleWrites
  readonly #removals: Removals
  readonly #switched: (run: string, generation: number) => Promise<void>
  readonly #recent = new Recent<Vacancy>(RECENT)

  private constructor(connection: Connection, index: string, times: TurnTimes, switched: (run: string, generation: number) => Promise<void>) {
    this.#docs = new VacancyDocs(connection, index)
    this.#state = new StateFile(new Documents(connection, index, StateDocSchema))
    this.#commits = new Commits(this.#docs, this.#state)
    this.#turns = new Turns(this.#state, times)
    this.#runs = new RunWrites(this.#docs, this.#state, this.#commits)
    this.#single = new SingleWrites(this.#docs, this.#commits, this.#turns)
    this.#removals = new Removals(this.#docs, this.#state, this.#commits)
    this.#switched = switched
  }

  /** `switched` notes the switch in the run's record; a switch whose note a crash cut off is noted here. */
  static async open(
    connection: Connection,
    index: string,
    times: TurnTimes,
    switched: (run: string, generation: number) => Promise<void>
  ): Promise<ElasticsearchVacancies> {
    // Rows are made findable just before they show; in between nobody needs to find them.
    await openIndex(connection, index, 'rows')
    const made = new ElasticsearchVacancies(connection, index, times, switched)
    await made.#state.open()
    for (const { lastSwitch } of Object.values((await made.#state.read()).sources))
      if (lastSwitch !== null) await switched(lastSwitch.run, lastSwitch.generation)
    return made
  }

  async generation(): Promise<number> {
    return (await this.#state.read()).generation
  }

  async lease(source: string, runId: string): Promise<RunLease | undefined> {
    const taken = await this.#turns.lease(source, runId)
    if (taken === undefined) return undefined
    if (taken.left) await this.#runs.sweep(source)
    return taken.run.lease
  }

  /** Runs that hold a source now, of any instance: a run without an end that is not among them was cut off. */
  async runsUnderWay(): Promise<readonly string[]> {
    return Object.values((await this.#state.read()).sources).flatMap(s => (s.holder?.kind === 'run' ? [s.holder.id] : []))
  }

  async stage(lease: RunLease, vacancies: readonly Vacancy[]): Promise<void> {
    const run = this.#turns.run(lease)
    for (const v of vacancies) if (v.source !== lease.source) throw new Error(`${v.id} is not of source ${lease.source}`)
    for (let i = 0; i < vacancies.length; i += BATCH) await this.#runs.stage(run, vacancies.slice(i, i + BATCH))
  }

  async staged(lease: RunLease, ids: readonly string[]): Promise<readonly Vacancy[]> {
    const { brought } = this.#turns.run(lease)
    const found: Vacancy[] = []
    for (let i = 0; i < ids.length; i += BATCH) {
      const { rows, state } = await this.#rows(ids.slice(i, i + BATCH))
      for (const row of rows) {
        const seen = brought.get(row?.doc.id ?? '')
        const version = row === undefined ? undefined : broughtIn(row.doc, mustHold(state, lease.source, lease.fence), lease.fence)
        if (version !== undefined && seen !== undefined) found.push({ ...assemble({ ...version, seen: null, lastRun: null }), lastSeenAt: seen })
      }
    }
    return found
  }

  async switch(lease: RunLease, at: string): Promise<{ generation: number; changed: number; removed: number }> {
    const result = await this.#runs.switch(this.#turns.run(lease), at)
    this.#turns.end(lease.fence)
    await this.#switched(lease.id, result.generation)
    // What is gone only takes room; the next sweep takes it when this one fails.
    await this.#runs.sweep(lease.source).catch(() => {})
    return result
  }

  async discard(lease: RunLease): Promise<void> {
    this.#turns.end(lease.fence)
    if (await this.#commits.drop(lease.fence, [lease.source], true)) await this.#runs.sweep(lease.source)
  }

  async put(vacancies: readonly Vacancy[]): Promise<readonly VacancyWrite[]> {
    return await this.#single.put(vacancies)
  }

  async remove(ids: readonly string[]): Promise<readonly VacancyWrite[]> {
    return await this.#removals.remove(ids)
  }

  async removedSince(generation: number): Promise<readonly string[] | undefined> {
    return await this.#removals.since(generation)
  }

  async get(ids: readonly string[]): Promise<readonly Vacancy[]> {
    const found: Vacancy[] = []
    for (let i = 0; i < ids.length; i += BATCH) found.push(...(await this.#get(ids.slice(i, i + BATCH))))
    return found
  }

  async #get(ids: readonly string[]): Promise<readonly Vacancy[]> {
    const { rows, state } = await this.#rows(ids)
    return rows.flatMap(row => (row === undefined ? [] : (this.#parsed(row.doc, state) ?? [])))
  }

  /** Rows and the state they are of. */
  async #rows(ids: readonly string[]): Promise<RowReading> {
    for (;;) {
      const reading = await this.#docs.rows(ids)
      if (reading !== undefined) return reading
      await pause(Math.random() * 5)
    }
  }

  async preparedOf(ids: readonly string[]): Promise<ReadonlyArray<Vacancy['prepared']>> {
    return (await this.get(ids)).map(v => v.prepared)
  }

  /** Parsing a row costs more than all of a search: an unchanged one is parsed once. */
  #parsed(row: Row, state: State): Vacancy | undefined {
    const source = sourceOf(state, row.source)
    const shown = shownOf(row, source)
    if (shown === undefined) return undefined
    const from = `${shown.version.fingerprint}|${String(shown.seen)}|${String(source.lastRun)}`
    return this.#recent.get(row.id, from) ?? this.#recent.set(row.id, from, vacancyIn(row, state) as Vacancy)
  }

  async *ofSource(source: string): AsyncIterable<Vacancy> {
    for await (const { row, state } of this.#live(source)) yield vacancyIn(row, state) as Vacancy
  }

  async *prepared(source?: string): AsyncIterable<Vacancy['prepared']> {
    for await (const { shown } of this.#live(source, CODE_FIELDS)) yield JSON.parse(shown.version.prepared) as Vacancy['prepared']
  }

  /** Live rows in order of id, all of one state, however long the reader takes. */
  async *#live(source: string | undefined, fields?: readonly string[]): AsyncIterable<{ row: Row; state: State; shown: Shown }> {
    const question: Question = { query: { bool: { filter: rowsOf(source) } }, sort: [{ id: 'asc' }], ...(fields === undefined ? {} : { fields }) }
    const { state, view, first } = await this.#state.steady(
      async state => {
        const first = await this.#docs.list(question, MOST)
        return { state, first, view: first.length < MOST ? undefined : await this.#docs.view() }
      },
      async ({ view }) => {
        await view?.close()
      }
    )
    try {
      for await (const page of view?.pages(question) ?? [first]) {
        for (const row of page.flatMap(found => rowIn(found)?.doc ?? [])) {
          const shown = shownOf(row, sourceOf(state, row.source))
          if (shown !== undefined) yield { row, state, shown }
        }
      }
    } finally {
      await view?.close()
    }
  }

  async changedSince(generation: number, source?: string): Promise<readonly string[]> {
    return await this.#state.steady(async state => {
      if (generation >= state.generation) return []
      const commits = await this.#docs.list(
        {
          query: { bool: { filter: [{ term: { kind: 'commit' } }, { range: { generation: { gt: generation } } }] } },
          sort: [{ generation: 'asc' }, { stamp: 'asc' }]
        },
        EVERY_ROW
      )
      const stamps = new Set(commits.flatMap(({ doc }) => (doc.kind === 'commit' ? [doc.stamp] : [])))
      if (stamps.size === 0) return []
      // A query takes some thousands of numbers; where there are more, the rows are read and looked at here.
      const among = stamps.size > MOST ? { range: { stamps: { gte: Math.min(...stamps) } } } : { terms: { stamps: [...stamps] } }
      const rows = await this.#docs.list({ query: { bool: { filter: [...rowsOf(source), among] } }, sort: [{ id: 'asc' }], fields: HEAD_FIELDS }, EVERY_ROW)
      return rows.flatMap(found => {
        const row = rowIn(found)?.doc
        const shown = row && shownOf(row, sourceOf(state, row.source))
        return row !== undefined && shown !== undefined && stamps.has(shown.version.stamp) ? [row.id] : []
      })
    })
  }

  async sources(): Promise<readonly string[]> {
    return Object.keys((await this.#state.read()).sources).sort()
  }

  async turns(): Promise<ReadonlyMap<string, SourceTurn>> {
    const { sources } = await this.#state.read()
    return new Map(
      Object.entries(sources).map(([source, { holder, lastSwitch }]) => [
        source,
        { held: holder?.kind === 'run' ? { id: holder.id, fence: holder.fence } : undefined, switched: lastSwitch ?? undefined }
      ])
    )
  }

  async rewrite(work: (v: Vacancy) => Vacancy, progress?: (done: number) => void): Promise<{ checked: number; changed: number }> {
    return await rework({ docs: this.#docs, file: this.#state, commits: this.#commits }, work, progress)
  }

  /** Ends the runs of this instance, so that another need not wait until they are taken for dead. */
  async close(): Promise<void> {
    for (const lease of this.#turns.held()) await this.discard(lease).catch(() => {})
  }
}
