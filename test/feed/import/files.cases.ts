import { boardRow, csvFile, ndjson, ownFile, ownRow, type Line } from '../files.ts'
import { changesNothing, expect, inWorld, rows, type WorldCase } from './case.ts'

/** What one file does to what is there: the same again, doubles, bad rows, guards. */
export const fileCases: readonly WorldCase[] = [
  inWorld('the same file again changes nothing but the time it was seen', async (t, world) => {
    const file = ownFile(rows('a1', 'a2', 'a3'))
    const first = await expect(t, world.import(t, file), 'a new source', 'switched', { received: 3, new: 3 })
    const [before, was] = [await world.dump(), await world.vacancies()]
    world.wait(24)
    const again = await expect(t, world.import(t, file), 'the same file again', 'unchanged', { received: 3, unchanged: 3 })
    const [after, now] = [await world.dump(), await world.vacancies()]
    t.same(after.vacancies, before.vacancies, 'no row of the store was written')
    t.ok((again.run.generation ?? 0) > (first.run.generation ?? 0), 'a switch is a new generation')
    t.same(await world.store.vacancies.changedSince(first.run.generation as number), [], 'but nobody is told that something changed')
    for (const [id, v] of now) {
      t.equal(v.lastSeenAt, world.now.instant, `${id} was seen now`)
      t.same({ ...v, lastSeenAt: '' }, { ...was.get(id), lastSeenAt: '' }, `${id} is the same in all else`)
    }
    world.wait(24)
    await expect(t, world.import(t, ownFile([ownRow('a1'), ownRow('a2', { hours: { min: 16, max: 24 } }), ownRow('a3')])), 'one row differs', 'switched', {
      received: 3,
      unchanged: 2,
      changed: 1
    })
    const changed = await world.dump()
    t.same(
      changed.vacancies.filter(r => r['id'] !== 'proef:a2'),
      before.vacancies.filter(r => r['id'] !== 'proef:a2'),
      'the others are not written'
    )
    t.match(
      await world.get('a2'),
      { hours: { min: 16, max: 24 }, changedAt: world.now.instant, firstSeenAt: was.get('a2')?.firstSeenAt, revision: 1 },
      'its history stays'
    )
    t.equal((await world.get('a1')).changedAt, was.get('a1')?.changedAt, 'what did not change keeps its date')
    t.same(await world.store.vacancies.changedSince(again.run.generation as number), ['proef:a2'], 'and only the changed one is told')
  }),

  inWorld('the same file of each format again is unchanged', async (t, world) => {
    const board = ndjson([boardRow('b1'), boardRow('b2', { description: '* Je tilt 12 kilo\\.\n* Je werkt 24\\-32 uur per week\\.' })])
    const sheet = Buffer.from(
      csvFile('id;titel;plaats;uren;omschrijving', 'c1;Conciërge;Zwolle;24;"Je opent de school, bel 06-12345678"', 'c2;Coördinator;Deventer;32,5;Je plant.'),
      'latin1'
    )
    for (const [source, format, file] of [
      ['bord', 'job-board', board],
      ['blad', 'csv', sheet]
    ] as const) {
      await expect(t, world.import(t, file, { source, format }), `${format} first`, 'switched', { received: 2, new: 2, warnings: format === 'csv' ? 2 : 1 })
      await expect(t, world.import(t, file, { source, format }), `${format} again`, 'unchanged', {
        received: 2,
        unchanged: 2,
        warnings: format === 'csv' ? 2 : 1
      })
    }
    t.match(
      (await world.vacancies('blad')).get('c1'),
      { title: 'Conciërge', description: 'Je opent de school, bel [telefoon]' },
      'spreadsheet bytes are whole, contact data is not kept'
    )
    t.equal((await world.vacancies('bord')).get('b2')?.description, '- Je tilt 12 kilo.\n- Je werkt 24-32 uur per week.')
  }),

  inWorld('of rows with one id the last wins, in every order', async (t, world) => {
    const [x, y, z] = [ownRow('a1'), ownRow('a1', { hours: { min: 8, max: 8 } }), ownRow('a1', { hours: { min: 16, max: 16 } })]
    await world.import(t, ownFile([x, ownRow('a2')]))
    const live = await world.get('a1')
    for (const order of [
      [x, y, z],
      [x, z, y],
      [y, x, z],
      [y, z, x],
      [z, x, y],
      [z, y, x],
      [x, x, x],
      [y, y, y],
      [x, y],
      [y, x]
    ]) {
      const before = await world.get('a1')
      const last = order.at(-1) as Line
      const same = JSON.stringify(last['hours']) === JSON.stringify(before.hours)
      const { rows } = await expect(
        t,
        world.import(t, ownFile([...order, ownRow('a2')])),
        `hours ${order.map(r => (r['hours'] as { min: number }).min).join(', ')}`,
        same ? 'unchanged' : 'switched',
        { received: order.length + 1, unchanged: same ? 2 : 1, changed: same ? 0 : 1, duplicate: order.length - 1, warnings: order.length - 1 }
      )
      t.same((await world.get('a1')).hours, last['hours'], 'the last one is kept')
      t.same(
        rows.map(r => [r.code, r.position, r.sourceId, r.severity]),
        order.slice(1).map((_, i) => ['duplicate-id', i + 3, 'a1', 'warning']),
        'each double is in the report'
      )
      t.equal((await world.dump()).vacancies.filter(r => r['id'] === 'proef:a1').length, 1, 'nothing is left of the others')
    }
    await world.import(t, ownFile([y, x, ownRow('a2')]))
    t.same({ ...(await world.get('a1')), changedAt: '', lastSeenAt: '' }, { ...live, changedAt: '', lastSeenAt: '' }, 'a double in between leaves no trace')
    await expect(
      t,
      world.import(t, ownFile([x, ownRow('a1', { title: '' }), ownRow('a2'), ownRow('a3'), ownRow('a4'), ownRow('a5')])),
      'a refused double',
      'switched',
      { received: 6, unchanged: 2, new: 3, rejected: 1 }
    )
    t.equal((await world.get('a1')).status, 'open', 'does not push out the good one')
  }),

  inWorld('a bad row never stops the run, and says where, what, why and how', async (t, world) => {
    const good = rows('g1', 'g2', 'g3', 'g4', 'g5', 'g6', 'g7', 'g8', 'g9')
    const bad: ReadonlyArray<readonly [line: Line | string, code: string, field: string | null]> = [
      ['{"sourceId":"x"', 'bad-json', null],
      ['[]', 'bad-json', null],
      [ownRow('x', { title: undefined }), 'no-title', 'title'],
      [ownRow('x', { sourceId: undefined }), 'no-id', 'sourceId'],
      [ownRow('x'.repeat(201)), 'bad-id', 'sourceId'],
      [ownRow('x', { prepared: {} }), 'unknown-field', 'prepared'],
      [ownRow('x', { hours: 'veel' }), 'bad-field', 'hours'],
      [ownRow('x', { demands: [{ dimensie: 'tillen_kg', amount: null, provenance: 'stated', kind: 'text', confidence: 4 }] }), 'no-evidence', 'demands'],
      [ownRow('x', { title: 'Cursus' }), 'not-a-vacancy', 'title'],
      [ownRow('x', { title: 'Open sollicitatie' }), 'open-application', 'title'],
      [ownRow('x', { closesAt: '2026-11-20' }), 'expired-on-arrival', 'closesAt'],
      [ownRow('x', { locations: [{ country: 'BE', place: 'Gent' }] }), 'foreign', 'locations'],
      [ownRow('x', { title: '\u200b' }), 'no-title', 'title'],
      [`"${'x'.repeat(1024 * 1024 + 1)}"`, 'too-large', null]
    ]
    for (const [line, code, field] of bad) {
      for (const at of [0, 4, 9]) {
        const { run, rows } = await world.import(t, ownFile([...good.slice(0, at), line, ...good.slice(at)]))
        t.equal(run.reason, null, `${code}: the run goes on`)
        t.same([run.counts.new + run.counts.unchanged, run.counts.rejected + run.counts.expired], [9, 1], `${code}: the nine good rows are in`)
        const [row] = rows.filter(r => r.severity === 'rejected')
        t.match(row, { code, field, position: at + 2 }, `${code}: row and field`)
        t.ok((row?.message ?? '') !== '' && (row?.remedy ?? '') !== '', `${code}: reason and remedy`)
      }
    }
    const { rows: report } = await world.import(
      t,
      csvFile('id;titel;omschrijving', ...['c1', 'c2', 'c3', 'c4'].map(id => `${id};Kok;x`), 'c5;bel 06-12345678 of hr@vlierbos.example'),
      { source: 'blad', format: 'csv' }
    )
    t.same(
      report.filter(r => r.severity === 'rejected').map(r => [r.code, r.sample]),
      [['bad-row', 'c5;bel [telefoon] of [e-mail]']],
      'a sample has no contact data in it'
    )
  }),

  inWorld('guards hold a run that would do harm', async (t, world) => {
    await world.import(t, ownFile(rows('a1', 'a2', 'a3')))
    await changesNothing(t, world, ownFile([]), 'a list of nothing', ['held empty'])
    await changesNothing(t, world, '', 'an empty file', ['held empty'])
    await changesNothing(t, world, ownFile([], { mode: 'delta' }), 'a delta of nothing', ['held empty'])
    await changesNothing(t, world, csvFile('id;titel'), 'a CSV of a header', ['held empty'], { format: 'csv' })
    await changesNothing(t, world, '\n\n', 'records of nothing', ['held empty'], { format: 'job-board' })
    await changesNothing(t, world, ownFile([ownRow('z1', { closesAt: '2026-11-01', postedAt: '2026-10-01' })]), 'only closed vacancies we never had', [
      'held empty'
    ])
    await changesNothing(t, world, ownFile(rows('a1', 'b1'), { manifest: { count: 3 } }), 'the manifest counts more', ['held count-differs'])
    await changesNothing(t, world, ownFile(rows('a1', 'b1'), { end: { count: 1 } }), 'the end counts less', ['held count-differs'])
    const some = (bad: number): string =>
      ownFile([...rows('a1', 'a2', 'a3', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7').slice(bad), ...Array.from({ length: bad }, () => '{')])
    await changesNothing(t, world, some(3), 'three of ten refused', ['held reject-budget'])
    await changesNothing(t, world, ownFile(['{']), 'the only row refused', ['held reject-budget'])
    await expect(t, world.import(t, some(2)), 'two of ten refused', 'switched', { received: 10, unchanged: 1, new: 7, rejected: 2, missed: 2 })
    const shifted = csvFile('id;titel;link;werkgever', ...Array.from({ length: 10 }, (_, i) => `c${i};Kok;Vlierbos Papier;https://vlierbos.example/${i}`))
    await changesNothing(t, world, shifted, 'columns that moved', ['held columns-shifted'], { format: 'csv' })
    const { run } = await expect(t, world.import(t, ownFile(rows('a1', 'a2', 'a3')), { mode: 'delta' }), 'the option says delta', 'switched', {
      received: 3,
      unchanged: 1,
      changed: 2
    })
    t.equal(run.mode, 'delta', 'and outweighs the file')
  })
]
