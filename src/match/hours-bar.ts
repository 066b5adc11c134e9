import type { Evidence } from '../domain/vacancy.ts'
import type { Fact } from '../domain/reason.ts'
import { dutchNumber } from '../reference/numbers.ts'
import { standHours, type HoursCapacity, type HoursRule } from '../reference/fml/hours.ts'
import type { Bar, Explanation, Stand } from './criterion.ts'
import { any, type Predicate } from './predicate.ts'

/** The codes of `hours` and `day_hours`: whole hours rounded up, 41 = above 40 (`engines.md` 1). */
export const HOUR_CODES: readonly string[] = Array.from({ length: 41 }, (_, i) => String(i + 1))

/** The codes up to and including a number of hours. Above 40 the code 41 says too little to fit. */
export const hoursUpTo = (hours: number): readonly string[] => HOUR_CODES.filter(h => Number(h) <= Math.min(hours, 40))

const codesThat = (rule: HoursRule, stand: 'fits' | 'over'): readonly string[] => HOUR_CODES.filter(h => standHours(Number(h), rule) === stand)

/** Codes that are too many today and at every later step: only those exclude (`fml.md` 8, build-up). */
export function conflictCodes(capacity: HoursCapacity): readonly string[] {
  if (capacity.now === null) return []
  const rules = [capacity.now, ...capacity.later.map(l => l.rule)]
  return HOUR_CODES.filter(h => rules.every(rule => standHours(Number(h), rule) === 'over'))
}

export const fittingCodes = (capacity: HoursCapacity): readonly string[] => (capacity.now === null ? HOUR_CODES : codesThat(capacity.now, 'fits'))

/** A bar over an hours field: `any` of the values too many, and of those that fit (`engines.md` 5.3). */
export function barOfHours(id: string, field: 'hours' | 'day_hours', capacity: HoursCapacity, question: string, alsoFits?: Predicate): Bar {
  const fits = any(field, fittingCodes(capacity))
  return {
    id,
    conflict: any(field, conflictCodes(capacity)),
    fits: alsoFits === undefined ? fits : { op: 'atLeast', n: 1, of: [fits, alsoFits] },
    question,
    lever: null
  }
}

const KIND = { gemiddeld: 'gemiddeld', ten_hoogste: 'ten hoogste' } as const

const factsOf = (evidence: Evidence | undefined, text: string): Fact[] =>
  evidence === undefined ? [] : [{ kind: evidence.from === 'rule' ? 'rule' : 'stated', text, at: null, by: null, span: evidence.span }]

/** Why hours stand as they do: limit, demand, margin, and the date from which a later step would fit. */
export function explainHours(stand: Stand, capacity: HoursCapacity, hours: number | null, code: string | null, evidence: Evidence | undefined): Explanation {
  const rule = capacity.now
  const fitsFrom = code === null ? undefined : capacity.later.find(l => standHours(Number(code), l.rule) === 'fits')?.from
  const codeOf =
    stand.state === 'conflict'
      ? 'uren.te-veel'
      : stand.state === 'fits'
        ? 'uren.past'
        : hours === null
          ? 'uren.niet-vermeld'
          : fitsFrom !== undefined
            ? 'uren.later'
            : 'uren.rand'
  return {
    code: codeOf,
    items: [],
    limit: rule === null ? null : `${KIND[rule.kind]} ${rule.below ? 'minder dan ' : ''}${dutchNumber(rule.value)} uur`,
    norm: null,
    load: hours === null ? null : `${dutchNumber(hours)} uur`,
    margins: rule === null || hours === null ? [] : [{ axis: 'amount', value: Math.round((rule.value - hours) * 10) / 10, unit: 'uur' }],
    facts: hours === null ? [] : factsOf(evidence, `${dutchNumber(hours)} uur`),
    figures: { fitsFrom: fitsFrom ?? null },
    weigh: hours !== null
  }
}
