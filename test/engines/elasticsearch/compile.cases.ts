import { deepEqual } from 'node:assert/strict'
import * as fc from 'fast-check'
import type { Test } from 'tap'
import { clauseOf } from '../../../src/engines/elasticsearch/clause.ts'
import { filterOf, pageBody, shouldOf } from '../../../src/engines/elasticsearch/compile.ts'
import { all, always, any, atLeast, evaluate, known, never, not, range, some, type Predicate } from '../../../src/match/predicate.ts'
import { codes, groups, predicates, SEED, SOURCES, vacancyOf } from '../../helpers/arbitraries.ts'
import { pointsOf } from '../contract/subject.ts'
import { read } from './read-clause.ts'

const ids = Array.from({ length: 40 }, (_, i) => `${SOURCES[i % 3]}:${i}`)
const load = (...tokens: readonly string[]): Predicate => any('load', tokens)

/** Each predicate with the very clause it must become. */
const GOLDEN: ReadonlyArray<readonly [name: string, p: Predicate, clause: unknown]> = [
  ['any of nothing', any('sector', []), { match_none: {} }],
  ['any of one', any('sector', ['86']), { term: { sector: '86' } }],
  ['any of several: sorted, each once', any('sector', ['86', '10', '86']), { terms: { sector: ['10', '86'] } }],
  ['known', known('edu'), { exists: { field: 'edu' } }],
  ['a known place', known('place'), { bool: { must_not: [{ term: { place: '-' } }] } }],
  ['no known place', not(known('place')), { term: { place: '-' } }],
  [
    'near, or no known place',
    not(not(some(not(known('place')), any('place', ['zwolle', 'kampen'])))),
    { bool: { should: [{ term: { place: '-' } }, { terms: { place: ['kampen', 'zwolle'] } }], minimum_should_match: 1 } }
  ],
  ['range', range('published', { gte: 3, lte: 9 }), { range: { published: { gte: 3, lte: 9 } } }],
  ['range without bounds', range('closes', {}), { exists: { field: 'closes' } }],
  ['range the wrong way round', range('closes', { gte: 3, lte: 2 }), { match_none: {} }],
  ['not', not(any('sector', ['86'])), { bool: { must_not: [{ term: { sector: '86' } }] } }],
  ['not not', not(not(any('sector', ['86']))), { term: { sector: '86' } }],
  ['always', always, { match_all: {} }],
  ['never', never, { match_none: {} }],
  ['not always', not(always), { match_none: {} }],
  ['not never', not(never), { match_all: {} }],
  ['some on one field is one list', some(load('b'), load('a', 'c')), { terms: { load: ['a', 'b', 'c'] } }],
  [
    'some over fields',
    some(load('b'), any('sector', ['10'])),
    { bool: { should: [{ term: { load: 'b' } }, { term: { sector: '10' } }], minimum_should_match: 1 } }
  ],
  ['all', all(load('b'), any('sector', ['10'])), { bool: { filter: [{ term: { load: 'b' } }, { term: { sector: '10' } }] } }],
  ['all with what never holds', all(load('b'), never), { match_none: {} }],
  ['all on one field stays apart', all(load('b'), load('a')), { bool: { filter: [{ term: { load: 'a' } }, { term: { load: 'b' } }] } }],
  ['no conflict: one list in must_not', not(some(load('b'), load('a'))), { bool: { must_not: [{ terms: { load: ['a', 'b'] } }] } }],
  [
    'two of three, one twice',
    atLeast(2, [load('a'), load('a'), load('b')]),
    { bool: { should: [{ term: { load: 'a' } }, { term: { load: 'a' } }, { term: { load: 'b' } }], minimum_should_match: 2 } }
  ],
  ['more than there are', atLeast(3, [load('a'), load('b')]), { match_none: {} }],
  [
    'at least, with what always holds',
    atLeast(2, [load('a'), always, load('b')]),
    { bool: { should: [{ term: { load: 'a' } }, { term: { load: 'b' } }], minimum_should_match: 1 } }
  ]
]

/** The whole page of a question, as it goes over the line. */
const QUESTION = all(
  any('status', ['missed', 'open']),
  any('visible_to', ['public', 't1']),
  not(some(load('til:1:over'), load('sta:2:over'))),
  any('place', ['zwolle'])
)
const FILTERS = [{ term: { place: 'zwolle' } }, { terms: { status: ['missed', 'open'] } }, { terms: { visible_to: ['public', 't1'] } }]
const BARRED = [{ terms: { load: ['sta:2:over', 'til:1:over'] } }]
const GROUPS = [[{ key: 'past', points: 6, when: load('til:1:past') }]]
const SHOULD = { constant_score: { boost: 6, filter: { term: { load: 'til:1:past' } } } }

/** Predicates and groups in the words of Elasticsearch, without a server. */
export async function compileCases(t: Test): Promise<void> {
  await t.test('each form becomes its clause', async t => {
    for (const [name, p, clause] of GOLDEN) t.strictSame(clauseOf(p), clause, name)
    const many = Array.from({ length: 65_537 }, (_, i) => `x:${i}`)
    t.match(clauseOf(any('vacancy_id', many)), { bool: { minimum_should_match: 1 } }, 'more codes than one list may hold')
  })

  await t.test('a page puts conditions first or points first', async t => {
    const rest = { size: 21, sort: [{ _score: 'desc' }, { published: 'desc' }, { vacancy_id: 'asc' }], timeout: '2000ms' }
    t.strictSame(pageBody(QUESTION, GROUPS, { form: 'filter', size: 21, timeoutMs: 2_000 }), {
      ...rest,
      track_total_hits: true,
      query: { bool: { filter: FILTERS, must_not: BARRED, should: [SHOULD], minimum_should_match: 0 } }
    })
    t.strictSame(pageBody(QUESTION, GROUPS, { form: 'post', size: 21, after: [6, 20_000, 'a:1'], timeoutMs: 2_000 }), {
      ...rest,
      search_after: [6, 20_000, 'a:1'],
      track_total_hits: false,
      query: { bool: { should: [{ match_all: { boost: 0 } }, SHOULD], minimum_should_match: 0 } },
      post_filter: { bool: { filter: FILTERS, must_not: BARRED } }
    })
    t.strictSame(filterOf(always), { bool: { filter: [{ match_all: {} }] } }, 'no points for everything: match_all alone would give one')
  })

  await t.test('equal questions give equal bytes', async t => {
    const turned = all(
      any('place', ['zwolle']),
      any('visible_to', ['t1', 'public']),
      any('status', ['open', 'missed', 'open']),
      not(load('sta:2:over')),
      not(load('til:1:over'))
    )
    t.equal(JSON.stringify(filterOf(turned)), JSON.stringify(filterOf(QUESTION)))
    const other = [[{ key: 'a', points: 4, when: any('sector', ['10']) }], ...GROUPS]
    t.equal(JSON.stringify(shouldOf(other)), JSON.stringify(shouldOf(other.toReversed())))
  })

  await t.test('a clause holds where its predicate holds', async t => {
    const vacancies = fc.sample(codes, { seed: SEED, numRuns: 40 }).map((c, i) => vacancyOf(ids[i] as string, c).prepared)
    t.doesNotThrow(() => {
      fc.assert(
        fc.property(predicates(ids), p => {
          const [clause, conditions] = [clauseOf(p), filterOf(p)]
          const expected = vacancies.map(v => evaluate(p, v))
          deepEqual(
            [clause, conditions].map(c => vacancies.map(v => read(c, v) !== undefined)),
            [expected, expected]
          )
        }),
        { seed: SEED, numRuns: 1_500 }
      )
    }, '1,500 questions on 40 vacancies')
  })

  await t.test('scoring clauses give the points of the groups, named or not', async t => {
    const vacancies = fc.sample(codes, { seed: SEED + 1, numRuns: 40 }).map((c, i) => vacancyOf(ids[i] as string, c))
    t.doesNotThrow(() => {
      fc.assert(
        fc.property(groups(ids), of => {
          const scoreOf = (names: boolean): readonly number[] => {
            const should = shouldOf(of, names)
            return vacancies.map(v => should.reduce((sum, c) => sum + (read(c, v.prepared) ?? 0), 0))
          }
          const expected = vacancies.map(v => pointsOf(of, v))
          deepEqual([scoreOf(false), scoreOf(true)], [expected, expected])
        }),
        { seed: SEED, numRuns: 1_500 }
      )
    }, '1,500 lists of groups on 40 vacancies')
  })
}
