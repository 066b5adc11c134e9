/** A reply as it goes back to the client. */
export interface Reply {
  readonly status: number
  readonly body: Buffer
  readonly type: string
}

const JSON_TYPE = 'application/vnd.elasticsearch+json;compatible-with=8'

const failure = (status: number, type: string, reason: string): Reply => ({
  status,
  type: JSON_TYPE,
  body: Buffer.from(JSON.stringify({ error: { root_cause: [{ type, reason }], type, reason }, status }))
})

/** What Elasticsearch itself answers in these states; shape and words as a real 8.19 gives them. */
export const CANNED = {
  /** The whole request is too much now. */
  busy: failure(429, 'es_rejected_execution_exception', 'rejected execution of coordinating operation'),
  /** An index that takes no writes. (A full disk comes as 429 with this same type, item by item: tested with the real block.) */
  blocked: failure(403, 'cluster_block_exception', 'index [x] blocked by: [FORBIDDEN/8/index write (api)];'),
  unavailable: failure(503, 'no_shard_available_action_exception', 'no shard available'),
  /** The key was revoked: nothing is done any more, and waiting does not help. */
  revoked: failure(401, 'security_exception', 'unable to authenticate'),
  /** A proxy in between that speaks for a server which is away. */
  html: { status: 200, type: 'text/html', body: Buffer.from('<html><body>Onderhoud</body></html>') }
} as const satisfies Readonly<Record<string, Reply>>

interface Action {
  readonly kind: string
  readonly meta: { readonly _index?: string; readonly _id?: string }
  readonly lines: readonly string[]
}

/** The actions of a bulk request, each with its document line if it has one. */
export function bulkActions(body: Buffer): readonly Action[] {
  const lines = body
    .toString()
    .split('\n')
    .filter(l => l !== '')
  const actions: Action[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string
    const [kind, meta] = Object.entries(JSON.parse(line) as Record<string, Action['meta']>)[0] as [string, Action['meta']]
    actions.push({ kind, meta, lines: kind === 'delete' ? [line] : [line, lines[++i] as string] })
  }
  return actions
}

/** The actions that are left, as a request body; undefined when none is. */
export const bulkBody = (actions: readonly Action[]): Buffer | undefined =>
  actions.length === 0 ? undefined : Buffer.from(`${actions.flatMap(a => a.lines).join('\n')}\n`)

/** The server's reply to what it was sent, with a 429 put in for each action that was held back, in the order asked. */
export function withRefused(actions: readonly Action[], refused: ReadonlySet<Action>, reply: Reply | undefined): Reply {
  if (reply !== undefined && reply.status >= 300) return reply
  const answered = reply === undefined ? { errors: true, took: 0 } : (JSON.parse(reply.body.toString()) as Record<string, unknown> & { items?: unknown[] })
  const items = [...((answered as { items?: unknown[] }).items ?? [])]
  const error = { type: 'es_rejected_execution_exception', reason: 'rejected execution of primary operation' }
  const merged = actions.map(a => (refused.has(a) ? { [a.kind]: { _index: a.meta._index, _id: a.meta._id, status: 429, error } } : items.shift()))
  return { status: 200, type: JSON_TYPE, body: Buffer.from(JSON.stringify({ ...answered, errors: true, items: merged })) }
}

/** A search reply of which one shard did not answer, or that ran out of time, though the server answered whole. Also each part of an `_msearch`. */
export function incomplete(reply: Reply, how: 'failed-shard' | 'timed-out'): Reply {
  const body = JSON.parse(reply.body.toString()) as Record<string, unknown>
  const spoil = (part: Record<string, unknown>): Record<string, unknown> =>
    how === 'timed-out'
      ? { ...part, timed_out: true }
      : {
          ...part,
          _shards: { ...(part['_shards'] as object | undefined), failed: 1, failures: [{ shard: 0, reason: { type: 'circuit_breaking_exception' } }] }
        }
  const { responses } = body as { responses?: Record<string, unknown>[] }
  const spoiled = responses === undefined ? spoil(body) : { ...body, responses: responses.map((r, i) => (i === responses.length - 1 ? spoil(r) : r)) }
  return { ...reply, body: Buffer.from(JSON.stringify(spoiled)) }
}
