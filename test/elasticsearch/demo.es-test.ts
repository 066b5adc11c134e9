import { randomBytes } from 'node:crypto'
import t, { type Test } from 'tap'
import { loadDemo } from '../../seed/load.ts'
import { Application } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { connect } from '../../src/elasticsearch/client.ts'
import { sweepIndices } from '../../src/elasticsearch/indices.ts'
import { createLogger } from '../../src/logger.ts'
import { sharedElasticsearch } from '../helpers/elasticsearch.ts'
import { folders } from '../helpers/folders.ts'
import { AT } from '../helpers/vacancy.ts'

const GROUPS = ['passend', 'te-verifieren', 'niet-passend', 'net-niet']

/** Every list and every count of the demo as the API gives them, without generation and signed cursor: those are of the engine. */
async function answers(t: Test, environment: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const app = await Application.open(readConfig(environment), () => AT, createLogger('silent'))
  try {
    await loadDemo(app)
    const server = await app.server('test')
    const headers = { authorization: `Bearer ${app.localKey('demo', 'arbeidsdeskundige', 'test')}` }
    const all: string[] = []
    for (const { id } of (await app.store.bureau('demo').candidates.list(undefined, 100)).toSorted((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1))) {
      for (const [path, payload] of [...GROUPS.map(group => ['matches', { group, size: 100 }] as const), ['why-not', {}] as const]) {
        const reply = await server.inject({ method: 'POST', url: `/v1/candidates/${id}/${path}`, headers, payload })
        t.equal(reply.statusCode, 200)
        const { generation: _generation, next: _next, ...body } = reply.json<Record<string, unknown>>()
        all.push(JSON.stringify(body))
      }
    }
    return all
  } finally {
    await app.close()
  }
}

t.test('the demo is the same on both engines, byte for byte', async t => {
  const url = await sharedElasticsearch()
  const prefix = `t${randomBytes(4).toString('hex')}`
  const f = folders(t)
  const here = { DATA_DIR: f.data, KEYS_DIR: f.keys }
  const there = { ENGINE: 'elasticsearch', ELASTICSEARCH_URL: url, ELASTICSEARCH_PREFIX: prefix }
  t.teardown(async () => {
    const connection = connect({ url, prefix, replicas: 0 })
    await sweepIndices(connection, prefix)
    await connection.client.close()
  })
  const embedded = await answers(t, here)
  t.equal(embedded.length, 14 * 5)
  t.strictSame(await answers(t, { ...here, ...there }), embedded, 'the engine on the server, records here')
  const g = folders(t)
  const shared = await answers(t, { ...there, STORE: 'elasticsearch', ELASTICSEARCH_PREFIX: `${prefix}s`, DATA_DIR: g.data, KEYS_DIR: g.keys })
  t.equal(shared.length, embedded.length)
  for (const [i, body] of shared.entries()) t.equal(body, embedded[i], 'engine and records on the server')
})
