import type { Test } from 'tap'
import { waitMs, type Clock } from '../../src/elasticsearch/backoff.ts'
import { bulk, type BulkItem, type BulkOptions, type Outcome } from '../../src/elasticsearch/bulk.ts'
import { errors, type Connection } from '../../src/elasticsearch/client.ts'

const BUSY = { status: 429, error: { type: 'es_rejected_execution_exception', reason: 'queue is full' } }
const done = { status: 201 }
type ItemReply = typeof done | typeof BUSY | { readonly status: number; readonly error: { readonly type: string; readonly reason: string } }
type Answer = readonly ItemReply[] | Error

const failed = (status: number, type: string): Error =>
  new errors.ResponseError({ statusCode: status, body: { error: { type, reason: 'x' } }, headers: {}, warnings: null, meta: {} as never })
const meta = {} as never
const item = (i: number): BulkItem => ({ action: 'index', index: 'x', id: `id-${i}`, version: 1, doc: { n: i } })
const items = (n: number): readonly BulkItem[] => Array.from({ length: n }, (_, i) => item(i))

/** A transport that answers as told, request by request, and then takes everything; waits are noted, not waited. */
function stub(answers: readonly Answer[]) {
  const sent: Array<readonly string[]> = []
  const slept: number[] = []
  let now = 0
  const clock: Clock = {
    now: () => now,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted()
      slept.push(ms)
      now += ms
    },
    random: () => 0.5
  }
  const client = {
    bulk: async ({ operations, require_alias }: { operations: string; require_alias: boolean }) => {
      if (!require_alias) throw new Error('a write could create an index')
      const ids = operations.split('\n').flatMap(line => [...line.matchAll(/"_id":"([^"]+)"/g)].map(m => m[1] as string))
      const answer = answers[sent.length] ?? ids.map(() => done)
      sent.push(ids)
      if (answer instanceof Error) throw answer
      return { items: answer.map(a => ({ index: a })) }
    }
  }
  const outcomes = new Map<string, Outcome>()
  const write = async (list: Iterable<BulkItem> | AsyncIterable<BulkItem>, options: BulkOptions = {}) =>
    await bulk({ client, prefix: 'x', replicas: 0, allowVersion: undefined } as unknown as Connection, list, {
      clock,
      settled: (i, o) => outcomes.set(i.id, o),
      ...options
    })
  return { sent, slept, outcomes, write }
}

/** Every fate an item can have, and what is sent again (`engines.md` 5.5). */
export async function bulkCases(t: Test): Promise<void> {
  await t.test('done, already there, refused and gone', async t => {
    const { sent, outcomes, write } = stub([
      [
        done,
        { status: 409, error: { type: 'version_conflict_engine_exception', reason: 'newer' } },
        { status: 400, error: { type: 'document_parsing_exception', reason: 'published is no number' } },
        { status: 404, error: { type: 'index_not_found_exception', reason: 'no such alias' } }
      ]
    ])
    const report = await write(items(4))
    t.match(report, { done: 1, already: 1, refused: 1, gone: 1, requests: 1, retries: 0 })
    t.match(outcomes.get('id-2'), { result: 'refused', reason: /published is no number/ })
    t.equal(sent.length, 1, 'none of these goes again')
  })

  await t.test('an item with 429 goes again alone, after a wait between 0.5 and 1 s', async t => {
    const { sent, slept, write } = stub([[done, BUSY, done]])
    t.match(await write(items(3)), { done: 3, retries: 1 })
    t.strictSame(sent, [['id-0', 'id-1', 'id-2'], ['id-1']])
    t.strictSame(slept, [750])
  })

  for (const [name, answer] of Object.entries({
    'a whole request with 429': failed(429, 'es_rejected_execution_exception'),
    '503': failed(503, 'unavailable'),
    'a blocked index': failed(403, 'cluster_block_exception'),
    'a timeout': new errors.TimeoutError('Request timed out', meta),
    'a lost connection': new errors.ConnectionError('socket hang up', meta),
    'a reply that breaks off': new errors.DeserializationError('Unexpected end', '{"items":[')
  })) {
    await t.test(`${name}: everything goes again, and once is enough`, async t => {
      const { sent, slept, write } = stub([answer, answer])
      t.match(await write(items(3)), { done: 3, requests: 3, retries: 2 })
      t.strictSame(
        sent,
        [0, 1, 2].map(() => ['id-0', 'id-1', 'id-2'])
      )
      t.strictSame(slept, [750, 1_250], 'the bound doubles')
    })
  }

  await t.test('a blocked index may be told per item', async t => {
    const { sent, write } = stub([[{ status: 403, error: { type: 'cluster_block_exception', reason: 'read-only' } }, done]])
    t.match(await write(items(2)), { done: 2 })
    t.strictSame(sent[1], ['id-0'])
  })

  await t.test('a request that was refused throws at once, and the reason is not repeated', async t => {
    const { sent, write } = stub([failed(401, 'security_exception')])
    await t.rejects(write(items(2)), { message: 'elasticsearch: refused (security_exception, 401)' })
    t.equal(sent.length, 1)
  })

  await t.test('too large: halves, without waiting; one item alone is refused', async t => {
    const large = failed(413, 'too_large')
    const { sent, slept, write } = stub([large])
    t.match(await write(items(4)), { done: 4 })
    t.strictSame(
      sent.map(s => s.length),
      [4, 2, 2]
    )
    t.strictSame(slept, [])
    await t.rejects(stub([large]).write(items(1)), /^elasticsearch: too-large/)
  })

  await t.test('a busy server gets smaller requests, which grow back', async t => {
    const busy = failed(429, 'es_rejected_execution_exception')
    const { sent, write } = stub([busy, busy])
    t.match(await write(items(1_000), { concurrent: 1, items: 100 }), { done: 1_000 })
    t.strictSame(
      sent.slice(0, 4).map(s => s.length),
      [100, 50, 25, 25]
    )
    t.ok((sent.at(-2)?.length ?? 0) > 30, 'grown again')
  })

  await t.test('requests stay within items and bytes, and no more is read than is under way', async t => {
    let read = 0
    let most = 0
    const { sent, outcomes, write } = stub([])
    const source = async function* (): AsyncGenerator<BulkItem> {
      for (; read < 1_000; read++) {
        most = Math.max(most, read - outcomes.size)
        yield item(read)
      }
    }
    await write(source(), { items: 10, concurrent: 2 })
    t.equal(outcomes.size, 1_000)
    t.ok(most <= 30, `${most} items in memory: two requests and the one being filled`)
    t.strictSame(new Set(sent.map(s => s.length)), new Set([10]))
    const large = stub([])
    await large.write(
      items(10).map(i => ({ ...i, doc: { text: 'x'.repeat(900) } })),
      { bytes: 3_500 }
    )
    t.strictSame(
      large.sent.map(s => s.length),
      [3, 3, 3, 1]
    )
  })

  await t.test('patience ends, a signal stops, a source that throws stops the rest', async t => {
    const busy = failed(503, 'unavailable')
    const { slept, write } = stub(Array.from({ length: 1_000 }, () => busy))
    await t.rejects(write(items(1), { patienceMs: 60_000 }), /^elasticsearch: busy/)
    t.ok(slept.reduce((a, b) => a + b) > 60_000 && slept.every(ms => ms >= 500 && ms <= 30_000), `${slept.length} waits`)
    await t.rejects(stub([busy]).write(items(1), { signal: AbortSignal.abort() }))
    const broken = async function* (): AsyncGenerator<BulkItem> {
      yield item(1)
      throw new Error('feed broke off')
    }
    await t.rejects(stub([]).write(broken()), /feed broke off/)
    t.match(await stub([]).write([]), { done: 0, requests: 0 })
  })

  await t.test('waits lie between 0.5 and 30 s', async t => {
    t.strictSame(
      [0, 1, 5, 50].map(n => waitMs(n, 0)),
      [500, 500, 500, 500]
    )
    t.strictSame(
      [0, 1, 5, 50].map(n => waitMs(n, 1)),
      [1_000, 2_000, 30_000, 30_000]
    )
  })
}
