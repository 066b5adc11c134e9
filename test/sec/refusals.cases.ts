import t from 'tap'
import { requestTo } from './requests.cases.ts'
import { ADMIN, CANARY, EXPERT, bench, call, faults, own } from './ground.ts'

/** Refusals that the walks over bodies and addresses do not bring about. */
void t.test('bad input: versions, runs nobody knows, bodies where none is asked', async t => {
  const before = bench.dump()
  for (const route of ['PUT /v1/candidates/:id', 'PUT /v1/candidates/:id/profile', 'PUT /v1/candidates/:id/wishes', 'POST /v1/candidates/:id/documents']) {
    const { headers: _headers, ...request } = requestTo(route, own)
    t.same(faults(await call({ ...request, as: EXPERT }), 'versie-ontbreekt'), [], `${route} without a version`)
    t.same(faults(await call({ ...request, as: EXPERT, headers: { 'if-match': '"7776"' } }), 'versie-verouderd'), [], `${route} with another`)
    t.same(faults(await call({ ...request, as: EXPERT, headers: { 'if-match': CANARY } }), 'ongeldig-verzoek', '/headers/if-match'), [], route)
  }
  for (const route of ['GET /v1/imports/:run', 'GET /v1/imports/:run/rows', 'GET /v1/imports/:run/rows.csv'])
    t.same(faults(await call({ ...requestTo(route, { ...own, run: 'r-0000000000' }), as: EXPERT }), 'niet-gevonden'), [], `${route} of no run`)
  const candidates = requestTo('POST /v1/vacancies/:id/candidates', own)
  t.same(faults(await call({ ...candidates, as: EXPERT, body: { size: 1, cursor: CANARY } }), 'cursor-ongeldig', '/cursor'), [])
  const absent = { ...own, id: 'k-aaaaaaaaaaaaaaaa', key: 'aaaaaaaaaaaa' }
  for (const [route, as] of [
    ['DELETE /v1/candidates/:id', EXPERT],
    ['DELETE /v1/keys/:id', ADMIN],
    ['POST /v1/reindex', ADMIN]
  ] as const) {
    const send = async (payload: string, type: string): ReturnType<typeof call> =>
      await call({ ...requestTo(route, absent), as, payload, headers: { 'content-type': type } })
    t.same(faults(await send(`{"${CANARY}"`, 'application/json'), 'ongeldige-json'), [], `${route} with half a body`)
    t.same(faults(await send(JSON.stringify(CANARY.repeat(50_000)), 'application/json'), 'te-groot'), [], `${route} with a large one`)
    t.same(faults(await send(CANARY, 'text/plain'), 'verkeerd-type'), [], `${route} with text`)
  }
  t.equal(bench.dump(), before, 'nothing was stored')
})
