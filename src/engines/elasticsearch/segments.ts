import { z } from 'zod'
import type { Connection } from '../../elasticsearch/client.ts'
import { ElasticsearchFault, faulting, isFault } from '../../elasticsearch/errors.ts'
import { mergeIndex } from '../../elasticsearch/indices.ts'

/** The server reads fewer documents than this one after the other, in however many segments they lie. */
const LEAST = 50_000
/** A larger segment takes minutes and much of the disk to write. */
const MOST = 1_000_000

/** Segments of a shard: one a processor, since a search reads them side by side and each costs it the same look-ups again. */
export const segmentsOf = (documents: number, processors: number): number =>
  Math.max(1, Math.min(processors, Math.floor(documents / LEAST)), Math.ceil(documents / MOST))

const NodesSchema = z.object({ nodes: z.record(z.string(), z.object({ os: z.object({ allocated_processors: z.int().min(1) }) })) })

/** Processors of the node with vacancies that has the fewest. */
async function processorsOf({ client }: Connection): Promise<number> {
  const reply: unknown = await faulting(
    async () => await client.nodes.info({ node_id: 'data:true', metric: 'os', filter_path: 'nodes.*.os.allocated_processors' })
  )
  const parsed = NodesSchema.safeParse(reply)
  if (!parsed.success) throw new ElasticsearchFault('unreadable', 'processors')
  return Math.min(...Object.values(parsed.data.nodes).map(n => n.os.allocated_processors))
}

/**
 * Merges an index that was filled and is not shown yet; `documents` are those of one shard. It is as right without: a server
 * that is busy, or takes longer than is waited for, is left alone.
 */
export async function mergeFilled(connection: Connection, index: string, documents: number): Promise<void> {
  try {
    const processors = documents < 2 * LEAST ? 1 : await processorsOf(connection)
    await mergeIndex(connection, index, segmentsOf(documents, processors))
  } catch (error) {
    if (!isFault(error, 'lost') && !isFault(error, 'busy') && !isFault(error, 'blocked')) throw error
  }
}
