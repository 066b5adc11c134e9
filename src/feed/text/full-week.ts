import type { Hours } from '../../domain/vacancy.ts'
import { Cue } from './cue.ts'
import type { Unit } from './units.ts'

const FULL = '(3[2-9]|40)'
const WORDS = 'uur urige* uren'
/** "Bij een fulltime aanstelling (38 uur)", "een voltijdse 38-urige werkweek", "1 fte is 36 uur": what is called a full week. */
const CALLED = new Cue(
  WORDS,
  new RegExp(
    `\\b(?:full ?time|voltijds?|voltijdse|volledige) (?:[a-z]+ ){0,2}\\(?(?:van |is |= ?|bij )?${FULL} (?:uur|uren|urige)\\b|\\b1(?:[.,]0)? fte (?:is|=|\\()\\s?${FULL} uur`
  )
)
/** "Op basis van 40 uur", "bij een 40-urige werkweek": the week that pay is reckoned by. */
const BASED = new Cue(WORDS, new RegExp(`\\b(?:op basis van|o\\.b\\.v\\.?|bij) (?:een )?(?:[a-z]+ )?\\(?${FULL} ?(?:uur|urige)\\b`))

/** The full week in hours, where the advert names one and only one; what is called full counts before what pay is based on. */
function fullWeek(units: readonly Unit[]): number | undefined {
  for (const cue of [CALLED, BASED]) {
    const named = new Set(units.map(unit => cue.exec(unit)).flatMap(m => (m === null ? [] : [Number(m[1] ?? m[2])])))
    const [only, second] = named
    if (only !== undefined) return second === undefined ? only : undefined
  }
  return undefined
}

/** A full week is 36 to 40 hours when the advert does not say (`feeds.md` 4). */
const UNNAMED = { min: 36, max: 40 }
const AT_LEAST = /\b(?:minstens|minimaal|tenminste|ten minste|vanaf) (?=[01])/
/** "Vanaf" stands just before the number. */
const BEFORE = 15

const round = (value: number): number => Math.round(value * 10) / 10

/**
 * The hours of a part of a full week, 0.8 for "0,8 fte", read from `start` to `end` of a unit: by the full week that the
 * units of the advert name, else by ours. "Minstens 0,8 fte" may be all of it.
 */
export function hoursOfPart(part: Hours, unit: Unit, start: number, end: number, units: readonly Unit[] = []): Hours {
  const named = fullWeek(units)
  const week = named === undefined ? UNNAMED : { min: named, max: named }
  const open = AT_LEAST.test(unit.folded.slice(Math.max(0, start - BEFORE), end))
  return { min: round((part.min ?? 0) * week.min), max: open ? week.max : round((part.max ?? 1) * week.max) }
}
