import { randomBytes } from 'node:crypto'
import type { Test } from 'tap'
import { connect, type Connection } from '../../src/elasticsearch/client.ts'
import type { Vacancy } from '../../src/domain/vacancy.ts'
import { sweepIndices } from '../../src/elasticsearch/indices.ts'
import { ElasticsearchEngine, type ElasticsearchEngineOptions } from '../../src/engines/elasticsearch/elasticsearch-engine.ts'
import type { Engine } from '../../src/match/engine.ts'
import { Database, migrate } from '../../src/store/sqlite/database.ts'
import { SHARED_STEPS } from '../../src/store/sqlite/schema.ts'
import { SqliteVacancies } from '../../src/store/sqlite/vacancies.ts'
import { stream } from '../engines/contract/subject.ts'
import { sharedElasticsearch } from '../helpers/elasticsearch.ts'

/** An own part of the real server, taken away when the test ends. */
export async function place(t: Test): Promise<Connection> {
  const connection = connect({ url: await sharedElasticsearch(), prefix: `proef-${randomBytes(6).toString('hex')}`, replicas: 0 })
  t.teardown(async () => {
    await sweepIndices(connection, connection.prefix)
    await connection.client.close()
  })
  return connection
}

/** The SQLite store of vacancies, in memory. */
export function vacancyStore(): SqliteVacancies {
  const db = new Database(':memory:')
  migrate(db, SHARED_STEPS)
  return new SqliteVacancies(db)
}

/** Runs of the source `alfa`, one after the other. */
export function giving(): (engine: Engine, store: SqliteVacancies, vacancies: readonly Vacancy[]) => Promise<void> {
  let runs = 0
  return async (engine, store, vacancies) => {
    const lease = await store.lease('alfa', `r-${++runs}`)
    await engine.replace('alfa', { id: `r-${runs}`, fence: lease?.fence ?? 0 }, stream(vacancies))
  }
}

const stores = new WeakMap<Engine, SqliteVacancies>()
export const storeOf = (engine: Engine): SqliteVacancies => stores.get(engine) as SqliteVacancies

/** An engine over this store and prefix, as one of several instances. A busy machine may take its time. */
export function sharedEngine(connection: Connection, store: SqliteVacancies, options: ElasticsearchEngineOptions = {}): ElasticsearchEngine {
  const engine = new ElasticsearchEngine(connection, store, { searchMs: 20_000, ...options })
  stores.set(engine, store)
  return engine
}

let serial = 0
/** An engine with a store and a prefix of its own within a place. */
export const engineOn = (connection: Connection, options: ElasticsearchEngineOptions = {}): ElasticsearchEngine =>
  sharedEngine({ ...connection, prefix: `${connection.prefix}-${++serial}` }, vacancyStore(), options)
