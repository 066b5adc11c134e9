import type { Location } from '../../domain/vacancy.ts'
import { fold } from '../../reference/dutch.ts'
import { isCountry, locate, provinceOf } from '../../reference/places.ts'

const POSTCODE = /^([1-9]\d{3})(?:\s?(?!SA|SD|SS)([A-Z]{2}))?$/

/** A Dutch postcode as `1234 AB` or its four digits; null when it is none. */
export function cleanPostcode(raw: string): string | null {
  const m = POSTCODE.exec(raw.trim().toUpperCase())
  return m === null ? null : m[2] === undefined ? (m[1] as string) : `${m[1]} ${m[2]}`
}

const VAGUE = /^(?:(?:regio|omgeving|omstreken|rondom|randstad|diverse|meerdere|landelijk|nationwide|provincie)\b|heel\s)/i
const ABROAD: Readonly<Record<string, string>> = {
  belgie: 'BE',
  belgium: 'BE',
  duitsland: 'DE',
  germany: 'DE',
  be: 'BE',
  de: 'DE',
  uk: 'GB',
  fr: 'FR',
  frankrijk: 'FR',
  luxemburg: 'LU'
}

export interface PlaceOutcome {
  readonly location: Location
  readonly code: 'unknown-place' | 'ambiguous-place' | 'coordinate-far' | 'bad-postcode' | null
}

const empty: Location = { country: 'NL', postcode: null, place: null, lat: null, lon: null, precision: null, code: null }

/** Splits `Amsterdam Zuid, NH, NL` and `Utrecht, Utrecht, Netherlands` into town, province and country. */
export function splitPlace(raw: string): { readonly town: string | null; readonly province: string | undefined; readonly country: string } {
  const parts = raw
    .split(',')
    .map(p => p.trim())
    .filter(p => p !== '')
  const abroad = parts.map(p => ABROAD[fold(p)]).find(c => c !== undefined)
  if (abroad !== undefined && parts.length > 1) return { town: parts[0] ?? null, province: undefined, country: abroad }
  const rest = parts.filter(p => !isCountry(p))
  const [first, ...others] = rest
  const province = others.map(provinceOf).find(p => p !== undefined)
  if (first === undefined) return { town: null, province: undefined, country: 'NL' }
  // A province in the town field says no more than the province.
  if (rest.length === 1 && provinceOf(first) !== undefined && !/^(?:utrecht|groningen)$/i.test(first))
    return { town: null, province: provinceOf(first), country: 'NL' }
  return { town: first, province, country: 'NL' }
}

/** A town with the quarter or direction a board adds (`Amsterdam Zuid`, `Den Haag Centrum`) cut off. */
const withoutQuarter = (town: string): string =>
  town.replace(/[\s-]+(?:zuid|noord|oost|west|centrum|zuidoost|zuidwest|noordoost|noordwest|zuid-oost|binnenstad|stad)$/i, '')

/**
 * A work location as a code of the places table. Vague words ("regio Utrecht", "Randstad") lower the precision and give no
 * point; an ambiguous or unknown name stays unknown.
 */
export function normalisePlace(input: Partial<Location>, hint?: string): PlaceOutcome {
  const split =
    input.place === null || input.place === undefined ? { town: null, province: undefined, country: input.country ?? 'NL' } : splitPlace(input.place)
  const country = input.country !== undefined && input.country !== 'NL' ? input.country : split.country
  const given = input.postcode ?? null
  const postcode = given === null || country !== 'NL' ? given : cleanPostcode(given)
  const base: Location = { ...empty, country, postcode, place: split.town ?? input.place ?? null, lat: input.lat ?? null, lon: input.lon ?? null }
  if (country !== 'NL') return { location: base, code: null }
  if (split.town !== null && VAGUE.test(split.town)) return { location: { ...base, precision: 'province' }, code: null }
  if (split.town === null && postcode === null && base.lat === null) {
    return { location: { ...base, precision: split.province === undefined ? 'country' : 'province' }, code: null }
  }
  const province = split.province ?? (hint === undefined ? undefined : provinceOf(hint))
  const at = (town: string | null): ReturnType<typeof locate> => locate({ place: town, postcode, lat: base.lat, lon: base.lon }, province)
  let found = at(split.town)
  if ((found === 'unknown' || (typeof found === 'object' && found.precision === 'pc2')) && split.town !== null && withoutQuarter(split.town) !== split.town) {
    const shorter = at(withoutQuarter(split.town))
    if (typeof shorter === 'object') found = shorter
  }
  if (found === 'ambiguous') return { location: base, code: 'ambiguous-place' }
  if (found === 'unknown') return { location: base, code: 'unknown-place' }
  return {
    location: { ...base, precision: found.precision, code: found.place.code, ...(found.far ? { lat: null, lon: null } : {}) },
    code: found.far ? 'coordinate-far' : given !== null && postcode === null ? 'bad-postcode' : null
  }
}
