import type { Vacancy } from '../../domain/vacancy.ts'
import { fingerprintOf } from '../vacancy-form.ts'
import type { BulkItem } from './bulk-writes.ts'
import type { Commits } from './commit.ts'
import type { Stored } from './documents.ts'
import { cleaned, HEAD_FIELDS, newRow, rowId, shownOf, stagedIn, switchedIn, unstagedIn, versionOf, type Change, type Row } from './row.ts'
import { swept, type State, type StateFile } from './state.ts'
import { mustHold, sourceOf, stale, withSource, type Run } from './turns.ts'
import { rowIn, type VacancyDoc, type VacancyDocs } from './vacancy-docs.ts'

type Item = BulkItem<VacancyDoc>
const change = ({ id, at }: Stored<Row>, doc: Change): Item => ({ op: 'change', id, doc, at })

/** What a turn writes of one vacancy beside the row that shows; undefined when it shows just so. Throws for a turn that is over. */
export function staging(v: Vacancy, row: Stored<Row> | undefined, state: State, fence: number): Item | undefined {
  const source = mustHold(state, v.source, fence)
  if (row === undefined) return { op: 'create', id: rowId(v.id), doc: newRow(v, fence) }
  mayWrite(row.doc, v.source, fence)
  if (shownOf(row.doc, source)?.version.fingerprint !== fingerprintOf(v)) return change(row, stagedIn(row.doc, source, versionOf(v, fence)))
  const back = unstagedIn(row.doc, source, fence)
  return back && change(row, back)
}

/** A row that a later turn wrote is not ours any more. */
function mayWrite(row: Row, source: string, fence: number): void {
  if (row.source !== source) throw new Error(`${row.id} is of source ${row.source}`)
  if (row.stamps.some(s => s > fence)) throw stale(source)
}

const byId = (source: string) => ({ query: { bool: { filter: [{ term: { kind: 'row' } }, { term: { source } }] } }, sort: [{ id: 'asc' as const }] })

/** The writes of whole runs: staging, the marks of a switch, and cleaning up behind them. */
export class RunWrites {
  readonly #docs: VacancyDocs
  readonly #state: StateFile
  readonly #commits: Commits

  constructor(docs: VacancyDocs, state: StateFile, commits: Commits) {
    this.#docs = docs
    this.#state = state
    this.#commits = commits
  }

  /** Writes vacancies beside what shows. The last of an id wins. */
  async stage({ lease, brought }: Run, vacancies: readonly Vacancy[]): Promise<void> {
    const latest = new Map(vacancies.map(v => [v.id, v]))
    await this.#docs.each([...latest.keys()], (id, row, state) => staging(latest.get(id) as Vacancy, row, state, lease.fence))
    for (const v of latest.values()) brought.set(v.id, v.lastSeenAt)
  }

  /** Marks what the run did not bring and when rows were last seen, then shows it all in one step. */
  async switch(run: Run, at: string): Promise<{ generation: number; changed: number; removed: number }> {
    const { source, fence, id } = run.lease
    mustHold(await this.#state.read(), source, fence)
    await this.#docs.refresh()
    let [changed, removed] = [0, 0]
    const mark = (row: Stored<Row>, state: State): Item | undefined => {
      mayWrite(row.doc, source, fence)
      const next = switchedIn(row.doc, mustHold(state, source, fence), { stamp: fence, at }, run.brought.get(row.doc.id))
      return next && change(row, next)
    }
    const view = await this.#docs.view()
    try {
      for await (const page of view.pages({ ...byId(source), fields: HEAD_FIELDS })) {
        const state = await this.#state.read()
        const again: string[] = []
        const items: Array<{ id: string; item: Item }> = []
        for (const row of page.flatMap(found => rowIn(found) ?? [])) {
          if (run.brought.has(row.doc.id)) changed += [row.doc.a, row.doc.b].some(v => v?.stamp === fence) ? 1 : 0
          else removed += shownOf(row.doc, sourceOf(state, source)) === undefined ? 0 : 1
          const item = mark(row, state)
          if (item !== undefined) items.push({ id: row.doc.id, item })
        }
        const results = await this.#docs.bulk(items.map(i => i.item))
        again.push(...items.filter((_, i) => results[i] !== 'done').map(i => i.id))
        await this.#docs.each(again, (_id, row, now) => row && mark(row, now))
      }
    } finally {
      await view.close()
    }
    const generation = await this.#commits.show(fence, [source], (s, generation) => ({ ...s, lastRun: at, lastSwitch: { run: id, generation, fence } }))
    return { generation, changed, removed }
  }

  /** Deletes what is gone and what turns left that never switched. Whoever reads an older state reads again. */
  async sweep(source: string): Promise<void> {
    await this.#docs.refresh()
    const { aborted, current } = sourceOf(await this.#state.read(), source)
    const left = { bool: { should: [{ terms: { stamps: [...aborted] } }, { range: { gone: { lte: current } } }], minimum_should_match: 1 } }
    const { query, sort } = byId(source)
    const view = await this.#docs.view()
    try {
      for await (const page of view.pages({ query: { bool: { filter: [query, left] } }, sort, fields: ['kind', 'id', 'source', 'stamps'] })) {
        await this.#docs.each(
          page.flatMap(found => rowIn(found)?.doc.id ?? []),
          (_id, row, state) => {
            const clean = row && cleaned(row.doc, sourceOf(state, source))
            if (row === undefined || clean === undefined) return undefined
            return clean === 'delete' ? { op: 'delete', id: row.id, at: row.at } : change(row, clean)
          }
        )
      }
    } finally {
      await view.close()
    }
    await this.#state.change(state => {
      const next = swept(sourceOf(state, source), aborted)
      return next === sourceOf(state, source) ? undefined : withSource(state, source, next)
    })
  }
}
