import { randomBytes } from 'node:crypto'
import type { Test } from 'tap'
import { connect, type Connection } from '../../../src/elasticsearch/client.ts'
import { sweepIndices } from '../../../src/elasticsearch/indices.ts'
import { sharedElasticsearch } from '../../helpers/elasticsearch.ts'

/** Index names of one test's own on the shared server; gone when the test ends. */
export async function world(t: Test): Promise<Connection> {
  const connection = connect({ url: await sharedElasticsearch(), prefix: `t-${randomBytes(5).toString('hex')}`, replicas: 0 })
  t.teardown(async () => {
    await sweepIndices(connection, `${connection.prefix}-`)
    await connection.client.close()
  })
  return connection
}

/** What lies in the index of a bureau, in order of candidate. */
export async function documents({ client, prefix }: Connection, tenant: string): Promise<ReadonlyArray<Record<string, unknown>>> {
  const index = `${prefix}-profiles-${tenant}`
  await client.indices.refresh({ index })
  const { hits } = await client.search<Record<string, unknown>>({ index, size: 10_000, sort: [{ candidate: 'asc' }] })
  return hits.hits.map(h => h._source ?? {})
}
