import type { Test } from 'tap'
import { scoringOf } from '../../../src/engines/elasticsearch/groups.ts'
import type { Group } from '../../../src/match/criterion.ts'
import { all, any, known, range, some, type Predicate } from '../../../src/match/predicate.ts'

const group = (...grades: ReadonlyArray<readonly [number, Predicate]>): Group => grades.map(([points, when], i) => ({ key: `g${i}`, points, when }))
const shape = (g: Group): unknown => {
  const s = scoringOf(g)
  return 'flat' in s ? { flat: s.flat.map(one => [one.points, one.filter]) } : { best: s.best.map(one => [one.points, one.filter]) }
}

/** The five rules, first that fits (`engines.md` 3). */
export async function groupCases(t: Test): Promise<void> {
  await t.test('(1) one grade', async t => {
    t.strictSame(shape(group([7, known('sector')])), { flat: [[7, { exists: { field: 'sector' } }]] })
    t.strictSame(shape([]), { flat: [] }, 'no grades, no clause')
  })
  await t.test('(2) codes of one single-valued field: better ones are taken out', async t => {
    t.strictSame(shape(group([9, any('place', ['a'])], [4, any('place', ['a', 'b'])], [2, any('place', ['b', 'a'])])), {
      flat: [
        [9, { term: { place: 'a' } }],
        [4, { term: { place: 'b' } }]
      ]
    })
  })
  await t.test('(3) intervals of one number: better ones are taken out', async t => {
    t.strictSame(shape(group([6, range('published', { gte: 20 })], [4, range('published', { gte: 10 })], [1, range('published', { gte: 5, lte: 30 })])), {
      flat: [
        [6, { range: { published: { gte: 20 } } }],
        [4, { range: { published: { gte: 10, lte: 19 } } }],
        [1, { range: { published: { gte: 5, lte: 9 } } }]
      ]
    })
    t.strictSame(
      shape(group([5, range('richness', { gte: 4, lte: 6 })], [1, range('richness', {})])),
      {
        flat: [
          [5, { range: { richness: { gte: 4, lte: 6 } } }],
          [1, { range: { richness: { lte: 3 } } }],
          [1, { range: { richness: { gte: 7 } } }]
        ]
      },
      'a hole leaves two sides'
    )
  })
  await t.test('(4) codes of one set: each adds what it has more than the next', async t => {
    t.strictSame(shape(group([6, any('load', ['til:1:past'])], [4, any('load', ['til:1:verwacht'])])), {
      flat: [
        [2, { term: { load: 'til:1:past' } }],
        [4, { terms: { load: ['til:1:past', 'til:1:verwacht'] } }]
      ]
    })
    t.strictSame(
      shape(group([20, any('comp', ['24105#20'])], [7, any('comp', ['24105#7'])])),
      {
        flat: [
          [20, { term: { comp: '24105#20' } }],
          [7, { term: { comp: '24105#7' } }]
        ]
      },
      'a vacancy has one share of a competence'
    )
  })
  await t.test('grades that each need another code of one field are flat', async t => {
    const [low, high] = [any('edu', ['4-4']), all(any('edu_rule', ['niveau']), any('edu', ['6-6']))]
    t.match(shape(group([20, low], [7, high])), { flat: [[20], [7]] })
    t.match(shape(group([20, any('edu', ['4-4', '6-6'])], [7, high])), { best: [[20], [7]] }, 'one code in both: they can hold together')
  })
  await t.test('(5) the rest: the highest counts; alternatives stand apart', async t => {
    t.strictSame(shape(group([20, some(any('remote', ['full']), any('place', ['a']))], [16, any('place', ['b'])])), {
      best: [
        [20, { term: { remote: 'full' } }],
        [20, { term: { place: 'a' } }],
        [16, { term: { place: 'b' } }]
      ]
    })
  })
}
