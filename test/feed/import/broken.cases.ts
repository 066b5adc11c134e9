import { Readable } from 'node:stream'
import * as fc from 'fast-check'
import { formatOf } from '../../../src/feed/formats.ts'
import { RUN_REASONS } from '../../../src/feed/reasons.ts'
import type { SourceFormat } from '../../../src/feed/source.ts'
import { boardRow, csvFile, ndjson, ownFile, ownRow, streamOf } from '../files.ts'
import { changesNothing, counts, expect, inWorld, rows, SEED, strict, type WorldCase } from './case.ts'

/** Files that are cut, damaged or of another kind, streams that break: nothing may change. */
export const brokenCases: readonly WorldCase[] = [
  inWorld('a file that is cut or broken changes nothing, and the next one works', async (t, world) => {
    const file = ownFile(rows('a1', 'a2', 'a3', 'a4', 'a5', 'a6'))
    await world.import(t, file)
    const [before, was] = [await world.dump(), await world.vacancies()]
    const other = ownFile(rows('a1', 'a2', 'b1', 'b2', 'b3', 'b4').map(r => ({ ...r, title: 'Kok' })))
    const bytes = Buffer.from(other)
    // The very last byte is a newline: without it the file is whole.
    for (const [i, at] of fc.sample(fc.integer({ min: 0, max: bytes.length - 2 }), { numRuns: 300, seed: SEED }).entries()) {
      const { run } = await world.import(strict, bytes.subarray(0, at), { size: i % 3 === 0 ? 512 : 0 })
      if (run.state !== 'failed' && run.state !== 'held') t.fail(`cut at ${at}: ${run.state}`)
      strict.same(await world.dump(), before, `cut at ${at}`)
    }
    t.same(await world.dump(), before, '300 cuts of our own format: not a byte has changed')
    t.same(await world.vacancies(), was)
    await expect(t, world.import(t, file), 'the next good file', 'unchanged', { received: 6, unchanged: 6 })
    for (const [name, broken, state] of [
      ['a page of HTML', '<html><body>Inloggen</body></html>\n', 'failed web-page'],
      ['another source', ownFile(rows('a1'), { source: 'ander' }), 'failed wrong-source'],
      ['a newer version', ownFile(rows('a1'), { manifest: { version: 9 } }), 'failed newer-version'],
      ['spreadsheet bytes', Buffer.from(ownFile([ownRow('a1', { description: 'é'.repeat(3_000) })]), 'latin1'), 'held bad-encoding'],
      ['rows behind the end', `${file}${JSON.stringify(ownRow('a7'))}\n`, 'failed wrong-type']
    ] as const)
      await changesNothing(t, world, broken, name, [state])
    await expect(t, world.import(t, file), 'the next good file', 'unchanged', { received: 6, unchanged: 6 })
  }),

  inWorld('records of a job board that are cut: whole lines may come in, nothing else happens', async (t, world) => {
    const file = ndjson(['b1', 'b2', 'b3', 'b4', 'b5'].map(id => boardRow(id)))
    const options = { format: 'job-board' }
    await world.import(t, file, options)
    const [before, was] = [await world.dump(), await world.vacancies()]
    const other = Buffer.from(ndjson(['b1', 'b2', 'b3', 'b4', 'b5'].map(id => boardRow(id, { title: 'Kok' }))))
    const ends = new Set([...other.entries()].flatMap(([i, byte]) => (byte === 10 ? [i, i + 1] : [])))
    let cuts = 0
    for (const at of fc.sample(fc.integer({ min: 1, max: other.length - 1 }), { numRuns: 220, seed: SEED })) {
      if (ends.has(at)) continue
      cuts++
      const { run } = await world.import(strict, other.subarray(0, at), options)
      strict.equal(`${run.state} ${run.reason}`, 'failed truncated', `cut at ${at}`)
      strict.same(await world.dump(), before, `cut at ${at}`)
    }
    t.ok(cuts >= 200, `${cuts} cuts inside a record: not a byte has changed`)
    t.same(await world.vacancies(), was)
    for (const at of ends) {
      if (at === other.length) continue
      await world.import(t, Buffer.from(file).subarray(0, at - 1), options)
      t.same(await world.statuses(), { b1: 'open', b2: 'open', b3: 'open', b4: 'open', b5: 'open' }, `cut at the end of a line (${at}): nobody is missed`)
    }
    await expect(t, world.import(t, file, options), 'the next good file', 'unchanged', { received: 5, unchanged: 5 })
    const sheet = (title: string): string => csvFile('id;titel;omschrijving', ...['c1', 'c2', 'c3'].map(id => `${id};${title};"lang\nverhaal"`))
    await world.import(t, sheet('Kok'), { source: 'blad', format: 'csv' })
    for (const cut of [6, 14, 20])
      await changesNothing(t, world, sheet('Bakker').slice(0, -cut), `CSV without its last ${cut} characters`, ['failed truncated'], {
        source: 'blad',
        format: 'csv'
      })
  }),

  inWorld('a stream that breaks, and a fault of our own, change nothing and free the source', async (t, world) => {
    await world.import(t, ownFile(rows('a1', 'a2')))
    const file = ownFile(rows('a1', 'b2'))
    const before = await world.dump()
    const broken = await world.run(
      Readable.from(
        (async function* () {
          yield Buffer.from(file.slice(0, 900))
          throw new Error('ECONNRESET')
        })()
      )
    )
    t.match(broken, { state: 'failed', reason: 'not-reached', ...RUN_REASONS['not-reached'] })
    t.same(await world.dump(), before)
    const faulty: SourceFormat = {
      ...(formatOf('passendwerk') as SourceFormat),
      async *parse() {
        yield { kind: 'row', position: 2, sourceId: 'b1', facts: { title: 'Kok' }, raw: true, warnings: [] }
        throw new TypeError('a fault of ours')
      }
    }
    await t.rejects(world.run(streamOf(file), { format: faulty }), { message: 'a fault of ours' }, 'it is not hidden')
    t.match(
      (await world.store.runs.list(10)).find(r => r.reason === 'internal'),
      { state: 'failed', ...RUN_REASONS.internal, counts: counts({ received: 1, new: 1, warnings: 1 }) },
      'and stands in the list of runs'
    )
    t.same(await world.dump(), before)
    await expect(t, world.import(t, ownFile(rows('a1', 'a2'))), 'the next good file', 'unchanged', { received: 2, unchanged: 2 })
  })
]
