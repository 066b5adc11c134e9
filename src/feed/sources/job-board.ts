import type { Readable } from 'node:stream'
import { z } from 'zod'
import { cleanLine, cleanText } from '../normalise/clean.ts'
import { parseDate } from '../normalise/dates.ts'
import { cleanUrl, urlId } from '../normalise/url.ts'
import { LIMITS, linesOf, sampleOf } from '../lines.ts'
import { RunFault, type ParseOptions, type Parsed, type SourceFormat, type Warning } from '../source.ts'

/** A record of a job-board collector: flat, values as text; column sets differ between runs, absent is not empty. */
const RecordSchema = z.looseObject({
  id: z.unknown().optional(),
  job_url: z.unknown().optional(),
  title: z.unknown().optional(),
  company: z.unknown().optional(),
  location: z.unknown().optional(),
  description: z.unknown().optional(),
  date_posted: z.unknown().optional()
})
type BoardRecord = Record<string, unknown>

const UNITS: Readonly<Record<string, 'HOUR' | 'DAY' | 'WEEK' | 'MONTH' | 'YEAR'>> = {
  hourly: 'HOUR',
  daily: 'DAY',
  weekly: 'WEEK',
  monthly: 'MONTH',
  yearly: 'YEAR'
}

/** A value as text; objects and the like are no value. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '')

/** More is no pay, in whatever unit. */
const MOST_PAY = 1_000_000

/** A pay column counts only when the advert itself was its source: a scraper's guess is no stated fact (`real/README.md` 5). */
function salaryOf(
  r: BoardRecord
): { min: number | null; max: number | null; unit: 'HOUR' | 'DAY' | 'WEEK' | 'MONTH' | 'YEAR'; currency: 'EUR'; scale: null } | 'bad-salary' | null {
  const unit = UNITS[textOf(r['interval'])]
  const value = (name: string): number | null => {
    const n = Number(textOf(r[name]).replace(',', '.'))
    return Number.isFinite(n) && n > 0 ? n : null
  }
  const [min, max] = [value('min_amount'), value('max_amount')]
  if (unit === undefined || (min === null && max === null) || (textOf(r['currency']) || 'EUR') !== 'EUR') return null
  if ((textOf(r['salary_source']) || 'direct_data') !== 'direct_data') return null
  if (Math.max(min ?? 0, max ?? 0) > MOST_PAY) return 'bad-salary'
  return { min, max, unit, currency: 'EUR', scale: null }
}

/** What collectors write; the last six say nothing we keep. */
const TYPES = new Set(['fulltime', 'parttime', 'internship', 'temporary', 'contract', 'permanent', 'perdiem', 'other', 'nights', 'summer', 'volunteer'])

/** `fulltime`, `parttime, fulltime` and the kinds of contract beside it. */
function typesOf(value: string | null): { workTime: 'full' | 'part' | 'both' | null; kind: 'S' | null; term: 'B' | null; unknown: boolean } {
  const types = (value ?? '')
    .toLowerCase()
    .split(/[,;/|]/)
    .map(t => t.trim().replace(/[-_ ]/g, ''))
    .filter(t => t !== '')
  const [full, part] = [types.includes('fulltime'), types.includes('parttime')]
  return {
    workTime: full && part ? 'both' : full ? 'full' : part ? 'part' : null,
    kind: types.includes('internship') ? 'S' : null,
    term: types.includes('temporary') || types.includes('contract') ? 'B' : null,
    unknown: types.some(t => !TYPES.has(t))
  }
}

function rowOf(position: number, r: BoardRecord): Parsed {
  const warnings: Warning[] = []
  const text = (name: string): string | null => cleanLine(r[name])
  const url = cleanUrl(text('job_url'))
  if (url === null && text('job_url') !== null) warnings.push({ code: 'bad-url', field: 'job_url', sample: sampleOf(text('job_url')) })
  const sourceId = text('id') ?? urlId(url)
  const title = text('title')
  const reject = (code: 'no-title' | 'no-id' | 'bad-id', field: string): Parsed => ({
    kind: 'reject',
    position,
    sourceId,
    code,
    field,
    sample: sampleOf(title)
  })
  if (title === null) return reject('no-title', 'title')
  if (sourceId === null) return reject('no-id', 'id')
  if (sourceId.length > 200) return reject('bad-id', 'id')
  const posted = text('date_posted') === null ? undefined : parseDate(text('date_posted') as string)
  if (posted !== undefined && 'code' in posted) warnings.push({ code: posted.code, field: 'date_posted', sample: sampleOf(text('date_posted')) })
  const description = typeof r['description'] === 'string' ? cleanText(r['description']) : { text: '', truncated: false }
  const types = typesOf(text('job_type'))
  if (types.unknown) warnings.push({ code: 'unknown-code', field: 'job_type', sample: sampleOf(text('job_type')) })
  const salary = salaryOf(r)
  if (salary === 'bad-salary') warnings.push({ code: 'bad-salary', field: 'max_amount', sample: sampleOf(text('max_amount') ?? text('min_amount')) })
  return {
    kind: 'row',
    position,
    sourceId,
    raw: false,
    warnings,
    facts: {
      title: title.slice(0, 200),
      description: description.text,
      truncated: description.truncated,
      url,
      applyUrl: cleanUrl(text('job_url_direct')),
      employer: { name: text('company')?.slice(0, 500) ?? null },
      locations: text('location') === null ? [] : [{ place: text('location')?.slice(0, 120) ?? null }],
      // Collectors set this when a word like "remote" occurs anywhere: no more than "partly".
      remote: textOf(r['is_remote']).toLowerCase() === 'true' ? 'hybrid' : null,
      workTime: types.workTime,
      contract: { kind: types.kind, term: types.term },
      salary: salary === 'bad-salary' ? null : salary,
      postedAt: posted !== undefined && 'day' in posted ? posted.day : null
    }
  }
}

async function* parse(input: Readable, { limits = LIMITS }: ParseOptions): AsyncIterable<Parsed> {
  let count = 0
  yield { kind: 'header', mode: 'delta', generatedAt: null }
  for await (const line of linesOf(input, limits)) {
    if (line.text?.trim() === '') continue
    if (++count > limits.records) throw new RunFault('cap-records')
    if (line.text === null) {
      yield { kind: 'reject', position: line.number, sourceId: null, code: 'too-large', field: null, sample: null }
      continue
    }
    let value: unknown
    try {
      value = JSON.parse(line.text)
    } catch {
      // A last line without an end that cannot be read: the file was cut.
      if (!line.closed) throw new RunFault('truncated')
      yield { kind: 'reject', position: line.number, sourceId: null, code: 'bad-json', field: null, sample: sampleOf(line.text) }
      continue
    }
    const record = RecordSchema.safeParse(value)
    yield record.success
      ? rowOf(line.number, record.data)
      : { kind: 'reject', position: line.number, sourceId: null, code: 'bad-json', field: null, sample: sampleOf(line.text) }
  }
}

/** Records of a job-board collector, one JSON object a line, texts in Markdown. No end mark, so no full list. */
export const jobBoard: SourceFormat = {
  id: 'job-board',
  label: 'vacaturebank-records (NDJSON)',
  rank: 2,
  mode: 'delta',
  sniff: (_name, head) => /^\s*\{/.test(head) && /"job_url"\s*:/.test(head.split('\n')[0] ?? '') && /"title"\s*:/.test(head.split('\n')[0] ?? ''),
  parse
}
