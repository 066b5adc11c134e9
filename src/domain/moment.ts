import { z } from 'zod'

/** A calendar day in Europe/Amsterdam, `YYYY-MM-DD`. */
export const DaySchema = z.iso.date()
export type Day = z.infer<typeof DaySchema>

/** A day and a time, passed in; no rule reads a clock. `day` is the local day in Europe/Amsterdam, `instant` is UTC. */
export interface Moment {
  readonly day: Day
  readonly instant: string
}

const MS_PER_DAY = 86_400_000

/** Whole days since 1970-01-01 of a calendar day; the unit of `published` and `closes` in the index. */
export const dayNumber = (day: Day): number => Math.round(Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY)

/** The calendar day of a day number. */
export const dayOf = (number: number): Day => new Date(number * MS_PER_DAY).toISOString().slice(0, 10)

/** A calendar day `days` later (or earlier when negative). */
export const addDays = (day: Day, days: number): Day => dayOf(dayNumber(day) + days)

/** A calendar day `months` later; the last day of the month when the day does not exist there. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}

const amsterdam = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The moment of an instant: its local day in Amsterdam, also on clock-change days. */
export const momentOf = (instant: Date): Moment => ({ day: amsterdam.format(instant), instant: instant.toISOString() })

/** Noon in UTC of a day: the moment a command or an import pretends to run on. */
export const noonOf = (day: Day): Moment => ({ day, instant: `${day}T12:00:00.000Z` })

const clock = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'longOffset'
})

/** An instant as people in the Netherlands read it, with the distance to UTC: `24-11-2026 13:00:00 +01:00`. */
export function dutchTime(instant: string): string {
  const part = Object.fromEntries(clock.formatToParts(new Date(instant)).map(p => [p.type, p.value]))
  return `${part['day']}-${part['month']}-${part['year']} ${part['hour']}:${part['minute']}:${part['second']} ${(part['timeZoneName'] ?? '').replace('GMT', '')}`
}
