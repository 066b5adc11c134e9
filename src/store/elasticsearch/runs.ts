import { z } from 'zod'
import { ImportRunSchema, RowReportSchema, type ImportRun, type RowReport } from '../../domain/import.ts'
import type { Connection } from '../../elasticsearch/client.ts'
import type { RunStore } from '../store.ts'
import { Documents, type Stored } from './documents.ts'

const RunDocSchema = z.strictObject({
  kind: z.literal('run'),
  id: z.string(),
  source: z.string(),
  state: z.string(),
  started_at: z.string(),
  generated_at: z.string().nullable(),
  body: z.string()
})
type RunDoc = z.infer<typeof RunDocSchema>
const ReportDocSchema = z.strictObject({ kind: z.literal('report'), run: z.string(), seq: z.int(), body: z.string() })
type ReportDoc = z.infer<typeof ReportDocSchema>

const idOf = (run: string): string => `run:${run}`
const runOf = ({ doc }: Stored<RunDoc>): ImportRun => ImportRunSchema.parse(JSON.parse(doc.body))
const docOf = (run: ImportRun): RunDoc => ({
  kind: 'run',
  id: run.id,
  source: run.source,
  state: run.state,
  started_at: run.startedAt,
  generated_at: run.generatedAt,
  body: JSON.stringify(run)
})

/** Imports and their row reports. */
export class ElasticsearchRuns implements RunStore {
  readonly #runs: Documents<RunDoc>
  readonly #reports: Documents<ReportDoc>

  constructor(connection: Connection, index: string) {
    this.#runs = new Documents(connection, index, RunDocSchema)
    this.#reports = new Documents(connection, index, ReportDocSchema)
  }

  async create(run: ImportRun): Promise<void> {
    if (!(await this.#runs.create(idOf(run.id), docOf(run)))) throw new Error('a run with this id is there already')
  }

  async update(run: ImportRun): Promise<void> {
    await this.#change(run.id, () => run)
  }

  /** Notes the switch of a run; when it is noted already, or the run has ended, nothing changes. */
  async noteSwitch(id: string, generation: number): Promise<void> {
    await this.#change(id, run => (run.state === 'switched' || run.endedAt !== null ? undefined : { ...run, state: 'switched', generation }))
  }

  /** A run that is not there stays so. */
  async #change(id: string, work: (run: ImportRun) => ImportRun | undefined): Promise<void> {
    for (;;) {
      const known = await this.#runs.get(idOf(id))
      const next = known === undefined ? undefined : work(runOf(known))
      if (known === undefined || next === undefined || (await this.#runs.replace(known, docOf(next)))) return
    }
  }

  async get(id: string): Promise<ImportRun | undefined> {
    const found = await this.#runs.get(idOf(id))
    return found === undefined ? undefined : runOf(found)
  }

  async list(limit: number): Promise<readonly ImportRun[]> {
    await this.#runs.refresh()
    const question = { query: { term: { kind: 'run' } }, sort: [{ started_at: 'desc' as const }, { id: 'asc' as const }] }
    return (await this.#runs.list(question, limit)).map(runOf)
  }

  async takenIn(source: string, limit: number): Promise<readonly ImportRun[]> {
    await this.#runs.refresh()
    const filter = [{ term: { kind: 'run' } }, { term: { source } }, { terms: { state: ['switched', 'unchanged'] } }]
    const found = await this.#runs.list({ query: { bool: { filter } }, sort: [{ started_at: 'desc' }, { id: 'asc' }] }, limit)
    // Two instances may have clocks that differ: among the newest the generation decides.
    return found.map(runOf).toSorted((a, b) => (b.generation ?? 0) - (a.generation ?? 0))
  }

  async newestFile(source: string): Promise<ImportRun | undefined> {
    await this.#runs.refresh()
    const filter = [{ term: { kind: 'run' } }, { term: { source } }, { terms: { state: ['switched', 'unchanged'] } }, { exists: { field: 'generated_at' } }]
    const [found] = await this.#runs.list({ query: { bool: { filter } }, sort: [{ generated_at: 'desc' }] }, 1)
    return found === undefined ? undefined : runOf(found)
  }

  async report(runId: string, rows: readonly RowReport[]): Promise<void> {
    // Its number in the run is the id: the same report twice is one.
    const latest = new Map(rows.map(row => [row.seq, row]))
    await this.#reports.bulk(
      [...latest.values()].map(row => ({
        op: 'index' as const,
        id: `report:${runId}:${row.seq}`,
        doc: { kind: 'report' as const, run: runId, seq: row.seq, body: JSON.stringify(row) }
      }))
    )
  }

  async rows(runId: string, after: number, limit: number): Promise<readonly RowReport[]> {
    await this.#reports.refresh()
    const query = { bool: { filter: [{ term: { kind: 'report' } }, { term: { run: runId } }] } }
    return (await this.#reports.list({ query, sort: [{ seq: 'asc' }] }, limit, [after])).map(({ doc }) => RowReportSchema.parse(JSON.parse(doc.body)))
  }
}
