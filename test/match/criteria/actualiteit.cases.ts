import { candidate } from '../../helpers/candidate.ts'
import { advert, type CriterionCase } from '../criteria-case.ts'

/** The day is 2026-11-24. */
const posted = (name: string, postedAt: string | null, points: number, at?: string): CriterionCase => ({
  name,
  candidate: candidate(),
  vacancy: advert({ postedAt }),
  ...(at === undefined ? {} : { at }),
  expect: { bars: {}, points }
})

export const cases: readonly CriterionCase[] = [
  posted('posted today', '2026-11-24', 6),
  posted('posted 7 days ago, the edge', '2026-11-17', 6),
  posted('posted 8 days ago', '2026-11-16', 4),
  posted('posted 14 days ago, the edge', '2026-11-10', 4),
  posted('posted 15 days ago', '2026-11-09', 2),
  posted('posted 30 days ago, the edge', '2026-10-25', 2),
  posted('posted 31 days ago', '2026-10-24', 0),
  posted('posted in the future counts as new', '2026-12-01', 6),
  posted('no date: first seen today counts', null, 6),
  posted('no date: seen three weeks ago', null, 2, '2026-12-15'),
  posted('the moment is passed in: the same advert a week later', '2026-11-17', 4, '2026-12-01')
]
