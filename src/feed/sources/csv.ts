import type { Readable } from 'node:stream'
import { cleanLine, cleanText } from '../normalise/clean.ts'
import { parseDate } from '../normalise/dates.ts'
import { cleanUrl, urlId } from '../normalise/url.ts'
import { educationOf } from '../../reference/education.ts'
import { columnsOf, ShapeGuard, type Column } from '../csv-columns.ts'
import { csvRecords } from '../csv-records.ts'
import { LIMITS, sampleOf } from '../lines.ts'
import { RunFault, type ParseOptions, type Parsed, type SourceFormat, type Warning } from '../source.ts'
import { readHours } from '../text/hours.ts'
import { titleUnit } from '../text/units.ts'

const decimal = (text: string | null): number | null => {
  const n = text === null ? NaN : Number(text.replace(',', '.'))
  return Number.isFinite(n) ? n : null
}

/** `24`, `24 - 32`, `32,5` as a range of hours; several posts together (`2,6` fte) say nothing about one job. */
function rangeOf(low: string, high: string | null): { min: number; max: number } | null {
  const numbers = `${low} ${high ?? ''}`.match(/\d+(?:[.,]\d+)?/g)?.map(n => Number(n.replace(',', '.'))) ?? []
  const [a, b = a] = numbers
  return a === undefined || b === undefined || a <= 0 || Math.max(a, b) > 60 ? null : { min: Math.min(a, b), max: Math.max(a, b) }
}

/** Numbers alone, or with a word for hours a week; the text rules read the rest ("3 dagen" are no three hours). */
const BARE = /^\d+(?:[.,]\d+)?(?:\s*(?:-|\/|tot|t\/m|en|a)\s*\d+(?:[.,]\d+)?)?\s*(?:u|uur|uren|hours)?\.?\s*(?:per week|p\/?w\.?)?$/i

type Hours = Pick<Extract<Parsed, { kind: 'row' }>['facts'], 'hours' | 'evidence'>

/** The hours of a week, from their columns or from the share of a full week. */
function hoursOf(value: (c: Column) => string | null, warnings: Warning[]): Hours {
  const [low, high, fte] = [value('hours'), value('hoursMax'), value('fte')]
  const plain = low !== null && BARE.test(low)
  const read = low === null || plain ? undefined : readHours(titleUnit(low))[0]
  const hours = plain ? rangeOf(low, high) : (read?.hours ?? null)
  if (hours === null && (low ?? high) !== null) warnings.push({ code: 'bad-hours', field: 'hours', sample: sampleOf(low ?? high) })
  if (plain && hours !== null && decimal(low) !== hours.min && decimal(high) === hours.min)
    warnings.push({ code: 'hours-swapped', field: 'hours', sample: sampleOf(`${low} - ${high}`) })
  if (hours !== null) return { hours, ...(read?.rule === true ? { evidence: { hours: { from: 'rule', span: null } } } : {}) }
  const share = fte === null ? null : rangeOf(fte, null)
  if (share === null || share.max > 1) return { hours: null }
  // A full week is 36 to 40 hours.
  return { hours: { min: Math.round(share.min * 360) / 10, max: Math.round(share.max * 400) / 10 }, evidence: { hours: { from: 'rule', span: null } } }
}

const CONTRACT: ReadonlyArray<readonly [RegExp, 'B' | 'O']> = [
  [/tijdelijk|(?<!on)bepaald|uitzicht/i, 'B'],
  [/vast|onbepaald/i, 'O']
]

function rowOf(position: number, row: readonly string[], columns: Partial<Record<Column, number>>): Parsed {
  const warnings: Warning[] = []
  const value = (c: Column): string | null => (columns[c] === undefined ? null : cleanLine(row[columns[c]]))
  const date = (c: Column): string | null => {
    const text = value(c)
    const found = text === null ? undefined : parseDate(text, 'dmy')
    if (found !== undefined && 'code' in found) warnings.push({ code: found.code, field: c, sample: sampleOf(text) })
    return found !== undefined && 'day' in found ? found.day : null
  }
  const url = cleanUrl(value('url'))
  if (url === null && value('url') !== null) warnings.push({ code: 'bad-url', field: 'url', sample: sampleOf(value('url')) })
  const sourceId = value('sourceId') ?? urlId(url)
  const title = value('title')
  if (title === null) return { kind: 'reject', position, sourceId, code: 'no-title', field: 'title', sample: null }
  if (sourceId === null) return { kind: 'reject', position, sourceId, code: 'no-id', field: 'id', sample: sampleOf(title) }
  // A spreadsheet wrote the number as 1,2E+05: the id is lost.
  if (/^\d+(?:[.,]\d*)?E\+\d+$/i.test(sourceId) || sourceId.length > 200)
    return { kind: 'reject', position, sourceId, code: 'bad-id', field: 'id', sample: sampleOf(sourceId) }
  const hours = hoursOf(value, warnings)
  const [lat, lon] = [decimal(value('lat')), decimal(value('lon'))]
  const onEarth = lat !== null && lon !== null && Math.abs(lat) <= 90 && Math.abs(lon) <= 180
  if (!onEarth && (value('lat') ?? value('lon')) !== null)
    warnings.push({ code: 'coordinate-far', field: 'lat', sample: sampleOf(`${value('lat') ?? ''} ${value('lon') ?? ''}`) })
  const contract = value('contract')
  const term = contract === null ? undefined : CONTRACT.find(([p]) => p.test(contract))?.[1]
  const education = educationOf(value('education') ?? '')
  if (contract !== null && term === undefined) warnings.push({ code: 'unknown-code', field: 'contract', sample: sampleOf(contract) })
  if (value('education') !== null && education === undefined) warnings.push({ code: 'unknown-code', field: 'education', sample: sampleOf(value('education')) })
  const description = cleanText(value('description') === null ? '' : (row[columns.description as number] ?? ''))
  return {
    kind: 'row',
    position,
    sourceId,
    raw: false,
    warnings,
    ...(value('province') === null ? {} : { province: value('province') as string }),
    facts: {
      title: title.slice(0, 200),
      description: description.text,
      truncated: description.truncated,
      url,
      employer: { name: value('employer')?.slice(0, 500) ?? null },
      locations:
        value('place') === null && value('postcode') === null && !onEarth
          ? []
          : [
              {
                place: value('place')?.slice(0, 120) ?? null,
                postcode: value('postcode')?.slice(0, 10) ?? null,
                ...(onEarth ? { lat, lon } : {})
              }
            ],
      ...hours,
      fte: value('fte')?.slice(0, 40) ?? null,
      contract: { term: term ?? null },
      educationLevel: education?.range ?? null,
      educationTrack: education?.track === 'wo' ? 'wo' : null,
      postedAt: date('posted'),
      closesAt: date('closes')
    }
  }
}

interface Header {
  readonly names: readonly string[]
  readonly columns: Partial<Record<Column, number>>
  readonly guard: ShapeGuard
}

function headerOf(names: readonly string[]): Header {
  const columns = columnsOf(names)
  if (columns.title === undefined) throw new RunFault('wrong-type')
  return { names, columns, guard: new ShapeGuard(columns) }
}

async function* parse(input: Readable, { limits = LIMITS }: ParseOptions): AsyncIterable<Parsed> {
  let header: Header | undefined
  let count = 0
  for await (const { cells, line, cut } of csvRecords(input, limits)) {
    if (header === undefined) {
      header = headerOf(cells)
      yield { kind: 'header', mode: 'delta', generatedAt: null }
      continue
    }
    if (++count > limits.records) throw new RunFault('cap-records')
    const width = header.names.length
    const refused =
      cells.length < width || cells.slice(width).some(c => c.trim() !== '')
        ? 'bad-row'
        : cells.slice(0, width).join('\n') === header.names.join('\n')
          ? 'not-a-vacancy'
          : undefined
    // A last row that is too short and has no line end was cut off.
    if (refused === 'bad-row' && cut) throw new RunFault('truncated')
    if (refused !== undefined) {
      yield { kind: 'reject', position: line, sourceId: null, code: refused, field: null, sample: sampleOf(cells.join(';')) }
      continue
    }
    header.guard.check(cells)
    yield rowOf(line, cells, header.columns)
  }
  header?.guard.end()
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
