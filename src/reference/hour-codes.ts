import type { Hours } from '../domain/vacancy.ts'

/** Between which hours a code lies. */
export interface HourSpan {
  readonly lo: number
  readonly hi: number
}

/** What lies above a whole hour starts so much above it. */
export const BEYOND = 0.001

/** A week says its least hours up to 40, a day up to 12; from there it is only "more". */
const MOST = { week: 40, day: 12 } as const
type Kind = keyof typeof MOST

/**
 * The code of hours in the index; null when not known ("0 uren" counts as not known).
 * - `20` = 20 hours; `20+` = more than 20 and less than 21; `41` of a week, `13` of a day = more than 40, more than 12.
 * - `4-8`: a day of 4 to 8 hours. A week needs its least hours only: up to there one may agree on fewer.
 */
export function hourCode(hours: Hours | null, kind: Kind): string | null {
  if (hours === null || hours.min <= 0) return null
  const beyond = MOST[kind] + 1
  const whole = Math.floor(hours.min)
  if (kind === 'day' && hours.max > hours.min && whole < beyond) return `${whole}-${Math.min(beyond, Math.ceil(hours.max))}`
  if (hours.min > MOST[kind]) return String(beyond)
  return hours.min === whole ? String(whole) : `${whole}+`
}

const upTo = (n: number): readonly number[] => Array.from({ length: n + 1 }, (_, i) => i)

/** Every code of a week, fewest hours first. */
export const WEEK_CODES: readonly string[] = upTo(MOST.week).flatMap(n => [...(n === 0 ? [] : [String(n)]), n < MOST.week ? `${n}+` : String(n + 1)])

/** Every code of a day: one length, then from a shortest to a longest. */
export const DAY_CODES: readonly string[] = [
  ...upTo(MOST.day).flatMap(n => [...(n === 0 ? [] : [String(n)]), n < MOST.day ? `${n}+` : String(n + 1)]),
  ...upTo(MOST.day).flatMap(a =>
    upTo(MOST.day + 1)
      .filter(b => b > a)
      .map(b => `${a}-${b}`)
  )
]

function spanOf(code: string, kind: Kind): HourSpan {
  const [a, b] = code.split('-').map(Number.parseFloat) as [number, number?]
  const most = MOST[kind]
  if (b !== undefined) return { lo: a, hi: b > most ? Infinity : b }
  if (a > most) return { lo: most + BEYOND, hi: Infinity }
  return code.endsWith('+') ? { lo: a + BEYOND, hi: a + 1 - BEYOND } : { lo: a, hi: a }
}

const spans = {
  week: new Map(WEEK_CODES.map(c => [c, spanOf(c, 'week')])),
  day: new Map(DAY_CODES.map(c => [c, spanOf(c, 'day')]))
} as const

/** The hours a code stands for. */
export const hoursOfCode = (code: string, kind: Kind): HourSpan => spans[kind].get(code) ?? spanOf(code, kind)
