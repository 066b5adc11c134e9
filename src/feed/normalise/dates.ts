import { dayNumber, dayOf, momentOf, type Day } from '../../domain/moment.ts'

const MONTHS: Readonly<Record<string, number>> = {
  januari: 1,
  jan: 1,
  january: 1,
  februari: 2,
  feb: 2,
  february: 2,
  maart: 3,
  mrt: 3,
  mar: 3,
  march: 3,
  april: 4,
  apr: 4,
  mei: 5,
  may: 5,
  juni: 6,
  jun: 6,
  june: 6,
  juli: 7,
  jul: 7,
  july: 7,
  augustus: 8,
  aug: 8,
  august: 8,
  september: 9,
  sep: 9,
  sept: 9,
  oktober: 10,
  okt: 10,
  oct: 10,
  october: 10,
  november: 11,
  nov: 11,
  december: 12,
  dec: 12
}

export type DateOutcome = { readonly day: Day } | { readonly code: 'bad-date' | 'ambiguous-date' | 'future-date' }

/** A real calendar day, or undefined. */
function dayFrom(year: number, month: number, date: number): Day | undefined {
  const full = year < 100 ? 2000 + year : year
  const at = new Date(Date.UTC(full, month - 1, date))
  if (full < 1990 || full > 2100 || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== date) return undefined
  return at.toISOString().slice(0, 10)
}

const inRange = (day: Day): boolean => day >= '1990' && day < '2101'

/** Seconds or milliseconds since 1970, or a spreadsheet's number of a day (46346 = 2026-11-20). */
function counted(text: string): Day | undefined {
  if (/^[3-7]\d{4}$/.test(text)) return inRange(dayOf(Number(text) - 25_569)) ? dayOf(Number(text) - 25_569) : undefined
  if (!/^\d{10}$|^\d{13}$/.test(text)) return undefined
  const { day } = momentOf(new Date(Number(text) * (text.length === 10 ? 1000 : 1)))
  return inRange(day) ? day : undefined
}

/** An ISO date; a time with its zone falls on the day it is in Amsterdam. */
function iso(text: string): Day | undefined {
  const m = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text)
  const day = m === null ? undefined : dayFrom(Number(m[1]), Number(m[2]), Number(m[3]))
  if (day === undefined || !/[t ]\d\d:\d\d.*(?:z|[+-]\d\d:?\d\d)$/.test(text)) return day
  const at = new Date(text.toUpperCase())
  return Number.isNaN(at.getTime()) ? day : momentOf(at).day
}

function numeric(text: string, order: 'dmy' | 'unknown'): DateOutcome | undefined {
  const m = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?!\d)/.exec(text)
  if (m === null) return undefined
  const [a, b, year] = [Number(m[1]), Number(m[2]), Number(m[3])]
  // A slash date is only read when the order is known: declared, or a number above 12 gives it away.
  if (text.includes('/') && order === 'unknown' && a <= 12 && b <= 12 && a !== b) return { code: 'ambiguous-date' }
  const day = order === 'dmy' || a > 12 || b <= 12 ? dayFrom(year, b, a) : dayFrom(year, a, b)
  return day === undefined ? { code: 'bad-date' } : { day }
}

/**
 * A calendar day as feeds write it: ISO (also unpadded or with a time), `16-04-2025`, `2 december 2026`, RFC 822, epoch.
 * Impossible, far-off and placeholder dates give a code, never a guess (`feeds.md` 4).
 */
export function parseDate(raw: string, order: 'dmy' | 'unknown' = 'unknown'): DateOutcome {
  const text = raw.trim().toLowerCase()
  const words = /(\d{1,2})(?:e|ste)?\s+([a-z]{3,9})\.?,?\s+(\d{4}|\d{2})(?!\d)/.exec(text)
  const month = MONTHS[words?.[2] ?? '']
  if (words !== null && month !== undefined) {
    const day = dayFrom(Number(words[3]), month, Number(words[1]))
    return day === undefined ? { code: 'bad-date' } : { day }
  }
  const found = numeric(text, order)
  if (found !== undefined) return found
  const day = iso(text) ?? counted(text)
  return day === undefined ? { code: 'bad-date' } : { day }
}

/** A closing date further away than this is a placeholder (9999-12-31 and the like). */
export const tooFar = (day: Day, today: Day): boolean => dayNumber(day) - dayNumber(today) > 2 * 366
