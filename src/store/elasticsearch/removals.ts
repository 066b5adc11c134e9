import { setTimeout as pause } from 'node:timers/promises'
import { REMOVALS_KEPT, type VacancyWrite } from '../store.ts'
import type { Commits } from './commit.ts'
import { HEAD_FIELDS, rowId, shownOf } from './row.ts'
import type { StateFile } from './state.ts'
import { sourceOf } from './turns.ts'
import type { VacancyDocs } from './vacancy-docs.ts'

/** Vacancies looked at in one request. */
const BATCH = 500
const EVERY = 10_000_000
/** Above every generation: whoever removed it has not counted it yet, or died before. */
const UNCOUNTED = Number.MAX_SAFE_INTEGER
/** Notes are swept when so many came since. */
const SWEEP_EVERY = 500

const noteId = (vacancy: string): string => `removed:${vacancy}`
const notes = (generation: number) => ({ bool: { filter: [{ term: { kind: 'removed' } }, { range: { generation: { gt: generation } } }] } })

/**
 * Removals of single vacancies, and the notes that tell other instances of them. A note is written before its row goes, so
 * that a crash in between leaves a note too many, never one too few.
 */
export class Removals {
  readonly #docs: VacancyDocs
  readonly #state: StateFile
  readonly #commits: Commits
  #unswept = 0

  constructor(docs: VacancyDocs, state: StateFile, commits: Commits) {
    this.#docs = docs
    this.#state = state
    this.#commits = commits
  }

  async #note(ids: readonly string[], generation: number): Promise<void> {
    await this.#docs.bulk(ids.map(id => ({ op: 'index' as const, id: noteId(id), doc: { kind: 'removed' as const, id, generation } })))
  }

  /** Takes rows away with what a run staged of them. */
  async remove(ids: readonly string[]): Promise<readonly VacancyWrite[]> {
    const asked = [...new Set(ids)]
    const [there, taken] = [new Set<string>(), new Set<string>()]
    for (let i = 0; i < asked.length; i += BATCH) {
      const part = asked.slice(i, i + BATCH)
      const rows = await this.#docs.many(part.map(rowId), ['kind', 'id', 'source', 'stamps'])
      await this.#note(
        part.filter((_, n) => rows[n] !== undefined),
        UNCOUNTED
      )
      await this.#docs.each(part, (id, row, state) => {
        if (row === undefined) return undefined
        const source = sourceOf(state, row.doc.source)
        taken.add(id)
        if (shownOf(row.doc, source) !== undefined || row.doc.stamps.some(s => s > source.current)) there.add(id)
        return { op: 'delete', id: row.id, at: row.at }
      })
    }
    const { generation } = await this.#commits.count()
    await this.#note([...taken], generation)
    this.#unswept += taken.size
    if (this.#unswept >= SWEEP_EVERY) await this.#sweep()
    return ids.map(id => ({ id, result: there.delete(id) ? ('done' as const) : ('older' as const) }))
  }

  /** Forgets the oldest notes, whole generations of them; the state says so before they go. */
  async #sweep(): Promise<void> {
    this.#unswept = 0
    await this.#docs.refresh()
    const found = await this.#docs.list({ query: notes(0), sort: [{ generation: 'desc' }, { id: 'asc' }] }, EVERY)
    const counted = found.flatMap(({ id, at, doc }) => (doc.kind === 'removed' && doc.generation < UNCOUNTED ? [{ id, at, generation: doc.generation }] : []))
    const oldestKept = counted[REMOVALS_KEPT - 1]?.generation ?? 0
    const forgotten = counted.find(note => note.generation < oldestKept)?.generation
    if (forgotten === undefined) return
    await this.#state.change(state => (state.forgotten >= forgotten ? undefined : { ...state, forgotten }))
    await this.#docs.bulk(counted.filter(note => note.generation <= forgotten).map(({ id, at }) => ({ op: 'delete' as const, id, at })))
  }

  /** Ids removed after a generation that are not live; undefined when removals as old as that are forgotten. */
  async since(generation: number): Promise<readonly string[] | undefined> {
    const found = await this.#docs.list({ query: notes(generation), sort: [{ id: 'asc' }] }, EVERY)
    const ids = found.flatMap(({ doc }) => (doc.kind === 'removed' ? [doc.id] : []))
    const gone: string[] = []
    for (let i = 0; i < ids.length; i += BATCH) gone.push(...(await this.#gone(ids.slice(i, i + BATCH))))
    // Read last: what was forgotten while we read counts, too.
    return generation < (await this.#state.read()).forgotten ? undefined : gone
  }

  /** Of these ids, those that are not live. */
  async #gone(ids: readonly string[]): Promise<readonly string[]> {
    for (;;) {
      const reading = await this.#docs.rows(ids, HEAD_FIELDS)
      if (reading !== undefined) {
        return ids.filter((_, i) => {
          const row = reading.rows[i]
          return row === undefined || shownOf(row.doc, sourceOf(reading.state, row.doc.source)) === undefined
        })
      }
      await pause(Math.random() * 5)
    }
  }
}
