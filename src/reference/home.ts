import { hasPostcodes, locate, metresBetween, mainTownOf, PLACES, postcodeCode, townsNamed, type Place } from './places.ts'

/** Where a candidate lives, and how exactly that is known: `pc2` = from the first two digits of a postcode only. */
export interface Home {
  readonly place: Place
  readonly precision: 'place' | 'pc4' | 'pc2'
}

/** Four digits, maybe two letters, maybe a town behind them. SA, SD and SS are never given out. */
const POSTCODE = /^([1-9]\d{3})(?:\s?(?!s[ads]\b)([a-z]{2})(?![a-z]))?(?:[\s,]+(.+))?$/i
/** How far a town may lie outside the region of the postcode beside it, in metres. */
const BESIDE = 20_000

const townAlone = (name: string): Home | undefined => {
  const found = locate({ place: name, postcode: null, lat: null, lon: null })
  return typeof found === 'string' ? undefined : { place: found.place, precision: 'place' }
}

/** The town behind a postcode; its first word may look like the letters of the code ("3731 De Bilt"). */
function townBehind(letters: string | undefined, rest: string | undefined): string | undefined {
  const names = [rest, letters === undefined || rest === undefined ? undefined : `${letters} ${rest}`]
  return names.find(name => name !== undefined && townsNamed(name).length > 0)
}

/**
 * Home as a record names it: a town, a postcode, or both. Undefined when it is not found: no such town, one of several, a
 * postcode of no form or that a whole table of postcodes does not have, or a town elsewhere than its postcode. Never a guess.
 */
export function locateHome(home: string): Home | undefined {
  const text = home.trim()
  if (!/^\d/.test(text)) return townAlone(text)
  const [, pc4, letters, rest] = POSTCODE.exec(text) ?? []
  if (pc4 === undefined) return undefined
  const town = townBehind(letters, rest)
  if (rest !== undefined && town === undefined) return undefined
  const found = locate({ place: town ?? null, postcode: pc4, lat: null, lon: null })
  if (typeof found === 'string') return undefined
  const region = PLACES.get(`pc2-${pc4.slice(0, 2)}`)
  if (found.precision === 'place') return region !== undefined && metresBetween(region, found.place) > region.radius + BESIDE ? undefined : found
  // Without a table the last two digits cannot be checked; with one, what it does not have does not exist.
  return found.precision === 'pc2' && hasPostcodes() && !PLACES.has(postcodeCode(pc4)) ? undefined : found
}

/** A home as it was understood, for people: a wrong digit must show. */
export function describeHome({ place, precision }: Home): string {
  if (precision === 'place') return place.name
  return precision === 'pc4' ? place.name : `${place.name} (omgeving ${mainTownOf(place) ?? '?'})`
}
