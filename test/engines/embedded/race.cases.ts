import type { Test } from 'tap'
import { EmbeddedEngine } from '../../../src/engines/embedded/embedded-engine.ts'
import type { Vacancy } from '../../../src/domain/vacancy.ts'
import { always, any, type Predicate } from '../../../src/match/predicate.ts'
import { placeOrder } from '../../../src/reference/place-order.ts'
import { Database, migrate } from '../../../src/store/sqlite/database.ts'
import { SHARED_STEPS } from '../../../src/store/sqlite/schema.ts'
import { SqliteVacancies } from '../../../src/store/sqlite/vacancies.ts'
import type { VacancyStore } from '../../../src/store/store.ts'
import { vacancyOf } from '../../helpers/arbitraries.ts'
import { oracle, query, rowsOf, stream } from '../contract/subject.ts'
import { dice } from './stage.ts'

/** A store that takes its time before and after each call, as one on a disk or behind a network does. */
function slow(store: SqliteVacancies, roll: (below: number) => number): VacancyStore {
  const pause = async (): Promise<void> => {
    if (roll(3) === 0) await new Promise(setImmediate)
    for (let i = roll(12); i > 0; i--) await Promise.resolve()
  }
  const rows = async function* (): AsyncIterable<Vacancy['prepared']> {
    for await (const p of store.prepared()) {
      await pause()
      yield p
    }
  }
  return new Proxy(store, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key, target)
      if (typeof value !== 'function') return value
      if (key === 'prepared') return rows
      return async (...args: readonly unknown[]): Promise<unknown> => {
        await pause()
        const result: unknown = await Reflect.apply(value, target, args)
        await pause()
        return result
      }
    }
  })
}

const SECTORS = ['10', '20', '30', '40', '50']
const POINTS: Readonly<Record<string, number>> = { 10: 1, 20: 2, 30: 300, 40: 40, 50: 50_000 }
const groups = [SECTORS.map(s => ({ key: s, points: POINTS[s] as number, when: any('sector', [s]) })).toSorted((a, b) => b.points - a.points)]
const version = (id: string, n: number): Vacancy =>
  vacancyOf(
    id,
    { sector: SECTORS[n % 5] as string },
    { revision: n + 1, changedAt: new Date(Date.parse('2026-11-24T12:00:00.000Z') + n * 1_000).toISOString() }
  )

/** One round: sources that are replaced, single vacancies that come and go, readers in between. What went wrong. */
async function round(seed: number): Promise<{ readonly wrong: readonly string[]; readonly reads: number }> {
  const roll = dice(seed)
  const db = new Database(':memory:')
  migrate(db, SHARED_STEPS)
  const store = new SqliteVacancies(db)
  const engine = new EmbeddedEngine(slow(store, roll), placeOrder)
  const model = new Map<string, Vacancy>()
  const turn = { over: false }
  const wrong = new Set<string>()
  let reads = 0
  const importer = async (source: string): Promise<void> => {
    for (let n = 0; n < 5; n++) {
      const list = [1, 2, 3].map(i => version(`${source}:${i}`, n))
      const lease = await store.lease(source, `r-${source}-${n}`)
      await engine.replace(source, { id: lease?.id ?? '', fence: lease?.fence ?? 0 }, stream(list))
      for (const v of list) model.set(v.id, v)
    }
  }
  const writer = async (source: string): Promise<void> => {
    for (let n = 0; n < 14; n++) {
      const v = version(`${source}:${n % 3}`, n)
      if (roll(4) === 0) {
        await engine.remove([v.id])
        model.delete(v.id)
      } else {
        await engine.upsert([v])
        model.set(v.id, v)
      }
      if (roll(3) === 0) await engine.refresh()
    }
  }
  const reader = async (): Promise<void> => {
    for (let last = 0; !turn.over; reads++) {
      const page = await engine.search(query(always, { groups, size: 200 }))
      if (page.hits.length !== page.total) wrong.add(`${page.hits.length} rows of ${page.total}`)
      for (const h of page.hits)
        if (h.points !== POINTS[h.vacancy.prepared.sector ?? '']) wrong.add(`${h.vacancy.source} in ${h.vacancy.prepared.sector}: ${h.points}`)
      for (const source of IMPORTED) {
        const sectors = page.hits.filter(h => h.vacancy.source === source).map(h => h.vacancy.prepared.sector)
        if (![0, 3].includes(sectors.length) || new Set(sectors).size > 1) wrong.add(`${source}: a mixture of ${sectors.join()}`)
      }
      if (page.generation < last) wrong.add(`generation ${last}, then ${page.generation}`)
      last = page.generation
    }
  }
  const readers = [1, 2, 3].map(async () => {
    await reader()
  })
  await Promise.all([...IMPORTED.map(importer), ...['los-a', 'los-b', 'los-c'].map(writer)]).finally(() => {
    turn.over = true
  })
  await Promise.all(readers)
  await engine.refresh()
  for (const where of [always, ...SECTORS.map((s): Predicate => any('sector', [s]))]) {
    const expected = oracle(model.values(), where, groups)
    const page = await engine.search(query(where, { groups, size: 200 }))
    const { total } = await engine.count(where, {})
    if (JSON.stringify([rowsOf(page), total]) !== JSON.stringify([expected, expected.length]))
      wrong.add(`in the end ${total}, not ${expected.length}: ${JSON.stringify(where)}`)
  }
  await engine.close()
  return { wrong: [...wrong], reads }
}

const IMPORTED = Array.from({ length: 8 }, (_, i) => `bron-${i}`)

/** Everything at once on a slow store: enough for merges while others write and read. */
export async function raceCases(t: Test): Promise<void> {
  await t.test('imports, single writes and readers at once, on a store that takes its time', async t => {
    let all = 0
    for (let seed = 1; seed <= 12; seed++) {
      const { wrong, reads } = await round(seed)
      t.same(wrong, [], `round ${seed}`)
      all += reads
    }
    t.ok(all > 50, `${all} reads`)
  })
}
