/** Rows are handled in blocks of 4,096: 128 words of 32 bits (`engines.md` 4). */
export const BLOCK = 4_096
export const WORDS = BLOCK / 32

/** Shared memory from the start: a segment can be handed to a worker thread without copying. */
export const words = (count: number): Uint32Array => new Uint32Array(new SharedArrayBuffer(count * 4))
export const ints = (count: number): Int32Array => new Int32Array(new SharedArrayBuffer(count * 4))
export const shorts = (count: number): Uint16Array => new Uint16Array(new SharedArrayBuffer(count * 2))
export const bytes = (count: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(count))

export const setBit = (plane: Uint32Array, row: number): void => {
  plane[row >>> 5] = (plane[row >>> 5] as number) | (1 << (row & 31))
}
export const clearBit = (plane: Uint32Array, row: number): void => {
  plane[row >>> 5] = (plane[row >>> 5] as number) & ~(1 << (row & 31))
}

/** Number of set bits in a word. */
export function popcount(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555)
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333)
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

export function countBits(block: Uint32Array): number {
  let n = 0
  for (let w = 0; w < WORDS; w++) n += popcount(block[w] as number)
  return n
}

/** Calls `each` with the row number of every set bit of a block. */
export function eachBit(block: Uint32Array, firstRow: number, each: (row: number) => void): void {
  for (let w = 0; w < WORDS; w++) {
    let word = block[w] as number
    while (word !== 0) {
      const bit = word & -word
      each(firstRow + (w << 5) + (31 - Math.clz32(bit)))
      word ^= bit
    }
  }
}

/** Sets the bits of rows [from, to) that fall in the block starting at `firstRow`. */
export function fillRange(block: Uint32Array, firstRow: number, from: number, to: number): void {
  const start = Math.max(from - firstRow, 0)
  const end = Math.min(to - firstRow, BLOCK)
  for (let i = start; i < end;) {
    if ((i & 31) === 0 && i + 32 <= end) {
      block[i >>> 5] = 0xffffffff
      i += 32
    } else {
      block[i >>> 5] = (block[i >>> 5] as number) | (1 << (i & 31))
      i++
    }
  }
}

/** First position in a sorted list at or after a row. */
export function lowerBound(rows: Uint32Array, row: number): number {
  let [lo, hi] = [0, rows.length]
  while (lo < hi) {
    const mid = (lo + hi) >>> 1
    if ((rows[mid] as number) < row) lo = mid + 1
    else hi = mid
  }
  return lo
}
