import type { Connection } from '../../elasticsearch/client.ts'
import { checkMapping, createIndex } from '../../elasticsearch/indices.ts'
import { readMapping } from '../../elasticsearch/mapping.ts'
import { asked } from './failures.ts'

/** Form of the documents; a newer program raises it when an older one must not write any more. */
const FORM = 1
const REMEDY = 'Deze index is gemaakt met een andere versie van passendwerk. Start die versie.'

/**
 * Makes an index of the store when it is not there, and refuses one that is mapped otherwise. What a write acknowledges is
 * on the disk of two copies where there are copies: the translog is synced with each request, and a write waits for a
 * second copy. True when this call made it.
 */
export async function openIndex(
  connection: Connection,
  name: string,
  mapping: 'records' | 'shared' | 'rows',
  settings: Readonly<Record<string, unknown>> = {}
): Promise<boolean> {
  const ours = readMapping(mapping)
  return await asked(async () => {
    const made = await createIndex(connection, {
      name,
      mapping: ours,
      meta: { mapping, form: FORM },
      settings: {
        'index.translog.durability': 'request',
        'index.write.wait_for_active_shards': connection.replicas > 0 ? '2' : '1',
        ...settings
      }
    })
    if (!made) {
      await checkMapping(connection, name, ours, REMEDY)
      // Another instance may have made it just now, or the server may just have started. `yellow` would not do: a new index is
      // called so before its shard can be read.
      await connection.client.cluster.health({ index: name, wait_for_active_shards: 1, timeout: '9s' })
    }
    return made
  })
}
