import { createHash } from 'node:crypto'
import t from 'tap'
import { makeKey } from '../../src/access/key.ts'
import type { Role } from '../../src/domain/tenant.ts'
import { requestTo } from './requests.cases.ts'
import { ACCESS } from './roles.cases.ts'
import { EXPERT, CANARY, bench, call, own, faults } from './ground.ts'

void t.test('nobody, and keys that are wrong, get in nowhere', async t => {
  const { store } = bench.app
  const at = bench.at.instant
  const keep = async (role: Role, expiresAt: string | null = null): Promise<{ secret: string; id: string }> => {
    const { secret, stored } = makeKey('een', role, 'proef', at, expiresAt)
    await store.keys.add(stored)
    return { secret, id: stored.id }
  }
  const expired = await keep('arbeidsdeskundige', at)
  const revoked = await keep('beheerder')
  const valid = await keep('arbeidsdeskundige')
  t.equal((await call({ url: '/v1/keys', headers: { authorization: `Bearer ${revoked.secret}` } })).status, 200)
  await store.keys.revoke(revoked.id, at)
  const before = bench.dump()
  const unknown = makeKey('een', 'arbeidsdeskundige', 'proef', at).secret
  const swapped = `${valid.secret.slice(0, 20)}${valid.secret[20] === 'A' ? 'B' : 'A'}${valid.secret.slice(21)}`
  // Everything about it is right but the secret: the public id of a key that works, and a checksum that fits.
  const guess = `pw_${valid.id}_${'A'.repeat(43)}`
  const guessed = `${guess}_${createHash('sha256').update(`checksum:${guess}`).digest('hex').slice(0, 6)}`
  const wrong: ReadonlyArray<readonly [string, string | undefined]> = [
    ['no key', undefined],
    ['an empty one', ''],
    ['only the word', 'Bearer'],
    ['a canary', `Bearer ${CANARY}`],
    ['too long', `Bearer ${'x'.repeat(500)}`],
    ['another scheme', `Basic ${Buffer.from(valid.secret).toString('base64')}`],
    ['without the word', valid.secret],
    ['two keys', `Bearer ${valid.secret} ${valid.secret}`],
    ['a letter changed', `Bearer ${swapped}`],
    ['checksum off', `Bearer ${valid.secret.slice(0, -1)}${valid.secret.endsWith('0') ? '1' : '0'}`],
    ['guessed', `Bearer ${guessed}`],
    ['unknown', `Bearer ${unknown}`],
    ['revoked', `Bearer ${revoked.secret}`],
    ['expired', `Bearer ${expired.secret}`],
    ['the stored hash', `Bearer ${(await store.keys.find(valid.id))?.hash}`]
  ]
  for (const [route, roles] of Object.entries(ACCESS)) {
    if (roles === '*') continue
    for (const [name, authorization] of wrong) {
      const request = requestTo(route, own)
      const reply = await call({ ...request, headers: { ...request.headers, ...(authorization === undefined ? {} : { authorization }) } })
      t.same([...faults(reply, 'niet-aangemeld'), ...(reply.headers['www-authenticate'] === 'Bearer' ? [] : ['www-authenticate'])], [], `${route}: ${name}`)
    }
  }
  t.equal((await call({ url: '/v1/candidates', headers: { authorization: `Bearer ${valid.secret}` } })).status, 200, 'the right key gets in')
  for (const [route] of Object.entries(ACCESS)) {
    for (const parameter of ['key', 'apikey', 'api_key', 'token', 'access_token', 'sleutel', 'anders']) {
      const request = requestTo(route, own)
      const reply = await call({ ...request, as: EXPERT, url: `${request.url}${request.url.includes('?') ? '&' : '?'}${parameter}=${valid.secret}` })
      t.same(
        [...faults(reply, 'sleutel-in-adres'), ...(reply.text.includes(valid.secret.slice(20, 40)) ? ['shows the key'] : [])],
        [],
        `${route}: key in the query as ${parameter}`
      )
    }
  }
  t.same(faults(await call({ url: `/v1/${valid.secret}` }), 'sleutel-in-adres'), [], 'a key in an address nobody knows')
  t.notOk(
    bench.lines.some(l => l.includes(valid.secret.slice(20, 40))),
    'no key in the log'
  )
  t.equal(bench.dump(), before, 'nothing was stored')
  await store.keys.revoke(valid.id, at)
})

void t.test('the only beheerder of a bureau keeps the own key', async t => {
  const { secret, stored } = makeKey('drie', 'beheerder', 'proef', bench.at.instant)
  await bench.app.store.keys.add(stored)
  const before = bench.dump()
  const reply = await call({ method: 'DELETE', url: `/v1/keys/${stored.id}`, headers: { authorization: `Bearer ${secret}` } })
  t.same(faults(reply, 'laatste-beheerder'), [])
  t.equal(bench.dump(), before, 'nothing was stored')
})
