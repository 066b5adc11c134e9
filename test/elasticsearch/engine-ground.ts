import { randomBytes } from 'node:crypto'
import type { Test } from 'tap'
import { connect, type Connection } from '../../src/elasticsearch/client.ts'
import type { Vacancy } from '../../src/domain/vacancy.ts'
import { sweepIndices } from '../../src/elasticsearch/indices.ts'
import { ElasticsearchEngine } from '../../src/engines/elasticsearch/elasticsearch-engine.ts'
import type { ElasticsearchEngineOptions } from '../../src/engines/elasticsearch/options.ts'
import type { Engine } from '../../src/match/engine.ts'
import { Database, migrate } from '../../src/store/sqlite/database.ts'
import { SHARED_STEPS } from '../../src/store/sqlite/schema.ts'
import { placeOrder } from '../../src/reference/place-order.ts'
import { SqliteVacancies } from '../../src/store/sqlite/vacancies.ts'
import type { VacancyStore } from '../../src/store/store.ts'
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
export function giving(): (engine: Engine, store: VacancyStore, vacancies: readonly Vacancy[]) => Promise<void> {
  let runs = 0
  return async (engine, store, vacancies) => {
    const lease = await store.lease('alfa', `r-${++runs}`)
    await engine.replace('alfa', { id: `r-${runs}`, fence: lease?.fence ?? 0 }, stream(vacancies))
  }
}

/** The same store for one instance, which does this between a switch and its return: the run has switched and does not show yet. */
export function afterSwitch(store: VacancyStore, work: () => Promise<void>): VacancyStore {
  return new Proxy(store, {
    get: (of, name) => {
      const value: unknown = Reflect.get(of, name)
      if (name === 'switch')
        return async (...args: Parameters<VacancyStore['switch']>) => {
          const result = await of.switch(...args)
          await work()
          return result
        }
      return typeof value === 'function' ? (value.bind(of) as unknown) : value
    }
  })
}

const stores = new WeakMap<Engine, VacancyStore>()
export const storeOf = (engine: Engine): VacancyStore => stores.get(engine) as VacancyStore

/** An engine over this store and prefix, as one of several instances. A busy machine may take its time. */
export function sharedEngine(connection: Connection, store: VacancyStore, options: ElasticsearchEngineOptions = {}): ElasticsearchEngine {
  const engine = new ElasticsearchEngine(connection, store, { searchMs: 20_000, placeOrder, ...options })
  stores.set(engine, store)
  return engine
}

let serial = 0
/** An engine with a store and a prefix of its own within a place. What it made goes when it is closed: a server with few indices makes the next one sooner. */
export function engineOn(connection: Connection, options: ElasticsearchEngineOptions = {}): ElasticsearchEngine {
  const own = { ...connection, prefix: `${connection.prefix}-${++serial}` }
  const engine = sharedEngine(own, vacancyStore(), options)
  const close = engine.close.bind(engine)
  engine.close = async () => {
    await close()
    await sweepIndices(own, `${own.prefix}-`)
  }
  return engine
}
