import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import t, { type Test } from 'tap'
import { connect, REQUEST_MS } from '../../src/elasticsearch/client.ts'
import { ElasticsearchFault, ElasticsearchUnusable, faulting } from '../../src/elasticsearch/errors.ts'
import { checkVersion } from '../../src/elasticsearch/version.ts'

interface Stub {
  /** One node per version. */
  readonly versions?: readonly string[]
  /** The header that says it is Elasticsearch; default there. */
  readonly product?: string | null
  readonly status?: number
  /** Instead of the list of nodes. */
  readonly body?: string
}

/** A server that answers one thing, whatever it is asked. Only the version is stubbed in this way: behaviour is tested on a real server. */
async function check(t: Test, stub: Stub, allowVersion?: string): Promise<readonly string[]> {
  const asked: string[] = []
  const server = createServer((req, res) => {
    asked.push(req.url ?? '')
    const product = stub.product === undefined ? 'Elasticsearch' : stub.product
    res.writeHead(stub.status ?? 200, { 'content-type': 'application/json', ...(product === null ? {} : { 'x-elastic-product': product }) })
    res.end(stub.body ?? JSON.stringify({ nodes: Object.fromEntries((stub.versions ?? []).map((version, i) => [`node-${i}`, { version }])) }))
  })
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const connection = connect({ url, prefix: 'x', replicas: 0, ...(allowVersion === undefined ? {} : { allowVersion }) })
  t.teardown(async () => {
    await connection.client.close()
    server.closeAllConnections()
    server.close()
  })
  try {
    return await checkVersion(connection)
  } finally {
    t.ok(
      asked.every(url => url.startsWith('/_nodes')),
      'only _nodes was asked: GET / is absent on a minimal server'
    )
  }
}

const refusal = async (t: Test, stub: Stub, allowVersion?: string): Promise<Error> =>
  await check(t, stub, allowVersion).then(
    found => {
      throw new Error(`was allowed: ${found.join(', ')}`)
    },
    (error: unknown) => error as Error
  )

t.test('versions we tested, or that follow them, are allowed', async t => {
  for (const version of ['8.19.0', '8.19.9', '8.19.21', '9.1.0', '9.4.3', '9.5.2', '9.5.10', '9.10.0'])
    t.strictSame(await check(t, { versions: [version] }), [version])
})

t.test('9.5.0 and 9.5.1 are refused with the reason, also when an operator allows them', async t => {
  for (const version of ['9.5.0', '9.5.1']) {
    for (const allow of [undefined, version]) {
      const error = await refusal(t, { versions: [version] }, allow)
      t.type(error, ElasticsearchUnusable)
      t.match(error.message, new RegExp(`${version.replaceAll('.', '\\.')} gives wrong hits; use 9\\.5\\.2`))
      t.match((error as ElasticsearchUnusable).remedy, /\S/, 'with a remedy')
    }
  }
})

t.test('other versions are refused unless their exact number is allowed', async t => {
  for (const version of ['7.17.29', '8.18.8', '8.1.9', '8.20.0', '9.0.8', '10.0.0']) {
    const error = await refusal(t, { versions: [version] })
    t.type(error, ElasticsearchUnusable)
    t.match(error.message, `${version} was never tested`)
    t.strictSame(await check(t, { versions: [version] }, version), [version], 'on own account')
    t.type(await refusal(t, { versions: [version] }, '8.18.0'), ElasticsearchUnusable, 'another number does not help')
  }
})

t.test('one bad node among good ones is enough', async t => {
  t.match((await refusal(t, { versions: ['9.5.2', '9.5.1', '9.5.2'] })).message, /9\.5\.1/)
  t.strictSame(await check(t, { versions: ['9.5.2', '9.4.3', '9.5.2'] }), ['9.4.3', '9.5.2'], 'an upgrade that is under way')
})

t.test('no answer that can be trusted is no permission', async t => {
  for (const product of [null, 'OpenSearch']) {
    const error = await refusal(t, { versions: ['8.19.9'], product })
    t.type(error, ElasticsearchUnusable)
    t.match(error.message, /does not say that it is Elasticsearch/)
  }
  t.type(await refusal(t, { body: '{"nodes":{}}' }), ElasticsearchUnusable, 'a list without a node')
  t.type(await refusal(t, { body: '{"nodes":{"a":{}}}' }), ElasticsearchUnusable, 'a node without a version')
  t.type(await refusal(t, { versions: ['onbekend'] }), ElasticsearchUnusable, 'a version that is no number')
  t.type(await refusal(t, { body: '{"nodes":{"a":{"vers' }), ElasticsearchFault, 'an answer that was cut')
  t.match(await refusal(t, { status: 503, body: '{"error":{"type":"x"},"status":503}' }), { fault: 'busy' }, 'a server that is not up yet')
  t.match(await refusal(t, { status: 403, body: '{"error":{"type":"security_exception"},"status":403}' }), { fault: 'refused' }, 'a key without the right')
})

t.test('a request waits as long as its own deadline says, another one the usual time', async t => {
  const server = createServer((_, res) => {
    setTimeout(() => {
      res.writeHead(200, { 'content-type': 'application/json', 'x-elastic-product': 'Elasticsearch' })
      res.end('{"nodes":{}}')
    }, REQUEST_MS + 4_000)
  })
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { client } = connect({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, prefix: 'x', replicas: 0 })
  t.teardown(async () => {
    await client.close()
    server.closeAllConnections()
    server.close()
  })
  const ask = async (options: { readonly requestTimeout?: number }): Promise<unknown> => await faulting(async () => await client.nodes.info({}, options))
  const [patient, usual] = await Promise.allSettled([ask({ requestTimeout: 60_000 }), ask({})])
  t.match(patient, { status: 'fulfilled', value: { nodes: {} } })
  t.match(usual, { status: 'rejected', reason: { fault: 'lost', type: 'timeout' } })
})
