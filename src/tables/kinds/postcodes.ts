import { IMPORTED } from '../../reference/imported.ts'
import { metresBetween, PLACES, townsNamed } from '../../reference/places.ts'
import { fromRijksdriehoek } from '../rijksdriehoek.ts'
import { FileFault, headOf, namedRows, sourceRows } from '../source-file.ts'
import type { Comparison, Outcome, TableKind } from '../table-kind.ts'
import { basename } from 'node:path'

/** A four-digit postcode with its point, as a file gives it. */
interface Given {
  readonly line: number
  readonly pc4: string
  readonly town: string
  readonly lat: number
  readonly lon: number
}

const COLUMNS = [
  { key: 'pc4', names: ['pc4', 'postcode4', 'pc4code', 'postcode', 'pc4_code'] },
  { key: 'town', names: ['plaats', 'woonplaats', 'plaatsnaam'], optional: true },
  { key: 'lat', names: ['lat', 'latitude'], optional: true },
  { key: 'lon', names: ['lon', 'lng', 'longitude'], optional: true },
  { key: 'x', names: ['x', 'rd_x', 'x_rd'], optional: true },
  { key: 'y', names: ['y', 'rd_y', 'y_rd'], optional: true }
] as const

const number = (cell: string): number => (cell === '' ? NaN : Number(cell.replace(',', '.')))

/** `NL.txt` of GeoNames: twelve columns without a header. */
async function* geoNames(path: string, skipped: (line: number) => void): AsyncIterable<Given> {
  for await (const { line, cells } of sourceRows(path, skipped))
    yield { line, pc4: cells[1] ?? '', town: cells[2] ?? '', lat: number(cells[9] ?? ''), lon: number(cells[10] ?? '') }
}

/** An export with a header: degrees, or metres of the Dutch grid. */
async function* exported(path: string, skipped: (line: number) => void): AsyncIterable<Given> {
  let told = false
  for await (const { line, get } of namedRows(path, COLUMNS, skipped)) {
    const [lat, lon, x, y] = [number(get('lat')), number(get('lon')), number(get('x')), number(get('y'))]
    const grid = Number.isNaN(lat) && !Number.isNaN(x) && !Number.isNaN(y)
    if (!told && Number.isNaN(lat) && !grid) throw new FileFault(`${basename(path)}: de kolommen "lat" en "lon" (of "x" en "y") ontbreken of zijn leeg.`)
    told = true
    yield { line, pc4: get('pc4'), town: get('town'), ...(grid ? fromRijksdriehoek(x, y) : { lat, lon }) }
  }
}

const FROM_TOWN = 10_000
const FROM_REGION = 40_000

/** Why a postcode is left out: public files are wrong in places (`reference-data.md` 8). */
function fault({ pc4, town, lat, lon }: Given): string | undefined {
  if (!/^[1-9]\d{3}$/.test(pc4)) return 'geen postcode van vier cijfers'
  if (!(lat >= 50.7 && lat <= 53.6 && lon >= 3.3 && lon <= 7.3)) return 'punt buiten Nederland'
  const region = PLACES.get(`pc2-${pc4.slice(0, 2)}`)
  if (region !== undefined && metresBetween(region, { lat, lon }) > FROM_REGION) return 'meer dan 40 km van zijn postcodegebied'
  const towns = town === '' ? [] : townsNamed(town)
  if (towns.length > 0 && towns.every(t => metresBetween(t, { lat, lon }) > FROM_TOWN)) return 'meer dan 10 km van zijn plaats'
  return undefined
}

const kilometres = (metres: number | undefined): string => (metres === undefined ? '-' : (metres / 1000).toFixed(1))

/** Points of four-digit postcodes, of GeoNames or of an export of CBS or Kadaster. */
export const postcodes: TableKind = {
  id: 'postcodes',
  label: 'Punten van postcodes (vier cijfers)',
  files: 'NL.txt van GeoNames (postal codes), of een export van CBS of Kadaster met pc4 en lat/lon of x/y',
  use: 'afstand van postcode tot postcode in plaats van plaats tot plaats',
  attribution: 'Bevat plaatsgegevens van GeoNames, CC BY 4.0.',
  columns: IMPORTED.postcodes,
  key: 1,
  async *read(path): AsyncIterable<Outcome> {
    const first = (await headOf(path)).split(/\r?\n/)[0] ?? ''
    const bare = first.split('\t')
    if (bare.length >= 10 && !/pc4|postcode/i.test(first) && !(bare[0] === 'NL' && bare.length === 12))
      throw new FileFault(
        `${basename(path)}: geen bestand van GeoNames: verwacht 12 kolommen met in de eerste "NL", gevonden ${bare.length} kolommen met "${bare[0]?.slice(0, 20) ?? ''}".`
      )
    const unread: number[] = []
    for await (const given of (bare[0] === 'NL' ? geoNames : exported)(path, l => unread.push(l))) {
      const left = fault(given)
      yield left === undefined
        ? { line: given.line, row: [given.pc4, given.lat.toFixed(5), given.lon.toFixed(5), given.town.replace(/\s+/g, ' ').slice(0, 80)] }
        : { line: given.line, left }
    }
    for (const line of unread) yield { line, left: 'rij niet te lezen' }
  },
  compare(rows): readonly Comparison[] {
    const off = rows
      .flatMap(r => {
        const point = { lat: Number(r['lat']), lon: Number(r['lon']) }
        const metres = townsNamed(r['place'] ?? '').map(t => metresBetween(t, point))
        return metres.length === 0 ? [] : [{ pc4: r['pc4'] ?? '', place: r['place'] ?? '', metres: Math.min(...metres) }]
      })
      .toSorted((a, b) => b.metres - a.metres)
    const at = (share: number): number | undefined => off[Math.floor((off.length - 1) * (1 - share))]?.metres
    return [
      {
        title: 'Postcodes tegenover onze plaatsen',
        header: ['wat', 'uitkomst'],
        rows: [
          ['postcodes', String(rows.length)],
          ['plaats bij ons bekend', String(off.length)],
          ['afstand tot die plaats, midden (km)', kilometres(at(0.5))],
          ['afstand tot die plaats, 95 % (km)', kilometres(at(0.95))],
          ['meer dan 5 km', String(off.filter(o => o.metres > 5000).length)]
        ]
      },
      { title: 'Verst van hun plaats', header: ['postcode', 'plaats', 'km'], rows: off.slice(0, 10).map(o => [o.pc4, o.place, kilometres(o.metres)]) }
    ]
  }
}
