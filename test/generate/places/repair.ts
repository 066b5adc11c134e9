import { cell, fail, list, numberOrNull, rows } from './cells.ts'

export interface Place {
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

const ACTIONS = ['drop', 'rename', 'move', 'add', 'alias']
const OVERRIDES_HEADER = 'action\tname\tprovince\tlat\tlon\tpopulation\taliases\twhy'

/** Great-circle distance in kilometres. */
function distance(aLat: number, aLon: number, bLat: number, bLon: number): number {
  const rad = Math.PI / 180
  const h = Math.sin(((bLat - aLat) * rad) / 2) ** 2 + Math.cos(aLat * rad) * Math.cos(bLat * rad) * Math.sin(((bLon - aLon) * rad) / 2) ** 2
  return 2 * 6371.0088 * Math.asin(Math.sqrt(h))
}

/** The rows of places-overrides.tsv. */
export function readOverrides(file: string): Override[] {
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
  const hits = places.flatMap((place, index) => (place.name === name && place.province === override.province ? [index] : []))
  const [first] = hits
  if (first === undefined) return fail(`${where}: no such place`)
  if (hits.length === 1) return first
  const { lat, lon } = override
  if (override.action === 'move' || lat === null || lon === null) return fail(`${where}: ${hits.length} places of that name`)
  const near = hits.filter(index => {
    const place = places[index]
    return place !== undefined && distance(lat, lon, place.lat, place.lon) < 3
  })
  const [only] = near
  return near.length === 1 && only !== undefined ? only : fail(`${where}: ${near.length} places near that point`)
}

/** Changes the places as the overrides say, action by action. */
export function apply(places: Place[], overrides: Override[]): void {
  for (const action of ACTIONS) {
    for (const override of overrides.filter(candidate => candidate.action === action)) {
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
