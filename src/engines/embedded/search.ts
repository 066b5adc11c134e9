import type { SetField } from '../../match/fields.ts'
import type { Group } from '../../match/criterion.ts'
import type { Predicate } from '../../match/predicate.ts'
import { BLOCK, countBits, eachBit, fillRange, popcount, WORDS } from './bits.ts'
import { Compiler } from './compile.ts'
import { compileScoring, type Scoring } from './score.ts'
import { type IntColumn, type KeyColumn, type Segment } from './segment.ts'
import { Top } from './top.ts'

/** Blocks between two looks at an abort signal. */
const BREATH = 64

/** Thrown when the caller's signal ends a search: the work stops, not only the promise. */
export class Aborted extends Error {
  constructor() {
    super('aborted')
    this.name = 'AbortError'
  }
}

/** Calls `each` per block with the live rows of `where`; empty blocks are skipped. */
async function eachBlock(
  segment: Segment,
  where: Predicate,
  compiler: Compiler,
  signal: AbortSignal | undefined,
  each: (block: number, rows: Uint32Array) => void
): Promise<void> {
  const mask = compiler.mask(where)
  const rows = new Uint32Array(WORDS)
  for (let block = 0; block < segment.blocks; block++) {
    if (signal !== undefined && block % BREATH === 0) {
      if (block > 0) await new Promise(setImmediate)
      if (signal.aborted) throw new Aborted()
    }
    const m = mask(block)
    let alive = 0
    for (let w = 0; w < WORDS; w++) alive |= rows[w] = (m[w] as number) & (segment.live[block * WORDS + w] as number)
    if (alive !== 0) each(block, rows)
  }
}

/** Adds one segment's best rows to `top`; gives how many rows `where` holds in all. */
export async function searchSegment(segment: Segment, where: Predicate, groups: readonly Group[], top: Top, signal?: AbortSignal): Promise<number> {
  const compiler = new Compiler(segment)
  // Made for the first block that has a row: many questions find nothing among few vacancies.
  let scoring: Scoring | undefined
  const published = (segment.columns.published as IntColumn).column
  const { ids } = segment.columns.vacancy_id as KeyColumn
  const points = new Int32Array(BLOCK)
  const offsets = new Uint16Array(BLOCK)
  let total = 0
  await eachBlock(segment, where, compiler, signal, (block, words) => {
    const { cheap, costly } = (scoring ??= compileScoring(groups, segment, compiler))
    const first = block * BLOCK
    let size = 0
    eachBit(words, 0, offset => {
      offsets[size++] = offset
      points[offset] = 0
    })
    total += size
    for (const score of cheap) score({ block, words, offsets, size }, points)
    for (let i = 0; i < size; i++) {
      const row = first + (offsets[i] as number)
      let sum = points[offsets[i] as number] as number
      if (costly !== undefined) {
        if (sum + costly.max < top.floor) continue
        sum += costly.points(row)
      }
      const day = published[row] as number
      if (top.mayEnter(sum, day)) top.offer({ points: sum, published: day, id: ids[row] as string })
    }
  })
  return total
}

export interface SegmentCounts {
  total: number
  readonly buckets: Record<string, number>
  readonly facets: Record<string, Record<string, number>>
}

function countFacet(segment: Segment, field: SetField, block: number, rows: Uint32Array, into: Record<string, number>): void {
  const column = segment.columns[field]
  const add = (code: string, n: number): void => {
    if (n > 0) into[code] = (Object.hasOwn(into, code) ? (into[code] as number) : 0) + n
  }
  if (column.kind === 'code') {
    const counts = new Int32Array(column.names.length)
    eachBit(rows, block * WORDS * 32, row => {
      const c = column.column[row] as number
      counts[c] = (counts[c] as number) + 1
    })
    column.names.forEach((name, code) => {
      if (code > 0) add(name, counts[code] as number)
    })
  } else if (column.kind === 'tokens') {
    for (const [token, posting] of column.postings) {
      let n = 0
      if ('plane' in posting) {
        for (let w = 0; w < WORDS; w++) n += popcount((rows[w] as number) & (posting.plane[block * WORDS + w] as number))
      } else {
        const first = block * WORDS * 32
        for (const row of posting.rows) {
          if (row >= first && row < first + WORDS * 32 && ((rows[(row - first) >>> 5] as number) & (1 << (row & 31))) !== 0) n++
        }
      }
      add(token, n)
    }
  } else if (column.kind === 'place') {
    for (const [place, at] of column.places) {
      const one = new Uint32Array(WORDS)
      fillRange(one, block * BLOCK, column.starts[at] as number, column.starts[at + 1] as number)
      let n = 0
      for (let w = 0; w < WORDS; w++) n += popcount((rows[w] as number) & (one[w] as number))
      add(place, n)
    }
  } else {
    throw new Error(`${field} cannot be a facet`)
  }
}

/** Adds one segment's exact counts: rows of `where`, rows of each bucket within it, and facets. */
export async function countSegment(
  segment: Segment,
  where: Predicate,
  buckets: Readonly<Record<string, Predicate>>,
  facets: readonly SetField[],
  into: SegmentCounts,
  signal?: AbortSignal
): Promise<void> {
  const compiler = new Compiler(segment)
  const masks = Object.entries(buckets).map(([name, p]) => ({ name, mask: compiler.mask(p) }))
  await eachBlock(segment, where, compiler, signal, (block, rows) => {
    into.total += countBits(rows)
    for (const { name, mask } of masks) {
      const m = mask(block)
      let n = 0
      for (let w = 0; w < WORDS; w++) n += popcount((rows[w] as number) & (m[w] as number))
      into.buckets[name] = (into.buckets[name] ?? 0) + n
    }
    for (const field of facets) countFacet(segment, field, block, rows, (into.facets[field] ??= {}))
  })
}
