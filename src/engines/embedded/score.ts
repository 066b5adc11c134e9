import type { Group } from '../../match/criterion.ts'
import { hasBit, BLOCK } from './bits.ts'
import type { Compiler, Mask } from './compile.ts'
import type { CodeColumn, IntColumn, Segment, ShareColumn } from './segment.ts'
import { ABSENT } from './segment.ts'

/** Points of one row from some groups; `max` bounds what it can add (exact skip, `engines.md` 4.2). */
interface Scorer {
  readonly max: number
  /** Called once per block before rows of it are scored. */
  prepare (block: number): void
  points (row: number): number
}

const best = (group: Group): number => Math.max(0, ...group.map(g => g.points))
const onField = (group: Group): string | undefined => {
  const fields = new Set(group.map(g => g.when.op === 'any' || g.when.op === 'range' ? g.when.field : ''))
  return fields.size === 1 ? [...fields][0] : undefined
}

/** (1) Grades on one code field: one table read per row. */
function tableScorer (group: Group, column: CodeColumn): Scorer {
  const table = new Int16Array(column.names.length)
  for (const grade of group.toReversed()) {
    if (grade.when.op !== 'any') continue
    for (const value of grade.when.of) {
      const code = column.codes.get(value)
      if (code !== undefined) table[code] = grade.points
    }
  }
  return { max: best(group), prepare () {}, points: row => table[column.column[row] as number] as number }
}

/** (1) Grades as ranges on one whole number. */
function rangeScorer (group: Group, column: IntColumn): Scorer {
  const steps = group.flatMap(g => g.when.op === 'range' ? [{ gte: g.when.gte ?? -Infinity, lte: g.when.lte ?? Infinity, points: g.points }] : [])
  return {
    max: best(group),
    prepare () {},
    points (row) {
      const value = column.column[row] as number
      if (value === ABSENT) return 0
      for (const s of steps) if (value >= s.gte && value <= s.lte) return s.points
      return 0
    }
  }
}

/** (2, 3) Everything else: a mask per grade and block, best first. */
function maskScorer (group: Group, compiler: Compiler): Scorer {
  const masks: ReadonlyArray<{ mask: Mask, points: number }> = group.map(g => ({ mask: compiler.mask(g.when), points: g.points }))
  let current: Uint32Array[] = []
  let first = 0
  return {
    max: best(group),
    prepare (block) {
      first = block * BLOCK
      current = masks.map(m => m.mask(block))
    },
    points (row) {
      for (let i = 0; i < current.length; i++) if (hasBit(current[i] as Uint32Array, row - first)) return (masks[i] as { points: number }).points
      return 0
    }
  }
}

/** All groups on a shares field at once: one walk over the forward list of a row. */
function shareScorer (groups: readonly Group[], column: ShareColumn): Scorer {
  const width = 512
  const tables = groups.map(group => {
    const table = new Map<number, Int16Array>()
    for (const grade of group.toReversed()) {
      if (grade.when.op !== 'any') continue
      for (const token of grade.when.of) {
        const [name = '', share = '0'] = token.split('#')
        const code = column.codes.get(name)
        if (code === undefined) continue
        const points = table.get(code) ?? new Int16Array(width)
        points[Number(share)] = grade.points
        table.set(code, points)
      }
    }
    return table
  })
  return {
    max: groups.reduce((n, g) => n + best(g), 0),
    prepare () {},
    points (row) {
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
  readonly costly: Scorer | undefined
}

/** Compiles groups for one segment: the first form that fits (`engines.md` 3). */
export function compileScoring (groups: readonly Group[], segment: Segment, compiler: Compiler): Scoring {
  const shares: Group[] = []
  const cheap: Scorer[] = []
  for (const group of groups) {
    const field = onField(group)
    const column = field === undefined || field === '' ? undefined : segment.columns[field as keyof Segment['columns']]
    if (column?.kind === 'shares') shares.push(group)
    else if (column?.kind === 'code') cheap.push(tableScorer(group, column))
    else if (column?.kind === 'int') cheap.push(rangeScorer(group, column))
    else cheap.push(maskScorer(group, compiler))
  }
  const column = segment.columns.comp
  return { cheap, costly: shares.length === 0 || column.kind !== 'shares' ? undefined : shareScorer(shares, column) }
}
