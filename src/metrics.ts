import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What a search server is asked for. */
export type SearchKind = 'page' | 'count'

/**
 * Numbers about the service for Prometheus; no other file imports its client. Labels come from short fixed lists: never a
 * person, bureau, question or limit (`reliability.md` 2, projection Log).
 */
export class Metrics {
  readonly #registry = new Registry()
  readonly #took = new Histogram({
    name: 'passendwerk_elasticsearch_took_seconds',
    help: 'Time Elasticsearch says a search took',
    labelNames: ['kind'] as const,
    buckets: [0.002, 0.005, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56],
    registers: [this.#registry]
  })
  readonly #retries = new Counter({
    name: 'passendwerk_elasticsearch_bulk_retries_total',
    help: 'Bulk requests that were sent again',
    registers: [this.#registry]
  })
  readonly #queue = new Gauge({
    name: 'passendwerk_elasticsearch_bulk_queue',
    help: 'Documents on their way to Elasticsearch',
    registers: [this.#registry]
  })
  readonly #degraded = new Gauge({
    name: 'passendwerk_engine_degraded',
    help: '1 while another engine stands in or searches are refused',
    registers: [this.#registry]
  })
  readonly #requests = new Histogram({
    name: 'passendwerk_request_seconds',
    help: 'Requests by route as declared, and status class',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.02, 0.08, 0.32, 1.28, 5.12],
    registers: [this.#registry]
  })

  constructor() {
    collectDefaultMetrics({ register: this.#registry })
  }

  /** Milliseconds the server says a search took. */
  took(kind: SearchKind, ms: number): void {
    this.#took.observe({ kind }, ms / 1_000)
  }

  retried(): void {
    this.#retries.inc()
  }

  /** Documents added to (or with a minus: gone from) what is under way. */
  queued(documents: number): void {
    this.#queue.inc(documents)
  }

  degraded(is: boolean): void {
    this.#degraded.set(is ? 1 : 0)
  }

  /** A request that was answered; `route` is the pattern, never the address. */
  request(method: string, route: string, status: number, ms: number): void {
    this.#requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, ms / 1_000)
  }

  /** Everything in the text form Prometheus reads. */
  async text(): Promise<{ readonly type: string; readonly body: string }> {
    return { type: this.#registry.contentType, body: await this.#registry.metrics() }
  }
}
