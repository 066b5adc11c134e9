import type { Test } from 'tap'
import { BLOCK } from '../../../src/engines/embedded/bits.ts'
import type { KeyColumn, TokenColumn } from '../../../src/engines/embedded/segment.ts'
import { always, any, evaluate, known, not } from '../../../src/match/predicate.ts'
import { vacancyOf } from '../../helpers/arbitraries.ts'
import { oracle } from '../contract/subject.ts'
import { crowd, GRADES, QUESTIONS } from './crowd.ts'
import { counted, searched, segmentOf } from './stage.ts'

/** Rows, blocks and columns. */
export async function segmentCases(t: Test): Promise<void> {
  await t.test('sizes around words and blocks: no row is lost, and no padding is found', async t => {
    for (const n of [1, 31, 32, 33, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 2 * BLOCK + 1]) {
      const vacancies = crowd(n)
      const segment = segmentOf(vacancies)
      t.same([segment.size, segment.blocks], [n, Math.ceil(n / BLOCK)])
      const wrong: unknown[] = []
      for (const where of QUESTIONS) {
        const expected = oracle(vacancies, where, GRADES)
        const { rows, total } = await searched([segment], { where, groups: GRADES, size: 40 })
        const counts = await counted([segment], where, { sector: known('sector'), rest: not(known('sector')) })
        const sector = vacancies.filter(v => evaluate(where, v.prepared) && v.prepared.sector !== null).length
        const got = [rows, total, counts.total, counts.buckets['sector'] ?? 0, counts.buckets['rest'] ?? 0]
        if (JSON.stringify(got) !== JSON.stringify([expected.slice(0, 40), expected.length, expected.length, sector, expected.length - sector]))
          wrong.push({ where, got })
      }
      t.same(wrong, [], `${n} rows, ${QUESTIONS.length} questions`)
    }
  })

  await t.test('ties over a block border are ordered by id, page by page', async t => {
    const vacancies = Array.from({ length: BLOCK + 200 }, (_, i) =>
      vacancyOf(`alfa:${String((i * 7919) % 10_007).padStart(5, '0')}`, { published: 20_000, place: i < 300 ? 'utrecht' : null })
    )
    const segment = segmentOf(vacancies)
    const ids = vacancies.map(v => v.id).toSorted()
    let after: readonly [number, number, string] | undefined
    const seen: string[] = []
    do {
      const { rows } = await searched([segment], { where: always, groups: [], size: 512 }, after)
      seen.push(...rows.map(([, id]) => id))
      after = rows.length === 0 ? undefined : [0, 20_000, rows.at(-1)?.[1] as string]
    } while (after !== undefined)
    t.same(seen, ids)
  })

  await t.test('a token is a plane above one row in 32, a list below, and both are read alike', async t => {
    const n = 2 * BLOCK + 64
    const vacancies = Array.from({ length: n }, (_, i) =>
      vacancyOf(`alfa:${String(i).padStart(5, '0')}`, {
        skill: [
          ...(i % 32 === 0 ? ['border'] : []),
          ...(i % 31 === 0 ? ['above'] : []),
          ...(i % 33 === 0 ? ['below'] : []),
          ...(i === n - 1 ? ['last'] : []),
          ...(i === 0 ? ['first'] : []),
          'every'
        ]
      })
    )
    const segment = segmentOf(vacancies)
    const { postings } = segment.columns.skill as TokenColumn
    t.same(
      [...postings].map(([token, p]) => [token, 'plane' in p]).toSorted((a, b) => ((a[0] as string) < (b[0] as string) ? -1 : 1)),
      [
        ['above', true],
        ['below', false],
        ['border', false],
        ['every', true],
        ['first', false],
        ['last', false]
      ]
    )
    for (const tokens of [
      ['border'],
      ['above'],
      ['below'],
      ['first'],
      ['last'],
      ['every'],
      ['above', 'below'],
      ['first', 'last', 'border'],
      ['every', 'first'],
      ['geen', 'last']
    ]) {
      const where = any('skill', tokens)
      const expected = oracle(vacancies, where)
      t.same(await searched([segment], { where, groups: [], size: 50 }), { rows: expected.slice(0, 50), total: expected.length }, tokens.join())
      t.equal((await counted([segment], not(where))).total, n - expected.length, `not ${tokens.join()}`)
    }
    t.same((await counted([segment], known('skill'), {}, ['skill'])).facets, {
      skill: Object.fromEntries(['first', 'last', 'border', 'above', 'below', 'every'].map(s => [s, oracle(vacancies, any('skill', [s])).length]))
    })
  })

  await t.test('codes that are also names of object members are counted as codes', async t => {
    const names = ['constructor', 'toString', 'valueOf', 'hasOwnProperty']
    const segment = segmentOf(
      names.flatMap((name, i) => [
        vacancyOf(`alfa:${i}`, { skill: [name], sector: name }),
        vacancyOf(`alfa:${i}b`, { skill: [name], sector: name, place: name })
      ])
    )
    const { facets } = await counted([segment], always, {}, ['skill', 'sector', 'place'])
    for (const [field, n] of [
      ['skill', 2],
      ['sector', 2],
      ['place', 1]
    ] as const) {
      t.same(
        Object.entries(facets[field] ?? {}).toSorted((a, b) => (a[0] < b[0] ? -1 : 1)),
        names.toSorted().map(name => [name, n]),
        field
      )
    }
    t.equal((await counted([segment], any('skill', ['constructor', 'hasOwn']))).total, 2)
  })

  await t.test('a removed row is found and counted nowhere', async t => {
    const vacancies = crowd(BLOCK + 10)
    const segment = segmentOf(vacancies)
    const { ids } = segment.columns.vacancy_id as KeyColumn
    const gone = new Set([0, 1, 31, 32, BLOCK - 1, BLOCK, BLOCK + 9].map(row => ids[row] as string))
    const live = segment.live.map((word, w) =>
      Array.from({ length: 32 }, (_, b) => b).reduce((bits, b) => (gone.has(ids[w * 32 + b] ?? '') ? bits & ~(1 << b) : bits), word)
    )
    const left = vacancies.filter(v => !gone.has(v.id))
    for (const where of QUESTIONS) {
      const expected = oracle(left, where, GRADES)
      const { rows, total } = await searched([{ ...segment, live }], { where, groups: GRADES, size: 30 })
      t.same([rows, total], [expected.slice(0, 30), expected.length])
    }
  })
}
