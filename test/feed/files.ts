import { Readable } from 'node:stream'
import { RunFault, type Limits, type Parsed, type SourceFormat } from '../../src/feed/source.ts'
import { LIMITS } from '../../src/feed/lines.ts'
import { AT } from '../helpers/vacancy.ts'

export const SOURCE = 'proef'

/** A stream of a file in pieces of `size` bytes; one piece when 0. */
export function streamOf(file: string | Buffer, size = 0): Readable {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file
  const pieces: Buffer[] = []
  for (let i = 0; i < bytes.length; i += size || bytes.length) pieces.push(bytes.subarray(i, i + (size || bytes.length)))
  return Readable.from(pieces)
}

/** Own text of an invented employer, long enough to count as a whole advert. */
export const advert = (about = 'de magazijnploeg van Vlierbos Papier'): string =>
  `Wij zoeken versterking voor ${about}.\n\nWat ga je doen?\n- Je pakt bestellingen in en plakt de labels.\n- Je houdt de werkplek schoon en veilig.\n- Je overlegt elke ochtend kort met je team.\n\n` +
  'Wat vragen wij?\n- Je werkt netjes en je kunt Nederlands lezen.\n- Een diploma is niet nodig, je leert het vak bij ons.\n\nWat krijg je? Een vast rooster en een reiskostenvergoeding.'

export type Line = Readonly<Record<string, unknown>>

/** A row of our own format. */
export const ownRow = (sourceId: string, over: Line = {}): Line => ({
  sourceId,
  title: 'Magazijnmedewerker',
  description: advert(),
  url: `https://werk.voorbeeld.example/${encodeURIComponent(sourceId)}`,
  employer: { name: 'Vlierbos Papier', kind: 'direct' },
  locations: [{ place: 'Zwolle' }],
  hours: { min: 24, max: 32 },
  postedAt: '2026-11-10',
  closesAt: '2026-12-31',
  ...over
})

export interface OwnFile {
  readonly mode?: 'full' | 'delta'
  readonly manifest?: Line
  readonly end?: Line | null
  readonly source?: string
}

/** A file of our own format; a string stands for a raw line. */
export function ownFile(rows: ReadonlyArray<Line | string>, { mode = 'full', manifest = {}, end = {}, source = SOURCE }: OwnFile = {}): string {
  const head = { kind: 'passendwerk-vacancies', version: 1, mode, source, generatedAt: AT.instant, count: rows.length, ...manifest }
  const lines = [head, ...rows, ...(end === null ? [] : [{ kind: 'end', count: rows.length, ...end }])]
  return `${lines.map(l => (typeof l === 'string' ? l : JSON.stringify(l))).join('\n')}\n`
}

/** A record of a job-board collector, texts in Markdown. */
export const boardRow = (id: string | null, over: Line = {}): Line => ({
  ...(id === null ? {} : { id }),
  site: 'voorbeeldbord',
  job_url: `https://bord.voorbeeld.example/vacature/${id ?? 'zonder'}`,
  title: 'Medewerker inpak',
  company: 'Vlierbos Papier',
  location: 'Zwolle, OV, NL',
  date_posted: '2026-11-10',
  job_type: 'parttime',
  description: advert(),
  ...over
})
export const ndjson = (rows: ReadonlyArray<Line | string>): string => rows.map(r => `${typeof r === 'string' ? r : JSON.stringify(r)}\n`).join('')

/** Lines of a CSV file with `;`. */
export const csvFile = (...lines: readonly string[]): string => `${lines.join('\n')}\n`

/** What a format makes of a file: the rows, or the fault that ends it. */
export async function parsed(
  format: SourceFormat,
  file: string | Buffer,
  { size = 0, source = SOURCE, limits = {} }: { size?: number; source?: string; limits?: Partial<Limits> } = {}
): Promise<{ rows: readonly Parsed[]; fault: string | null }> {
  const rows: Parsed[] = []
  try {
    for await (const row of format.parse(streamOf(file, size), { source, day: AT.day, limits: { ...LIMITS, ...limits } })) rows.push(row)
    return { rows, fault: null }
  } catch (error) {
    if (error instanceof RunFault) return { rows, fault: `${error.state} ${error.code}` }
    throw error
  }
}

/** One line per event, for tables of cases: `2 row a1 !bad-date:posted`, `3 reject a2 no-title title`. */
export function told(row: Parsed): string {
  if (row.kind === 'header') return `header ${row.mode}`
  if (row.kind === 'delete') return `${row.position} delete ${row.sourceId}`
  if (row.kind === 'reject') return `${row.position} reject ${row.sourceId ?? '-'} ${row.code} ${row.field ?? '-'}`
  return [`${row.position} row ${row.sourceId ?? '-'}`, ...row.warnings.map(w => `!${w.code}:${w.field ?? '-'}`)].join(' ')
}

/** A file and what must come out of it: the events as `told`, and the facts of some rows. */
export interface FileCase {
  readonly name: string
  readonly file: string | Buffer
  readonly source?: string
  readonly limits?: Partial<Limits>
  readonly told: readonly string[]
  readonly fault?: string
  /** By sourceId: what the facts of that row must hold, compared as a part. */
  readonly facts?: Readonly<Record<string, object>>
}
