import type { Test } from 'tap'
import { listIndices } from '../../src/elasticsearch/indices.ts'
import type { Vacancy } from '../../src/domain/vacancy.ts'
import type { Page, Query } from '../../src/match/engine.ts'
import { always, any } from '../../src/match/predicate.ts'
import { vacancyOf } from '../helpers/arbitraries.ts'
import { idsOf, query, stream } from '../engines/contract/subject.ts'
import { Delta } from '../../src/engines/embedded/delta.ts'
import type { ElasticsearchEngineOptions } from '../../src/engines/elasticsearch/options.ts'
import { placeOrder } from '../../src/reference/place-order.ts'
import { giving, place, sharedEngine, vacancyStore } from './engine-ground.ts'

const list = (n: number, sector: string): readonly Vacancy[] => Array.from({ length: n }, (_, i) => vacancyOf(`alfa:${i}`, { sector }))
const give = giving()
const shown = (page: Page): unknown => [page.total, page.hits.map(h => [h.points, h.vacancy.id, h.vacancy.prepared.sector])]

/** Questions about what is new, asked of the server and of columns in this process. */
export async function newsCases(t: Test): Promise<void> {
  await t.test('on the server', async t => {
    await newsBy(t, {})
  })
  await t.test('in this process', async t => {
    await newsBy(t, { columns: async rows => await Delta.of(rows, placeOrder) })
  })
}

/** Codes for the time of the questions, the vacancies from the store. */
async function newsBy(t: Test, options: ElasticsearchEngineOptions): Promise<void> {
  await t.test('many new vacancies get an index of their own for the time of the questions', async t => {
    const [connection, store] = [await place(t), vacancyStore()]
    const engine = sharedEngine(connection, store, options)
    await give(engine, store, list(20, '10'))
    const old = await engine.refresh()
    await give(engine, store, [...list(20, '10'), ...Array.from({ length: 700 }, (_, i) => vacancyOf(`alfa:new${i}`, { sector: i % 7 === 0 ? '10' : '20' }))])
    const questions = [query(any('sector', ['10'])), query(always, { size: 5 }), query(any('sector', ['99']))]
    const pages = []
    for await (const page of engine.searchMany(stream(questions), old))
      pages.push([page.total, page.hits.length, idsOf(page).every(id => id.startsWith('alfa:new'))])
    t.same(pages, [
      [100, 100, true],
      [700, 5, true],
      [0, 0, true]
    ])
    t.same((await listIndices(connection, `${connection.prefix}-news-`)).length, 0, 'and it is gone')
  })

  await t.test('what changes between two questions is answered as it is then, never half', async t => {
    const [connection, store] = [await place(t), vacancyStore()]
    const engine = sharedEngine(connection, store, options)
    await give(engine, store, list(3, '10'))
    const old = await engine.refresh()
    await store.put(['beta:1', 'beta:2', 'beta:3'].map(id => vacancyOf(id, { sector: '20' })))
    const groups = [[{ key: 's', points: 5, when: any('sector', ['20']) }]]
    const asked = async function* (): AsyncGenerator<Query> {
      yield query(always, { groups, size: 1 })
      await store.put([vacancyOf('beta:2', { sector: '30' }, { changedAt: '2026-11-26T00:00:00.000Z' }), vacancyOf('beta:4', { sector: '20' })])
      await store.remove(['beta:3'])
      for (let i = 0; i < 3; i++) yield query(always, { groups })
    }
    const seen: unknown[] = []
    for await (const page of engine.searchMany(asked(), old)) seen.push(shown(page))
    const after = [
      [5, 'beta:1', '20'],
      [5, 'beta:4', '20'],
      [0, 'beta:2', '30']
    ]
    t.same(seen, [
      [3, [[5, 'beta:1', '20']]],
      [3, after],
      [3, after],
      [3, after]
    ])
    t.same((await listIndices(connection, `${connection.prefix}-news-`)).length, 0)
  })

  await t.test('a vacancy that changes while it is read, but not in what was asked, is found at once', async t => {
    const [connection, store] = [await place(t), vacancyStore()]
    const engine = sharedEngine(connection, store, options)
    await give(engine, store, list(2, '10'))
    const old = await engine.refresh()
    const changes = ['20', '30', '40'].map((sector, i) => [vacancyOf('beta:1', { sector }, { changedAt: `2026-11-26T00:00:0${i}.000Z` })])
    await store.put(changes[0] as Vacancy[])
    let reads = 0
    const read = store.get.bind(store)
    store.get = async ids => {
      await store.put(changes[++reads] as Vacancy[])
      return await read(ids)
    }
    const seen: unknown[] = []
    for await (const page of engine.searchMany(stream([query(any('sector', ['20', '30']))]), old)) seen.push(shown(page))
    t.same(seen, [[1, [[0, 'beta:1', '30']]]])
    t.equal(reads, 1)
  })

  await t.test('a vacancy that changes without end is an error, and leaves no index behind', async t => {
    const [connection, store] = [await place(t), vacancyStore()]
    const engine = sharedEngine(connection, store, options)
    await give(engine, store, list(2, '10'))
    const old = await engine.refresh()
    let round = 0
    const change = async (): Promise<void> => {
      round++
      await store.put([vacancyOf('beta:1', { sector: round % 2 === 0 ? '10' : '20' }, { changedAt: new Date(Date.UTC(2026, 10, 26) + round).toISOString() })])
    }
    const groups = [[{ key: 's', points: 5, when: any('sector', ['10']) }]]
    await change()
    const read = store.get.bind(store)
    store.get = async ids => {
      await change()
      return await read(ids)
    }
    await t.rejects(
      async () => {
        for await (const page of engine.searchMany(stream([query(always, { groups })]), old)) t.fail(`a page of ${page.total}`)
      },
      { message: /busy \(vacancies change\)/ }
    )
    t.same((await listIndices(connection, `${connection.prefix}-news-`)).length, 0)
  })
}
