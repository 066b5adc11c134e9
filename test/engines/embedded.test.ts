import t from 'tap'
import { EmbeddedEngine } from '../../src/engines/embedded/embedded-engine.ts'
import type { Engine } from '../../src/match/engine.ts'
import { placeOrder } from '../../src/reference/place-order.ts'
import { Database, migrate } from '../../src/store/sqlite/database.ts'
import { SHARED_STEPS } from '../../src/store/sqlite/schema.ts'
import { SqliteVacancies } from '../../src/store/sqlite/vacancies.ts'
import { engineContract } from './contract.ts'
import { standingInCases } from './standing-in.cases.ts'

const stores = new WeakMap<Engine, SqliteVacancies>()

/** The real store, in memory: what must survive a restart is tested elsewhere. */
function open(): SqliteVacancies {
  const db = new Database(':memory:')
  migrate(db, SHARED_STEPS)
  return new SqliteVacancies(db)
}

async function make(): Promise<Engine> {
  const store = open()
  const engine = new EmbeddedEngine(store, placeOrder)
  stores.set(engine, store)
  return engine
}

t.test('contract', async t => {
  await engineContract(t, make, {
    store: engine => stores.get(engine) as SqliteVacancies,
    facets: [
      'source',
      'status',
      'place',
      'hours',
      'day_hours',
      'edu',
      'edu_rule',
      'sector',
      'remote',
      'employer_kind',
      'occ',
      'diploma',
      'skill',
      'stems',
      'load',
      'licence',
      'cert',
      'lang',
      'contract',
      'parts',
      'visible_to'
    ],
    visibleMs: 1_000
  })
})

t.test('an engine that stands in', async t => {
  await standingInCases(t, open)
})
