import type { Candidate } from '../../domain/candidate.ts'
import { nearOccupations } from '../../reference/near.ts'
import type { Criterion, Grade } from '../criterion.ts'
import { any } from '../predicate.ts'

const MAX = 40
const NEAR = { sought: [0, 14, 22, 30], previous: [0, 12, 20, 26] } as const

/** The best points of each occupation token: the group sought, the previous one, near ones and their ancestors. */
function pointsOf(c: Candidate): ReadonlyMap<string, number> {
  const points = new Map<string, number>()
  const give = (token: string, value: number): void => {
    points.set(token, Math.max(value, points.get(token) ?? 0))
  }
  const around = (isco: string, unit: number, near: readonly number[], minor: number, subMajor: number): void => {
    give(`4:${isco}`, unit)
    give(`3:${isco.slice(0, 3)}`, minor)
    give(`2:${isco.slice(0, 2)}`, subMajor)
    for (const n of nearOccupations(isco)) give(`4:${n.to}`, near[n.strength] ?? 0)
  }
  for (const o of c.wishes.occupations) if (o.isco !== null) around(o.isco, MAX, NEAR.sought, 20, 10)
  for (const e of c.profile.experience) if (e.isco !== null) around(e.isco, 28, NEAR.previous, 16, 8)
  return points
}

/**
 * How near the work is to what is sought, to what somebody did before, and to occupations that lie near those. Points
 * only: an occupation never excludes.
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
