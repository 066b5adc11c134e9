import type { Vacancy } from '../../../src/domain/vacancy.ts'
import { all, always, any, atLeast, known, never, not, range, some, type Predicate } from '../../../src/match/predicate.ts'
import { vacancyOf } from '../../helpers/arbitraries.ts'
import { idsOf, oracle, query, type Suite } from './subject.ts'

const BARS = ['tillen_kg', 'staan_uur_dag', 'knielen', 'conflicten', 'deadlines'] as const
const conflict = (bar: string): Predicate => any('load', [`${bar}:1:overschrijding`])
const conflicts = BARS.map(conflict)

/** 600 vacancies with every combination of five conflicts, some visible to one bureau only. */
const vacancies: readonly Vacancy[] = Array.from({ length: 600 }, (_, i) =>
  vacancyOf(`${i % 3 === 0 ? 'beta' : 'alfa'}:${i}`, {
    load: BARS.filter((_, b) => ((i >> b) & 1) === 1).map(b => `${b}:1:overschrijding`),
    sector: ['10', '20', '86', null][i % 4] as string | null,
    published: 20_000 + (i % 9),
    visible_to: [i % 10 === 0 ? 'bureau-a' : 'public'],
    occ: i % 7 === 0 ? [] : [`4:${2000 + (i % 5)}`, `2:${20 + (i % 2)}`],
    place: [null, 'utrecht', 'zwolle'][i % 3] as string | null,
    status: i % 50 === 49 ? 'closed' : 'open',
    contract: i % 6 === 0 ? ['term:B', 'zzp'] : i % 6 === 1 ? ['term:O'] : []
  })
)
const base = all(any('visible_to', ['public']), range('published', { gte: 20_001 }))
const size = (where: Predicate): number => oracle(vacancies, where).length

/** Exact numbers: total, buckets, facets and the near miss. */
export const countContract: Suite = async (t, open, { facets }) => {
  await t.test('buckets are counted within where, and may overlap', async t => {
    const { engine, bring } = await open(t)
    await bring(vacancies)
    const buckets = {
      ...Object.fromEntries(BARS.map(b => [b, conflict(b)])),
      none: not(some(...conflicts)),
      always,
      never,
      hidden: any('visible_to', ['bureau-a'])
    }
    const counts = await engine.count(base, buckets)
    t.equal(counts.total, size(base))
    t.same(counts.buckets, Object.fromEntries(Object.entries(buckets).map(([name, p]) => [name, size(all(base, p))])))
    t.equal(counts.buckets['always'], counts.total)
    t.equal(counts.buckets['hidden'], 0, 'what where leaves out is in no bucket')
    t.same(counts.facets, {}, 'no facet asked, none given')
    t.same((await engine.count(never, buckets)).buckets, Object.fromEntries(Object.keys(buckets).map(name => [name, 0])), 'a bucket of nothing is there, and 0')
    t.equal(counts.generation, (await engine.search(query())).generation)
  })

  await t.test('near miss is exactly one conflict, and base = none + Σ alone + two or more', async t => {
    const { engine, bring } = await open(t)
    await bring(vacancies)
    const two = atLeast(2, conflicts)
    const near = all(base, some(...conflicts), not(two))
    const exactlyOne = vacancies.filter(v => v.prepared.load.length === 1)
    const expected = oracle(exactlyOne, base).map(([, id]) => id)
    t.ok(expected.length > 20, 'this set can tell')
    const page = await engine.search(query(near, { size: 200 }))
    t.same(idsOf(page), expected)
    t.equal(page.total, expected.length)
    const alone = Object.fromEntries(BARS.map(b => [b, all(conflict(b), not(two))]))
    const counts = await engine.count(base, { ...alone, none: not(some(...conflicts)), two })
    const sum = BARS.reduce((n, b) => n + (counts.buckets[b] as number), 0)
    t.equal(sum, expected.length, 'alone, per bar, adds up to the near misses')
    t.equal((counts.buckets['none'] as number) + sum + (counts.buckets['two'] as number), counts.total)
    for (let n = 0; n <= 6; n++)
      t.equal((await engine.count(all(base, atLeast(n, conflicts)), {})).total, size(all(base, atLeast(n, conflicts))), `at least ${n} conflicts`)
    const relaxed = [conflict('knielen'), conflict('deadlines')]
    t.same(
      idsOf(await engine.search(query(all(near, some(...relaxed)), { size: 200 }))),
      oracle(exactlyOne, all(base, some(...relaxed))).map(([, id]) => id),
      'of the conflicts that may be relaxed'
    )
  })

  await t.test('facets are complete within where, and leave zeros out', async t => {
    const { engine, bring } = await open(t)
    await bring(vacancies)
    const where = all(base, known('sector'), not(any('sector', ['20'])))
    const counts = await engine.count(where, {}, facets)
    t.same(Object.keys(counts.facets).toSorted(), facets.toSorted())
    for (const field of facets) {
      const expected: Record<string, number> = {}
      for (const [, id] of oracle(vacancies, where)) {
        const value = vacancies.find(v => v.id === id)?.prepared[field] ?? []
        for (const code of typeof value === 'string' ? [value] : value) expected[code] = (expected[code] ?? 0) + 1
      }
      t.same(counts.facets[field], expected, field)
    }
    t.same(
      Object.keys(counts.facets['sector'] ?? {}),
      ['10', '86'].filter(s => size(all(where, any('sector', [s]))) > 0),
      'a code that does not occur is not there'
    )
    t.same((await engine.count(never, {}, facets)).facets, Object.fromEntries(facets.map(f => [f, {}])))
  })

  await t.test('a facet with hundreds of codes is complete', async t => {
    const { engine, give } = await open(t)
    const codes = Array.from({ length: 700 }, (_, i) => `4:${1000 + i}`)
    await give(
      'alfa',
      codes.flatMap((code, i) => [vacancyOf(`alfa:${i}`, { occ: [code] }), ...(i % 2 === 0 ? [vacancyOf(`alfa:${i}b`, { occ: [code, '2:99'] })] : [])])
    )
    t.same((await engine.count(always, {}, ['occ'])).facets['occ'], { ...Object.fromEntries(codes.map((code, i) => [code, i % 2 === 0 ? 2 : 1])), '2:99': 350 })
  })

  await t.test('removed and replaced vacancies are counted nowhere', async t => {
    const { engine, give } = await open(t)
    const list = Array.from({ length: 40 }, (_, i) => vacancyOf(`alfa:${i}`, { sector: i % 2 === 0 ? '10' : '20' }))
    await give('alfa', list)
    await engine.remove(['alfa:0', 'alfa:2', 'alfa:1'])
    await engine.upsert([vacancyOf('alfa:4', { sector: '30' }, { revision: 2, changedAt: '2026-11-25T00:00:00.000Z' })])
    await engine.refresh()
    const counts = await engine.count(always, { ten: any('sector', ['10']) }, ['sector', 'source'])
    t.same([counts.total, counts.buckets, counts.facets], [37, { ten: 17 }, { sector: { 10: 17, 20: 19, 30: 1 }, source: { alfa: 37 } }])
  })
}
