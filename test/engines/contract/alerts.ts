import { all, always, any } from '../../../src/match/predicate.ts'
import type { Engine, Page, Query } from '../../../src/match/engine.ts'
import { vacancyOf } from '../../helpers/arbitraries.ts'
import { idsOf, pagesOf, query, rowsOf, stream, type Suite } from './subject.ts'

async function many(engine: Engine, qs: Iterable<Query>, newerThan: number): Promise<readonly Page[]> {
  const pages: Page[] = []
  for await (const page of engine.searchMany(stream(qs), newerThan)) pages.push(page)
  return pages
}
const groups = [[{ key: 's', points: 4, when: any('sector', ['86']) }]]

/** searchMany answers like search, but only about what came after a generation. */
export const alertContract: Suite = async (t, open) => {
  await t.test('only vacancies that came or changed after the generation', async t => {
    const { engine, give } = await open(t)
    await give('alfa', [vacancyOf('alfa:1', { sector: '86' }), vacancyOf('alfa:2', { sector: '85' }), vacancyOf('alfa:3', { sector: '86' })])
    const { generation: old } = await give('beta', [vacancyOf('beta:1', { sector: '86' })])
    t.same(
      (await many(engine, [query()], old)).map(p => [idsOf(p), p.total]),
      [[[], 0]],
      'nothing since'
    )
    await give('alfa', [vacancyOf('alfa:1', { sector: '86' }), vacancyOf('alfa:2', { sector: '86' }), vacancyOf('alfa:4', { sector: '85' })])
    const [all_, sector, none] = await many(engine, [query(always, { groups }), query(any('sector', ['85'])), query(any('sector', ['10']))], old)
    t.same(
      rowsOf(all_ as Page),
      [
        [4, 'alfa:2'],
        [0, 'alfa:4']
      ],
      'changed and new; not what is equal, away or of another source'
    )
    t.equal(all_?.total, 2)
    t.same(idsOf(sector as Page), ['alfa:4'], 'one page per question, in order')
    t.same([none?.hits, none?.total], [[], 0])
    const now = await engine.refresh()
    t.same((await many(engine, [query()], now)).map(idsOf), [[]])
    await engine.upsert([vacancyOf('beta:1', { sector: '85' }, { revision: 2, changedAt: '2026-11-25T00:00:00.000Z' }), vacancyOf('gamma:1')])
    await engine.remove(['alfa:4'])
    const next = await engine.refresh()
    t.same((await many(engine, [query()], now)).map(idsOf), [['beta:1', 'gamma:1']], 'single writes, too')
    t.same((await many(engine, [query()], old)).map(idsOf), [['alfa:2', 'beta:1', 'gamma:1']])
    t.same((await many(engine, [query()], next)).map(idsOf), [[]])
    t.same((await many(engine, [query()], 0)).map(idsOf), [['alfa:1', 'alfa:2', 'beta:1', 'gamma:1']], 'from the beginning: all')
  })

  await t.test('equals a full search minus what was there before, page by page', async t => {
    const { engine, bring, give } = await open(t)
    const row = (source: string, i: number, sector: string): ReturnType<typeof vacancyOf> =>
      vacancyOf(`${source}:${i}`, { sector, published: 20_000 + (i % 4) })
    await bring(['alfa', 'beta'].flatMap(s => Array.from({ length: 40 }, (_, i) => row(s, i, i % 2 === 0 ? '86' : '85'))))
    const old = await engine.refresh()
    await give(
      'alfa',
      Array.from({ length: 60 }, (_, i) => row('alfa', i, i % 5 === 0 ? '10' : i % 2 === 0 ? '86' : '85'))
    )
    const news = new Set(
      [...Array.from({ length: 40 }, (_, i) => i).filter(i => i % 5 === 0), ...Array.from({ length: 20 }, (_, i) => 40 + i)].map(i => `alfa:${i}`)
    )
    const q = query(any('sector', ['86', '10']), { groups, size: 200 })
    const full = rowsOf(await engine.search(q))
    const [page] = await many(engine, [q], old)
    t.same(
      rowsOf(page as Page),
      full.filter(([, id]) => news.has(id))
    )
    const small: Page[] = []
    for (let after: Query['after']; ;) {
      const [p] = await many(engine, [{ ...q, size: 5, ...(after === undefined ? {} : { after }) }], old)
      small.push(p as Page)
      if (p?.next === undefined) break
      after = p.next
    }
    t.same(small.flatMap(rowsOf), rowsOf(page as Page))
    t.same((await pagesOf(engine, among(q, [...news]))).flatMap(rowsOf), rowsOf(page as Page))
  })

  await t.test('a write falls into no gap between two generations', async t => {
    const { engine, give } = await open(t)
    await give('alfa', [vacancyOf('alfa:1')])
    await engine.upsert([vacancyOf('beta:1')])
    const { generation } = await give('alfa', [vacancyOf('alfa:1'), vacancyOf('alfa:2')])
    const shown = idsOf(await engine.search(query()))
    await engine.refresh()
    const news = (await many(engine, [query()], generation)).flatMap(idsOf)
    t.same([...shown, ...news].toSorted(), ['alfa:1', 'alfa:2', 'beta:1'], 'what that generation did not show is newer than it')
  })

  await t.test('questions are read one by one, as they come', async t => {
    const { engine, give } = await open(t)
    await give('alfa', [vacancyOf('alfa:1')])
    let asked = 0
    const questions = async function* (): AsyncGenerator<Query> {
      for (; asked < 100;) {
        asked++
        yield query()
      }
    }
    for await (const page of engine.searchMany(questions(), 0)) {
      t.equal(page.total, 1)
      if (asked >= 3) break
    }
    t.equal(asked, 3, 'a caller that stops early is asked no more')
    t.same(await many(engine, [], 0), [], 'no questions, no pages')
  })
}

const among = (q: Query, ids: readonly string[]): Query => ({ ...q, size: 7, where: all(q.where, any('vacancy_id', ids)) })
