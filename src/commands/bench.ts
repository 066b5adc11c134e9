import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Application } from '../app.ts'
import { measureElasticsearch, type ElasticsearchResult } from '../bench/elasticsearch.ts'
import { importRate, IMPORTED, market, SOURCE } from '../bench/market.ts'
import { MarketStore } from '../bench/market-store.ts'
import { KINDS, searches, throughput, visitsOf, type Kind } from '../bench/searches.ts'
import { measureReading, readingReport, type OwnText } from '../bench/reading.ts'
import { cpuSeconds, megabytes, msOf, show, timing, type Timing } from '../bench/timing.ts'
import { CommandFailure, UsageError, type Command, type Io } from '../command.ts'
import { ConfigError, readConfig, type Config } from '../config.ts'
import type { Candidate } from '../domain/candidate.ts'
import type { Vacancy } from '../domain/vacancy.ts'
import { connect, type Connection } from '../elasticsearch/client.ts'
import { EmbeddedEngine } from '../engines/embedded/embedded-engine.ts'
import { cleanText } from '../feed/normalise/clean.ts'
import type { Engine } from '../match/engine.ts'
import { find, SearchStateSchema } from '../match/find.ts'
import { readAdverts } from '../quality/advert-file.ts'
import { UnusableFile } from '../quality/rows.ts'
import { placeOrder } from '../reference/place-order.ts'
import { createLogger } from '../logger.ts'
import { table } from '../text-table.ts'
import { demoCandidates } from '../../seed/load.ts'

const SIZES = { embedded: [10_000, 100_000], elasticsearch: [100_000, 400_000] } as const
type EngineName = keyof typeof SIZES
const ROUNDS = 20
const ADVERTS = 5_000
const HOSTILE = 5_000
const USERS = 10
const USERS_MS = 5_000

interface EmbeddedResult {
  readonly vacancies: number
  readonly wall: Record<Kind, Timing>
  /** A whole list as the API makes it: counts, page, facets and explanations. */
  readonly find: Timing
  readonly usersPerSecond: number
  readonly memory: number
  readonly load: number
}

interface Result {
  readonly embedded: EmbeddedResult
  readonly elasticsearch?: ElasticsearchResult
}

async function wholeLists(app: Application, engine: Engine, people: readonly Candidate[], rounds: number): Promise<Timing> {
  const context = { engine, seal: app.seal, tenant: 'demo' }
  const ms: number[] = []
  for (let round = 0; round < rounds; round++)
    for (const [i, person] of people.entries()) {
      const state = SearchStateSchema.parse({ group: (['passend', 'te-verifieren', 'niet-passend'] as const)[(round + i) % 3] })
      ms.push(await msOf(async () => await find(context, person, app.now(), state)))
    }
  return timing(ms)
}

async function measureEmbedded(app: Application, engine: Engine, size: number, people: readonly Candidate[], rounds: number, io: Io): Promise<EmbeddedResult> {
  const before = process.cpuUsage()
  await engine.reload()
  const load = cpuSeconds(before)
  globalThis.gc?.()
  const visits = visitsOf(people, app.now(), 'demo')
  const wall = await searches(engine, visits, rounds, io)
  const whole = await wholeLists(app, engine, people, rounds)
  const usersPerSecond = await throughput(engine, visits, USERS, USERS_MS)
  return { vacancies: size, wall, find: whole, usersPerSecond, memory: megabytes(process.memoryUsage().rss), load: Math.round(load * 10) / 10 }
}

/** Measures search and import on a made-up market, in a folder and under an index prefix of its own, both removed afterwards. */
export const bench: Command = {
  name: 'bench',
  summary: 'Zoeken en inlezen meten op een verzonnen markt',
  usage:
    'bench [--engine embedded|elasticsearch] [--sizes 10000,100000] [--rounds N] [--json] | bench --reading [--texts BESTAND] [--adverts N] [--hostile N] [--json]',
  options: {
    engine: { type: 'string' },
    sizes: { type: 'string' },
    rounds: { type: 'string' },
    reading: { type: 'boolean' },
    texts: { type: 'string' },
    adverts: { type: 'string' },
    hostile: { type: 'string' },
    json: { type: 'boolean' }
  },
  help: [
    ['--engine NAAM', 'embedded (standaard), of elasticsearch: allebei in één run, op ELASTICSEARCH_URL'],
    ['--sizes LIJST', 'Aantallen vacatures, met komma’s (standaard 10000,100000; met elasticsearch 100000,400000)'],
    ['--rounds N', `Hoe vaak elke vraag wordt gesteld (standaard ${ROUNDS})`],
    ['--reading', 'Alleen het lezen van advertenties meten: snelheid, geheugen en vijandige teksten'],
    ['--texts BESTAND', 'Eigen advertenties (NDJSON: id, title, text) in delen van 2,5 kB, telkens opnieuw; standaard verzonnen'],
    ['--adverts N', `Hoeveel advertenties (standaard ${ADVERTS})`],
    ['--hostile N', `Hoeveel vijandige teksten van 100 kB (standaard ${HOSTILE})`],
    ['--json', 'Uitkomst als JSON']
  ],
  arity: [0, 0],
  async run({ values }, io) {
    if (values['reading'] === true) return await reading(values, io)
    if (['texts', 'adverts', 'hostile'].some(name => values[name] !== undefined)) throw new UsageError('--texts, --adverts en --hostile horen bij --reading.')
    const engine = (values['engine'] ?? 'embedded') as EngineName
    if (!Object.hasOwn(SIZES, engine)) throw new UsageError('--engine is embedded of elasticsearch.')
    const sizes = values['sizes'] === undefined ? SIZES[engine] : String(values['sizes']).split(',').map(Number)
    if (sizes.some(n => !Number.isInteger(n) || n < 1 || n > 1_000_000))
      throw new UsageError('--sizes wil gehele getallen van 1 tot 1.000.000, met komma’s ertussen.')
    const rounds = Number(values['rounds'] ?? ROUNDS)
    if (!Number.isInteger(rounds) || rounds < 1 || rounds > 1_000) throw new UsageError('--rounds is een getal van 1 tot 1000.')
    const config = readConfig()
    const connection = engine === 'elasticsearch' ? ownConnection(config) : undefined
    const folder = mkdtempSync(join(tmpdir(), 'passendwerk-bench-'))
    const app = new Application(
      { ...config, engine: 'embedded', store: 'sqlite', dataDir: join(folder, 'data'), keysDir: join(folder, 'keys') },
      undefined,
      createLogger('silent')
    )
    try {
      const rate = await importRate(app, io)
      const imported: Vacancy[] = []
      for await (const v of app.store.vacancies.ofSource(SOURCE)) imported.push(v)
      const { candidates } = app.store.bureau('demo')
      const people = await Promise.all(demoCandidates(app.now().day).map(c => candidates.create(c, app.now().instant)))
      const results: Result[] = []
      for (const size of sizes) {
        io.progress(`markt van ${size} vacatures opbouwen…`)
        // A market for a server may be larger than what SQLite takes in a few minutes: its rows are made when they are read.
        const store = connection === undefined ? app.store.vacancies : new MarketStore(imported)
        const engine = connection === undefined ? app.engine : new EmbeddedEngine(store, placeOrder)
        const lease = await store.lease(SOURCE, `bench-${size}`)
        if (lease === undefined) throw new Error('source is busy')
        await engine.replace(SOURCE, lease, market(imported, size))
        const embedded = await measureEmbedded(app, engine, size, people, rounds, io)
        if (engine !== app.engine) await engine.close()
        const server = connection === undefined ? undefined : await measureElasticsearch(app, store, connection, imported, people, size, rounds, io)
        results.push({ embedded, ...(server === undefined ? {} : { elasticsearch: server }) })
      }
      io.progress('')
      if (values['json'] === true) io.out(JSON.stringify({ importPerCpuSecond: Math.round(rate), results }, null, 2))
      else io.out(report(rate, results))
      return 0
    } finally {
      await app.close()
      await connection?.client.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** The adverts of a file, cleaned as an import cleans them; a file without any is told. */
async function ownTexts(file: string, io: Io): Promise<readonly OwnText[]> {
  if (!existsSync(file) || !statSync(file).isFile()) throw new CommandFailure(`Bestand niet gevonden: ${file}`)
  const texts: OwnText[] = []
  let skipped = 0
  try {
    for await (const read of readAdverts(file)) {
      if ('row' in read) texts.push({ title: read.row.title, text: cleanText(read.row.text).text })
      else skipped++
    }
  } catch (error) {
    throw error instanceof UnusableFile ? new CommandFailure(`${file}: ${error.message}`) : error
  }
  if (texts.length === 0) throw new CommandFailure(`In ${file} staat geen advertentie: elke regel is een JSON-object met id, title en text.`)
  if (skipped > 0) io.err(`Niet gelezen: ${skipped} ${skipped === 1 ? 'regel' : 'regels'} zonder id, title of text.`)
  return texts
}

/** Reading alone: no market, no search. */
async function reading(values: Readonly<Record<string, unknown>>, io: Io): Promise<number> {
  const [adverts, hostile] = [Number(values['adverts'] ?? ADVERTS), Number(values['hostile'] ?? HOSTILE)]
  if (![adverts, hostile].every(n => Number.isInteger(n) && n >= 0 && n <= 1_000_000))
    throw new UsageError('--adverts en --hostile zijn getallen tot 1.000.000.')
  const own = typeof values['texts'] === 'string' ? await ownTexts(values['texts'], io) : []
  const result = measureReading(adverts, hostile, io, own)
  io.out(values['json'] === true ? JSON.stringify(result, null, 2) : readingReport(result))
  return 0
}

/** A connection under a prefix that nobody else has: what it makes is swept at the end. */
function ownConnection({ elasticsearch }: Config): Connection {
  if (elasticsearch === undefined) throw new ConfigError('ELASTICSEARCH_URL: geef het adres van de server om te meten.')
  return connect({ ...elasticsearch, prefix: `bench${randomBytes(4).toString('hex')}`, replicas: 0 })
}

const NAMES: Readonly<Record<Kind, string>> = {
  groups: 'tellen per groep',
  page: 'bladzijde',
  facets: 'facetten',
  counts: 'tellen per regel',
  nearMiss: 'net niet'
}

function report(rate: number, results: readonly Result[]): string {
  const lines = [
    `inlezen: ${Math.round(rate)} vacatures per CPU-seconde (lezen, herkennen, beoordelen, opslaan; ${IMPORTED} vacatures)`,
    '',
    'ingebouwde zoekmachine, milliseconden p50 / p95 / p99, 14 demokandidaten, drie groepen:',
    '',
    table(
      ['vacatures', ...KINDS.map(k => NAMES[k]), 'zoeken geheel', '10 gebruikers /s', 'geheugen MB', 'opbouwen CPU-s'],
      results.map(({ embedded: r }) => [
        String(r.vacancies),
        ...KINDS.map(k => show(r.wall[k])),
        show(r.find),
        String(r.usersPerSecond),
        String(r.memory),
        String(r.load)
      ]),
      []
    )
  ]
  const servers = results.flatMap(r => r.elasticsearch ?? [])
  if (servers.length > 0) lines.push('', ...onServer(servers))
  return lines.join('\n')
}

const onServer = (results: readonly ElasticsearchResult[]): readonly string[] => [
  'Elasticsearch, milliseconden p50 / p95 / p99 volgens de server (took), met ernaast de wachttijd van de vrager:',
  '',
  table(
    ['vacatures', ...KINDS.map(k => NAMES[k]), 'bladzijde + facetten', '10 gebruikers /s'],
    results.flatMap(r => [
      [`${r.vacancies} took`, ...KINDS.map(k => show(r.took[k])), show(r.visit), String(r.usersPerSecond)],
      [`${r.vacancies} wachten`, ...KINDS.map(k => show(r.wall[k])), '', '']
    ]),
    []
  ),
  '',
  table(
    ['vacatures', 'schrijven /s', 'kale client /s', 'opbouwen s', 'schijf MB', 'nieuws opbouwen s', '2.000 berichten s'],
    results.map(r => [
      String(r.vacancies),
      String(r.bulk.engine),
      String(r.bulk.raw),
      String(r.rebuildSeconds),
      String(r.diskMegabytes),
      String(r.alerts.indexing),
      String(r.alerts.asking)
    ]),
    []
  ),
  '',
  'dezelfde bladzijde zoals wij haar vragen en met de hand geschreven (om en om), took:',
  '',
  table(
    ['vacatures', 'van ons', 'met de hand'],
    results.map(r => [String(r.vacancies), show(r.compiled), show(r.handWritten)]),
    []
  ),
  '',
  'bladzijde per grens tussen filter en post_filter (deel van de vacatures), took:',
  '',
  table(
    ['vacatures', ...(results[0]?.borders ?? []).map(b => String(b.border))],
    results.map(r => [String(r.vacancies), ...r.borders.map(b => show(b.timing))]),
    []
  )
]
