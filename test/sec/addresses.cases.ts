import t from 'tap'
import type { Role } from '../../src/domain/tenant.ts'
import type { Method } from '../helpers/api.ts'
import { AT } from '../helpers/vacancy.ts'
import { requestTo, things } from './requests.cases.ts'
import { ACCESS } from './roles.cases.ts'
import { EXPERT, ADMIN, CANARY, NUMBER, bench, call, own, foreign, faults, send } from './ground.ts'

void t.test('bad input: addresses, queries, cursors', async t => {
  const other = await things(bench, 'een')
  await call({ method: 'PUT', url: `/v1/candidates/${other.id}/wishes`, as: EXPERT, headers: { 'if-match': '"1"' }, body: { wishes: {}, travel: {} } })
  const before = bench.dump()
  const ids = [
    '..',
    '../..',
    '..%2f..%2fetc%2fpasswd',
    '%2e%2e%2f',
    '%00',
    `k-${CANARY}`,
    `k-${NUMBER}`,
    'k-000000;drop',
    "k-1'%20OR%201=1--",
    'K-AAAAAAAA',
    CANARY.repeat(60),
    'a'.repeat(129),
    '%ff',
    '%',
    '%E2%80%A8',
    'k-aaaaaaaa%0d%0aX-Rol:%20beheerder',
    '{id}',
    '$%7Bjndi:x%7D',
    '__proto__',
    'constructor'
  ]
  const routes = Object.keys(ACCESS).filter(r => r.includes(':'))
  for (const route of routes) {
    for (const id of ids) {
      for (const part of [...route.matchAll(/:(?:id|run|vacancy)/g)].map(m => m[0])) {
        const address = route.split(' ')[1]?.replace(part, id).replace(':id', own.id).replace(':vacancy', own.vacancy).replace(':run', own.run) as string
        const request = requestTo(route, own)
        const as = (ACCESS[route] as string).includes('a') ? EXPERT : ADMIN
        const reply = await call({ ...request, url: address, as })
        const slug = reply.status === 400 ? 'ongeldig-verzoek' : reply.status === 405 ? 'methode-niet-toegestaan' : 'niet-gevonden'
        t.same(faults(reply, slug), [], `${route} ${part} = ${id.slice(0, 40)}`)
      }
    }
  }
  const queries: ReadonlyArray<readonly [string, string]> = [
    ['/v1/candidates?size=0', 'size'],
    ['/v1/candidates?size=201', 'size'],
    ['/v1/candidates?size=CANARY', 'size'],
    ['/v1/candidates?size=5&size=6', 'size'],
    ['/v1/candidates?after=CANARY7777', 'after'],
    ['/v1/candidates?after=k-aaaaaaaa&after=k-bbbbbbbb', 'after'],
    ['/v1/candidates?niveau=7777', 'niveau'],
    ['/v1/candidates?tenant=CANARY', 'tenant'],
    ['/v1/candidates?__proto__=CANARY', '__proto__'],
    ['/v1/candidates?constructor=CANARY', 'constructor'],
    ['/v1/imports?size=101', 'size'],
    ['/v1/imports?vreemd=CANARY', 'vreemd'],
    [`/v1/imports/${own.run}/rows?after=-1`, 'after'],
    [`/v1/imports/${own.run}/rows?size=1.5`, 'size'],
    [`/v1/imports/${own.run}/rows?size=CANARY`, 'size']
  ]
  for (const [url, field] of queries) t.same(faults(await call({ url, as: EXPERT }), 'ongeldig-verzoek', `/querystring/${field}`), [], url)
  for (const route of Object.keys(ACCESS).filter(r => r.includes('/v1/'))) {
    const request = requestTo(route, own)
    const as = (ACCESS[route] as string).includes('a') ? EXPERT : ADMIN
    t.same(
      faults(
        await call({ ...request, as, url: `${request.url}${request.url.includes('?') ? '&' : '?'}niveau=7777` }),
        'ongeldig-verzoek',
        '/querystring/niveau'
      ),
      [],
      `${route}?niveau`
    )
  }
  const uploads: ReadonlyArray<readonly [string, string]> = [
    ['', 'source'],
    ['source=CANARY', 'source'],
    ['source=..%2f..', 'source'],
    ['source=a&source=b', 'source'],
    ['source=a&format=CANARY', 'format'],
    ['source=a&mode=CANARY', 'mode'],
    ['source=a&day=2026-02-30', 'day'],
    ['source=a&name=..%2fCANARY', 'name'],
    ['source=a&name=..%5cCANARY', 'name'],
    ['source=a&vreemd=CANARY', 'vreemd']
  ]
  for (const [query, field] of uploads)
    t.same(
      faults(
        await call({ method: 'POST', url: `/v1/imports?${query}`, as: ADMIN, headers: { 'content-type': 'text/csv' }, payload: 'a;b' }),
        'ongeldig-verzoek',
        `/querystring/${field}`
      ),
      [],
      `imports?${query}`
    )

  const matches = 'POST /v1/candidates/:id/matches'
  const first = async (route: string, body: object, as: readonly [string, Role] = EXPERT, id = own.id): Promise<string> =>
    (await call({ ...requestTo(route, { ...own, id }), as, body })).json.next
  const cursor = await first(matches, { group: 'niet-passend', size: 2 })
  const [body = '', signature = ''] = cursor.split('.')
  const forged = Buffer.from(JSON.stringify({ g: 1, l: [0, 0, CANARY], q: 'x'.repeat(22) })).toString('base64url')
  const strangers: readonly string[] = [
    CANARY,
    '.',
    `${body}.`,
    `.${signature}`,
    `${forged}.${signature}`,
    `${body}.${signature.slice(1)}${signature[0]}`,
    `${body.slice(0, -2)}.${signature}`,
    `${cursor}x`,
    'A'.repeat(599),
    await first(matches, { group: 'net-niet', size: 2 }),
    await first(matches, { group: 'niet-passend', size: 2, text: 'archief' }),
    await first(matches, { group: 'niet-passend', size: 2, facets: { sector: ['84'] } }),
    await first(matches, { group: 'niet-passend', size: 2 }, EXPERT, other.id),
    await first(matches, { group: 'niet-passend', size: 2 }, ['twee', 'arbeidsdeskundige'], foreign.id),
    await first('POST /v1/vacancies/search', { size: 2 })
  ]
  t.ok(strangers.every(c => typeof c === 'string'))
  for (const [i, stranger] of strangers.entries())
    t.same(faults(await send(matches, { group: 'niet-passend', size: 2, cursor: stranger }), 'cursor-ongeldig', '/cursor'), [], `cursor ${i}`)
  for (const stranger of [
    CANARY,
    `${forged}.${signature}`,
    cursor,
    await first('POST /v1/vacancies/search', { size: 2, text: 'archief' }),
    await first('POST /v1/vacancies/search', { size: 2 }, ['twee', 'import'])
  ]) {
    t.same(faults(await send('POST /v1/vacancies/search', { size: 2, cursor: stranger }), 'cursor-ongeldig', '/cursor'), [], 'cursor of another search')
  }
  bench.at = { day: '2026-11-25', instant: '2026-11-25T12:00:00.000Z' }
  t.same(faults(await send(matches, { group: 'niet-passend', size: 2, cursor }), 'cursor-ongeldig', '/cursor'), [], 'a cursor of yesterday')
  bench.at = AT
  t.equal((await send(matches, { group: 'niet-passend', size: 5, cursor })).status, 200, 'the own cursor is taken, also with another page size')

  for (const [url, method, allow] of [
    ['/v1/candidates', 'PATCH', 'GET, HEAD, POST'],
    [`/v1/candidates/${own.id}`, 'POST', 'DELETE, GET, HEAD, PUT'],
    ['/healthz', 'DELETE', 'GET, HEAD'],
    [`/v1/candidates/${own.id}/profile`, 'GET', 'PUT'],
    ['/v1/reindex', 'OPTIONS', 'GET, HEAD, POST']
  ] as ReadonlyArray<readonly [string, Method, string]>) {
    const reply = await call({ method, url: `${url}?x=${CANARY}`, as: EXPERT })
    t.same(faults(reply, 'methode-niet-toegestaan'), [], `${method} ${url}`)
    t.equal(reply.headers['allow'], allow)
  }
  for (const url of [
    '/',
    '/v1',
    '/v2/candidates',
    `/v1/${CANARY}`,
    '/v1/candidates/x/y/z',
    '/v1/Candidates',
    '//v1/candidates',
    '/v1/%ff',
    '/v1/%',
    '/.env',
    '/docs/../v1'
  ])
    t.same(faults(await call({ url, as: EXPERT }), 'niet-gevonden'), [], url)
  t.equal(bench.dump(), before, 'nothing was stored')
})
