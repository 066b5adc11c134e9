import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import { EmbeddedEngine } from '../../../src/engines/embedded/embedded-engine.ts'
import { always, any, known, range } from '../../../src/match/predicate.ts'
import { placeOrder } from '../../../src/reference/place-order.ts'
import { Database, migrate } from '../../../src/store/sqlite/database.ts'
import { SHARED_STEPS } from '../../../src/store/sqlite/schema.ts'
import { SqliteVacancies } from '../../../src/store/sqlite/vacancies.ts'
import type { Vacancy } from '../../../src/domain/vacancy.ts'
import { vacancyOf } from '../../helpers/arbitraries.ts'
import { idsOf, oracle, query, rowsOf, stream } from '../contract/subject.ts'

const storeOf = (file: string): { readonly store: SqliteVacancies; readonly close: () => void } => {
  const db = new Database(file)
  migrate(db, SHARED_STEPS)
  return {
    store: new SqliteVacancies(db),
    close: () => {
      db.close()
    }
  }
}
const MOST = 16
const version = (id: string, n: number, over: Parameters<typeof vacancyOf>[1] = {}): Vacancy =>
  vacancyOf(id, over, { revision: n + 1, changedAt: new Date(Date.parse('2026-11-24T12:00:00.000Z') + n * 1_000).toISOString() })

async function replace(engine: EmbeddedEngine, store: SqliteVacancies, source: string, vacancies: readonly Vacancy[]): Promise<void> {
  const lease = await store.lease(source, `r-${source}`)
  await engine.replace(source, { id: lease?.id ?? '', fence: lease?.fence ?? 0 }, stream(vacancies))
}

/** Segments, merges and the way from and to the store. */
export async function engineCases(t: Test): Promise<void> {
  await t.test('many small segments are merged, and every step shows the same as a map', async t => {
    const { store } = storeOf(':memory:')
    const engine = new EmbeddedEngine(store, placeOrder)
    const model = new Map<string, Vacancy>()
    const groups = [
      [
        { key: 's', points: 300, when: any('sector', ['86']) },
        { key: 'k', points: 40, when: known('sector') }
      ],
      [{ key: 'r', points: 7, when: range('richness', { gte: 5 }) }]
    ]
    let [most, merges, before] = [0, 0, 0]
    for (let i = 0; i < 60; i++) {
      const list = [0, 1, 2].map(k =>
        version(`alfa:${(i * 5 + k * 3) % 71}`, i, {
          sector: [null, '86', '85'][(i + k) % 3] as string | null,
          richness: (i + k) % 11,
          published: 20_000 + (i % 4),
          place: k === 0 ? 'utrecht' : null
        })
      )
      await engine.upsert(list)
      for (const v of list) model.set(v.id, v)
      if (i % 7 === 6) {
        const gone = [`alfa:${i % 71}`, `alfa:${(i * 5) % 71}`]
        await engine.remove(gone)
        for (const id of gone) model.delete(id)
      }
      await engine.refresh()
      const { segments } = engine.size()
      most = Math.max(most, segments)
      if (segments < before) merges++
      before = segments
      const page = await engine.search(query(always, { groups }))
      t.same([rowsOf(page), page.total], [oracle(model.values(), always, groups), model.size], `after write ${i}, ${segments} segments`)
    }
    t.ok(most === MOST && merges >= 2, `never more than ${most} segments, ${merges} merges`)
    t.equal((await engine.count(always, {}, ['sector'])).facets['sector']?.['86'], [...model.values()].filter(v => v.prepared.sector === '86').length)
    await engine.close()
  })

  await t.test('a segment without live rows is dropped', async t => {
    const { store } = storeOf(':memory:')
    const engine = new EmbeddedEngine(store, placeOrder)
    for (const source of ['alfa', 'beta', 'gamma']) await replace(engine, store, source, [vacancyOf(`${source}:1`), vacancyOf(`${source}:2`)])
    t.same(engine.size(), { rows: 6, segments: 3 })
    await engine.remove(['beta:1', 'beta:2', 'gamma:1'])
    await engine.refresh()
    t.same(engine.size(), { rows: 4, segments: 2 })
    await replace(engine, store, 'alfa', [])
    t.same(idsOf(await engine.search(query())), ['gamma:2'])
    t.equal(engine.size().segments, 1)
    await engine.close()
  })

  await t.test('sources beyond the border of a merge: every replace shows all of them', async t => {
    const { store } = storeOf(':memory:')
    const engine = new EmbeddedEngine(store, placeOrder)
    const sources = Array.from({ length: 2 * MOST + 3 }, (_, i) => `bron-${String(i).padStart(2, '0')}`)
    for (const [i, source] of sources.entries()) {
      await replace(engine, store, source, [vacancyOf(`${source}:1`, { sector: '86' }), vacancyOf(`${source}:2`, { status: 'closed' })])
      t.equal((await engine.count(any('sector', ['86']), {})).total, i + 1, source)
      t.ok(engine.size().segments <= MOST)
    }
    t.same(
      idsOf(await engine.search(query())),
      sources.map(s => `${s}:1`)
    )
    await engine.close()
  })

  await t.test('a new engine on the same file shows what was acknowledged, refreshed or not', async t => {
    const folder = mkdtempSync(join(tmpdir(), 'engine-'))
    t.teardown(() => {
      rmSync(folder, { recursive: true })
    })
    const first = storeOf(join(folder, 'shared.db'))
    const engine = new EmbeddedEngine(first.store, placeOrder)
    await replace(
      engine,
      first.store,
      'alfa',
      Array.from({ length: 20 }, (_, i) =>
        vacancyOf(`alfa:${String(i).padStart(2, '0')}`, { sector: i % 2 === 0 ? '86' : null, place: i % 3 === 0 ? 'zwolle' : null })
      )
    )
    await engine.upsert([version('beta:1', 1), version('alfa:03', 1, { sector: '85' })])
    await engine.remove(['alfa:05'])
    // A run that never switched leaves nothing.
    const lease = await first.store.lease('alfa', 'r-crash')
    if (lease !== undefined) await first.store.stage(lease, [vacancyOf('alfa:zz')])
    await engine.close()
    first.close()
    const second = storeOf(join(folder, 'shared.db'))
    t.teardown(() => {
      second.close()
    })
    const again = new EmbeddedEngine(second.store, placeOrder)
    t.same(await again.ready(), { ready: true })
    const ids = [...Array.from({ length: 20 }, (_, i) => `alfa:${String(i).padStart(2, '0')}`).filter(id => id !== 'alfa:05'), 'beta:1']
    t.same(idsOf(await again.search(query())), ids)
    t.same(idsOf(await again.search(query(any('sector', ['85'])))), ['alfa:03'])
    t.same(again.size(), { rows: 20, segments: 1 }, 'as one segment')
    t.ok((await again.refresh()) >= (await second.store.generation()) - 1)
    await again.close()
  })

  await t.test('reload builds the columns anew from what the store says', async t => {
    const { store } = storeOf(':memory:')
    const engine = new EmbeddedEngine(store, placeOrder)
    await replace(
      engine,
      store,
      'alfa',
      Array.from({ length: 30 }, (_, i) => vacancyOf(`alfa:${i}`, { sector: '85' }))
    )
    await store.rewrite(v => ({ ...v, prepared: { ...v.prepared, sector: v.id === 'alfa:7' ? '86' : '85' } }))
    await engine.upsert([version('alfa:8', 1, { sector: '10' })])
    await engine.reload()
    t.same((await engine.count(always, {}, ['sector'])).facets['sector'], { 10: 1, 85: 28, 86: 1 })
    await engine.refresh()
    t.same((await engine.count(always, {}, ['sector'])).facets['sector'], { 10: 1, 85: 28, 86: 1 })
    await engine.close()
  })

  await t.test('it is not ready, with a reason, until the store could be read; then it is', async t => {
    const { store } = storeOf(':memory:')
    await store.put([vacancyOf('alfa:1')])
    let broken = true
    const flaky = new Proxy(store, {
      get: (target, key) => {
        if (key === 'prepared' && broken) throw new Error('disk on fire')
        const value: unknown = Reflect.get(target, key, target)
        return typeof value === 'function' ? (value.bind(target) as unknown) : value
      }
    })
    const engine = new EmbeddedEngine(flaky, placeOrder)
    t.same(await engine.ready(), { ready: false, reason: 'disk on fire' })
    await t.rejects(engine.search(query()), /disk on fire/, 'never an empty list for a store that cannot be read')
    t.same((await engine.ready()).ready, false)
    broken = false
    t.same(await engine.ready(), { ready: true })
    t.same(idsOf(await engine.search(query())), ['alfa:1'])
    await engine.close()
  })

  await t.test('a write whose reading fails is shown by the next refresh', async t => {
    const { store } = storeOf(':memory:')
    let broken = false
    const flaky = new Proxy(store, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key, target)
        if (typeof value !== 'function') return value
        return key === 'get' && broken
          ? async () => {
              throw new Error('busy')
            }
          : (value.bind(target) as unknown)
      }
    })
    const engine = new EmbeddedEngine(flaky, placeOrder)
    await engine.upsert([vacancyOf('alfa:1'), vacancyOf('alfa:2')])
    broken = true
    await t.rejects(engine.refresh(), /busy/)
    broken = false
    t.equal((await engine.count(always, {})).total, 0)
    await engine.refresh()
    t.same(idsOf(await engine.search(query())), ['alfa:1', 'alfa:2'])
    await engine.close()
  })
}
