import { deepEqual } from 'node:assert/strict'
import * as fc from 'fast-check'
import type { Test } from 'tap'
import { countBodies, countsOf } from '../../../src/engines/elasticsearch/count.ts'
import { sidesOf } from '../../../src/engines/elasticsearch/wide.ts'
import { differenceOf, lessThan } from '../../../src/engines/elasticsearch/difference.ts'
import type { SetField } from '../../../src/match/fields.ts'
import { all, any, atLeast, evaluate, not, some, type Predicate } from '../../../src/match/predicate.ts'
import type { Prepared } from '../../../src/domain/prepared.ts'
import { codes, predicates, SEED, SOURCES, vacancyOf } from '../../helpers/arbitraries.ts'
import { read } from './read-clause.ts'

const ids = Array.from({ length: 40 }, (_, i) => `${SOURCES[i % 3]}:${i}`)
const FACETS = ['sector', 'contract'] as const satisfies readonly SetField[]
type Clause = Readonly<Record<string, unknown>>
type Body = Readonly<Record<string, unknown>>

const codesOf = (v: Prepared, field: SetField): readonly string[] => [v[field]].flat().filter(code => code !== null)
const tally = (vacancies: readonly Prepared[], field: SetField): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const v of vacancies) for (const code of codesOf(v, field)) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

/** What a server answers to one body of a count, from the words of its clauses. */
function answer(body: Body, vacancies: readonly Prepared[]): unknown {
  const held = vacancies.filter(v => read(body['query'] as Clause, v) !== undefined)
  const aggs = Object.entries((body['aggs'] ?? {}) as Readonly<Record<string, { filters?: { filters: readonly Clause[] } }>>)
  const aggregations = aggs.map(([name, agg]) => [
    name,
    agg.filters === undefined
      ? {
          doc_count_error_upper_bound: 0,
          sum_other_doc_count: 0,
          buckets: Object.entries(tally(held, name.slice(6) as SetField)).map(([key, n]) => ({ key, doc_count: n }))
        }
      : { buckets: agg.filters.filters.map(f => ({ doc_count: held.filter(v => read(f, v) !== undefined).length })) }
  ])
  return { hits: { total: { value: held.length, relation: 'eq' } }, aggregations: Object.fromEntries(aggregations) }
}

/** Counts: which searches they become, and that their numbers are those of the predicates. */
export async function countCases(t: Test): Promise<void> {
  const vacancies = fc.sample(codes, { seed: SEED + 2, numRuns: 40 }).map((c, i) => vacancyOf(ids[i] as string, c).prepared)
  const bars = [any('load', ['a']), any('load', ['b']), any('sector', ['10'])]

  await t.test('buckets that share a condition that counts are one search with that condition', async t => {
    // Equal, not the same object: callers build it where they need it.
    const one = (): Predicate => not(atLeast(2, bars))
    const bodies = countBodies(
      any('status', ['open']),
      { in: bars[0] as Predicate, a: all(bars[0] as Predicate, one()), b: all(bars[1] as Predicate, one()) },
      ['sector'],
      9
    )
    t.equal(bodies.length, 2)
    t.match(bodies[0], {
      query: { bool: { filter: [{ term: { status: 'open' } }] } },
      aggs: { buckets: { filters: { filters: [{ term: { load: 'a' } }] } }, facet_sector: {} }
    })
    t.match(bodies[1], { aggs: { buckets: { filters: { filters: [{ term: { load: 'a' } }, { term: { load: 'b' } }] } } } })
    t.match(JSON.stringify(bodies[1]?.['query']), /"minimum_should_match":2/)
    t.notMatch(JSON.stringify(bodies[1]?.['aggs']), /minimum_should_match|facet/)
    t.equal(countBodies(any('status', ['open']), { a: all(bars[0] as Predicate, one()) }, [], 9).length, 1, 'one bucket alone stays')
  })

  await t.test('every number is that of the predicates', async t => {
    const shared = atLeast(2, bars)
    let several = 0
    fc.assert(
      fc.property(predicates(ids), fc.array(predicates(ids), { maxLength: 4 }), (where, of) => {
        const buckets = Object.fromEntries(of.flatMap((p, i) => [[`p${i}`, p] as const, [`own${i}`, all(p, not(shared))] as const]))
        const bodies = countBodies(where, buckets, FACETS, 9)
        if (bodies.length > 1) several++
        const held = vacancies.filter(v => evaluate(where, v))
        deepEqual(
          countsOf(
            bodies.map(b => answer(b, vacancies)),
            where,
            buckets,
            FACETS
          ),
          {
            total: held.length,
            buckets: Object.fromEntries(Object.entries(buckets).map(([name, p]) => [name, held.filter(v => evaluate(p, v)).length])),
            facets: Object.fromEntries(FACETS.map(f => [f, tally(held, f)]))
          }
        )
      }),
      { seed: SEED, numRuns: 1_000 }
    )
    t.ok(several > 500, `${several} of 1,000 were several searches`)
  })

  await t.test('a rule that excludes most is counted apart from the others', async t => {
    const near = some(any('place', ['utrecht']), any('remote', ['full']))
    const rules = [...bars.slice(0, 2), not(near)]
    const one = (): Predicate => not(atLeast(2, [...rules]))
    const buckets = Object.fromEntries(rules.map((r, i) => [`alone${i}`, all(r, one())]))
    const bodies = countBodies(any('status', ['open']), buckets, [], 9).map(b => JSON.stringify(b))
    t.match(
      JSON.stringify(countBodies(any('status', ['open']), { far: not(near), some: some(...rules) }, [], 9)[0]?.['aggs']),
      /\{"filters":\[\{"bool":\{"should":\[.*"place":"utrecht".*\{"bool":\{"filter":.*"must_not":\[\{"terms":\{"load":\["a","b"\]/,
      'what most vacancies are is counted by those that are not'
    )
    t.equal(bodies.length, 3, 'the total, those near, and those only too far away')
    t.match(bodies[1], /"place":"utrecht"/, 'the others are looked for among those near')
    t.match(bodies[1], /"filters":\[\{"term":\{"load":"a"\}\},\{"term":\{"load":"b"\}\}\]/)
    t.notMatch(bodies[2], /aggs|minimum_should_match":2/, 'only too far away is one total')
  })

  await t.test('numbers of a rule that excludes most are those of the predicates', async t => {
    const rule = predicates(ids)
    const most = fc.array(rule, { minLength: 2, maxLength: 3 }).map(of => not(some(...of)))
    const held = (p: Predicate): number => vacancies.filter(v => evaluate(p, v)).length
    let [apart, sides] = [0, 0]
    fc.assert(
      fc.property(rule, fc.array(rule, { minLength: 2, maxLength: 4 }), most, fc.boolean(), (where, others, far, atLeastOne) => {
        const rules = [...others.slice(1), far, ...others.slice(0, 1)]
        const one = not(atLeast(2, rules))
        const own = rules.flatMap((r, i) => [[`in${i}`, r] as const, [`alone${i}`, all(r, one)] as const])
        const buckets = Object.fromEntries([...own, ['some', some(...rules)] as const])
        const bodies = countBodies(where, buckets, [], 9)
        if (bodies.length === 3) apart++
        const replies = bodies.map(b => answer(b, vacancies))
        deepEqual(countsOf(replies, where, buckets, []).buckets, Object.fromEntries(Object.entries(buckets).map(([name, p]) => [name, held(all(where, p))])))
        const question = all(where, all(...(atLeastOne ? [some(...rules)] : []), one))
        const parts = sidesOf(question)
        if (parts.length === 2) sides++
        deepEqual(
          parts.reduce((sum, part) => sum + held(part), 0),
          held(question)
        )
      }),
      { seed: SEED, numRuns: 1_000 }
    )
    t.ok(apart > 500 && sides > 500, `${apart} and ${sides} of 1,000 were asked so`)
    t.same(sidesOf(any('sector', ['10'])), [any('sector', ['10'])])
  })

  await t.test('facets of nearly everything, as a difference, are those counted', async t => {
    const count = (where: Predicate): ReturnType<typeof countsOf> =>
      countsOf(
        countBodies(where, {}, FACETS, 9).map(b => answer(b, vacancies)),
        where,
        {},
        FACETS
      )
    let differences = 0
    fc.assert(
      fc.property(predicates(ids), fc.array(predicates(ids), { minLength: 3, maxLength: 6 }), (base, conflicts) => {
        const where = all(base, some(...conflicts))
        const parts = differenceOf(where)
        if (parts === undefined) return
        differences++
        deepEqual(lessThan(count(parts.whole), count(parts.without)), count(where))
      }),
      { seed: SEED, numRuns: 1_000 }
    )
    t.ok(differences > 900, `${differences} of 1,000 were asked so`)
    t.equal(differenceOf(any('sector', ['10'])), undefined)
    t.equal(differenceOf(all(any('sector', ['10']), not(some(...bars)))), undefined, 'what a choice leaves out is asked itself')
    const [some3, none] = [
      { total: 3, buckets: {}, facets: { sector: { 10: 3 } } },
      { total: 0, buckets: {}, facets: { sector: {} } }
    ]
    t.strictSame(lessThan(some3, some3), none, 'no code with nobody')
    t.equal(lessThan(none, some3), undefined, 'numbers of two states of an index')
    t.equal(lessThan({ ...some3, total: 4 }, { ...some3, facets: { sector: { 86: 1 } } }), undefined, 'a code that the whole does not know')
  })
}
