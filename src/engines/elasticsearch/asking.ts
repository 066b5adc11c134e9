import type { Connection } from '../../elasticsearch/client.ts'
import { ElasticsearchFault, faulting } from '../../elasticsearch/errors.ts'
import type { Counts, Page, Query } from '../../match/engine.ts'
import type { SetField } from '../../match/fields.ts'
import { all, type Predicate } from '../../match/predicate.ts'
import { pageBody, totalBody, type CompileOptions, type Form } from './compile.ts'
import { countBodies, countsOf } from './count.ts'
import { differenceOf, lessThan } from './difference.ts'
import { pageOf, type List, type ListRow } from './page.ts'
import { answersOf, hitsOf, rowsOf, totalOf } from './reply.ts'
import type { View } from './shelf.ts'
import { Sizes } from './sizes.ts'
import { sidesOf } from './wide.ts'

/** The window of an index: more hits than this are read in several pages. */
const MOST_HITS = 9_999
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
  /** False: counts of a person's own questions are worked out each time, also when the server remembers them. For measuring. */
  readonly remembered?: boolean | undefined
}

type Body = Readonly<Record<string, unknown>>
type Numbers = Omit<Counts, 'generation'>

/** The searches of a page, and how its total is read from their answers. */
interface AskedPage {
  readonly bodies: readonly Body[]
  readonly total: (replies: readonly unknown[]) => number
}

function optionsOf({ size, after }: Query, form: Form, timeoutMs: number): CompileOptions {
  if (size < 1 || size > MOST_HITS) throw new RangeError(`a page holds 1 to ${MOST_HITS} hits`)
  // One more than asked tells whether there is a next page.
  return { form, size: size + 1, after: after?.last, timeoutMs }
}

/** Puts questions to the server: compiled, sent, read. Knows nothing of writes. */
export class Asking {
  readonly #connection: Connection
  readonly #options: AskingOptions
  readonly #sizes = new Sizes()

  constructor(connection: Connection, options: AskingOptions) {
    this.#connection = connection
    this.#options = options
  }

  /** The first `everyones` bodies ask the same for every person: the server remembers their answers, also when it is measured. */
  async #send(view: View, bodies: readonly Body[], signal?: AbortSignal, everyones = 0): Promise<readonly unknown[]> {
    if (signal?.aborted === true) throw new ElasticsearchFault('aborted', 'aborted')
    const common = { index: [...view.indices.values()], allow_partial_search_results: false }
    const header = (i: number): object => (this.#options.remembered === false && i >= everyones ? { ...common, request_cache: false } : common)
    const deadline = Math.max(this.#options.searchMs, MANY_MS * bodies.length)
    const reply: unknown = await faulting(
      async () =>
        await this.#connection.client.msearch(
          { searches: bodies.flatMap((body, i) => [header(i), body]) },
          { requestTimeout: deadline + 250, ...(signal === undefined ? {} : { signal }) }
        )
    )
    return answersOf(reply, bodies.length)
  }

  /** The form for a question. Unknown size = points first, which is never slow. */
  formOf(where: Predicate): Form {
    const share = this.#sizes.shareOf(where)
    return share >= 0 && share <= this.#options.border ? 'filter' : 'post'
  }

  /** A page, and what its total is asked by: itself, nothing when the counts before it have told, or counts that are added. */
  #askedFor(view: View, q: Query): AskedPage {
    const [form, timeoutMs] = [this.formOf(q.where), this.#options.searchMs]
    const page = pageBody(q.where, q.groups, optionsOf(q, form, timeoutMs))
    if (form === 'filter') return { bodies: [page], total: ([reply]) => totalOf(reply) }
    const known = this.#sizes.totalIn(view, q.where)
    if (known !== undefined) return { bodies: [page], total: () => known }
    const sides = sidesOf(q.where).map(side => totalBody(side, timeoutMs))
    return { bodies: [page, ...sides], total: ([, ...replies]) => replies.reduce((sum: number, reply) => sum + totalOf(reply), 0) }
  }

  /** Pages of several questions in one request, in their order. */
  async pages(view: View, qs: readonly Query[], signal?: AbortSignal): Promise<readonly Page[]> {
    const { generation } = view
    if (view.indices.size === 0) return qs.map(() => ({ hits: [], total: 0, generation }))
    const asked = qs.map(q => this.#askedFor(view, q))
    const replies = await this.#send(
      view,
      asked.flatMap(a => a.bodies),
      signal
    )
    this.#tell('page', replies)
    let at = 0
    return qs.map((q, i) => {
      const { bodies, total } = asked[i] as AskedPage
      const own = replies.slice(at, (at += bodies.length))
      const page = pageOf(q, { rows: hitsOf(own[0]), total: total(own) }, hit => hit.vacancy, generation)
      // For its form only: what a page found is no count that others may take over.
      this.#sizes.remember(undefined, q.where, page.total)
      return page
    })
  }

  /**
   * What several questions find in one index of so many documents, by place in the order only: the documents stay on the
   * server. Sizes are asked first: most questions about news find little, and the rest get their form.
   */
  async lists(view: View, documents: number, qs: readonly Query[], signal?: AbortSignal): Promise<readonly List<ListRow>[]> {
    const { searchMs: timeoutMs, border } = this.#options
    const sizes = await this.#send(
      view,
      qs.map(q => totalBody(q.where, timeoutMs)),
      signal
    )
    const totals = sizes.map(totalOf)
    const asked = qs.flatMap((q, i) =>
      totals[i] === 0 ? [] : [{ q, i, form: (totals[i] ?? 0) <= border * documents ? ('filter' as const) : ('post' as const) }]
    )
    const bodies = asked.map(({ q, form }) => ({ ...pageBody(q.where, q.groups, optionsOf(q, form, timeoutMs)), _source: false, track_total_hits: false }))
    const replies = bodies.length === 0 ? [] : await this.#send(view, bodies, signal)
    this.#tell('page', replies)
    const rows = new Map(asked.map(({ i }, n) => [i, rowsOf(replies[n])]))
    return qs.map((_, i) => ({ rows: rows.get(i) ?? [], total: totals[i] ?? 0 }))
  }

  async count(view: View, where: Predicate, buckets: Readonly<Record<string, Predicate>>, facets: readonly SetField[], signal?: AbortSignal): Promise<Counts> {
    const { generation } = view
    if (view.indices.size === 0) {
      return { total: 0, buckets: Object.fromEntries(Object.keys(buckets).map(b => [b, 0])), facets: Object.fromEntries(facets.map(f => [f, {}])), generation }
    }
    const counts = (await this.#difference(view, where, buckets, facets, signal)) ?? (await this.#counted(view, where, buckets, facets, signal))
    this.#sizes.remember(view, where, counts.total)
    const groups = Object.entries(buckets)
    if (groups.length <= MOST_GROUPS) for (const [name, p] of groups) this.#sizes.remember(view, all(where, p), counts.buckets[name] ?? 0)
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
    if (facets.length === 0 || Object.keys(buckets).length > 0 || this.#sizes.shareOf(where) <= MOST) return undefined
    const parts = differenceOf(where)
    if (parts === undefined) return undefined
    const whole = countBodies(parts.whole, {}, facets, this.#options.searchMs)
    const replies = await this.#send(view, [...whole, ...countBodies(parts.without, {}, facets, this.#options.searchMs)], signal, whole.length)
    this.#tell('count', replies)
    return lessThan(countsOf(replies.slice(0, whole.length), parts.whole, {}, facets), countsOf(replies.slice(whole.length), parts.without, {}, facets))
  }

  #tell(kind: 'page' | 'count', replies: readonly unknown[]): void {
    if (this.#options.took === undefined) return
    const took = replies.map(r => (typeof r === 'object' && r !== null && 'took' in r ? Number(r.took) : 0))
    this.#options.took(kind, Math.max(0, ...took))
  }
}
