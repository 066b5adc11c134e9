import { isSet, trigger } from './cue.ts'
import type { Unit } from './units.ts'

/** From when until when one works on a day, in hours; `to` past 24 is the next day. */
export interface ClockTimes {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
}

const T = '(\\d{1,2})(?:[.:](\\d{2}))?'
const RANGE = new RegExp(
  `(?<![\\d.,€])(?:(van|tussen|from|between)\\s+)?${T}\\s*(uur)?\\s*(?:tot|en|-|–|to|and|until)\\s*${T}\\s*(uur|u\\b|h\\b)?(?![\\d.,]*\\d|\\s*(?:kg|kilo|euro|jaar|%|weken|dagen|fte|hours|per week|uur per|p\\.w))`,
  'g'
)
const CLOCK_WORDS = trigger('van tussen uur uur* from between werktijden* tijden* dienst* diensten* shift* ochtend* werkdag*')
/** Times of somebody else: when a shop is open or a telephone is answered. */
const NOT_WORK =
  /\b(?:open|geopend|openingstijden|bereikbaar|bereiken|bellen|bel|telefonisch|gesloten|loket is|winkel is|pauze|lunch|klantenservice|contact|solliciteren|sollicitatie|gesprek|bezorgd|besteld|levertijd)\b/

/** Times of the day at which the worker works, as a sentence has them; a range counts only when it is surely of the clock. */
export function readClock(unit: Unit): readonly ClockTimes[] {
  if (!isSet(unit, CLOCK_WORDS) || !/\d/.test(unit.lower) || NOT_WORK.test(unit.folded)) return []
  return [...unit.lower.matchAll(RANGE)].flatMap((m): ClockTimes[] => {
    const [from, to] = [Number(m[2]) + Number(m[3] ?? 0) / 60, Number(m[5]) + Number(m[6] ?? 0) / 60]
    const written = m[3] !== undefined && m[6] !== undefined
    const named = m[1] !== undefined && m[7] !== undefined
    // "van 9 tot 17 uur" is the clock; "van 24 tot 32 uur" and "16 tot 24 uur" are hours of a week.
    if (!written && !(named && from <= 9 && to >= 12 && to <= 18 && to - from >= 4 && !/\bweek|p\.?w\b/.test(unit.folded))) return []
    if (from > 24 || to > 24 || Number(m[3] ?? 0) > 59 || Number(m[6] ?? 0) > 59) return []
    return [{ from, to: to <= from ? to + 24 : to, start: m.index, end: m.index + m[0].length }]
  })
}

const UNTIL = /\btot (19|20|21|22|23)(?:[.:]\d{2})? uur\b/

/** "Waarvan een dag tot 21.00 uur": the day ends in the evening, though no beginning is named. */
export const worksUntilEvening = (unit: Unit): boolean =>
  isSet(unit, CLOCK_WORDS) && UNTIL.test(unit.folded) && !NOT_WORK.test(unit.folded) && /\b(?:werk\w*|dienst\w*|dag|avond\w*|per week)\b/.test(unit.folded)

const EVENING = 18.5
const NIGHT_ENDS = 6

/** Whether a range touches the evening (after half past six) and the night (midnight to six). */
export const partsOf = ({ from, to }: ClockTimes): { readonly evening: boolean; readonly night: boolean } => ({
  evening: to > EVENING && from < 24,
  night: from < NIGHT_ENDS || to > 24.5
})
