import type { Prepared } from '../../../src/domain/prepared.ts'
import type { Field } from '../../../src/match/fields.ts'

type Clause = Readonly<Record<string, unknown>>

const valuesOf = (v: Prepared, field: string): ReadonlyArray<string | number> => {
  const value = v[field as Field]
  // `null_value` of the mapping.
  if (field === 'place' && value === null) return ['-']
  return value === null ? [] : Array.isArray(value) ? value : [value]
}
const entry = (body: unknown): readonly [string, unknown] => Object.entries(body as object)[0] as readonly [string, unknown]
const list = (of: unknown): readonly Clause[] => (of ?? []) as readonly Clause[]

/**
 * Reads a clause as Elasticsearch documents it, for one vacancy: the score, or undefined when it does not hold. Only what
 * our compiler may write; anything else throws. It is a check on the compiler, not on the server.
 */
export function read(clause: Clause, v: Prepared): number | undefined {
  const [kind, body] = entry(clause)
  const held = (yes: boolean): number | undefined => (yes ? 1 : undefined)
  switch (kind) {
    case 'match_all':
      return (body as { boost?: number }).boost ?? 1
    case 'match_none':
      return undefined
    case 'term': {
      const [field, code] = entry(body)
      return held(valuesOf(v, field).includes(code as string))
    }
    case 'terms': {
      const [field, codes] = entry(body)
      return held(valuesOf(v, field).some(value => (codes as readonly unknown[]).includes(value)))
    }
    case 'exists':
      return held(valuesOf(v, (body as { field: string }).field).length > 0)
    case 'range': {
      const [field, bounds] = entry(body)
      const { gte = -Infinity, lte = Infinity } = bounds as { gte?: number; lte?: number }
      return held(valuesOf(v, field).some(value => Number(value) >= gte && Number(value) <= lte))
    }
    case 'constant_score': {
      const { boost, filter } = body as { boost: number; filter: Clause }
      return read(filter, v) === undefined ? undefined : boost
    }
    case 'dis_max': {
      const scores = (body as { queries: readonly Clause[] }).queries.flatMap(q => read(q, v) ?? [])
      return scores.length === 0 ? undefined : Math.max(...scores)
    }
    case 'bool':
      return readBool(body as Clause, v)
    default:
      throw new Error(`${kind} is not a clause of ours`)
  }
}

function readBool(body: Clause, v: Prepared): number | undefined {
  const known = ['filter', 'must_not', 'should', 'minimum_should_match']
  const foreign = Object.keys(body).filter(k => !known.includes(k))
  if (foreign.length > 0) throw new Error(`${foreign.join()} in a bool`)
  const [filter, barred, should] = [list(body['filter']), list(body['must_not']), list(body['should'])]
  if (filter.some(c => read(c, v) === undefined) || barred.some(c => read(c, v) !== undefined)) return undefined
  const scores = should.flatMap(c => read(c, v) ?? [])
  // Without a filter at least one has to hold, whatever the number says.
  const least = Math.max(Number(body['minimum_should_match'] ?? 0), should.length > 0 && filter.length === 0 ? 1 : 0)
  return scores.length < least ? undefined : scores.reduce((a, b) => a + b, 0)
}
