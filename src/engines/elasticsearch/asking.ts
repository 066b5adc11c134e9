import { createHash } from 'node:crypto'
import type { Connection } from '../../elasticsearch/client.ts'
import { ElasticsearchFault, faulting } from '../../elasticsearch/errors.ts'
import type { Counts, Page, Query } from '../../match/engine.ts'
import type { SetField } from '../../match/fields.ts'
import { all, type Predicate } from '../../match/predicate.ts'
import { filterOf, pageBody, totalBody, type Form } from './compile.ts'
import { countBodies, countsOf } from './count.ts'
import { differenceOf, lessThan } from './difference.ts'
import { answersOf, hitsOf, totalOf } from './reply.ts'
import type { View } from './shelf.ts'

/** The window of an index: more hits than this are read in several pages. */
const MOST_HITS = 9_999
/** Sizes of answers that are remembered to choose the form of the next question. */
const REMEMBERED = 5_000
/** More buckets than this are counts per rule, of which no page is asked. */
const MOST_GROUPS = 8
/** Share of the vacancies above which a choice is counted by what it leaves out. */
const MOST = 0.5
/** Milliseconds a question may take on average where many go in one request. */
const MANY_MS = 100

export interface AskingOptions {
  /** Share of the vacancies above which points go first (`engines.md` 5.8). */
  readonly border: number
  /** Deadline of one request in ms. */
  readonly searchMs: number
  /** Told after every request: what the server says it took, in ms. */
  readonly took?: ((kind: 'page' | 'count', ms: number) => void) | undefined
  /** False: counts are worked out each time, also when the server remembers them. For measuring. */
  readonly remembered?: boolean | undefined
}

type Body = Readonly<Record<string, unknown>>
type Numbers = Omit<Counts, 'generation'>

/** Puts questions to the server: compiled, sent, read. Knows nothing of writes. */
export class Asking {
  readonly #connection: Connection
  readonly #options: AskingOptions
  /** Share of the vacancies a question held, by a hash of it: the question itself is kept nowhere. */
  readonly #shares = new Map<string, number>()
  #largest = 0

  constructor(connection: Connection, options: AskingOptions) {
    this.#connection = connection
    this.#options = options
  }

  async #send(view: View, bodies: readonly Body[], signal?: AbortSignal): Promise<readonly unknown[]> {
    if (signal?.aborted === true) throw new ElasticsearchFault('aborted', 'aborted')
    const index = [...view.indices.values()]
    const header = { index, allow_partial_search_results: false, ...(this.#options.remembered === false ? { request_cache: false } : {}) }
    const deadline = Math.max(this.#options.searchMs, MANY_MS * bodies.length)
    const reply: unknown = await faulting(
      async () =>
        await this.#connection.client.msearch(
          { searches: bodies.flatMap(body => [header, body]) },
          { requestTimeout: deadline + 250, ...(signal === undefined ? {} : { signal }) }
        )
    )
    return answersOf(reply, bodies.length)
  }

  #key(where: Predicate): string {
    return createHash('sha256')
      .update(JSON.stringify(filterOf(where)))
      .digest('base64')
  }

  #remember(where: Predicate, total: number): void {
    this.#largest = Math.max(this.#largest, total)
    const key = this.#key(where)
    this.#shares.delete(key)
    this.#shares.set(key, total)
    if (this.#shares.size > REMEMBERED) this.#shares.delete(this.#shares.keys().next().value ?? '')
  }

  /**
   * The form for a question: a page comes after the counts of its groups, so its size is mostly known. Unknown = points
   * first, which is never slow.
   */
  formOf(where: Predicate): Form {
    const share = this.#shareOf(where)
    return share >= 0 && share <= this.#options.border ? 'filter' : 'post'
  }

  /** Share of the vacancies a question held when it was last asked; -1 when that is not known. */
  #shareOf(where: Predicate): number {
    const total = this.#shares.get(this.#key(where))
    return total === undefined ? -1 : total / Math.max(this.#largest, 1)
  }

  #bodies(q: Query, form: Form): readonly Body[] {
    if (q.size < 1 || q.size > MOST_HITS) throw new RangeError(`a page holds 1 to ${MOST_HITS} hits`)
    const timeoutMs = this.#options.searchMs
    // One more than asked tells whether there is a next page.
    const page = pageBody(q.where, q.groups, { form, size: q.size + 1, after: q.after?.last, timeoutMs })
    return form === 'filter' ? [page] : [page, totalBody(q.where, timeoutMs)]
  }

  #page(q: Query, replies: readonly unknown[], generation: number): Page {
    const found = hitsOf(replies[0])
    const total = totalOf(replies.at(-1))
    const hits = found.slice(0, q.size).map(({ points, vacancy }) => ({ points, vacancy }))
    const last = hits.at(-1)
    if (found.length <= q.size || last === undefined) return { hits, total, generation }
    return { hits, total, generation, next: { generation, last: [last.points, last.vacancy.prepared.published, last.vacancy.id] } }
  }

  /** Pages of several questions in one request, in their order. `form` for indices that are not all of the vacancies. */
  async pages(view: View, qs: readonly Query[], options: { readonly signal?: AbortSignal | undefined; readonly form?: Form } = {}): Promise<readonly Page[]> {
    const { generation } = view
    const asked = qs.map(q => this.#bodies(q, options.form ?? this.formOf(q.where)))
    if (view.indices.size === 0) return qs.map(() => ({ hits: [], total: 0, generation }))
    const replies = await this.#send(view, asked.flat(), options.signal)
    this.#tell('page', replies)
    let at = 0
    return qs.map((q, i) => {
      const page = this.#page(q, replies.slice(at, (at += asked[i]?.length ?? 0)), generation)
      if (options.form === undefined) this.#remember(q.where, page.total)
      return page
    })
  }

  async count(view: View, where: Predicate, buckets: Readonly<Record<string, Predicate>>, facets: readonly SetField[], signal?: AbortSignal): Promise<Counts> {
    const { generation } = view
    if (view.indices.size === 0) {
      return { total: 0, buckets: Object.fromEntries(Object.keys(buckets).map(b => [b, 0])), facets: Object.fromEntries(facets.map(f => [f, {}])), generation }
    }
    const counts = (await this.#difference(view, where, buckets, facets, signal)) ?? (await this.#counted(view, where, buckets, facets, signal))
    this.#remember(where, counts.total)
    const groups = Object.entries(buckets)
    if (groups.length <= MOST_GROUPS) for (const [name, p] of groups) this.#remember(all(where, p), counts.buckets[name] ?? 0)
    return { ...counts, generation }
  }

  async #counted(
    view: View,
    where: Predicate,
    buckets: Readonly<Record<string, Predicate>>,
    facets: readonly SetField[],
    signal?: AbortSignal
  ): Promise<Numbers> {
    const replies = await this.#send(view, countBodies(where, buckets, facets, this.#options.searchMs), signal)
    this.#tell('count', replies)
    return countsOf(replies, where, buckets, facets)
  }

  /** Facets of nearly everything, as a difference of two counts; undefined when the question or its size is another. */
  async #difference(
    view: View,
    where: Predicate,
    buckets: Readonly<Record<string, Predicate>>,
    facets: readonly SetField[],
    signal?: AbortSignal
  ): Promise<Numbers | undefined> {
    if (facets.length === 0 || Object.keys(buckets).length > 0 || this.#shareOf(where) <= MOST) return undefined
    const parts = differenceOf(where)
    if (parts === undefined) return undefined
    const whole = countBodies(parts.whole, {}, facets, this.#options.searchMs)
    const replies = await this.#send(view, [...whole, ...countBodies(parts.without, {}, facets, this.#options.searchMs)], signal)
    this.#tell('count', replies)
    return lessThan(countsOf(replies.slice(0, whole.length), parts.whole, {}, facets), countsOf(replies.slice(whole.length), parts.without, {}, facets))
  }

  #tell(kind: 'page' | 'count', replies: readonly unknown[]): void {
    if (this.#options.took === undefined) return
    const took = replies.map(r => (typeof r === 'object' && r !== null && 'took' in r ? Number(r.took) : 0))
    this.#options.took(kind, Math.max(...took))
  }
}
