import { z } from 'zod'
import type { Connection } from '../../elasticsearch/client.ts'
import { faulting } from '../../elasticsearch/errors.ts'
import { listIndices } from '../../elasticsearch/indices.ts'
import { mappingDifferences, readMapping } from '../../elasticsearch/mapping.ts'
import { isBlocked, versionIn } from '../../elasticsearch/succession.ts'
import { asked } from './failures.ts'
import type { RecordMapping } from './open-index.ts'

/** One set of records on the server: the index that is in use, and what lies beside it. */
export interface RecordIndex {
  /** The name the store uses. */
  readonly base: string
  readonly mapping: RecordMapping
  /** The index behind it, with its version. */
  readonly index: string
  readonly version: number
  /** How its mapping differs from ours; empty when it does not. */
  readonly differences: readonly string[]
  readonly documents: number
  /** Writes are refused: a change was begun and is not over. */
  readonly blocked: boolean
  /** Newer indices that never came into use. */
  readonly unfinished: readonly string[]
  /** Indices it came in the place of. */
  readonly former: readonly string[]
}

/** Of which kind the index behind a name is. */
function mappingOf(start: string, base: string): RecordMapping | undefined {
  const part = base.slice(start.length)
  return part === 'shared' || part === 'rows' ? part : part.startsWith('bureau-') ? 'records' : undefined
}

/** Every set of records of an installation, by name. Throws StoreUnusable. */
export async function recordIndexes(connection: Connection): Promise<readonly RecordIndex[]> {
  const start = `${connection.prefix}-store-`
  return await asked(async () => {
    const all = await listIndices(connection, start)
    const found: RecordIndex[] = []
    for (const base of new Set(all.map(i => versionIn(i.name).base))) {
      const indices = all.filter(i => versionIn(i.name).base === base)
      const mapping = mappingOf(start, base)
      const current = indices.find(i => i.name === base || i.aliases.includes(base))?.name
      if (mapping === undefined || current === undefined) continue
      const { version } = versionIn(current)
      const others = indices.map(i => i.name).filter(name => name !== current)
      const isFormer = (name: string): boolean => versionIn(name).version < version
      found.push({
        base,
        mapping,
        index: current,
        version,
        differences: await differencesOf(connection, current, mapping),
        documents: (await faulting(async () => await connection.client.count({ index: current }))).count,
        blocked: await isBlocked(connection, current),
        unfinished: others.filter(name => !isFormer(name)),
        former: others.filter(isFormer)
      })
    }
    return found
  })
}

async function differencesOf({ client }: Connection, index: string, mapping: RecordMapping): Promise<readonly string[]> {
  const reply: unknown = await faulting(async () => await client.indices.getMapping({ index }))
  return mappingDifferences(readMapping(mapping), z.record(z.string(), z.object({ mappings: z.unknown() })).parse(reply)[index]?.mappings)
}
