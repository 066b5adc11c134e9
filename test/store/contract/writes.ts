import type { Vacancy } from '../../../src/domain/vacancy.ts'
import { AT, vacancy } from '../../helpers/vacancy.ts'
import { all, fill, idsOf, LATER, lease, renamed, type Case } from './place.ts'

const coded = (v: Vacancy, codes: Partial<Vacancy['prepared']>): Vacancy => ({ ...v, prepared: { ...v.prepared, ...codes } })

/** Single writes, reads, generations and rewriting. */
export const writes: Readonly<Record<string, Case>> = {
  'put adds and changes; older, equal and invalid rows are told apart': async (t, store, reopen) => {
    const { vacancies } = store
    const [fresh, stale] = [vacancy('bron:1', { title: 'Nieuw' }, { changedAt: LATER }), vacancy('bron:1', { title: 'Oud' })]
    t.same(await vacancies.put([fresh]), [{ id: 'bron:1', result: 'done' }])
    t.same(await vacancies.put([stale, fresh]), [
      { id: 'bron:1', result: 'older' },
      { id: 'bron:1', result: 'older' }
    ])
    const bad = { ...vacancy('bron:2'), title: '' }
    t.match(await vacancies.put([bad, vacancy('bron:3'), renamed(fresh, 'Nieuwer')]), [
      { id: 'bron:2', result: 'refused', reason: 'title' },
      { id: 'bron:3', result: 'done' },
      { id: 'bron:1', result: 'done' }
    ])
    t.same(await idsOf((await reopen()).vacancies, 'bron'), ['bron:1', 'bron:3'])
  },
  'a put during a run of the same source is refused; the run stays whole': async (t, { vacancies }) => {
    const run = await lease(vacancies, 'bron')
    await vacancies.stage(run, [vacancy('bron:1')])
    t.match(await vacancies.put([vacancy('bron:2'), vacancy('elders:1')]), [{ result: 'refused', reason: 'run in progress' }, { result: 'done' }])
    await vacancies.switch(run, AT.instant)
    t.same([await idsOf(vacancies, 'bron'), await idsOf(vacancies, 'elders')], [['bron:1'], ['elders:1']])
  },
  'remove takes away what is there, also during a run': async (t, { vacancies }) => {
    await fill(vacancies, 'bron', [vacancy('bron:1'), vacancy('bron:2'), vacancy('bron:3')])
    t.same(await vacancies.remove(['bron:2', 'bron:9']), [
      { id: 'bron:2', result: 'done' },
      { id: 'bron:9', result: 'older' }
    ])
    t.same(await vacancies.get(['bron:2']), [])
    const run = await lease(vacancies, 'bron')
    await vacancies.stage(run, [renamed(vacancy('bron:1'), 'Anders'), vacancy('bron:3')])
    await vacancies.remove(['bron:1'])
    t.same(await idsOf(vacancies, 'bron'), ['bron:3'])
    await vacancies.switch(run, LATER)
    t.same(await idsOf(vacancies, 'bron'), ['bron:3'])
  },
  'get gives the rows asked for, in that order, without the unknown ones': async (t, { vacancies }) => {
    await vacancies.put(['bron:a', 'bron:b', 'elders:a'].map(id => vacancy(id)))
    t.same(
      (await vacancies.get(['elders:a', 'bron:nee', 'bron:b', 'bron:a'])).map(v => v.id),
      ['elders:a', 'bron:b', 'bron:a']
    )
    t.same(await vacancies.get([]), [])
    const [read] = await vacancies.get(['bron:a'])
    t.same(read, vacancy('bron:a'))
  },
  'the codes of vacancies asked for are those that are live': async (t, { vacancies }) => {
    await vacancies.put(['bron:a', 'bron:b', 'elders:a'].map(id => vacancy(id)))
    const run = await lease(vacancies, 'bron')
    await vacancies.stage(run, [coded(vacancy('bron:a', {}, { changedAt: LATER }), { sector: '01' }), vacancy('bron:c')])
    const codes = async (): Promise<unknown> => await vacancies.preparedOf(['elders:a', 'bron:nee', 'bron:c', 'bron:b', 'bron:a'])
    t.same(await codes(), [vacancy('elders:a').prepared, vacancy('bron:b').prepared, vacancy('bron:a').prepared], 'in that order, without what a run stages')
    await vacancies.switch(run, LATER)
    t.same(await codes(), [vacancy('elders:a').prepared, vacancy('bron:c').prepared, { ...vacancy('bron:a').prepared, sector: '01' }])
    t.same(await vacancies.preparedOf([]), [])
  },
  'rows come in the order of the bytes of their id, over more than one page': async (t, { vacancies }) => {
    const ids = Array.from({ length: 1_203 }, (_, i) => `bron:${['a', 'Z', '_', '.'][i % 4] ?? ''}${(i * 7_919) % 1_203}`)
    await fill(
      vacancies,
      'bron',
      ids.map(id => vacancy(id))
    )
    const sorted = ids.toSorted((a, b) => (a < b ? -1 : 1))
    t.same(await idsOf(vacancies, 'bron'), sorted)
    t.same(
      (await all(vacancies.prepared())).map(p => p.vacancy_id),
      sorted
    )
  },
  'changedSince tells what became visible, also when another source wrote in between': async (t, { vacancies }) => {
    await fill(vacancies, 'bron', [vacancy('bron:1'), vacancy('bron:2')])
    const run = await lease(vacancies, 'bron', 'r-0000000002')
    await vacancies.stage(run, [vacancy('bron:1'), renamed(vacancy('bron:2'), 'Anders'), vacancy('bron:3')])
    await fill(vacancies, 'elders', [vacancy('elders:1')])
    await vacancies.put([vacancy('derde:1')])
    // Whoever looks now must still see the run that began before and switches later.
    const now = await vacancies.generation()
    t.same(await vacancies.changedSince(now), [])
    await vacancies.switch(run, LATER)
    t.same(await vacancies.changedSince(now), ['bron:2', 'bron:3'])
    t.same(await vacancies.changedSince(0), ['bron:1', 'bron:2', 'bron:3', 'derde:1', 'elders:1'])
    t.same(await vacancies.changedSince(await vacancies.generation()), [])
    t.same(await vacancies.sources(), ['bron', 'derde', 'elders'])
  },
  'the generation grows with each visible change': async (t, store, reopen) => {
    const { vacancies } = store
    const numbers = [await vacancies.generation()]
    const note = async (): Promise<void> => {
      numbers.push(await vacancies.generation())
    }
    await fill(vacancies, 'bron', [vacancy('bron:1')])
    await note()
    await vacancies.put([vacancy('bron:2')])
    await note()
    const { generation } = await fill(vacancies, 'bron', [vacancy('bron:2')])
    await note()
    t.equal(numbers.at(-1), generation)
    await vacancies.remove(['bron:2'])
    await note()
    await vacancies.put([vacancy('elders:1')])
    await vacancies.rewrite(v => coded(v, { richness: 1 }))
    await note()
    t.ok(
      numbers.every((n, i) => i === 0 || n > (numbers[i - 1] as number)),
      numbers.join(' ')
    )
    t.equal(await (await reopen()).vacancies.generation(), numbers.at(-1), 'and is kept')
  },
  'rewrite writes what differs and nothing else': async (t, store, reopen) => {
    const { vacancies } = store
    await fill(
      vacancies,
      'bron',
      Array.from({ length: 1_100 }, (_, i) => vacancy(`bron:${i}`))
    )
    await vacancies.put([vacancy('elders:1')])
    const generation = await vacancies.generation()
    t.same(await vacancies.rewrite(v => ({ ...v })), { checked: 1_101, changed: 0 })
    t.equal(await vacancies.generation(), generation, 'nothing changed, so nothing to see')
    const counts: number[] = []
    const picked = new Set(['bron:7', 'bron:999', 'elders:1'])
    t.same(
      await vacancies.rewrite(
        v => (picked.has(v.id) ? coded(v, { skill: ['excel'] }) : v),
        n => {
          counts.push(n)
        }
      ),
      { checked: 1_101, changed: 3 }
    )
    t.ok(counts.length > 1 && counts.at(-1) === 1_101, 'progress')
    const again = (await reopen()).vacancies
    t.same(
      (await all(again.prepared())).filter(p => p.skill.includes('excel')).map(p => p.vacancy_id),
      [...picked]
    )
    t.match(await again.get(['bron:7', 'bron:8']), [{ prepared: { skill: ['excel'] }, title: 'Vacature bron:7' }, { prepared: { skill: [] } }])
    await t.rejects(
      again.rewrite(v => coded(v, { richness: 99 })),
      'codes the schema refuses'
    )
  },
  'rewrite lets others go on, and leaves alone what they wrote meanwhile': async (t, { vacancies }) => {
    const list = Array.from({ length: 300 }, (_, i) => vacancy(`bron:${String(i).padStart(3, '0')}`))
    await fill(vacancies, 'bron', list)
    let [turns, busy] = [0, true]
    const turn = (): void => {
      turns++
      if (busy) setImmediate(turn)
    }
    setImmediate(turn)
    const newer = renamed(list[150] as Vacancy, 'Antwoord van de werkgever')
    let put: Promise<unknown> | undefined
    const work = (v: Vacancy): Vacancy => {
      if (v.id === newer.id) put ??= vacancies.put([newer])
      return coded(v, { skill: ['excel'] })
    }
    t.match(await vacancies.rewrite(work), { checked: 300 })
    busy = false
    t.match(await put, [{ id: newer.id, result: 'done' }])
    t.ok(turns >= 300, `${turns} turns for others while 300 vacancies were written`)
    t.match(await vacancies.get([newer.id, 'bron:151']), [{ title: newer.title }, { prepared: { skill: ['excel'] } }])
  },
  'rewrite leaves alone what a run has staged': async (t, { vacancies }) => {
    await fill(vacancies, 'bron', [vacancy('bron:1'), vacancy('bron:2')])
    const run = await lease(vacancies, 'bron', 'r-0000000002')
    const next = renamed(vacancy('bron:1'), 'Magazijnmedewerker')
    await vacancies.stage(run, [next, vacancy('bron:2')])
    t.same(await vacancies.rewrite(v => coded(v, { skill: ['excel'] })), { checked: 2, changed: 2 })
    t.match(await vacancies.get(['bron:1', 'bron:2']), [{ prepared: { skill: ['excel'] } }, { prepared: { skill: ['excel'] } }])
    await vacancies.switch(run, LATER)
    t.same((await vacancies.get(['bron:1']))[0]?.prepared, next.prepared)
  }
}
