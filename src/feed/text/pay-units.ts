import type { VacancyFacts } from '../../domain/vacancy.ts'
import { readNumber } from './pattern.ts'

/** Hours of the week or day beside an amount are no unit of pay. */
const HOURS = /\d+(?:[.,]\d+)?\s*(?:uur|uren|u|hours?|hrs)\s*(?:per|p\.?|a)\s*(?:week|dag|day|w)\b/g
export type PayUnit = NonNullable<VacancyFacts['salary']>['unit']

const UNITS: ReadonlyArray<readonly [PayUnit, RegExp]> = [
  ['HOUR', /(?<![a-z])(?:per uur|in het uur|p\/u|uurloon|p\.u|per hour|an hour|bruto per uur)\b/],
  ['MONTH', /(?<![a-z])(?:per maand|p\/m|maandsalaris|p\.m|bruto per maand|per month|a month|maand)\b/],
  ['YEAR', /(?<![a-z])(?:per jaar|op jaarbasis|jaarsalaris|per annum|bruto per jaar|per year|a year)\b/],
  ['WEEK', /\bper week\b/],
  ['DAY', /\bper dag\b/]
]
/** What pay of a unit can be (`feeds.md` 4); a word that names an impossible unit belongs to something else ("32 uur per week"). */
export const SIZES: ReadonlyArray<readonly [PayUnit, number, number]> = [
  ['HOUR', 10, 75],
  ['MONTH', 1_500, 12_000],
  ['YEAR', 18_000, 150_000],
  ['WEEK', 300, 3_000],
  ['DAY', 80, 1_000]
]
export const GUESSED = new Set<PayUnit>(['HOUR', 'MONTH', 'YEAR'])

export const fits = (unit: PayUnit, amount: number): boolean => SIZES.some(([u, lo, hi]) => u === unit && amount >= lo && amount <= hi)
export const amount = (text: string): number =>
  readNumber(/^\d{1,3},\d{3}$/.test(text) ? text.replace(',', '') : /^\d{1,3}(?:\.\d{3})+,\d+$/.test(text) ? text.replaceAll('.', '') : text)

/** The unit named nearest to an amount; one the amount cannot have belongs to something else. */
export function namedUnit(text: string, from: number, to: number, value: number): PayUnit | undefined {
  const around = text.slice(Math.max(0, from - 40), to + 40).replace(HOURS, h => ' '.repeat(h.length))
  const centre = Math.min(40, from)
  let best: { readonly unit: PayUnit; readonly distance: number } | undefined
  for (const [unit, pattern] of UNITS) {
    if (!fits(unit, value)) continue
    const m = pattern.exec(around)
    if (m === null) continue
    const distance = m.index < centre ? centre - m.index - m[0].length : Math.max(0, m.index - centre - (to - from))
    if (best === undefined || distance < best.distance) best = { unit, distance }
  }
  return best?.unit
}
