import type { Prepared } from '../../domain/prepared.ts'

/** Places a code on a curve over the map: near places get near numbers. */
export type OrderOfPlaces = (place: string) => number

/** A vacancy that is to be written, and where its place lies on the curve. */
export interface Placed {
  readonly id: string
  readonly rank: number
}

/** Vacancies read and written at once. */
const BATCH = 500

/** Where a vacancy lies; without a known place, behind all others. */
export const rankOf = ({ place }: Prepared, order: OrderOfPlaces): number => (place === null ? Infinity : order(place))

/**
 * Vacancies in the order in which they are written, a few at a time: near places together. A search that asks for near places
 * then finds them in a few stretches of every list of the index and passes over the rest, which is most. For results the
 * order means nothing.
 */
export function* inPlaceOrder<T extends Placed>(vacancies: Iterable<T>): Generator<ReadonlyMap<string, T>> {
  const sorted = [...vacancies].sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
  for (let i = 0; i < sorted.length; i += BATCH) yield new Map(sorted.slice(i, i + BATCH).map(v => [v.id, v]))
}
