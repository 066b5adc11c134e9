import { MOST_MONTHS, nearOccupations } from '../near.ts'
import { derivedSteps } from './derived.ts'

/** A unit group one or two steps from another. */
export interface WorkAround {
  readonly isco: string
  readonly steps: 1 | 2
  /** 1-3; of two steps the weaker one. */
  readonly strength: number
  readonly derived: boolean
}

const known = new Map<string, readonly WorkAround[]>()

/**
 * The unit groups around one: one written step, else one derived step, else two written steps whose training together
 * stays within half a year. Groups only: a vacancy is indexed by its group, a function is looked for by its words.
 */
export function workAround(isco: string): readonly WorkAround[] {
  const kept = known.get(isco)
  if (kept !== undefined) return kept
  const near = nearOccupations(isco)
  const found = new Map<string, WorkAround>()
  for (const n of near) found.set(n.to, { isco: n.to, steps: 1, strength: n.strength, derived: false })
  for (const d of derivedSteps(isco)) found.set(d.to, { isco: d.to, steps: 1, strength: d.strength, derived: true })
  for (const first of near) {
    for (const n of nearOccupations(first.to)) {
      const strength = Math.min(first.strength, n.strength)
      const other = found.get(n.to)
      if (n.to === isco || first.months + n.months > MOST_MONTHS || (other !== undefined && (other.steps === 1 || other.strength >= strength))) continue
      found.set(n.to, { isco: n.to, steps: 2, strength, derived: false })
    }
  }
  const around = [...found.values()].sort((a, b) => (a.isco < b.isco ? -1 : 1))
  known.set(isco, around)
  return around
}
