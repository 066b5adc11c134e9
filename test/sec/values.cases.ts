import t from 'tap'
import { BODIES } from './requests.cases.ts'
import { CANARY, NUMBER, bench, faults, send } from './ground.ts'
import { pointerTo, nodes, put, spoilt } from './walk.ts'

void t.test('bad input: every value of every body, of a wrong kind, too long, too high, unknown', async t => {
  const before = bench.dump()
  for (const [route, body] of Object.entries(BODIES)) {
    await t.test(route, async t => {
      let n = 0
      for (const [path, value] of nodes(body)) {
        // The whole candidate has one schema for both its routes: the second walks its first level.
        if (route === 'PUT /v1/candidates/:id' && path.length > 1) continue
        for (const [name, bad, pointer] of spoilt(path, value)) {
          t.same(faults(await send(route, put(body, path, bad)), 'ongeldig-verzoek', pointer), [], `${name}: ${pointerTo(path)}`)
          n++
        }
      }
      t.ok(n >= 10)
    })
  }
  for (const route of Object.keys(BODIES)) {
    for (const field of [
      'id',
      'version',
      'tenant',
      'tenantId',
      'createdAt',
      'updatedAt',
      'consent',
      'naam',
      'geboortedatum',
      'geslacht',
      'bsn',
      'diagnose',
      'hash',
      'keyId'
    ]) {
      t.same(faults(await send(route, { ...BODIES[route], [field]: `${CANARY} ${NUMBER}` }), 'ongeldig-verzoek', `/${field}`), [], `${route} takes no ${field}`)
    }
    for (const bad of ['null', '[]', '7777', `"${CANARY}"`, 'true'])
      t.same(faults(await send(route, JSON.parse(bad)), 'ongeldig-verzoek', ''), [], `${route} ${bad}`)
  }
  t.equal(bench.dump(), before, 'nothing was stored')
})
