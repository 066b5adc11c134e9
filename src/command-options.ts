import { openClient, type Client } from './client.ts'
import { UsageError, type Arguments } from './command.ts'
import { readConfig } from './config.ts'
import { DaySchema, noonOf, type Day } from './domain/moment.ts'

type Values = Arguments['values']

/** The day of `--at`; undefined where it is left out. Throws UsageError for anything but a date. */
export function dayOption(values: Values): Day | undefined {
  if (values['at'] === undefined) return undefined
  const day = DaySchema.safeParse(values['at'])
  if (!day.success) throw new UsageError('--at moet een datum zijn als 2025-04-20.')
  return day.data
}

/** A whole number from 1 to `most`, or the standard one where it is left out. Throws UsageError. */
export function wholeOption(values: Values, name: string, standard: number, most: number): number {
  const n = Number(values[name] ?? standard)
  if (!Number.isInteger(n) || n < 1 || n > most) throw new UsageError(`--${name} is een getal van 1 tot ${most}.`)
  return n
}

/** The API for a command about candidates: the bureau of `--bureau`, on the day of `--at`. */
export async function openCaseClient(values: Values): Promise<Client> {
  const day = dayOption(values)
  return await openClient(readConfig(), String(values['bureau'] ?? 'demo'), 'arbeidsdeskundige', day === undefined ? undefined : () => noonOf(day))
}
