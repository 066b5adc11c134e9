import t from 'tap'
import { sharedElasticsearch, versionAsked } from '../helpers/elasticsearch.ts'
import { bulkFaultCases } from './bulk-faults.cases.ts'
import { engineFaultCases } from './engine-faults.cases.ts'

t.test('the shared server is a real Elasticsearch of the version asked', async t => {
  const reply = await fetch(`${await sharedElasticsearch()}/_nodes`)
  const { nodes } = (await reply.json()) as { nodes: Record<string, { version: string }> }
  t.equal(reply.headers.get('x-elastic-product'), 'Elasticsearch')
  t.strictSame([...new Set(Object.values(nodes).map(n => n.version))], [versionAsked() ?? Object.values(nodes)[0]?.version])
})

t.test('bulk', bulkFaultCases)
t.test('engine', engineFaultCases)
