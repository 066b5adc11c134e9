import type { Test } from 'tap'
import { hasBit } from './has-bit.ts'
import { BLOCK, clearBit, countBits, eachBit, fillRange, popcount, setBit, WORDS, words } from '../../../src/engines/embedded/bits.ts'
import { before, Top, type Ranked } from '../../../src/engines/embedded/top.ts'
import { dice } from './stage.ts'

const rowsIn = (block: Uint32Array, first = 0): readonly number[] => {
  const rows: number[] = []
  eachBit(block, first, row => {
    rows.push(row)
  })
  return rows
}
const naive = (word: number): number => (word >>> 0).toString(2).replaceAll('0', '').length

/** Operations on planes of bits, against the plainest way to do the same. */
export async function bitCases(t: Test): Promise<void> {
  await t.test('set, clear and read every row of a block', async t => {
    const block = words(WORDS)
    const wrong: number[] = []
    for (let row = 0; row < BLOCK; row++) {
      setBit(block, row)
      if (!hasBit(block, row) || countBits(block) !== 1 || rowsIn(block)[0] !== row) wrong.push(row)
      clearBit(block, row)
      if (hasBit(block, row) || countBits(block) !== 0) wrong.push(row)
    }
    t.same(wrong, [])
    setBit(block, 31)
    setBit(block, 31)
    t.equal(block[0], 0x80000000, 'the highest bit of a word, and twice is once')
    setBit(block, 0)
    clearBit(block, 31)
    t.same(rowsIn(block), [0], 'a neighbour stays')
  })

  await t.test('popcount of edges and of many words', async t => {
    for (const [word, n] of [
      [0, 0],
      [1, 1],
      [0x80000000, 1],
      [0xffffffff, 32],
      [0x7fffffff, 31],
      [0x55555555, 16],
      [0xaaaaaaaa, 16],
      [0x0f0f0f0f, 16],
      [-1, 32],
      [-2147483648, 1]
    ] as const)
      t.equal(popcount(word), n, String(word))
    const roll = dice(1)
    const wrong = Array.from({ length: 20_000 }, () => roll(2 ** 32)).filter(word => popcount(word) !== naive(word))
    t.same(wrong, [])
  })

  await t.test('eachBit visits every set row once, upwards, from its first row on', async t => {
    const roll = dice(2)
    for (const [share, first] of [
      [2, 0],
      [40, 4_096],
      [1_000, 8_192],
      [1, 12_288]
    ] as const) {
      const block = words(WORDS)
      const rows = Array.from({ length: BLOCK }, (_, i) => i).filter(() => roll(share) === 0)
      for (const row of rows) setBit(block, row)
      t.same(
        rowsIn(block, first),
        rows.map(r => r + first),
        `1 in ${share}`
      )
      t.equal(countBits(block), rows.length)
    }
    t.same(rowsIn(words(WORDS)), [])
  })

  await t.test('fillRange sets what of a range lies in a block, and keeps the rest', async t => {
    const edges = [0, 1, 30, 31, 32, 33, 63, 64, 95, 4_063, 4_064, 4_065, 4_094, 4_095]
    const wrong: unknown[] = []
    let tried = 0
    for (const first of [0, BLOCK]) {
      for (const from of [-40, ...edges, BLOCK, BLOCK + 7].map(e => e + first)) {
        for (const to of [-40, ...edges, BLOCK, BLOCK + 7].map(e => e + first)) {
          const block = words(WORDS)
          setBit(block, 50)
          fillRange(block, first, from, to)
          const expected = Array.from({ length: BLOCK }, (_, i) => i).filter(i => i === 50 || (i + first >= from && i + first < to))
          tried++
          if (JSON.stringify(rowsIn(block)) !== JSON.stringify(expected)) wrong.push([first, from, to])
        }
      }
    }
    t.same(wrong, [], `${tried} ranges`)
  })
}

/** The best rows after a cursor. */
export async function topCases(t: Test): Promise<void> {
  const roll = dice(3)
  const rows: readonly Ranked[] = Array.from({ length: 400 }, (_, i) => ({
    points: roll(4) * 100,
    published: roll(3),
    id: `alfa:${((i * 7919) % 400).toString(36)}`
  }))
  const sorted = rows.toSorted((a, b) => b.points - a.points || b.published - a.published || (a.id < b.id ? -1 : 1))

  await t.test('keeps the best, whatever order they come in', async t => {
    for (const size of [1, 2, 99, 100, 399, 400, 401]) {
      for (const [name, list] of [
        ['mixed', rows],
        ['best first', sorted],
        ['worst first', sorted.toReversed()]
      ] as const) {
        const top = new Top(size, undefined)
        for (const r of list) if (top.mayEnter(r.points, r.published)) top.offer(r)
        t.same(top.rows, sorted.slice(0, size), `${size}, ${name}`)
      }
    }
  })

  await t.test('continues behind any row, also one that is not there', async t => {
    for (const at of [0, 1, 37, 199, 398, 399]) {
      const after = sorted[at] as Ranked
      for (const cursor of [after, { ...after, id: `${after.id}!` }]) {
        const top = new Top(25, cursor)
        for (const r of rows) if (top.mayEnter(r.points, r.published)) top.offer(r)
        t.same(top.rows, sorted.slice(at + 1, at + 26), `behind row ${at}`)
      }
    }
    const top = new Top(5, { points: 10_000, published: 0, id: '' })
    for (const r of rows) if (top.mayEnter(r.points, r.published)) top.offer(r)
    t.same(top.rows, sorted.slice(0, 5), 'above all of them')
  })

  await t.test('mayEnter and floor let nothing go that belongs in', async t => {
    const top = new Top(3, undefined)
    t.equal(top.floor, -1, 'room left: nothing is too low')
    t.equal(top.mayEnter(0, -5), true)
    for (const id of ['b', 'c', 'd']) top.offer({ points: 5, published: 7, id })
    t.equal(top.floor, 5)
    t.same(
      [top.mayEnter(5, 7), top.mayEnter(5, 6), top.mayEnter(4, 99), top.mayEnter(5, 8), top.mayEnter(6, 0)],
      [true, false, false, true, true],
      'a tie may enter: the id decides'
    )
    top.offer({ points: 5, published: 7, id: 'e' })
    t.same(
      top.rows.map(r => r.id),
      ['b', 'c', 'd']
    )
    top.offer({ points: 5, published: 7, id: 'a' })
    t.same(
      top.rows.map(r => r.id),
      ['a', 'b', 'c']
    )
    const none = new Top(1, { points: 5, published: 7, id: 'b' })
    t.same([none.mayEnter(6, 0), none.mayEnter(5, 8), none.mayEnter(5, 7), none.mayEnter(4, 99)], [false, false, true, true], 'nothing of what was shown')
    t.equal(before({ points: 1, published: 1, id: 'B' }, { points: 1, published: 1, id: 'a' }), true, 'bytes')
  })
}
