import t from 'tap'
import { momentOf } from '../../src/domain/moment.ts'
import { until } from '../helpers/api.ts'
import { ROWS } from '../helpers/market.ts'
import { AT } from '../helpers/vacancy.ts'
import { ADMIN, bench, call, create, counts } from './ground.ts'

void t.test('keys: made, used, listed without secret, expired, revoked', async t => {
  const made = await call({ method: 'POST', url: '/v1/keys', as: ADMIN, body: { role: 'jobhunter', label: 'Zoekers', expiresAt: '2026-12-01T00:00:00.000Z' } })
  t.match(made, { status: 201, json: { key: { role: 'jobhunter', label: 'Zoekers', revokedAt: null } } })
  const secret: string = made.json.secret
  const use = async (): Promise<number> => (await call({ url: '/v1/candidates', headers: { authorization: `Bearer ${secret}` } })).status
  t.equal(await use(), 200)
  const list = await call({ url: '/v1/keys', as: ADMIN })
  t.match(
    list.json.items.find((k: { id: string }) => k.id === made.json.key.id),
    made.json.key
  )
  t.notOk(list.text.includes(secret.slice(16)) || list.text.includes('hash'), 'the list shows no secret and no hash')
  t.notOk((await call({ url: '/v1/keys', as: ['twee', 'beheerder'] })).text.includes(made.json.key.id), 'another bureau does not see it')
  bench.at = momentOf(new Date('2026-12-01T00:00:00.000Z'))
  t.equal(await use(), 401, 'expired')
  bench.at = AT
  t.equal(await use(), 200)
  t.equal((await call({ method: 'DELETE', url: `/v1/keys/${made.json.key.id}`, as: ['twee', 'beheerder'] })).status, 404, 'another bureau cannot revoke it')
  t.equal(await use(), 200)
  t.equal((await call({ method: 'DELETE', url: `/v1/keys/${made.json.key.id}`, as: ADMIN })).status, 204)
  t.equal(await use(), 401, 'revoked')
  t.equal((await call({ method: 'DELETE', url: `/v1/keys/${made.json.key.id}`, as: ADMIN })).status, 404)
  t.ok(
    (await call({ url: '/v1/keys', as: ADMIN })).json.items.some(
      (k: { id: string; revokedAt: string | null }) => k.id === made.json.key.id && k.revokedAt !== null
    )
  )
})

void t.test('the last key of a beheerder does not revoke itself: nobody could make another', async t => {
  const add = async (): Promise<{ id: string; as: Record<string, string> }> => {
    const { json } = await call({ method: 'POST', url: '/v1/keys', as: ADMIN, body: { role: 'beheerder', label: 'Nog een' } })
    return { id: json.key.id, as: { authorization: `Bearer ${json.secret}` } }
  }
  const [one, two] = [await add(), await add()]
  const revoke = async (id: string, headers: Record<string, string>): Promise<number> =>
    (await call({ method: 'DELETE', url: `/v1/keys/${id}`, headers })).status
  t.equal(await revoke(one.id, one.as), 204, 'where another one is left')
  t.equal(await revoke(two.id, two.as), 409)
  t.equal((await call({ url: '/v1/keys', headers: two.as })).status, 200, 'and it still opens')
  t.equal((await call({ method: 'DELETE', url: `/v1/keys/${two.id}`, as: ADMIN })).status, 204, 'another beheerder may')
})

void t.test('reindex runs, shows its progress and changes no count', async t => {
  const { path } = await create()
  const before = await counts(path)
  const started = await call({ method: 'POST', url: '/v1/reindex', as: ADMIN })
  t.equal(started.status, 202)
  const done = await until(
    async () => await call({ url: '/v1/reindex', as: ADMIN }),
    r => r.json.running === false
  )
  t.match(done.json, { failed: false, running: false })
  t.ok(done.json.checked >= ROWS.length && done.json.endedAt !== null)
  t.same(await counts(path), before)
})

void t.test('health and ready', async t => {
  t.match(await call({ url: '/healthz' }), { status: 200, json: { status: 'ok' } })
  t.match(await call({ url: '/readyz' }), { status: 200, json: { status: 'ready' } })
})

void t.test('metrics: numbers for those who watch, no person and no question', async t => {
  await call({ method: 'POST', url: '/v1/vacancies/search', as: ADMIN, body: { text: 'archiefwoord' } })
  const reply = await call({ url: '/v1/metrics', as: ADMIN })
  t.equal(reply.status, 200)
  t.match(reply.headers['content-type'], /^text\/plain/)
  t.match(reply.text, /^passendwerk_request_seconds_count\{method="POST",route="\/v1\/vacancies\/search",status="2xx"\} [1-9]/m)
  t.match(reply.text, /^passendwerk_engine_degraded 0$/m)
  t.notMatch(reply.text, /archiefwoord|k-[a-z0-9]{16}/)
})
