import type { Test } from 'tap'
import { countsOf } from '../../../src/engines/elasticsearch/count.ts'
import { documentOf } from '../../../src/engines/elasticsearch/document.ts'
import { answersOf, hitsOf, rowsOf, totalOf } from '../../../src/engines/elasticsearch/reply.ts'
import { FACETS } from '../../../src/match/find.ts'
import { readMapping } from '../../../src/elasticsearch/mapping.ts'
import { always } from '../../../src/match/predicate.ts'
import { vacancyOf } from '../../helpers/arbitraries.ts'

const whole = { took: 3, timed_out: false, _shards: { total: 1, successful: 1, failed: 0 } }
const v = vacancyOf('alfa:1', { sector: '86' })
const hit = { _index: 'x', _id: v.id, _source: JSON.parse(JSON.stringify(documentOf(v))) as object, sort: [12, 20_000, 'alfa:1'] }

/** What comes back is read whole or not at all. */
export async function replyCases(t: Test): Promise<void> {
  await t.test('a vacancy comes back as it went', async t => {
    t.strictSame(hitsOf({ hits: { hits: [hit] } }), [{ points: 12, published: 20_000, id: 'alfa:1', vacancy: v, named: [] }])
    t.strictSame(hitsOf({ hits: { hits: [{ ...hit, matched_queries: { a: 1 } }] } })[0]?.named, ['a'])
  })

  await t.test('rows of a search without documents', async t => {
    const { _source, ...row } = hit
    t.ok(_source)
    t.strictSame(rowsOf({ hits: { hits: [row] } }), [{ points: 12, published: 20_000, id: 'alfa:1' }])
    for (const bad of [{}, { hits: {} }, { hits: { hits: [{ ...row, sort: ['geheim', 1, 'x'] }] } }])
      t.throws(() => rowsOf(bad), { message: /^elasticsearch: unreadable \(\w+\)$/ })
  })

  await t.test('a part of an answer is an error, never an answer', async t => {
    const one = (r: object): unknown => answersOf({ responses: [{ ...whole, hits: { hits: [] } }, r] }, 2)
    t.doesNotThrow(() => one(whole))
    t.throws(() => one({ ...whole, timed_out: true }), /^elasticsearch: partial/)
    t.throws(() => one({ ...whole, _shards: { failed: 1 } }), /^elasticsearch: partial/)
    t.throws(() => one({ took: 1 }), /^elasticsearch: unreadable/)
    t.throws(() => answersOf({ responses: [whole] }, 2), /^elasticsearch: partial/)
    t.throws(
      () => one({ error: { type: 'search_phase_execution_exception', root_cause: [{ type: 'too_many_clauses' }] }, status: 400 }),
      /^elasticsearch: refused/
    )
    t.throws(() => one({ error: { type: 'index_not_found_exception' }, status: 404 }), /^elasticsearch: gone/)
    t.throws(() => totalOf({ hits: { total: { value: 10_000, relation: 'gte' } } }), /^elasticsearch: unreadable/, 'a bound is no total')
  })

  await t.test('an unreadable hit is an error that repeats nothing', async t => {
    for (const bad of [
      { ...hit, _source: { vacancy_id: 'geheim' } },
      { ...hit, sort: [12.5, 1, 'x'] },
      { ...hit, sort: ['geheim'] }
    ])
      t.throws(() => hitsOf({ hits: { hits: [hit, bad] } }), { message: /^elasticsearch: unreadable \(\w+\)$/ })
  })

  await t.test('counts are complete or an error', async t => {
    const reply = (facet: object, buckets: readonly object[]): unknown => ({
      hits: { total: { value: 3, relation: 'eq' } },
      aggregations: {
        buckets: { buckets },
        facet_sector: { doc_count_error_upper_bound: 0, sum_other_doc_count: 0, buckets: [{ key: '86', doc_count: 3 }], ...facet }
      }
    })
    t.strictSame(countsOf([reply({}, [{ doc_count: 2 }])], always, { __proto__x: always }, ['sector']), {
      total: 3,
      buckets: { __proto__x: 2 },
      facets: { sector: { 86: 3 } }
    })
    t.throws(() => countsOf([reply({}, [])], always, { a: always }, ['sector']), /^elasticsearch: unreadable/)
    t.throws(() => countsOf([reply({ sum_other_doc_count: 1 }, [])], always, {}, ['sector']), /^elasticsearch: partial/)
    t.throws(() => countsOf([reply({ doc_count_error_upper_bound: 1 }, [])], always, {}, ['sector']), /^elasticsearch: partial/)
    t.throws(() => countsOf([reply({}, [])], always, {}, ['edu']), /^elasticsearch: unreadable/)
  })

  await t.test('every facet, and what lists are ordered by, can be read by column', async t => {
    const { properties } = readMapping('vacancies')
    for (const field of [...FACETS, 'status', 'occ', 'published', 'vacancy_id']) t.not(properties[field]?.['doc_values'], false, field)
    for (const field of Object.keys(properties).filter(f => f !== 'payload')) t.not(properties[field]?.['index'], false, `${field} can be asked`)
  })
}
