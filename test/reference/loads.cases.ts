/** Rows of `reference-data.md` 5, in the order of its table: the measure for every other row. */
export const CALIBRATION: ReadonlyArray<readonly [string, string]> = [
  ['411', '1 0 4 1 1 0 0 0 0 1 4 0 0 0 0 0 1 0 0 3 2 2 2 3 1 1 2 0 1 0 2 0'],
  ['911', '2 2 0 2 3 3 2 2 2 3 0 0 0 1 4 2 1 1 1 1 1 3 1 1 1 1 1 0 1 0 1 0'],
  ['933', '4 3 1 2 3 3 2 1 2 3 1 1 2 2 1 2 2 2 1 2 1 4 3 1 1 1 1 0 1 0 2 0'],
  ['234', '1 1 2 3 2 2 2 0 1 1 1 0 0 1 0 0 2 0 0 3 4 2 2 4 3 3 4 1 2 2 3 1'],
  ['222', '4 3 2 2 3 3 1 0 1 3 2 0 0 0 3 0 1 1 0 3 4 3 3 4 4 2 4 4 3 4 4 1'],
  ['331', '0 0 4 0 1 0 0 0 0 1 4 0 0 0 0 0 0 0 0 4 1 1 3 1 1 2 1 0 0 0 1 0']
]

interface Measured {
  readonly groups: readonly string[]
  /** Per cent of the day. */
  readonly sitting?: number
  /** Per cent of workers with medium or heavy strength. */
  readonly strength?: number
  readonly neverKneel?: number
  readonly neverOverhead?: number
  /** 0-7. */
  readonly static?: number
}

/** Survey figures our bands must reproduce in rank (`reference-data.md` 5). */
export const FACE_VALIDITY: readonly Measured[] = [
  { groups: ['3313'], sitting: 87, neverKneel: 96, neverOverhead: 96, static: 0 },
  { groups: ['4222'], sitting: 81, strength: 11, neverKneel: 97, neverOverhead: 90, static: 0.2 },
  { groups: ['4226'], sitting: 61, strength: 11, neverKneel: 96, neverOverhead: 83, static: 0.2 },
  { groups: ['8344'], sitting: 47, strength: 87, neverKneel: 70, neverOverhead: 52, static: 3.6 },
  { groups: ['5312'], sitting: 44, strength: 41, neverKneel: 72, neverOverhead: 67, static: 1.2 },
  { groups: ['2221', '3221'], sitting: 31, strength: 77, neverKneel: 52, neverOverhead: 43, static: 2.3 },
  { groups: ['2341'], sitting: 29, strength: 6, neverKneel: 70, neverOverhead: 71, static: 1 },
  { groups: ['4321', '9333'], sitting: 28, strength: 89, neverKneel: 70, neverOverhead: 40, static: 2.3 },
  { groups: ['5153'], sitting: 11, strength: 82, neverKneel: 23, neverOverhead: 9, static: 3.1 },
  { groups: ['9112'], sitting: 5, strength: 75, neverKneel: 38, neverOverhead: 9, static: 3 }
]

/**
 * Orders on which the second pass, by column, leaned: work in the Netherlands as anybody can see it, most load first.
 * Each next group has a lower band.
 */
export const ORDERS: Readonly<Record<string, string>> = {
  tillen: '931 > 432 > 523 > 334 > 251',
  duwen: '961 > 933 > 911 > 513 > 411',
  zitten: '331 > 834 > 234 > 532 > 931',
  staan: '514 > 233 > 532 > 411 > 251',
  lopen: '933 > 512 > 334 > 413',
  buigen: '712 > 532 > 522 > 325 > 411',
  knielen: '712 > 911 > 513 > 411',
  klimmen: '711 > 741 > 723 > 512 > 411',
  bovenhands: '713 > 741 > 522 > 531 > 331',
  handen: '731 > 222 > 522 > 411 > 263',
  toetsenbord: '413 > 335 > 222 > 522 > 912',
  hitte: '512 > 941 > 833 > 331',
  koude: '622 > 961 > 512 > 411',
  buiten: '961 > 711 > 541 > 335 > 331',
  huid: '514 > 723 > 531 > 933 > 411',
  stof: '811 > 752 > 933 > 833 > 331',
  geluid: '621 > 723 > 531 > 411 > 331',
  risico: '711 > 752 > 512 > 514 > 411',
  rijden: '833 > 332 > 341 > 214 > 331',
  aandacht: '833 > 541 > 512 > 911',
  verdelen: '222 > 422 > 411 > 331 > 932',
  tempo: '932 > 513 > 411 > 213 > 262',
  deadlines: '513 > 331 > 411 > 911 > 951',
  storing: '422 > 421 > 342 > 911 > 932',
  wisselend: '222 > 532 > 742 > 411 > 932',
  zelfstandig: '112 > 251 > 741 > 411 > 932',
  klant: '522 > 324 > 334 > 331 > 932',
  zorg: '532 > 325 > 321 > 234 > 411',
  conflict: '541 > 222 > 234 > 411 > 932',
  emotie: '222 > 541 > 234 > 522 > 411',
  samenwerken: '512 > 234 > 411 > 331 > 951',
  leiding: '132 > 312 > 221 > 234 > 411'
}
