import type { Candidate } from '../../domain/candidate.ts'
import type { Moment } from '../../domain/moment.ts'
import type { Profile, Stamp } from '../reverse.ts'
import { rulesVersion } from '../rules-version.ts'
import { scorecardOf } from '../scorecard.ts'

/** The stamp a profile must carry to be used at a moment. */
export const stampOf = (at: Moment): Stamp => ({ scorecard: rulesVersion(), day: at.day })

/** The profile of a record at a moment: its scorecard, less everything that is there to be read by people. */
export function profileOf(c: Candidate, at: Moment): Profile {
  const card = scorecardOf(c, at)
  return {
    id: c.id,
    version: c.version,
    scorecard: card.version,
    day: at.day,
    bars: card.bars.map(({ conflict, fits, lever }) => ({ conflict, fits, movable: lever !== null })),
    groups: card.groups.map(group => group.map(({ points, when }) => ({ points, when })))
  }
}
