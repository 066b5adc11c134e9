import { join } from 'node:path'
import t from 'tap'
import { dutchTime, momentOf } from '../../src/domain/moment.ts'
import { Database } from '../../src/store/sqlite/database.ts'
import { AUDIT_EVENTS } from '../../src/audit/events.ts'
import { CANDIDATE } from '../helpers/market.ts'
import { AT } from '../helpers/vacancy.ts'
import { bench, call } from './ground.ts'

const CARE = ['logboek', 'arbeidsdeskundige'] as const
const HEAD = ['logboek', 'beheerder'] as const
interface Line {
  seq: number
  at: string
  event: string
  what: string
  by: { key: string; label: string | null; role: string }
  subject: string | null
}
const lines = async (query = '', as: readonly [string, 'beheerder' | 'arbeidsdeskundige'] = HEAD): Promise<readonly Line[]> =>
  (await call({ url: `/v1/audit${query}`, as })).json.items

void t.test('the audit log: who did what when with one candidate, newest first, page by page', async t => {
  const ids: string[] = []
  for (const pseudonym of ['KAND een', 'KAND twee'])
    ids.push((await call({ method: 'POST', url: '/v1/candidates', as: CARE, body: { ...CANDIDATE, pseudonym } })).json.id)
  const [one = '', two = ''] = ids
  for (const id of [one, two, one]) await call({ url: `/v1/candidates/${id}`, as: ['logboek', 'jobhunter'] })
  bench.at = momentOf(new Date('2026-11-25T23:30:00.000Z'))
  await call({ method: 'POST', url: `/v1/candidates/${one}/matches`, as: CARE, body: {} })

  const mine = await call({ url: `/v1/audit?candidate=${one}`, as: CARE })
  t.match(mine, { status: 200, json: { total: 4, next: null, unread: 0 } })
  t.same(
    mine.json.items.map((l: Line) => [l.event, l.what, l.by.role, l.by.label, l.at.slice(0, 10)]),
    [
      ['matches.read', 'Matches bekeken', 'arbeidsdeskundige', 'proef', '2026-11-25'],
      ['candidate.read', 'Dossier bekeken', 'jobhunter', 'proef', AT.day],
      ['candidate.read', 'Dossier bekeken', 'jobhunter', 'proef', AT.day],
      ['candidate.created', 'Kandidaat aangemaakt', 'arbeidsdeskundige', 'proef', AT.day]
    ]
  )
  t.equal(new Set(mine.json.items.map((l: Line) => l.subject)).size, 1, 'one subject')
  for (const said of [one, two, 'Utrecht', 'KAND', 'tillen', '4.13']) t.notOk(mine.text.includes(said), `the log does not say ${said}`)
  t.match(await lines(`?candidate=${one}&size=1`), [{ event: 'audit.read', subject: mine.json.items[0].subject }], 'a look at it is an event of its own')
  t.same(
    (await lines('?since=2026-11-26')).map(l => l.event),
    ['audit.read', 'audit.read', 'matches.read'],
    'a day begins at midnight in the Netherlands, not in UTC'
  )

  // What each look writes stands behind what it read: pages that follow one another neither double nor skip.
  const found: Line[] = []
  let before: number | null = (await lines('?size=1'))[0]?.seq ?? 0
  const from = before
  for (let n = 0; before !== null && n < 20; n++) {
    const page: { items: Line[]; next: number | null } = (await call({ url: `/v1/audit?size=3&before=${before}`, as: HEAD })).json
    found.push(...page.items)
    before = page.next
  }
  t.same(
    found.map(l => l.seq),
    Array.from({ length: from - 1 }, (_, i) => from - 1 - i)
  )

  await call({ method: 'DELETE', url: `/v1/candidates/${one}`, as: CARE })
  t.equal((await lines(`?candidate=${one}`, CARE))[0]?.event, 'candidate.erased', 'who looked at an erased dossier can still be told')
  t.same(await lines(`?candidate=${two}`, ['een', 'arbeidsdeskundige']), [], 'another bureau knows nothing of it')
  t.match(await call({ url: '/v1/audit', as: CARE }), { status: 403, json: { detail: /voor een beheerder/ } }, 'all of it is for who answers for the bureau')
  t.ok(
    (await lines()).every(l => Object.values(AUDIT_EVENTS).includes(l.what as never)),
    'every event has words'
  )
  bench.at = AT
})

void t.test('the audit log says whether it is whole, and reads on past what is damaged', async t => {
  const log = async (path: string): Promise<{ checked: number; breaks: unknown; items: readonly Line[] }> =>
    (await call({ url: `/v1/audit${path}`, as: HEAD })).json
  t.match(await log('/verify'), { broken: 0, breaks: [] })
  const { checked } = await log('/verify')
  const db = new Database(join(bench.folder, 'data', 'bureau-logboek.db'))
  t.teardown(() => {
    db.close()
  })
  const rows = db.all('SELECT seq, body, hash FROM audit ORDER BY seq')
  const restore = (): void => {
    db.run('DELETE FROM audit WHERE seq <= ?', rows.length)
    for (const r of rows) db.run('INSERT INTO audit VALUES (?, ?, ?)', Number(r['seq']), String(r['body']), String(r['hash']))
  }
  t.equal(checked, rows.length)

  db.run("UPDATE audit SET body = 'weg' WHERE seq = 3")
  t.same(await log('/verify'), { checked, broken: 1, breaks: [{ seq: 3, kind: 'changed' }] })
  const read = await log('?size=1000')
  t.match(read, { unread: 1 })
  t.same([read.items.length, read.items.filter((l: Line) => l.seq === 3)], [checked - 1, []], 'the other records are still read')
  restore()

  db.run('UPDATE audit SET body = replace(body, ?, ?) WHERE seq = 2', 'arbeidsdeskundige', 'beheerder')
  t.same((await log('/verify')).breaks, [{ seq: 2, kind: 'changed' }], 'a record that can be read may be a lie')
  restore()

  db.run('DELETE FROM audit WHERE seq = 2')
  t.same((await log('/verify')).breaks, [{ seq: 3, kind: 'gap' }])
  restore()

  const [a, b] = [rows[3], rows[4]]
  db.run('UPDATE audit SET body = ?, hash = ? WHERE seq = 4', String(b?.['body']), String(b?.['hash']))
  db.run('UPDATE audit SET body = ?, hash = ? WHERE seq = 5', String(a?.['body']), String(a?.['hash']))
  t.same(
    (await log('/verify')).breaks,
    [4, 5, 6].map(seq => ({ seq, kind: 'unlinked' })),
    'swapped'
  )
  restore()
  db.run('DELETE FROM audit WHERE seq > ?', rows.length - 1)
  t.same((await log('/verify')).breaks, [{ seq: rows.length - 1, kind: 'end' }])
})

void t.test('a Dutch time names its distance to UTC: the hour that comes twice is told apart', t => {
  t.equal(dutchTime('2026-11-24T12:00:00.000Z'), '24-11-2026 13:00:00 +01:00')
  t.equal(dutchTime('2026-10-25T00:30:05.000Z'), '25-10-2026 02:30:05 +02:00')
  t.equal(dutchTime('2026-10-25T01:30:05.000Z'), '25-10-2026 02:30:05 +01:00')
  t.equal(dutchTime('2026-12-31T23:05:00.000Z'), '01-01-2027 00:05:00 +01:00')
  t.end()
})
