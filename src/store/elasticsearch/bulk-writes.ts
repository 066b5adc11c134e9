import { CLOCK, waitMs } from '../../elasticsearch/backoff.ts'
import type { Connection } from '../../elasticsearch/client.ts'
import { asFault, ElasticsearchFault, faultOf, isFault } from '../../elasticsearch/errors.ts'
import { writingAlias } from '../../elasticsearch/indices.ts'
import { asUnusable } from './failures.ts'

/** `if_seq_no` and `if_primary_term` of a write: it is refused when another write came first. */
export interface Place {
  readonly if_seq_no: number
  readonly if_primary_term: number
}

/** One write of a batch. `create` only when the id is free, `index` and `delete` at the place it was read from, `change` merges fields. */
export type BulkItem<T> =
  | { readonly op: 'create'; readonly id: string; readonly doc: T }
  | { readonly op: 'index'; readonly id: string; readonly doc: T; readonly at?: Place }
  | { readonly op: 'change'; readonly id: string; readonly doc: Partial<T>; readonly at: Place }
  | { readonly op: 'delete'; readonly id: string; readonly at: Place }

export type BulkResult = 'done' | 'other'

/** Bytes of one request; the server takes 100 MB, smaller ones fail cheaper. */
const MOST_BYTES = 4_000_000
/** Deadline of one request in ms (`engines.md` 5.5). */
const BULK_MS = 30_000
/** Times a write is sent again that the server had no room for. */
const TRIES = 5

function linesOf<T>(item: BulkItem<T>): readonly string[] {
  const { op, id } = item
  const place = op === 'create' ? {} : (item.at ?? {})
  const head = JSON.stringify({ [op === 'change' ? 'update' : op]: { _id: id, ...place } })
  if (op === 'delete') return [head]
  return [head, op === 'change' ? JSON.stringify({ doc: item.doc }) : JSON.stringify(item.doc)]
}

/** Sends one request; the status of each item, or nothing when the server had no room for the request as a whole. */
async function send(connection: Connection, index: string, lines: readonly string[]): Promise<readonly number[]> {
  try {
    const answer = await connection.client.bulk(
      { index: writingAlias(index), require_alias: true, operations: [...lines], timeout: '10s' },
      { requestTimeout: BULK_MS }
    )
    return answer.items.map(item => Object.values(item)[0]?.status ?? 0)
  } catch (error) {
    const fault = asFault(error)
    if (isFault(fault, 'busy') && fault.status === 429) return []
    throw asUnusable(fault)
  }
}

/** One request, and again what the server had no room for. What is not done and has no other writer is an error. */
async function settle<T>(connection: Connection, index: string, items: ReadonlyArray<BulkItem<T>>): Promise<readonly BulkResult[]> {
  const results: BulkResult[] = items.map(() => 'other')
  let open = items.map((_, i) => i)
  for (let attempt = 0; ; attempt++) {
    const statuses = await send(
      connection,
      index,
      open.flatMap(i => linesOf(items[i] as BulkItem<T>))
    )
    const busy: number[] = []
    open.forEach((i, n) => {
      const status = statuses[n] ?? 429
      const fault = faultOf(status, status === 403 ? 'cluster_block_exception' : '')
      if (status >= 200 && status < 300) results[i] = 'done'
      else if (fault === 'busy') busy.push(i)
      else if (fault !== 'conflict' && fault !== 'gone') throw asUnusable(new ElasticsearchFault(fault, 'bulk', status))
    })
    if (busy.length === 0) return results
    if (attempt === TRIES) throw asUnusable(new ElasticsearchFault('busy', 'bulk', 429))
    open = busy
    await CLOCK.sleep(waitMs(attempt, CLOCK.random()))
  }
}

/** Writes a list in requests of bounded size; one result an item, in order. */
export async function runBulk<T>(connection: Connection, index: string, items: ReadonlyArray<BulkItem<T>>): Promise<readonly BulkResult[]> {
  const results: BulkResult[] = []
  let [part, bytes]: [Array<BulkItem<T>>, number] = [[], 0]
  for (const [i, item] of items.entries()) {
    part.push(item)
    bytes += linesOf(item).reduce((n, line) => n + line.length, 0)
    if (bytes < MOST_BYTES && i < items.length - 1) continue
    results.push(...(await settle(connection, index, part)))
    ;[part, bytes] = [[], 0]
  }
  return results
}
