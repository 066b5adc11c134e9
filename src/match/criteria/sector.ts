import type { Candidate } from '../../domain/candidate.ts'
import { relatedSectors } from '../../reference/sectors.ts'
import type { Criterion, Grade } from '../criterion.ts'
import { any } from '../predicate.ts'

const RELATED = [0, 2, 5, 8] as const

function pointsOf(c: Candidate): ReadonlyMap<string, number> {
  const points = new Map<string, number>()
  const give = (sbi2: string, value: number): void => {
    points.set(sbi2, Math.max(value, points.get(sbi2) ?? 0))
  }
  const around = (sbi2: string, own: number): void => {
    give(sbi2, own)
    for (const r of relatedSectors(sbi2)) give(r.to, RELATED[r.strength] ?? 0)
  }
  for (const s of c.wishes.sectors) around(s, 12)
  for (const e of c.profile.experience) if (e.sector !== null) around(e.sector, 10)
  return points
}

/** The branch sought, the branch of earlier work, and their relatives (onderwijs and bibliotheek). Points only. */
export const sector: Criterion = {
  id: 'sector',
  label: 'Sector',
  order: 51,
  max: c => (pointsOf(c).size === 0 ? 0 : Math.max(...pointsOf(c).values())),
  groups(c) {
    const byPoints = new Map<number, string[]>()
    for (const [sbi2, value] of pointsOf(c)) byPoints.set(value, [...(byPoints.get(value) ?? []), sbi2])
    const grades = [...byPoints]
      .sort(([a], [b]) => b - a)
      .map(([points, codes]): Grade => ({ key: `sector-${points}`, points, when: any('sector', codes.sort()) }))
    return grades.length === 0 ? [] : [grades]
  }
}
