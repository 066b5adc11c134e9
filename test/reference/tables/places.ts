import type { Test } from 'tap'
import * as fc from 'fast-check'
import { normalisePlace } from '../../../src/feed/normalise/place.ts'
import { placeOrder } from '../../../src/reference/place-order.ts'
import { describeHome, locateHome, type Home } from '../../../src/reference/home.ts'
import { distancesFrom, isCountry, locate, metresBetween, PLACES, provinceOf, setPostcodes, townsNamed } from '../../../src/reference/places.ts'
import { AMBIGUOUS, DISTANCES, FEED_PLACES, HOMES, NAMED, REGIONS, WITH_PROVINCE } from '../places.cases.ts'
import { rows, cells, type Row } from './rows.ts'

/** Towns, regions, distances, the traps of names. */
export function places(t: Test): void {
  const towns = rows('places/places.tsv')
  const provinces = rows('places/provinces.tsv')
  t.equal(provinces.length, 12, '12 provinces')
  t.same(
    towns.filter(r => !provinces.some(p => p['code'] === r['province'])).map(r => r['key']),
    [],
    'every town lies in a province'
  )
  t.same(
    towns.filter(r => !/^[a-z0-9-]{1,60}$/.test(r['key'] ?? '')).map(r => r['key']),
    [],
    'keys'
  )
  const inside = (lat: number, lon: number): boolean => lat > 50.7 && lat < 53.6 && lon > 3.3 && lon < 7.3
  t.same(
    [...PLACES.values()].filter(p => !inside(p.lat, p.lon)).map(p => p.code),
    [],
    'inside the country'
  )
  t.same(
    towns.filter(r => !/^\d*$/.test(r['population'] ?? '') || r['population'] === '0').map(r => r['key']),
    [],
    'population is a number or unknown, never 0'
  )
  t.same(
    towns.filter(r => /^Ij|[^\u0020-\u024F‘’]/u.test(`${r['name']}${r['aliases']}`)).map(r => r['key']),
    [],
    'Latin letters, IJ in capitals'
  )
  t.same(
    towns.filter(r => cells(r['aliases']).some(a => a !== a.toLowerCase() || a === r['name']?.toLowerCase())).map(r => r['key']),
    [],
    'aliases in lower case, other than the name'
  )

  const regions = rows('places/pc2.tsv')
  t.same(
    regions.map(r => r['pc2']),
    Array.from({ length: 90 }, (_, i) => String(10 + i)),
    'the 90 regions'
  )
  const off = regions.filter(r => {
    const anchors = cells(r['anchors']).map(a => PLACES.get(a))
    if (anchors.length === 0 || anchors.some(a => a === undefined)) return true
    const mean = (pick: 'lat' | 'lon'): number => anchors.reduce((sum, a) => sum + (a?.[pick] ?? 0), 0) / anchors.length
    return Math.abs(mean('lat') - Number(r['lat'])) > 0.001 || Math.abs(mean('lon') - Number(r['lon'])) > 0.001
  })
  t.same(
    off.map(r => r['pc2']),
    [],
    'the middle of a region is the mean of its anchor towns, within 0.001 degree'
  )
  const isOutside = (r: Row, anchor: string): boolean =>
    metresBetween(PLACES.get(anchor) ?? { lat: 0, lon: 0 }, { lat: Number(r['lat']), lon: Number(r['lon']) }) > Number(r['radius_km']) * 1000
  t.same(
    regions.filter(r => cells(r['anchors']).some(a => isOutside(r, a))).map(r => r['pc2']),
    [],
    'anchor towns lie within the radius'
  )

  const overrides = rows('places/places-overrides.tsv')
  t.same(
    overrides.filter(r => !['add', 'alias', 'drop', 'move', 'rename'].includes(r['action'] ?? '') || (r['why'] ?? '').length < 5),
    [],
    'an override says what and why'
  )
  const named = new Set(towns.map(r => `${r['name']}|${r['province']}`))
  const gone = new Set(overrides.filter(r => r['action'] === 'rename').map(r => `${r['name']?.split(' > ')[0]}|${r['province']}`))
  t.same(
    overrides
      .filter(r => r['action'] === 'add' && !named.has(`${r['name']}|${r['province']}`) && !gone.has(`${r['name']}|${r['province']}`))
      .map(r => r['name']),
    [],
    'what is added is in the table'
  )

  const only = (name: string, province?: string): string => {
    const found = townsNamed(name, province)
    return found.length === 1 ? (found[0]?.code ?? '') : `${found.length} towns`
  }
  for (const [name, key] of NAMED) t.equal(only(name), key, `"${name}"`)
  for (const name of AMBIGUOUS) {
    t.ok(townsNamed(name).length > 1, `"${name}" occurs more than once`)
    t.equal(locate({ place: name, postcode: null, lat: null, lon: null }), 'ambiguous', `"${name}" alone stays ambiguous`)
  }
  for (const [name, province, key] of WITH_PROVINCE) t.equal(only(name, province), key, `${name} in ${province}`)
  for (const [text, wanted] of FEED_PLACES) {
    const { location, code } = normalisePlace({ place: text })
    const vague = location.country !== 'NL' ? location.country : location.precision
    t.equal(location.code ?? (code === null ? `~${vague}` : `?${code}`), wanted, `feed says "${text}"`)
  }
  for (const [a, b, km] of DISTANCES) {
    const metres = distancesFrom(a).get(b) ?? 0
    t.ok(Math.abs(metres / 1000 - km) <= Math.max(1.5, km * 0.03), `${a}-${b} about ${km} km, ${Math.round(metres / 1000)}`)
    t.equal(distancesFrom(b).get(a), metres, `${b}-${a} the same`)
  }
  t.equal(distancesFrom('nergens').size, 0, 'no distances from an unknown place')
  for (const [postcode, town] of REGIONS) {
    const at = locate({ place: null, postcode, lat: null, lon: null })
    if (typeof at === 'string') {
      t.fail(`${postcode} ${at}`)
      continue
    }
    t.equal(at.precision, 'pc2', `${postcode} gives a region only`)
    t.ok(metresBetween(at.place, PLACES.get(town) ?? { lat: 0, lon: 0 }) <= at.place.radius, `${town} lies within the radius of ${postcode}`)
  }
  t.equal(locate({ place: 'Nergenshuizen', postcode: null, lat: null, lon: null }), 'unknown', 'never a guess')
  t.equal(locate({ place: null, postcode: null, lat: null, lon: null }), 'unknown')
  t.match(locate({ place: 'Hengelo', postcode: '7551', lat: null, lon: null }), { place: { code: 'hengelo-ov' } }, 'a postcode decides between equal names')
  t.match(locate({ place: 'Hengelo', postcode: null, lat: 52.05, lon: 6.31 }), { place: { code: 'hengelo-ge' } }, 'a coordinate too')
  t.match(locate({ place: 'Utrecht', postcode: null, lat: 51.92, lon: 4.48 }), { place: { code: 'utrecht' }, far: true }, 'a coordinate far from its town')
  t.match(locate({ place: 'Industriepark', postcode: null, lat: 52.09, lon: 5.12 }), { place: { code: 'utrecht' } }, 'a coordinate without a known name')
  t.equal(locate({ place: null, postcode: null, lat: 48.85, lon: 2.35 }), 'unknown', 'a coordinate abroad')
  for (const [home, code] of HOMES) t.equal(locateHome(home)?.place.code ?? null, code, `home ${home}`)
  t.equal(describeHome(locateHome('9999ZZ') as Home), 'postcodegebied 99 (omgeving Delfzijl)', 'what was read of a postcode is said')
  t.teardown(() => {
    setPostcodes([])
  })
  const table = (size: number): void => {
    setPostcodes(Array.from({ length: size }, (_, i) => ({ pc4: String(1011 + i), lat: 52.09, lon: 5.12 })))
  }
  table(3_000)
  t.equal(locateHome('9999ZZ')?.place.code, 'pc2-99', 'a part of a table says nothing of the rest')
  table(4_000)
  t.equal(locateHome('3511 AB')?.place.code, 'pc4-3511')
  t.equal(locateHome('9999ZZ'), undefined, 'what a whole table does not have does not exist')
  t.equal(locateHome('9999 Uithuizen')?.place.code, 'uithuizen', 'unless a town is named with it')
  setPostcodes([])
  t.same(
    ['nh', 'Noord-Holland', 'north holland', 'FRYSLÂN', 'Brabant', 'atlantis'].map(provinceOf),
    ['NH', 'NH', 'NH', 'FR', 'NB', undefined],
    'names of provinces'
  )
  t.ok(isCountry('The Netherlands') && isCountry('nl') && !isCountry('Utrecht'))

  const point = fc.record({ lat: fc.double({ min: 50.7, max: 53.6, noNaN: true }), lon: fc.double({ min: 3.3, max: 7.3, noNaN: true }) })
  t.doesNotThrow(() => {
    fc.assert(
      fc.property(point, point, point, (a, b, c) => {
        const ab = metresBetween(a, b)
        return Number.isInteger(ab) && ab >= 0 && ab === metresBetween(b, a) && metresBetween(a, a) === 0 && metresBetween(a, c) <= ab + metresBetween(b, c) + 2
      })
    )
  }, 'distance: whole, symmetric, no detour is shorter')
  t.ok(Math.abs(metresBetween({ lat: 52, lon: 5 }, { lat: 53, lon: 5 }) - 111_195) < 5, 'a degree of latitude is 111.2 km')
  const near = (a: string, b: string): number => Math.abs(placeOrder(a) - placeOrder(b))
  t.ok(near('den-haag', 'delft') < near('den-haag', 'groningen'), 'near places get near numbers')
  t.equal(placeOrder('nergens'), 0xffffffff)
  t.end()
}
