import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Application } from '../src/app.ts'
import { CandidateInputSchema, type CandidateInput } from '../src/domain/candidate.ts'
import { addDays, dayNumber, DaySchema, type Day } from '../src/domain/moment.ts'
import { takeCandidate } from '../src/api/intake.ts'
import { formatOf } from '../src/feed/formats.ts'
import type { SourceFormat } from '../src/feed/source.ts'
import { always } from '../src/match/predicate.ts'
import { projectRoot } from '../src/reference/table.ts'

export const DEMO_TENANT = 'demo'
export const DEMO_SOURCE = 'demo'
/** The day the demo data was written for; its dates move along with today, so that the demo never runs empty. */
const ANCHOR: Day = '2026-11-24'

const folder = join(projectRoot, 'seed')

const AdvertSchema = z.looseObject({ sourceId: z.string(), postedAt: DaySchema, closesAt: DaySchema.optional(), trap: z.string().optional() })
const AnswerSchema = z.strictObject({
  sourceId: z.string(),
  answers: z.array(
    z.strictObject({
      dimensie: z.string(),
      value: z.union([z.number(), z.boolean(), z.string()]),
      unit: z.string().optional(),
      op: z.string().optional(),
      perHour: z.number().optional(),
      minutes: z.number().optional()
    })
  )
})

const linesOf = (file: string): readonly unknown[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter(l => l !== '')
    .map(l => JSON.parse(l) as unknown)

/** The fictional adverts with the trap each was written for, if any. */
export const adverts = (): ReadonlyArray<z.infer<typeof AdvertSchema>> =>
  readdirSync(join(folder, 'vacancies'))
    .filter(f => f.endsWith('.ndjson'))
    .sort()
    .flatMap(f => linesOf(join('vacancies', f)))
    .map(a => AdvertSchema.parse(a))

/** Answers employers gave in the demo, as confirmed load: dated, with the function of who spoke. */
function answersOf(day: Day): ReadonlyMap<string, readonly unknown[]> {
  return new Map(
    linesOf('answers.ndjson')
      .map(l => AnswerSchema.parse(l))
      .map(a => [
        a.sourceId,
        a.answers.map(x => ({
          dimensie: x.dimensie,
          amount: { op: x.op ?? 'eq', value: x.value, ...(x.unit === undefined ? {} : { unit: x.unit }) },
          frequency: x.perHour === undefined ? null : { count: x.perHour, per: 'hour' },
          minutes: x.minutes ?? null,
          provenance: 'confirmed',
          kind: 'answer',
          confidence: 5,
          at: addDays(day, -7),
          by: 'leidinggevende van de afdeling'
        }))
      ])
  )
}

/** The demo adverts as a file of our own format, its dates moved so that the anchor is `day`. */
export function demoFile(day: Day): string {
  const shift = dayNumber(day) - dayNumber(ANCHOR)
  const answers = answersOf(day)
  const rows = adverts().map(({ trap: _trap, ...a }) =>
    JSON.stringify({
      ...a,
      postedAt: addDays(a.postedAt, shift),
      ...(a.closesAt === undefined ? {} : { closesAt: addDays(a.closesAt, shift) }),
      ...(answers.has(a.sourceId) ? { demands: answers.get(a.sourceId) } : {})
    })
  )
  const head = JSON.stringify({ kind: 'passendwerk-vacancies', version: 1, mode: 'full', source: DEMO_SOURCE, generatedAt: day, count: rows.length })
  return `${[head, ...rows, JSON.stringify({ kind: 'end', count: rows.length })].join('\n')}\n`
}

/** The fictional candidates; documents and build-up steps move along with today. */
export function demoCandidates(day: Day): readonly CandidateInput[] {
  const shift = dayNumber(day) - dayNumber(ANCHOR)
  return linesOf('candidates.ndjson').map(line => {
    const c = CandidateInputSchema.parse(line)
    return takeCandidate(
      {
        ...c,
        documents: c.documents.map(d => ({
          ...d,
          date: addDays(d.date, shift),
          validUntil: d.validUntil === null ? null : addDays(d.validUntil, shift),
          buildUp: d.buildUp.map(s => ({ ...s, from: addDays(s.from, shift) }))
        }))
      },
      day
    )
  })
}

export interface DemoLoaded {
  readonly vacancies: number
  readonly candidates: ReadonlyArray<{ readonly id: string; readonly pseudonym: string }>
  readonly fresh: boolean
}

async function holdsAny(app: Application, source: string): Promise<boolean> {
  for await (const _first of app.store.vacancies.ofSource(source)) return true
  return false
}

/** Loads the demo data into a store that has none: the adverts through the real import, the candidates sealed as any other. */
export async function loadDemo(app: Application, progress: (text: string) => void = () => {}): Promise<DemoLoaded> {
  const { candidates } = app.store.bureau(DEMO_TENANT)
  const known = await candidates.list(undefined, 100)
  // A first start that was cut off leaves the source's name without its vacancies.
  const loaded = await holdsAny(app, DEMO_SOURCE)
  const fresh = known.length === 0 || !loaded
  if (!loaded) {
    progress('Demovacatures inlezen…')
    const run = await app.import(Readable.from([Buffer.from(demoFile(app.now().day))]), {
      source: DEMO_SOURCE,
      format: formatOf('passendwerk') as SourceFormat
    })
    if (run.state !== 'switched' && run.state !== 'unchanged') throw new Error(`demo import ${run.state}: ${run.reason ?? ''}`)
  }
  if (known.length === 0) {
    for (const c of demoCandidates(app.now().day)) await candidates.create(c, app.now().instant)
  }
  const { total } = await app.engine.count(always, {})
  return { vacancies: total, candidates: await candidates.list(undefined, 100), fresh }
}
