import type { Test } from 'tap'
import type { Connection } from '../../src/elasticsearch/client.ts'
import { createIndex, listIndices } from '../../src/elasticsearch/indices.ts'
import { readMapping } from '../../src/elasticsearch/mapping.ts'
import type { Engine } from '../../src/match/engine.ts'
import { always, any } from '../../src/match/predicate.ts'
import { placeOrder } from '../../src/reference/place-order.ts'
import { vacancyOf } from '../helpers/arbitraries.ts'
import { idsOf, query } from '../engines/contract/subject.ts'
import { giving, place, sharedEngine, vacancyStore } from './engine-ground.ts'

const list = (n: number, sector: string) => Array.from({ length: n }, (_, i) => vacancyOf(`alfa:${i}`, { sector }))
const give = giving()
const sectors = async (engine: Engine): Promise<unknown> => (await engine.count(always, {}, ['sector'])).facets['sector']
const vacancyIndices = async (connection: Connection): Promise<readonly string[]> =>
  (await listIndices(connection, `${connection.prefix}-vac-`)).map(i => i.name)

/** What lives longer than one engine: restarts, crashes between two steps, several instances. */
export async function lifeCases(t: Test): Promise<void> {
  await t.test('an empty server is filled from the store; a restart finds everything there', async t => {
    const [connection, store] = [await place(t), vacancyStore()]
    await store.put([...list(3, '10'), vacancyOf('beta:1', { sector: '20' }), vacancyOf('beta:2', { status: 'closed' })])
    const first = sharedEngine(connection, store)
    t.same(await first.ready(), { ready: true })
    t.same(await sectors(first), { 10: 3, 20: 1 })
    t.equal((await first.search(query())).generation, await store.generation())
    await first.close()
    const before = await vacancyIndices(connection)
    const second = sharedEngine(connection, store)
    t.same(await sectors(second), { 10: 3, 20: 1 })
    t.same(await vacancyIndices(connection), before, 'nothing was built again')
  })

  await t.test('near vacancies lie together in an index, whether a run or a rebuild fills it', async t => {
    const [connection, store] = [await place(t), vacancyStore()]
    const engine = sharedEngine(connection, store)
    const places = ['groningen', 'maastricht', null, 'haren', 'valkenburg-li', 'amsterdam', 'groningen', 'diemen']
    await give(
      engine,
      store,
      places.map((place, i) => vacancyOf(`alfa:${i}`, { place }))
    )
    const lying = async (): Promise<unknown> => {
      const { hits } = await connection.client.search<{ place: string | null }>({ index: `${connection.prefix}-vacancies`, sort: ['_doc'], size: 20 })
      return hits.hits.map(hit => hit._source?.place ?? null)
    }
    const near = places.toSorted((a, b) => (a === null ? 1 : b === null ? -1 : placeOrder(a) - placeOrder(b)))
    t.same(await lying(), near)
    await engine.reload()
    t.same(await lying(), near)
  })

  await t.test('single writes and removals the server missed are caught up at the next start', async t => {
    const [connection, store] = [await place(t), vacancyStore()]
    const first = sharedEngine(connection, store)
    await give(first, store, list(6, '10'))
    await first.close()
    await store.put([vacancyOf('alfa:1', { sector: '86' }, { changedAt: '2026-11-25T00:00:00.000Z' }), vacancyOf('beta:1', { sector: '20' })])
    const second = sharedEngine(connection, store)
    t.same(await sectors(second), { 10: 5, 20: 1, 86: 1 })
    await second.close()
    await store.remove(['alfa:2', 'beta:1'])
    const third = sharedEngine(connection, store)
    t.same(await sectors(third), { 10: 4, 86: 1 }, 'a count tells that something is left over')
    t.same((await third.count(any('vacancy_id', ['alfa:2', 'beta:1']), {})).total, 0)
  })

  await t.test('a run that switched in the store and was never shown is shown at the next start', async t => {
    const [connection, store] = [await place(t), vacancyStore()]
    const first = sharedEngine(connection, store)
    await give(first, store, list(4, '10'))
    // As if the process died between the switch and the alias: the store has moved, and an index lies aside.
    const lease = await store.lease('alfa', 'r-died')
    if (lease === undefined) throw new Error('no lease')
    await createIndex(connection, {
      name: `${connection.prefix}-vac-alfa-8999999999999999`,
      mapping: readMapping('vacancies'),
      meta: { source: 'alfa', n: 8999999999999999, run: lease.id, fence: lease.fence }
    })
    await store.stage(lease, list(2, '86'))
    await store.switch(lease, '2026-11-24T12:00:00.000Z')
    t.same(await sectors(first), { 10: 4 }, 'until then the whole generation before')
    const second = sharedEngine(connection, store)
    t.same(await sectors(second), { 86: 2 })
    t.notOk(
      (await vacancyIndices(connection)).some(name => name.endsWith('-8999999999999999')),
      'what lay aside is swept'
    )
  })

  await t.test('an index a live run fills is left alone by the start of another instance', async t => {
    const [connection, store] = [await place(t), vacancyStore()]
    const first = sharedEngine(connection, store)
    await give(first, store, list(2, '10'))
    const lease = await store.lease('alfa', 'r-live')
    let during: unknown
    const feed = async function* () {
      yield* list(3, '86')
      const second = sharedEngine(connection, store)
      during = [await sectors(second), (await vacancyIndices(connection)).length]
      yield* list(3, '86')
    }
    await first.replace('alfa', { id: 'r-live', fence: lease?.fence ?? 0 }, feed())
    t.same(during, [{ 10: 2 }, 2], 'the other instance shows the old one and keeps the new')
    t.same(await sectors(first), { 86: 3 })
  })

  await t.test('a removal during a run takes the vacancy out of it, too', async t => {
    const [connection, store] = [await place(t), vacancyStore()]
    const engine = sharedEngine(connection, store)
    await give(engine, store, list(2, '10'))
    const lease = await store.lease('alfa', 'r-removal')
    const feed = async function* () {
      yield* Array.from({ length: 600 }, (_, i) => vacancyOf(`alfa:${String(i).padStart(4, '0')}`, { sector: '86' }))
      await engine.remove(['alfa:0003'])
      await engine.refresh()
      yield vacancyOf('alfa:0599', { sector: '20' })
    }
    await engine.replace('alfa', { id: 'r-removal', fence: lease?.fence ?? 0 }, feed())
    t.same(await sectors(engine), { 86: 598, 20: 1 })
  })

  await t.test('several instances agree within a second, also when an old index is swept', async t => {
    const [connection, store] = [await place(t), vacancyStore()]
    const [one, two] = [sharedEngine(connection, store), sharedEngine(connection, store)]
    await give(one, store, list(2, '10'))
    t.same(await sectors(two), { 10: 2 })
    for (const sector of ['20', '30', '40']) await give(one, store, list(3, sector))
    t.same(await sectors(one), { 40: 3 })
    t.match(JSON.stringify(await sectors(two)), /^\{"(10|20|30|40)":[23]\}$/, 'one whole generation')
    await new Promise(resolve => setTimeout(resolve, 1_100))
    t.same(await sectors(two), { 40: 3 })
    await two.upsert([vacancyOf('beta:1', { sector: '86' })])
    const generation = await two.refresh()
    await new Promise(resolve => setTimeout(resolve, 1_100))
    const page = await one.search(query(any('sector', ['86'])))
    t.same([idsOf(page), page.generation], [['beta:1'], generation])
  })

  await t.test('a single write of an instance that died before it showed is shown by whoever publishes next', async t => {
    const [connection, store] = [await place(t), vacancyStore()]
    const living = sharedEngine(connection, store)
    await give(living, store, list(2, '10'))
    const dying = async (id: string, sector: string): Promise<void> => {
      const engine = sharedEngine(connection, store)
      await engine.upsert([vacancyOf(id, { sector }, { changedAt: '2026-11-25T00:00:00.000Z' })])
      await engine.close()
    }
    await dying('beta:1', '20')
    await living.upsert([vacancyOf('gamma:1', { sector: '30' })])
    await living.refresh()
    t.same(await sectors(living), { 10: 2, 20: 1, 30: 1 }, 'by single writes')
    await dying('beta:1', '40')
    await give(living, store, list(3, '10'))
    t.same(await sectors(living), { 10: 3, 30: 1, 40: 1 }, 'by a run of another source')
  })

  await t.test('a store put back from a backup: the server follows', async t => {
    const [connection, store] = [await place(t), vacancyStore()]
    const first = sharedEngine(connection, store)
    for (const sector of ['10', '20', '30']) await give(first, store, list(3, sector))
    await first.close()
    const older = vacancyStore()
    await older.put(list(2, '86'))
    const second = sharedEngine(connection, older)
    t.same(await sectors(second), { 86: 2 })
    t.equal((await second.search(query())).generation, await older.generation())
  })

  await t.test('an index mapped otherwise stops the start, with the remedy; reload mends it', async t => {
    const [connection, store] = [await place(t), vacancyStore()]
    const mapping = readMapping('vacancies')
    const wrong = { ...mapping, properties: { ...mapping.properties, load: { type: 'keyword', index: false } } }
    const name = `${connection.prefix}-vac-alfa-1`
    await createIndex(connection, { name, mapping: wrong, meta: { source: 'alfa', n: 1 } })
    await connection.client.indices.putAlias({ index: name, name: `${connection.prefix}-vacancies` })
    await store.put(list(2, '10'))
    const engine = sharedEngine(connection, store)
    t.match(await engine.ready(), { ready: false, reason: /-vac-alfa-1 is mapped otherwise: load: / })
    await t.rejects(engine.search(query()), /mapped otherwise/)
    await engine.reload()
    t.same(await engine.ready(), { ready: true })
    t.same(await sectors(engine), { 10: 2 })
  })
}
