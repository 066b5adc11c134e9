import type { Readable } from 'node:stream'
import { parse as csvParser } from 'csv-parse'
import { cleanLine, cleanText } from '../normalise/clean.ts'
import { parseDate } from '../normalise/dates.ts'
import { cleanUrl } from '../normalise/url.ts'
import { fold } from '../../reference/dutch.ts'
import { MAX_BYTES, MAX_RECORDS, sampleOf } from '../lines.ts'
import { RunFault, type Parsed, type SourceFormat, type Warning } from '../source.ts'

type Column = 'sourceId' | 'title' | 'employer' | 'place' | 'postcode' | 'province' | 'url' | 'posted' | 'closes' | 'hours' | 'hoursMax' | 'fte' | 'education' | 'description' | 'lat' | 'lon' | 'contract' | 'salary' | 'start'

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
  contract: ['dienstverband', 'contract', 'contractvorm'],
  salary: ['salaris', 'salary'],
  start: ['startdatum', 'ingangsdatum', 'start']
}

const key = (header: string): string => fold(header).replace(/[^a-z0-9]/g, '')

/** Which column of the file holds what. */
function columnsOf (header: readonly string[]): Partial<Record<Column, number>> {
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
  url: /^https?:\/\//i, postcode: /^[1-9]\d{3}\s?[A-Z]{0,2}$/i, lat: /^-?\d{1,2}[.,]\d+$/, lon: /^-?\d{1,3}[.,]\d+$/
}
const BLOCK = 10

class ShapeGuard {
  readonly #columns: ReadonlyArray<readonly [number, RegExp]>
  #rows = 0
  #broken = new Map<number, number>()

  constructor (columns: Partial<Record<Column, number>>) {
    this.#columns = (Object.entries(FORMS) as Array<[Column, RegExp]>).flatMap(([c, form]) => columns[c] === undefined ? [] : [[columns[c], form] as const])
  }

  /** Throws when a block of rows breaks the form of a column (`real/README.md` 1). */
  check (row: readonly string[]): void {
    this.#rows++
    for (const [index, form] of this.#columns) {
      const value = (row[index] ?? '').trim()
      if (value !== '' && !form.test(value)) this.#broken.set(index, (this.#broken.get(index) ?? 0) + 1)
    }
    if (this.#rows < BLOCK) return
    if ([...this.#broken.values()].some(n => n > BLOCK / 2)) throw new RunFault('columns-shifted', 'held')
    this.#rows = 0
    this.#broken = new Map()
  }
}

const decimal = (text: string | null): number | null => {
  const n = text === null ? NaN : Number(text.replace(',', '.'))
  return Number.isFinite(n) ? n : null
}

/** `24`, `24 - 32`, `32,5` as a range of hours; several posts together (`2,6` fte) say nothing about one job. */
function rangeOf (low: string | null, high: string | null): { min: number, max: number } | null {
  const numbers = `${low ?? ''} ${high ?? ''}`.match(/\d+(?:[.,]\d+)?/g)?.map(n => Number(n.replace(',', '.'))) ?? []
  const [a, b = a] = numbers
  return a === undefined || b === undefined || a <= 0 || b > 60 ? null : { min: Math.min(a, b), max: Math.max(a, b) }
}

const CONTRACT: ReadonlyArray<readonly [RegExp, 'B' | 'O']> = [[/tijdelijk|bepaalde|uitzicht/i, 'B'], [/vast|onbepaald/i, 'O']]

function rowOf (position: number, row: readonly string[], columns: Partial<Record<Column, number>>): Parsed {
  const warnings: Warning[] = []
  const value = (c: Column): string | null => columns[c] === undefined ? null : cleanLine(row[columns[c]])
  const date = (c: Column): string | null => {
    const text = value(c)
    const found = text === null ? undefined : parseDate(text, 'dmy')
    if (found !== undefined && 'code' in found) warnings.push({ code: found.code, field: c, sample: sampleOf(text) })
    return found !== undefined && 'day' in found ? found.day : null
  }
  const url = cleanUrl(value('url'))
  if (url === null && value('url') !== null) warnings.push({ code: 'bad-url', field: 'url', sample: sampleOf(value('url')) })
  const sourceId = value('sourceId') ?? url
  const title = value('title')
  if (title === null) return { kind: 'reject', position, sourceId, code: 'no-title', field: 'title', sample: null }
  if (sourceId === null) return { kind: 'reject', position, sourceId, code: 'no-id', field: 'id', sample: sampleOf(title) }
  // A spreadsheet wrote the number as 1,2E+05: the id is lost.
  if (/^\d+[.,]\d*E\+\d+$/i.test(sourceId)) return { kind: 'reject', position, sourceId, code: 'bad-id', field: 'id', sample: sampleOf(sourceId) }
  const hours = rangeOf(value('hours'), value('hoursMax'))
  if (hours === null && value('hours') !== null) warnings.push({ code: 'bad-hours', field: 'hours', sample: sampleOf(value('hours')) })
  const fte = value('fte')
  const share = hours !== null || fte === null ? null : rangeOf(fte, null)
  const description = cleanText(value('description') === null ? '' : row[columns.description as number] ?? '')
  return {
    kind: 'row', position, sourceId, raw: false, warnings,
    ...value('province') === null ? {} : { province: value('province') as string },
    facts: {
      title: title.slice(0, 200), description: description.text, truncated: description.truncated, url,
      employer: { name: value('employer') },
      locations: value('place') === null && value('postcode') === null && value('lat') === null ? [] : [{ place: value('place'), postcode: value('postcode'), lat: decimal(value('lat')), lon: decimal(value('lon')) }],
      hours: hours ?? (share === null || share.max > 1 ? null : { min: Math.round(share.min * 360) / 10, max: Math.round(share.max * 400) / 10 }),
      fte: fte?.slice(0, 40) ?? null,
      ...share === null || share.max > 1 ? {} : { evidence: { hours: { from: 'rule' as const, span: null } } },
      contract: { term: CONTRACT.find(([p]) => p.test(value('contract') ?? ''))?.[1] ?? null },
      postedAt: date('posted'), closesAt: date('closes')
    }
  }
}

async function * parse (input: Readable): AsyncIterable<Parsed> {
  let columns: Partial<Record<Column, number>> | undefined
  let guard: ShapeGuard | undefined
  let width = 0
  let count = 0
  const parser = input.pipe(csvParser({ bom: true, delimiter: [',', ';', '\t', '|'], relax_column_count: true, skip_empty_lines: true, max_record_size: 1024 * 1024, info: true }))
  input.on('error', error => parser.destroy(error))
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[], info: { lines: number, bytes: number } }>) {
      if (info.bytes > MAX_BYTES) throw new RunFault('cap-bytes')
      if (columns === undefined) {
        if (record.length === 1 && (record[0] ?? '').startsWith('sep=')) continue
        columns = columnsOf(record)
        width = record.length
        if (columns.title === undefined) throw new RunFault('wrong-type')
        guard = new ShapeGuard(columns)
        yield { kind: 'header', mode: 'delta', source: null, count: null }
        continue
      }
      if (++count > MAX_RECORDS) throw new RunFault('cap-records')
      const trimmed = record.slice(0, width)
      if (record.length < width || record.slice(width).some(c => c.trim() !== '')) {
        yield { kind: 'reject', position: info.lines, sourceId: null, code: 'bad-row', field: null, sample: sampleOf(record.join(';')) }
        continue
      }
      guard?.check(trimmed)
      yield rowOf(info.lines, trimmed, columns)
    }
  } catch (error) {
    if (error instanceof RunFault) throw error
    // Quotes that never close, a record without end: the structure is broken, nothing changes.
    throw new RunFault('truncated')
  }
}

/** CSV with a header in Dutch or English words (`feeds.md` 3.6). */
export const csv: SourceFormat = {
  id: 'csv',
  label: 'CSV',
  rank: 9,
  mode: 'delta',
  sniff: (name, head) => /\.csv$/i.test(name) || /^[^\n{<]*[;,\t|][^\n]*\n/.test(head),
  parse
}
