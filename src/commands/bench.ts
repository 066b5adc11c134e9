import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Application } from '../app.ts'
import { UsageError, type Command, type Io } from '../command.ts'
import { readConfig } from '../config.ts'
import type { Candidate } from '../domain/candidate.ts'
import type { Vacancy } from '../domain/vacancy.ts'
import { formatOf } from '../feed/formats.ts'
import type { SourceFormat } from '../feed/source.ts'
import { find, questionsOf, SearchStateSchema } from '../match/find.ts'
import { prepare } from '../reference/prepare.ts'
import { createLogger } from '../logger.ts'
import { table } from '../text-table.ts'
import { demoCandidates } from '../../seed/load.ts'
import { generateAdverts } from '../../seed/generate.ts'

const SIZES = [10_000, 100_000]
/** This many adverts are imported for real; larger markets repeat them with other ids, places and dates. */
const IMPORTED = 5_000
const ROUNDS = 40

interface Timing {
  readonly p50: number
  readonly p95: number
}

const percentile = (sorted: readonly number[], p: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0
const timing = (ms: readonly number[]): Timing => {
  const sorted = [...ms].sort((a, b) => a - b)
  return { p50: Math.round(percentile(sorted, 0.5) * 10) / 10, p95: Math.round(percentile(sorted, 0.95) * 10) / 10 }
}
const cpuSeconds = (since?: NodeJS.CpuUsage): number => {
  const u = process.cpuUsage(since)
  return (u.user + u.system) / 1e6
}
const megabytes = (bytes: number): number => Math.round(bytes / 1_048_576)

/** Imports made-up adverts through every stage; gives adverts per CPU second. */
async function importRate(app: Application, io: Io): Promise<number> {
  const lines = [
    JSON.stringify({ kind: 'passendwerk-vacancies', version: 1, mode: 'full', source: 'markt', generatedAt: app.now().day, count: IMPORTED }),
    ...generateAdverts(IMPORTED, app.now().day),
    JSON.stringify({ kind: 'end', count: IMPORTED })
  ]
  const before = process.cpuUsage()
  const run = await app.import(Readable.from([Buffer.from(`${lines.join('\n')}\n`)]), {
    source: 'markt',
    format: formatOf('passendwerk') as SourceFormat,
    progress: counts => {
      io.progress(`inlezen: ${counts.received} van ${IMPORTED}`)
    }
  })
  const seconds = cpuSeconds(before)
  if (run.state !== 'switched') throw new Error(`import ${run.state}: ${run.reason ?? ''}`)
  return run.counts.received / seconds
}

/** The imported vacancies, repeated under other ids until there are `count`: places, hours and dates come from another row. */
async function* market(imported: readonly Vacancy[], count: number, day: string): AsyncIterable<Vacancy> {
  for (let i = 0; i < count; i++) {
    const v = imported[i % imported.length] as Vacancy
    const other = imported[(i * 7 + Math.floor(i / imported.length) * 13) % imported.length] as Vacancy
    const id = `markt:n-${i}`
    const next = { ...v, id, sourceId: `n-${i}`, locations: other.locations, hours: other.hours, postedAt: other.postedAt }
    yield { ...next, prepared: { ...v.prepared, ...only(prepare({ ...next, description: '', demands: [] }, day)), vacancy_id: id } }
  }
}

/** The codes that follow from what was changed; the rest stays as it was judged at import. */
const only = ({ place, hours, published }: Vacancy['prepared']): Partial<Vacancy['prepared']> => ({ place, hours, published })

/** Searches of every kind a jobhunter makes, over all demo candidates. */
async function searches(app: Application, people: readonly Candidate[], io: Io): Promise<Record<'page' | 'count' | 'find', Timing>> {
  const context = { engine: app.engine, seal: app.seal, tenant: 'demo' }
  const groups = ['passend', 'te-verifieren', 'niet-passend'] as const
  const ms: Record<'page' | 'count' | 'find', number[]> = { page: [], count: [], find: [] }
  const timed = async (kind: keyof typeof ms, work: () => Promise<unknown>): Promise<void> => {
    const start = performance.now()
    await work()
    ms[kind].push(performance.now() - start)
  }
  for (let round = 0; round < ROUNDS; round++) {
    io.progress(`zoeken: ronde ${round + 1} van ${ROUNDS}`)
    for (const [i, person] of people.entries()) {
      const state = SearchStateSchema.parse({ group: groups[(round + i) % groups.length] })
      const { query, count } = questionsOf(person, app.now(), state, 'demo')
      await timed('page', () => app.engine.search(query))
      await timed('count', () => app.engine.count(count.where, count.buckets))
      await timed('find', () => find(context, person, app.now(), state))
    }
  }
  return { page: timing(ms.page), count: timing(ms.count), find: timing(ms.find) }
}

interface Result {
  readonly vacancies: number
  readonly page: Timing
  readonly count: Timing
  readonly find: Timing
  readonly memory: number
  readonly load: number
}

async function measure(app: Application, size: number, imported: readonly Vacancy[], people: readonly Candidate[], io: Io): Promise<Result> {
  io.progress(`markt van ${size} vacatures opbouwen…`)
  const lease = await app.store.vacancies.lease('markt', `bench-${size}`)
  if (lease === undefined) throw new Error('source is busy')
  await app.engine.replace('markt', lease, market(imported, size, app.now().day))
  const before = process.cpuUsage()
  await app.engine.reload()
  const load = cpuSeconds(before)
  globalThis.gc?.()
  const result = await searches(app, people, io)
  return { vacancies: size, ...result, memory: megabytes(process.memoryUsage().rss), load: Math.round(load * 10) / 10 }
}

/** Measures search and import on a made-up market, in a folder of its own that is removed afterwards. */
export const bench: Command = {
  name: 'bench',
  summary: 'Zoeken en inlezen meten op een verzonnen markt',
  usage: 'bench [--sizes 10000,100000] [--json]',
  options: { sizes: { type: 'string' }, json: { type: 'boolean' } },
  help: [
    ['--sizes LIJST', 'Aantallen vacatures, met komma’s (standaard 10000,100000)'],
    ['--json', 'Uitkomst als JSON']
  ],
  arity: [0, 0],
  async run({ values }, io) {
    const sizes = values['sizes'] === undefined ? SIZES : String(values['sizes']).split(',').map(Number)
    if (sizes.some(n => !Number.isInteger(n) || n < 1 || n > 1_000_000))
      throw new UsageError('--sizes wil gehele getallen van 1 tot 1.000.000, met komma’s ertussen.')
    const folder = mkdtempSync(join(tmpdir(), 'passendwerk-bench-'))
    const app = new Application({ ...readConfig(), dataDir: join(folder, 'data'), keysDir: join(folder, 'keys') }, undefined, createLogger('silent'))
    try {
      const rate = await importRate(app, io)
      const imported: Vacancy[] = []
      for await (const v of app.store.vacancies.ofSource('markt')) imported.push(v)
      const { candidates } = app.store.bureau('demo')
      const people = await Promise.all(demoCandidates(app.now().day).map(c => candidates.create(c, app.now().instant)))
      const results: Result[] = []
      for (const size of sizes) results.push(await measure(app, size, imported, people, io))
      io.progress('')
      if (values['json'] === true) io.out(JSON.stringify({ importPerCpuSecond: Math.round(rate), results }, null, 2))
      else io.out(report(rate, results))
      return 0
    } finally {
      await app.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

const both = ({ p50, p95 }: Timing): string => `${p50} / ${p95}`

function report(rate: number, results: readonly Result[]): string {
  return [
    `inlezen: ${Math.round(rate)} vacatures per CPU-seconde (lezen, herkennen, beoordelen, opslaan; ${IMPORTED} vacatures)`,
    '',
    'milliseconden p50 / p95, 14 demokandidaten, drie groepen:',
    '',
    table(
      ['vacatures', 'bladzijde', 'tellen', 'zoeken geheel', 'geheugen MB', 'opbouwen CPU-s'],
      results.map(r => [String(r.vacancies), both(r.page), both(r.count), both(r.find), String(r.memory), String(r.load)]),
      []
    ),
    '',
    'bladzijde: twintig treffers met punten; tellen: drie groepen; zoeken geheel: tellen, bladzijde, uitleg en facetten.'
  ].join('\n')
}
