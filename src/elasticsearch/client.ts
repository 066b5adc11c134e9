import { Client, errors, type estypes } from '@elastic/elasticsearch'

export type { estypes }
export { errors }
/** The official client; no other file imports the package. */
export type Elasticsearch = Client

/** How to reach the server. Secrets come from `config.ts` and are shown nowhere. */
export interface ConnectionOptions {
  readonly url: string
  /** Base64 `id:secret` of a key made with the role of `es roles`; left out only where the server has no security. */
  readonly apiKey?: string
  /** An administrator, for the set-up only; in the place of the key. */
  readonly basic?: { readonly username: string; readonly password: string }
  /** SHA-256 fingerprint of the CA that signed the server's certificate. */
  readonly caFingerprint?: string
  /** Begins every index name, so that two installations can share a server. */
  readonly prefix: string
  /** Copies of each shard beside the first. */
  readonly replicas: number
  /** A version outside the tested ones that an operator takes on own account. */
  readonly allowVersion?: string
  readonly meter?: Meter
}

/** Told about writing, for metrics. */
export interface Meter {
  /** A request was sent again. */
  retried(): void
  /** Documents added to (or with a minus: gone from) what is under way. */
  queued(documents: number): void
}

export interface Connection {
  readonly client: Elasticsearch
  readonly prefix: string
  readonly replicas: number
  readonly allowVersion: string | undefined
  readonly meter?: Meter
}

/** Deadline of one request in ms; a search sets its own shorter one, a bulk its own longer one (`engines.md` 5.5). */
export const REQUEST_MS = 10_000
/** No deadline of a request is longer. */
const LONGEST_MS = 15 * 60_000

/** A client for one server. It sends nothing yet. The client itself never retries: what may be sent again is decided by the caller. */
export function connect(options: ConnectionOptions): Connection {
  // Connections cut off what takes longer than their own deadline, whatever the request says: so theirs is the longest, and the child's the usual one.
  const connections = new Client({
    node: options.url,
    maxRetries: 0,
    requestTimeout: LONGEST_MS,
    enableMetaHeader: false,
    ...(options.apiKey === undefined ? {} : { auth: { apiKey: options.apiKey } }),
    ...(options.basic === undefined ? {} : { auth: { ...options.basic } }),
    ...(options.caFingerprint === undefined ? {} : { caFingerprint: options.caFingerprint, tls: { rejectUnauthorized: false } })
  })
  return {
    client: connections.child({ requestTimeout: REQUEST_MS }),
    prefix: options.prefix,
    replicas: options.replicas,
    allowVersion: options.allowVersion,
    ...(options.meter === undefined ? {} : { meter: options.meter })
  }
}
