import { buildSegment, type Segment } from '../../../src/engines/embedded/segment.ts'
import { countSegment, searchSegment, type SegmentCounts } from '../../../src/engines/embedded/search.ts'
import { Top, type Ranked } from '../../../src/engines/embedded/top.ts'
import type { Vacancy } from '../../../src/domain/vacancy.ts'
import type { Cursor, Query } from '../../../src/match/engine.ts'
import type { SetField } from '../../../src/match/fields.ts'
import type { Predicate } from '../../../src/match/predicate.ts'
import { placeOrder } from '../../../src/reference/place-order.ts'
import type { Row } from '../contract/subject.ts'

export const segmentOf = (vacancies: readonly Vacancy[]): Segment =>
  buildSegment(
    vacancies.map(v => v.prepared),
    placeOrder
  )

/** One question over some segments, without a store behind them. */
export async function searched(
  segments: readonly Segment[],
  q: Pick<Query, 'where' | 'groups' | 'size'>,
  after?: Cursor['last']
): Promise<{ readonly rows: readonly Row[]; readonly total: number }> {
  const top = new Top(q.size, after === undefined ? undefined : { points: after[0], published: after[1], id: after[2] })
  let total = 0
  for (const segment of segments) total += await searchSegment(segment, q.where, q.groups, top)
  return { rows: top.rows.map((r: Ranked) => [r.points, r.id]), total }
}

/** Counts over some segments. */
export async function counted(
  segments: readonly Segment[],
  where: Predicate,
  buckets: Readonly<Record<string, Predicate>> = {},
  facets: readonly SetField[] = []
): Promise<SegmentCounts> {
  const into: SegmentCounts = { total: 0, buckets: {}, facets: {} }
  for (const segment of segments) await countSegment(segment, where, buckets, facets, into)
  return into
}

/** Repeatable numbers from 0 up to a bound. */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
