/** How adverts and forms write a place, and the key of `places.tsv` it stands for. */
export const NAMED: ReadonlyArray<readonly [string, string]> = [
  ['Den Haag', 'den-haag'],
  ["'s-Gravenhage", 'den-haag'],
  ['s-Gravenhage', 'den-haag'],
  ['The Hague', 'den-haag'],
  ['DEN HAAG', 'den-haag'],
  ["'s-Hertogenbosch", 's-hertogenbosch'],
  ['Den Bosch', 's-hertogenbosch'],
  ['‘s-Hertogenbosch', 's-hertogenbosch'],
  ['s Hertogenbosch', 's-hertogenbosch'],
  ['Capelle a/d IJssel', 'capelle-aan-den-ijssel'],
  ['Capelle aan den IJssel', 'capelle-aan-den-ijssel'],
  ['Capelle aan de IJssel', 'capelle-aan-den-ijssel'],
  ['Alphen ad Rijn', 'alphen-aan-den-rijn'],
  ['Alphen a/d Rijn', 'alphen-aan-den-rijn'],
  ['Alphen aan den Rijn', 'alphen-aan-den-rijn'],
  ['Krimpen aan den IJssel', 'krimpen-aan-den-ijssel'],
  ['Krimpen a/d IJssel', 'krimpen-aan-den-ijssel'],
  ['IJsselstein', 'ijsselstein'],
  ['Ijsselstein', 'ijsselstein'],
  ['ĲMUIDEN', 'ijmuiden'],
  ['Almere', 'almere'],
  ['Almere Stad', 'almere'],
  ['Hengelo (Gld)', 'hengelo-ge'],
  ['Hengelo (Ov)', 'hengelo-ov'],
  ['Hengelo (O)', 'hengelo-ov'],
  ['Bergen (NH)', 'bergen-nh'],
  ['Bergen (L)', 'bergen-li'],
  ['Rijswijk (ZH)', 'rijswijk-zh'],
  ['Haarlemmermeer', 'hoofddorp'],
  ['Westland', 'naaldwijk'],
  ['Ljouwert', 'leeuwarden'],
  ['Snits', 'sneek'],
  ['Boalsert', 'bolsward']
]

/** Names that occur more than once and stay ambiguous without a province, a postcode or a coordinate. */
export const AMBIGUOUS: readonly string[] = ['Hengelo', 'Bergen', 'Rijswijk', 'Beek', 'Laren', 'Valkenburg', 'Oosterhout']

/** Name and province, name as a feed gives it, key. */
export const WITH_PROVINCE: ReadonlyArray<readonly [string, string, string]> = [
  ['Hengelo', 'OV', 'hengelo-ov'],
  ['Hengelo', 'GE', 'hengelo-ge'],
  ['Bergen', 'NH', 'bergen-nh'],
  ['Bergen', 'LI', 'bergen-li'],
  ['Rijswijk', 'ZH', 'rijswijk-zh'],
  ['Oosterhout', 'NB', 'oosterhout-nb'],
  ['Valkenburg', 'LI', 'valkenburg-li'],
  ['Laren', 'NH', 'laren-nh']
]

/** A place field of a feed and what `normalisePlace` makes of it: a key, or how vague it is. */
export const FEED_PLACES: ReadonlyArray<readonly [string, string]> = [
  ['Utrecht, UT, NL', 'utrecht'],
  ['Utrecht, Utrecht, Netherlands', 'utrecht'],
  ['Hengelo, Overijssel', 'hengelo-ov'],
  ['Hengelo, GLD, NL', 'hengelo-ge'],
  ['Amsterdam Zuid, NH, NL', 'amsterdam'],
  ['Den Haag Centrum', 'den-haag'],
  ['Groningen', 'groningen'],
  ['Utrecht', 'utrecht'],
  ['Hengelo', '?ambiguous-place'],
  ['Nergenshuizen', '?unknown-place'],
  ['Regio Utrecht', '~province'],
  ['Noord-Holland', '~province'],
  ['Nederland', '~country'],
  ['Antwerpen, België', '~BE'],
  ['Bergen (NH)', 'bergen-nh'],
  ['Capelle a/d IJssel, Zuid-Holland', 'capelle-aan-den-ijssel']
]

/** Two places and the kilometres between them as the crow flies, from the map. */
export const DISTANCES: ReadonlyArray<readonly [string, string, number]> = [
  ['amsterdam', 'rotterdam', 57],
  ['amsterdam', 'utrecht', 35],
  ['amsterdam', 'haarlem', 17],
  ['den-haag', 'rotterdam', 21],
  ['den-haag', 'delft', 9],
  ['utrecht', 'amersfoort', 20],
  ['arnhem', 'nijmegen', 16],
  ['eindhoven', 'tilburg', 30],
  ['zwolle', 'deventer', 29],
  ['enschede', 'hengelo-ov', 9],
  ['groningen', 'leeuwarden', 51],
  ['groningen', 'assen', 26],
  ['maastricht', 'heerlen', 21],
  ['middelburg', 'vlissingen', 6],
  ['breda', 'tilburg', 22],
  ['groningen', 'maastricht', 269],
  ['den-helder', 'terneuzen', 190]
]

/** First two digits of a postcode and a town inside that region. */
export const REGIONS: ReadonlyArray<readonly [string, string]> = [
  ['1012 AB', 'amsterdam'],
  ['3511', 'utrecht'],
  ['9711 LM', 'groningen'],
  ['2511', 'den-haag'],
  ['3011', 'rotterdam'],
  ['5611', 'eindhoven'],
  ['6211', 'maastricht'],
  ['7511', 'enschede'],
  ['8011', 'zwolle'],
  ['8911', 'leeuwarden'],
  ['9401', 'assen'],
  ['1315', 'almere'],
  ['6511', 'nijmegen'],
  ['6811', 'arnhem'],
  ['4331', 'middelburg'],
  ['4811', 'breda'],
  ['5038', 'tilburg'],
  ['8232', 'lelystad'],
  ['7411', 'deventer'],
  ['3811', 'amersfoort'],
  ['1781', 'den-helder'],
  ['6411', 'heerlen'],
  ['7811', 'emmen']
]

/** A home as a record names it, and where that is; null = not found, and then no distance is known. */
export const HOMES: ReadonlyArray<readonly [string, string | null]> = [
  ['Zwolle', 'zwolle'],
  [' Hengelo (OV) ', 'hengelo-ov'],
  ['Hengelo', null],
  ['Nergenshuizen', null],
  ['8011', 'pc2-80'],
  ['8011 AB', 'pc2-80'],
  ['8011ab', 'pc2-80'],
  ['8011 AB Zwolle', 'zwolle'],
  ['8011, Zwolle', 'zwolle'],
  ['3731 De Bilt', 'de-bilt'],
  ['3731 AB De Bilt', 'de-bilt'],
  ['7551 Hengelo', 'hengelo-ov'],
  ['8011 Maastricht', null],
  ['8011 AB Nergenshuizen', null],
  ['8011 AB 12', null],
  ['8011SA', null],
  ['8011 sd', null],
  ['0811', null],
  ['80111', null],
  ['801', null],
  ['8011ABC', null]
]
