import type { Vacancy } from '../../../src/domain/vacancy.ts'
import type { Engine, Page } from '../../../src/match/engine.ts'
import { always, any } from '../../../src/match/predicate.ts'
import { vacancyOf } from '../../helpers/arbitraries.ts'
import { query, within, type Suite } from './subject.ts'

/** A vacancy of the given version: later versions carry a later change. */
const version = (id: string, n: number, sector: string): Vacancy =>
  vacancyOf(id, { sector }, { revision: n, changedAt: `2026-11-24T12:00:${String(n).padStart(2, '0')}.000Z` })
const sectors = (page: Page): unknown => page.hits.map(h => [h.vacancy.id, h.vacancy.prepared.sector])
const shown = async (engine: Engine): Promise<unknown> => {
  await engine.refresh()
  return sectors(await engine.search(query()))
}

/** upsert, remove and refresh. */
export const writeContract: Suite = async (t, open, { visibleMs }) => {
  await t.test('upsert brings and changes, remove takes away, refresh shows it', async t => {
    const { engine, bring } = await open(t)
    await bring([version('alfa:1', 1, '10'), version('alfa:2', 1, '10'), version('beta:1', 1, '10')])
    t.same(await engine.upsert([version('alfa:2', 2, '20'), version('gamma:1', 1, '30')]), [
      { id: 'alfa:2', result: 'done' },
      { id: 'gamma:1', result: 'done' }
    ])
    t.same(await shown(engine), [
      ['alfa:1', '10'],
      ['alfa:2', '20'],
      ['beta:1', '10'],
      ['gamma:1', '30']
    ])
    t.equal((await engine.count(any('sector', ['10']), {})).total, 2, 'the older version is found no more')
    t.same(
      (await engine.remove(['beta:1', 'gamma:1'])).map(w => [w.id, w.result]),
      [
        ['beta:1', 'done'],
        ['gamma:1', 'done']
      ]
    )
    t.same(await shown(engine), [
      ['alfa:1', '10'],
      ['alfa:2', '20']
    ])
    t.same(await engine.get(['gamma:1', 'alfa:2']).then(list => list.map(v => v.id)), ['alfa:2'])
    await engine.upsert([version('gamma:1', 3, '31')])
    t.same(
      await shown(engine),
      [
        ['alfa:1', '10'],
        ['alfa:2', '20'],
        ['gamma:1', '31']
      ],
      'a removed one may come back'
    )
  })

  await t.test('an older or equal version is a successful no-op', async t => {
    const { engine } = await open(t)
    await engine.upsert([version('alfa:1', 5, '50')])
    t.same(await engine.upsert([version('alfa:1', 4, '40')]), [{ id: 'alfa:1', result: 'older' }])
    t.same(await shown(engine), [['alfa:1', '50']])
    t.same(await engine.upsert([version('alfa:1', 5, '50')]), [{ id: 'alfa:1', result: 'older' }], 'the same again')
    t.same(await shown(engine), [['alfa:1', '50']])
    t.same(
      (await engine.upsert([version('alfa:1', 6, '60'), version('alfa:1', 3, '30')])).map(w => w.result),
      ['done', 'older']
    )
    t.same(await shown(engine), [['alfa:1', '60']], 'an older one behind a newer one in a batch')
    t.same(
      (await engine.upsert([version('alfa:1', 7, '70'), version('alfa:1', 8, '80')])).map(w => w.result),
      ['done', 'done']
    )
    t.same(await shown(engine), [['alfa:1', '80']], 'two new versions in one batch: the newest')
    t.equal((await engine.count(always, {})).total, 1)
  })

  await t.test('one result per item, in order; a bad item never fails its batch', async t => {
    const { engine } = await open(t)
    const bad = { ...version('alfa:2', 1, '10'), title: '' }
    const written = await engine.upsert([version('alfa:1', 1, '10'), bad, version('alfa:3', 1, '10'), version('alfa:1', 1, '10')])
    t.same(
      written.map(w => [w.id, w.result]),
      [
        ['alfa:1', 'done'],
        ['alfa:2', 'refused'],
        ['alfa:3', 'done'],
        ['alfa:1', 'older']
      ]
    )
    t.match(written[1]?.reason, /title/, 'a refusal says why')
    t.same(await shown(engine), [
      ['alfa:1', '10'],
      ['alfa:3', '10']
    ])
    const removed = await engine.remove(['weg:1', 'alfa:3', 'alfa:9', 'alfa:3'])
    t.same(
      removed.map(w => w.id),
      ['weg:1', 'alfa:3', 'alfa:9', 'alfa:3']
    )
    t.notOk(
      removed.some(w => w.result === 'refused'),
      'an unknown id is no error: it is away'
    )
    t.same(await shown(engine), [['alfa:1', '10']], 'and nothing else went')
    t.same([await engine.upsert([]), await engine.remove([])], [[], []])
  })

  await t.test('a closed version takes a vacancy out of the lists, an open one brings it back', async t => {
    const { engine } = await open(t)
    const with_ = (n: number, status: 'open' | 'closed'): Vacancy => vacancyOf('alfa:1', { status }, { revision: n, changedAt: `2026-11-24T12:00:0${n}.000Z` })
    await engine.upsert([with_(1, 'open')])
    t.same(await shown(engine), [['alfa:1', null]])
    await engine.upsert([with_(2, 'closed')])
    t.same(await shown(engine), [])
    await engine.upsert([with_(3, 'open')])
    t.same(await shown(engine), [['alfa:1', null]])
    await engine.upsert([with_(4, 'closed'), with_(5, 'open'), with_(6, 'closed')])
    t.same(await shown(engine), [], 'also within one batch')
  })

  await t.test('refresh gives a generation that grows with each visible change', async t => {
    const { engine, give } = await open(t)
    let last = await engine.refresh()
    const grown = async (what: string): Promise<void> => {
      const next = await engine.refresh()
      t.ok(next > last, `${what}: ${last} -> ${next}`)
      t.equal((await engine.search(query())).generation, next, `${what}: a page says so`)
      t.equal((await engine.count(always, {})).generation, next, `${what}: counts say so`)
      last = next
    }
    await engine.upsert([version('alfa:1', 1, '10')])
    await grown('upsert')
    await engine.upsert([version('alfa:1', 2, '10')])
    await grown('a new version')
    await engine.remove(['alfa:1'])
    await grown('remove')
    const swap = await give('beta', [version('beta:1', 1, '10')])
    t.ok(swap.generation > last)
    t.ok((await engine.refresh()) >= swap.generation)
    t.ok((await engine.refresh()) >= swap.generation, 'nothing new: never back')
  })

  await t.test('a run comes after single writes of its source, seen or not', async t => {
    const { engine, bring, give } = await open(t)
    await bring([version('alfa:1', 1, '10'), version('alfa:2', 1, '10'), version('beta:1', 1, '10')])
    await engine.upsert([version('alfa:1', 2, '20'), version('alfa:3', 2, '20'), version('beta:1', 2, '20')])
    await engine.remove(['alfa:2'])
    await give('alfa', [version('alfa:1', 3, '30'), version('alfa:2', 3, '30')])
    t.same(await shown(engine), [
      ['alfa:1', '30'],
      ['alfa:2', '30'],
      ['beta:1', '20']
    ])
    await engine.remove(['alfa:1'])
    await give('beta', [version('beta:2', 4, '40')])
    t.same(
      await shown(engine),
      [
        ['alfa:2', '30'],
        ['beta:2', '40']
      ],
      'a removal of another source still counts'
    )
  })

  await t.test('between a write and its refresh a page is right for what it shows', async t => {
    const { engine, give } = await open(t)
    const groups = [
      [
        { key: 'new', points: 9, when: any('sector', ['20']) },
        { key: 'old', points: 4, when: any('sector', ['10']) }
      ]
    ]
    await give(
      'alfa',
      Array.from({ length: 12 }, (_, i) => version(`alfa:${i}`, 1, '10'))
    )
    await engine.upsert([version('alfa:3', 2, '20'), version('alfa:5', 2, '20')])
    await engine.remove(['alfa:7'])
    const page = await engine.search(query(always, { groups, size: 11 }))
    t.ok([11, 12].includes(page.total), `before or after, not in between: ${page.total}`)
    t.equal(page.hits.length, 11, 'no row is missing')
    t.same(
      page.hits.map(h => h.points),
      page.hits.map(h => (h.vacancy.prepared.sector === '20' ? 9 : 4)),
      'points belong to the vacancy that came with them'
    )
  })

  if (visibleMs !== undefined) {
    await t.test('without a refresh a write is visible in time', async t => {
      const { engine, bring } = await open(t)
      await bring([version('alfa:1', 1, '10')])
      await engine.upsert([version('alfa:2', 1, '20')])
      await engine.remove(['alfa:1'])
      const visible = async (): Promise<boolean> => {
        const counts = await engine.count(always, { two: any('sector', ['20']) })
        return counts.total === 1 && counts.buckets['two'] === 1
      }
      t.ok(await within(visibleMs + 1_000, visible), `within ${visibleMs} ms`)
      await engine.upsert([version('alfa:3', 1, '30')])
      t.ok(await within(visibleMs + 1_000, async () => (await engine.count(always, {})).total === 2), 'and the next one, too')
    })
  }
}
