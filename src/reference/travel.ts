import type { Travel } from '../domain/candidate.ts'

/**
 * Metres as the crow flies in one minute, per mode (P, eigen inschatting): car 51 km/h, public transport 33, bicycle 14,
 * walking 4.5. A route planner is no part of the product; times shown from this table are marked as an estimate.
 */
const METRES_PER_MINUTE: Readonly<Record<Exclude<Travel['mode'], 'onbekend'>, number>> = { auto: 850, ov: 550, fiets: 230, lopen: 75 }

/** Reach of a candidate in metres: within `fits` it is certain, beyond `over` it is too far. Undefined = no limit given. */
export function reachOf(travel: Travel): { readonly fits: number; readonly over: number } | undefined {
  if (travel.maxKm === null && travel.maxMinutes === null) return undefined
  const km = travel.maxKm === null ? Infinity : travel.maxKm * 1000
  const minutes = travel.maxMinutes
  if (minutes === null) return { fits: km, over: km }
  // Mode unknown: sure only where the slower of car and public transport gets, too far only where neither does.
  const slow = travel.mode === 'onbekend' ? METRES_PER_MINUTE.ov : METRES_PER_MINUTE[travel.mode]
  const fast = travel.mode === 'onbekend' ? METRES_PER_MINUTE.auto : METRES_PER_MINUTE[travel.mode]
  return { fits: Math.min(km, minutes * slow), over: Math.min(km, minutes * fast) }
}

/** Estimated minutes for a distance; undefined when the mode is not known. */
export const minutesFor = (metres: number, mode: Travel['mode']): number | undefined =>
  mode === 'onbekend' ? undefined : Math.round(metres / METRES_PER_MINUTE[mode])
