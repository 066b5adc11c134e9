import type { Test } from 'tap'
import { hasBit } from './has-bit.ts'
import type { Vacancy } from '../../../src/domain/vacancy.ts'
import { BLOCK } from '../../../src/engines/embedded/bits.ts'
import { Compiler } from '../../../src/engines/embedded/compile.ts'
import type { KeyColumn } from '../../../src/engines/embedded/segment.ts'
import { all, any, atLeast, evaluate, known, not, range, some, type Predicate } from '../../../src/match/predicate.ts'
import { DOMAIN } from '../../helpers/arbitraries.ts'
import { oracle } from '../contract/subject.ts'
import { crowd, QUESTIONS } from './crowd.ts'
import { counted, dice, searched, segmentOf } from './stage.ts'

/** Compiled questions. */
export async function compileCases(t: Test): Promise<void> {
  await t.test('atLeast of every n: a counter of bits against plain counting', async t => {
    const vacancies = crowd(500)
    const segment = segmentOf(vacancies)
    const roll = dice(4)
    const wrong: unknown[] = []
    for (let round = 0; round < 60; round++) {
      const parts = Array.from({ length: 1 + roll(12) }, () => QUESTIONS[roll(QUESTIONS.length)] as Predicate)
      for (let n = 0; n <= parts.length + 1; n++) {
        const mask = new Compiler(segment).mask(atLeast(n, parts))(0)
        const { ids } = segment.columns.vacancy_id as KeyColumn
        const got = ids.filter((_, row) => hasBit(mask, row)).toSorted()
        const expected = vacancies
          .filter(v => parts.filter(p => evaluate(p, v.prepared)).length >= n)
          .map(v => v.id)
          .toSorted()
        if (got.join() !== expected.join()) wrong.push({ n, parts })
      }
    }
    t.same(wrong, [])
  })

  await t.test('one predicate object in where, buckets and grades: nobody writes into the shared mask', async t => {
    const vacancies = crowd(2 * BLOCK + 5)
    const segment = segmentOf(vacancies)
    const parts = [
      any('skill', DOMAIN.skill.slice(0, 4)),
      known('sector'),
      any('place', DOMAIN.place.slice(0, 9)),
      range('closes', {}),
      any('comp', DOMAIN.comp.slice(0, 30))
    ]
    const shared = Object.fromEntries(
      parts.flatMap((p, i) => [
        [`p${i}`, p],
        [`not${i}`, not(p)],
        [`two${i}`, atLeast(2, [p, ...parts])],
        [`all${i}`, all(p, not(p), p)]
      ])
    )
    for (const where of [...parts, not(parts[0] as Predicate), some(...parts)]) {
      const counts = await counted([segment], where, shared)
      t.same(counts.buckets, Object.fromEntries(Object.entries(shared).map(([name, p]) => [name, oracle(vacancies, all(where, p)).length])))
      const graded = [parts.map((when, i) => ({ key: `g${i}`, points: 50 - i, when })), [{ key: 'where', points: 3, when: where }]]
      t.same((await searched([segment], { where, groups: graded, size: 25 })).rows, oracle(vacancies, where, graded).slice(0, 25))
    }
  })

  await t.test('grades on numbers that lie too far apart for a table', async t => {
    const [odd, ...others] = crowd(300) as [Vacancy, ...Vacancy[]]
    const far = odd.prepared.published + 40_000
    const vacancies = [...others, { ...odd, prepared: { ...odd.prepared, published: far } }]
    const groups = [
      [
        { key: 'far', points: 9, when: range('published', { gte: far - 1 }) },
        { key: 'any', points: 4, when: range('published', {}) }
      ]
    ]
    t.same((await searched([segmentOf(vacancies)], { where: all(), groups, size: 25 })).rows, oracle(vacancies, all(), groups).slice(0, 25))
  })

  await t.test('a mask may be asked for blocks in any order', async t => {
    const segment = segmentOf(crowd(3 * BLOCK))
    for (const where of QUESTIONS) {
      const wanted = [0, 1, 2].map(block => new Compiler(segment).mask(where)(block).slice())
      const mask = new Compiler(segment).mask(where)
      for (const block of [2, 0, 0, 1, 2, 1]) t.same(mask(block).slice(), wanted[block])
    }
  })
}
