import { randomBytes } from 'node:crypto'
import type { Test } from 'tap'
import { connect, type Connection } from '../../src/elasticsearch/client.ts'
import { sweepIndices } from '../../src/elasticsearch/indices.ts'
import { sharedElasticsearch } from '../helpers/elasticsearch.ts'
import { startFaultProxy, type FaultProxy } from '../helpers/fault-proxy.ts'

/** A corner of a server for one test: its own index names, one way in that is whole and one where faults happen. */
export interface Ground {
  /** Straight to the server. */
  readonly direct: Connection
  /** Through the proxy. */
  readonly faulty: Connection
  readonly proxy: FaultProxy
  readonly prefix: string
}

/** Everything made under the prefix is gone when the test ends. `url` is a server of one's own; default the shared one. */
export async function ground(t: Test, seed = 1, url?: string): Promise<Ground> {
  const server = url ?? (await sharedElasticsearch())
  const prefix = `t-${randomBytes(5).toString('hex')}`
  const proxy = await startFaultProxy(t, server, seed)
  const direct = connect({ url: server, prefix, replicas: 0 })
  const faulty = connect({ url: proxy.url, prefix, replicas: 0 })
  t.teardown(async () => {
    await faulty.client.close()
    await sweepIndices(direct, `${prefix}-`)
    await direct.client.close()
  })
  return { direct, faulty, proxy, prefix }
}
