import { fold } from '../reference/dutch.ts'
import { RunFault } from './source.ts'

/** What a column of a vacancy table may hold. */
export type Column =
  | 'sourceId'
  | 'title'
  | 'employer'
  | 'place'
  | 'postcode'
  | 'province'
  | 'url'
  | 'posted'
  | 'closes'
  | 'hours'
  | 'hoursMax'
  | 'fte'
  | 'education'
  | 'description'
  | 'lat'
  | 'lon'
  | 'contract'

/** Header words, Dutch and English; compared without case, accents, blanks and dashes. The first that is there counts. */
const ALIASES: Readonly<Record<Column, readonly string[]>> = {
  sourceId: ['vacaturenummer', 'referentie', 'id', 'jobid', 'referencenumber', 'nummer'],
  title: ['functietitel', 'titel', 'title', 'functienaam', 'functie', 'jobtitle', 'vacature'],
  employer: ['werkgever', 'bedrijf', 'organisatie', 'company', 'employer', 'naamschool', 'school'],
  place: ['plaats', 'standplaats', 'plaatsnaam', 'city', 'location', 'locatie', 'woonplaats'],
  postcode: ['postcode', 'postalcode', 'zip'],
  province: ['provincie', 'province', 'regio'],
  url: ['url', 'link', 'vacatureurl', 'finalurl'],
  posted: ['geplaatst', 'plaatsingsdatum', 'datum', 'posted', 'dateposted', 'date', 'publicatiedatum'],
  closes: ['sluitingsdatum', 'einddatum', 'closes', 'expirationdate', 'validthrough', 'reagerentot'],
  hours: ['aantaluren', 'uren', 'urenmin', 'hours', 'hoursmin', 'werkuren', 'urenperweek'],
  hoursMax: ['urenmax', 'hoursmax'],
  fte: ['fte', 'wtf', 'werktijdfactor'],
  education: ['opleidingsniveau', 'opleiding', 'education', 'niveau'],
  description: ['omschrijving', 'functieomschrijving', 'description', 'beschrijving', 'vacaturetekst', 'tekst'],
  lat: ['latitude', 'lat', 'breedtegraad'],
  lon: ['longitude', 'lon', 'lng', 'lengtegraad'],
  contract: ['dienstverband', 'contract', 'contractvorm']
}

const key = (header: string): string => fold(header).replace(/[^a-z0-9]/g, '')

/** Which column of the file holds what. */
export function columnsOf(header: readonly string[]): Partial<Record<Column, number>> {
  const keys = header.map(key)
  const found: Partial<Record<Column, number>> = {}
  for (const [column, aliases] of Object.entries(ALIASES) as Array<[Column, readonly string[]]>) {
    const index = aliases.map(a => keys.indexOf(a)).find(i => i !== -1)
    if (index !== undefined) found[column] = index
  }
  return found
}

/** Columns whose values have a form of their own: when half of a block breaks it, the columns moved under the header. */
const FORMS: Partial<Record<Column, RegExp>> = {
  url: /^(?:https?:\/\/|www\.)/i,
  postcode: /^[1-9]\d{3}\s?[A-Z]{0,2}$/i,
  lat: /^-?\d{1,2}[.,]\d+$/,
  lon: /^-?\d{1,3}[.,]\d+$/
}
const BLOCK = 10

/** Watches that the values keep the form of their column, all the way down. */
export class ShapeGuard {
  readonly #columns: ReadonlyArray<readonly [number, RegExp]>
  #rows = 0
  #broken = new Map<number, number>()

  constructor(columns: Partial<Record<Column, number>>) {
    this.#columns = (Object.entries(FORMS) as Array<[Column, RegExp]>).flatMap(([c, form]) => (columns[c] === undefined ? [] : [[columns[c], form] as const]))
  }

  /** Throws when a block of rows breaks the form of a column (`real/README.md` 1). */
  check(row: readonly string[]): void {
    this.#rows++
    for (const [index, form] of this.#columns) {
      const value = (row[index] ?? '').trim()
      if (value !== '' && !form.test(value)) this.#broken.set(index, (this.#broken.get(index) ?? 0) + 1)
    }
    if (this.#rows === BLOCK) this.#judge()
  }

  /** The same for the rows left over; one or two odd ones prove nothing. */
  end(): void {
    if (this.#rows > 2) this.#judge()
  }

  #judge(): void {
    if ([...this.#broken.values()].some(n => n > this.#rows / 2)) throw new RunFault('columns-shifted', 'held')
    this.#rows = 0
    this.#broken = new Map()
  }
}
