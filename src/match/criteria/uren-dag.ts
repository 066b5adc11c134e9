import { capacityOf, type Capacity } from '../../reference/fml/capacity.ts'
import { rulesOf, type HoursRule } from '../../reference/fml/hours.ts'
import { WEEK_CODES } from '../../reference/hour-codes.ts'
import { barOfHours, conflictCodes, explainHours, hoursUpTo, standCode } from '../hours-bar.ts'
import { plain, type Criterion } from '../criterion.ts'
import { all, any, known, not, some, type Predicate } from '../predicate.ts'

const STATED = 3
const DAYS = 5

/** A day limit as one of a week of five days. */
const weekly = (rule: HoursRule): HoursRule => ({ ...rule, value: Math.round(rule.value * DAYS * 10) / 10, next: rule.next * DAYS })

/**
 * Weeks whose least hours, spread over five days, exceed the day (`fml.md` 8, P). A week that the week limit already
 * refuses is left out: one fact is one exceedance, and a near miss on hours must stay countable as one.
 */
function weeksTooLongFor(capacity: Capacity): readonly string[] {
  const refused = new Set(conflictCodes(capacity.perWeek, 'hours'))
  const rules = capacity.perDay.now === null ? [] : rulesOf(capacity.perDay)
  return WEEK_CODES.filter(h => !refused.has(h) && rules.length > 0 && rules.every(r => standCode(h, 'hours', weekly(r)) === 'over'))
}

/** Weeks that leave room in the day when spread over five days, and those where the week limit speaks instead. */
function weeksShortEnough(capacity: Capacity): readonly string[] {
  const refused = new Set(conflictCodes(capacity.perWeek, 'hours'))
  return WEEK_CODES.filter(h => refused.has(h) || rulesOf(capacity.perDay).every(rule => standCode(h, 'hours', weekly(rule)) === 'fits'))
}

const unstated = (weeks: readonly string[]): Predicate => all(not(known('day_hours')), any('hours', weeks))

/**
 * The working day against the day limit (6.2). A stated length is compared; else the week is spread over five days:
 * within = fits (the length is still asked), above = conflict (P).
 */
export const urenDag: Criterion = {
  id: 'uren-dag',
  label: 'Uren per dag',
  order: 21,
  max: (c, at) => (rulesOf(capacityOf(c.documents, at.day).perDay).length === 0 ? 0 : STATED),
  groups(c, at) {
    const rules = rulesOf(capacityOf(c.documents, at.day).perDay)
    const fitting = rules.length === 0 ? [] : hoursUpTo(Math.min(...rules.map(r => r.value)), 'day_hours')
    return fitting.length === 0 ? [] : [[{ key: 'vermeld-en-past', points: STATED, when: any('day_hours', fitting) }]]
  },
  bars(c, at) {
    const capacity = capacityOf(c.documents, at.day)
    if (rulesOf(capacity.perDay).length === 0) return []
    const bar = barOfHours('uren.dag', 'day_hours', capacity.perDay, 'Hoeveel uur duurt een werkdag, en kan die korter?', unstated(weeksShortEnough(capacity)))
    return [{ ...bar, conflict: some(bar.conflict, unstated(weeksTooLongFor(capacity))) }]
  },
  explain(stand, c, v, at) {
    const capacity = capacityOf(c.documents, at.day)
    // "0 uren" is not known, so it is no load either: the codes of the index decide.
    const day = v.prepared.day_hours === null ? null : v.schedule.hoursPerDay
    const field = 'day_hours'
    if (day !== null)
      return explainHours(stand, capacity.perDay, { field, least: day.min, most: day.max, code: v.prepared.day_hours, evidence: v.evidence.hoursPerDay })
    if (v.hours === null || v.prepared.hours === null) return plain('uren.dag-niet-vermeld')
    const spread = Math.round((v.hours.min / DAYS) * 10) / 10
    const why = explainHours(stand, capacity.perDay, { field, least: spread, most: null, code: null, evidence: undefined })
    return { ...why, code: stand.state === 'conflict' ? 'uren.dag-te-lang' : 'uren.dag-uit-week' }
  }
}
