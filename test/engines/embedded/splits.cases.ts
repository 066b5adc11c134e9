import * as fc from 'fast-check'
import { deepEqual } from 'node:assert/strict'
import type { Test } from 'tap'
import { BLOCK, WORDS } from '../../../src/engines/embedded/bits.ts'
import { countSegment, searchSegment } from '../../../src/engines/embedded/search.ts'
import type { IntColumn, Segment } from '../../../src/engines/embedded/segment.ts'
import { Top } from '../../../src/engines/embedded/top.ts'
import { always, known } from '../../../src/match/predicate.ts'
import { codes, groups, predicates, SEED, SOURCES, vacancyOf } from '../../helpers/arbitraries.ts'
import { oracle } from '../contract/subject.ts'
import { crowd } from './crowd.ts'
import { counted, searched, segmentOf } from './stage.ts'

/** Many segments say what one says. */
export async function splitCases(t: Test): Promise<void> {
  await t.test('any split of the same vacancies into segments gives equal pages and counts', async () => {
    const vacancies = fc.sample(codes, { seed: SEED + 5, numRuns: 240 }).map((c, i) => vacancyOf(`${SOURCES[i % 3]}:${i}`, { ...c, status: 'open' }))
    const ids = vacancies.map(v => v.id)
    await fc.assert(
      fc.asyncProperty(
        predicates(ids),
        groups(ids),
        fc.array(fc.nat({ max: 5 }), { minLength: 240, maxLength: 240 }),
        fc.integer({ min: 1, max: 60 }),
        async (where, groups, cuts, size) => {
          const segments: Segment[] = [0, 1, 2, 3, 4, 5]
            .map(k => vacancies.filter((_, i) => cuts[i] === k))
            .filter(list => list.length > 0)
            .map(segmentOf)
          const expected = oracle(vacancies, where, groups)
          deepEqual(await searched(segments, { where, groups, size }), { rows: expected.slice(0, size), total: expected.length })
          deepEqual(
            await counted(segments, where, { x: known('place') }, ['sector', 'place', 'occ']),
            await counted([segmentOf(vacancies)], where, { x: known('place') }, ['sector', 'place', 'occ'])
          )
        }
      ),
      { seed: SEED + 6, numRuns: 60 }
    )
  })

  await t.test('a signal stops the work between blocks, not only the promise', async t => {
    const one = segmentOf(crowd(BLOCK))
    // The same block many times over: a large segment without the cost of one.
    const blocks = 200
    const repeated = <T extends Uint32Array | Int32Array>(plane: T, make: (n: number) => T): T => {
      const out = make(plane.length * blocks)
      for (let b = 0; b < blocks; b++) out.set(plane, b * plane.length)
      return out
    }
    const published = repeated((one.columns.published as IntColumn).column, n => new Int32Array(n))
    const large: Segment = {
      ...one,
      size: BLOCK * blocks,
      blocks,
      live: repeated(one.live, n => new Uint32Array(n)),
      columns: { ...one.columns, published: { ...(one.columns.published as IntColumn), column: published } }
    }
    t.equal(large.live.length, blocks * WORDS)
    let scored = 0
    const watched = new Proxy(published, {
      get: (target, key) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) scored++
        const value: unknown = Reflect.get(target, key, target)
        return value
      }
    })
    const spied: Segment = { ...large, columns: { ...large.columns, published: { ...(one.columns.published as IntColumn), column: watched } } }
    const controller = new AbortController()
    const running = searchSegment(spied, always, [], new Top(5, undefined), controller.signal)
    setImmediate(() => {
      controller.abort()
    })
    await t.rejects(running, { name: 'AbortError' })
    t.ok(scored > 0 && scored < BLOCK * blocks, `${scored} of ${BLOCK * blocks} rows were scored`)
    const counting = new AbortController()
    const into = { total: 0, buckets: {}, facets: {} }
    const count = countSegment(large, always, {}, [], into, counting.signal)
    setImmediate(() => {
      counting.abort()
    })
    await t.rejects(count, { name: 'AbortError' })
    t.ok(into.total > 0 && into.total < BLOCK * blocks, `${into.total} counted`)
    let others = 0
    const tick = (): void => {
      if (others++ < 1_000) setImmediate(tick)
    }
    tick()
    await countSegment(large, always, {}, [], { total: 0, buckets: {}, facets: {} }, new AbortController().signal)
    t.ok(others > 2, 'others get a turn while a large count runs')
    others = 1_001
  })
}
