import { Readable } from 'node:stream'
import t from 'tap'
import { buildServer } from '../../src/api/server.ts'
import { ownFile, type Reply } from '../helpers/api.ts'
import { BODIES, requestTo } from './requests.cases.ts'
import { EXPERT, ADMIN, CANARY, bench, call, own, faults } from './ground.ts'

void t.test('bad input: size, JSON, content type, poisoned keys', async t => {
  const before = bench.dump()
  const json = { 'content-type': 'application/json' }
  for (const route of Object.keys(BODIES)) {
    const raw = async (payload: string | Buffer, headers: Record<string, string> = json): Promise<Reply> => {
      const { body: _body, ...request } = requestTo(route, own)
      return await call({ ...request, as: route.includes('/keys') ? ADMIN : EXPERT, payload, headers: { ...request.headers, ...headers } })
    }
    t.same(faults(await raw(JSON.stringify({ ...BODIES[route], text: CANARY.repeat(50_000) })), 'te-groot'), [], `${route} too large`)
    for (const broken of ['', `{"${CANARY}": `, `{"a":"${CANARY}"`, `{"a":1}{"b":2}`, `{'${CANARY}':1}`, CANARY, '[1,', '\u0000', `{"a":7777,}`])
      t.same(faults(await raw(broken), 'ongeldige-json'), [], `${route} ${JSON.stringify(broken)}`)
    for (const poison of [
      `{"__proto__":{"rol":"${CANARY}"}}`,
      `{"constructor":{"prototype":{"rol":"${CANARY}"}}}`,
      `{"wishes":{"__proto__":{"rol":"${CANARY}"}},"facets":{"__proto__":["${CANARY}"]}}`,
      `{"\\u005f_proto__":{"rol":7777}}`
    ]) {
      t.same(faults(await raw(poison), 'ongeldige-json'), [], `${route} ${poison}`)
    }
    t.same(faults(await raw(JSON.stringify({ ...BODIES[route], constructor: CANARY })), 'ongeldig-verzoek', '/constructor'), [], `${route} constructor`)
    const whole = JSON.stringify(BODIES[route])
    for (const type of [
      'text/plain',
      'text/csv',
      'application/x-ndjson',
      'application/octet-stream',
      'application/xml',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonx',
      'application/vnd.api+json',
      'json',
      `${CANARY}/7777`,
      'application',
      ';'
    ]) {
      t.same(faults(await raw(whole, { 'content-type': type }), 'verkeerd-type'), [], `${route} as ${type}`)
    }
    t.same(faults(await raw('', {}), 'ongeldig-verzoek', ''), [], `${route} without a body`)
    for (const type of [
      'application/json',
      'application/json; charset=utf-8',
      'Application/JSON',
      'application/json;charset="utf-7"',
      'application/json ;a=b',
      'application/json;',
      'APPLICATION/JSON; a="b;c"',
      'application/json\t',
      ' application/json'
    ]) {
      for (const invalid of ['{"vreemd":1}', '[]', '{"group":7777,"role":7777}'])
        t.ok((await raw(invalid, { 'content-type': type })).status >= 400, `${route} ${invalid} as ${type} is never taken`)
    }
  }
  const upload = async (headers: Record<string, string>, payload: string | Readable = ownFile('bron', [])): Promise<Reply> =>
    await call({ method: 'POST', url: '/v1/imports?source=bron', as: ADMIN, payload, headers })
  for (const type of ['application/json', 'text/plain', 'application/xml', 'text/csvx', `${CANARY}/7777`])
    t.same(faults(await upload({ 'content-type': type }, '{}'), 'verkeerd-type'), [], `an upload as ${type}`)
  t.same(faults(await call({ method: 'POST', url: '/v1/imports?source=bron', as: ADMIN }), 'verkeerd-type'), [], 'an upload of nothing')
  t.same(
    faults(await upload({ 'content-type': 'text/csv', 'content-length': String(2 ** 30) }, Readable.from([Buffer.from('a;b')])), 'te-groot'),
    [],
    'an upload that says it is too large'
  )
  t.equal(({} as { rol?: string }).rol, undefined, 'no prototype was changed')
  t.equal(bench.dump(), before, 'nothing was stored')

  const { imports } = bench.app.apiContext()
  const small = await buildServer(
    { ...bench.app.apiContext(), imports: { formats: imports.formats, maxBytes: 1_000, start: async upload => await imports.start(upload) } },
    { logger: bench.app.logger, proxies: [], docs: false, version: 'klein' }
  )
  async function* endless(): AsyncIterable<Buffer> {
    for (let i = 0; i < 100; i++) yield Buffer.alloc(100, CANARY)
  }
  const cut = await small.inject({
    method: 'POST',
    url: '/v1/imports?source=bron',
    payload: Readable.from(endless()),
    headers: { 'content-type': 'text/csv', authorization: `Bearer ${bench.key(...ADMIN)}` }
  })
  t.match(cut, { statusCode: 413 }, 'an upload without end is cut at the cap')
  t.equal(cut.json().type, '/problems/te-groot')
  await small.close()
  t.equal(bench.dump(), before, 'and leaves no file')
})
