import type { Test } from 'tap'
import { segmentsOf } from '../../../src/engines/elasticsearch/segments.ts'

/** Into how many segments an index is merged. */
export async function segmentCases(t: Test): Promise<void> {
  const cases: ReadonlyArray<readonly [documents: number, processors: number, segments: number]> = [
    [0, 8, 1],
    [99_999, 8, 1],
    [100_000, 8, 2],
    [400_000, 2, 2],
    [400_000, 16, 8],
    [400_000, 1, 1],
    [2_000_000, 1, 2],
    [12_000_000, 8, 12]
  ]
  for (const [documents, processors, segments] of cases) t.equal(segmentsOf(documents, processors), segments, `${documents} on ${processors}`)
}
