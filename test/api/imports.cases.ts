import { Readable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import t from 'tap'
import { ownFile, until, type Reply } from '../helpers/api.ts'
import { ROWS } from '../helpers/market.ts'
import { AT } from '../helpers/vacancy.ts'
import { EXPERT, ADMIN, bench, call } from './ground.ts'

void t.test('imports: deliver, follow, row report as list and CSV', async t => {
  const good = Array.from({ length: 9 }, (_, i) => ({ ...ROWS[0], sourceId: `nieuw-${i}` }))
  const rows = [...good, { ...ROWS[0], sourceId: '=1+1', title: '' }, { ...ROWS[0], sourceId: '@nieuw-1' }, { ...ROWS[0], sourceId: 'nieuw-2' }]
  const file = ownFile('bron-a', rows)
  const later = (seconds: number): void => {
    bench.at = { ...AT, instant: `2026-11-24T12:00:0${seconds}.000Z` }
  }
  later(1)
  const started = await call({
    method: 'POST',
    url: '/v1/imports?source=bron-a',
    as: ['een', 'import'],
    headers: { 'content-type': 'application/x-ndjson' },
    payload: file
  })
  t.match(started, { status: 202, json: { source: 'bron-a', format: 'passendwerk', state: 'wait' } }, 'the format is recognised')
  const { location } = started.headers
  t.equal(location, `/v1/imports/${started.json.id}`)
  const follow = async (url: string): Promise<Reply> =>
    await until(
      async () => await call({ url, as: ADMIN }),
      r => r.json.endedAt !== null
    )
  const run = (await follow(location as string)).json
  t.equal(run.state, 'switched')
  const c = run.counts
  t.equal(c.received, c.new + c.changed + c.unchanged + c.duplicate + c.rejected + c.expired, 'the counts add up')
  t.match(c, { received: 12, new: 10, duplicate: 1, rejected: 1 })
  t.equal((await call({ url: '/v1/vacancies/bron-a:nieuw-3', as: EXPERT })).status, 200)

  const report = (await call({ url: `${location}/rows?size=1000`, as: ADMIN })).json
  t.equal(report.items.filter((r: { severity: string }) => r.severity === 'rejected').length, c.rejected)
  t.equal(report.items.filter((r: { severity: string }) => r.severity === 'warning').length, c.warnings)
  t.ok(report.items.every((r: { message: string; remedy: string }) => r.message !== '' && r.remedy !== ''))
  const paged: unknown[] = []
  for (let after: number | null = 0; after !== null;) {
    const page: Reply = await call({ url: `${location}/rows?size=5&after=${after}`, as: ADMIN })
    paged.push(...page.json.items)
    after = page.json.next
  }
  t.same(paged, report.items, 'the pages of the report join to the whole')

  const csv = await call({ url: `${location}/rows.csv`, as: ADMIN })
  t.match(csv.headers['content-type'], /^text\/csv/)
  t.match(csv.headers['content-disposition'], /^attachment; filename="r-[a-z0-9]+\.csv"$/)
  const lines = parse(csv.text, { bom: true, delimiter: ';', columns: true }) as ReadonlyArray<Record<string, string>>
  t.same(
    lines.map(l => l['code']),
    report.items.map((r: { code: string }) => r.code)
  )
  t.ok(lines.some(l => l['sourceId'] === "'=1+1") && lines.some(l => l['sourceId'] === "'@nieuw-1"), 'what a spreadsheet would run gets an apostrophe')
  t.ok(
    csv.text
      .slice(1)
      .split('\r\n')
      .slice(1, -1)
      .every(l => /^"(?:[^"]|"")*"(?:;"(?:[^"]|"")*")*$/.test(l)),
    'always quoted'
  )

  later(2)
  const again = await call({
    method: 'POST',
    url: '/v1/imports?source=bron-a&format=passendwerk&mode=full&day=2026-11-25&name=nacht.ndjson',
    as: ADMIN,
    headers: { 'content-type': 'application/octet-stream' },
    payload: Readable.from([Buffer.from(file)])
  })
  const second = (await follow(again.headers['location'] as string)).json
  t.match(second, { state: 'unchanged', counts: { new: 0, changed: 0, unchanged: 10 } }, 'the same file again changes nothing')
  later(3)
  const strange = await call({
    method: 'POST',
    url: '/v1/imports?source=bron-b',
    as: ADMIN,
    headers: { 'content-type': 'application/octet-stream' },
    payload: 'geen bekend formaat'
  })
  t.match(strange.json, { state: 'failed', reason: 'unknown-format', message: /./, remedy: /./ })
  const list = (await call({ url: '/v1/imports?size=3', as: ADMIN })).json.items
  t.same(
    list.map((r: { id: string }) => r.id),
    [strange.json.id, again.json.id, started.json.id],
    'the newest first'
  )
  for (const payload of ['', ' \n\n']) {
    const empty = await call({
      method: 'POST',
      url: '/v1/imports?source=bron-leeg',
      as: ['een', 'import'],
      headers: { 'content-type': 'application/x-ndjson' },
      payload
    })
    t.match((await call({ url: `/v1/imports/${empty.json.id}`, as: ADMIN })).json, { state: 'failed', reason: 'empty', message: /./, remedy: /./ })
  }
  bench.at = AT
  for (const tail of ['', '/rows', '/rows.csv']) t.equal((await call({ url: `/v1/imports/r-aaaaaaaaaaaaaa${tail}`, as: ADMIN })).status, 404)
  t.same(JSON.parse(bench.dump())[0], [], 'no upload is left behind')
})

void t.test('a second import of a source that is busy is told so', async t => {
  const file = ownFile('bron-c', [{ ...ROWS[0], sourceId: 'c-1' }])
  let open: () => void = () => {}
  const held = new Promise<void>(resolve => {
    open = resolve
  })
  async function* slow(): AsyncIterable<Buffer> {
    yield Buffer.from(file.slice(0, 40))
    await held
    yield Buffer.from(file.slice(40))
  }
  const deliver = async (source: string, payload: Readable | string): Promise<Reply> =>
    await call({ method: 'POST', url: `/v1/imports?source=${source}`, as: ADMIN, headers: { 'content-type': 'application/x-ndjson' }, payload })
  const first = deliver('bron-c', Readable.from(slow()))
  await until(
    async () => JSON.parse(bench.dump())[0] as string[],
    files => files.length === 1
  )
  t.match(await deliver('bron-c', file), { status: 409, json: { type: '/problems/import-bezig' } })
  t.equal((await deliver('bron-d', ownFile('bron-d', [{ ...ROWS[0], sourceId: 'd-1' }]))).status, 202, 'another source may')
  open()
  const done = await first
  t.equal(done.status, 202)
  t.equal(
    (
      await until(
        async () => await call({ url: done.headers['location'] as string, as: ADMIN }),
        r => r.json.endedAt !== null
      )
    ).json.state,
    'switched'
  )
  const after = await deliver('bron-c', file)
  t.equal(after.status, 202, 'and it may again when the first is done')
  await until(
    async () => await call({ url: after.headers['location'] as string, as: ADMIN }),
    r => r.json.endedAt !== null
  )
})

void t.test('a run that a guard would hold passes only by a beheerder who says why; no day in the future', async t => {
  const send = async (query: string, rows: number, as: Parameters<typeof call>[0]['as'] = ADMIN): Promise<Reply> =>
    await call({
      method: 'POST',
      url: `/v1/imports?source=krimp${query}`,
      as,
      headers: { 'content-type': 'application/x-ndjson' },
      payload: ownFile(
        'krimp',
        Array.from({ length: rows }, (_, i) => ({ ...ROWS[0], sourceId: `d-${i}`, title: `Medewerker afdeling ${i}` }))
      )
    })
  const ended = async (started: Reply): Promise<Reply['json']> =>
    (
      await until(
        async () => await call({ url: started.headers['location'] as string, as: ADMIN }),
        r => r.json.endedAt !== null
      )
    ).json
  t.match(await ended(await send('', 20)), { state: 'switched', released: null })
  t.match(await ended(await send('', 5)), { state: 'held', reason: 'drop-guard', note: 'In dit bestand: 5. Gewoonlijk: 20.' })
  for (const [query, pointer] of [
    ['&accept=drop-guard', '/why'],
    ['&why=gesloten', '/accept'],
    ['&accept=alles&why=gesloten', '/accept/0'],
    ['&day=2999-01-01', '/day']
  ] as const)
    t.match(await send(query, 5), { status: 400, json: { errors: [{ pointer }] } }, query)
  t.equal((await send('&accept=drop-guard&why=gesloten', 5, ['een', 'import'])).status, 403, 'a nightly job answers for nothing')
  t.match(await ended(await send('&accept=drop-guard,id-churn&why=gesloten', 5)), {
    state: 'switched',
    released: { guards: ['drop-guard'], why: 'gesloten' }
  })
})
