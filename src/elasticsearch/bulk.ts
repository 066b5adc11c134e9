import { CLOCK, waitMs, type Clock } from './backoff.ts'
import { sendBatch, sizeOf, type BulkItem, type Outcome, type Settled } from './bulk-send.ts'
import type { Connection } from './client.ts'
import { ElasticsearchFault } from './errors.ts'

export type { BulkItem, Outcome } from './bulk-send.ts'

export interface BulkOptions {
  /** Most items and bytes of one request. */
  readonly items?: number
  readonly bytes?: number
  /** Requests under way at once. */
  readonly concurrent?: number
  /** Deadline of one request in ms. */
  readonly deadlineMs?: number
  /** Without any item settled for so long, it gives up and throws `busy`. */
  readonly patienceMs?: number
  readonly clock?: Clock
  readonly signal?: AbortSignal
  /** Called once per item, in no order, when its fate is known. */
  readonly settled?: (item: BulkItem, outcome: Outcome) => void
  /** Only for writes that must show at once: `wait_for` holds each request until then. */
  readonly refresh?: 'wait_for'
}

/** What came of a whole writing; `retries` counts requests that were sent again. */
export interface BulkReport {
  readonly done: number
  /** The same or a newer version was there: as good as done. */
  readonly already: number
  readonly refused: number
  /** The index was not there any more. */
  readonly gone: number
  readonly requests: number
  readonly retries: number
}

const LEAST_ITEMS = 20

/** One writing: how much a request may hold now, and when something last went well. */
class Outbox {
  readonly counts = { done: 0, already: 0, refused: 0, gone: 0, requests: 0, retries: 0 }
  readonly stop = new AbortController()
  /** Shrinks when the server asks to wait, and grows back with each request that went well. */
  items: number
  #progress: number
  readonly #connection: Connection
  readonly #options: BulkOptions
  readonly #clock: Clock
  readonly #most: number

  constructor(connection: Connection, options: BulkOptions) {
    this.#connection = connection
    this.#options = options
    this.#clock = options.clock ?? CLOCK
    this.#most = options.items ?? 1_000
    this.items = this.#most
    this.#progress = this.#clock.now()
  }

  get signal(): AbortSignal {
    return this.#options.signal === undefined ? this.stop.signal : AbortSignal.any([this.stop.signal, this.#options.signal])
  }

  #note(settled: readonly Settled[]): void {
    for (const { item, outcome } of settled) {
      this.counts[outcome.result]++
      this.#options.settled?.(item, outcome)
    }
    if (settled.length > 0) this.#progress = this.#clock.now()
  }

  /** Sends these items until the fate of each is known. */
  async deliver(items: readonly BulkItem[]): Promise<void> {
    let left = items
    for (let attempt = 0; ;) {
      const now = left.slice(0, Math.max(this.items, 1))
      this.counts.requests++
      const reply = await sendBatch(this.#connection, now, {
        deadlineMs: this.#options.deadlineMs ?? 30_000,
        signal: this.signal,
        ...(this.#options.refresh === undefined ? {} : { refresh: this.#options.refresh })
      })
      this.#note(reply.settled)
      left = [...reply.again, ...left.slice(now.length)]
      if (left.length === 0) {
        this.items = Math.min(this.#most, Math.ceil(this.items * 1.2))
        return
      }
      if (reply.again.length === 0) continue
      if (reply.why === 'too-large' && now.length > 1) {
        this.items = Math.ceil(now.length / 2)
        continue
      }
      if (reply.why === 'busy') this.items = Math.max(LEAST_ITEMS, Math.ceil(this.items / 2))
      if (this.#clock.now() - this.#progress > (this.#options.patienceMs ?? 15 * 60_000)) throw new ElasticsearchFault('busy', `gave up: ${reply.why}`)
      this.counts.retries++
      this.#connection.meter?.retried()
      if (reply.settled.length > 0) attempt = 0
      await this.#clock.sleep(waitMs(attempt++, this.#clock.random()), this.signal)
    }
  }
}

/** Groups items by number and bytes; what a request may hold is asked anew for each. */
async function* batchesOf(items: AsyncIterable<BulkItem> | Iterable<BulkItem>, most: () => number, bytes: number): AsyncGenerator<readonly BulkItem[]> {
  let batch: BulkItem[] = []
  let size = 0
  for await (const item of items) {
    const own = sizeOf(item)
    if (batch.length > 0 && (size + own > bytes || batch.length >= most())) {
      yield batch
      batch = []
      size = 0
    }
    batch.push(item)
    size += own
  }
  if (batch.length > 0) yield batch
}

/**
 * Writes items until the fate of each is known (`engines.md` 5.5): our own outbox, because the client's helper waits a
 * fixed time for an item with 429, throws at once when a whole request gets it, and counts 409 as failed. Sent again with
 * full jitter of 0.5-30 s: 429 of an item or of all, 403 of a blocked index, 502-504, timeouts and lost replies. Ids are
 * given and versions external, so twice is once. 409 = already there; 400 = refused, with the reason. At most `concurrent`
 * requests are under way and no further item is read meanwhile: who supplies them waits. Throws when the source of items
 * throws, the signal comes, or nothing succeeds for `patienceMs`.
 */
export async function bulk(connection: Connection, items: AsyncIterable<BulkItem> | Iterable<BulkItem>, options: BulkOptions = {}): Promise<BulkReport> {
  const outbox = new Outbox(connection, options)
  const under = new Set<Promise<void>>()
  const failed: unknown[] = []
  try {
    for await (const batch of batchesOf(items, () => outbox.items, options.bytes ?? 5_000_000)) {
      connection.meter?.queued(batch.length)
      const work: Promise<void> = outbox
        .deliver(batch)
        .catch((error: unknown) => {
          failed.push(error)
        })
        .finally(() => {
          under.delete(work)
          connection.meter?.queued(-batch.length)
        })
      under.add(work)
      while (under.size >= (options.concurrent ?? 2)) await Promise.race(under)
      if (failed.length > 0) break
    }
  } catch (error) {
    failed.unshift(error)
    outbox.stop.abort()
  }
  if (failed.length > 0) outbox.stop.abort()
  await Promise.all(under)
  if (failed.length > 0) throw failed[0]
  return outbox.counts
}
