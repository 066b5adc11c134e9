import type { Location } from '../../src/domain/vacancy.ts'

export interface PlaceCase {
  readonly at: Partial<Location>
  readonly hint?: string
  /** Code in the places table; null = unknown. */
  readonly code: string | null
  readonly precision?: Location['precision']
  readonly warning?: string
  readonly rest?: Partial<Location>
}

const named = (place: string, code: string | null, rest: Partial<PlaceCase> = {}): PlaceCase => ({
  at: { place },
  code,
  ...(code === null ? {} : { precision: 'place' as const }),
  ...rest
})
const vague = (place: string): PlaceCase => named(place, null, { precision: 'province' })

/** Five notations in one file: Dutch, English, with codes, with a country, and no town at all. */
export const PLACE_CASES: readonly PlaceCase[] = [
  named('Zwolle', 'zwolle'),
  named('ZWOLLE', 'zwolle'),
  named('zwolle', 'zwolle'),
  named('Zwolle, Overijssel', 'zwolle'),
  named('Zwolle, OV, NL', 'zwolle'),
  named('Zwolle, Overijssel, Netherlands', 'zwolle'),
  named('Zwolle, Nederland', 'zwolle'),
  named('The Hague', 'den-haag'),
  named('The Hague, South Holland, Netherlands', 'den-haag'),
  named("'s-Gravenhage", 'den-haag'),
  named('’s-Gravenhage', 'den-haag'),
  named('Den Haag Centrum', 'den-haag'),
  named('Eindhoven, North Brabant, Netherlands', 'eindhoven'),
  named('Eindhoven, NB, NL', 'eindhoven'),
  named('Amsterdam Zuid, NH, NL', 'amsterdam'),
  named('Amsterdam-Zuidoost', 'amsterdam-zuidoost'),
  named('Zwolle-Noord', 'zwolle'),
  named('Utrecht, Utrecht, Netherlands', 'utrecht'),
  named('Utrecht', 'utrecht'),
  named('Groningen', 'groningen'),
  named('Heel', 'heel'),
  named('Heel, Limburg', 'heel'),
  // A province or the country where a town belongs says no more than that.
  vague('North Brabant'),
  vague('South Holland, Netherlands'),
  vague('Noord-Holland'),
  vague('Limburg'),
  named('Nederland', null, { precision: 'country' }),
  named('Netherlands', null, { precision: 'country' }),
  named('NL', null, { precision: 'country' }),
  // Vague words lower the precision and never give a point.
  vague('regio Utrecht'),
  vague('Omgeving Zwolle'),
  vague('Randstad'),
  vague('heel Nederland'),
  vague('Diverse locaties'),
  vague('landelijk'),
  { at: { place: 'regio Zwolle', postcode: '8011 AB', lat: 52.51, lon: 6.09 }, code: null, precision: 'province' },
  // One name, several towns.
  named('Hengelo', null, { warning: 'ambiguous-place' }),
  named('Hengelo (OV)', 'hengelo-ov'),
  named('Hengelo (Gld)', 'hengelo-ge'),
  named('Hengelo, Overijssel', 'hengelo-ov'),
  named('Hengelo, GE, NL', 'hengelo-ge'),
  named('Hengelo, Gelderland, Netherlands', 'hengelo-ge'),
  { at: { place: 'Hengelo' }, hint: 'Overijssel', code: 'hengelo-ov', precision: 'place' },
  { at: { place: 'Hengelo' }, hint: 'het oosten', code: null, warning: 'ambiguous-place' },
  { at: { place: 'Hengelo', postcode: '7551 AB' }, code: 'hengelo-ov', precision: 'place' },
  { at: { place: 'Hengelo', lat: 52.05, lon: 6.31 }, code: 'hengelo-ge', precision: 'place' },
  named('Rijswijk', null, { warning: 'ambiguous-place' }),
  named('Rijswijk (ZH)', 'rijswijk-zh'),
  named('Bergen, NH, NL', 'bergen-nh'),
  named('Bergen, LI, NL', 'bergen-li'),
  named('Beek (Limburg)', 'beek-li'),
  named('Ingelogd', null, { warning: 'unknown-place' }),
  named('Zwolle, Limburg', null, { warning: 'unknown-place' }),
  // Postcodes.
  { at: { postcode: '8011 AB' }, code: 'pc2-80', precision: 'pc2', rest: { postcode: '8011 AB' } },
  { at: { postcode: '8011ab' }, code: 'pc2-80', precision: 'pc2', rest: { postcode: '8011 AB' } },
  { at: { postcode: '8011' }, code: 'pc2-80', precision: 'pc2', rest: { postcode: '8011' } },
  { at: { place: 'Ingelogd', postcode: '8011 AB' }, code: 'pc2-80', precision: 'pc2' },
  { at: { place: 'Zwolle', postcode: '8011 SS' }, code: 'zwolle', precision: 'place', warning: 'bad-postcode', rest: { postcode: null } },
  { at: { place: 'Zwolle', postcode: '0811 AB' }, code: 'zwolle', precision: 'place', warning: 'bad-postcode', rest: { postcode: null } },
  { at: { postcode: 'onbekend' }, code: null, precision: 'country', rest: { postcode: null } },
  // Coordinates.
  { at: { place: 'Zwolle', lat: 52.51, lon: 6.09 }, code: 'zwolle', precision: 'place', rest: { lat: 52.51, lon: 6.09 } },
  { at: { place: 'Zwolle', lat: 52.09, lon: 5.12 }, code: 'zwolle', precision: 'place', warning: 'coordinate-far', rest: { lat: null, lon: null } },
  { at: { lat: 52.51, lon: 6.09 }, code: 'zwolle', precision: 'place' },
  { at: { lat: 48.85, lon: 2.35 }, code: null, warning: 'unknown-place' },
  // Abroad: four digits are Belgian there.
  named('Antwerpen, België', null, { precision: null, rest: { country: 'BE', place: 'Antwerpen' } }),
  named('Hasselt, Limburg, Belgium', null, { precision: null, rest: { country: 'BE', place: 'Hasselt' } }),
  named('Emmerich, Germany', null, { precision: null, rest: { country: 'DE' } }),
  { at: { country: 'BE', place: 'Beek', postcode: '3960' }, code: null, precision: null, rest: { country: 'BE', postcode: '3960' } }
]
