import type { Criterion } from '../criterion.ts'
import { range } from '../predicate.ts'

const KNOWN = [
  [8, 6],
  [6, 4],
  [4, 2]
] as const

/** A vacancy that says more can be judged better: a thin one never outranks an equal, well-described one (`tweede-spoor.md` 11). */
export const volledigheid: Criterion = {
  id: 'volledigheid',
  label: 'Volledigheid van de vacature',
  order: 71,
  max: () => KNOWN[0][1],
  groups: () => [KNOWN.map(([facts, points]) => ({ key: `${facts}-gegevens`, points, when: range('richness', { gte: facts }) }))]
}
