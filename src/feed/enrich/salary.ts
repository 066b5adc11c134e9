import type { Evidence, VacancyFacts } from '../../domain/vacancy.ts'
import type { Unit as TextUnit } from '../text/units.ts'
import { fromText, withEvidence, type Enricher } from '../enricher.ts'
import { allMatches } from '../text/all-matches.ts'
import { isSet, trigger } from '../text/cue.ts'
import { amount, fits, GUESSED, namedUnit, SIZES } from '../text/pay-units.ts'
import { isOfAnother } from '../text/whose.ts'

const N = '(\\d{1,3}(?:\\.\\d{3})+(?:,\\d{1,2})?|\\d{1,3},\\d{3}(?!\\d)|\\d{1,6}(?:[.,]\\d{1,2})?)(?![.,]?\\d)'
const AMOUNT = `(?:€|(?<![a-z])eur(?:o)?)\\s?${N}(?:,-|,=|,–)?`
const RANGE = new RegExp(
  `${AMOUNT}(?:\\s*\\([^()€]{0,15}\\))?(?:[^€\\d.]{0,30}?(?:-|–|/|(?<![a-z])(?:tot(?: maximaal)?|tot (?:een )?max(?:imaal|imum)?\\.?(?: van)?|en(?: maximaal)?|a|to|and|up to|max(?:imaal)?\\.?|later|daarna|doorgroeiend naar|groeiend naar|oplopend naar))\\s*(?:€|eur(?:o)?)?\\s?${N})?`,
  'g'
)
/** "2.500 tot 3.000 euro": the word behind the amount, read only where the sentence speaks of pay. */
const BEHIND = new RegExp(`(?<![\\d.,€])${N}(?:,-)?(?:\\s*(?:-|–|tot(?: maximaal)?|en|a|to|and)\\s*${N}(?:,-)?)?\\s*euros?\\b`, 'g')
const PAY = /\b(?:an hour|per hour|salaris|loon|uurloon|verdien|verdienen|schaal|bruto|beloning|salary|maandsalaris|inschaling|ontvang)\w*/
/** An amount with the time it is paid for, where no word of pay stands. */
const GROSS = /\beuros? (?:bruto |gross )?(?:per|in het|in de) (?:uur|maand|hour|month)\b/
const OTHER =
  /(?<!(?:\b(?:plus|exclusief|excl\.?)|\+) (?:een )?)\b(?:\w*vergoeding|reiskosten|\w*budget|bonus|omzet|korting|toeslag|kilometer|per km|miljoen|laptop|opleidingsbudget|eindejaarsuitkering|subsidie|opsparen|sparen)\b/

/** "Salaris 3.200 tot 4.100 per maand": no sign of money, but a word of pay before a range. */
const BARE = new RegExp(
  [
    `\\b(?:(?:start|eind|bruto|jaar|basis|maand)?salaris|uurloon|loon|inschaling|verdien\\w*|beloning)\\b[^€\\d.;]{0,25}${N}\\s*(?:-|–|tot(?: maximaal)?|en)\\s*${N}(?!\\s*(?:uur|uren|jaar|dagen|%|fte))`,
    '(?<![\\d.,€])(\\d{1,2}\\.\\d{3})(?:,-)?\\s*(?:-|–|tot(?: maximaal)?|en)\\s*(\\d{1,2}\\.\\d{3})(?:,-)?(?=[^.;,]{0,15}\\b(?:bruto|per maand|p\\/m))',
    '(?<![\\d.,€])(\\d{2}[.,]\\d{2})(?:\\s*(?:-|–|tot)\\s*(\\d{2}(?:[.,]\\d{2})?))?(?=\\s*(?:bruto )?(?:per uur|p\\/u|p\\.u))',
    '(?<![\\d.,€$]|[€$] )(\\d{1,2}\\.\\d{3}(?:,\\d{2})?)(?:,-)?(?=\\s*(?:euro )?bruto (?:per maand|p\\/m))',
    // "Je verdient 14,50 vanaf 21 jaar", "15,50 – 18,00, afhankelijk van" and "FWG 50 (3.401-4.740)".
    '\\b(?:je verdient|verdien je|you earn) (\\d{2},\\d{2})(?![\\d,]| ?(?:-|–|tot|uur|km|%))',
    '^[\\s*•–-]*(\\d{2},\\d{2})\\s*(?:-|–|tot)\\s*(\\d{2},\\d{2})(?=\\s*(?:$|, afhankelijk|\\())',
    '\\b(?:fwg|schaal) ?\\d{1,2}[a-z]?,?:? ?\\(?(\\d\\.\\d{3})\\s*(?:-|–|tot)\\s*(\\d\\.\\d{3})(?![\\d.])'
  ].join('|'),
  'g'
)
/** One of these is in all that it matches. */
const PAID = trigger(
  'afhankelijk fwg schaal earn salaris startsalaris eindsalaris brutosalaris jaarsalaris basissalaris maandsalaris uurloon loon inschaling verdien* beloning bruto maand uur p'
)
/** "€ 14,99 p/u": pay, whatever else the list offers. */
const UNIT_BEHIND = /^\s*(?:bruto )?(?:per uur|p\/u|p\.u|per maand|p\/m|an hour|per hour|per month|a month)(?![a-z])/
/** "Vanaf € 14,90": the amount is the least; an amount alone is the pay itself. */
const LEAST =
  /\b(?:vanaf|minimaal|minstens|minimum|minimum salaris:?|start(?:salaris|loon)?(?: (?:op|bij|met|van|vanaf))?|begint (?:bij|op|met)|ten minste|from|at least|starting (?:at|from))\s*:?\s*(?:een |bruto )?(?:€|eur(?:o)?)?\s?$/
const OR_MORE = /^\s*(?:,-\s*)?(?:\+|of meer|en hoger|or more|bruto en meer)/

/** "Tot € 5.250", "maximaal € 5.746": the amount is the most. */
const MOST = /\b(?:tot|tot wel|tot maximaal|maximaal|max\.?|maximum|maximum salaris:?|hooguit|oplopend tot)\s*:?\s*(?:een |bruto )?(?:€|eur(?:o)?)?\s?$/

interface Pay {
  readonly salary: NonNullable<VacancyFacts['salary']>
  readonly evidence: Evidence
  readonly only: 'min' | 'max' | null
}

/**
 * The amount is something else than pay: a budget, a bonus, an allowance. A range ("car, bonus, € 3.800 - € 5.000") is judged by
 * its own part of the list, an amount alone by all that stands near.
 */
function isOther(text: string, from: number, to: number, range: boolean): boolean {
  const near = text.slice(Math.max(0, from - 40), to + 40)
  if (!range) return (OTHER.test(near) && !PAY.test(near)) || (OTHER.test(text) && !PAY.test(text))
  const before =
    text
      .slice(Math.max(0, from - 40), from)
      .split(', ')
      .at(-1) ?? ''
  const after = UNIT_BEHIND.test(text.slice(to)) ? '' : (text.slice(to, to + 40).split(/, |\. /)[0] ?? '')
  return OTHER.test(before) || (OTHER.test(after) && !PAY.test(after))
}

const FIRST = new RegExp(`^${AMOUNT}`)
const MOST_TIMES = 5
const isEnd = (first: number, high: string | undefined): boolean => high === undefined || (amount(high) >= first && amount(high) <= first * MOST_TIMES)
/** Between the ranges of two scales: "schaal 7 (€ 3.100 - € 4.500) of 8 (€ 3.700 - € 5.300)". */
const NEXT_SCALE = /^[)\s,]*(?:of|en|\/)\s+(?:in )?(?:\w*schaal |fwg )?[a-z0-9]{0,4}\s*\(?(?:van |tussen )?$/

/** The most of a range, or of the scale named behind it with which it overlaps. */
function withNextScale(text: string, to: number, [first, second]: readonly [number, number], ranges: readonly RegExpMatchArray[]): number {
  const next = ranges.find(r => (r.index ?? 0) >= to && r[2] !== undefined && NEXT_SCALE.test(text.slice(to, r.index)))
  const [low, high] = [amount(next?.[1] ?? '0'), amount(next?.[2] ?? '0')]
  return low >= first && low <= second && high >= second && high <= first * MOST_TIMES ? high : second
}

function payIn(piece: TextUnit): Pay | undefined {
  const text = piece.lower
  const bare = isSet(piece, PAID) && /\d/.test(text) ? allMatches(BARE, text) : []
  if (!text.includes('€') && !text.includes('eur') && bare.length === 0) return undefined
  const ranges = allMatches(RANGE, text)
  for (const m of [...ranges, ...(PAY.test(text) || GROSS.test(text) ? allMatches(BEHIND, text) : []), ...bare]) {
    const from = m.index
    const low = m[1] ?? m[3] ?? m[5] ?? m[7] ?? m[8] ?? m[9] ?? m[11] ?? ''
    // "€ 2.600 per maand en 36 uur": what follows is no other end of the pay.
    const high = ranges.includes(m) && !isEnd(amount(low), m[2]) ? undefined : (m[2] ?? m[4] ?? m[6] ?? m[10] ?? m[12])
    const to = from + (m[2] !== undefined && high === undefined ? (FIRST.exec(m[0])?.[0].length ?? 0) : m[0].length)
    if (isOther(text, from, to, high !== undefined || UNIT_BEHIND.test(text.slice(to)))) continue
    const first = amount(low)
    const second = high === undefined ? null : withNextScale(text, to, [first, amount(high)], ranges)
    const named = namedUnit(text, from, to, first)
    const unit = named ?? SIZES.find(([u]) => GUESSED.has(u) && fits(u, first))?.[0]
    if (unit === undefined || (second !== null && (second < first || second > first * 5))) continue
    const before = text.slice(Math.max(0, from - 30), from)
    const most = second === null && MOST.test(before)
    const least = second === null && !most && (LEAST.test(before) || OR_MORE.test(text.slice(to)))
    return {
      salary: { min: most ? null : first, max: most || (second === null && !least) ? first : second, unit, currency: 'EUR', scale: null },
      evidence: fromText(piece, from, to, 'description', named === undefined ? 'rule' : 'text'),
      only: second !== null ? null : most ? 'max' : 'min'
    }
  }
  return undefined
}

/** "Onze verkopers verdienen € 4.000 tot € 5.000". */
function isPaidToAnother(piece: TextUnit, { evidence }: Pay, title: string): boolean {
  const span = evidence.span
  return span !== null && isOfAnother(piece, span.start - piece.start, span.end - piece.start, title)
}

/** "Maximaal € 5.010 (minimaal € 3.540)", "max. € 7.000; min. € 5.044": the least stands behind the most. */
const LEAST_BEHIND = new RegExp(`\\b(?:minimaal|minimum|min\\.?|vanaf)\\s*:?\\s*${AMOUNT}`)
function leastBehind(piece: TextUnit, next: TextUnit | undefined, { salary: { max, unit } }: Pay): number | null {
  const m = LEAST_BEHIND.exec(piece.lower) ?? (next !== undefined && /^\W*min/.test(next.lower) ? LEAST_BEHIND.exec(next.lower) : null)
  const least = m === null ? null : amount(m[1] ?? '')
  return least !== null && max !== null && least <= max && least * MOST_TIMES >= max && fits(unit, least) ? least : null
}

/** "Max. € 4.200" above an advert that says "tussen € 3.100 en € 4.200" further on: the range with the same end. */
function rangeOf({ only, salary: one }: Pay, further: readonly TextUnit[]): Pay | undefined {
  for (const piece of further) {
    const pay = payIn(piece)
    if (
      pay?.only === null &&
      pay.salary.unit === one.unit &&
      pay.salary.min !== pay.salary.max &&
      (only === 'max' ? pay.salary.max === one.max : pay.salary.min === one.min)
    )
      return pay
  }
  return undefined
}

/** Gross pay with its unit; guessed by size only when no word says it, and marked so. */
export const salary: Enricher = {
  id: 'salary',
  order: 50,
  enrich(v, context) {
    for (let i = 0; i < context.units.length; i++) {
      const piece = context.units[i] as TextUnit
      const found = payIn(piece)
      if (found === undefined || isPaidToAnother(piece, found, context.title.folded)) continue
      // "Minimum salaris: € 3.450" and "maximum salaris: € 5.500" on two lines are one range.
      const next = found.only === 'min' && context.units[i + 1] !== undefined ? payIn(context.units[i + 1] as TextUnit) : undefined
      const max = next?.only === 'max' && next.salary.unit === found.salary.unit ? next.salary.max : found.salary.max
      const range = found.only === null || next?.only === 'max' ? undefined : rangeOf(found, context.units.slice(i + 1))
      if (range !== undefined) return { salary: range.salary, evidence: withEvidence(v, 'salary', range.evidence) }
      const min = found.only === 'max' ? leastBehind(piece, context.units[i + 1], found) : found.salary.min
      return { salary: { ...found.salary, min, max }, evidence: withEvidence(v, 'salary', found.evidence) }
    }
    return {}
  }
}
