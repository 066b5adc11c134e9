import { setImmediate as turn } from 'node:timers/promises'
import type { Test } from 'tap'
import type { Clock } from '../../src/elasticsearch/backoff.ts'
import { bulk, type BulkItem, type Outcome } from '../../src/elasticsearch/bulk.ts'
import { ElasticsearchFault } from '../../src/elasticsearch/errors.ts'
import { createIndex, refreshIndices } from '../../src/elasticsearch/indices.ts'
import type { Mapping } from '../../src/elasticsearch/mapping.ts'
import { dice, type Fault } from '../helpers/fault-proxy.ts'
import { ground, type Ground } from './ground.ts'

const MAPPING: Mapping = { dynamic: 'strict', properties: { n: { type: 'integer', coerce: false }, word: { type: 'keyword' } } }

/** Waits are noted, not waited. */
function quick(seed: number): Clock & { readonly slept: number[] } {
  const slept: number[] = []
  return {
    slept,
    now: () => performance.now(),
    random: dice(seed),
    sleep: async (ms, signal) => {
      slept.push(ms)
      await turn()
      signal?.throwIfAborted()
    }
  }
}

const items = (index: string, count: number, version = 1): readonly BulkItem[] =>
  Array.from({ length: count }, (_, n) => ({ action: 'index', index, id: `id-${n}`, version, doc: { n, word: `woord ${version}` } }))

/** Every document of an index, with its version. */
async function found(g: Ground, index: string): Promise<ReadonlyMap<string, { readonly version: number; readonly n: unknown }>> {
  await refreshIndices(g.direct, [index])
  const all = new Map<string, { version: number; n: unknown }>()
  for (let after: readonly number[] | undefined; ;) {
    const reply = await g.direct.client.search<{ n: number }>({
      index,
      size: 5_000,
      version: true,
      sort: [{ n: 'asc' }],
      ...(after === undefined ? {} : { search_after: [...after] })
    })
    for (const hit of reply.hits.hits) all.set(hit._id ?? '', { version: hit._version ?? 0, n: hit._source?.n })
    const last = reply.hits.hits.at(-1)?.sort as readonly number[] | undefined
    if (last === undefined) return all
    after = last
  }
}

async function made(t: Test, seed: number): Promise<Ground & { readonly index: string }> {
  const g = await ground(t, seed)
  const index = `${g.prefix}-rij`
  await createIndex(g.direct, { name: index, mapping: MAPPING })
  return { ...g, index }
}

/** Faults of the outbox on a real server (`engines.md` 5.5, `reliability.md` 5a). */
export async function bulkFaultCases(t: Test): Promise<void> {
  await t.test('30 % of items refused, requests refused, replies and connections lost: each item once', async t => {
    const g = await made(t, 11)
    const random = dice(12)
    const mix: readonly [number, Fault][] = [
      [0.1, { kind: 'after' }],
      [0.15, { kind: 'busy' }],
      [0.2, { kind: 'unavailable' }],
      [0.25, { kind: 'blocked' }],
      [0.3, { kind: 'half' }],
      [0.35, { kind: 'before' }],
      [0.4, { kind: 'cut' }],
      [1, { kind: 'refuse', share: 0.3 }]
    ]
    g.proxy.fault = call => {
      const at = random()
      return call.path.endsWith('_bulk') ? mix.find(([below]) => at < below)?.[1] : undefined
    }
    const clock = quick(13)
    const fates = new Map<string, number>()
    const report = await bulk(g.faulty, items(g.index, 4_000), {
      items: 500,
      clock,
      settled: item => {
        fates.set(item.id, (fates.get(item.id) ?? 0) + 1)
      }
    })
    const there = await found(g, g.index)
    t.equal(there.size, 4_000, 'every document is there, none twice')
    t.ok(
      [...there].every(([id, d]) => id === `id-${String(d.n)}` && d.version === 1),
      'under its own id and version'
    )
    t.equal(report.done + report.already, 4_000)
    t.equal(report.refused + report.gone, 0)
    t.equal(fates.size, 4_000)
    t.ok(
      [...fates.values()].every(n => n === 1),
      'each was told its fate once'
    )
    for (const [, fault] of mix) t.ok((g.proxy.met.get(fault.kind) ?? 0) > 0, `${fault.kind} happened`)
    t.ok(report.retries > 0 && report.already > 0, 'what was lost after it was done is counted as already there')
    t.ok(clock.slept.length >= report.retries && clock.slept.every(ms => ms >= 500 && ms <= 30_000), 'each retry waited between 0.5 and 30 s')
  })

  await t.test('poison is refused with a reason, the rest is written', async t => {
    const g = await made(t, 21)
    g.proxy.fault = call => (call.path.endsWith('_bulk') ? { kind: 'refuse', share: 0.3 } : undefined)
    const poison = (n: number): boolean => n % 20 === 7
    const mixed = items(g.index, 2_000).map((item, n) => (poison(n) ? { ...item, doc: { n: 'geen getal', word: 'x' } } : item))
    const refused = new Map<string, Outcome>()
    const report = await bulk(g.faulty, mixed, {
      clock: quick(22),
      settled: (item, outcome) => {
        if (outcome.result === 'refused') refused.set(item.id, outcome)
      }
    })
    t.equal(report.refused, 100)
    t.strictSame([...refused.keys()].sort(), mixed.flatMap((item, n) => (poison(n) ? [item.id] : [])).sort(), 'exactly the poisoned ones')
    t.match([...refused.values()][0], { result: 'refused', reason: /document_parsing_exception/ })
    t.equal((await found(g, g.index)).size, 1_900)
  })

  await t.test('shuffled duplicates: the newest version stays', async t => {
    const g = await made(t, 31)
    const random = dice(32)
    g.proxy.fault = call => (call.path.endsWith('_bulk') && random() < 0.3 ? { kind: 'after' } : undefined)
    const all = [1, 2, 3, 4, 5].flatMap(version => items(g.index, 1_000, version))
    const shuffled = all.map(item => ({ item, at: random() })).sort((a, b) => a.at - b.at)
    await bulk(
      g.faulty,
      shuffled.map(s => s.item),
      { items: 200, clock: quick(33) }
    )
    const there = await found(g, g.index)
    t.equal(there.size, 1_000)
    t.ok([...there.values()].every(d => d.version === 5))
  })

  for (const block of ['write', 'read_only_allow_delete'] as const) {
    await t.test(`an index that is blocked (${block}) takes it all once the block is lifted`, async t => {
      const g = await made(t, 41)
      const put = async (on: boolean): Promise<void> => {
        await g.direct.client.indices.putSettings({ index: g.index, settings: { [`index.blocks.${block}`]: on ? true : null } })
      }
      await put(true)
      const clock = quick(42)
      let lifted = false
      const report = await bulk(g.faulty, items(g.index, 1_500), {
        clock: {
          ...clock,
          sleep: async (ms, signal) => {
            if (clock.slept.length >= 5 && !lifted) {
              lifted = true
              await put(false)
            }
            await clock.sleep(ms, signal)
          }
        }
      })
      t.ok(lifted && report.retries >= 5, 'it waited while the block lasted')
      t.strictSame([report.done, report.refused], [1_500, 0])
      t.equal((await found(g, g.index)).size, 1_500)
    })
  }

  await t.test('a server that hangs: deadline, then it gives up and says so', async t => {
    const g = await made(t, 51)
    g.proxy.fault = call => (call.path.endsWith('_bulk') ? { kind: 'hang' } : undefined)
    const clock = quick(52)
    await t.rejects(bulk(g.faulty, items(g.index, 10), { clock, deadlineMs: 100, patienceMs: 300 }), new ElasticsearchFault('busy', 'gave up: lost'))
    t.ok((g.proxy.met.get('hang') ?? 0) >= 2, 'it tried again before')
    g.proxy.fault = () => undefined
    t.equal((await found(g, g.index)).size, 0)
  })

  await t.test('writing stops when asked to, and the source of items is read no further', async t => {
    const g = await made(t, 61)
    const stop = new AbortController()
    let read = 0
    const feed = function* (): Generator<BulkItem> {
      for (const item of items(g.index, 100_000)) {
        read++
        if (read === 5_000) stop.abort()
        yield item
      }
    }
    await t.rejects(bulk(g.faulty, feed(), { signal: stop.signal, clock: quick(62) }), new ElasticsearchFault('aborted', 'aborted'))
    t.ok(read < 10_000, 'no further item was asked for')
  })
}
