import type { Connection } from '../../elasticsearch/client.ts'
import { checkMapping, createIndex } from '../../elasticsearch/indices.ts'
import { readMapping } from '../../elasticsearch/mapping.ts'
import { asked } from './failures.ts'

/** Form of the documents; a newer program raises it when an older one must not write any more. */
const FORM = 1
const REMEDY =
  'Deze index is gemaakt met een andere versie van passendwerk. Zet hem om met: passendwerk es migrate (met --dry-run eerst kijken), of start die versie.'

/** Lists of rows refresh first. */
const SETTINGS: Readonly<Partial<Record<string, Readonly<Record<string, unknown>>>>> = { rows: { 'index.refresh_interval': '-1' } }

/** Files of `mappings/` for the indices of the store. */
export type RecordMapping = 'records' | 'shared' | 'rows'

/**
 * Makes an index of the store. What a write acknowledges is on the disk of two copies where there are copies: the translog is
 * synced with each request, and a write waits for a second copy. False when it, or an alias of that name, is there already.
 */
export async function makeIndex(connection: Connection, name: string, mapping: RecordMapping): Promise<boolean> {
  return await createIndex(connection, {
    name,
    mapping: readMapping(mapping),
    meta: { mapping, form: FORM },
    settings: {
      'index.translog.durability': 'request',
      'index.write.wait_for_active_shards': connection.replicas > 0 ? '2' : '1',
      ...SETTINGS[mapping]
    }
  })
}

/** Makes an index of the store when it is not there, and refuses one that is mapped otherwise. True when this call made it. */
export async function openIndex(connection: Connection, name: string, mapping: RecordMapping): Promise<boolean> {
  return await asked(async () => {
    const made = await makeIndex(connection, name, mapping)
    if (!made) {
      await checkMapping(connection, name, readMapping(mapping), REMEDY)
      // Another instance may have made it just now, or the server may just have started. `yellow` would not do: a new index is
      // called so before its shard can be read.
      await connection.client.cluster.health({ index: name, wait_for_active_shards: 1, timeout: '9s' })
    }
    return made
  })
}
