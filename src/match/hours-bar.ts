import type { Evidence } from '../domain/vacancy.ts'
import type { Fact } from '../domain/reason.ts'
import { dutchNumber } from '../reference/numbers.ts'
import { rulesOf, standHours, type HoursCapacity, type HoursRule } from '../reference/fml/hours.ts'
import { DAY_CODES, hoursOfCode, WEEK_CODES } from '../reference/hour-codes.ts'
import type { Bar, Explanation, Stand } from './criterion.ts'
import { any, type Predicate } from './predicate.ts'

type Field = 'hours' | 'day_hours'
const KINDS = { hours: 'week', day_hours: 'day' } as const
const CODES = { hours: WEEK_CODES, day_hours: DAY_CODES } as const

/** The codes whose hours are surely no more than so many. */
export const hoursUpTo = (hours: number, field: Field): readonly string[] => CODES[field].filter(c => hoursOfCode(c, KINDS[field]).hi <= hours)

/** How the hours of a code stand to a rule. */
export const standCode = (code: string, field: Field, rule: HoursRule): ReturnType<typeof standHours> => standHours(hoursOfCode(code, KINDS[field]), rule)

/** Codes that are too many today and at every later step: only those exclude (`fml.md` 8, build-up). */
export const conflictCodes = (capacity: HoursCapacity, field: Field): readonly string[] =>
  capacity.now === null ? [] : CODES[field].filter(c => rulesOf(capacity).every(rule => standCode(c, field, rule) === 'over'))

/** Codes that fit today and at every later step: a step to fewer hours is not passed over. */
const fittingCodes = (capacity: HoursCapacity, field: Field): readonly string[] =>
  CODES[field].filter(c => rulesOf(capacity).every(rule => standCode(c, field, rule) === 'fits'))

/** A bar over an hours field: `any` of the values too many, and of those that fit (`engines.md` 5.3). */
export function barOfHours(id: string, field: Field, capacity: HoursCapacity, question: string, alsoFits?: Predicate): Bar {
  const fits = any(field, fittingCodes(capacity, field))
  return {
    id,
    conflict: any(field, conflictCodes(capacity, field)),
    fits: alsoFits === undefined ? fits : { op: 'atLeast', n: 1, of: [fits, alsoFits] },
    question,
    lever: null
  }
}

const KIND = { gemiddeld: 'gemiddeld', ten_hoogste: 'ten hoogste' } as const

const factsOf = (evidence: Evidence | undefined, text: string): Fact[] =>
  evidence === undefined ? [] : [{ kind: evidence.from === 'rule' ? 'rule' : 'stated', text, at: null, by: null, span: evidence.span }]

/** Hours of an advert as the bar read them: the figures, their code and their passage. */
interface Asked {
  readonly field: Field
  readonly least: number | null
  readonly most: number | null
  readonly code: string | null
  readonly evidence: Evidence | undefined
}

/** Why hours stand as they do: limit, demand, margin, and the date from which a later step would fit. */
export function explainHours(stand: Stand, capacity: HoursCapacity, { field, least, most, code, evidence }: Asked): Explanation {
  const rule = capacity.now ?? capacity.later[0]?.rule ?? null
  const fitsFrom = code === null ? undefined : capacity.later.find(l => standCode(code, field, l.rule) === 'fits')?.from
  const codeOf =
    stand.state === 'conflict'
      ? 'uren.te-veel'
      : stand.state === 'fits'
        ? 'uren.past'
        : least === null
          ? 'uren.niet-vermeld'
          : fitsFrom !== undefined
            ? 'uren.later'
            : 'uren.rand'
  const load = least === null ? null : most === null || most === least ? `${dutchNumber(least)} uur` : `${dutchNumber(least)} tot ${dutchNumber(most)} uur`
  return {
    code: codeOf,
    items: [],
    limit: rule === null ? null : `${KIND[rule.kind]} ${rule.below ? 'minder dan ' : ''}${dutchNumber(rule.value)} uur`,
    norm: null,
    load,
    margins: rule === null || least === null ? [] : [{ axis: 'amount', value: Math.round((rule.value - (most ?? least)) * 10) / 10, unit: 'uur' }],
    facts: load === null ? [] : factsOf(evidence, load),
    figures: { fitsFrom: fitsFrom ?? null },
    weigh: least !== null
  }
}
