import { capacityOf } from '../../reference/fml/capacity.ts'
import { barOfHours, explainHours, hoursUpTo } from '../hours-bar.ts'
import type { Criterion } from '../criterion.ts'
import { any } from '../predicate.ts'

const WISH = 8

/**
 * The week of the vacancy against the hours limit (6.3). conflict = its least hours are too many today and at every later
 * step of the build-up; unknown = no hours in the advert, an average that is a little exceeded, or "fits from a later date".
 */
export const urenWeek: Criterion = {
  id: 'uren-week',
  label: 'Uren per week',
  order: 20,
  max: () => WISH,
  groups (c, at) {
    const wish = c.wishes.hours
    const limit = capacityOf(c.documents, at.day).perWeek.now
    const most = Math.min(wish?.max ?? Infinity, limit === null ? Infinity : Math.floor(limit.value))
    if (most === Infinity) return []
    const fitting = hoursUpTo(most)
    return fitting.length === 0 ? [] : [[{ key: wish === null ? 'binnen-urengrens' : 'binnen-wens', points: WISH, when: any('hours', fitting) }]]
  },
  bars (c, at) {
    const capacity = capacityOf(c.documents, at.day).perWeek
    return capacity.now === null ? [] : [barOfHours('uren.week', 'hours', capacity, 'Hoeveel uur per week is het minst, en is minder bespreekbaar?')]
  },
  explain: (stand, c, v, at) => explainHours(stand, capacityOf(c.documents, at.day).perWeek, v.hours?.min ?? null, v.prepared.hours, v.evidence.hours)
}
