import type { Candidate } from '../../domain/candidate.ts'
import { workAround } from '../../reference/graph/around.ts'
import type { Criterion, Grade } from '../criterion.ts'
import { any } from '../predicate.ts'

const MAX = 40
/** By strength: one written step, one step derived from our tables, two written steps. */
const SOUGHT = { one: [0, 14, 22, 30], derived: 8, two: [0, 4, 6, 9] } as const
const PREVIOUS = { one: [0, 12, 20, 26], derived: 6, two: [0, 3, 5, 7] } as const

/** The best points of each occupation token: the group sought, the previous one, near ones and their ancestors. */
function pointsOf(c: Candidate): ReadonlyMap<string, number> {
  const points = new Map<string, number>()
  const give = (token: string, value: number): void => {
    points.set(token, Math.max(value, points.get(token) ?? 0))
  }
  const around = (isco: string, unit: number, near: typeof SOUGHT | typeof PREVIOUS, minor: number, subMajor: number): void => {
    give(`4:${isco}`, unit)
    give(`3:${isco.slice(0, 3)}`, minor)
    give(`2:${isco.slice(0, 2)}`, subMajor)
    for (const w of workAround(isco)) give(`4:${w.isco}`, w.steps === 2 ? (near.two[w.strength] ?? 0) : w.derived ? near.derived : (near.one[w.strength] ?? 0))
  }
  for (const o of c.wishes.occupations) if (o.isco !== null) around(o.isco, MAX, SOUGHT, 20, 10)
  for (const e of c.profile.experience) if (e.isco !== null) around(e.isco, 28, PREVIOUS, 16, 8)
  return points
}

/**
 * How near the work is to what is sought, to what somebody did before, and to work that lies one or two steps from those
 * in the graph of occupations. Points only: an occupation never excludes.
 */
export const beroep: Criterion = {
  id: 'beroep',
  label: 'Beroep',
  order: 50,
  max: c => (pointsOf(c).size === 0 ? 0 : Math.max(...pointsOf(c).values())),
  groups(c) {
    const byPoints = new Map<number, string[]>()
    for (const [token, value] of pointsOf(c)) byPoints.set(value, [...(byPoints.get(value) ?? []), token])
    const grades = [...byPoints]
      .sort(([a], [b]) => b - a)
      .map(([points, tokens]): Grade => ({ key: `beroep-${points}`, points, when: any('occ', tokens.sort()) }))
    return grades.length === 0 ? [] : [grades]
  }
}
