import type { Grade, Group } from '../../match/criterion.ts'
import { FIELDS, type SetField } from '../../match/fields.ts'
import { any, range, type Predicate } from '../../match/predicate.ts'
import { clauseOf, type Clause } from './clause.ts'

type Any = Extract<Predicate, { op: 'any' }>
type Range = Extract<Predicate, { op: 'range' }>
interface AnyGrade extends Grade {
  readonly when: Any
}
interface RangeGrade extends Grade {
  readonly when: Range
}

/** Points for what holds. Clauses of one group never hold together, or their points are meant to add up. */
export interface Scored {
  readonly points: number
  readonly filter: Clause
  readonly name: string
}
/** The clauses of a group: `flat` ones are summed, of `best` ones only the highest counts. */
export type Scoring = { readonly flat: readonly Scored[] } | { readonly best: readonly Scored[] }

/** One value at most: two grades over different codes cannot both hold. */
const isSingle = (field: SetField): boolean => ['code', 'place', 'key'].includes(FIELDS[field])

const scored = (grade: Pick<Grade, 'key' | 'points'>, when: Predicate): Scored => ({ points: grade.points, filter: clauseOf(when), name: grade.key })

const allAny = (group: Group): group is readonly AnyGrade[] =>
  new Set(group.map(g => (g.when.op === 'any' ? g.when.field : ''))).size === 1 && group[0]?.when.op === 'any'
const allRange = (group: Group): group is readonly RangeGrade[] =>
  new Set(group.map(g => (g.when.op === 'range' ? g.when.field : ''))).size === 1 && group[0]?.when.op === 'range'

/** (2) Codes of one single-valued field: each grade keeps the codes no better one has. */
function rings(group: readonly AnyGrade[]): readonly Scored[] {
  const taken = new Set<string>()
  return group.map(g => {
    const own = g.when.of.filter(code => !taken.has(code))
    for (const code of own) taken.add(code)
    return scored(g, any(g.when.field, own))
  })
}

type Interval = readonly [from: number, to: number]

/** What is left of an interval of whole numbers without another one. */
function without([from, to]: Interval, [gone, end]: Interval): readonly Interval[] {
  if (gone > end || end < from || gone > to) return [[from, to]]
  return [...(gone > from ? [[from, gone - 1] as const] : []), ...(end < to ? [[end + 1, to] as const] : [])]
}

/** (3) Intervals of one whole number: each grade keeps what no better one covers. */
function steps(group: readonly RangeGrade[]): readonly Scored[] {
  const taken: Interval[] = []
  return group.flatMap(g => {
    const own: Interval = [g.when.gte ?? -Infinity, g.when.lte ?? Infinity]
    const left = own[0] > own[1] ? [] : taken.reduce<readonly Interval[]>((parts, t) => parts.flatMap(part => without(part, t)), [own])
    taken.push(own)
    return left.map(([from, to]) => scored(g, range(g.when.field, { ...(from === -Infinity ? {} : { gte: from }), ...(to === Infinity ? {} : { lte: to }) })))
  })
}

/** Shares of one code: a vacancy has one share of it, so the grades exclude each other as they are. */
const isOneShare = (group: readonly AnyGrade[]): boolean =>
  group[0]?.when.field === 'comp' && new Set(group.flatMap(g => g.when.of.map(token => token.split('#')[0]))).size === 1

/**
 * (4) Codes of one set: who has a better grade has at least the points of each worse one, so a grade adds only what it has
 * more than the next, over the codes of itself and all better ones.
 */
function increments(group: readonly AnyGrade[]): readonly Scored[] {
  const codes: string[] = []
  return group.map((g, i) => {
    codes.push(...g.when.of)
    return scored({ key: g.key, points: g.points - (group[i + 1]?.points ?? 0) }, any(g.when.field, [...codes]))
  })
}

/** The codes of a single-valued field without which a grade cannot hold, per field. */
function needs(p: Predicate): ReadonlyMap<SetField, readonly string[]> {
  if (p.op === 'any') return isSingle(p.field) ? new Map([[p.field, p.of]]) : new Map()
  if (p.op !== 'atLeast' || p.n !== p.of.length) return new Map()
  return new Map(p.of.flatMap(part => [...needs(part)]))
}

/** Whether no two grades can hold together, because each needs other codes of one single-valued field. */
function exclude(group: Group): boolean {
  const each = group.map(g => needs(g.when))
  return [...(each[0]?.keys() ?? [])].some(field => {
    const lists = each.map(n => n.get(field))
    if (lists.some(list => list === undefined)) return false
    const codes = lists.flatMap(list => [...new Set(list)])
    return new Set(codes).size === codes.length
  })
}

/** (5) The rest: the highest counts. Alternatives of one grade stand apart, so that codes stay one list each. */
function highest(group: Group): readonly Scored[] {
  return group.flatMap(g => (g.when.op === 'atLeast' && g.when.n === 1 ? g.when.of.map(part => scored(g, part)) : [scored(g, g.when)]))
}

/** The clauses of a group by the first rule that fits (`engines.md` 3); a grade that can never hold leaves none. */
export function scoringOf(group: Group): Scoring {
  const real = (list: readonly Scored[]): readonly Scored[] => list.filter(s => s.points > 0 && !('match_none' in s.filter))
  if (group.length <= 1) return { flat: real(group.map(g => scored(g, g.when))) }
  if (allAny(group)) {
    const field = (group[0] as AnyGrade).when.field
    if (isSingle(field)) return { flat: real(rings(group)) }
    return { flat: real(isOneShare(group) ? group.map(g => scored(g, g.when)) : increments(group)) }
  }
  if (allRange(group)) return { flat: real(steps(group)) }
  if (exclude(group)) return { flat: real(group.map(g => scored(g, g.when))) }
  return { best: real(highest(group)) }
}
