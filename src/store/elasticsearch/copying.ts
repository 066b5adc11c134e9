import { createHash } from 'node:crypto'
import { z } from 'zod'
import { bulk, type BulkItem } from '../../elasticsearch/bulk.ts'
import type { Connection, estypes } from '../../elasticsearch/client.ts'
import { ElasticsearchFault, faulting } from '../../elasticsearch/errors.ts'
import { refreshIndices } from '../../elasticsearch/indices.ts'

const PAGE = 500
const KEEP = '5m'

const HitSchema = z.object({ _id: z.string(), _version: z.int(), _source: z.record(z.string(), z.unknown()), sort: z.array(z.unknown()).min(1) })
type Hit = z.infer<typeof HitSchema>

/** What an index holds, whatever the order: how many documents, and a sum over id, version and content of each. */
export interface Content {
  readonly documents: number
  readonly sum: string
}

class Sum {
  documents = 0
  #sum = 0n

  add({ _id, _version, _source }: Hit): void {
    this.documents++
    const digest = createHash('sha256')
      .update(JSON.stringify([_id, _version, _source]))
      .digest('hex')
    this.#sum = BigInt.asUintN(256, this.#sum + BigInt(`0x${digest}`))
  }

  get content(): Content {
    return { documents: this.documents, sum: this.#sum.toString(16) }
  }
}

/** Every document of an index that nobody writes to, a page at a time. Throws `partial` when not all of it could be read. */
async function* pagesOf({ client }: Connection, index: string): AsyncGenerator<readonly Hit[]> {
  const { id } = await faulting(async () => await client.openPointInTime({ index, keep_alive: KEEP }))
  try {
    let after: estypes.SortResults | undefined
    for (;;) {
      const request = { pit: { id, keep_alive: KEEP }, sort: [{ _shard_doc: 'asc' as const }], size: PAGE, version: true, track_total_hits: false }
      const found = await faulting(
        async () => await client.search({ ...request, ...(after === undefined ? {} : { search_after: after }) }, { requestTimeout: 30_000 })
      )
      if (found.timed_out || found._shards.failed > 0) throw new ElasticsearchFault('partial', 'copy')
      yield z.array(HitSchema).parse(found.hits.hits)
      if (found.hits.hits.length < PAGE) return
      after = found.hits.hits.at(-1)?.sort
    }
  } finally {
    // A view that cannot be closed ends by itself.
    await client.closePointInTime({ id }).catch(() => {})
  }
}

/** What an index that nobody writes to holds. What was acknowledged and not yet findable counts, too. */
export async function contentOf(connection: Connection, index: string): Promise<Content> {
  const sum = new Sum()
  await refreshIndices(connection, [index])
  for await (const page of pagesOf(connection, index)) for (const hit of page) sum.add(hit)
  return sum.content
}

/**
 * Copies every document of a blocked index, with id and version, into an empty one; `done` hears how many so far. What the old
 * one held. `_reindex` would do it on the server, but is a module the smallest distribution lacks. An external version keeps the
 * number, which `create` cannot: the head of the audit log counts on it. Throws when a document does not fit the new mapping.
 */
export async function copyAll(connection: Connection, from: string, to: string, done: (documents: number) => void): Promise<Content> {
  const sum = new Sum()
  await refreshIndices(connection, [from])
  const items = async function* (): AsyncGenerator<BulkItem> {
    for await (const page of pagesOf(connection, from)) {
      for (const hit of page) {
        sum.add(hit)
        yield { action: 'index', index: to, id: hit._id, version: hit._version, doc: hit._source }
      }
      done(sum.documents)
    }
  }
  const report = await bulk(connection, items(), { patienceMs: 60_000 })
  if (report.refused + report.gone > 0) throw new ElasticsearchFault('refused', `${report.refused + report.gone} documents`)
  const { count } = await faulting(async () => await connection.client.count({ index: from }))
  if (count !== sum.documents) throw new ElasticsearchFault('partial', 'copy')
  return sum.content
}
