import { ownFile, ownRow, type Line } from '../files.ts'
import type { World } from '../world.ts'
import { changesNothing, delta, expect, gone, inWorld, rows, type WorldCase } from './case.ts'

/** The life of a vacancy over several runs (`feeds.md` 7). */
export const lifeCases: readonly WorldCase[] = [
  inWorld('a complete list: absent once is missed, absent twice and 40 hours unseen is expired, seen again is open', async (t, world) => {
    const [all, one] = [ownFile(rows('a1', 'a2')), ownFile(rows('a1'))]
    await world.import(t, all)
    const first = await world.get('a2')
    world.wait(12)
    await expect(t, world.import(t, one), 'absent once', 'switched', { received: 1, unchanged: 1, missed: 1 })
    t.match(await world.get('a2'), { status: 'missed', misses: 1, lastSeenAt: first.lastSeenAt, closedReason: null })
    t.same(await world.found(), ['a1', 'a2'], 'and still found')
    for (const hours of [12, 15.9]) {
      world.wait(hours)
      await expect(t, world.import(t, one), 'absent again within 40 hours', 'switched', { received: 1, unchanged: 1, missed: 1 })
      t.match(await world.get('a2'), { status: 'missed', lastSeenAt: first.lastSeenAt })
      t.same(await world.found(), ['a1', 'a2'])
    }
    world.wait(0.1)
    await expect(t, world.import(t, one), '40 hours unseen', 'switched', { received: 1, unchanged: 1, closed: 1 })
    t.match(await world.get('a2'), { status: 'expired', closedReason: 'absent', misses: 4, changedAt: world.now.instant, lastSeenAt: first.lastSeenAt })
    t.same(await world.found(), ['a1'], 'and no longer found')
    const gone = await world.get('a2')
    world.wait(24)
    await expect(t, world.import(t, one), 'expired stays expired', 'unchanged', { received: 1, unchanged: 1 })
    t.same(await world.get('a2'), gone, 'untouched')
    world.wait(24)
    await expect(t, world.import(t, all), 'seen again', 'switched', { received: 2, unchanged: 1, changed: 1 })
    t.match(await world.get('a2'), {
      id: 'proef:a2',
      status: 'open',
      closedReason: null,
      misses: 0,
      firstSeenAt: first.firstSeenAt,
      lastSeenAt: world.now.instant
    })
    t.same(await world.found(), ['a1', 'a2'])
    world.wait(100)
    await world.import(t, one)
    t.match(await world.get('a2'), { status: 'missed', misses: 1 }, 'one absence after a long silence of the source is one absence')
    await world.import(t, all)
    t.match(await world.get('a2'), { status: 'open', misses: 0 }, 'and is forgotten when it is seen')
    await world.reopen()
    t.same(await world.found(), ['a1', 'a2'], 'a restart changes nothing')
  }),

  inWorld('a row that cannot be read is no absence: its vacancy stays open', async (t, world) => {
    await world.import(t, ownFile(rows('a1', 'a2', 'a3', 'a4', 'a5', 'a6')))
    for (const hours of [24, 48]) {
      world.wait(hours)
      await expect(t, world.import(t, ownFile([ownRow('a1', { title: '' }), ...rows('a2', 'a3', 'a4', 'a5', 'a6')])), 'its title is lost', 'unchanged', {
        received: 6,
        unchanged: 5,
        rejected: 1
      })
      t.match(await world.get('a1'), { status: 'open', misses: 0 })
    }
  }),

  inWorld('a delta leaves the others alone, and closes what it says', async (t, world) => {
    await world.import(t, ownFile(rows('a1', 'a2', 'a3')))
    world.wait(24)
    const others = (d: Awaited<ReturnType<World['dump']>>): unknown => d.vacancies.filter(r => r['id'] !== 'proef:a1').map(({ seen: _, ...r }) => r)
    const [before, seen] = [await world.dump(), await world.get('a2')]
    await expect(t, world.import(t, delta([ownRow('a1', { hours: { min: 8, max: 8 } })])), 'one row', 'switched', { received: 1, changed: 1 })
    t.same(others(await world.dump()), others(before), 'no other row was written')
    t.same(await world.get('a2'), seen, 'an open vacancy it did not bring was not seen either')
    await expect(t, world.import(t, delta([gone('a2')])), 'a delta of one delete is not empty', 'switched', { closed: 1 })
    t.match(await world.get('a2'), { status: 'closed', closedReason: 'withdrawn', changedAt: world.now.instant, lastSeenAt: seen.lastSeenAt })
    t.same(await world.found(), ['a1', 'a3'])
    const closed = await world.get('a2')
    await expect(t, world.import(t, delta([gone('a2'), gone('nooit')])), 'the same delete again, and one of an unknown id', 'unchanged', {})
    t.same(await world.get('a2'), closed)
    await expect(
      t,
      world.import(t, delta([gone('a3'), ownRow('a3', { hours: { min: 8, max: 8 } })])),
      'deleted and brought in one file: it is there',
      'switched',
      { received: 1, changed: 1 }
    )
    t.same(await world.found(), ['a1', 'a3'])
    await expect(t, world.import(t, delta([ownRow('a2')])), 'brought again', 'switched', { received: 1, changed: 1 })
    t.match(await world.get('a2'), { status: 'open', closedReason: null, firstSeenAt: closed.firstSeenAt })
  }),

  inWorld('ND04: a delta older than the last file is refused', async (t, world) => {
    const made = (generatedAt: string, line: Line, mode: 'full' | 'delta' = 'delta'): string => ownFile([line], { mode, manifest: { generatedAt } })
    await world.import(t, made('2026-11-24T06:00:00Z', ownRow('a1'), 'full'))
    await expect(t, world.import(t, made('2026-11-24T08:00:00+01:00', ownRow('a2'))), 'an hour later', 'switched', { received: 1, new: 1 })
    await changesNothing(t, world, made('2026-11-24T06:30:00Z', gone('a2')), 'between the two', ['failed older-file'])
    await expect(t, world.import(t, made('2026-11-24T07:00:00Z', ownRow('a2'))), 'the same again', 'unchanged', { received: 1, unchanged: 1 })
    await expect(t, world.import(t, made('2026-11-24T05:00:00Z', ownRow('a2'), 'full')), 'a full list says all, whatever its date', 'switched', {
      received: 1,
      unchanged: 1,
      missed: 1
    })
    await expect(
      t,
      world.import(t, ownFile([ownRow('n1')], { source: 'ander', mode: 'delta', manifest: { generatedAt: '2026-01-01T00:00:00Z' } }), { source: 'ander' }),
      'of another source',
      'switched',
      { received: 1, new: 1 }
    )
  }),

  inWorld('a closing date closes: when its day has passed, and when a source moves it into the past', async (t, world) => {
    const row = (id: string, closesAt: string): Line => ownRow(id, { closesAt })
    await world.import(
      t,
      ownFile([row('a1', '2026-11-24'), row('a2', '2026-11-25'), row('a3', '2026-12-31'), row('a4', '2026-12-31'), ownRow('a5', { closesAt: null })])
    )
    t.same(await world.found(), ['a1', 'a2', 'a3', 'a4', 'a5'], 'the last day counts')
    world.wait(24)
    t.same(await world.found(), ['a2', 'a3', 'a4', 'a5'], 'a search needs no import to know that a day has passed')
    await expect(t, world.import(t, delta([ownRow('a5', { closesAt: null })])), 'any run writes it down', 'switched', { received: 1, unchanged: 1, closed: 1 })
    t.match(await world.get('a1'), { status: 'closed', closedReason: 'validThrough', changedAt: world.now.instant })
    await expect(t, world.import(t, delta([row('a3', '2026-11-20')])), 'moved into the past', 'switched', { received: 1, expired: 1, closed: 1 })
    t.match(await world.get('a3'), { status: 'closed', closedReason: 'validThrough' })
    t.same(await world.found(), ['a2', 'a4', 'a5'])
    await expect(
      t,
      world.import(t, ownFile([row('a4', '2026-11-20'), row('a2', '2026-11-25'), ownRow('a5', { closesAt: null })])),
      'also in a full list, and without waiting for a second run',
      'switched',
      { received: 3, expired: 1, unchanged: 2, closed: 1 }
    )
    t.same(await world.found(), ['a2', 'a5'])
    await expect(t, world.import(t, delta([row('a3', '2026-12-31')])), 'moved to a later day', 'switched', { received: 1, changed: 1 })
    t.same(await world.found(), ['a2', 'a3', 'a5'])
  }),

  inWorld('in a delta 60 days of silence expire a vacancy, however many runs there were', async (t, world) => {
    const open = (id: string): Line => ownRow(id, { closesAt: null })
    await world.import(t, delta([open('a1'), open('a2'), open('a3')]))
    for (let day = 10; day <= 60; day += 10) {
      world.wait(240)
      await world.import(t, delta(day === 30 ? [open('a1'), open('a2')] : [open('a1')]))
      t.same(await world.found(), ['a1', 'a2', 'a3'], `day ${day}`)
    }
    world.wait(1)
    await expect(t, world.import(t, delta([open('a1')])), '60 days and an hour', 'switched', { received: 1, unchanged: 1, closed: 1 })
    t.match(await world.get('a3'), { status: 'expired', closedReason: 'maxAge' }, 'the silent one has expired')
    t.same(await world.found(), ['a1', 'a2'], 'the one with a sign of life on day 30 has not, nor the one in each file')
    t.equal((await world.get('a1')).lastSeenAt, world.now.instant, 'a row that never changed was seen each time')
    world.wait(24 * 30)
    await world.import(t, delta([open('a1')]))
    t.same(await world.found(), ['a1'])
    await world.import(t, delta([open('a3')]))
    t.same(await world.found(), ['a1', 'a3'], 'and a sign of life opens it again')
  }),

  inWorld('postedAt keeps the earliest date ever sent', async (t, world) => {
    const posted = async (postedAt: string | null): Promise<string | null> => {
      await world.import(t, ownFile([ownRow('a1', { postedAt })]))
      return (await world.get('a1')).postedAt
    }
    t.equal(await posted('2026-11-10'), '2026-11-10')
    t.equal(await posted('2026-11-20'), '2026-11-10', 'a date that rolls forward proves nothing')
    t.equal(await posted(null), '2026-11-10', 'nor does silence')
    t.equal(await posted('2026-11-01'), '2026-11-01', 'an earlier one counts')
    t.equal(await posted('2026-11-25'), '2026-11-01', 'and one in the future is none')
    t.equal((await world.get('a1')).prepared.published, (await world.get('a1')).prepared.published, 'what engines sort by follows')
  })
]
