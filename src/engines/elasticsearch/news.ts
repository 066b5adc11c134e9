import { createHash } from 'node:crypto'
import { bulk, type BulkItem, type BulkOptions } from '../../elasticsearch/bulk.ts'
import type { Connection } from '../../elasticsearch/client.ts'
import { ElasticsearchFault } from '../../elasticsearch/errors.ts'
import { mergeIndex, refreshIndices } from '../../elasticsearch/indices.ts'
import type { Prepared } from '../../domain/prepared.ts'
import type { Vacancy } from '../../domain/vacancy.ts'
import type { Page, Query } from '../../match/engine.ts'
import type { VacancyStore } from '../../store/store.ts'
import type { Asking } from './asking.ts'
import { isListed, versionOf } from './document.ts'
import { pageOf } from './page.ts'
import type { Shelf, View } from './shelf.ts'

const BATCH = 500
/** Times a question is asked anew because a vacancy it found changed meanwhile. */
const TRIES = 5
/** Vacancies kept whole: the same good ones answer many questions. */
const KEPT = 2_000

export interface NewsParts {
  readonly connection: Connection
  readonly store: VacancyStore
  readonly shelf: Shelf
  readonly asking: Asking
  readonly bulk: BulkOptions
}

/** The codes of a vacancy as one short text; an older record that lacks a field has the same one as with nothing in it. */
function markOf(p: Prepared): string {
  const known = Object.entries(p).filter(([, value]) => value !== null && (!Array.isArray(value) || value.length > 0))
  const text = JSON.stringify(known.sort(([a], [b]) => (a < b ? -1 : 1)))
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

/**
 * What changed since a generation, in an index of its own that lives as long as its questions (`engines.md` 5.6): codes
 * only, because a question needs no more. The few vacancies that are found come whole from the store, each once; one that is
 * no longer as it was indexed brings the index up to date, and the question is asked again.
 */
export class News {
  readonly #parts: NewsParts
  readonly #newerThan: number
  readonly #index: string
  /** What lies in the index, by id. */
  readonly #marks = new Map<string, string>()
  readonly #kept = new Map<string, Vacancy>()
  #generation = 0
  #turn = 0
  #filling: Promise<void> | undefined

  private constructor(parts: NewsParts, newerThan: number, index: string) {
    this.#parts = parts
    this.#newerThan = newerThan
    this.#index = index
  }

  /** Indexes what is new. Who opened it closes it. */
  static async open(parts: NewsParts, newerThan: number, signal?: AbortSignal): Promise<News> {
    const news = new News(parts, newerThan, await parts.shelf.addNews())
    try {
      await news.#fill(signal)
      return news
    } catch (error) {
      await news.close()
      throw error
    }
  }

  async close(): Promise<void> {
    await this.#parts.shelf.drop([this.#index]).catch(() => {})
  }

  /** Writes what differs from what lies in the index, the first time everything. */
  async #fill(signal?: AbortSignal): Promise<void> {
    const { connection, store } = this.#parts
    const generation = await store.generation()
    const ids = await store.changedSince(this.#newerThan)
    const version = versionOf(generation, this.#turn++)
    const [index, marks, left] = [this.#index, this.#marks, new Set(this.#marks.keys())]
    const items = async function* (): AsyncGenerator<BulkItem> {
      for (let i = 0; i < ids.length; i += BATCH)
        for (const doc of await store.preparedOf(ids.slice(i, i + BATCH))) {
          const [id, mark] = [doc.vacancy_id, markOf(doc)]
          if (!isListed(doc)) continue
          left.delete(id)
          if (marks.get(id) === mark) continue
          marks.set(id, mark)
          yield { action: 'index', index, id, version, doc }
        }
      for (const id of left) {
        marks.delete(id)
        yield { action: 'delete', index, id, version }
      }
    }
    const report = await bulk(connection, items(), { ...this.#parts.bulk, ...(signal === undefined ? {} : { signal }) })
    if (report.refused + report.gone > 0) throw new ElasticsearchFault('refused', 'vacancy')
    await mergeIndex(connection, index)
    await refreshIndices(connection, [index])
    this.#generation = generation
  }

  /** The vacancies whole, as they are indexed; undefined when one changed since. */
  async #whole(ids: ReadonlySet<string>): Promise<ReadonlyMap<string, Vacancy> | undefined> {
    const found = new Map<string, Vacancy>()
    const asked: string[] = []
    for (const id of ids) {
      const known = this.#kept.get(id)
      if (known === undefined) asked.push(id)
      else found.set(id, known)
    }
    for (const v of asked.length === 0 ? [] : await this.#parts.store.get(asked)) {
      if (this.#marks.get(v.id) !== markOf(v.prepared)) return undefined
      found.set(v.id, v)
      this.#kept.set(v.id, v)
      if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value ?? '')
    }
    return found.size === ids.size ? found : undefined
  }

  /** Brings the index up to the store; questions that find it behind at the same time wait for the same one. */
  async #again(signal?: AbortSignal): Promise<void> {
    this.#filling ??= this.#fill(signal).finally(() => {
      this.#filling = undefined
      this.#kept.clear()
    })
    await this.#filling
  }

  /** Pages of several questions in one request, in their order. */
  async pages(qs: readonly Query[], signal?: AbortSignal): Promise<readonly Page[]> {
    for (let tries = 0; ; tries++) {
      await this.#filling
      const turn = this.#turn
      const view: View = { generation: this.#generation, indices: new Map([['', this.#index]]) }
      const lists = await this.#parts.asking.lists(view, this.#marks.size, qs, signal)
      const whole = await this.#whole(new Set(lists.flatMap(list => list.rows.map(row => row.id))))
      // What was written meanwhile may be of another state than what was found.
      const same = turn === this.#turn
      if (whole !== undefined && same) return lists.map((list, i) => pageOf(qs[i] as Query, list, row => whole.get(row.id) as Vacancy, view.generation))
      if (tries >= TRIES) throw new ElasticsearchFault('busy', 'vacancies change')
      if (same) await this.#again(signal)
    }
  }
}
