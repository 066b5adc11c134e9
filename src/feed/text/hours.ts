import type { Hours } from '../../domain/vacancy.ts'
import { isSet, trigger } from './cue.ts'
import { hoursOfPart } from './full-week.ts'
import { between, num } from './hours-numbers.ts'
import { N, RULES, WEEK } from './hours-rules.ts'
import type { Unit } from './units.ts'
import { allMatches } from './all-matches.ts'

export interface HoursFound {
  readonly hours: Hours
  readonly start: number
  readonly end: number
  /** Computed by a rule (fte, days), not literally written. */
  readonly rule: boolean
  readonly rank: number
  /** The part of a full week it was read as, 0.8 for "0,8 fte"; `hours` are by the week where none is named. */
  readonly part?: Hours | undefined
  /** A table names the least and the most on lines of their own. */
  readonly limit?: 'min' | 'max' | undefined
}

/** Hours that are not the week of this job. */
const OTHER =
  /\b(?:per maand|per jaar|op jaarbasis|vakantie|verlof|binnen|bereikbaar|open|24\/7|zorg(?: en)? begeleiding|reistijd|(?:op basis van|bij een|gebaseerd op|o\.b\.v|uitgaande van)(?! \d{1,2} uur, )|fulltime dienstverband|voltijds? dienstverband|cursus|opleiding van|stage van)\b/

/** "€ 2.950 bruto per maand voor 32 uur": the month is of the pay. */
const PAY = /\d(?:,-|,00)?\s*(?:euro\s*)?(?:bruto\s+)?per (?:maand|jaar)\b/g

/** "Geen 40 uur per week, maar 20", "een 40-urige werkweek is niet nodig". */
const DENIED_BEFORE = /\b(?:geen|niet)\s*(?:een\s+)?$/
const DENIED_BEHIND = /^[^.,;]{0,30}\bniet (?:nodig|verplicht|vereist|gevraagd)\b/

/** "€ 2.350 - € 2.910 (1 fte)", "36 uur bij 1,0 fte": what pay or hours are reckoned by. */
const RECKONED = /(?:€|euro)[^;]{0,40}\($|\bbij (?:een )?$/
const isReckonedBy = (before: string, found: string): boolean => /^1(?:[.,]0{1,2})?\s*fte/.test(found) && RECKONED.test(before)

function isOther(folded: string, start: number, end: number): boolean {
  return (
    DENIED_BEFORE.test(folded.slice(Math.max(0, start - 12), start)) ||
    DENIED_BEHIND.test(folded.slice(end, end + 45)) ||
    OTHER.test(folded.slice(Math.max(0, start - 45), start).replace(PAY, ' ')) ||
    /^\s*(?:per maand|per jaar|per dag|vakantie|verlof|reistijd|dienst|open|service|zorg|bereikbaar|verlofuren|vakantiedagen|na|later)\b/.test(
      folded.slice(end)
    )
  )
}

const WEEK_NAMED = new RegExp(`${WEEK}$|week\\b|fte|wtf|werktijdfactor`)
/** Half of a span of the clock stands before the number: "8.30 – 17 uur", "van 9 uur tot 17 uur". */
const SPAN_BEFORE = /\d{1,2}(?:[.:]\d{2}\s*(?:uur\s*)?|\s*uur\s*)(?:-|–|tot|t\/m|to|until)\s*$/
const AT = /\b(?:om|rond|omstreeks|vanaf|tot|sinds|na|at|from|until)\s*$/

/** A number that reads as the clock ("17.30 uur", "om 8 uur") is no length of a week, whatever rule found it, unless the week is named. */
function isTimeOfDay(text: string, m: RegExpMatchArray): boolean {
  if (WEEK_NAMED.test(m[0])) return false
  const clock = [...m[0].matchAll(/(\d{1,2})([.:,])(\d{2})(?!\d)/g)]
  if (clock.some(([, h, sign, min]) => Number(h) <= 24 && (sign === ',' ? /^(?:00|15|30|45)$/ : /^[0-5]\d$/).test(min ?? ''))) return true
  const at = (m.index ?? 0) + m[0].search(/\d/)
  const before = text.slice(Math.max(0, at - 25), at)
  // The minutes of "05:15 uur".
  if (/\d\s?:$/.test(before)) return true
  return SPAN_BEFORE.test(before)
    ? /[.:]\d{2}/.test(before) || Number(/\d+/.exec(m[0])?.[0]) <= 24
    : AT.test(before) && !/gaat (?:het )?om\s*$/.test(before) && !/[a-z]/.test(m[0].slice(0, m[0].search(/\d/)))
}

/** So much of the text before a number a rule sees. */
const BEFORE = 40

/** Words of which one is in everything the rules can match. */
const HOUR_WORDS = trigger('uur* uren* u upw urige* fte* hours hrs wtf* werktijdfactor week')

const NONE: readonly HoursFound[] = []

/** The hours of a week in one piece of text, best reading first. */
export function readHours(unit: Unit): readonly HoursFound[] {
  const text = unit.lower
  if (!isSet(unit, HOUR_WORDS) || !/\d/.test(text)) return NONE
  const all: HoursFound[] = []
  for (const rule of RULES) {
    if (rule.needs?.some(n => text.includes(n)) === false) continue
    for (const m of allMatches(rule.pattern, text)) {
      const found = rule.read(m, text.slice(Math.max(0, m.index - BEFORE), m.index))
      const end = m.index + m[0].length
      if (found === null || isReckonedBy(text.slice(Math.max(0, m.index - 60), m.index), m[0]) || isOther(text, m.index, end) || isTimeOfDay(text, m)) continue
      const limit = !m[0].includes('uren') ? undefined : m[0].startsWith('min') ? 'min' : m[0].startsWith('max') ? 'max' : undefined
      const part = rule.part === true ? found : undefined
      const hours = part === undefined ? found : hoursOfPart(part, unit, m.index, end)
      all.push({ hours, start: m.index, end, rule: rule.rule ?? false, rank: rule.rank, part, limit: rule.rank === 2 ? limit : undefined })
    }
  }
  return all
}

const DAY_RULES: readonly RegExp[] = [
  new RegExp(`(?<![\\d,.])${N}(?:\\s*(?:-|tot)\\s*${N})?\\s*(?:uur|u)\\.?\\s*(?:per|p\\/|op een)\\s*dag\\b`, 'g'),
  new RegExp(
    `\\b(?:diensten|dienst|werkdagen|dagen|ochtenden|middagen|blokken|shifts?)\\s+(?:duren\\s+|duurt\\s+)?(?:van\\s+)?(?:ongeveer\\s+)?${N}(?:\\s*(?:-|tot)\\s*${N})?\\s*(?:uur|u)\\b`,
    'g'
  ),
  new RegExp(`(?<![\\d,.])${N}\\s*(?:uur|u)\\s*(?:dienst|ochtend|middag)\\b`, 'g')
]

/** Hours a day, only when the advert says so. */
export function readDayHours(unit: Unit): HoursFound | undefined {
  const text = unit.lower
  if (!isSet(unit, HOUR_WORDS) || !/\d/.test(text)) return undefined
  for (const pattern of DAY_RULES) {
    for (const m of allMatches(pattern, text)) {
      const a = num(m[1])
      const hours = between(a, m[2] === undefined ? a : num(m[2]))
      if (hours === null || hours.max > 12 || hours.min < 1) continue
      if (/\b(?:open|bereikbaar|service|zorg|24)\b/.test(text.slice(Math.max(0, m.index - 25), m.index)) || a === 24) continue
      // "6 uur per dag achter een scherm" is a load, not the length of the day.
      if (/^\s*(?:achter|zit|sta|loop|beeldscherm|typ|bel|rij|aan de telefoon|lopen|staan|zitten)/.test(text.slice(m.index + m[0].length))) continue
      if (/\b(?:zit|staat|loopt|rijdt|zitten|staan|lopen|typt|belt|beeldscherm\w*)\b[^.]{0,30}$/.test(text.slice(0, m.index))) continue
      return { hours, start: m.index, end: m.index + m[0].length, rule: false, rank: 1 }
    }
  }
  return undefined
}
