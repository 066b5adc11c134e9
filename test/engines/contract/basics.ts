import { always, any } from '../../../src/match/predicate.ts'
import { vacancyOf } from '../../helpers/arbitraries.ts'
import { idsOf, query, stream, type Suite } from './subject.ts'

/** Nothing, one, and the life of an engine. */
export const basicsContract: Suite = async (t, open, { facets }) => {
  await t.test('an empty engine answers with nothing', async t => {
    const { engine } = await open(t)
    t.same(await engine.ready(), { ready: true })
    const page = await engine.search(query())
    t.same([page.hits, page.total, page.next], [[], 0, undefined])
    t.equal((await engine.search(query(always, { after: { generation: 0, last: [10, 20_000, 'alfa:1'] } }))).total, 0)
    const { total, buckets, facets: counted } = await engine.count(always, { a: always }, facets)
    t.same([total, buckets], [0, { a: 0 }])
    t.same(counted, Object.fromEntries(facets.map(f => [f, {}])), 'a facet asked is there, and empty')
    t.same(await engine.get(['alfa:1']), [])
    t.same(await engine.get([]), [])
    t.type(await engine.refresh(), 'number')
    const pages = []
    for await (const p of engine.searchMany(stream([query()]), 0)) pages.push([p.hits, p.total])
    t.same(pages, [[[], 0]])
  })

  await t.test('one vacancy is found, counted and given back as it came', async t => {
    const { engine, give } = await open(t)
    const v = vacancyOf(
      'alfa:1',
      { sector: '86', occ: ['4:2221', '3:222', '2:22'], visible_to: ['public'] },
      { title: 'Verpleegkundige', description: 'Coördinerende taken – 24 uur' }
    )
    t.equal((await give('alfa', [v])).indexed, 1)
    const page = await engine.search(query())
    t.same(page.hits, [{ points: 0, vacancy: v }], 'a vacancy without points is a hit')
    t.same([page.total, page.next], [1, undefined])
    t.same((await engine.count(any('sector', ['86']), {}, ['sector', 'occ'])).facets, { sector: { 86: 1 }, occ: { '4:2221': 1, '3:222': 1, '2:22': 1 } })
    t.same(await engine.get(['alfa:1']), [v])
    t.equal((await engine.search(query(any('sector', ['85'])))).total, 0)
  })

  await t.test('only open and missed vacancies are found', async t => {
    const { engine, give } = await open(t)
    await give(
      'alfa',
      ['open', 'missed', 'expired', 'closed'].map(status => vacancyOf(`alfa:${status}`, { status }))
    )
    t.same(idsOf(await engine.search(query())), ['alfa:missed', 'alfa:open'])
    t.same(await engine.count(any('status', ['expired', 'closed']), {}).then(c => c.total), 0)
    t.same((await engine.count(always, {}, ['status'])).facets, { status: { open: 1, missed: 1 } })
  })

  await t.test('get keeps the order asked and leaves out what is not there', async t => {
    const { engine, bring } = await open(t)
    await bring(['alfa:1', 'alfa:2', 'beta:1', 'beta:2'].map(id => vacancyOf(id)))
    t.same(
      (await engine.get(['beta:2', 'weg:1', 'alfa:1', 'beta:1', 'alfa:3'])).map(v => v.id),
      ['beta:2', 'alfa:1', 'beta:1']
    )
    await engine.remove(['beta:1'])
    await engine.refresh()
    t.same(
      (await engine.get(['beta:1', 'beta:2'])).map(v => v.id),
      ['beta:2']
    )
  })

  await t.test('after close it says that it is not ready, and may be closed again', async t => {
    const { engine, give } = await open(t)
    await give('alfa', [vacancyOf('alfa:1')])
    t.equal((await engine.ready()).ready, true)
    await engine.close()
    const health = await engine.ready()
    t.equal(health.ready, false)
    t.type(health.reason, 'string')
    await t.resolves(engine.close())
  })
}
