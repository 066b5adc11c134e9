import { z } from 'zod'
import type { Connection } from './client.ts'
import { asFault, ElasticsearchFault, faultOf, type Fault } from './errors.ts'
import { writingAlias } from './indices.ts'

/** One write. `index` is the index itself; it is reached through its writing alias, so it is never created by a write. */
export interface BulkItem {
  readonly action: 'index' | 'create' | 'delete'
  readonly index: string
  readonly id: string
  /** External version; left out for `create`. */
  readonly version?: number
  readonly doc?: object
}

export type Outcome =
  | { readonly result: 'done' | 'already' | 'gone' }
  /** The server will never take it; `reason` speaks of the document, never of a question. */
  | { readonly result: 'refused'; readonly reason: string }

export interface Settled {
  readonly item: BulkItem
  readonly outcome: Outcome
}

export interface SendReply {
  readonly settled: readonly Settled[]
  /** Items to send again, in their order. */
  readonly again: readonly BulkItem[]
  readonly why?: Fault
}

const ReplySchema = z.object({
  items: z.array(
    z.record(
      z.string(),
      z.object({
        status: z.int(),
        error: z.object({ type: z.string(), reason: z.string().nullish(), caused_by: z.object({ reason: z.string().nullish() }).nullish() }).optional()
      })
    )
  )
})
type ItemReply = z.infer<typeof ReplySchema>['items'][number][string]

/** Faults after which the same request may go again. */
const PASSING: ReadonlySet<Fault> = new Set(['busy', 'blocked', 'lost', 'too-large'])

/** About how many bytes an item takes in a request. */
export const sizeOf = (item: BulkItem): number => 120 + (item.doc === undefined ? 0 : textOf(item.doc).length)

/** Documents are written out once, however often they are measured and sent. */
const texts = new WeakMap<object, string>()
function textOf(doc: object): string {
  const known = texts.get(doc)
  if (known !== undefined) return known
  const text = JSON.stringify(doc)
  texts.set(doc, text)
  return text
}

/** The lines of a request: an action, and for a document the document. */
function linesOf(items: readonly BulkItem[]): string {
  let lines = ''
  for (const { action, index, id, version, doc } of items) {
    const versioned = version === undefined ? {} : { version, version_type: 'external' }
    lines += `${JSON.stringify({ [action]: { _index: writingAlias(index), _id: id, ...versioned } })}\n`
    if (doc !== undefined) lines += `${textOf(doc)}\n`
  }
  return lines
}

function outcomeOf(item: BulkItem, reply: ItemReply): Outcome | Fault {
  const { status, error } = reply
  if (status < 300 || (item.action === 'delete' && status === 404 && error === undefined)) return { result: 'done' }
  const fault = faultOf(status, error?.type ?? '')
  if (fault === 'conflict') return { result: 'already' }
  if (fault === 'gone') return { result: 'gone' }
  if (PASSING.has(fault)) return fault
  const reason = [error?.type, error?.reason, error?.caused_by?.reason].filter(Boolean).join(': ')
  return { result: 'refused', reason: reason.slice(0, 300) }
}

/**
 * Sends one request and sorts its items: settled, or to be sent again. A request that failed as a whole and may go again
 * gives all its items back. Throws what waiting does not mend.
 */
export async function sendBatch(
  { client }: Connection,
  items: readonly BulkItem[],
  options: { readonly deadlineMs: number; readonly signal: AbortSignal; readonly refresh?: 'wait_for' }
): Promise<SendReply> {
  let reply: unknown
  try {
    reply = await client.bulk(
      // Text, so that a document is written out once for measuring and sending.
      {
        operations: linesOf(items) as never,
        require_alias: true,
        ...(options.refresh === undefined ? {} : { refresh: options.refresh }),
        filter_path: ['items.*.status', 'items.*.error']
      },
      { requestTimeout: options.deadlineMs, signal: options.signal }
    )
  } catch (error) {
    const fault = asFault(error)
    if (fault instanceof ElasticsearchFault && PASSING.has(fault.fault) && !(fault.fault === 'too-large' && items.length === 1))
      return { settled: [], again: items, why: fault.fault }
    throw fault
  }
  const parsed = ReplySchema.safeParse(reply)
  // An answer we cannot read may have been applied; sending again does no harm.
  if (!parsed.success || parsed.data.items.length !== items.length) return { settled: [], again: items, why: 'lost' }
  const settled: Settled[] = []
  const again: BulkItem[] = []
  let why: Fault | undefined
  items.forEach((item, i) => {
    const own = Object.values(parsed.data.items[i] ?? {})[0]
    const outcome = own === undefined ? 'lost' : outcomeOf(item, own)
    if (typeof outcome === 'string') {
      again.push(item)
      why = outcome
    } else settled.push({ item, outcome })
  })
  return { settled, again, ...(why === undefined ? {} : { why }) }
}
