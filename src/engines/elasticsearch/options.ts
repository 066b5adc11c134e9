import type { BulkOptions } from '../../elasticsearch/bulk.ts'
import type { Columns } from './news-index.ts'
import type { OrderOfPlaces } from './place-order.ts'

/** What may be set of the Elasticsearch engine; each has a value that suits most. */
export interface ElasticsearchEngineOptions {
  /** Shards of a vacancy index; 1 up to some millions of vacancies. */
  readonly shards?: number
  /** Share of the vacancies above which points go before conditions (`engines.md` 5.8). */
  readonly border?: number
  /** Deadline of a search in ms. */
  readonly searchMs?: number
  readonly bulk?: Omit<BulkOptions, 'signal' | 'settled' | 'refresh'>
  /** Documents of an index that is filled are written in this order of their places: most of a search passes over what is far. */
  readonly placeOrder?: OrderOfPlaces
  /** Told after every request what the server says it took, for metrics and the benchmark. */
  readonly took?: (kind: 'page' | 'count', ms: number) => void
  /** What another instance wrote and does not show within this, in ms, is shown by whoever notices. */
  readonly lateMs?: number
  /** Columns in this process for what is new, when that is not too much; without them it goes to the server. */
  readonly columns?: Columns
  /** False: the server works every count of a person out, also one it remembers. For the benchmark. */
  readonly remembered?: boolean
}
