import type { Vacancy } from '../../../src/domain/vacancy.ts'
import { AT, vacancy } from '../../helpers/vacancy.ts'
import { all, fill, idsOf, LATER, lease, renamed, seen, type Case } from './place.ts'

/** Runs of a source: lease, stage, switch, discard. */
export const staging: Readonly<Record<string, Case>> = {
  'a run is invisible until its one switch, and then whole': async (t, { vacancies }) => {
    await fill(vacancies, 'bron', [vacancy('bron:1'), vacancy('bron:2'), vacancy('bron:3')])
    const before = await seen(vacancies, 'bron')
    const run = await lease(vacancies, 'bron', 'r-0000000002')
    await vacancies.stage(run, [vacancy('bron:1'), renamed(vacancy('bron:2'), 'Anders')])
    await vacancies.stage(run, [vacancy('bron:4')])
    t.same(await seen(vacancies, 'bron'), before)
    t.match(await vacancies.get(['bron:2', 'bron:4']), [{ title: 'Vacature bron:2' }])
    t.match(await vacancies.switch(run, LATER), { changed: 2, removed: 1 })
    t.same(await idsOf(vacancies, 'bron'), ['bron:1', 'bron:2', 'bron:4'])
    t.same(
      (await all(vacancies.prepared('bron'))).map(p => p.vacancy_id),
      ['bron:1', 'bron:2', 'bron:4']
    )
    t.match(await vacancies.get(['bron:4', 'bron:3', 'bron:2']), [{ id: 'bron:4' }, { id: 'bron:2', title: 'Anders' }])
  },
  'a restart before the switch drops the run and frees the source': async (t, store, reopen) => {
    await fill(store.vacancies, 'bron', [vacancy('bron:1'), vacancy('bron:2')])
    const before = await seen(store.vacancies, 'bron')
    const run = await lease(store.vacancies, 'bron', 'r-0000000002')
    await store.vacancies.stage(run, [renamed(vacancy('bron:1'), 'Anders'), vacancy('bron:3')])
    const { vacancies } = await reopen()
    t.same(await seen(vacancies, 'bron'), before)
    await t.rejects(vacancies.switch(run, LATER), /stale/)
    t.match(await fill(vacancies, 'bron', [vacancy('bron:1'), vacancy('bron:2')]), { changed: 0, removed: 0 })
    t.same(await idsOf(vacancies, 'bron'), ['bron:1', 'bron:2'])
  },
  'a discarded run leaves nothing, and its token is worth nothing': async (t, { vacancies }) => {
    await fill(vacancies, 'bron', [vacancy('bron:1'), vacancy('bron:2')])
    const before = await seen(vacancies, 'bron')
    const run = await lease(vacancies, 'bron', 'r-0000000002')
    await vacancies.stage(run, [renamed(vacancy('bron:1'), 'Anders'), vacancy('bron:3')])
    await vacancies.discard(run)
    t.same(await seen(vacancies, 'bron'), before)
    await t.rejects(vacancies.stage(run, [vacancy('bron:4')]), /stale/)
    await t.rejects(vacancies.switch(run, LATER), /stale/)
    t.same(await seen(vacancies, 'bron'), before)
  },
  'a source has one run at a time and a stale fence is refused': async (t, { vacancies }) => {
    const first = await lease(vacancies, 'bron')
    t.equal(await vacancies.lease('bron', 'r-0000000002'), undefined)
    t.ok(await vacancies.lease('elders', 'r-0000000003'), 'another source is free')
    await vacancies.discard(first)
    // The same run id again: only the fence tells the two apart.
    const second = await lease(vacancies, 'bron')
    t.ok(second.fence > first.fence, 'the fence grows')
    await t.rejects(vacancies.stage(first, [vacancy('bron:9')]), /stale/)
    await t.rejects(vacancies.switch(first, LATER), /stale/)
    await vacancies.stage(second, [vacancy('bron:1')])
    await vacancies.discard(first)
    t.match(await vacancies.switch(second, LATER), { changed: 1 }, 'a stale discard did not end the run')
    t.same(await idsOf(vacancies, 'bron'), ['bron:1'])
    await vacancies.discard(second)
    t.same(await idsOf(vacancies, 'bron'), ['bron:1'], 'a discard after the switch does nothing')
  },
  'a failing batch stages none of its rows': async (t, { vacancies }) => {
    const run = await lease(vacancies, 'bron')
    await vacancies.stage(run, [vacancy('bron:1')])
    await t.rejects(vacancies.stage(run, [vacancy('bron:2'), vacancy('elders:1')]))
    await vacancies.switch(run, AT.instant)
    t.same(await idsOf(vacancies, 'bron'), ['bron:1'])
    t.same(await vacancies.get(['elders:1']), [])
  },
  'what a run staged is read back as it was staged, in the order asked': async (t, { vacancies }) => {
    await fill(vacancies, 'bron', [vacancy('bron:1'), vacancy('bron:2'), vacancy('bron:3'), vacancy('bron:5')])
    const run = await lease(vacancies, 'bron', 'r-0000000002')
    const same = vacancy('bron:1', {}, { lastSeenAt: LATER })
    const [other, last, removed] = [renamed(vacancy('bron:2'), 'Anders'), renamed(vacancy('bron:4'), 'Laatst'), vacancy('bron:5')]
    await vacancies.stage(run, [same, other, renamed(vacancy('bron:4'), 'Eerst')])
    await vacancies.stage(run, [removed, last])
    await vacancies.remove(['bron:5'])
    t.same(await vacancies.staged(run, ['bron:4', 'bron:5', 'bron:3', 'bron:2', 'bron:9', 'bron:1']), [last, other, same], 'bron:3 was not brought')
    t.match(await vacancies.get(['bron:2']), [{ title: 'Vacature bron:2' }], 'nothing shows')
    await vacancies.switch(run, LATER)
    t.same(await vacancies.get(['bron:1', 'bron:2', 'bron:4']), [same, other, last])
    await t.rejects(vacancies.staged(run, ['bron:1']), /stale/)
  },
  'a vacancy that comes twice in a run: the last one wins': async (t, { vacancies }) => {
    await fill(vacancies, 'bron', [vacancy('bron:1'), vacancy('bron:2')])
    const result = await fill(vacancies, 'bron', [
      renamed(vacancy('bron:1'), 'Eerst'),
      vacancy('bron:3'),
      vacancy('bron:1'),
      renamed(vacancy('bron:3'), 'Laatst'),
      vacancy('bron:2')
    ])
    t.match(result, { changed: 1, removed: 0 })
    t.match(await all(vacancies.ofSource('bron')), [{ title: 'Vacature bron:1' }, { title: 'Vacature bron:2' }, { title: 'Laatst' }])
  },
  'rows equal to the live ones are only noted': async (t, store, reopen) => {
    await fill(store.vacancies, 'bron', [vacancy('bron:1'), vacancy('bron:2', { description: 'Tillen tot 10 kg.' })])
    const generation = await store.vacancies.generation()
    const { vacancies } = await reopen()
    const stored = await all(vacancies.ofSource('bron'))
    t.match(await fill(vacancies, 'bron', stored, LATER), { changed: 0, removed: 0 })
    t.same(await vacancies.changedSince(generation), [])
    t.match(
      await fill(
        vacancies,
        'bron',
        [vacancy('bron:1', {}, { lastSeenAt: LATER }), vacancy('bron:2', { description: 'Tillen tot 10 kg.' }, { lastSeenAt: LATER })],
        LATER
      ),
      { changed: 0 }
    )
  },
  'an open row was last seen by the run that brought it; what a run only kept was not': async (t, { vacancies }) => {
    const [day1, day2, day3] = ['2026-11-21T12:00:00.000Z', '2026-11-22T12:00:00.000Z', '2026-11-23T12:00:00.000Z'] as const
    const at = (id: string, lastSeenAt: string): Vacancy => vacancy(id, {}, { lastSeenAt })
    await fill(vacancies, 'bron', [at('bron:1', day1), at('bron:2', day1)], day1)
    await fill(vacancies, 'bron', [at('bron:1', day2), at('bron:2', day2)], day2)
    t.same(
      (await vacancies.get(['bron:1', 'bron:2'])).map(v => v.lastSeenAt),
      [day2, day2]
    )
    const [, kept] = await vacancies.get(['bron:1', 'bron:2'])
    await fill(vacancies, 'bron', [at('bron:1', day3), kept as Vacancy], day3)
    t.same(
      (await vacancies.get(['bron:1', 'bron:2'])).map(v => v.lastSeenAt),
      [day3, day2]
    )
    await fill(vacancies, 'bron', [...(await vacancies.get(['bron:1'])), at('bron:2', LATER)], LATER)
    t.same(
      (await vacancies.get(['bron:1', 'bron:2'])).map(v => v.lastSeenAt),
      [day3, LATER]
    )
  }
}
