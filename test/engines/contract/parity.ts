import { deepEqual } from 'node:assert/strict'
import * as fc from 'fast-check'
import { always, evaluate, type Predicate } from '../../../src/match/predicate.ts'
import { codes, groups, predicates, SEED, SOURCES, vacancyOf } from '../../helpers/arbitraries.ts'
import { oracle, pagesOf, query, rowsOf, type Suite } from './subject.ts'

const VACANCIES = 300
const QUESTIONS = 250
const PAGED = 40
const ids = Array.from({ length: VACANCIES }, (_, i) => `${SOURCES[i % 3]}:${String((i * 7919) % 1_000).padStart(3, '0')}`)

/** Forms a predicate holds, however deep. */
const formsOf = (p: Predicate): readonly string[] => [p.op, ...(p.op === 'not' ? formsOf(p.of) : p.op === 'atLeast' ? p.of.flatMap(formsOf) : [])]

/** The engine says what evaluate says, to the point: generated vacancies, questions of all forms and groups. */
export const parityContract: Suite = async (t, open, { facets }) => {
  t.comment(`seed ${SEED}: ${QUESTIONS} questions x ${VACANCIES} vacancies`)
  const { engine, bring } = await open(t)
  const vacancies = fc.sample(codes, { seed: SEED, numRuns: VACANCIES }).map((c, i) => vacancyOf(ids[i] as string, c))
  await bring(vacancies)
  let evaluations = 0
  const seen = { forms: new Set<string>(), some: 0, points: 0 }

  await t.test('hits, order, points and totals', async t => {
    await fc.assert(
      fc.asyncProperty(predicates(ids), groups(ids), async (where, groups) => {
        const expected = oracle(vacancies, where, groups)
        evaluations += VACANCIES
        for (const form of formsOf(where)) seen.forms.add(form)
        if (expected.length > 0 && expected.length < 260) seen.some++
        if (expected.some(([points]) => points > 0)) seen.points++
        const page = await engine.search(query(where, { groups, size: VACANCIES }))
        deepEqual([rowsOf(page), page.total, page.next], [expected, expected.length, undefined])
      }),
      { seed: SEED, numRuns: QUESTIONS }
    )
    t.ok(evaluations >= 10_000, `${evaluations} pairs of question and vacancy`)
    t.same([...seen.forms].toSorted(), ['any', 'atLeast', 'known', 'not', 'range'], 'all five forms')
    t.ok(seen.some > QUESTIONS / 4, `${seen.some} questions hold for some and not for others`)
    t.ok(seen.points > QUESTIONS / 3, `${seen.points} with points`)
  })

  await t.test('counts, buckets and facets', async () => {
    await fc.assert(
      fc.asyncProperty(
        predicates(ids),
        fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), predicates(ids), { maxKeys: 5 }),
        fc.subarray([...facets], { maxLength: 4 }),
        async (where, buckets, asked) => {
          const counts = await engine.count(where, buckets, asked)
          const shown = vacancies.filter(v => ['open', 'missed'].includes(v.prepared.status) && evaluate(where, v.prepared))
          const facet = (field: (typeof asked)[number]): Readonly<Record<string, number>> => {
            const values = shown.flatMap(v => v.prepared[field] ?? [])
            return Object.fromEntries([...new Set(values)].map(code => [code, values.filter(c => c === code).length]))
          }
          deepEqual(
            [counts.total, new Map(Object.entries(counts.buckets)), counts.facets],
            [
              shown.length,
              new Map(Object.entries(buckets).map(([name, p]) => [name, shown.filter(v => evaluate(p, v.prepared)).length])),
              Object.fromEntries(asked.map(f => [f, facet(f)]))
            ]
          )
        }
      ),
      { seed: SEED + 1, numRuns: QUESTIONS }
    )
  })

  await t.test('paging in any size equals the whole', async () => {
    await fc.assert(
      fc.asyncProperty(predicates(ids), groups(ids), fc.integer({ min: 1, max: 90 }), async (where, groups, size) => {
        const pages = await pagesOf(engine, query(where, { groups, size: Math.max(size, 10) }))
        deepEqual(pages.flatMap(rowsOf), oracle(vacancies, where, groups))
      }),
      { seed: SEED + 2, numRuns: PAGED }
    )
    // From any place in the list, also one that no row has.
    await fc.assert(
      fc.asyncProperty(groups(ids), fc.nat({ max: 120 }), fc.constantFrom(...vacancies), async (groups, points, at) => {
        const last = [points, at.prepared.published, at.id] as const
        const page = await engine.search(query(always, { groups, size: 30, after: { generation: 1, last } }))
        deepEqual(rowsOf(page), oracle(vacancies, always, groups, last).slice(0, 30))
      }),
      { seed: SEED + 3, numRuns: PAGED }
    )
  })
}
