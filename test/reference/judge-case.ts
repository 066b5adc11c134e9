import type { Day } from '../../src/domain/moment.ts'
import type { CapacityDocument } from '../../src/domain/capacity.ts'
import type { Dimensie } from '../../src/domain/dimensie.ts'
import type { Frequency, Load } from '../../src/domain/load.ts'
import type { Outcome, Uitkomst } from '../../src/domain/verdict.ts'
import { load } from '../helpers/vacancy.ts'

/** What `judge` says of loads at one level of a ladder; `niets` = no token. */
export interface JudgeCase {
  readonly name: string
  readonly loads: readonly Load[]
  readonly niveau: number
  readonly expect: Uitkomst | 'niets'
  /** The ladder asked; the dimension of the first load unless named. */
  readonly on: Dimensie
}

export const judged = (name: string, loads: Load | readonly Load[], niveau: number, expect: Uitkomst | 'niets', on?: Dimensie): JudgeCase => {
  const list = Array.isArray(loads) ? (loads as readonly Load[]) : [loads as Load]
  return { name, loads: list, niveau, expect, on: on ?? (list[0] as Load).dimensie }
}

/** How loads stand to whole documents: every bar of a limit with its outcome, and the bars named besides. */
export interface DocumentCase {
  readonly name: string
  readonly documents: readonly CapacityDocument[]
  readonly loads: readonly Load[]
  readonly day?: Day
  readonly expect: Readonly<Record<string, Outcome>>
}

const of =
  (dimensie: Dimensie, unit: string) =>
  (value: number, rest: Partial<Load> = {}): Load =>
    load(dimensie, { op: 'eq', value, unit }, rest)

const hourly = (count: number): Frequency => ({ count, per: 'hour' })

/** Lifting in kg, so many times an hour; no number = not stated. */
export const lift = (kg: number, perHour?: number, rest: Partial<Load> = {}): Load =>
  of('tillen_kg', 'kg')(kg, { frequency: perHour === undefined ? null : hourly(perHour), ...rest })
/** Carrying in kg, so many minutes at a stretch. */
export const carry = (kg: number, minutes?: number, perHour?: number): Load =>
  of('dragen_kg', 'kg')(kg, { minutes: minutes ?? null, frequency: perHour === undefined ? null : hourly(perHour) })
export const walk = of('lopen_min_aaneen', 'min')
export const kneel = of('knielen_per_uur', 'per-hour')
export const focus = of('aandacht_vasthouden_min', 'min')
export const stand = of('staan_uur_dag', 'hour')
export const sit = of('zitten_uur_dag', 'hour')
export const bend = of('buigen_per_uur', 'per-hour')
export const above = (minutes: number, perHour: number): Load => of('boven_schouder_min', 'min')(minutes, { frequency: hourly(perHour) })
export const climb = of('klimmen', 'm')
export const degrees = of('temperatuur', 'celsius')

/** A plain yes or no, or a named answer. */
export const says = (dimensie: Dimensie, value: boolean | string, rest: Partial<Load> = {}): Load => load(dimensie, { op: 'eq', value }, rest)

/** An employer's answer, dated. */
export const CONFIRMED = { provenance: 'confirmed', kind: 'answer', confidence: 5, at: '2026-11-01', by: 'leidinggevende' } as const satisfies Partial<Load>
/** What a person settled: the highest FML level at which the work can still be done. */
export const settled = (dimensie: Dimensie, niveau: number, rest: Partial<Load> = {}): Load =>
  load(dimensie, { op: 'eq', value: niveau, unit: 'niveau' }, { ...CONFIRMED, ...rest })

/** Words in the text that need reading. */
export const WORDS = { provenance: 'expected', kind: 'text', confidence: 3 } as const satisfies Partial<Load>
/** What the occupation makes expect. */
export const band = (dimensie: Dimensie, step: number, amount: Load['amount'] = null): Load =>
  load(dimensie, amount, { provenance: 'expected', kind: 'occupation', confidence: 2, band: step })
