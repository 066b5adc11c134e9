import { connect } from 'node:net'
import { once } from 'node:events'
import t from 'tap'
import { buildServer } from '../../src/api/server.ts'
import type { ProblemSlug } from '../../src/api/problem.ts'
import { Bench, until, type Reply } from '../helpers/api.ts'
import { CANARY, seen, leaked, faults, loggedSecrets } from './ground.ts'

void t.test('below the API: sockets with nonsense, settings against slow ones, closing, not ready', async t => {
  const low = new Bench()
  const app = await low.server()
  t.ok(app.server.headersTimeout > 0 && app.server.headersTimeout <= 5_000, 'slow headers are cut')
  t.ok(app.server.requestTimeout > app.server.headersTimeout, 'slow bodies too; the shorter one must be that of the headers, or Node swaps them')
  t.equal((app.server as unknown as { connectionsCheckingInterval: number }).connectionsCheckingInterval, 1_000, 'and looked for every second')
  t.equal(app.initialConfig.bodyLimit, 262_144)
  await app.listen({ host: '127.0.0.1', port: 0 })
  // When something below fails, the process must still end.
  t.teardown(() => {
    app.server.close()
    app.server.closeAllConnections()
  })
  const { port } = app.server.address() as { port: number }
  const say = async (...parts: readonly (string | (() => Promise<void>))[]): Promise<Reply> => {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    let said = ''
    socket.on('data', d => {
      said += String(d)
    })
    socket.on('error', () => {})
    const closed = once(socket, 'close')
    for (const part of parts) {
      if (typeof part === 'string') socket.write(part)
      else await part()
    }
    await closed
    const [head = '', text = ''] = said.split('\r\n\r\n')
    const [first = '', ...lines] = head.split('\r\n')
    return {
      call: { url: '/' },
      status: Number(first.split(' ')[1]),
      headers: Object.fromEntries(lines.map(l => [l.slice(0, l.indexOf(':')).toLowerCase(), l.slice(l.indexOf(':') + 2)])),
      text,
      json: /json/.test(head) ? JSON.parse(text) : null
    }
  }
  const tail = 'Host: x\r\nConnection: close\r\n'
  for (const [name, sent, slug] of [
    ['no HTTP', `${CANARY} 7777\r\n\r\n`, 'ongeldig-verzoek'],
    ['a header without a colon', `GET /healthz HTTP/1.1\r\nHost: x\r\n${CANARY}7777\r\n\r\n`, 'ongeldig-verzoek'],
    ['two lengths', `POST /v1/candidates HTTP/1.1\r\n${tail}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${CANARY}`, 'ongeldig-verzoek'],
    ['headers without end', `GET /healthz HTTP/1.1\r\n${tail}X-A: ${CANARY.repeat(4_000)}\r\n\r\n`, 'kop-te-groot'],
    ['an address without end', `GET /${CANARY.repeat(4_000)} HTTP/1.1\r\n${tail}\r\n`, 'kop-te-groot'],
    ['a bad escape', `GET /v1/candidates/%ff${CANARY} HTTP/1.1\r\n${tail}\r\n`, 'niet-gevonden'],
    ['a line break in the address', `GET /v1/x%0d%0a${CANARY} HTTP/1.1\r\n${tail}\r\n`, 'niet-gevonden']
  ] as ReadonlyArray<readonly [string, string, ProblemSlug]>)
    t.same(faults(await say(sent), slug), [], name)
  t.equal((await say(`GET /healthz HTTP/1.1\r\n${tail}\r\n`)).status, 200)

  let told = ''
  app.server.emit('clientError', Object.assign(new Error(CANARY), { code: 'ERR_HTTP_REQUEST_TIMEOUT', rawPacket: Buffer.from(CANARY) }), {
    writable: true,
    destroyed: false,
    write: (x: string) => {
      told += x
    },
    destroySoon: () => {}
  })
  const [head = '', body = ''] = told.split('\r\n\r\n')
  t.match(head, /^HTTP\/1\.1 408 Request Timeout\r\n/, 'too slow')
  t.match(JSON.parse(body), { type: '/problems/te-traag', status: 408, remedy: /./ })
  seen.add('te-traag')

  let closing: Promise<unknown> = Promise.resolve()
  const late = await say(
    `GET /healthz HTTP/1.1\r\n${tail}`,
    async () => {
      closing = app.close()
      await until(
        async () => app.server.listening,
        listening => !listening
      )
    },
    '\r\n'
  )
  t.same(
    [...faults(late, 'niet-gereed'), ...(late.headers['retry-after'] === undefined ? ['retry-after'] : [])],
    [],
    'a request that comes while the service stops'
  )
  await closing
  t.same(loggedSecrets(low.lines), [], 'nothing of it in the log, at its finest level')
  Object.defineProperty(low.app.engine, 'ready', { value: async () => ({ ready: false, reason: CANARY }) })
  const bench503 = await buildServer(low.app.apiContext(), { logger: low.app.logger, proxies: [], docs: false, version: 'x' })
  const notReady = await bench503.inject('/readyz')
  t.match(notReady, { statusCode: 503, headers: { 'content-type': /^application\/problem\+json/, 'retry-after': /\d/ } })
  t.same([notReady.json().type, leaked(notReady.body)], ['/problems/niet-gereed', []])
  t.equal((await bench503.inject('/healthz')).statusCode, 200, 'alive all the same')
  await bench503.close()
  await low.close()
})
