import { openClient, type Client } from './client.ts'
import { UsageError, type Arguments } from './command.ts'
import { readConfig } from './config.ts'
import { DaySchema, noonOf, type Day } from './domain/moment.ts'
import { TenantSchema, type Tenant } from './domain/tenant.ts'

type Values = Arguments['values']

/** A day an option names; undefined where it is left out. Throws UsageError for anything but a date. */
export function dayOption(values: Values, name = 'at'): Day | undefined {
  if (values[name] === undefined) return undefined
  const day = DaySchema.safeParse(values[name])
  if (!day.success) throw new UsageError(`--${name} moet een datum zijn als 2025-04-20.`)
  return day.data
}

/** The bureau a command works for. Throws UsageError for what cannot be the name of one. */
export function bureauOption(values: Values): Tenant {
  const bureau = TenantSchema.safeParse(values['bureau'] ?? 'demo')
  if (!bureau.success) throw new UsageError('--bureau mag alleen kleine letters, cijfers en streepjes hebben, hooguit 30.')
  return bureau.data
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
  return await openClient(readConfig(), bureauOption(values), 'arbeidsdeskundige', day === undefined ? undefined : () => noonOf(day))
}
