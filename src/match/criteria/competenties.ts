import { COMPETENCE_POINTS } from '../../reference/competences.ts'
import type { Criterion, Group } from '../criterion.ts'
import { any, atLeast } from '../predicate.ts'

const SKILLS = [
  [3, 9],
  [2, 6],
  [1, 3]
] as const
const SHARES = Array.from({ length: COMPETENCE_POINTS }, (_, i) => COMPETENCE_POINTS - i)

/**
 * Which part of the asked competences the candidate has: at import a vacancy divides its points over them in whole shares,
 * so the sum is the score (`engines.md` 3). Skills add points for the first three. Points only: adverts use these words freely.
 */
export const competenties: Criterion = {
  id: 'competenties',
  label: 'Competenties en vaardigheden',
  order: 52,
  max: c =>
    (c.profile.competences.length > 0 ? COMPETENCE_POINTS : 0) +
    (c.profile.skills.length > 0 ? (SKILLS[Math.max(0, 3 - c.profile.skills.length)]?.[1] ?? 0) : 0),
  groups(c) {
    // A code noted twice counts once, or the points would pass the maximum.
    const shares = [...new Set(c.profile.competences)].map((code): Group =>
      SHARES.map(share => ({ key: `${code}.${share}`, points: share, when: any('comp', [`${code}#${share}`]) }))
    )
    const skills = [...new Set(c.profile.skills)].sort().map(s => any('skill', [s]))
    return skills.length === 0
      ? shares
      : [...shares, SKILLS.filter(([n]) => n <= skills.length).map(([n, points]) => ({ key: `${n}-vaardigheden`, points, when: atLeast(n, skills) }))]
  }
}
