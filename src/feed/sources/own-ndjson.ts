import type { Readable } from 'node:stream'
import { z } from 'zod'
import { VacancyFactsSchema } from '../../domain/vacancy.ts'
import { SourceSchema } from '../../domain/vacancy.ts'
import { linesOf, MAX_RECORDS, sampleOf, type Line } from '../lines.ts'
import { RunFault, type Parsed, type SourceFormat } from '../source.ts'

const VERSION = 1

const ManifestSchema = z.strictObject({
  kind: z.literal('passendwerk-vacancies'),
  version: z.int().min(1),
  mode: z.enum(['full', 'delta']),
  source: SourceSchema,
  generatedAt: z.string(),
  count: z.int().min(0)
})
const EndSchema = z.strictObject({ kind: z.literal('end'), count: z.int().min(0) })
const DeleteSchema = z.strictObject({ op: z.literal('delete'), sourceId: z.string().min(1).max(200) })

/** The store's own schema without what only we may set; unknown fields are errors, and judged tokens are always made anew. */
const RowSchema = VacancyFactsSchema.extend({ sourceId: z.string().min(1).max(200) })

function parseJson (text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** ND05: a stated load needs its passage, a confirmed one the speaker and the date. */
const lacksEvidence = (row: z.infer<typeof RowSchema>): boolean => row.demands.some(d =>
  (d.provenance === 'stated' && d.span === null && d.kind !== 'field') || (d.provenance === 'confirmed' && (d.by === null || d.at === null)))

/** Old data may carry an id; a bad row keeps it in the report. */
const idOf = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'sourceId' in value && typeof value.sourceId === 'string' ? value.sourceId.slice(0, 200) : null

function rowOf (position: number, value: unknown): Parsed {
  const sourceId = idOf(value)
  const reject = (code: 'bad-field' | 'unknown-field' | 'no-title' | 'no-id' | 'no-evidence', field: string | null, sample: unknown): Parsed =>
    ({ kind: 'reject', position, sourceId, code, field, sample: sampleOf(sample) })
  const parsed = RowSchema.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const field = issue === undefined ? null : [...issue.path, ...issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []].join('.')
    if (issue?.code === 'unrecognized_keys') return reject('unknown-field', field, null)
    return reject(field === 'title' ? 'no-title' : field === 'sourceId' ? 'no-id' : 'bad-field', field, null)
  }
  if (lacksEvidence(parsed.data)) return reject('no-evidence', 'demands', null)
  const { sourceId: id, ...facts } = parsed.data
  return { kind: 'row', position, sourceId: id, facts, raw: true, warnings: [] }
}

function manifestOf (line: Line | undefined, source: string): z.infer<typeof ManifestSchema> {
  const value = parseJson(line?.text ?? '')
  const parsed = ManifestSchema.safeParse(value)
  if (!parsed.success) throw new RunFault('wrong-type')
  if (parsed.data.version > VERSION) throw new RunFault('newer-version')
  if (source !== '' && parsed.data.source !== source) throw new RunFault('wrong-source')
  return parsed.data
}

async function * parse (input: Readable, source: string): AsyncIterable<Parsed> {
  let manifest: z.infer<typeof ManifestSchema> | undefined
  let [count, ended] = [0, false]
  for await (const line of linesOf(input)) {
    if (manifest === undefined) {
      manifest = manifestOf(line, source)
      yield { kind: 'header', mode: manifest.mode, source: manifest.source, count: manifest.count }
      continue
    }
    if (line.text?.trim() === '') continue
    if (ended) throw new RunFault('wrong-type')
    const value = line.text === null ? undefined : parseJson(line.text)
    const end = EndSchema.safeParse(value)
    if (end.success) {
      ended = true
      if (end.data.count !== count || manifest.count !== count) throw new RunFault('count-differs', 'held')
      continue
    }
    if (++count > MAX_RECORDS) throw new RunFault('cap-records')
    const remove = DeleteSchema.safeParse(value)
    if (line.text === null) yield { kind: 'reject', position: line.number, sourceId: null, code: 'too-large', field: null, sample: null }
    else if (value === undefined) yield { kind: 'reject', position: line.number, sourceId: null, code: 'bad-json', field: null, sample: sampleOf(line.text) }
    else if (remove.success && manifest.mode === 'delta') yield { kind: 'delete', position: line.number, sourceId: remove.data.sourceId }
    else yield rowOf(line.number, value)
  }
  // ND01: without its last line the file was cut.
  if (manifest === undefined) throw new RunFault('empty', 'held')
  if (!ended) throw new RunFault('truncated')
}

/** Our own NDJSON (`feeds.md` 3.7): manifest, one vacancy a line or a delete, end line with the count. */
export const ownNdjson: SourceFormat = {
  id: 'passendwerk',
  label: 'passendwerk NDJSON',
  rank: 1,
  mode: 'full',
  sniff: (_name, head) => /^\s*\{[^\n]*"kind"\s*:\s*"passendwerk-vacancies"/.test(head),
  parse: (input, { source }) => parse(input, source)
}
