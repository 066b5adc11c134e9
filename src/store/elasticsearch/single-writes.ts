import { VacancySchema, type Vacancy } from '../../domain/vacancy.ts'
import type { VacancyWrite } from '../store.ts'
import { fingerprintOf } from '../vacancy-form.ts'
import type { Commits } from './commit.ts'
import { HEAD_FIELDS, shownOf } from './row.ts'
import { staging } from './run-writes.ts'
import { sourceOf, type Turns } from './turns.ts'
import type { VacancyDocs } from './vacancy-docs.ts'

type Judged = { readonly write: VacancyWrite; readonly vacancy?: Vacancy }

/** Single vacancies, put and removed. */
export class SingleWrites {
  readonly #docs: VacancyDocs
  readonly #commits: Commits
  readonly #turns: Turns
  #queue: Promise<unknown> = Promise.resolve()

  constructor(docs: VacancyDocs, commits: Commits, turns: Turns) {
    this.#docs = docs
    this.#commits = commits
    this.#turns = turns
  }

  /** All that is put shows in one step. One put at a time within this process: they would only wait for each other's turns. */
  async put(vacancies: readonly Vacancy[]): Promise<readonly VacancyWrite[]> {
    const queued = this.#queue.then(async () => await this.#put(vacancies))
    this.#queue = queued.catch(() => {})
    return await queued
  }

  async #put(vacancies: readonly Vacancy[]): Promise<readonly VacancyWrite[]> {
    const parsed = vacancies.map(v => ({ id: v.id, result: VacancySchema.safeParse(v) }))
    const sources = [...new Set(parsed.flatMap(p => p.result.data?.source ?? []))]
    const turn = sources.length === 0 ? { fence: 0, sources } : await this.#turns.moment(sources)
    try {
      const judge = await this.#judge(parsed.flatMap(p => p.result.data?.id ?? []))
      const judged = parsed.map(({ id, result }): Judged => {
        if (!result.success) return { write: { id, result: 'refused', reason: result.error.issues[0]?.path.join('.') ?? 'invalid' } }
        if (!turn.sources.includes(result.data.source)) return { write: { id, result: 'refused', reason: 'run in progress' } }
        return judge(result.data)
      })
      const latest = new Map(judged.flatMap(({ vacancy }) => (vacancy === undefined ? [] : [[vacancy.id, vacancy]])))
      await this.#docs.each([...latest.keys()], (id, row, state) => staging(latest.get(id) as Vacancy, row, state, turn.fence))
      if (latest.size > 0) await this.#commits.show(turn.fence, turn.sources)
      else await this.#commits.drop(turn.fence, turn.sources, false)
      return judged.map(j => j.write)
    } catch (error) {
      // Where even this fails, another instance waits until this turn has shown no life for long enough.
      await this.#commits.drop(turn.fence, turn.sources, true).catch(() => {})
      throw error
    } finally {
      this.#turns.end(turn.fence)
    }
  }

  /** Tells newer from older and equal, also within one call. */
  async #judge(ids: readonly string[]): Promise<(v: Vacancy) => Judged> {
    const known = new Map<string, { readonly changedAt: string; readonly fingerprint: string }>()
    const reading = await this.#docs.rows(ids, HEAD_FIELDS)
    if (reading === undefined) return await this.#judge(ids)
    for (const row of reading.rows) {
      const version = row && shownOf(row.doc, sourceOf(reading.state, row.doc.source))?.version
      if (row !== undefined && version !== undefined) known.set(row.doc.id, { changedAt: version.changed_at, fingerprint: version.fingerprint })
    }
    return v => {
      const [live, fingerprint] = [known.get(v.id), fingerprintOf(v)]
      if (live !== undefined && (live.changedAt > v.changedAt || live.fingerprint === fingerprint)) return { write: { id: v.id, result: 'older' } }
      known.set(v.id, { changedAt: v.changedAt, fingerprint })
      return { write: { id: v.id, result: 'done' }, vacancy: v }
    }
  }
}
