import type { Amount, Load } from '../../domain/load.ts'
import type { Ladder, Step } from './ladders.ts'

/** The amount a load asks, as bounds in the ladder's unit; `hi` infinite when only a minimum is known. */
export interface Bounds {
  readonly lo: number
  readonly hi: number
}

/** Units of a load that mean the unit of a ladder, with their factor. */
const UNITS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  minuten: { min: 1, hour: 60 },
  'minuten aaneen': { min: 1, hour: 60 },
  'uur per werkdag': { hour: 1, min: 1 / 60 },
  'keer per uur': { 'per-hour': 1 },
  kg: { kg: 1 },
  kgf: { kgf: 1 },
  newton: { N: 1 },
  cm: { cm: 1 },
  graden: { degree: 1 },
  treden: { step: 1 },
  meter: { m: 1 }
}

/** So far below or above a figure lies what is less or more than it; no ladder has steps that near to each other. */
const NEXT = 1e-6

/**
 * The bounds of a numeric amount; undefined when its unit cannot be compared with the ladder. "Up to 25 kg" asks 25: the
 * advert says that it occurs; "less than 25 kg" never reaches it. "At least 20 kg" has no known end, "more than 20" starts above it.
 */
export function boundsOf(amount: Amount, ladder: Ladder): Bounds | undefined {
  if (typeof amount.value !== 'number') return undefined
  const factor = UNITS[ladder.unit]?.[amount.unit ?? '']
  if (factor === undefined) return undefined
  const value = amount.value * factor
  // Times are counted: fewer than six is five.
  if (amount.op === 'lt' && ladder.unit === 'keer per uur') return { lo: Math.ceil(value) - 1, hi: Math.ceil(value) - 1 }
  const lo = amount.op === 'lt' ? value - NEXT : amount.op === 'gt' ? value + NEXT : value
  return { lo, hi: amount.op === 'min' || amount.op === 'gt' ? Infinity : value }
}

/**
 * Times an hour as bounds. Per day or week says little about the busiest hour: all at once, or spread over 8 hours a day
 * (5 days a week); the truth lies between, so only a clear case is decided.
 */
export function perHourOf(load: Load): Bounds | undefined {
  const f = load.frequency
  if (f === null) return undefined
  switch (f.per) {
    case 'minute':
      return { lo: f.count * 60, hi: f.count * 60 }
    case 'hour':
      return { lo: f.count, hi: f.count }
    case 'day':
      return { lo: f.count / 8, hi: f.count }
    case 'week':
      return { lo: f.count / 40, hi: f.count }
  }
}

export type Axis = 'within' | 'over' | 'unknown'

const axis = (bounds: Bounds | undefined, limit: number | undefined): Axis => {
  if (limit === undefined) return 'within'
  if (bounds === undefined) return 'unknown'
  return bounds.hi <= limit ? 'within' : bounds.lo > limit ? 'over' : 'unknown'
}

/** How the axes beside the amount stand to one step. Zero minutes or times is within anything. */
export function besides(load: Load, step: Step): Axis {
  const minutes = load.minutes === null ? undefined : { lo: load.minutes, hi: load.minutes }
  const both = [axis(perHourOf(load), step.perHour), axis(minutes, step.minutes)]
  return both.includes('over') ? 'over' : both.includes('unknown') ? 'unknown' : 'within'
}

/** Whether an amount lies within what a step allows. `lt` never settles it: how much less is not said (`fml.md` 7). */
export function amountWithin(bounds: Bounds, step: Step): boolean {
  if (bounds.hi <= 0) return true
  if (step.value === undefined || step.op === 'lt') return false
  return bounds.hi <= step.value
}
