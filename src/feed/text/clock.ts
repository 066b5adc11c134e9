import { isSet, trigger } from './cue.ts'
import type { Unit } from './units.ts'
import { allMatches } from './all-matches.ts'

/** From when until when one works on a day, in hours; `to` past 24 is the next day. */
export interface ClockTimes {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
}

/** "8.30", and "08u30" as Flanders writes it. */
const T = '(\\d{1,2})(?:[.:u](\\d{2}))?'
const ABOUT = '(?:(?:\\+-|\\+/-|±|ongeveer|circa|ca\\.?|rond|about)\\s*)?'
const RANGE = new RegExp(
  `(?<![\\d.,€])(?:(van|tussen|from|between)\\s+)?${ABOUT}${T}\\s*(uur|u\\b)?\\s*(?:tot|en|-|–|to|and|until)\\s*${ABOUT}${T}\\s*(uur|u\\b|h\\b)?(?![\\d.,]*\\d|\\s*(?:kg|kilo|euro|jaar|%|weken|dagen|fte|hours|per week|uur per|p\\.w))`,
  'g'
)
/** "8u tot 16u30": the clock; "24u tot 32u" may be a week. */
const FLEMISH = /\du\d{2}\b.*\du|\du\b.*\du\d{2}\b/
const HOURS_OF_DAY = ['', 'een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf']
const SPOKEN = HOURS_OF_DAY.slice(1).join('|')
/** "Tussen half acht en half zes", "van acht tot vijf": a day, said in words. */
const IN_WORDS = new RegExp(
  `\\b(?:van|tussen) (half )?(${SPOKEN}) (?:uur )?(?:tot|en) (half )?(${SPOKEN})\\b(?! (?:jaar|weken|dagen|maanden|uur per|kilo|mensen|collega))`,
  'g'
)
/** "We starten om 8.00 uur en stoppen om 15.45 uur": a span in two halves. */
const START_AND_STOP =
  /\b(?:start|starten|begin|begint|beginnen)\b[^.;,]{0,20}\b(?:om|rond) (\d{1,2})(?:[.:](\d{2}))? uur\b[^.;]{0,30}?\b(?:stop\w*|eindig\w*|klaar|vrij|tot|bent?)\b[^.;]{0,20}?\b(\d{1,2})(?:[.:](\d{2}))? uur\b/g
/** "Between 8 AM and 6 PM". */
const TWELVE_HOURS = /\b(\d{1,2})(?:[.:](\d{2}))?\s*([ap])\.?m\b\.?\s*(?:-|–|to|and|until|till)\s*(\d{1,2})(?:[.:](\d{2}))?\s*([ap])\.?m\b/g
/** "Week 1 ochtend (6-14), week 3 nacht (22-6)", "late shifts (15-23)": whole hours between brackets behind the name of a shift. */
const BRACKETS =
  /\b(?:ochtend|middag|avond|nacht|vroeg|vroege|laat|late|early|day|night|\w*dienst(?:en)?|shifts?|ploeg)\s*\((\d{1,2})\s*(?:-|–|tot|to)\s*(\d{1,2})(?: uur)?\)/g
const [SHORTEST_SHIFT, LONGEST_SHIFT] = [4, 12]
const TO_DAY = 8

const hourOf = (half: string | undefined, word: string | undefined): number => HOURS_OF_DAY.indexOf(word ?? '') - (half === undefined ? 0 : 0.5)
const hourOfTwelve = (hour: string | undefined, half: string | undefined): number => (Number(hour) % 12) + (half === 'p' ? 12 : 0)
const minutes = (text: string | undefined): number => Number(text ?? 0) / 60

/** The hours at which such a day may begin. */
const BEGINS = trigger('zes zeven acht negen tien')

function inWords(unit: Unit): readonly ClockTimes[] {
  if (!isSet(unit, BEGINS)) return []
  return allMatches(IN_WORDS, unit.lower).flatMap((m): ClockTimes[] => {
    const [from, to] = [hourOf(m[1], m[2]), hourOf(m[3], m[4]) + 12]
    return from >= 6 && from <= 10 && to >= 12 && to <= 18 && to - from >= TO_DAY - 3 ? [{ from, to, start: m.index, end: m.index + m[0].length }] : []
  })
}

function written(lower: string): readonly ClockTimes[] {
  const halves = allMatches(START_AND_STOP, lower).flatMap((m): ClockTimes[] => {
    const [from, to] = [Number(m[1]) + minutes(m[2]), Number(m[3]) + minutes(m[4])]
    return from <= 24 && to <= 24 ? [{ from, to: to <= from ? to + 24 : to, start: m.index, end: m.index + m[0].length }] : []
  })
  const twelve = allMatches(TWELVE_HOURS, lower).map((m): ClockTimes => {
    const [from, to] = [hourOfTwelve(m[1], m[3]) + minutes(m[2]), hourOfTwelve(m[4], m[6]) + minutes(m[5])]
    return { from, to: to <= from ? to + 24 : to, start: m.index, end: m.index + m[0].length }
  })
  const shifts = allMatches(BRACKETS, lower).flatMap((m): ClockTimes[] => {
    const [from, end] = [Number(m[1]), Number(m[2])]
    const to = end <= from ? end + 24 : end
    return from <= 24 && end <= 24 && to - from >= SHORTEST_SHIFT && to - from <= LONGEST_SHIFT
      ? [{ from, to, start: m.index, end: m.index + m[0].length }]
      : []
  })
  return [...halves, ...twelve, ...shifts]
}

/** "Shifts: 6-14, 14-22 and 22-6", "wisseldienst: 6-14 en 14-22 uur": two spans of whole hours or more. */
const OF_SHIFTS = /\b(?:shifts?|\w*dienst(?:en)?|\w*ploegen?|rooster)\b/
const WHOLE_HOURS = /(?<![\d.,:€/-])(\d{1,2})\s?(?:-|–)\s?(\d{1,2})(?![\d.,:%]\d|[-–:%]|\s*(?:kg|kilo|jaar|weken|km|graden|uur per|uren per|p\/w|u p))/g
const [SHORT_SHIFT, LONG_SHIFT] = [7, 9.5]

function inWholeHours(unit: Unit): readonly ClockTimes[] {
  if (!OF_SHIFTS.test(unit.folded)) return []
  const spans = allMatches(WHOLE_HOURS, unit.lower).flatMap((m): ClockTimes[] => {
    const [from, end] = [Number(m[1]), Number(m[2])]
    const to = end <= from ? end + 24 : end
    return from <= 24 && end <= 24 && to - from >= SHORT_SHIFT && to - from <= LONG_SHIFT ? [{ from, to, start: m.index, end: m.index + m[0].length }] : []
  })
  return spans.length > 1 ? spans : []
}

/** One of these is in every sentence that has times of the clock. */
export const CLOCK_WORDS = trigger(
  'dagploeg* middagploeg* avondploeg* nachtploeg* nacht middag early late vroeg laat ploeg van tussen uur uur* from between werkuren uurrooster werktijden* tijden* dienst* diensten* shift* ochtend* werkdag*'
)
/** Times of somebody else: when a shop is open or a telephone is answered. */
const NOT_WORK =
  /\b(?:open|geopend|openingstijden|bereikbaar|bereiken|bellen|bel|telefonisch|gesloten|loket is|winkel is|pauze|lunch|klantenservice|contact|solliciteren|sollicitatie|gesprek|bezorgd|besteld|levertijd)\b/

/** What was read of a sentence: the loads and the working times both ask. */
const known = new WeakMap<Unit, readonly ClockTimes[]>()

/** Times of the day at which the worker works, as a sentence has them; a range counts only when it is surely of the clock. */
export function readClock(unit: Unit): readonly ClockTimes[] {
  if (!isSet(unit, CLOCK_WORDS)) return []
  let times = known.get(unit)
  if (times === undefined) known.set(unit, (times = clockTimes(unit)))
  return times
}

function clockTimes(unit: Unit): readonly ClockTimes[] {
  const digits = /\d/.test(unit.lower)
  if ((!digits && !isSet(unit, BEGINS)) || NOT_WORK.test(unit.folded)) return []
  if (!digits) return inWords(unit)
  const spans = allMatches(RANGE, unit.lower).flatMap((m): ClockTimes[] => {
    const [from, to] = [Number(m[2]) + Number(m[3] ?? 0) / 60, Number(m[5]) + Number(m[6] ?? 0) / 60]
    // "Late dienst (10.30-19)": one end may be a whole hour where a shift is named.
    const shift = /\b(?:\w*dienst(?:en)?|shifts?|werkt|werktijden)\b/.test(unit.folded)
    const exact = m[3] !== undefined && m[6] !== undefined ? true : shift && (m[3] ?? m[6]) !== undefined && to - from !== 0
    const named = m[1] !== undefined && m[7] !== undefined
    const flemish = FLEMISH.test(m[0])
    // "van 9 tot 17 uur" is the clock; "van 24 tot 32 uur" and "16 tot 24 uur" are hours of a week.
    if (!exact && !flemish && !(named && from <= 9 && to >= 12 && to <= 18 && to - from >= 4 && !/\bweek|p\.?w\b/.test(unit.folded))) return []
    if (from > 24 || to > 24 || Number(m[3] ?? 0) > 59 || Number(m[6] ?? 0) > 59) return []
    if (/(?:€|eur|euro)\s*$/.test(unit.lower.slice(0, m.index))) return []
    return [{ from, to: to <= from ? to + 24 : to, start: m.index, end: m.index + m[0].length }]
  })
  return [...spans, ...inWords(unit), ...written(unit.lower), ...inWholeHours(unit)]
}

/** All of these name an hour. */
const HOUR = trigger('uur')

const UNTIL = /\btot (?:19|20|21|22|23)(?:[.:]\d{2}\b|(?:[.:]\d{2})? uur\b)/

const LATE_START = /\bvanaf (?:1[3-9]|2\d)(?:[.:]\d{2})? uur\b[^.;]{0,15}\btot\b/

const DAY_ENDS = /\b(?:ma|maandag) (?:t\/m|tot en met|tot) (?:vr|vrijdag)\b[^.;]{0,12}\btot (?:ongeveer |uiterlijk |circa |rond )?1[2-8](?:[.:]\d{2})? uur\b/
/** "Ma t/m vr tot ongeveer 15.15 uur": by day. */
export const endsByDay = (unit: Unit): boolean => isSet(unit, HOUR) && DAY_ENDS.test(unit.lower) && !NOT_WORK.test(unit.folded)

/** "Waarvan een dag tot 21.00 uur": the day ends in the evening, though no beginning is named. */
export const worksUntilEvening = (unit: Unit): boolean =>
  isSet(unit, HOUR) &&
  (LATE_START.test(unit.folded) || UNTIL.test(unit.folded)) &&
  !NOT_WORK.test(unit.folded) &&
  /\b(?:werk\w*|\w*dienst\w*|\w*dag|avond\w*|per week)\b/.test(unit.folded)

const LAST_WORD = trigger('laatste')
const LAST = /\blaatste\b[^.;]{0,40}\b(?:om|tot|rond) (\d{1,2})(?:[.:](\d{2}))? uur\b/
/** "De laatste komt om 0.45 uur binnen": the work goes on until then. */
export function lastIsLate(unit: Unit): boolean {
  const m = isSet(unit, LAST_WORD) && !NOT_WORK.test(unit.folded) ? LAST.exec(unit.folded) : null
  const at = m === null ? 12 : Number(m[1]) + minutes(m[2])
  return at > EVENING || at < 4
}

const BEGINS_AT = /\b(?:begin|begint|beginnen|start|starten)\b[^.;,]{0,20}\b(?:om|rond|vanaf) ([0-4])(?:[.:]\d{2})? uur\b/
/** "Je begint om 3.00 uur": where the beginning stands in a sentence, when it lies in the night. */
export const beginsAtNight = (unit: Unit): RegExpExecArray | null => (isSet(unit, HOUR) && !NOT_WORK.test(unit.folded) ? BEGINS_AT.exec(unit.folded) : null)

const EVENING = 18.5
const NIGHT_ENDS = 6

/** Whether a range touches the evening (after half past six) and the night (midnight to six). */
export const partsOf = ({ from, to }: ClockTimes): { readonly evening: boolean; readonly night: boolean } => ({
  evening: to > EVENING && from < 24,
  night: from < NIGHT_ENDS || to > 24.5
})
