import type { Location } from '../domain/vacancy.ts'
import { fold } from './dutch.ts'
import { cellList, readTable } from './table.ts'

/** A point of the one fixed table: a town, the middle of a two-digit postcode region with its radius, or of an imported postcode. */
export interface Place {
  readonly code: string
  readonly name: string
  readonly province: string
  readonly lat: number
  readonly lon: number
  /** Metres around the point the work place may lie; 0 for a town. */
  readonly radius: number
}

const towns: readonly Place[] = readTable('places/places.tsv', ['key', 'name', 'province', 'lat', 'lon', 'population', 'aliases']).map(r => ({
  code: r.key,
  name: r.name,
  province: r.province,
  lat: Number(r.lat),
  lon: Number(r.lon),
  radius: 0
}))

const regionRows = readTable('places/pc2.tsv', ['pc2', 'anchors', 'lat', 'lon', 'radius_km'])
const regions: readonly Place[] = regionRows.map(r => ({
  code: `pc2-${r.pc2}`,
  name: `postcodegebied ${r.pc2}`,
  province: '',
  lat: Number(r.lat),
  lon: Number(r.lon),
  radius: Number(r.radius_km) * 1000
}))

const places = new Map([...towns, ...regions].map(p => [p.code, p]))

/** Every code a vacancy or a home can have, in table order. */
export const PLACES: ReadonlyMap<string, Place> = places

const mainTowns = new Map(regionRows.map(r => [`pc2-${r.pc2}`, towns.find(t => t.code === cellList(r.anchors)[0])?.name]))

/** The first town of a postcode region, which says to people where it is; undefined for what is no region. */
export const mainTownOf = (region: Place): string | undefined => mainTowns.get(region.code)

/** Code of a four-digit postcode. */
export const postcodeCode = (pc4: string): string => `pc4-${pc4}`

/** Takes these four-digit postcodes into use, instead of those of before; none = towns and regions only. */
export function setPostcodes(postcodes: ReadonlyArray<{ readonly pc4: string; readonly lat: number; readonly lon: number }>): void {
  for (const code of places.keys()) if (code.startsWith('pc4-')) places.delete(code)
  for (const { pc4, lat, lon } of postcodes)
    places.set(postcodeCode(pc4), { code: postcodeCode(pc4), name: `postcode ${pc4}`, province: '', lat, lon, radius: 0 })
  homes.clear()
}

/** So many postcodes are the whole country (there are some 4,070); a smaller table says nothing of what it lacks. */
const WHOLE = 3_900
export const hasPostcodes = (): boolean => places.size - towns.length - regions.length >= WHOLE

const byName = new Map<string, Place[]>()
const addName = (name: string, place: Place): void => {
  const key = fold(name)
  const list = byName.get(key) ?? []
  if (!list.includes(place)) byName.set(key, [...list, place])
}
for (const row of readTable('places/places.tsv', ['key', 'name', 'province', 'lat', 'lon', 'population', 'aliases'])) {
  for (const name of [row.name, ...cellList(row.aliases)]) addName(name, PLACES.get(row.key) as Place)
}

const provinces = new Map<string, string>()
for (const r of readTable('places/provinces.tsv', ['code', 'name', 'aliases'])) {
  for (const name of [r.code, r.name, ...cellList(r.aliases)]) provinces.set(fold(name), r.code)
}

/** Province code of a name, an English name or a code. */
export const provinceOf = (name: string): string | undefined => provinces.get(fold(name.trim()))

const COUNTRY = new Set(['nederland', 'netherlands', 'the netherlands', 'holland', 'nl'])
export const isCountry = (name: string): boolean => COUNTRY.has(fold(name.trim()))

const EARTH = 6_371_000
const rad = (degrees: number): number => (degrees * Math.PI) / 180

/** Great-circle distance in whole metres. The one formula for engines and explanation. */
export function metresBetween(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const h = Math.sin(rad(b.lat - a.lat) / 2) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(rad(b.lon - a.lon) / 2) ** 2
  return Math.round(2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h))))
}

/** The towns of a name; a province decides between equal names. Several results = ambiguous. */
export function townsNamed(name: string, province?: string): readonly Place[] {
  const clean = name.replace(/\s*\((?:[^)]*)\)\s*$/, '').trim()
  const inside = /\(([^)]+)\)\s*$/.exec(name)?.[1]
  const wanted = province ?? (inside === undefined ? undefined : provinceOf(inside))
  // "Hengelo (O)" is a name of its own in the table; other brackets are only a hint.
  const found = byName.get(fold(name.trim())) ?? byName.get(fold(clean)) ?? []
  return wanted === undefined ? found : found.filter(p => p.province === wanted)
}

const nearestTown = (lat: number, lon: number): Place =>
  towns.reduce((best, p) => (metresBetween(p, { lat, lon }) < metresBetween(best, { lat, lon }) ? p : best))

/** A coordinate further than this from its own town is dropped (`feeds.md` 4). */
const FAR = 10_000

/** An imported postcode, unless the town beside it lies elsewhere: then one of the two is wrong and the town counts. */
function postcodePlace(postcode: string | null, named: readonly Place[]): Place | undefined {
  const place = PLACES.get(postcodeCode(/^[1-9]\d{3}/.exec(postcode ?? '')?.[0] ?? ''))
  return place !== undefined && (named.length === 0 || named.some(t => metresBetween(t, place) <= 2 * FAR)) ? place : undefined
}

/**
 * Where a location is: imported postcode, else town by name, else by coordinate, else the postcode region. `ambiguous` when a
 * name occurs twice and nothing decides, `unknown` when nothing is recognised. Never a guess.
 */
export function locate(
  location: Pick<Location, 'place' | 'postcode' | 'lat' | 'lon'>,
  province?: string
): { readonly place: Place; readonly precision: 'pc4' | 'place' | 'pc2'; readonly far: boolean } | 'ambiguous' | 'unknown' {
  const pc2 = /^[1-9]\d/.exec(location.postcode ?? '')?.[0]
  const region = pc2 === undefined ? undefined : PLACES.get(`pc2-${pc2}`)
  const point = location.lat !== null && location.lon !== null ? { lat: location.lat, lon: location.lon } : undefined
  let named = location.place === null ? [] : townsNamed(location.place, province)
  const exact = postcodePlace(location.postcode, named)
  if (exact !== undefined) return { place: exact, precision: 'pc4', far: point !== undefined && metresBetween(exact, point) > FAR }
  if (named.length > 1) {
    const hint = point ?? region
    if (hint !== undefined) {
      const near = named.filter(p => metresBetween(p, hint) <= (region?.radius ?? 0) + 2 * FAR)
      if (near.length === 1) named = near
    }
  }
  if (named.length > 1) return 'ambiguous'
  if (named[0] !== undefined) return { place: named[0], precision: 'place', far: point !== undefined && metresBetween(named[0], point) > FAR }
  if (point !== undefined) {
    const town = nearestTown(point.lat, point.lon)
    if (metresBetween(town, point) <= FAR) return { place: town, precision: 'place', far: false }
  }
  return region === undefined ? 'unknown' : { place: region, precision: 'pc2', far: false }
}

/** Distances from one home to every code of the table, worked out once. */
interface Distances {
  readonly metres: ReadonlyMap<string, number>
  /** Codes by the distance they lie within for certain, and by the one they lie beyond: the uncertainty of both ends counts. */
  readonly within: Sorted
  readonly beyond: Sorted
}
interface Sorted {
  readonly codes: readonly string[]
  readonly metres: readonly number[]
}

function sorted(entries: ReadonlyArray<readonly [code: string, metres: number]>): Sorted {
  const order = [...entries].sort((a, b) => a[1] - b[1])
  return { codes: order.map(e => e[0]), metres: order.map(e => e[1]) }
}

/** How many entries are at most `metres`. */
function upTo({ metres: list }: Sorted, metres: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] as number) <= metres) low = middle + 1
    else high = middle
  }
  return low
}

/** Homes kept, so that their rows hold some four million distances at most. */
const mostHomes = (): number => Math.floor(4_000_000 / PLACES.size)
const homes = new Map<string, Distances>()

function distances(code: string): Distances {
  const known = homes.get(code)
  if (known !== undefined) return known
  const home = PLACES.get(code)
  const all = home === undefined ? [] : [...PLACES.values()].map(p => ({ code: p.code, d: metresBetween(home, p), slack: home.radius + p.radius }))
  const row = {
    metres: new Map(all.map(p => [p.code, p.d])),
    within: sorted(all.map(p => [p.code, p.d + p.slack])),
    beyond: sorted(all.map(p => [p.code, p.d - p.slack]))
  }
  if (homes.size >= mostHomes()) homes.clear()
  homes.set(code, row)
  return row
}

/** Distances in metres from one place to every code of the table; kept per home. */
export const distancesFrom = (code: string): ReadonlyMap<string, number> => distances(code).metres

/** Codes that for certain lie further than `from` and at most `to` metres from a home; `from` below 0 leaves none out. */
export function codesWithin(home: string, to: number, from = -1): readonly string[] {
  const { within } = distances(home)
  return within.codes.slice(upTo(within, from), upTo(within, to))
}

/** Codes that do not lie further than `metres` from a home for certain; every other code of the table does. */
export function codesPerhapsWithin(home: string, metres: number): readonly string[] {
  const { beyond } = distances(home)
  return beyond.codes.slice(0, upTo(beyond, metres))
}
