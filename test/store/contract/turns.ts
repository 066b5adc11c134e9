import { REMOVALS_KEPT } from '../../../src/store/store.ts'
import { AT, vacancy } from '../../helpers/vacancy.ts'
import { fill, LATER, lease, renamed, type Case } from './place.ts'

const rows = (n: number) => Array.from({ length: n }, (_, i) => vacancy(`bron:${String(i).padStart(4, '0')}`))

/** What one instance must tell another: who writes a source, what it shows, and what was taken away. */
export const turns: Readonly<Record<string, Case>> = {
  'the turns tell who holds a source and which run switched last': async (t, store, reopen) => {
    const { vacancies } = store
    t.same([...(await vacancies.turns())], [])
    const first = await lease(vacancies, 'bron')
    const turn = async (of = vacancies) => (await of.turns()).get('bron')
    t.same(await turn(), { held: { id: first.id, fence: first.fence }, switched: undefined })
    await vacancies.stage(first, [vacancy('bron:1')])
    const { generation } = await vacancies.switch(first, AT.instant)
    const switched = { fence: first.fence, generation }
    t.match(await turn(), { held: undefined, switched })
    await vacancies.put([vacancy('bron:2')])
    await vacancies.discard(await lease(vacancies, 'bron', 'r-0000000002'))
    t.match(await turn(), { held: undefined, switched }, 'single writes and runs without an end change nothing of that')
    const third = await lease(vacancies, 'bron', 'r-0000000003')
    t.match(await turn(), { held: { id: third.id, fence: third.fence }, switched })
    t.ok(third.fence > first.fence)
    await vacancies.stage(third, [vacancy('bron:1')])
    const last = await vacancies.switch(third, LATER)
    const again = (await reopen()).vacancies
    t.match(await turn(again), { held: undefined, switched: { fence: third.fence, generation: last.generation } }, 'kept')
  },
  'changedSince of one source leaves the others out': async (t, { vacancies }) => {
    await fill(vacancies, 'bron', [vacancy('bron:1'), vacancy('bron:2')])
    await fill(vacancies, 'elders', [vacancy('elders:1')])
    const before = await vacancies.generation()
    await vacancies.put([renamed(vacancy('bron:2'), 'Anders'), renamed(vacancy('elders:1'), 'Anders')])
    t.same(await vacancies.changedSince(before, 'bron'), ['bron:2'])
    t.same(await vacancies.changedSince(0, 'elders'), ['elders:1'])
    t.same(await vacancies.changedSince(before, 'nergens'), [])
  },
  'removedSince tells what was taken away and is not back': async (t, store, reopen) => {
    const { vacancies } = store
    await fill(
      vacancies,
      'bron',
      ['1', '2', '3', '4'].map(n => vacancy(`bron:${n}`))
    )
    const before = await vacancies.generation()
    t.same(await vacancies.removedSince(0), [], 'a run that leaves rows out removes nothing')
    await vacancies.remove(['bron:1', 'bron:9'])
    const between = await vacancies.generation()
    await vacancies.remove(['bron:2', 'bron:3'])
    t.same([...((await vacancies.removedSince(before)) ?? [])].sort(), ['bron:1', 'bron:2', 'bron:3'])
    t.same([...((await vacancies.removedSince(between)) ?? [])].sort(), ['bron:2', 'bron:3'])
    for (const id of (await vacancies.removedSince(await vacancies.generation())) ?? []) t.same(await vacancies.get([id]), [], `${id} is gone`)
    await vacancies.put([vacancy('bron:1')])
    const run = await lease(vacancies, 'bron', 'r-0000000002')
    await vacancies.stage(
      run,
      ['1', '2', '4'].map(n => vacancy(`bron:${n}`))
    )
    const again = async (of = vacancies) => [...((await of.removedSince(before)) ?? [])].sort()
    t.same(await again(), ['bron:2', 'bron:3'], 'one that is staged is not back yet')
    await vacancies.remove(['bron:4'])
    t.same(await again(), ['bron:2', 'bron:3', 'bron:4'])
    await vacancies.switch(run, LATER)
    t.same(await again((await reopen()).vacancies), ['bron:3', 'bron:4'], 'kept')
  },
  'the oldest removals are forgotten, and the store says so': async (t, { vacancies }) => {
    const all = rows(REMOVALS_KEPT + 500).map(v => v.id)
    await fill(vacancies, 'bron', rows(all.length))
    const before = await vacancies.generation()
    await vacancies.remove(all.slice(0, 10))
    const [old, rest] = [await vacancies.generation(), all.slice(10, -505)]
    for (let i = 0; i < rest.length; i += 2_500) await vacancies.remove(rest.slice(i, i + 2_500))
    t.same(((await vacancies.removedSince(before)) ?? []).length, 10 + rest.length, 'none yet')
    await vacancies.remove(all.slice(-505))
    t.equal(await vacancies.removedSince(before), undefined)
    t.same([...((await vacancies.removedSince(old)) ?? [])].sort(), all.slice(10), 'as many as were promised are there')
  }
}
