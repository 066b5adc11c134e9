import type { VacancyFacts } from '../../domain/vacancy.ts'
import { readNumber } from '../text/pattern.ts'
import { fromText, withEvidence, type Enricher } from '../enricher.ts'

const N = '(\\d{1,3}(?:\\.\\d{3})+(?:,\\d{1,2})?|\\d{1,6}(?:[.,]\\d{1,2})?)'
const AMOUNT = `(?:€|eur(?:o)?)\\s?${N}(?:,-|,=|,–)?`
const RANGE = new RegExp(`${AMOUNT}(?:[^€\\d.]{0,30}?(?:-|–|tot(?: maximaal)?|en(?: maximaal)?|a|max(?:imaal)?\\.?)\\s*(?:€|eur(?:o)?)?\\s?${N})?`, 'g')
/** "2.500 tot 3.000 euro": the word behind the amount, read only where the sentence speaks of pay. */
const BEHIND = new RegExp(`(?<![\\d.,€])${N}(?:,-)?(?:\\s*(?:-|–|tot(?: maximaal)?|en|a)\\s*${N}(?:,-)?)?\\s*euro\\b`, 'g')
/** Hours of the week or day beside an amount are no unit of pay. */
const HOURS = /\d+(?:[.,]\d+)?\s*(?:uur|uren|u)\s*(?:per|p\.?)\s*(?:week|dag|w)\b/g
type Unit = NonNullable<VacancyFacts['salary']>['unit']

const UNITS: ReadonlyArray<readonly [Unit, RegExp]> = [
  ['HOUR', /\b(?:per uur|p\/u|uurloon|p\.u|per hour|bruto per uur)\b/],
  ['MONTH', /\b(?:per maand|p\/m|maandsalaris|p\.m|bruto per maand|per month|maand)\b/],
  ['YEAR', /\b(?:per jaar|op jaarbasis|jaarsalaris|per annum|bruto per jaar|per year)\b/],
  ['WEEK', /\bper week\b/],
  ['DAY', /\bper dag\b/]
]
/** What pay of a unit can be (`feeds.md` 4); a word that names an impossible unit belongs to something else ("32 uur per week"). */
const SIZES: ReadonlyArray<readonly [Unit, number, number]> = [
  ['HOUR', 10, 75],
  ['MONTH', 1_500, 12_000],
  ['YEAR', 18_000, 150_000],
  ['WEEK', 300, 3_000],
  ['DAY', 80, 1_000]
]
const GUESSED = new Set<Unit>(['HOUR', 'MONTH', 'YEAR'])

const fits = (unit: Unit, amount: number): boolean => SIZES.some(([u, lo, hi]) => u === unit && amount >= lo && amount <= hi)
const PAY = /\b(?:salaris|loon|uurloon|verdien|verdienen|schaal|bruto|beloning|salary|maandsalaris|inschaling|ontvang)\w*/
const OTHER = /\b(?:vergoeding|reiskosten|budget|bonus|omzet|korting|toeslag|kilometer|per km|miljoen|laptop|opleidingsbudget|eindejaarsuitkering|subsidie)\b/

const amount = (text: string): number => readNumber(/^\d{1,3}(?:\.\d{3})+,\d+$/.test(text) ? text.replaceAll('.', '') : text)

/** Gross pay with its unit; guessed by size only when no word says it, and marked so. */
export const salary: Enricher = {
  id: 'salary',
  order: 50,
  enrich(v, context) {
    if (v.salary !== null) return {}
    for (const unit of context.units) {
      if (!/€|eur/.test(unit.lower) || (!PAY.test(unit.lower) && OTHER.test(unit.lower))) continue
      for (const m of [...unit.lower.matchAll(RANGE), ...(PAY.test(unit.lower) ? unit.lower.matchAll(BEHIND) : [])]) {
        const around = unit.lower.slice(Math.max(0, m.index - 40), m.index + m[0].length + 40).replace(HOURS, ' ')
        if (OTHER.test(around) && !PAY.test(around)) continue
        const [min, max] = [amount(m[1] ?? ''), m[2] === undefined ? null : amount(m[2])]
        const named = UNITS.find(([u, p]) => p.test(around) && fits(u, min))?.[0]
        const unitOf = named ?? SIZES.find(([u]) => GUESSED.has(u) && fits(u, min))?.[0]
        if (unitOf === undefined || (max !== null && (max < min || max > min * 5))) continue
        return {
          salary: { min, max, unit: unitOf, currency: 'EUR', scale: null },
          evidence: withEvidence(v, 'salary', fromText(unit, m.index, m.index + m[0].length, 'description', named === undefined ? 'rule' : 'text'))
        }
      }
    }
    return {}
  }
}
