import type { Readable } from 'node:stream'
import { z } from 'zod'
import { VacancyFactsSchema } from '../../domain/vacancy.ts'
import { SourceSchema } from '../../domain/vacancy.ts'
import { LIMITS, linesOf, sampleOf, type Line } from '../lines.ts'
import { RunFault, type ParseOptions, type Parsed, type SourceFormat } from '../source.ts'

const VERSION = 1

const OwnSchema = z.looseObject({ kind: z.literal('passendwerk-vacancies'), version: z.int().min(1) })
const ManifestSchema = OwnSchema.extend({
  mode: z.enum(['full', 'delta']),
  source: SourceSchema,
  generatedAt: z.string(),
  count: z.int().min(0)
}).strict()
const EndSchema = z.strictObject({ kind: z.literal('end'), count: z.int().min(0) })
const SourceIdSchema = z.string().trim().min(1).max(200)
const DeleteSchema = z.strictObject({ op: z.literal('delete'), sourceId: SourceIdSchema })

/** The store's own schema without what only we may set; unknown fields are errors, and judged tokens are always made anew. */
const RowSchema = VacancyFactsSchema.extend({ sourceId: SourceIdSchema })

/** The object on a line; undefined when there is none, or something else. */
function parseJson(text: string): object | undefined {
  try {
    const value = JSON.parse(text) as unknown
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** ND05: a stated load needs its passage, a confirmed one the speaker and the date. */
const lacksEvidence = (row: z.infer<typeof RowSchema>): boolean =>
  row.demands.some(
    d => (d.provenance === 'stated' && d.span === null && d.kind !== 'field') || (d.provenance === 'confirmed' && (d.by === null || d.at === null))
  )

/** Old data may carry an id; a bad row keeps it in the report. */
const idOf = (value: object): string | null => ('sourceId' in value && typeof value.sourceId === 'string' ? value.sourceId.slice(0, 200) : null)

/** A field that is not there, or is there and empty. */
const absent = (value: object, name: string): boolean => {
  const found = Reflect.get(value, name) as unknown
  return found === undefined || found === null || (typeof found === 'string' && found.trim() === '')
}

function rowOf(position: number, value: object): Parsed {
  const sourceId = idOf(value)
  const reject = (code: 'bad-field' | 'unknown-field' | 'no-title' | 'no-id' | 'bad-id' | 'no-evidence', field: string | null, sample: unknown): Parsed => ({
    kind: 'reject',
    position,
    sourceId,
    code,
    field,
    sample: sampleOf(sample)
  })
  const parsed = RowSchema.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const field = issue === undefined ? null : [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])].join('.')
    if (issue?.code === 'unrecognized_keys') return reject('unknown-field', field, null)
    if (field === 'title' && absent(value, 'title')) return reject('no-title', field, null)
    return reject(field !== 'sourceId' ? 'bad-field' : absent(value, 'sourceId') ? 'no-id' : 'bad-id', field, null)
  }
  if (lacksEvidence(parsed.data)) return reject('no-evidence', 'demands', null)
  const { sourceId: id, ...facts } = parsed.data
  return { kind: 'row', position, sourceId: id, facts, raw: true, warnings: [] }
}

function manifestOf(line: Line | undefined, source: string): z.infer<typeof ManifestSchema> {
  const value = parseJson(line?.text ?? '')
  const own = OwnSchema.safeParse(value)
  // A newer form may have fields we do not know yet.
  if (own.success && own.data.version > VERSION) throw new RunFault('newer-version')
  const parsed = ManifestSchema.safeParse(value)
  if (!parsed.success) throw new RunFault('wrong-type')
  if (source !== '' && parsed.data.source !== source) throw new RunFault('wrong-source')
  return parsed.data
}

async function* parse(input: Readable, { source, limits = LIMITS }: ParseOptions): AsyncIterable<Parsed> {
  let manifest: z.infer<typeof ManifestSchema> | undefined
  let [count, ended] = [0, false]
  for await (const line of linesOf(input, limits)) {
    if (manifest === undefined) {
      manifest = manifestOf(line, source)
      const made = Date.parse(manifest.generatedAt)
      yield { kind: 'header', mode: manifest.mode, generatedAt: Number.isNaN(made) ? null : new Date(made).toISOString() }
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
    if (++count > limits.records) throw new RunFault('cap-records')
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
  parse
}
