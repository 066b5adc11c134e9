import { BLOCK, fillRange, lowerBound, setBit, WORDS } from './bits.ts'
import { rangePlane } from './ranges.ts'
import { type CodeColumn, type Column, type IntColumn, type PlaceColumn, type Posting, type ShareColumn } from './segment.ts'

/** A compiled predicate: the 128 words of one block. The result may be shared; nobody writes into it. */
export type Mask = (block: number) => Uint32Array

const NONE = new Uint32Array(WORDS)
const ALL = new Uint32Array(WORDS).fill(0xffffffff)
export const noRow: Mask = () => NONE
export const everyRow: Mask = () => ALL

/**
 * Computed once per block, however many parents ask: conflicts occur in each verdict and each count. `fill` finds the words
 * of another block and must write or clear every one.
 */
export function once(fill: (block: number, out: Uint32Array) => void): Mask {
  const out = new Uint32Array(WORDS)
  let last = -1
  return block => {
    if (block !== last) {
      fill(block, out)
      last = block
    }
    return out
  }
}

/** The words of one plane, or all of several together. */
function planesMask(planes: readonly Uint32Array[], opposite = false): Mask {
  const [only] = planes
  if (only === undefined) return opposite ? everyRow : noRow
  if (planes.length === 1 && !opposite) return block => only.subarray(block * WORDS, (block + 1) * WORDS)
  const flip = opposite ? 0xffffffff : 0
  return once((block, out) => {
    const first = block * WORDS
    for (let w = 0; w < WORDS; w++) out[w] = (only[first + w] as number) ^ flip
    for (let i = 1; i < planes.length; i++) {
      const plane = planes[i] as Uint32Array
      if (opposite) for (let w = 0; w < WORDS; w++) out[w] = (out[w] as number) & ~(plane[first + w] as number)
      else for (let w = 0; w < WORDS; w++) out[w] = (out[w] as number) | (plane[first + w] as number)
    }
  })
}

function codeMask(c: CodeColumn, of: readonly string[]): Mask {
  const table = new Uint8Array(c.names.length)
  let hits = 0
  for (const value of of) {
    const code = c.codes.get(value)
    if (code === undefined || table[code] === 1) continue
    table[code] = 1
    hits++
  }
  if (hits === 0) return noRow
  const { column, planes } = c
  // Planes beat the table by far; of many codes, those that are not asked are the fewer (the absent value is one of them).
  if (planes !== undefined) {
    const many = hits > c.names.length / 2
    return planesMask(
      planes.filter((_, code) => (table[code] === 1) !== many),
      many
    )
  }
  return once((block, out) => {
    const first = block * BLOCK
    for (let w = 0; w < WORDS; w++) {
      let word = 0
      const base = first + (w << 5)
      for (let b = 0; b < 32; b++) word |= (table[column[base + b] as number] as number) << b
      out[w] = word
    }
  })
}

function postingsMask(postings: readonly Posting[]): Mask {
  const planes = postings.flatMap(p => ('plane' in p ? [p.plane] : []))
  const lists = postings.flatMap(p => ('rows' in p ? [p.rows] : []))
  const dense = planesMask(planes)
  if (lists.length === 0) return dense
  return once((block, out) => {
    out.set(dense(block))
    const first = block * BLOCK
    for (const rows of lists)
      for (let i = lowerBound(rows, first); i < rows.length && (rows[i] as number) < first + BLOCK; i++) setBit(out, (rows[i] as number) - first)
  })
}

const rangesMask = (ranges: ReadonlyArray<readonly [number, number]>): Mask =>
  ranges.length === 0
    ? noRow
    : once((block, out) => {
        out.fill(0)
        const first = block * BLOCK
        for (const [from, to] of ranges) if (from < first + BLOCK && to > first) fillRange(out, first, from, to)
      })

/** Places lie in the order of their rows, so neighbours become one range: a circle around a home is a few. */
function placesMask(c: PlaceColumn, of: readonly string[]): Mask {
  const asked = new Uint8Array(c.starts.length)
  for (const place of of) {
    const at = c.places.get(place)
    if (at !== undefined) asked[at] = 1
  }
  const ranges: Array<[number, number]> = []
  for (let at = 0; at < asked.length - 1; at++) {
    if (asked[at] !== 1) continue
    const last = ranges.at(-1)
    const [from, to] = [c.starts[at] as number, c.starts[at + 1] as number]
    if (last?.[1] === from) last[1] = to
    else ranges.push([from, to])
  }
  return rangesMask(ranges)
}

function sharesMask(c: ShareColumn, size: number, test: (code: number, share: number) => boolean): Mask {
  return once((block, out) => {
    out.fill(0)
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

/** Rows that have one of these codes, each asked once or more. */
export function anyMask(column: Column, of: readonly string[], size: number): Mask {
  switch (column.kind) {
    case 'code':
      return codeMask(column, of)
    case 'tokens':
      return postingsMask([...new Set(of)].flatMap(token => column.postings.get(token) ?? []))
    case 'place':
      return placesMask(column, of)
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
      return noRow
  }
}

/** Rows whose whole number lies between; an absent one never does. */
export function rangeMask(column: IntColumn, gte?: number, lte?: number): Mask {
  const plane = rangePlane(column, gte, lte)
  return plane === undefined ? noRow : planesMask([plane])
}

/** Rows that have a value at all. */
export function knownMask(column: Column, size: number): Mask {
  switch (column.kind) {
    case 'code':
      return codeMask(column, column.names.slice(1))
    case 'tokens':
      return planesMask([column.known])
    case 'place':
      return rangesMask([[0, column.starts.at(-1) as number]])
    case 'key':
      return rangesMask([[0, size]])
    case 'shares':
      return sharesMask(column, size, () => true)
    case 'int':
      return rangeMask(column)
  }
}
