import { join } from 'node:path'
import t from 'tap'
import { AUDIT_EVENTS } from '../../src/audit/events.ts'
import { Database } from '../../src/store/sqlite/database.ts'
import type { Role } from '../../src/domain/tenant.ts'
import { CANDIDATE } from '../helpers/market.ts'
import { AT } from '../helpers/vacancy.ts'
import { requestTo, things } from './requests.cases.ts'
import { ACCESS, ROLES } from './roles.cases.ts'
import { bench, call } from './ground.ts'

void t.test('the audit log of one bureau: every event once, the chain verifies, tampering is found', async t => {
  const audit = bench.app.store.bureau('drie')
  const events: string[] = []
  await bench.call({ method: 'POST', url: '/v1/candidates', as: ['drie', 'arbeidsdeskundige'], body: CANDIDATE })
  for (const route of bench.routes) {
    const name = `${route.method} ${route.url}`
    const allowed = ACCESS[name]
    if (allowed === undefined) continue
    const mine = await things(bench, 'drie')
    const before = (await audit.audit.list(0, 100_000)).length
    const role = ROLES[allowed.replace('*', 'a')[0] as string] as Role
    const reply = await call({ ...requestTo(name, mine), as: ['drie', role] })
    t.ok(reply.status < 300, `${name} ${reply.status}`)
    const written = (await audit.audit.list(before, 100)).map(r => r.event)
    t.same(written, route.config?.audit === false ? [] : [route.config?.audit], `${name} writes ${String(route.config?.audit)}`)
    events.push(...written)
  }
  t.same(
    [...new Set(events)].sort(),
    Object.keys(AUDIT_EVENTS)
      .filter(e => e !== 'diagnosis.refused')
      .sort(),
    'every event of the catalogue is written by a route'
  )
  const { checked, broken } = await audit.audit.verify()
  t.same({ checked, broken }, { checked: (await audit.audit.list(0, 100_000)).length, broken: 0 })
  const db = new Database(join(bench.folder, 'data', 'bureau-drie.db'))
  t.teardown(() => {
    db.close()
  })
  const rows = db.all('SELECT seq, body, hash FROM audit ORDER BY seq')
  const restore = (): void => {
    db.run('DELETE FROM audit')
    for (const r of rows) db.run('INSERT INTO audit VALUES (?, ?, ?)', Number(r['seq']), String(r['body']), String(r['hash']))
  }
  let found = 0
  const tries = 60
  for (let i = 0; i < tries; i++) {
    const n = 1 + ((i * 7) % (rows.length - 2))
    const [row, next] = [rows[n - 1], rows[n]] as [Record<string, unknown>, Record<string, unknown>]
    const record = JSON.parse(String(row['body'])) as Record<string, unknown>
    const hash = String(row['hash'])
    const change = Object.keys(record).filter(k => k !== 'seq')[i % 8] as string
    if (i % 4 === 0) db.run('DELETE FROM audit WHERE seq = ?', n)
    else if (i % 4 === 1) {
      db.run('UPDATE audit SET body = ?, hash = ? WHERE seq = ?', String(next['body']), String(next['hash']), n)
      db.run('UPDATE audit SET body = ?, hash = ? WHERE seq = ?', String(row['body']), String(row['hash']), n + 1)
    } else if (i % 4 === 2) db.run('UPDATE audit SET body = ? WHERE seq = ?', JSON.stringify({ ...record, [change]: 'anders' }), n)
    else db.run('UPDATE audit SET hash = ? WHERE seq = ?', `${hash.startsWith('A') ? 'B' : 'A'}${hash.slice(1)}`, n)
    if ((await audit.audit.verify()).broken > 0) found++
    else t.fail(`not found: try ${i}, record ${n}, ${change}`)
    restore()
  }
  for (const tail of [1, 2, 5]) {
    db.run('DELETE FROM audit WHERE seq > ?', rows.length - tail)
    t.ok((await audit.audit.verify()).broken > 0, `the last ${tail} dropped`)
    restore()
  }
  t.equal(found, tries)
  t.equal((await audit.audit.verify()).broken, 0, 'restored')

  // Two histories from one point, as a backup put back would give: a genuine record of the one does not pass in the other.
  const { id } = await things(bench, 'drie')
  const read = async (): Promise<void> => {
    await call({ url: `/v1/candidates/${id}`, as: ['drie', 'jobhunter'] })
  }
  const from = Number(db.first('SELECT max(seq) AS n FROM audit')?.['n'])
  const [point] = db.all('SELECT * FROM audit_head')
  await read()
  await read()
  const [stray] = db.all('SELECT * FROM audit WHERE seq = ?', from + 1) as [Record<string, unknown>]
  db.run('DELETE FROM audit WHERE seq > ?', from)
  db.run('UPDATE audit_head SET seq = ?, hash = ?, mac = ?', Number(point?.['seq']), String(point?.['hash']), String(point?.['mac']))
  t.equal((await audit.audit.verify()).broken, 0, 'the history up to the point stands by itself')
  bench.at = { ...bench.at, instant: '2026-11-24T13:00:00.000Z' }
  await read()
  await read()
  t.equal((await audit.audit.verify()).broken, 0)
  const [mine] = db.all('SELECT * FROM audit WHERE seq = ?', from + 1) as [Record<string, unknown>]
  db.run('UPDATE audit SET body = ?, hash = ? WHERE seq = ?', String(stray['body']), String(stray['hash']), from + 1)
  t.equal((await audit.audit.verify()).broken, 1, 'a record of another history is found')
  bench.at = AT
  db.run('UPDATE audit SET body = ?, hash = ? WHERE seq = ?', String(mine['body']), String(mine['hash']), from + 1)
})
