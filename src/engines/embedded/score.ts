import type { Group } from '../../match/criterion.ts'
import { BLOCK, WORDS } from './bits.ts'
import type { Compiler } from './compile.ts'
import type { Mask } from './masks.ts'
import type { CodeColumn, IntColumn, Segment, ShareColumn } from './segment.ts'
import { ABSENT } from './segment.ts'

/** The live rows of one block: as words, and as a list of offsets within the block. */
export interface BlockRows {
  readonly block: number
  readonly words: Uint32Array
  readonly offsets: Uint16Array
  readonly size: number
}

/**
 * Adds the points of some groups to every row of a block at once: one short loop per group, not one call per row and group.
 * `points` is indexed by the offset of a row within its block.
 */
export type Scorer = (rows: BlockRows, points: Int32Array) => void

/** A scorer that is asked row by row, only for rows that can still matter; `max` bounds what it can add (`engines.md` 4.2). */
export interface CostlyScorer {
  readonly max: number
  points(row: number): number
}

const best = (group: Group): number => Math.max(0, ...group.map(g => g.points))
const onField = (group: Group): string | undefined => {
  const fields = new Set(group.map(g => (g.when.op === 'any' || g.when.op === 'range' ? g.when.field : '')))
  return fields.size === 1 ? [...fields][0] : undefined
}

/** (1) Grades on one code field: one table read per row. */
function tableScorer(group: Group, column: CodeColumn): Scorer {
  const table = new Int32Array(column.names.length)
  for (const grade of group.toReversed()) {
    if (grade.when.op !== 'any') continue
    for (const value of grade.when.of) {
      const code = column.codes.get(value)
      if (code !== undefined) table[code] = grade.points
    }
  }
  const { column: codes } = column
  return ({ block, offsets, size }, points) => {
    const first = block * BLOCK
    for (let i = 0; i < size; i++) {
      const offset = offsets[i] as number
      points[offset] = (points[offset] as number) + (table[codes[first + offset] as number] as number)
    }
  }
}

/** Numbers a table of points may span. Days of publication span some hundreds. */
const MOST_NUMBERS = 16_384

/** (1) Grades as ranges on one whole number: one table read per row. */
function rangeScorer(group: Group, { column: values, least, most }: IntColumn): Scorer | undefined {
  if (most - least >= MOST_NUMBERS) return undefined
  const table = new Int32Array(Math.max(0, most - least + 1))
  for (const { when, points } of group.toReversed()) {
    if (when.op !== 'range') continue
    const [from, to] = [Math.max(when.gte ?? least, least), Math.min(when.lte ?? most, most)]
    if (from <= to) table.fill(points, Math.ceil(from) - least, Math.floor(to) - least + 1)
  }
  return ({ block, offsets, size }, points) => {
    const first = block * BLOCK
    for (let i = 0; i < size; i++) {
      const offset = offsets[i] as number
      const value = values[first + offset] as number
      if (value !== ABSENT) points[offset] = (points[offset] as number) + (table[value - least] as number)
    }
  }
}

/** (2, 3) Everything else: a mask per grade, best first; a row that has earned leaves the rest. */
function maskScorer(group: Group, compiler: Compiler): Scorer {
  const masks: ReadonlyArray<{ mask: Mask; points: number }> = group.map(g => ({ mask: compiler.mask(g.when), points: g.points }))
  const left = new Uint32Array(WORDS)
  return ({ block, words }, points) => {
    left.set(words)
    for (const { mask, points: earned } of masks) {
      const m = mask(block)
      for (let w = 0; w < WORDS; w++) {
        let hit = (left[w] as number) & (m[w] as number)
        if (hit === 0) continue
        left[w] = (left[w] as number) & ~hit
        while (hit !== 0) {
          const offset = (w << 5) + 31 - Math.clz32(hit & -hit)
          points[offset] = (points[offset] as number) + earned
          hit &= hit - 1
        }
      }
    }
  }
}

/** All groups on a shares field at once: one walk over the forward list of a row. */
function shareScorer(groups: readonly Group[], column: ShareColumn): CostlyScorer {
  const width = 512
  const tables = groups.map(group => {
    const table = new Map<number, Int32Array>()
    for (const grade of group.toReversed()) {
      if (grade.when.op !== 'any') continue
      for (const token of grade.when.of) {
        const [name = '', share = '0'] = token.split('#')
        const code = column.codes.get(name)
        if (code === undefined) continue
        const points = table.get(code) ?? new Int32Array(width)
        points[Number(share)] = grade.points
        table.set(code, points)
      }
    }
    return table
  })
  return {
    max: groups.reduce((n, g) => n + best(g), 0),
    points(row) {
      let sum = 0
      for (const table of tables) {
        let most = 0
        for (let i = column.from[row] as number; i < (column.from[row + 1] as number); i++) {
          const p = table.get(column.code[i] as number)?.[column.share[i] as number] ?? 0
          if (p > most) most = p
        }
        sum += most
      }
      return sum
    }
  }
}

export interface Scoring {
  /** Cheap scorers first; the shares, which walk a list, last and only when they can still matter. */
  readonly cheap: readonly Scorer[]
  readonly costly: CostlyScorer | undefined
}

/** Compiles groups for one segment: the first form that fits (`engines.md` 3). */
export function compileScoring(groups: readonly Group[], segment: Segment, compiler: Compiler): Scoring {
  const shares: Group[] = []
  const cheap: Scorer[] = []
  for (const group of groups) {
    const field = onField(group)
    const column = field === undefined || field === '' ? undefined : segment.columns[field as keyof Segment['columns']]
    if (column?.kind === 'shares') shares.push(group)
    else if (column?.kind === 'code') cheap.push(tableScorer(group, column))
    else if (column?.kind === 'int') cheap.push(rangeScorer(group, column) ?? maskScorer(group, compiler))
    else cheap.push(maskScorer(group, compiler))
  }
  const column = segment.columns.comp
  return { cheap, costly: shares.length === 0 || column.kind !== 'shares' ? undefined : shareScorer(shares, column) }
}
