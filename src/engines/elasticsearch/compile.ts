import type { Group } from '../../match/criterion.ts'
import type { Cursor } from '../../match/engine.ts'
import type { Predicate } from '../../match/predicate.ts'
import { inTextOrder, MATCH_ALL, partsOf, type Clause } from './clause.ts'
import { knownAs, textOf } from './written.ts'
import { scoringOf, type Scored } from './groups.ts'

/** `filter`: conditions first, for a question that keeps few. `post`: points first, for one that keeps many (`engines.md` 5.8). */
export type Form = 'filter' | 'post'

export interface CompileOptions {
  readonly form: Form
  readonly size: number
  readonly after?: Cursor['last'] | undefined
  /** Names every scoring clause, so that its points can be read back: a second witness for tests. */
  readonly names?: boolean
  readonly timeoutMs: number
}

const constant = ({ points, filter }: Scored, name?: string): Clause =>
  name === undefined
    ? knownAs({ constant_score: { boost: points, filter } }, `{"constant_score":{"boost":${points},"filter":${textOf(filter)}}}`)
    : { constant_score: { _name: name, boost: points, filter } }

/** Equal conditions of several groups become one clause with the sum of their points. */
function merged(flat: readonly Scored[]): readonly Clause[] {
  const byText = new Map<string, Scored>()
  for (const s of flat) {
    const text = textOf(s.filter)
    byText.set(text, { ...s, points: s.points + (byText.get(text)?.points ?? 0) })
  }
  return [...byText.values()].map(s => constant(s))
}

/** The scoring clauses of all groups: constants only, so that every sum is a whole number (`engines.md` 5.2). */
export function shouldOf(groups: readonly Group[], names = false): readonly Clause[] {
  const scorings = groups.map(scoringOf)
  const named = (s: Scored, g: number, i: number): Clause => constant(s, names ? `${g}.${i}.${s.name}#${s.points}` : undefined)
  const flat = names
    ? scorings.flatMap((s, g) => ('flat' in s ? s.flat.map((one, i) => named(one, g, i)) : []))
    : merged(scorings.flatMap(s => ('flat' in s ? s.flat : [])))
  const best = scorings.flatMap((s, g): readonly Clause[] => {
    if (!('best' in s) || s.best.length === 0) return []
    return [{ dis_max: { tie_breaker: 0, queries: s.best.map((one, i) => named(one, g, i)) } }]
  })
  // Equal groups each count; Lucene would keep their sum, too.
  return inTextOrder([...flat, ...best])
}

/** Kept per predicate, which never changes: one question asks for its total, its page and its size. */
const filters = new WeakMap<Predicate, Clause>()

/** `where` as one `bool` without points. */
export function filterOf(where: Predicate): Clause {
  const known = filters.get(where)
  if (known !== undefined) return known
  const { filter, mustNot } = partsOf(where)
  const clause = { bool: { filter: filter.length === 0 ? [MATCH_ALL] : filter, ...(mustNot.length === 0 ? {} : { must_not: mustNot }) } }
  filters.set(where, clause)
  return clause
}

const SORT = [{ _score: 'desc' }, { published: 'desc' }, { vacancy_id: 'asc' }]

/** The body of a page: hits in order, best first. In the form `post` the total is asked apart. */
export function pageBody(where: Predicate, groups: readonly Group[], o: CompileOptions): Readonly<Record<string, unknown>> {
  const should = shouldOf(groups, o.names)
  const conditions = filterOf(where)
  const rest = {
    size: o.size,
    sort: SORT,
    timeout: `${o.timeoutMs}ms`,
    ...(o.after === undefined ? {} : { search_after: o.after })
  }
  if (o.form === 'filter') {
    const { bool } = conditions as { bool: object }
    return { ...rest, track_total_hits: true, query: { bool: { ...bool, should, minimum_should_match: 0 } } }
  }
  const query =
    should.length === 0 ? { bool: { filter: [MATCH_ALL] } } : { bool: { should: [{ match_all: { boost: 0 } }, ...should], minimum_should_match: 0 } }
  return { ...rest, track_total_hits: false, query, post_filter: conditions }
}

/** The body that only counts. */
export const totalBody = (where: Predicate, timeoutMs: number): Readonly<Record<string, unknown>> => ({
  size: 0,
  track_total_hits: true,
  timeout: `${timeoutMs}ms`,
  query: filterOf(where)
})
