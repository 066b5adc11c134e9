import { errors } from './client.ts'

/**
 * What a fault means for who asked:
 * `aborted` the caller went away · `busy` the server asks to wait (429, 503) · `blocked` an index or the cluster refuses
 * writes for now (403) · `lost` no answer came, so the work may have been done · `gone` the index is not there (404) ·
 * `conflict` another one was first (409) · `too-large` (413) · `refused` the request itself is wrong · `foreign` this is
 * no Elasticsearch · `partial` the answer is not complete · `unreadable` the answer is not what we know.
 */
export type Fault = 'aborted' | 'busy' | 'blocked' | 'lost' | 'gone' | 'conflict' | 'too-large' | 'refused' | 'foreign' | 'partial' | 'unreadable'

/**
 * A fault of Elasticsearch. It carries kind, type and status and never the request or the reason in words: a query holds
 * health data, and the server repeats it in its reasons (`engines.md` 2, privacy).
 */
export class ElasticsearchFault extends Error {
  readonly fault: Fault
  readonly type: string
  readonly status: number | undefined
  constructor(fault: Fault, type: string, status?: number) {
    super(`elasticsearch: ${fault} (${type}${status === undefined ? '' : `, ${status}`})`)
    this.name = fault === 'aborted' ? 'AbortError' : 'ElasticsearchFault'
    this.fault = fault
    this.type = type
    this.status = status
  }
}

/** Thrown when what was found on the server cannot be used; `remedy` is for the operator. */
export class ElasticsearchUnusable extends Error {
  readonly remedy: string
  constructor(message: string, remedy: string) {
    super(message)
    this.name = 'ElasticsearchUnusable'
    this.remedy = remedy
  }
}

/** The fault behind a status and an error type of a reply or of one item of it. */
export function faultOf(status: number, type: string): Fault {
  if (type === 'index_not_found_exception' || type === 'aliases_not_found_exception') return 'gone'
  if (type === 'cluster_block_exception') return 'blocked'
  if (status === 429 || status === 502 || status === 503 || status === 504) return 'busy'
  if (type === 'circuit_breaking_exception' || type === 'es_rejected_execution_exception') return 'busy'
  if (status === 404) return 'gone'
  if (status === 409) return 'conflict'
  if (status === 413) return 'too-large'
  return 'refused'
}

/** The type of an error body; text of the server is not read further. */
function typeOf(body: unknown): string {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined
  if (typeof error !== 'object' || error === null) return 'error'
  const root: unknown = 'root_cause' in error && Array.isArray(error.root_cause) ? error.root_cause[0] : undefined
  for (const e of [root, error]) {
    if (typeof e === 'object' && e !== null && 'type' in e && typeof e.type === 'string') return e.type.slice(0, 80)
  }
  return 'error'
}

/** Any error of the client as a fault, without what was asked. Errors of our own pass through. */
export function asFault(error: unknown): Error {
  if (error instanceof errors.RequestAbortedError) return new ElasticsearchFault('aborted', 'aborted')
  if (error instanceof errors.ProductNotSupportedError) return new ElasticsearchFault('foreign', 'product')
  if (error instanceof errors.TimeoutError) return new ElasticsearchFault('lost', 'timeout')
  if (error instanceof errors.ConnectionError || error instanceof errors.NoLivingConnectionsError) return new ElasticsearchFault('lost', 'connection')
  if (error instanceof errors.DeserializationError) return new ElasticsearchFault('lost', 'cut')
  if (error instanceof errors.ResponseError) {
    const type = typeOf(error.body)
    const status = error.statusCode ?? 0
    return new ElasticsearchFault(faultOf(status, type), type, status)
  }
  return error instanceof Error ? error : new ElasticsearchFault('unreadable', 'unknown')
}

/** Runs one call of the client; its errors come out as faults. */
export async function faulting<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw asFault(error)
  }
}

/** Whether an error is this fault, and if given of this type. */
export const isFault = (error: unknown, fault: Fault): error is ElasticsearchFault => error instanceof ElasticsearchFault && error.fault === fault
