import type { Group } from '../../../src/match/criterion.ts'
import { all, always, any, known, not, range, type Predicate } from '../../../src/match/predicate.ts'
import { vacancyOf } from '../../helpers/arbitraries.ts'
import { query, rowsOf, type Suite } from './subject.ts'

const group = (...grades: ReadonlyArray<readonly [number, Predicate]>): Group => grades.map(([points, when], i) => ({ key: `g${i}`, points, when }))

/** Sums of whole points: per group only the first grade that holds. */
export const scoreContract: Suite = async (t, open) => {
  await t.test('only the first grade that holds earns its points', async t => {
    const { engine, give } = await open(t)
    await give('alfa', [
      vacancyOf('alfa:1', {
        published: 30,
        sector: '86',
        hours: '24',
        occ: ['4:2221', '3:222', '2:22'],
        comp: ['24105#7', '24110#13'],
        place: 'zwolle',
        load: ['tillen_kg:1:past']
      }),
      vacancyOf('alfa:2', {
        published: 20,
        sector: '85',
        hours: '32',
        occ: ['4:2222', '3:222', '2:22'],
        comp: ['24105#20'],
        load: ['tillen_kg:1:verwacht'],
        closes: 90
      }),
      vacancyOf('alfa:3', { published: 10, sector: null, comp: [] })
    ])
    const cases: ReadonlyArray<readonly [string, Group, readonly number[]]> = [
      ['code', group([9, any('sector', ['86', '87'])], [4, any('sector', ['85', '86'])]), [9, 4, 0]],
      ['code, a code in two grades', group([9, any('sector', ['85'])], [4, any('sector', ['85', '86'])], [2, any('sector', ['86'])]), [4, 9, 0]],
      ['number', group([9, range('published', { gte: 25 })], [5, range('published', { gte: 15, lte: 25 })], [1, range('published', {})]), [9, 5, 1]],
      ['number, absent', group([3, range('closes', {})]), [0, 3, 0]],
      ['tokens: rings of an occupation', group([30, any('occ', ['4:2221'])], [20, any('occ', ['3:222'])], [10, any('occ', ['2:22'])]), [30, 20, 0]],
      ['place', group([7, any('place', ['zwolle', 'utrecht'])], [2, known('hours')]), [7, 2, 0]],
      ['key', group([3, any('vacancy_id', ['alfa:2', 'alfa:9'])], [1, any('vacancy_id', ['alfa:2', 'alfa:3'])]), [0, 3, 1]],
      ['load', group([6, any('load', ['tillen_kg:1:past'])], [4, any('load', ['tillen_kg:1:verwacht'])]), [6, 4, 0]],
      ['shares', group([20, any('comp', ['24105#20'])], [7, any('comp', ['24105#7'])]), [7, 20, 0]],
      ['shares, the share counts', group([5, any('comp', ['24105#13'])], [2, any('comp', ['24110#13', '24110#7'])]), [2, 0, 0]],
      ['mixed fields', group([8, all(any('sector', ['86']), any('hours', ['24']))], [3, any('hours', ['24', '32'])]), [8, 3, 0]],
      ['what is not known', group([4, not(known('sector'))], [2, not(any('sector', ['86']))]), [0, 2, 4]],
      ['always', group([1, always]), [1, 1, 1]],
      ['a code nobody has', group([5, any('sector', ['99'])], [2, any('comp', ['24199#1'])]), [0, 0, 0]],
      ['no grades', [], [0, 0, 0]]
    ]
    for (const [name, g, points] of cases) {
      const page = await engine.search(query(always, { groups: [g] }))
      t.same(
        rowsOf(page).toSorted((a, b) => (a[1] < b[1] ? -1 : 1)),
        points.map((p, i) => [p, `alfa:${i + 1}`]),
        name
      )
    }
    const together = await engine.search(query(always, { groups: cases.map(([, g]) => g) }))
    t.same(
      rowsOf(together).toSorted((a, b) => (a[1] < b[1] ? -1 : 1)),
      [0, 1, 2].map(i => [cases.reduce((n, [, , p]) => n + (p[i] as number), 0), `alfa:${i + 1}`]),
      'groups are summed'
    )
  })

  await t.test('two groups on one field both count', async t => {
    const { engine, give } = await open(t)
    await give('alfa', [vacancyOf('alfa:1', { sector: '86', comp: ['24105#7', '24110#13'] }), vacancyOf('alfa:2', { sector: '85', comp: ['24105#20'] })])
    const groups = [
      group([2, any('sector', ['86'])]),
      group([3, any('sector', ['85', '86'])]),
      group([7, any('comp', ['24105#7'])], [1, any('comp', ['24105#20'])]),
      group([13, any('comp', ['24110#13'])]),
      group([7, any('comp', ['24105#7'])], [1, any('comp', ['24105#20'])])
    ]
    t.same(
      rowsOf(await engine.search(query(always, { groups }))),
      [
        [32, 'alfa:1'],
        [5, 'alfa:2']
      ],
      'an equal group counts again'
    )
  })

  await t.test('whole points stay exact up to 2^24 - 1', async t => {
    const { engine, give } = await open(t)
    await give(
      'alfa',
      ['10', '20', '30', '40'].map((sector, i) => vacancyOf(`alfa:${i}`, { sector, published: i, richness: i, skill: [sector], comp: [`2410${i}#5`] }))
    )
    const forms: Readonly<Record<string, (code: number) => Predicate>> = {
      code: i => any('sector', [`${(i + 1) * 10}`]),
      number: i => range('richness', { gte: i, lte: i }),
      tokens: i => any('skill', [`${(i + 1) * 10}`]),
      shares: i => any('comp', [`2410${i}#5`])
    }
    for (const [form, when] of Object.entries(forms)) {
      for (const most of [255, 256, 32_767, 32_768, 65_535, 65_536, 1_000_003, 16_777_215]) {
        const page = await engine.search(query(always, { groups: [group([most, when(2)], [most - 1, when(0)], [most - 2, when(3)])] }))
        t.same(
          rowsOf(page),
          [
            [most, 'alfa:2'],
            [most - 1, 'alfa:0'],
            [most - 2, 'alfa:3'],
            [0, 'alfa:1']
          ],
          `${form}, ${most} points`
        )
      }
    }
    // 60 groups of every form that carry into each next power of two, and one point that decides.
    const carry = Array.from({ length: 60 }, (_, i) => group([2 ** (i % 15) + 1, Object.values(forms)[i % 4]?.(0) ?? always], [2 ** (i % 15), known('sector')]))
    const low = carry.reduce((n, g) => n + (g[1]?.points ?? 0), 0)
    t.same(rowsOf(await engine.search(query(always, { groups: carry }))), [
      [low + 60, 'alfa:0'],
      [low, 'alfa:3'],
      [low, 'alfa:2'],
      [low, 'alfa:1']
    ])
  })

  await t.test('points a page of few rows could skip are still counted', async t => {
    const { engine, give } = await open(t)
    // The first rows have many points of cheap groups; only the competences lift the last ones above them.
    await give(
      'alfa',
      Array.from({ length: 300 }, (_, i) =>
        vacancyOf(`alfa:${String(i).padStart(3, '0')}`, { richness: i < 150 ? 5 : 0, comp: i >= 297 ? ['24105#20'] : ['24110#20'] })
      )
    )
    const groups = [group([5, range('richness', { gte: 5 })]), group([20, any('comp', ['24105#20'])], [15, any('comp', ['24110#20'])])]
    const page = await engine.search(query(always, { groups, size: 4 }))
    t.same(rowsOf(page), [
      [20, 'alfa:000'],
      [20, 'alfa:001'],
      [20, 'alfa:002'],
      [20, 'alfa:003']
    ])
    const lifted = await engine.search(query(always, { groups: [groups[0] as Group, group([6, any('comp', ['24105#20'])])], size: 4 }))
    t.same(rowsOf(lifted), [
      [6, 'alfa:297'],
      [6, 'alfa:298'],
      [6, 'alfa:299'],
      [5, 'alfa:000']
    ])
    t.same([page.total, lifted.total], [300, 300])
  })
}
