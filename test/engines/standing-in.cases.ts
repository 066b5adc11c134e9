import type { Test } from 'tap'
import { EmbeddedEngine } from '../../src/engines/embedded/embedded-engine.ts'
import { EngineUnavailable, type Engine } from '../../src/match/engine.ts'
import { always, any } from '../../src/match/predicate.ts'
import { placeOrder } from '../../src/reference/place-order.ts'
import { StandingIn } from '../../src/standing-in.ts'
import type { SqliteVacancies } from '../../src/store/sqlite/vacancies.ts'
import { vacancy } from '../helpers/vacancy.ts'
import { broken, found, query, stream, within } from './contract/subject.ts'

/** What the real engine throws when its server is away; any other error is the caller's. */
class Away extends Error {}

/** Two engines over one store: the chosen one can be switched off. */
function pair(store: SqliteVacancies, warm: boolean) {
  const main = new EmbeddedEngine(store, placeOrder)
  const power = { on: true }
  const chosen = new Proxy<Engine>(main, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name, target)
      if (typeof member !== 'function') return member
      if (name === 'close') return member.bind(target) as unknown
      return (...args: readonly unknown[]): unknown => {
        if (!power.on) return name === 'searchMany' ? broken([], new Away()) : Promise.reject(new Away())
        return Reflect.apply(member, target, args)
      }
    }
  })
  const told: boolean[] = []
  const engine = new StandingIn(chosen, warm ? new EmbeddedEngine(store, placeOrder) : undefined, {
    isAway: error => error instanceof Away,
    changed: back => {
      told.push(back)
    },
    probeMs: 20
  })
  return { engine, power, told }
}

/** Searches while the chosen engine is away, and its way back (`engines.md` 2, *partial*). */
export async function standingInCases(t: Test, open: () => SqliteVacancies): Promise<void> {
  const rows = Array.from({ length: 40 }, (_, i) => vacancy(`${i % 2 === 0 ? 'een' : 'twee'}:v-${i}`))
  const [first] = rows
  if (first === undefined) throw new Error('no vacancies')

  await t.test('answers are the same, and flagged while another engine gives them', async t => {
    const store = open()
    const { engine, power, told } = pair(store, true)
    t.teardown(async () => {
      await engine.close()
    })
    const give = async (source: string): Promise<void> => {
      const lease = await store.lease(source, `r-${source}`)
      if (lease === undefined) throw new Error('no lease')
      await engine.replace(source, lease, stream(rows.filter(v => v.source === source)))
    }
    for (const source of new Set(rows.map(v => v.source))) await give(source)
    t.same(await engine.ready(), { ready: true })
    const page = await engine.search(query())
    const counts = await engine.count(always, { own: any('source', [first.source]) }, ['source'])
    t.ok(page.total > 0 && page.degraded === undefined && counts.degraded === undefined)

    power.on = false
    t.same(await engine.search(query()), { ...page, degraded: true })
    t.same(await engine.count(always, { own: any('source', [first.source]) }, ['source']), { ...counts, degraded: true })
    t.same(await engine.get([first.id]), [first])
    t.match(await engine.ready(), { ready: true, degraded: true })
    await t.rejects(engine.upsert([first]), EngineUnavailable, 'a write waits for the chosen engine')
    await t.rejects(
      async () => {
        for await (const p of engine.searchMany(stream([query()]), 0)) t.fail(`page ${p.generation}`)
      },
      EngineUnavailable,
      'alerts are not mixed'
    )
    t.same(told, [false])

    power.on = true
    t.ok(await within(2_000, async () => (await engine.search(query())).degraded === undefined), 'back by itself')
    t.same(told, [false, true])
  })

  await t.test('the one that stands in knows every write', async t => {
    const store = open()
    const { engine, power } = pair(store, true)
    t.teardown(async () => {
      await engine.close()
    })
    await engine.ready()
    await engine.upsert(rows)
    await engine.remove([first.id])
    await engine.refresh()
    const ids = await found(engine, always)
    power.on = false
    t.same(await found(engine, always), ids)
    t.notOk(ids.includes(first.id))
  })

  await t.test('without one, the caller is told to come back', async t => {
    const { engine, power, told } = pair(open(), false)
    t.teardown(async () => {
      await engine.close()
    })
    t.same(await engine.ready(), { ready: true })
    power.on = false
    await t.rejects(engine.search(query()), EngineUnavailable)
    await t.rejects(engine.count(always, {}), EngineUnavailable)
    t.equal((await engine.ready()).ready, false)
    power.on = true
    t.ok(await within(2_000, async () => (await engine.ready()).ready && told.length === 2))
    t.equal((await engine.search(query())).total, 0)
  })

  await t.test('an error of the caller is no reason to stand in', async t => {
    const { engine, told } = pair(open(), true)
    t.teardown(async () => {
      await engine.close()
    })
    await t.rejects(engine.search(query(), AbortSignal.abort()), { message: /abort/i })
    t.same(told, [])
  })
}
