import { randomUUID } from 'node:crypto'
import type { Application } from '../app.ts'
import type { Io } from '../command.ts'
import type { Candidate } from '../domain/candidate.ts'
import type { Vacancy } from '../domain/vacancy.ts'
import type { Connection } from '../elasticsearch/client.ts'
import { sweepIndices } from '../elasticsearch/indices.ts'
import { Delta } from '../engines/embedded/delta.ts'
import { ElasticsearchEngine } from '../engines/elasticsearch/elasticsearch-engine.ts'
import type { Query } from '../match/engine.ts'
import { placeOrder } from '../reference/place-order.ts'
import { besideHand } from './beside-hand.ts'
import { bulkRates } from './bulk-rates.ts'
import type { VacancyStore } from '../store/store.ts'
import { market } from './market.ts'
import { ask, GROUPS, KINDS, narrowed, searches, throughput, visitsOf, type Kind } from './searches.ts'
import { megabytes, msOf, timing, type Timing } from './timing.ts'

const USERS = 10
const USERS_MS = 10_000
/** Visits of five people: each is asked with several choices. */
const BORDER_VISITS = 15
const BORDERS = [0, 0.01, 0.03, 0.05, 0.1, 0.2, 1]
/** Candidates and new vacancies of one night. */
const ALERTS = 2_000
const NEWS = 20_000

export interface ElasticsearchResult {
  readonly vacancies: number
  /** Wall time per question, and what the server says it took. */
  readonly wall: Record<Kind, Timing>
  readonly took: Record<Kind, Timing>
  /** Page and facets of one visit, asked together, as the server says: the longer of the two. */
  readonly visit: Timing
  /** The same page as our compiler asks it and as a person wrote it, in turns. */
  readonly compiled: Timing
  readonly handWritten: Timing
  readonly usersPerSecond: number
  /** Documents a second: through the engine (store included and apart), and by the raw client with the same documents. */
  readonly bulk: Awaited<ReturnType<typeof bulkRates>>
  readonly rebuildSeconds: number
  readonly diskMegabytes: number
  readonly borders: ReadonlyArray<{ readonly border: number; readonly timing: Timing }>
  /** Seconds: the index of what is new with the first answer, and all other answers. */
  readonly alerts: { readonly indexing: number; readonly asking: number }
}

const newEngine = (store: VacancyStore, connection: Connection, tell: (kind: 'page' | 'count', ms: number) => void, border?: number): ElasticsearchEngine =>
  new ElasticsearchEngine(connection, store, {
    took: tell,
    searchMs: 30_000,
    remembered: false,
    placeOrder,
    columns: async rows => await Delta.of(rows, placeOrder),
    ...(border === undefined ? {} : { border })
  })

/** Seconds for the alerts of a night: every candidate over what is new; and of those until the first answer, with the news indexed. */
async function alerts(
  store: VacancyStore,
  engine: ElasticsearchEngine,
  imported: readonly Vacancy[],
  questions: readonly Query[]
): Promise<ElasticsearchResult['alerts']> {
  const before = await engine.refresh()
  const lease = await store.lease('nieuws', `bench-${randomUUID()}`)
  if (lease === undefined) throw new Error('source is busy')
  await engine.replace('nieuws', lease, market(imported, NEWS, 'nieuws'))
  async function* asked(): AsyncGenerator<Query> {
    for (let i = 0; i < ALERTS; i++) yield questions[i % questions.length] as Query
  }
  const start = performance.now()
  let [pages, hits, first] = [0, 0, 0]
  for await (const page of engine.searchMany(asked(), before)) {
    if (pages++ === 0) first = performance.now() - start
    hits += page.hits.length
  }
  const whole = performance.now() - start
  if (pages !== ALERTS || hits === 0) throw new Error(`${pages} of ${ALERTS} alerts, ${hits} hits`)
  return { indexing: Math.round(first / 100) / 10, asking: Math.round((whole - first) / 100) / 10 }
}

/** Everything measured on Elasticsearch for a market that is in the store already. */
export async function measureElasticsearch(
  app: Application,
  store: VacancyStore,
  connection: Connection,
  imported: readonly Vacancy[],
  people: readonly Candidate[],
  size: number,
  rounds: number,
  io: Io
): Promise<ElasticsearchResult> {
  const visits = visitsOf(people, app.now(), 'demo')
  let last = 0
  const engine = newEngine(store, connection, (_kind, ms) => {
    last = Math.max(last, ms)
  })
  try {
    io.progress(`Elasticsearch: ${size} vacatures opbouwen…`)
    const rebuild = await msOf(async () => {
      await engine.reload()
    })
    const took: Record<Kind, number[]> = { groups: [], page: [], facets: [], counts: [], nearMiss: [] }
    const wall = await searches(engine, visits, rounds, io, kind => {
      took[kind].push(last)
      last = 0
    })
    const together: number[] = []
    for (let round = 0; round < rounds; round++)
      for (const v of visits) {
        last = 0
        await Promise.all([ask(engine, 'page', v), ask(engine, 'facets', v)])
        together.push(last)
      }
    const beside = await besideHand(connection, people[1] as Candidate, app)
    const usersPerSecond = await throughput(engine, visits, USERS, USERS_MS)
    const { indices } = (await connection.client.indices.stats({ index: `${connection.prefix}-vac-*`, metric: ['store'] })) as {
      indices: Record<string, { primaries: { store: { size_in_bytes: number } } }>
    }
    const disk = Object.values(indices).reduce((sum, i) => sum + i.primaries.store.size_in_bytes, 0)
    const borders: { border: number; timing: Timing }[] = []
    for (const border of BORDERS) {
      io.progress(`Elasticsearch: grens ${border}…`)
      const pages: number[] = []
      const bounded = newEngine(
        store,
        connection,
        (kind, ms) => {
          if (kind === 'page') pages.push(ms)
        },
        border
      )
      for (let round = 0; round < 4; round++) {
        if (round === 1) pages.length = 0
        for (const page of narrowed(visits.slice(0, BORDER_VISITS))) {
          await bounded.count(page.where, {})
          await bounded.search(page)
        }
      }
      borders.push({ border, timing: timing(pages) })
      await bounded.close()
    }
    io.progress('Elasticsearch: schrijven en berichten…')
    const rates = await bulkRates(connection, imported, Math.min(size, 50_000))
    // Nobody is told of what does not fit.
    const asked = visits.filter((_, i) => i % GROUPS.length < 2).map(v => v.page)
    const night = await alerts(store, engine, imported, asked)
    return {
      vacancies: size,
      wall,
      took: Object.fromEntries(KINDS.map(k => [k, timing(took[k])])) as Record<Kind, Timing>,
      visit: timing(together),
      compiled: beside.compiled,
      handWritten: beside.hand,
      usersPerSecond,
      bulk: rates,
      rebuildSeconds: Math.round(rebuild / 100) / 10,
      diskMegabytes: megabytes(disk),
      borders,
      alerts: night
    }
  } finally {
    await engine.close()
    await sweepIndices(connection, `${connection.prefix}-`)
  }
}
