import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import { connect, type Connection } from '../../src/elasticsearch/client.ts'
import { sweepIndices } from '../../src/elasticsearch/indices.ts'
import { ElasticsearchStore } from '../../src/store/elasticsearch/elasticsearch-store.ts'
import { TURN_TIMES, type TurnTimes } from '../../src/store/elasticsearch/turns.ts'
import { KeyRing } from '../../src/store/keys.ts'
import { folders } from '../helpers/folders.ts'

/** An instance that never shows life, as one that was killed, and one that does not wait long for such a one. */
export const SILENT = { ...TURN_TIMES, beatMs: 2 ** 30 }
export const IMPATIENT = { ...TURN_TIMES, deadMs: 300 }
/** An instance that shows life all the time. */
export const LIVELY = { ...TURN_TIMES, beatMs: 50 }

export interface ElasticsearchPlace {
  readonly connection: Connection
  readonly keys: string
  /** Another instance of the program on the same records. */
  open(times?: TurnTimes): Promise<ElasticsearchStore>
}

/** Places on one server, each with its own prefix and key folder; what lies there is taken away when the test ends. */
export function places(t: Test, url: string): () => ElasticsearchPlace {
  const { root } = folders(t)
  const start = `store-${randomBytes(4).toString('hex')}`
  let n = 0
  const all = connect({ url, prefix: start, replicas: 0 })
  t.teardown(async () => {
    await sweepIndices(all, start)
    await all.client.close()
  })
  return () => {
    const keys = join(mkdtempSync(join(root, 'plaats-')), 'keys')
    const connection = { ...all, prefix: `${start}-${++n}` }
    return { connection, keys, open: async times => await ElasticsearchStore.open(connection, new KeyRing(keys), times) }
  }
}
