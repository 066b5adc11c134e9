import { always, any } from '../../../src/match/predicate.ts'
import { vacancyOf } from '../../helpers/arbitraries.ts'
import { query, type Suite } from './subject.ts'

const ABORTED = { name: 'AbortError' }

/** A signal stops the work and says so; the engine goes on for others. */
export const abortContract: Suite = async (t, open, { facets }) => {
  await t.test('before and during search, count and searchMany', async t => {
    const { engine, give } = await open(t)
    await give(
      'alfa',
      Array.from({ length: 50 }, (_, i) => vacancyOf(`alfa:${i}`, { sector: '86' }))
    )
    const calls: Readonly<Record<string, (signal: AbortSignal) => Promise<unknown>>> = {
      search: async signal => await engine.search(query(), signal),
      count: async signal => await engine.count(always, { a: any('sector', ['86']) }, facets, signal),
      searchMany: async signal => {
        for await (const page of engine.searchMany(forever(), 0, signal)) t.ok(page.total >= 0)
      }
    }
    for (const [name, call] of Object.entries(calls)) {
      await t.rejects(call(AbortSignal.abort()), ABORTED, `${name}: aborted before it began`)
      const controller = new AbortController()
      const running = call(controller.signal)
      controller.abort()
      await t.rejects(running, ABORTED, `${name}: aborted while it ran`)
      await t.resolves(name === 'searchMany' ? engine.search(query()) : call(new AbortController().signal), `${name}: a signal that stays quiet does nothing`)
    }
    t.equal((await engine.search(query())).total, 50, 'the engine goes on')
  })

  await t.test('an empty engine, too, gives no answer to who went away', async t => {
    const { engine } = await open(t)
    await t.rejects(engine.search(query(), AbortSignal.abort()), ABORTED)
    await t.rejects(engine.count(always, {}, [], AbortSignal.abort()), ABORTED)
  })

  await t.test('aborting one leaves the others alone', async t => {
    const { engine, give } = await open(t)
    await give(
      'alfa',
      Array.from({ length: 50 }, (_, i) => vacancyOf(`alfa:${i}`))
    )
    const controller = new AbortController()
    const [aborted, other, counted] = [
      engine.search(query(), controller.signal),
      engine.search(query()),
      engine.count(always, {}, [], new AbortController().signal)
    ]
    controller.abort()
    await t.rejects(aborted, ABORTED)
    t.same([(await other).total, (await counted).total], [50, 50])
  })

  await t.test('searchMany stops between two questions', async t => {
    const { engine, give } = await open(t)
    await give('alfa', [vacancyOf('alfa:1')])
    const controller = new AbortController()
    let pages = 0
    const run = async (): Promise<void> => {
      for await (const page of engine.searchMany(forever(), 0, controller.signal)) {
        t.equal(page.total, 1)
        if (++pages === 3) controller.abort()
        if (pages > 3) break
      }
    }
    await t.rejects(run(), ABORTED)
    t.equal(pages, 3, 'no page after the signal')
  })
}

async function* forever(): AsyncGenerator<ReturnType<typeof query>> {
  for (;;) yield query()
}
