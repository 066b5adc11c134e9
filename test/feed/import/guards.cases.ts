import { csvFile, ownFile, ownRow, type Line } from '../files.ts'
import { changesNothing, delta, expect, inWorld, type WorldCase } from './case.ts'

const many = (n: number, prefix = 'a', over: (i: number) => Line = () => ({})): readonly Line[] =>
  Array.from({ length: n }, (_, i) => ownRow(`${prefix}${i}`, { title: `Medewerker afdeling ${i}`, description: 'Je pakt in.', ...over(i) }))
const full = (n: number): string => ownFile(many(n))
const sheet = (n: number, columns = 'id;titel;plaats;omschrijving'): string =>
  csvFile(columns, ...Array.from({ length: n }, (_, i) => `c${i};Medewerker afdeling ${i};Zwolle;Je pakt in.`))
const why = 'de werkgever heeft een vestiging gesloten'

/** Guards 3, 5 and 7 of `reliability.md` 3: what a source brings beside what it brought before. */
export const guardCases: readonly WorldCase[] = [
  inWorld('a full list that lost its tail is held, however often it comes, and nothing expires', async (t, world) => {
    const options = { source: 'blad', format: 'csv', mode: 'full' } as const
    await world.import(t, sheet(40), options)
    for (const hours of [24, 24, 24]) {
      world.wait(hours)
      await changesNothing(t, world, sheet(12), 'cut at the end of a line', ['held drop-guard'], options)
    }
    t.match((await world.store.runs.list(1))[0], { note: 'In dit bestand: 12. Gewoonlijk: 40.', released: null, generation: null })
    await expect(t, world.import(t, sheet(28), options), 'seven of ten is a list as any other', 'switched', {
      received: 28,
      unchanged: 28,
      missed: 12,
      warnings: 28
    })
  }),

  inWorld('somebody who knows lets a real drop pass, and it is kept why; from then on that is usual', async (t, world) => {
    for (let i = 0; i < 7; i++) await world.import(t, full(40))
    world.wait(24)
    await changesNothing(t, world, full(10), 'a real drop', ['held drop-guard'])
    await changesNothing(t, world, full(10), 'another guard let through', ['held drop-guard'], { accept: { guards: ['id-churn'], why } })
    const accept = { guards: ['drop-guard' as const], why }
    const done = await expect(t, world.import(t, full(10), { accept }), 'let through', 'switched', { received: 10, unchanged: 10, missed: 30, warnings: 10 })
    t.same(done.run.released, accept, 'who reads the run sees which guard, and why')
    world.wait(48)
    await expect(t, world.import(t, full(10)), 'the next night needs nobody', 'switched', { received: 10, unchanged: 10, closed: 30, warnings: 10 })
    const calm = await world.import(t, full(10), { accept })
    t.equal(calm.run.released, null, 'where no guard would hold there is nothing to let through')
    await changesNothing(t, world, full(4), 'and a drop from there is held again', ['held drop-guard'])
  }),

  inWorld('the median of seven complete runs is what is usual; a delta says nothing of it', async (t, world) => {
    for (const n of [20, 40, 40, 40]) await world.import(t, full(n))
    await world.import(t, delta(many(1)))
    await changesNothing(t, world, full(27), 'under 28', ['held drop-guard'])
    await expect(t, world.import(t, full(28)), '28 of 40', 'switched')
    await expect(t, world.import(t, delta(many(2))), 'a short delta', 'switched')
  }),

  inWorld('a small source may shrink', async (t, world) => {
    for (const [before, after] of [
      [3, 1],
      [5, 1],
      [8, 4],
      [12, 8]
    ] as const) {
      const source = `klein-${before}`
      await world.import(t, ownFile(many(before), { source }), { source })
      await expect(t, world.import(t, ownFile(many(after), { source }), { source }), `${before} to ${after}`, 'switched')
    }
    await world.import(t, ownFile(many(7), { source: 'zeven' }), { source: 'zeven' })
    await changesNothing(t, world, ownFile(many(2), { source: 'zeven' }), 'five fewer of seven', ['held drop-guard'], { source: 'zeven' })
  }),

  inWorld('the first full list after deltas is measured by what is live', async (t, world) => {
    await world.import(t, delta(many(30)))
    world.wait(24)
    await changesNothing(t, world, full(10), 'ten of thirty', ['held drop-guard'])
    await expect(t, world.import(t, full(25)), '25 of thirty', 'switched', { received: 25, unchanged: 25, missed: 5, warnings: 25 })
  }),

  inWorld('refused rows are no drop, rows that passed their last day neither', async (t, world) => {
    await world.import(t, full(30))
    const late = ownFile(many(30, 'a', i => (i < 12 ? { closesAt: '2026-11-20' } : {})))
    await expect(t, world.import(t, late), 'twelve were closed by the source', 'switched', {
      received: 30,
      expired: 12,
      unchanged: 18,
      closed: 12,
      warnings: 18
    })
  }),

  inWorld('a field that empties overnight holds the run', async (t, world) => {
    const options = { source: 'blad', format: 'csv', mode: 'full' } as const
    await world.import(t, sheet(20), options)
    world.wait(1)
    await changesNothing(t, world, sheet(20, 'id;titel;plaats;verhaaltje'), 'a column got another name', ['held fill-rate'], options)
    t.match((await world.store.runs.list(1))[0], { note: 'Gevuld: de omschrijving nu bij 0 procent, gewoonlijk bij 100 procent.' })
    await changesNothing(t, world, sheet(20, 'id;titel;oord;omschrijving'), 'also in a delta', ['held fill-rate'], { ...options, mode: 'delta' })
    const accept = { guards: ['fill-rate' as const], why }
    const done = await world.import(t, sheet(20, 'id;titel;oord;omschrijving'), { ...options, accept })
    t.match(done.run, { state: 'switched', released: accept, filled: { locations: 0, description: 20 } })
    await expect(t, world.import(t, sheet(20, 'id;titel;oord;omschrijving'), options), 'then that is usual', 'unchanged')
  }),

  inWorld('a field that only some vacancies have may go, and so may that of a few', async (t, world) => {
    const closing = (closed: number): string => ownFile(many(20, 'a', i => ({ closesAt: i < closed ? '2026-12-31' : null })))
    await world.import(t, closing(9))
    await expect(t, world.import(t, closing(0)), 'fewer than half had it', 'switched')
    const small = (closesAt: string | null): string =>
      ownFile(
        many(8, 'k', () => ({ closesAt })),
        { source: 'klein' }
      )
    await world.import(t, small('2026-12-31'), { source: 'klein' })
    await expect(t, world.import(t, small(null), { source: 'klein' }), 'eight vacancies say little', 'switched')
  }),

  inWorld('the same vacancies under other numbers are held', async (t, world) => {
    await world.import(t, full(20))
    world.wait(1)
    await changesNothing(t, world, ownFile(many(20, 'z')), 'renumbered', ['held id-churn'])
    t.match((await world.store.runs.list(1))[0], { note: 'Met een nieuw nummer, maar verder hetzelfde: 20 van 20 vacatures.' })
    await expect(t, world.import(t, ownFile([...many(20), ...many(20, 'z')])), 'the same work twice beside each other is no renumbering', 'switched')
    const half = ownFile([...many(10), ...many(20, 'z').slice(10), ...many(20).slice(10, 15), ...many(10, 'z')])
    await expect(t, world.import(t, half), 'numbers we know, in another choice', 'switched')
    const accept = { guards: ['id-churn' as const, 'drop-guard' as const], why }
    const done = await world.import(t, ownFile(many(20, 'y')), { accept })
    t.match(done.run, { state: 'switched', counts: { new: 20 }, released: { guards: ['drop-guard', 'id-churn'] } }, 'two guards let through at once')
  }),

  inWorld('an older day than the last one is refused, where it was asked for', async (t, world) => {
    await expect(t, world.import(t, full(3), { day: '2025-04-20' }), 'an old file of a new source', 'switched')
    await expect(t, world.import(t, full(3), { day: '2025-04-20' }), 'the same day again', 'unchanged')
    await expect(t, world.import(t, full(3), { day: '2025-04-21' }), 'a day later', 'unchanged')
    await changesNothing(t, world, full(3), 'a day back', ['failed older-day'], { day: '2025-04-20' })
    t.equal((await world.store.runs.takenIn('proef', 1))[0]?.day, '2025-04-21')
    await expect(t, world.import(t, full(3)), 'today', 'switched')
    await changesNothing(t, world, full(3), 'back from today', ['failed older-day'], { day: '2025-04-22' })
    world.wait(-24)
    await expect(t, world.import(t, full(3)), 'a clock that was turned back stops nobody', 'unchanged')
  })
]
