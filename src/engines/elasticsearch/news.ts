import { ElasticsearchFault } from '../../elasticsearch/errors.ts'
import type { Prepared } from '../../domain/prepared.ts'
import type { Vacancy } from '../../domain/vacancy.ts'
import type { Page, Query } from '../../match/engine.ts'
import { pointsOf } from '../../match/criterion.ts'
import { evaluate } from '../../match/predicate.ts'
import type { VacancyStore } from '../../store/store.ts'
import { isListed } from './document.ts'
import { ColumnNews, ServerNews, type Columns, type NewsIndex, type ServerParts } from './news-index.ts'
import { pageOf, type List, type ListRow } from './page.ts'

const BATCH = 500
/** Times a question is asked anew because a vacancy it found changed meanwhile. */
const TRIES = 5
/** Vacancies kept whole: the same good ones answer many questions. */
const KEPT = 2_000
/** More than this is asked of the server: columns of so many take some 50 MB of this process. */
const MOST_IN_PROCESS = 50_000

export interface NewsParts extends ServerParts {
  readonly store: VacancyStore
  /** Left out: everything is asked of the server. */
  readonly columns: Columns | undefined
}

/** Whether a vacancy, as it is now, still is what was found by its codes of before: for the same list, with the same points, at the same place. */
const stillFits = ({ where, groups }: Query, row: ListRow, { prepared }: Vacancy): boolean =>
  isListed(prepared) && prepared.published === row.published && evaluate(where, prepared) && pointsOf(groups, prepared) === row.points

const orAborted = (signal: AbortSignal | undefined): void => {
  if (signal?.aborted === true) throw new ElasticsearchFault('aborted', 'aborted')
}

/**
 * What changed since a generation, in columns or an index of its own that live as long as its questions (`engines.md` 5.6):
 * codes only, because a question needs no more. The few vacancies that are found come whole from the store, each once. When the
 * store has changed meanwhile, one that is no longer what was found brings them up to date, and the question is asked again.
 */
export class News {
  readonly #parts: NewsParts
  readonly #newerThan: number
  readonly #index: NewsIndex
  readonly #kept = new Map<string, Vacancy>()
  #generation = 0
  #turn = 0
  #filling: Promise<void> | undefined

  private constructor(parts: NewsParts, newerThan: number, index: NewsIndex) {
    this.#parts = parts
    this.#newerThan = newerThan
    this.#index = index
  }

  /** Takes in what is new. Who opened it closes it. */
  static async open(parts: NewsParts, newerThan: number, signal?: AbortSignal): Promise<News> {
    const { length } = await parts.store.changedSince(newerThan)
    const index = parts.columns === undefined || length > MOST_IN_PROCESS ? await ServerNews.open(parts) : new ColumnNews(parts.columns)
    const news = new News(parts, newerThan, index)
    try {
      await news.#fill(signal)
      return news
    } catch (error) {
      await news.close()
      throw error
    }
  }

  async close(): Promise<void> {
    await this.#index.close()
  }

  async #fill(signal?: AbortSignal): Promise<void> {
    // Questions that are under way see that what they found may be of two states.
    this.#turn++
    const { store } = this.#parts
    const generation = await store.generation()
    const ids = await store.changedSince(this.#newerThan)
    const rows = async function* (): AsyncGenerator<Prepared> {
      for (let i = 0; i < ids.length; i += BATCH) {
        orAborted(signal)
        for (const row of await store.preparedOf(ids.slice(i, i + BATCH))) if (isListed(row)) yield row
      }
    }
    await this.#index.fill(generation, rows(), signal)
    this.#generation = generation
  }

  /** The vacancies whole; undefined when one is gone. */
  async #whole(ids: ReadonlySet<string>): Promise<ReadonlyMap<string, Vacancy> | undefined> {
    const found = new Map<string, Vacancy>()
    const asked: string[] = []
    for (const id of ids) {
      const known = this.#kept.get(id)
      if (known === undefined) asked.push(id)
      else found.set(id, known)
    }
    for (const v of asked.length === 0 ? [] : await this.#parts.store.get(asked)) {
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
      const generation = this.#generation
      orAborted(signal)
      const lists = await this.#index.lists(generation, qs, signal)
      const whole = await this.#whole(new Set(lists.flatMap(list => list.rows.map(row => row.id))))
      // What was written meanwhile may be of another state than what was found.
      const changed = (await this.#parts.store.generation()) !== generation
      const same = turn === this.#turn
      const fits = (list: List<ListRow>, i: number): boolean => list.rows.every(row => stillFits(qs[i] as Query, row, whole?.get(row.id) as Vacancy))
      if (whole !== undefined && same && (!changed || lists.every(fits)))
        return lists.map((list, i) => pageOf(qs[i] as Query, list, row => whole.get(row.id) as Vacancy, generation))
      if (tries >= TRIES) throw new ElasticsearchFault('busy', 'vacancies change')
      if (same) await this.#again(signal)
    }
  }
}
