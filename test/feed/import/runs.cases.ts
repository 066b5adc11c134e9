import { setTimeout as pause } from 'node:timers/promises'
import { Readable } from 'node:stream'
import { NO_COUNTS } from '../../../src/domain/import.ts'
import type { Vacancy } from '../../../src/domain/vacancy.ts'
import { formatOf } from '../../../src/feed/formats.ts'
import { RUN_REASONS } from '../../../src/feed/reasons.ts'
import { openRun, runImport } from '../../../src/feed/run.ts'
import type { SourceFormat } from '../../../src/feed/source.ts'
import { ownFile, ownRow, SOURCE, streamOf } from '../files.ts'
import { counts, expect, inWorld, rows, type WorldCase } from './case.ts'

/** A stream that gives a part of a file and then waits for a word. */
function waiting(file: string, at: number): { input: Readable; go: () => void } {
  let go = (): void => {}
  const until = new Promise<void>(resolve => {
    go = resolve
  })
  return {
    go,
    input: Readable.from(
      (async function* () {
        yield Buffer.from(file.slice(0, at))
        await until
        yield Buffer.from(file.slice(at))
      })()
    )
  }
}

/** Runs beside each other, runs that die, runs that are followed. */
export const runCases: readonly WorldCase[] = [
  inWorld('two runs of one source at once: the second is skipped, other sources are not', async (t, world) => {
    await world.import(t, ownFile(rows('a1', 'a2')))
    const file = ownFile(rows('a1', 'a3'))
    const slow = waiting(file, file.length - 100)
    const first = world.run(slow.input)
    await pause(20)
    const [before, used] = [await world.dump(), streamOf(ownFile(rows('a4')))]
    const second = await world.run(used)
    t.match(second, { state: 'skipped', ...RUN_REASONS['source-busy'], reason: 'source-busy', counts: NO_COUNTS, generation: null })
    t.ok(second.endedAt !== null && used.destroyed, 'it has ended and let go of its file')
    t.same(await world.dump(), before, 'and touched nothing')
    await expect(t, world.import(t, ownFile(rows('n3'), { source: 'ander' }), { source: 'ander' }), 'another source meanwhile', 'switched', {
      received: 1,
      new: 1
    })
    t.same(await world.found(), ['a1', 'a2'], 'nothing of the first is to be seen yet')
    slow.go()
    const done = await first
    t.match(done, { state: 'switched', counts: counts({ received: 2, unchanged: 1, new: 1, missed: 1 }) })
    await world.agree(t)
    t.same(await world.found(), ['a1', 'a2', 'a3'])
    const newer = await world.store.vacancies.changedSince(before.generation)
    t.same(newer, ['ander:n3', 'proef:a2', 'proef:a3'], 'what changed since then is told, though the run began before')
    await expect(t, world.import(t, file), 'the source is free again', 'switched', { received: 2, unchanged: 2, missed: 1 })
  }),

  inWorld('a run that died leaves nothing, and its source is free', async (t, world) => {
    await world.import(t, ownFile(rows('a1', 'a2', 'a3')))
    const before = await world.dump()
    const known = [...(await world.vacancies()).values()]
    const lease = await world.store.vacancies.lease(SOURCE, 'r-0000000000dood')
    if (lease === undefined) throw new Error('no lease')
    await world.store.vacancies.stage(lease, [
      { ...(known[0] as Vacancy), title: 'Half' },
      { ...(known[1] as Vacancy), status: 'closed', closedReason: 'withdrawn' },
      { ...(known[2] as Vacancy), id: 'proef:a9', sourceId: 'a9' }
    ])
    await expect(t, world.import(t, ownFile(rows('a1'))), 'while it seems to run', 'skipped source-busy', {})
    t.same(await world.found(), ['a1', 'a2', 'a3'], 'what it staged is not seen')
    await world.reopen()
    t.same(await world.dump(), before, 'the next start finds the store as it was')
    await world.agree(t)
    await t.rejects(world.store.vacancies.stage(lease, known), 'the dead run can write no more')
    await t.rejects(world.store.vacancies.switch(lease, world.now.instant), 'nor switch')
    await world.store.vacancies.discard(lease)
    await expect(t, world.import(t, ownFile(rows('a1', 'a2', 'a9'))), 'the source imports again', 'switched', { received: 3, unchanged: 2, new: 1, missed: 1 })
    const next = await world.store.vacancies.lease(SOURCE, lease.id)
    t.ok((next?.fence ?? 0) > lease.fence, 'fences only grow')
    await t.rejects(world.store.vacancies.stage(lease, known), 'the dead run cannot write into a later run, not even of the same number')
  }),

  inWorld('a run that was opened elsewhere keeps its number, and who follows it sees it grow', async (t, world) => {
    const opened = openRun({ source: SOURCE, format: formatOf('passendwerk') as SourceFormat }, world.now, 'proef')
    await world.store.runs.create(opened)
    t.match(opened, { state: 'wait', mode: 'full', endedAt: null, counts: NO_COUNTS })
    t.match(opened.id, /^r-[a-z0-9]{10,26}$/)
    const seen: string[] = []
    const run = await runImport(
      { engine: world.engine, vacancies: world.store.vacancies, runs: world.store.runs, rules: 'proef', now: () => world.now },
      streamOf(ownFile(Array.from({ length: 251 }, (_, i) => ownRow(`a${i}`, { description: 'Kok.' })))),
      {
        source: SOURCE,
        format: formatOf('passendwerk') as SourceFormat,
        progress: (c, state) => {
          seen.push(`${state} ${c.received}`)
        }
      },
      opened
    )
    t.equal(run.id, opened.id)
    t.same(seen, ['check 0', 'check 250', 'stage 251'])
    t.same(await world.store.runs.list(5), [run], 'one run, not two')
    t.equal((await world.store.runs.rows(run.id, 0, 1_000)).length, 251, 'a report of more than one batch is whole')
  })
]
