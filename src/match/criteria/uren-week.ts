import type { Candidate } from '../../domain/candidate.ts'
import type { Moment } from '../../domain/moment.ts'
import { capacityOf } from '../../reference/fml/capacity.ts'
import { rulesOf } from '../../reference/fml/hours.ts'
import { barOfHours, explainHours, hoursUpTo } from '../hours-bar.ts'
import type { Criterion } from '../criterion.ts'
import { any } from '../predicate.ts'

const WISH = 8

/** The hours that earn points: within the wish and within the limit; null when neither is known. */
function mostOf(c: Candidate, at: Moment): number | null {
  const limits = rulesOf(capacityOf(c.documents, at.day).perWeek).map(rule => Math.floor(rule.value))
  const most = Math.min(c.wishes.hours?.max ?? Infinity, ...limits)
  return most === Infinity ? null : most
}

/**
 * The week of the vacancy against the hours limit (6.3). conflict = its least hours are too many today and at every later
 * step of the build-up; unknown = no hours in the advert, an average that is a little exceeded, or "fits from a later date".
 */
export const urenWeek: Criterion = {
  id: 'uren-week',
  label: 'Uren per week',
  order: 20,
  max: (c, at) => (mostOf(c, at) === null ? 0 : WISH),
  groups(c, at) {
    const fitting = hoursUpTo(mostOf(c, at) ?? 0, 'hours')
    return fitting.length === 0 ? [] : [[{ key: c.wishes.hours === null ? 'binnen-urengrens' : 'binnen-wens', points: WISH, when: any('hours', fitting) }]]
  },
  bars(c, at) {
    const capacity = capacityOf(c.documents, at.day).perWeek
    return rulesOf(capacity).length === 0 ? [] : [barOfHours('uren.week', 'hours', capacity, 'Hoeveel uur per week is het minst, en is minder bespreekbaar?')]
  },
  // "0 uren" is not known, so it is no load either: the code of the index decides.
  explain: (stand, c, v, at) =>
    explainHours(stand, capacityOf(c.documents, at.day).perWeek, {
      field: 'hours',
      least: v.prepared.hours === null ? null : (v.hours?.min ?? null),
      most: null,
      code: v.prepared.hours,
      evidence: v.evidence.hours
    })
}
