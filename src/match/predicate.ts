import type { Prepared } from '../domain/prepared.ts'
import type { NumberField, SetField } from './fields.ts'

/** A question about one indexed vacancy. Five forms, the whole language; both engines and `evaluate` know exactly these. */
export type Predicate =
  | { readonly op: 'any'; readonly field: SetField; readonly of: readonly string[] }
  | { readonly op: 'range'; readonly field: NumberField; readonly gte?: number; readonly lte?: number }
  | { readonly op: 'known'; readonly field: SetField | NumberField }
  | { readonly op: 'atLeast'; readonly n: number; readonly of: readonly Predicate[] }
  | { readonly op: 'not'; readonly of: Predicate }

/** The vacancy has one of these codes. An empty list never holds. */
export const any = (field: SetField, of: readonly string[]): Predicate => ({ op: 'any', field, of })
export const range = (field: NumberField, bounds: { gte?: number; lte?: number }): Predicate => ({ op: 'range', field, ...bounds })
export const known = (field: SetField | NumberField): Predicate => ({ op: 'known', field })
export const atLeast = (n: number, of: readonly Predicate[]): Predicate => ({ op: 'atLeast', n, of })
/** Every part holds; of nothing: always. */
export const all = (...of: readonly Predicate[]): Predicate => ({ op: 'atLeast', n: of.length, of })
/** At least one part holds; of nothing: never. */
export const some = (...of: readonly Predicate[]): Predicate => ({ op: 'atLeast', n: 1, of })
export const not = (of: Predicate): Predicate => ({ op: 'not', of })
export const always: Predicate = { op: 'atLeast', n: 0, of: [] }
export const never: Predicate = { op: 'atLeast', n: 1, of: [] }

/** The codes of a set field; null and an empty list are both "not known". */
function codesOf(v: Prepared, field: SetField): readonly string[] {
  const value = v[field]
  return value === null ? [] : typeof value === 'string' ? [value] : value
}

const isSet = (value: Prepared[keyof Prepared]): boolean => value !== null && (!Array.isArray(value) || value.length > 0)

/** Lists from this length on are looked up in a set, made once a list: lists of codes never change. */
const LONG = 8
const sets = new WeakMap<readonly string[], ReadonlySet<string>>()

function setOf(list: readonly string[]): ReadonlySet<string> {
  const known = sets.get(list)
  if (known !== undefined) return known
  const made = new Set(list)
  sets.set(list, made)
  return made
}

/** Whether two lists share a code: a vacancy has some hundred for load, a circle of places a thousand. */
function share(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length < LONG) return short.some(code => long.includes(code))
  const codes = setOf(long)
  return short.some(code => codes.has(code))
}

/** Whether a predicate holds for a vacancy. Over an absent field `any`, `range` and `known` are false; `not` turns that into true. */
export function evaluate(p: Predicate, v: Prepared): boolean {
  switch (p.op) {
    case 'any':
      return share(codesOf(v, p.field), p.of)
    case 'range': {
      const value = v[p.field]
      return value !== null && (p.gte === undefined || value >= p.gte) && (p.lte === undefined || value <= p.lte)
    }
    case 'known':
      return isSet(v[p.field])
    case 'atLeast': {
      let held = 0
      for (const part of p.of) {
        if (held >= p.n) return true
        if (evaluate(part, v)) held++
      }
      return held >= p.n
    }
    case 'not':
      return !evaluate(p.of, v)
  }
}
