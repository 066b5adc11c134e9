import { deepEqual } from 'node:assert/strict'
import * as fc from 'fast-check'
import t, { type Test } from 'tap'
import type { Candidate } from '../../src/domain/candidate.ts'
import type { Vacancy } from '../../src/domain/vacancy.ts'
import { EmbeddedEngine } from '../../src/engines/embedded/embedded-engine.ts'
import { judgeVacancy, scoreVacancy } from '../../src/match/explain.ts'
import type { Engine, Query } from '../../src/match/engine.ts'
import { baseOf, FACETS } from '../../src/match/find.ts'
import { openOn } from '../../src/match/open.ts'
import { all, always, atLeast, evaluate, not, type Predicate } from '../../src/match/predicate.ts'
import { byTwoOrMore, isNearMiss, isNietPassend, isPassend, isTeVerifieren, scorecardOf, type Scorecard } from '../../src/match/scorecard.ts'
import { placeOrder } from '../../src/reference/place-order.ts'
import { pagesOf, rowsOf, stream, type Row } from '../engines/contract/subject.ts'
import { candidates, demands, vacancies } from '../helpers/generate.ts'
import { AT } from '../helpers/vacancy.ts'
import { place, sharedEngine, vacancyStore } from './engine-ground.ts'

const SEED = Number(process.argv[2] ?? 20_261_124)
const PEOPLE = 30
const ADVERTS = 760
const PAGE = 200
const LISTS = { passend: isPassend, 'te-verifieren': isTeVerifieren, 'niet-passend': isNietPassend, 'net-niet': isNearMiss }
type ListName = keyof typeof LISTS

const people = fc.sample(candidates, { numRuns: PEOPLE * 6, seed: SEED })
const limited = people
  .flatMap(c => scorecardOf(c, AT).bars)
  .flatMap(b => (b.id.startsWith('belasting.') ? [b.id.split('.')[1] as never] : []))
  .filter(d => d !== 'boven-norm')
const adverts = fc.sample(vacancies(demands(limited)), { numRuns: ADVERTS, seed: SEED })
const seen = { pairs: 0, pages: 0, hits: 0, near: 0 }
const order = (a: readonly [number, Vacancy], b: readonly [number, Vacancy]): number =>
  b[0] - a[0] || b[1].prepared.published - a[1].prepared.published || Buffer.compare(Buffer.from(a[1].id), Buffer.from(b[1].id))

/** The four lists of a candidate, worked out one vacancy at a time by the rules themselves. */
function listsOf(card: Scorecard, open: readonly Vacancy[]): Readonly<Record<ListName, readonly Row[]>> {
  const judged = open.map(v => ({ v, group: judgeVacancy(card, v), near: evaluate(isNearMiss(card), v.prepared), points: scoreVacancy(card, v) ?? 0 }))
  const list = (test: (j: (typeof judged)[number]) => boolean): readonly Row[] =>
    judged
      .filter(test)
      .map(j => [j.points, j.v] as const)
      .sort(order)
      .map(([points, v]) => [points, v.id])
  return {
    passend: list(j => j.group === 'passend'),
    'te-verifieren': list(j => j.group === 'te-verifieren'),
    'niet-passend': list(j => j.group === 'niet-passend'),
    'net-niet': list(j => j.near)
  }
}

/** Counts per bar, in all and alone, beside those of the lists. */
const bucketsOf = (card: Scorecard): Readonly<Record<string, Predicate>> => ({
  ...Object.fromEntries(Object.entries(LISTS).map(([name, of]) => [name, of(card)])),
  ...Object.fromEntries(card.bars.flatMap((b, i) => [[`in ${i}`, b.conflict] as const, [`alone ${i}`, all(b.conflict, not(byTwoOrMore(card)))] as const]))
})

/** Everything a candidate sees, on both engines and by the rules. Gives the differences. */
async function compare(elastic: Engine, embedded: Engine, c: Candidate, live: readonly Vacancy[]): Promise<void> {
  const card = scorecardOf(c, AT)
  const open = live.filter(v => evaluate(openOn(AT.day), v.prepared))
  const base = baseOf(card, 'proef', { text: '', facets: {} })
  const expected = listsOf(card, open)
  const counted = async (engine: Engine): Promise<unknown> => {
    const { generation: _, ...counts } = await engine.count(base, bucketsOf(card), FACETS)
    return counts
  }
  const counts = await elastic.count(base, bucketsOf(card), FACETS)
  deepEqual(await counted(elastic), await counted(embedded))
  deepEqual(
    Object.keys(LISTS).map(name => counts.buckets[name]),
    Object.values(expected).map(l => l.length)
  )
  deepEqual([counts.total, counts.total], [open.length, expected.passend.length + expected['te-verifieren'].length + expected['niet-passend'].length])
  for (const [name, of] of Object.entries(LISTS)) {
    const q: Query = { where: all(base, of(card)), groups: card.groups, size: PAGE }
    const [own, other] = [await pagesOf(elastic, q), await pagesOf(embedded, q)]
    deepEqual(
      own.map(p => [rowsOf(p), p.total, p.next?.last]),
      other.map(p => [rowsOf(p), p.total, p.next?.last])
    )
    deepEqual(own.flatMap(rowsOf), expected[name as ListName])
    seen.pages += own.length
    seen.hits += own.reduce((n, p) => n + p.hits.length, 0)
  }
  seen.near += expected['net-niet'].length
  seen.pairs += open.length
}

/** What is new for these candidates since a generation, on both engines; gives how many rows were compared. */
async function alerts(elastic: readonly [Engine, number], embedded: readonly [Engine, number], who: readonly Candidate[]): Promise<number> {
  const questions = who.flatMap(c => {
    const card = scorecardOf(c, AT)
    const base = baseOf(card, 'proef', { text: '', facets: {} })
    return Object.values(LISTS).map((of): Query => ({ where: all(base, of(card)), groups: card.groups, size: 20 }))
  })
  const asked = async ([engine, since]: readonly [Engine, number]): Promise<readonly unknown[]> => {
    const pages: unknown[] = []
    for await (const p of engine.searchMany(stream(questions), since)) pages.push([rowsOf(p), p.total, p.next?.last])
    return pages
  }
  const [own, other] = [await asked(elastic), await asked(embedded)]
  deepEqual(own, other)
  return JSON.stringify(own).split('bron:').length
}

/** 5 % new versions with other content, 3 % away, on both. */
async function change(engines: readonly Engine[], live: readonly Vacancy[]): Promise<readonly Vacancy[]> {
  const away = new Set(live.filter((_, i) => i % 33 === 7).map(v => v.id))
  const newer = live
    .filter((v, i) => i % 20 === 3 && !away.has(v.id))
    .map((v, i): Vacancy => {
      const from = live[(i * 97 + 11) % live.length] as Vacancy
      return { ...from, id: v.id, sourceId: v.sourceId, revision: 2, changedAt: '2026-11-24T13:00:00.000Z', prepared: { ...from.prepared, vacancy_id: v.id } }
    })
  for (const engine of engines) {
    await engine.upsert(newer)
    await engine.remove([...away])
    await engine.refresh()
  }
  const byId = new Map(newer.map(v => [v.id, v]))
  return live.filter(v => !away.has(v.id)).map(v => byId.get(v.id) ?? v)
}

async function onShards(t: Test, shards: number, who: readonly Candidate[]): Promise<void> {
  const connection = await place(t)
  const store = vacancyStore()
  // Conditions first, points first, and by the size of the answer: three instances over the same indices.
  const elastic = [1, 0, 0.2].map(border => sharedEngine(connection, store, { shards, border }))
  const other = vacancyStore()
  const embedded = new EmbeddedEngine(other, placeOrder)
  t.teardown(async () => {
    for (const engine of [...elastic, embedded]) await engine.close()
  })
  const writer = elastic[0] as Engine
  for (const [engine, of] of [
    [writer, store],
    [embedded, other]
  ] as const) {
    const lease = await of.lease('bron', 'r-1')
    await engine.replace('bron', { id: 'r-1', fence: lease?.fence ?? 0 }, stream(adverts.slice(0, 600)))
    for (let i = 600; i < adverts.length; i += 50) {
      await engine.upsert(adverts.slice(i, i + 50))
      await engine.refresh()
    }
  }
  let live: readonly Vacancy[] = adverts
  const states: Readonly<Record<string, () => Promise<void>>> = {
    fresh: async () => {},
    'with 5 % updates and 3 % deletes': async () => {
      live = await change([writer, embedded], live)
    },
    'force-merged': async () => {
      await connection.client.indices.forcemerge({ index: `${connection.prefix}-vacancies`, max_num_segments: 1 })
    }
  }
  let at = 0
  const before = [await writer.refresh(), await embedded.refresh()] as const
  for (const [name, prepare] of Object.entries(states)) {
    await t.test(name, async t => {
      await prepare()
      for (const engine of elastic) await engine.refresh()
      for (const [i, c] of who.slice(at, (at += PEOPLE)).entries()) await compare(elastic[i % 3] as Engine, embedded, c, live)
      t.equal((await writer.count(always, {})).total, (await embedded.count(always, {})).total)
      t.equal((await writer.count(atLeast(1, [always]), {})).total, live.length)
    })
  }
  await t.test('alerts', async t => {
    for (const engine of elastic) t.ok((await alerts([engine, before[0]], [embedded, before[1]], who.slice(0, PEOPLE))) > 100)
  })
}

t.comment(`seed ${SEED}`)
t.test('on 1 shard', async t => {
  await onShards(t, 1, people.slice(0, PEOPLE * 3))
})
t.test('on 3 shards', async t => {
  await onShards(t, 3, people.slice(PEOPLE * 3))
})
t.test('enough was compared', async t => {
  t.comment(`${seen.pairs} pairs, ${seen.pages} pages, ${seen.hits} hits, ${seen.near} near misses`)
  t.ok(seen.pairs >= 100_000, `${seen.pairs} pairs`)
  t.ok(seen.pages >= 300, `${seen.pages} pages`)
  t.ok(seen.near > 1_000, `${seen.near} near misses`)
})
