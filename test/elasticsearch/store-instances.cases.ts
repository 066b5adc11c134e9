import type { Test } from 'tap'
import type { Candidate } from '../../src/domain/candidate.ts'
import { StaleVersion } from '../../src/store/store.ts'
import { AT, vacancy } from '../helpers/vacancy.ts'
import { BUREAU, event, fill, idsOf, input, LATER, lease, renamed } from '../store/contract/place.ts'
import { IMPATIENT, LIVELY, SILENT, type ElasticsearchPlace } from './store-place.ts'

type Case = (t: Test, place: ElasticsearchPlace) => Promise<void>

/** Several instances of the program on one store. */
export const instances: Readonly<Record<string, Case>> = {
  'both open a new bureau at once and use the same key': async (t, place) => {
    const [a, b] = await Promise.all([place.open(), place.open()])
    const made = await Promise.all([a, b].map(async s => s.bureau(BUREAU).candidates.create(input('KAND-1'), AT.instant)))
    for (const store of [a, b]) t.same(await Promise.all(made.map(async c => store.bureau(BUREAU).candidates.get(c.id))), made)
  },
  'of two writes of one version one wins, and both instances then see it': async (t, place) => {
    const [a, b] = [await place.open(), await place.open()]
    let known: Candidate = await a.bureau(BUREAU).candidates.create(input('KAND-0'), AT.instant)
    for (let round = 1; round <= 5; round++) {
      const both = await Promise.allSettled(
        [a, b].map(async (s, i) => s.bureau(BUREAU).candidates.replace(known.id, round, input(`KAND-${round}${'ab'[i]}`), LATER))
      )
      const won = both.flatMap(r => (r.status === 'fulfilled' ? [r.value] : []))
      t.equal(won.length, 1, `round ${round}`)
      t.ok(both.some(r => r.status === 'rejected' && r.reason instanceof StaleVersion))
      for (const store of [a, b]) t.same(await store.bureau(BUREAU).candidates.get(known.id), won[0])
      known = won[0] as Candidate
    }
    t.same(
      await Promise.all([a, b].map(async s => s.bureau(BUREAU).candidates.erase(known.id))).then(done => done.toSorted((x, y) => Number(x) - Number(y))),
      [false, true],
      'erased once'
    )
  },
  'appends from both make one chain': async (t, place) => {
    const [a, b] = [await place.open(), await place.open()]
    const made = await Promise.all(
      Array.from({ length: 40 }, async (_, i) => (i % 2 === 0 ? a : b).bureau(BUREAU).audit.append(event('candidate.read', String(i))))
    )
    t.same(
      made.map(r => r.seq).toSorted((x, y) => x - y),
      made.map((_, i) => i + 1)
    )
    const listed = await b.bureau(BUREAU).audit.list(0, 100)
    t.same(
      listed,
      made.toSorted((x, y) => x.seq - y.seq)
    )
    for (const store of [a, b]) t.same(await store.bureau(BUREAU).audit.verify(), { checked: 40, broken: 0, breaks: [] })
  },
  'of two leases at once one wins; the other instance may not write with it': async (t, place) => {
    const [a, b] = [await place.open(LIVELY), await place.open(LIVELY)]
    const both = await Promise.all([a, b].map(async (s, i) => s.vacancies.lease('bron', `r-000000000${i}`)))
    const won = both.flatMap(l => l ?? [])
    t.equal(won.length, 1)
    const other = both[0] === undefined ? a : b
    await t.rejects(other.vacancies.stage(won[0] as never, [vacancy('bron:1')]), /stale/)
    t.same(await other.vacancies.runsUnderWay(), [won[0]?.id])
    t.match(await other.vacancies.put([vacancy('bron:1')]), [{ result: 'refused', reason: 'run in progress' }])
  },
  'a dead holder is passed; what it staged never shows, and it may not switch any more': async (t, place) => {
    const [dead, next] = [await place.open(SILENT), await place.open(IMPATIENT)]
    await fill(dead.vacancies, 'bron', [vacancy('bron:1'), vacancy('bron:2')])
    const old = await lease(dead.vacancies, 'bron', 'r-0000000002')
    await dead.vacancies.stage(old, [renamed(vacancy('bron:1'), 'Van de dode'), vacancy('bron:8')])
    const fresh = await lease(next.vacancies, 'bron', 'r-0000000003')
    t.ok(fresh.fence > old.fence)
    // It was not dead after all, only slow.
    await t.rejects(dead.vacancies.stage(old, [vacancy('bron:9')]), /stale/)
    await next.vacancies.stage(fresh, [vacancy('bron:1'), renamed(vacancy('bron:2'), 'Van de levende')])
    await t.rejects(dead.vacancies.switch(old, LATER), /stale/)
    await dead.vacancies.discard(old)
    t.match(await next.vacancies.switch(fresh, LATER), { changed: 1, removed: 0 })
    for (const { vacancies } of [dead, next]) {
      t.match(await vacancies.get(['bron:1', 'bron:2', 'bron:8', 'bron:9']), [{ title: 'Vacature bron:1' }, { title: 'Van de levende' }])
      t.same(await idsOf(vacancies, 'bron'), ['bron:1', 'bron:2'])
    }
  },
  'rows a passed holder writes late do not show, and go at the next run': async (t, place) => {
    const [dead, next] = [await place.open(SILENT), await place.open(IMPATIENT)]
    const old = await lease(dead.vacancies, 'bron', 'r-0000000001')
    await dead.vacancies.stage(old, [vacancy('bron:1'), vacancy('bron:2')])
    const index = `${place.connection.prefix}-store-rows`
    const { client } = place.connection
    const late = await client.get<object>({ index, id: 'row:bron:2' })
    await fill(next.vacancies, 'bron', [vacancy('bron:1')])
    // A request of the dead one that the server had kept for long.
    await client.index({ index, id: 'row:bron:2', document: late._source ?? {}, refresh: true })
    t.same(await idsOf(next.vacancies, 'bron'), ['bron:1'])
    t.same(await next.vacancies.get(['bron:2']), [])
    await fill(next.vacancies, 'bron', [vacancy('bron:1')])
    t.equal(await client.exists({ index, id: 'row:bron:2' }), false)
  },
  'puts of both instances at once all show, and each is found as changed': async (t, place) => {
    const [a, b] = [await place.open(), await place.open()]
    const before = await a.vacancies.generation()
    const made = await Promise.all(
      Array.from({ length: 12 }, async (_, i) => (i % 2 === 0 ? a : b).vacancies.put([vacancy(`bron:${i}`), vacancy(`elders:${i}`)]))
    )
    t.ok(made.flat().every(w => w.result === 'done'))
    for (const { vacancies } of [a, b]) {
      t.equal((await idsOf(vacancies, 'bron')).length, 12)
      t.equal((await vacancies.changedSince(before)).length, 24)
      t.equal(await vacancies.generation(), before + 12)
    }
  },
  'a put waits for a put of another instance; one whose holder died is passed': async (t, place) => {
    const [dead, next] = [await place.open(SILENT), await place.open(IMPATIENT)]
    await dead.vacancies.put([vacancy('bron:1')])
    const index = `${place.connection.prefix}-store-rows`
    const { client } = place.connection
    const { _source: stored } = await client.get<{ state: string }>({ index, id: 'state' })
    const state = JSON.parse(stored?.state ?? '') as { fence: number; sources: { bron: { holder: unknown } } }
    state.sources.bron.holder = { kind: 'put', id: 'put', fence: ++state.fence, beat: 0 }
    await client.index({ index, id: 'state', document: { kind: 'state', state: JSON.stringify(state) } })
    t.same(await next.vacancies.put([vacancy('bron:2')]), [{ id: 'bron:2', result: 'done' }])
    t.same(await idsOf(next.vacancies, 'bron'), ['bron:1', 'bron:2'])
  },
  'a reader keeps the whole state it began with while a run switches': async (t, place) => {
    const [a, b] = [await place.open(), await place.open()]
    const ids = Array.from({ length: 2_100 }, (_, i) => `bron:${String(i).padStart(4, '0')}`)
    await fill(
      a.vacancies,
      'bron',
      ids.map(id => vacancy(id))
    )
    const titles: string[] = []
    for await (const v of b.vacancies.ofSource('bron')) {
      if (titles.length === 0)
        await fill(
          a.vacancies,
          'bron',
          ids.slice(1_000).map(id => renamed(vacancy(id), 'Nieuw'))
        )
      titles.push(v.title)
    }
    t.same(
      titles,
      ids.map(id => `Vacature ${id}`)
    )
    t.equal((await idsOf(b.vacancies, 'bron')).length, 1_100)
  }
}
