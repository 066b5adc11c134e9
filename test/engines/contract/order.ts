import type { Vacancy } from '../../../src/domain/vacancy.ts'
import type { Group } from '../../../src/match/criterion.ts'
import { always, any, known, range } from '../../../src/match/predicate.ts'
import { vacancyOf } from '../../helpers/arbitraries.ts'
import { idsOf, oracle, pagesOf, query, rowsOf, type Suite } from './subject.ts'

const group = (code: string, points: number): Group => [{ key: code, points, when: any('sector', [code]) }]
/** A fixed shuffle: 7919 is prime, so every place is taken once. */
const shuffled = <T>(list: readonly T[]): readonly T[] => list.map((_, i) => list[(i * 7919) % list.length] as T)

/** Points down, published down, id up as bytes; pages without doubles or gaps. */
export const orderContract: Suite = async (t, open) => {
  await t.test('points go first, then the newest, then the id', async t => {
    const { engine, bring } = await open(t)
    await bring([
      vacancyOf('alfa:1', { sector: '10', published: 100 }),
      vacancyOf('alfa:2', { sector: '20', published: 1 }),
      vacancyOf('beta:3', { sector: null, published: 999 }),
      vacancyOf('beta:4', { sector: '10', published: 101 }),
      vacancyOf('alfa:5', { sector: '20', published: 1 }),
      vacancyOf('beta:0', { sector: '20', published: 2 })
    ])
    const page = await engine.search(query(always, { groups: [group('10', 5), group('20', 6)] }))
    t.same(rowsOf(page), [
      [6, 'beta:0'],
      [6, 'alfa:2'],
      [6, 'alfa:5'],
      [5, 'beta:4'],
      [5, 'alfa:1'],
      [0, 'beta:3']
    ])
    const days = [-1, 0, 1, 40_000]
    await bring(days.map(d => vacancyOf(`gamma:${d}`, { published: d })))
    t.same(
      idsOf(await engine.search(query(any('source', ['gamma'])))),
      days.toReversed().map(d => `gamma:${d}`),
      'days as numbers, not as text'
    )
  })

  await t.test('ids are ordered as bytes, not as a dictionary would', async t => {
    const { engine, give, bring } = await open(t)
    const names = ['a', 'B', 'Z', '_', '-', '.', '10', '9', '1', 'aa', 'Aa', 'aA', 'z', 'a-b', 'a_b', 'ab', 'a.b', 'a:b', 'i', 'I', 'A', '01']
    const bytes = ['-', '.', '01', '1', '10', '9', 'A', 'Aa', 'B', 'I', 'Z', '_', 'a', 'a-b', 'a.b', 'a:b', 'aA', 'a_b', 'aa', 'ab', 'i', 'z']
    t.notSame(
      names.toSorted((a, b) => a.localeCompare(b, 'nl')),
      bytes,
      'this set can tell'
    )
    await give(
      'alfa',
      names.map(n => vacancyOf(`alfa:${n}`))
    )
    t.same(
      idsOf(await engine.search(query())),
      bytes.map(n => `alfa:${n}`)
    )
    t.same(
      (await pagesOf(engine, query(always, { size: 1 }))).flatMap(idsOf),
      bytes.map(n => `alfa:${n}`),
      'also one at a time'
    )
    await bring(['a-b:1', 'a:1', 'ab:1', 'aa:1'].map(id => vacancyOf(id)))
    t.same(idsOf(await engine.search(query(any('source', ['a-b', 'a', 'ab', 'aa'])))), ['a-b:1', 'a:1', 'aa:1', 'ab:1'], 'over sources, too')
  })

  await t.test('ten thousand ties: pages of 100 visit each once, in order', async t => {
    const { engine, bring } = await open(t)
    const ids = Array.from({ length: 10_000 }, (_, i) => `${['alfa', 'beta', 'gamma'][i % 3]}:${i.toString(36)}`)
    await bring(shuffled(ids).map(id => vacancyOf(id, { published: 20_000, sector: '86' })))
    const pages = await pagesOf(engine, query(always, { size: 100, groups: [group('86', 12)] }))
    t.equal(pages.length, 100, 'a full last page has no next')
    t.equal(new Set(pages.flatMap(idsOf)).size, 10_000, 'each once')
    t.same(
      pages.flatMap(idsOf),
      ids.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    )
    t.same([...new Set(pages.map(p => p.total))], [10_000], 'the total is that of the whole list on every page')
    t.same([...new Set(pages.flatMap(p => p.hits.map(h => h.points)))], [12])
    const uneven = await pagesOf(engine, query(range('published', { gte: 20_000 }), { size: 3_001 }))
    t.same(
      uneven.map(p => p.hits.length),
      [3_001, 3_001, 3_001, 997]
    )
  })

  await t.test('pages over mixed points and days equal one long page', async t => {
    const { engine, bring } = await open(t)
    const all = Array.from({ length: 260 }, (_, i) =>
      vacancyOf(`${i % 2 === 0 ? 'alfa' : 'beta'}:${i}`, {
        sector: ['10', '20', '30', null][(i * 7) % 4] as string | null,
        published: 20_000 + (i % 5),
        closes: i % 3 === 0 ? 21_000 : null
      })
    )
    await bring(shuffled(all))
    const groups = [group('10', 3), group('20', 2), [{ key: 'closes', points: 1, when: known('closes') }]]
    const expected = oracle(all, always, groups)
    for (const size of [1, 7, 26, 130, 260, 261]) {
      const pages = await pagesOf(engine, query(always, { groups, size }))
      t.same(pages.flatMap(rowsOf), expected, `pages of ${size}`)
      t.equal(pages.length, Math.ceil(260 / size), `${size} a page: no empty last page`)
    }
  })

  await t.test('a cursor of an older generation continues by its key and reports the new one', async t => {
    const { engine, give } = await open(t)
    const row = (id: string, published: number): Vacancy => vacancyOf(`alfa:${id}`, { published })
    const old = [row('a', 100), row('b', 100), row('c', 90), row('d', 80), row('e', 70), row('f', 60)]
    await give('alfa', old)
    const first = await engine.search(query(always, { size: 3 }))
    t.same(idsOf(first), ['alfa:a', 'alfa:b', 'alfa:c'])
    t.same(first.next, { generation: first.generation, last: [0, 90, 'alfa:c'] })
    // The last row itself goes, one comes before it, two after it, and one moves from the rest to the seen part.
    await give('alfa', [row('a', 100), row('b', 100), row('bb', 95), row('cc', 90), row('d', 80), row('de', 75), row('e', 70), row('f', 99)])
    const second = await engine.search(query(always, { size: 3, ...(first.next === undefined ? {} : { after: first.next }) }))
    t.same(idsOf(second), ['alfa:cc', 'alfa:d', 'alfa:de'])
    t.ok(second.generation > first.generation, 'the page says that it is of another generation')
    t.equal(second.next?.generation, second.generation)
    t.equal(second.total, 8)
    const third = await engine.search(query(always, { size: 3, ...(second.next === undefined ? {} : { after: second.next }) }))
    t.same([idsOf(third), third.next], [['alfa:e'], undefined])
    const beyond = await engine.search(query(always, { after: { generation: second.generation, last: [0, 0, 'zz:z'] } }))
    t.same([beyond.hits, beyond.total, beyond.next], [[], 8, undefined], 'behind the end: nothing, and the total stays')
  })
}
