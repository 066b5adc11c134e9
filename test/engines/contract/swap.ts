import type { Vacancy } from '../../../src/domain/vacancy.ts'
import type { Engine } from '../../../src/match/engine.ts'
import { always, any } from '../../../src/match/predicate.ts'
import { vacancyOf } from '../../helpers/arbitraries.ts'
import { broken, idsOf, query, rowsOf, stream, type Suite } from './subject.ts'

const list = (source: string, n: number, sector: string): readonly Vacancy[] =>
  Array.from({ length: n }, (_, i) => vacancyOf(`${source}:${String(i).padStart(4, '0')}`, { sector }))
/** Everything a reader can see, to compare before and after. */
const seen = async (engine: Engine): Promise<unknown> => {
  const page = await engine.search(query(always, { size: 50, groups: [[{ key: 's', points: 3, when: any('sector', ['86']) }]] }))
  return [
    rowsOf(page),
    page.hits.map(h => h.vacancy),
    page.total,
    (await engine.count(always, {}, ['sector', 'source'])).facets,
    (await engine.get(['alfa:0000', 'alfa:0001', 'beta:0000'])).map(v => v.prepared)
  ]
}

/** All vacancies of one source in one visible swap, or nothing changes. */
export const swapContract: Suite = async (t, open) => {
  await t.test('a replace brings, changes and takes away; other sources stay', async t => {
    const { engine, give, bring } = await open(t)
    await bring([...list('alfa', 3, '10'), ...list('beta', 2, '20')])
    const swap = await give('alfa', [vacancyOf('alfa:0001', { sector: '86' }), vacancyOf('alfa:new', { sector: '85' })])
    t.equal(swap.indexed, 2)
    const page = await engine.search(query())
    t.same(
      page.hits.map(h => [h.vacancy.id, h.vacancy.prepared.sector]),
      [
        ['alfa:0001', '86'],
        ['alfa:new', '85'],
        ['beta:0000', '20'],
        ['beta:0001', '20']
      ],
      'without a refresh'
    )
    t.equal(page.generation, swap.generation)
    t.same(
      (await engine.get(['alfa:0000', 'alfa:0001', 'beta:0000'])).map(v => v.prepared.sector),
      ['86', '20']
    )
    t.equal((await engine.count(any('sector', ['10']), {})).total, 0)
    const empty = await give('alfa', [])
    t.equal(empty.indexed, 0)
    t.same(idsOf(await engine.search(query())), ['beta:0000', 'beta:0001'], 'an empty run empties its source only')
    t.ok(empty.generation > swap.generation, 'every swap is a new generation')
    await give('beta', [])
    t.equal((await engine.search(query())).total, 0)
    await give('alfa', list('alfa', 2, '10'))
    t.same(idsOf(await engine.search(query())), ['alfa:0000', 'alfa:0001'], 'and it can be filled again')
  })

  await t.test('the same vacancies again: nothing to see', async t => {
    const { engine, give } = await open(t)
    await give('alfa', list('alfa', 5, '86'))
    const before = await seen(engine)
    t.equal((await give('alfa', list('alfa', 5, '86'))).indexed, 5)
    t.same(await seen(engine), before)
  })

  await t.test('a feed that breaks off changes nothing, wherever it breaks', async t => {
    const { engine, token, discard, give, bring } = await open(t)
    await bring([...list('alfa', 700, '86'), ...list('beta', 20, '20')])
    const before = await seen(engine)
    const { generation } = await engine.search(query())
    for (const at of [0, 1, 499, 500, 501, 700]) {
      const run = await token('alfa')
      await t.rejects(engine.replace('alfa', run, broken(list('alfa', at, '10'))), /feed broke off/, `after ${at}`)
      t.same(await seen(engine), before, `after ${at}: as before, the run not yet discarded`)
      await discard('alfa', run)
    }
    t.equal((await engine.search(query())).generation, generation, 'nothing visible changed, nor did the generation')
    await engine.refresh()
    t.same(await seen(engine), before, 'also after a refresh')
    await give('alfa', list('alfa', 3, '10'))
    t.same((await engine.count(always, {}, ['sector'])).facets['sector'], { 10: 3, 20: 20 }, 'the next run is a normal one')
  })

  await t.test('a vacancy of another source in the feed: refused as a whole', async t => {
    const { engine, token, discard, bring } = await open(t)
    await bring([...list('alfa', 3, '86'), ...list('beta', 3, '20')])
    const before = await seen(engine)
    const run = await token('alfa')
    await t.rejects(engine.replace('alfa', run, stream([vacancyOf('alfa:0000', { sector: '10' }), vacancyOf('beta:0000', { sector: '10' })])))
    await discard('alfa', run)
    t.same(await seen(engine), before)
  })

  await t.test('a stale run token is refused and changes nothing', async t => {
    const { engine, token, discard, give, bring } = await open(t)
    await bring(list('alfa', 3, '86'))
    const before = await seen(engine)
    const stale = await token('alfa')
    await discard('alfa', stale)
    await t.rejects(engine.replace('alfa', stale, stream(list('alfa', 2, '10'))), 'a run that was given up')
    const current = await token('alfa')
    await t.rejects(engine.replace('alfa', stale, stream(list('alfa', 2, '10'))), 'an older run while a newer one holds the source')
    await t.rejects(engine.replace('alfa', { id: current.id, fence: current.fence - 1 }, stream(list('alfa', 2, '10'))), 'an older fence')
    await t.rejects(engine.replace('alfa', { id: 'r-other', fence: current.fence }, stream(list('alfa', 2, '10'))), 'another run')
    await t.rejects(engine.replace('beta', current, stream(list('beta', 2, '10'))), 'a token of another source')
    t.same(await seen(engine), before)
    t.equal((await engine.replace('alfa', current, stream(list('alfa', 2, '10')))).indexed, 2, 'the one that holds it goes through')
    await t.rejects(engine.replace('alfa', current, stream(list('alfa', 1, '20'))), 'and only once')
    t.equal((await engine.count(any('sector', ['10']), {})).total, 2)
    await give('alfa', list('alfa', 1, '20'))
    t.equal((await engine.search(query())).total, 1)
  })

  await t.test('a run that loses its source while it streams changes nothing', async t => {
    const { engine, token, discard, bring, give } = await open(t)
    await bring(list('alfa', 3, '86'))
    const before = await seen(engine)
    const slow = await token('alfa')
    const feed = async function* (): AsyncGenerator<Vacancy> {
      yield* list('alfa', 600, '10')
      await discard('alfa', slow)
      yield* list('alfa', 5, '10')
    }
    await t.rejects(engine.replace('alfa', slow, feed()))
    t.same(await seen(engine), before)
    await give('alfa', list('alfa', 2, '20'))
    t.equal((await engine.search(query())).total, 2)
  })

  await t.test('an id that comes twice in a run: the last one wins', async t => {
    const { engine, give } = await open(t)
    const [a, b] = [vacancyOf('alfa:1', { sector: '10' }), vacancyOf('alfa:1', { sector: '86' })]
    await give('alfa', [a, vacancyOf('alfa:2', { sector: '20' }), b])
    const check = async (name: string): Promise<void> => {
      const page = await engine.search(query())
      t.same(
        page.hits.map(h => [h.vacancy.id, h.vacancy.prepared.sector]),
        [
          ['alfa:1', '86'],
          ['alfa:2', '20']
        ],
        name
      )
      t.equal(page.total, 2, `${name}: counted once`)
      t.same((await engine.count(always, {}, ['sector'])).facets['sector'], { 20: 1, 86: 1 }, `${name}: only the last one is indexed`)
    }
    await check('new')
    await give('alfa', [b, vacancyOf('alfa:2', { sector: '20' }), a, b])
    await check('the same as before, with another in between')
    // Far apart, so that they arrive in different batches.
    await give('alfa', [a, ...list('alfa', 1_100, '20'), b])
    t.same((await engine.count(always, {}, ['sector'])).facets['sector'], { 20: 1_100, 86: 1 })
    await give('alfa', [vacancyOf('alfa:1'), vacancyOf('alfa:2'), vacancyOf('alfa:1', { status: 'closed' })])
    t.same(idsOf(await engine.search(query())), ['alfa:2'], 'open first and closed last is closed')
    await give('alfa', [vacancyOf('alfa:1', { status: 'closed' }), vacancyOf('alfa:1', { sector: '86' })])
    t.same(idsOf(await engine.search(query())), ['alfa:1'], 'closed first and open last is open')
  })
}
