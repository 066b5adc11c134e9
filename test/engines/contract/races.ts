import type { Vacancy } from '../../../src/domain/vacancy.ts'
import type { Page } from '../../../src/match/engine.ts'
import { always, any } from '../../../src/match/predicate.ts'
import { vacancyOf } from '../../helpers/arbitraries.ts'
import { idsOf, query, stream, type Subject, type Suite } from './subject.ts'

const SIZE = 6
const state = (source: string, sector: string): readonly Vacancy[] =>
  Array.from({ length: SIZE }, (_, i) => vacancyOf(`${source}:${String(i).padStart(2, '0')}`, { sector }))
const groups = [
  [
    { key: 'even', points: 8, when: any('sector', ['20']) },
    { key: 'odd', points: 3, when: any('sector', ['10']) }
  ]
]
const POINTS: Readonly<Record<string, number>> = { 10: 3, 20: 8 }

/** Some turns of the queue, so that readers and writers meet in every order; now and then everybody else gets theirs. */
async function pause(turns: number, reads: number): Promise<void> {
  for (let i = 0; i < turns; i++) await Promise.resolve()
  if (reads % 8 === 0) await new Promise(setImmediate)
}

/** The one state of `alfa` a page shows, or what is wrong with it. */
function stateOf(page: Page): string {
  const alfa = page.hits.filter(h => h.vacancy.source === 'alfa')
  const sectors = new Set(alfa.map(h => h.vacancy.prepared.sector))
  const wrong = page.hits.find(h => h.points !== (POINTS[h.vacancy.prepared.sector ?? ''] ?? 0))
  if (wrong !== undefined) return `${wrong.vacancy.id} in ${wrong.vacancy.prepared.sector} has ${wrong.points} points`
  if (page.hits.length !== Math.min(page.total, 2 * SIZE)) return `${page.hits.length} of ${page.total} rows`
  return sectors.size === 1 ? ([...sectors][0] as string) : `mixed: ${[...sectors].join()}`
}

/** Many readers until `work` is done, each at its own pace; what they saw, by generation. */
async function readDuring(subject: Subject, work: Promise<unknown>): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
  const seen = new Map<number, Set<string>>()
  const turn = { over: false }
  const note = (generation: number, what: string): void => {
    seen.set(generation, (seen.get(generation) ?? new Set()).add(what))
  }
  const reader = async (pace: number): Promise<void> => {
    const { signal } = new AbortController()
    for (let reads = 1; !turn.over; reads++) {
      await pause(pace, reads)
      if (pace % 3 === 0) {
        const { generation, total, buckets } = await subject.engine.count(always, { 10: any('sector', ['10']), 20: any('sector', ['20']) }, [], signal)
        note(
          generation,
          total !== 2 * SIZE ? `${total} counted` : buckets['10'] === SIZE ? '10' : buckets['20'] === SIZE ? '20' : `mixed counts ${JSON.stringify(buckets)}`
        )
      } else {
        const page = await subject.engine.search(query(always, { groups, size: 2 * SIZE }), pace % 2 === 0 ? signal : undefined)
        note(page.generation, stateOf(page))
      }
    }
  }
  const readers = Array.from({ length: 16 }, async (_, i) => {
    await reader(i)
  })
  await work.finally(() => {
    turn.over = true
  })
  await Promise.all(readers)
  return seen
}

/** What happens at the same time ends as if it had come one after the other. */
export const raceContract: Suite = async (t, open) => {
  await t.test('readers during a replace see the old or the new, never a mixture', async t => {
    const subject = await open(t)
    await subject.bring([...state('alfa', '10'), ...state('beta', '30')])
    const work = async (): Promise<void> => {
      for (let i = 0; i < 30; i++) {
        await subject.give('alfa', state('alfa', i % 2 === 0 ? '20' : '10'))
        if (i % 2 === 0) await new Promise(setImmediate)
      }
    }
    const seen = await readDuring(subject, work())
    t.same([...new Set([...seen.values()].flatMap(s => [...s]))].toSorted(), ['10', '20'])
    t.same(
      [...seen.values()].filter(s => s.size > 1),
      [],
      'one generation, one state'
    )
    t.ok(seen.size > 4, `readers were there: ${seen.size} generations seen`)
  })

  await t.test('readers between single writes see points that belong to the vacancy', async t => {
    const subject = await open(t)
    const { engine } = subject
    await subject.bring(state('alfa', '10'))
    const turn = { over: false }
    const wrong = new Set<string>()
    const reader = async (pace: number): Promise<void> => {
      for (let reads = 1; !turn.over; reads++) {
        await pause(pace, reads)
        const page = await engine.search(query(always, { groups, size: SIZE }))
        for (const h of page.hits) if (h.points !== POINTS[h.vacancy.prepared.sector ?? '']) wrong.add(`${h.vacancy.prepared.sector}: ${h.points}`)
        if (page.hits.length !== page.total) wrong.add(`${page.hits.length} of ${page.total}`)
      }
    }
    const readers = Array.from({ length: 8 }, async (_, i) => {
      await reader(i)
    })
    for (let i = 0; i < 30; i++) {
      const id = `alfa:${String(i % SIZE).padStart(2, '0')}`
      await engine.upsert([vacancyOf(id, { sector: i % 2 === 0 ? '20' : '10' }, { revision: 2 + i, changedAt: `2026-11-25T00:00:${10 + i}.000Z` })])
      if (i % 4 === 1) await engine.remove([id])
      if (i % 10 === 9) await engine.refresh()
    }
    turn.over = true
    await Promise.all(readers)
    t.same([...wrong], [])
  })

  await t.test('replaces of several sources and single writes at once: all of them hold', async t => {
    const subject = await open(t)
    const { engine, token } = subject
    const sources = Array.from({ length: 24 }, (_, i) => `bron-${String(i).padStart(2, '0')}`)
    // More than enough for a merge of segments, with writes going on all the while.
    await subject.bring(sources.map(s => vacancyOf(`${s}:old`)))
    const tokens = await Promise.all(sources.map(token))
    await Promise.all([
      ...sources.map(async (s, i) => await engine.replace(s, tokens[i] ?? { id: '', fence: 0 }, stream([vacancyOf(`${s}:new`)]))),
      ...Array.from({ length: 40 }, async (_, i) => {
        for (let k = 0; k < i * 3; k++) await Promise.resolve()
        await engine.upsert([vacancyOf(`los:${String(i).padStart(2, '0')}`)])
        if (i % 3 === 0) await engine.refresh()
        if (i % 4 === 0) await engine.remove([`los:${String(i).padStart(2, '0')}`])
      })
    ])
    await engine.refresh()
    const expected = [
      ...sources.map(s => `${s}:new`),
      ...Array.from({ length: 40 }, (_, i) => i)
        .filter(i => i % 4 !== 0)
        .map(i => `los:${String(i).padStart(2, '0')}`)
    ]
    t.same(idsOf(await engine.search(query())), expected)
    t.equal((await engine.count(always, {})).total, expected.length)
    await engine.upsert([vacancyOf('los:zz')])
    await engine.refresh()
    t.same(idsOf(await engine.search(query())), [...expected, 'los:zz'])
  })
}
