import type { Test } from 'tap'
import type { Connection } from '../../src/elasticsearch/client.ts'
import { listIndices } from '../../src/elasticsearch/indices.ts'
import type { Engine } from '../../src/match/engine.ts'
import { always, any } from '../../src/match/predicate.ts'
import type { VacancyStore } from '../../src/store/store.ts'
import { within } from '../engines/contract/subject.ts'
import { vacancyOf } from '../helpers/arbitraries.ts'
import { afterSwitch, giving, place, sharedEngine, vacancyStore } from './engine-ground.ts'

const list = (n: number, sector: string) => Array.from({ length: n }, (_, i) => vacancyOf(`alfa:${i}`, { sector }))
const give = giving()
const sectors = async (engine: Engine): Promise<unknown> => (await engine.count(always, {}, ['sector'])).facets['sector']
const indicesOf = async (c: Connection, source: string): Promise<readonly string[]> => (await listIndices(c, `${c.prefix}-vac-${source}-`)).map(i => i.name)
/** The indices behind the alias, whatever an engine says. */
const behindAlias = async (c: Connection, source: string): Promise<readonly string[]> =>
  (await listIndices(c, `${c.prefix}-vac-${source}-`)).filter(i => i.aliases.includes(`${c.prefix}-vacancies`)).map(i => i.name)

/** A run of `alfa` whose instance is killed when the store has switched. */
async function dyingRun(connection: Connection, store: VacancyStore, sector: string, meanwhile = async (): Promise<void> => {}): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const dies = async (): Promise<void> => {
      await meanwhile()
      resolve()
      await new Promise(() => {})
    }
    give(sharedEngine(connection, afterSwitch(store, dies)), store, list(3, sector)).catch(reject)
  })
}

const removing = async (connection: Connection, store: VacancyStore, ids: readonly string[]): Promise<void> => {
  const engine = sharedEngine(connection, store)
  await engine.remove(ids)
  await engine.close()
}

/** An instance dies with something the store has and the server does not show; the others go on. */
export async function deathCases(t: Test): Promise<void> {
  await t.test('a run that switched and was not shown: shown by whoever publishes next, from the index that lies there', async t => {
    for (const [how, publish] of [
      ['a single write', async (engine: Engine) => await engine.upsert([vacancyOf('beta:1', { sector: '20' })])],
      ['a run of another source', async (engine: Engine, store: VacancyStore) => await giveBeta(engine, store)]
    ] as const) {
      const [connection, store] = [await place(t), vacancyStore()]
      const living = sharedEngine(connection, store)
      await give(living, store, list(4, '10'))
      t.same(await sectors(living), { 10: 4 })
      await dyingRun(connection, store, '86')
      const aside = (await indicesOf(connection, 'alfa')).at(-1)
      await publish(living, store)
      await living.refresh()
      t.same(await sectors(living), { 20: 1, 86: 3 }, how)
      t.same(await behindAlias(connection, 'alfa'), [aside], `${how}: nothing was built again`)
      const later = sharedEngine(connection, store)
      t.same(await sectors(later), { 20: 1, 86: 3 }, `${how}: and a start sees the same`)
    }
  })

  await t.test('the generation was noted by another instance before the start: still shown', async t => {
    const [connection, store] = [await place(t), vacancyStore()]
    const living = sharedEngine(connection, store)
    await give(living, store, list(4, '10'))
    await dyingRun(connection, store, '86')
    // As an instance of an older program does, that knows of no marks.
    await connection.client.index({ index: `${connection.prefix}-state`, id: 'visible', document: { generation: await store.generation() } })
    t.same(await sectors(sharedEngine(connection, store)), { 86: 3 })
  })

  await t.test('what lies aside is not whole: built from the store', async t => {
    const [connection, store] = [await place(t), vacancyStore()]
    const living = sharedEngine(connection, store)
    await give(living, store, list(4, '10'))
    await dyingRun(connection, store, '86')
    const aside = (await indicesOf(connection, 'alfa')).at(-1) ?? ''
    await connection.client.delete({ index: aside, id: 'alfa:1', refresh: true, version: 2 ** 50, version_type: 'external' })
    await living.upsert([vacancyOf('beta:1', { sector: '20' })])
    await living.refresh()
    t.same(await sectors(living), { 20: 1, 86: 3 })
    t.notSame(await behindAlias(connection, 'alfa'), [aside])
  })

  await t.test('a run that shows late never covers a later one', async t => {
    const [connection, store] = [await place(t), vacancyStore()]
    const quick = sharedEngine(connection, store)
    await give(quick, store, list(4, '10'))
    const slow = sharedEngine(
      connection,
      afterSwitch(store, async () => {
        await give(quick, store, list(2, '30'))
        await quick.upsert([vacancyOf('alfa:9', { sector: '40' })])
        await quick.refresh()
      })
    )
    await give(slow, store, list(3, '20'))
    const now = { 30: 2, 40: 1 }
    t.same(await sectors(slow), now, 'who came late sees the later one')
    t.same(await sectors(quick), now)
    t.equal((await behindAlias(connection, 'alfa')).length, 1)
    t.same(await sectors(sharedEngine(connection, store)), now)
  })

  await t.test('single writes between a switch and its show are in the index that shows then', async t => {
    const [connection, store] = [await place(t), vacancyStore()]
    const other = sharedEngine(connection, store)
    await give(other, store, list(4, '10'))
    const engine = sharedEngine(
      connection,
      afterSwitch(store, async () => {
        // Into the index that shows now, as an instance that has not seen the switch.
        await store.put([vacancyOf('alfa:0', { sector: '30' }, { changedAt: '2026-11-25T00:00:00.000Z' })])
        await store.remove(['alfa:1'])
        await connection.client.index({ index: `${connection.prefix}-state`, id: 'visible', document: { generation: await store.generation() } })
      })
    )
    await give(engine, store, list(3, '20'))
    await new Promise(resolve => setTimeout(resolve, 1_100))
    t.same(await sectors(other), { 20: 1, 30: 1 })
  })

  await t.test('a removal of an instance that died before it showed: done by whoever publishes next, and by a start', async t => {
    const [connection, store] = [await place(t), vacancyStore()]
    const living = sharedEngine(connection, store)
    await give(living, store, list(5, '10'))
    await removing(connection, store, ['alfa:1'])
    t.same(await sectors(living), { 10: 5 }, 'until then the generation before')
    await living.upsert([vacancyOf('beta:1', { sector: '20' })])
    await living.refresh()
    t.same(await sectors(living), { 10: 4, 20: 1 }, 'by single writes')
    await removing(connection, store, ['alfa:2'])
    await giveBeta(living, store)
    t.same(await sectors(living), { 10: 3, 20: 1 }, 'by a run of another source')
    await living.close()
    await removing(connection, store, ['alfa:3'])
    const index = await behindAlias(connection, 'alfa')
    await store.put([vacancyOf('alfa:8', { sector: '30' })])
    const next = sharedEngine(connection, store)
    t.same(await sectors(next), { 10: 2, 20: 1, 30: 1 }, 'by a start')
    t.same(await behindAlias(connection, 'alfa'), index, 'in the index that shows: nothing was built again')
    t.same((await next.count(any('vacancy_id', ['alfa:1', 'alfa:2', 'alfa:3']), {})).total, 0)
  })

  await t.test('a removal during a run of another instance, by one that died: not in what the run shows', async t => {
    const [connection, store] = [await place(t), vacancyStore()]
    const engine = sharedEngine(connection, store)
    await give(engine, store, list(4, '10'))
    const lease = await store.lease('alfa', 'r-long')
    const feed = async function* () {
      // More than a batch, so that it is written before the removal.
      yield* Array.from({ length: 600 }, (_, i) => vacancyOf(`alfa:${String(i).padStart(4, '0')}`, { sector: '86' }))
      await removing(connection, store, ['alfa:0003'])
      yield vacancyOf('alfa:0599', { sector: '20' })
    }
    await engine.replace('alfa', { id: 'r-long', fence: lease?.fence ?? 0 }, feed())
    t.same(await sectors(engine), { 86: 598, 20: 1 })
  })

  await t.test('nobody publishes: an instance that is only asked shows it after a while', async t => {
    const [connection, store] = [await place(t), vacancyStore()]
    const reader = sharedEngine(connection, store, { lateMs: 300 })
    await give(reader, store, list(4, '10'))
    await dyingRun(connection, store, '86', async () => {
      await store.put([vacancyOf('beta:1', { sector: '20' })])
      await store.remove(['alfa:0'])
    })
    t.ok(await within(20_000, async () => JSON.stringify(await sectors(reader)) === '{"20":1,"86":2}'), JSON.stringify(await sectors(reader)))
    t.equal((await reader.count(always, {})).generation, await store.generation())
    await reader.close()
  })
}

let runs = 0
async function giveBeta(engine: Engine, store: VacancyStore): Promise<void> {
  const lease = await store.lease('beta', `b-${++runs}`)
  const one = async function* () {
    yield vacancyOf('beta:1', { sector: '20' })
  }
  await engine.replace('beta', { id: `b-${runs}`, fence: lease?.fence ?? 0 }, one())
}
