import type { Predicate } from '../../match/predicate.ts'
import { BLOCK, fillRange, setBit, WORDS } from './bits.ts'
import { ABSENT, type CodeColumn, type Column, type Posting, type Segment, type ShareColumn } from './segment.ts'

/** A compiled predicate: the 128 words of one block. The result may be shared; nobody writes into it. */
export type Mask = (block: number) => Uint32Array

const NONE = new Uint32Array(WORDS)
const ALL = new Uint32Array(WORDS).fill(0xffffffff)

/** Computed once per block, however many parents ask: conflicts occur in each verdict and each count. */
function once(fill: (block: number, out: Uint32Array) => void): Mask {
  const out = new Uint32Array(WORDS)
  let last = -1
  return block => {
    if (block !== last) {
      out.fill(0)
      fill(block, out)
      last = block
    }
    return out
  }
}

function codeMask(c: CodeColumn, of: readonly string[]): Mask {
  const table = new Uint8Array(c.names.length)
  let hits = 0
  for (const value of of) {
    const code = c.codes.get(value)
    if (code !== undefined) {
      table[code] = 1
      hits++
    }
  }
  if (hits === 0) return () => NONE
  return once((block, out) => tableFill(c.column, table, block, out))
}

function tableFill(column: Uint16Array, table: Uint8Array, block: number, out: Uint32Array): void {
  const first = block * BLOCK
  for (let w = 0; w < WORDS; w++) {
    let word = 0
    const base = first + (w << 5)
    for (let b = 0; b < 32; b++) word |= (table[column[base + b] as number] as number) << b
    out[w] = word
  }
}

/** First position in a sorted list at or after a row. */
function lowerBound(rows: Uint32Array, row: number): number {
  let [lo, hi] = [0, rows.length]
  while (lo < hi) {
    const mid = (lo + hi) >>> 1
    if ((rows[mid] as number) < row) lo = mid + 1
    else hi = mid
  }
  return lo
}

function fillRows(rows: Uint32Array, block: number, out: Uint32Array): void {
  const first = block * BLOCK
  for (let i = lowerBound(rows, first); i < rows.length && (rows[i] as number) < first + BLOCK; i++) setBit(out, (rows[i] as number) - first)
}

function postingsMask(postings: readonly Posting[]): Mask {
  const [only] = postings
  if (only === undefined) return () => NONE
  if (postings.length === 1 && 'plane' in only) return block => only.plane.subarray(block * WORDS, (block + 1) * WORDS)
  return once((block, out) => {
    for (const posting of postings) {
      if ('rows' in posting) fillRows(posting.rows, block, out)
      else for (let w = 0; w < WORDS; w++) out[w] = (out[w] as number) | (posting.plane[block * WORDS + w] as number)
    }
  })
}

const rangesMask = (ranges: ReadonlyArray<readonly [number, number]>): Mask =>
  ranges.length === 0
    ? () => NONE
    : once((block, out) => {
        const first = block * BLOCK
        for (const [from, to] of ranges) if (from < first + BLOCK && to > first) fillRange(out, first, from, to)
      })

/** Neighbouring ranges become one: a circle around a home is a few row ranges. */
function joined(ranges: ReadonlyArray<readonly [number, number]>): ReadonlyArray<readonly [number, number]> {
  const result: Array<[number, number]> = []
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1)
    if (last !== undefined && last[1] === from) last[1] = to
    else result.push([from, to])
  }
  return result
}

function sharesMask(c: ShareColumn, size: number, test: (code: number, share: number) => boolean): Mask {
  return once((block, out) => {
    const first = block * BLOCK
    for (let row = first; row < Math.min(first + BLOCK, size); row++) {
      for (let i = c.from[row] as number; i < (c.from[row + 1] as number); i++) {
        if (test(c.code[i] as number, c.share[i] as number)) {
          setBit(out, row - first)
          break
        }
      }
    }
  })
}

function anyMask(column: Column, of: readonly string[], size: number): Mask {
  switch (column.kind) {
    case 'code':
      return codeMask(column, of)
    case 'tokens':
      return postingsMask([...new Set(of)].flatMap(token => column.postings.get(token) ?? []))
    case 'place':
      return rangesMask(
        joined(
          [...new Set(of)].flatMap(place => {
            const r = column.ranges.get(place)
            return r === undefined ? [] : [r]
          })
        )
      )
    case 'key':
      return rangesMask(
        [...new Set(of)].flatMap(id => {
          const row = column.rows.get(id)
          return row === undefined ? [] : [[row, row + 1] as const]
        })
      )
    case 'shares': {
      const wanted = new Set(
        of.map(t => {
          const [name = '', share] = t.split('#')
          return `${column.codes.get(name) ?? -1}#${share}`
        })
      )
      return sharesMask(column, size, (code, share) => wanted.has(`${code}#${share}`))
    }
    case 'int':
      return () => NONE
  }
}

function knownMask(column: Column, size: number): Mask {
  switch (column.kind) {
    case 'code':
      return codeMask(column, column.names.slice(1))
    case 'tokens':
      return postingsMask([{ plane: column.known }])
    case 'place':
      return rangesMask([column.known])
    case 'key':
      return rangesMask([[0, size]])
    case 'shares':
      return sharesMask(column, size, () => true)
    case 'int':
      return once((block, out) => intFill(column.column, block, out, v => v !== ABSENT))
  }
}

function intFill(column: Int32Array, block: number, out: Uint32Array, test: (value: number) => boolean): void {
  const first = block * BLOCK
  for (let i = 0; i < BLOCK; i++) if (test(column[first + i] as number)) setBit(out, i)
}

function countMask(n: number, parts: readonly Mask[]): Mask {
  if (n <= 0) return () => ALL
  if (n > parts.length) return () => NONE
  if (n === parts.length) {
    return once((block, out) => {
      out.fill(0xffffffff)
      for (const part of parts) {
        const m = part(block)
        let alive = 0
        for (let w = 0; w < WORDS; w++) alive |= out[w] = (out[w] as number) & (m[w] as number)
        if (alive === 0) return
      }
    })
  }
  // seen[k] = rows where at least k + 1 parts held so far.
  const seen = Array.from({ length: n }, () => new Uint32Array(WORDS))
  return once((block, out) => {
    for (const s of seen) s.fill(0)
    for (const part of parts) {
      const m = part(block)
      for (let w = 0; w < WORDS; w++) {
        const f = m[w] as number
        if (f === 0) continue
        for (let k = n - 1; k > 0; k--) {
          const s = seen[k] as Uint32Array
          s[w] = (s[w] as number) | (((seen[k - 1] as Uint32Array)[w] as number) & f)
        }
        const first = seen[0] as Uint32Array
        first[w] = (first[w] as number) | f
      }
    }
    out.set(seen[n - 1] as Uint32Array)
  })
}

/** Compiles predicates for one segment; the same predicate object gives the same mask. */
export class Compiler {
  readonly #segment: Segment
  readonly #known = new Map<Predicate, Mask>()

  constructor(segment: Segment) {
    this.#segment = segment
  }

  mask(p: Predicate): Mask {
    const known = this.#known.get(p)
    if (known !== undefined) return known
    const mask = this.#compile(p)
    this.#known.set(p, mask)
    return mask
  }

  #compile(p: Predicate): Mask {
    const { columns, size } = this.#segment
    switch (p.op) {
      case 'any':
        return p.of.length === 0 ? () => NONE : anyMask(columns[p.field], p.of, size)
      case 'known':
        return knownMask(columns[p.field], size)
      case 'range': {
        const column = columns[p.field]
        const { gte = -Infinity, lte = Infinity } = p
        return column.kind === 'int' ? once((block, out) => intFill(column.column, block, out, v => v !== ABSENT && v >= gte && v <= lte)) : () => NONE
      }
      case 'atLeast':
        return countMask(
          p.n,
          p.of.map(part => this.mask(part))
        )
      case 'not': {
        const inner = this.mask(p.of)
        return once((block, out) => {
          const m = inner(block)
          for (let w = 0; w < WORDS; w++) out[w] = ~(m[w] as number)
        })
      }
    }
  }
}
