import type { Config } from './config.ts'
import type { Tenant } from './domain/tenant.ts'
import type { Connection } from './elasticsearch/client.ts'
import { ElasticsearchFault, ElasticsearchUnusable, type Fault } from './elasticsearch/errors.ts'
import { Delta } from './engines/embedded/delta.ts'
import { EmbeddedEngine } from './engines/embedded/embedded-engine.ts'
import { EmbeddedReverse } from './engines/embedded/embedded-reverse.ts'
import { ElasticsearchEngine } from './engines/elasticsearch/elasticsearch-engine.ts'
import { ElasticsearchReverse } from './engines/elasticsearch/elasticsearch-reverse.ts'
import type { Logger } from './logger.ts'
import { EngineUnavailable, type Engine } from './match/engine.ts'
import type { Reverse } from './match/reverse.ts'
import type { ProfileShelves } from './match/reverse/profile-shelf.ts'
import type { Metrics } from './metrics.ts'
import { placeOrder } from './reference/place-order.ts'
import { StandingIn } from './standing-in.ts'
import { StoreUnusable, type CandidateStore, type VacancyStore } from './store/store.ts'

const PROBE_MS = 1_000
/** Faults of a question or of who asked it; all others mean that the server cannot answer now. */
const NOT_AWAY: ReadonlySet<Fault> = new Set(['aborted', 'refused', 'conflict', 'too-large'])

export const isAway = (error: unknown): boolean => error instanceof ElasticsearchUnusable || (error instanceof ElasticsearchFault && !NOT_AWAY.has(error.fault))

export interface Searching {
  readonly engine: Engine
  /** Throws StoreUnusable when the server may never be used as it is: a wrong version or mapping. That it is away is no such reason. */
  check(): Promise<void>
}

interface Parts {
  readonly vacancies: VacancyStore
  readonly connection: Connection | undefined
  readonly metrics: Metrics
  readonly logger: Logger
}

/** The engine the settings ask for, over the store. */
export function searchingOf(config: Config, { vacancies, connection, metrics, logger }: Parts): Searching {
  const embedded = (): EmbeddedEngine => new EmbeddedEngine(vacancies, placeOrder)
  if (connection === undefined || config.elasticsearch === undefined) return { engine: embedded(), check: async () => {} }
  const main = new ElasticsearchEngine(connection, vacancies, {
    placeOrder,
    shards: config.elasticsearch.shards,
    columns: async rows => await Delta.of(rows, placeOrder),
    took: (kind, ms) => {
      metrics.took(kind, ms)
    }
  })
  const engine = new StandingIn(main, config.fallback === 'embedded' ? embedded() : undefined, {
    isAway,
    changed: back => {
      metrics.degraded(!back)
      logger[back ? 'info' : 'error']({ event: back ? 'engine-back' : 'engine-away' })
    },
    probeMs: PROBE_MS
  })
  const check = async (): Promise<void> => {
    try {
      await main.load()
    } catch (error) {
      if (error instanceof ElasticsearchUnusable) throw new StoreUnusable(error.message, error.remedy, { cause: error })
      if (!isAway(error)) throw error
    }
  }
  return { engine, check }
}

/** A search whose server is away says so as the engine does. */
function guarded(reverse: Reverse): Reverse {
  return {
    tenant: reverse.tenant,
    put: async profile => {
      await reverse.put(profile)
    },
    remove: async id => {
      await orUnavailable(async () => {
        await reverse.remove(id)
      })
    },
    search: async (q, signal) => await orUnavailable(async () => await reverse.search(q, signal)),
    ready: async () => await reverse.ready(),
    close: async () => {
      await reverse.close()
    }
  }
}

async function orUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isAway(error)) throw new EngineUnavailable({ cause: error })
    throw error
  }
}

/**
 * The search among a bureau's candidates. Only where several instances share their records does it stand on the server: with
 * records in one process it is exact there too, and health data has one place less to be.
 */
export function reverseOf(config: Config, records: CandidateStore, shelves: ProfileShelves, connection: Connection | undefined, logger: Logger): Reverse {
  const tenant: Tenant = records.tenant
  if (config.store !== 'elasticsearch' || connection === undefined) return new EmbeddedReverse(records, shelves)
  return guarded(
    new ElasticsearchReverse(connection, records, shelves, () => {
      logger.error({ event: 'profile-behind', tenant })
    })
  )
}
