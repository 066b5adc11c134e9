import { z } from 'zod'
import type { Connection } from './client.ts'
import { ElasticsearchFault, ElasticsearchUnusable, faulting, isFault } from './errors.ts'
import { mappingDifferences, type Mapping } from './mapping.ts'

/** Behind an index name: its writing alias. Bulk writes go through it, so that a late write never creates a swept index anew. */
const WRITING = '.w'
export const writingAlias = (index: string): string => `${index}${WRITING}`

/** Deadline in ms of what moves the state of the whole cluster, one after the other: above the 30 s that the server gives itself. */
const SLOW_MS = 60_000
/** For how long a merge is waited for; the server goes on with it. */
const MERGE_MS = 10 * 60_000

export interface NewIndex {
  readonly name: string
  readonly mapping: Mapping
  /** Settings beside the number of replicas; `settings.number_of_shards` is 1 when left out. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** What we note about the index itself; strings and numbers, no data. */
  readonly meta?: Readonly<Record<string, string | number>>
  readonly replicas?: number
}

/** Creates a strict index with its writing alias. False when it, or an alias of that name, is there already. */
export async function createIndex({ client, replicas }: Connection, index: NewIndex): Promise<boolean> {
  try {
    await faulting(
      async () =>
        await client.indices.create(
          {
            index: index.name,
            mappings: { ...index.mapping, ...(index.meta === undefined ? {} : { _meta: { ...index.meta } }) },
            settings: { number_of_shards: 1, number_of_replicas: index.replicas ?? replicas, ...index.settings },
            aliases: { [writingAlias(index.name)]: { is_hidden: true } }
          },
          { requestTimeout: SLOW_MS }
        )
    )
    return true
  } catch (error) {
    if (!(error instanceof ElasticsearchFault)) throw error
    if (error.type === 'resource_already_exists_exception') return false
    // The name may be that of an alias: the index behind it has another one.
    if (error.type === 'invalid_index_name_exception' && (await faulting(async () => await client.indices.existsAlias({ name: index.name })))) return false
    throw error
  }
}

/** Throws ElasticsearchUnusable when an index (or one behind an alias) is mapped otherwise than ours. */
export async function checkMapping({ client }: Connection, index: string | readonly string[], mapping: Mapping, remedy: string): Promise<void> {
  const reply: unknown = await faulting(async () => await client.indices.getMapping({ index: typeof index === 'string' ? index : [...index] }))
  const found = z.record(z.string(), z.object({ mappings: z.unknown() })).parse(reply)
  for (const [name, { mappings }] of Object.entries(found)) {
    const differences = mappingDifferences(mapping, mappings)
    if (differences.length > 0) throw new ElasticsearchUnusable(`index ${name} is mapped otherwise: ${differences.slice(0, 5).join('; ')}`, remedy)
  }
}

export interface FoundIndex {
  readonly name: string
  readonly aliases: readonly string[]
  readonly meta: Readonly<Record<string, string | number>>
}

const FoundSchema = z.record(
  z.string(),
  z.object({
    aliases: z.record(z.string(), z.unknown()).default({}),
    mappings: z.object({ _meta: z.record(z.string(), z.union([z.string(), z.number()])).default({}) }).prefault({})
  })
)

/** Every open index whose name begins so, with its aliases and notes, of one moment; sorted by name. */
export async function listIndices({ client }: Connection, start: string): Promise<readonly FoundIndex[]> {
  const reply: unknown = await faulting(
    async () =>
      await client.indices.get({
        index: `${start}*`,
        features: ['aliases', 'mappings'],
        allow_no_indices: true,
        expand_wildcards: ['open', 'hidden'],
        filter_path: ['*.aliases', '*.mappings._meta']
      })
  )
  return Object.entries(FoundSchema.parse(reply))
    .map(([name, { aliases, mappings }]) => ({ name, aliases: Object.keys(aliases), meta: mappings._meta }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** An index that somebody else deletes in the same moment fails the request for all of its indices; it is not asked for again. */
const DELETE_TRIES = 5

async function deleteSome({ client }: Connection, names: readonly string[]): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await faulting(
        async () => await client.indices.delete({ index: [...names], ignore_unavailable: true, expand_wildcards: 'none' }, { requestTimeout: SLOW_MS })
      )
      return
    } catch (error) {
      if (!isFault(error, 'gone') || tries === DELETE_TRIES) throw error
    }
  }
}

/** Deletes indices by their names, one by one is not needed; absent ones are no error. No patterns: a server may forbid those. */
export async function deleteIndices(connection: Connection, names: readonly string[]): Promise<void> {
  // A name is at most some tens of characters; a URL may hold 4,096.
  for (let i = 0; i < names.length; i += 20) await deleteSome(connection, names.slice(i, i + 20))
}

/** Deletes every index whose name begins so. For tests and for taking an installation away. */
export async function sweepIndices(connection: Connection, start: string): Promise<number> {
  const names = (await listIndices(connection, start)).map(i => i.name)
  await deleteIndices(connection, names)
  return names.length
}

/** Moves an alias in one atomic step. False when one of `from` is no longer behind it: another one was first. */
export async function moveAlias({ client }: Connection, alias: string, from: readonly string[], to: readonly string[]): Promise<boolean> {
  if (from.length + to.length === 0) return true
  const actions = [...from.map(index => ({ remove: { index, alias, must_exist: true } })), ...to.map(index => ({ add: { index, alias } }))]
  try {
    await faulting(async () => await client.indices.updateAliases({ actions }, { requestTimeout: SLOW_MS }))
    return true
  } catch (error) {
    if (isFault(error, 'gone')) return false
    throw error
  }
}

/** Makes everything written to these indices searchable. Throws when a copy could not. */
export async function refreshIndices({ client }: Connection, names: readonly string[]): Promise<void> {
  if (names.length === 0) return
  const reply: unknown = await faulting(async () => await client.indices.refresh({ index: [...names] }, { requestTimeout: SLOW_MS }))
  const { _shards } = z.object({ _shards: z.object({ failed: z.number() }) }).parse(reply)
  if (_shards.failed > 0) throw new ElasticsearchFault('partial', 'refresh')
}

/** Makes so many segments of each shard of an index that is written: each question looks every code up once a segment. Not having done so harms nothing. */
export async function mergeIndex({ client }: Connection, index: string, segments = 1): Promise<void> {
  await faulting(async () => await client.indices.forcemerge({ index, max_num_segments: segments }, { requestTimeout: MERGE_MS }))
}
