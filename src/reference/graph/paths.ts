import { MOST_MONTHS } from '../near.ts'
import { edgesFrom, type Edge } from './edges.ts'
import { levelOf } from './level.ts'
import { mainGroup, nodeOf } from './nodes.ts'

/** A way to other work in one to three steps. */
export interface WorkPath {
  /** Keys of the nodes, the start first. */
  readonly keys: readonly string[]
  readonly steps: readonly Edge[]
  /** Months of training over all steps, at most the yardstick of half a year. */
  readonly months: number
  /** Lower is nearer; only for the order. */
  readonly cost: number
}

export const MOST_STEPS = 3

const COST = { step: 10, weaker: 8, derived: 12, month: 2, down: 4, up: 8 } as const

function costOf(e: Edge): number {
  const [from, to] = [e.from, e.to].map(key => nodeOf(key)).map(n => (n === undefined ? 0 : levelOf(mainGroup(n)))) as [number, number]
  const level = to > from ? (to - from) * COST.up : (from - to) * COST.down
  return COST.step + (3 - e.strength) * COST.weaker + (e.source === 'afgeleid' ? COST.derived : 0) + e.months * COST.month + level
}

/** Nearest first, then by the keys: the same question gives the same order. */
const before = (a: WorkPath, b: WorkPath): number => a.cost - b.cost || (a.keys.join(' ') < b.keys.join(' ') ? -1 : 1)

/**
 * The cheapest path to each target within so many steps, nearest first. The training of all steps together stays within
 * half a year (`tweede-spoor.md` 3), a path holds at most one derived step, and never comes back to where it was. Work that
 * is not `passable` is a target, never a step on the way to another.
 */
export function pathsFrom(starts: readonly string[], maxSteps: number, passable: (key: string) => boolean = () => true): readonly WorkPath[] {
  const best = new Map<string, WorkPath>()
  const origin = new Set(starts)
  const walk = (path: WorkPath): void => {
    if (path.steps.length > 0) {
      const target = path.keys.at(-1) as string
      const known = best.get(target)
      if (known === undefined || before(path, known) < 0) best.set(target, path)
    }
    if (path.steps.length >= maxSteps || (path.steps.length > 0 && !passable(path.keys.at(-1) as string))) return
    for (const e of edgesFrom(path.keys.at(-1) as string)) {
      if (path.keys.includes(e.to) || origin.has(e.to)) continue
      if (e.source === 'afgeleid' && path.steps.some(s => s.source === 'afgeleid')) continue
      const months = path.months + e.months
      if (months > MOST_MONTHS) continue
      walk({ keys: [...path.keys, e.to], steps: [...path.steps, e], months, cost: path.cost + costOf(e) })
    }
  }
  for (const start of [...origin].sort()) walk({ keys: [start], steps: [], months: 0, cost: 0 })
  return [...best.values()].sort(before)
}
