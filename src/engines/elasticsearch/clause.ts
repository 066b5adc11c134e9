import type { Predicate } from '../../match/predicate.ts'
import { textOf } from './written.ts'

/** A question in the words of Elasticsearch, always in filter context: it holds or not, and never scores. */
export type Clause = Readonly<Record<string, unknown>>

export const MATCH_ALL: Clause = { match_all: {} }
export const MATCH_NONE: Clause = { match_none: {} }
/**
 * A vacancy without a known place is found by a token of its own (`null_value` of the mapping). As the absence of one it
 * would cost as much as all vacancies, and the list of near places beside it would no longer narrow the search.
 */
const NO_PLACE: Clause = { term: { place: '-' } }
const isAll = (c: Clause): boolean => 'match_all' in c
const isNone = (c: Clause): boolean => 'match_none' in c

/** Values one `terms` may hold (`index.max_terms_count`). */
const MOST_TERMS = 65_536

/** In the order of their text; equal ones stay. */
export const inTextOrder = (clauses: readonly Clause[]): readonly Clause[] => {
  const ordered = clauses.map(c => ({ c, text: textOf(c) }))
  return ordered.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)).map(({ c }) => c)
}

/** Kept per list: a list in a predicate never changes. */
const lists = new WeakMap<readonly string[], readonly string[]>()
/** Codes sorted, each once. Lists are long (places) and come back in several conditions of one question. */
function codesOf(of: readonly string[]): readonly string[] {
  const known = lists.get(of)
  if (known !== undefined) return known
  const codes = of.every((code, i) => i === 0 || (of[i - 1] as string) < code) ? of : [...new Set(of)].sort()
  lists.set(of, codes)
  return codes
}

/** Sorted by their text, each once: equal questions give equal bytes, which a cache knows again. */
export const distinct = (clauses: readonly Clause[]): readonly Clause[] => inTextOrder([...new Map(clauses.map(c => [textOf(c), c])).values()])

/** A field has one of these codes. */
function termsOf(field: string, of: readonly string[]): Clause {
  const codes = codesOf(of)
  if (codes.length === 0) return MATCH_NONE
  if (codes.length === 1) return { term: { [field]: codes[0] } }
  if (codes.length <= MOST_TERMS) return { terms: { [field]: codes } }
  const parts = Array.from({ length: Math.ceil(codes.length / MOST_TERMS) }, (_, i) => codes.slice(i * MOST_TERMS, (i + 1) * MOST_TERMS))
  return { bool: { should: parts.map(part => ({ terms: { [field]: part } })), minimum_should_match: 1 } }
}

/** The parts of which all, or one, must hold; undefined when the predicate asks something else. */
const partsOfAll = (p: Predicate): readonly Predicate[] | undefined => (p.op === 'atLeast' && p.n === p.of.length ? p.of : undefined)
const partsOfSome = (p: Predicate): readonly Predicate[] | undefined => (p.op === 'atLeast' && p.n === 1 ? p.of : undefined)

/** What must hold and what must not, of the parts of an `all`. */
interface Parts {
  readonly filter: readonly Clause[]
  readonly mustNot: readonly Clause[]
}

/** Takes an `all` apart, also within itself: `not` of a `some` says that none of its parts holds. */
function gather(p: Predicate, positive: boolean, into: { held: Predicate[]; barred: Predicate[] }): void {
  const parts = positive ? partsOfAll(p) : partsOfSome(p)
  if (p.op === 'not') gather(p.of, !positive, into)
  else if (parts !== undefined) for (const part of parts) gather(part, positive, into)
  else (positive ? into.held : into.barred).push(p)
}

/** Questions of which one must hold: those on one field become one list. */
function alternatives(of: readonly Predicate[]): readonly Clause[] {
  const codes = new Map<string, readonly string[]>()
  const rest: Clause[] = []
  const visit = (p: Predicate): void => {
    const parts = partsOfSome(p)
    if (p.op === 'any') {
      const before = codes.get(p.field)
      codes.set(p.field, before === undefined ? p.of : [...before, ...p.of])
    } else if (parts !== undefined) parts.forEach(visit)
    else rest.push(clauseOf(p))
  }
  of.forEach(visit)
  const clauses = distinct([...[...codes].map(([field, list]) => termsOf(field, list)), ...rest].filter(c => !isNone(c)))
  return clauses.some(isAll) ? [MATCH_ALL] : clauses
}

/**
 * `where` split for a `bool` (`engines.md` 5.1): parts of its top `all` are filters, its `not`s are must_not, conflicts on
 * one field become one list.
 */
export function partsOf(where: Predicate): Parts {
  const into = { held: [] as Predicate[], barred: [] as Predicate[] }
  gather(where, true, into)
  const filter = distinct(into.held.map(clauseOf).filter(c => !isAll(c)))
  const mustNot = alternatives(into.barred)
  if (filter.some(isNone) || mustNot.some(isAll)) return { filter: [MATCH_NONE], mustNot: [] }
  return { filter, mustNot }
}

function boolOf({ filter, mustNot }: Parts): Clause {
  if (mustNot.length === 0 && filter.length <= 1) return filter[0] ?? MATCH_ALL
  return { bool: { ...(filter.length === 0 ? {} : { filter }), ...(mustNot.length === 0 ? {} : { must_not: mustNot }) } }
}

function counted(n: number, of: readonly Predicate[]): Clause {
  const clauses = of.map(clauseOf)
  const least = n - clauses.filter(isAll).length
  const open = clauses.filter(c => !isAll(c) && !isNone(c))
  if (least <= 0) return MATCH_ALL
  if (least > open.length) return MATCH_NONE
  if (least === open.length) return boolOf({ filter: distinct(open), mustNot: [] })
  // Equal parts stay: each counts.
  return { bool: { should: inTextOrder(open), minimum_should_match: least } }
}

/** The clause of a predicate: the only place where one becomes the other (`engines.md` 3). */
export function clauseOf(p: Predicate): Clause {
  switch (p.op) {
    case 'any':
      return termsOf(p.field, p.of)
    case 'range': {
      if (p.gte === undefined && p.lte === undefined) return { exists: { field: p.field } }
      if (p.gte !== undefined && p.lte !== undefined && p.gte > p.lte) return MATCH_NONE
      return { range: { [p.field]: { ...(p.gte === undefined ? {} : { gte: p.gte }), ...(p.lte === undefined ? {} : { lte: p.lte }) } } }
    }
    case 'known':
      return p.field === 'place' ? { bool: { must_not: [NO_PLACE] } } : { exists: { field: p.field } }
    case 'not':
      return p.of.op === 'known' && p.of.field === 'place' ? NO_PLACE : boolOf(partsOf(p))
    case 'atLeast': {
      if (p.n <= 0) return MATCH_ALL
      if (p.n > p.of.length) return MATCH_NONE
      if (p.n === p.of.length) return boolOf(partsOf(p))
      if (p.n > 1) return counted(p.n, p.of)
      const [first, ...more] = alternatives(p.of)
      return first === undefined ? MATCH_NONE : more.length === 0 ? first : { bool: { should: [first, ...more], minimum_should_match: 1 } }
    }
  }
}
