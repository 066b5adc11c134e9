import type { Test } from 'tap'
import type { Vacancy } from '../../src/domain/vacancy.ts'
import { listIndices } from '../../src/elasticsearch/indices.ts'
import { ElasticsearchEngine } from '../../src/engines/elasticsearch/elasticsearch-engine.ts'
import { always } from '../../src/match/predicate.ts'
import { dice, type Call, type Fault } from '../helpers/fault-proxy.ts'
import { vacancy } from '../helpers/vacancy.ts'
import { vacancyStore } from './engine-ground.ts'
import { ground, type Ground } from './ground.ts'
import { stream } from './kill-lives.ts'

const isSearch = (call: Call): boolean => /_m?search$/.test(call.path)
const isBulk = (call: Call): boolean => call.path.endsWith('_bulk')
const list = (source: string, n: number, title: string): readonly Vacancy[] => Array.from({ length: n }, (_, i) => vacancy(`${source}:${i}`, { title }))

interface World extends Ground {
  readonly engine: ElasticsearchEngine
  readonly give: (source: string, vacancies: readonly Vacancy[]) => Promise<unknown>
  /** Titles by id, as a search shows them; throws when a row comes twice. */
  readonly seen: () => Promise<ReadonlyMap<string, string>>
}

/** An engine behind the proxy, with 60 vacancies of `alfa` and 20 of `beta`. Waits between tries are left out. */
async function world(t: Test, seed: number, searchMs = 20_000): Promise<World> {
  const g = await ground(t, seed)
  const store = vacancyStore()
  const random = dice(seed)
  const engine = new ElasticsearchEngine(g.faulty, store, {
    searchMs,
    bulk: { items: 100, clock: { now: () => performance.now(), random, sleep: async () => await Promise.resolve() } }
  })
  t.teardown(async () => {
    g.proxy.fault = () => undefined
    await engine.close()
  })
  let runs = 0
  const give = async (source: string, vacancies: readonly Vacancy[]): Promise<unknown> => {
    const lease = await store.lease(source, `r-${++runs}`)
    if (lease === undefined) throw new Error('no lease')
    return await engine.replace(source, lease, stream(vacancies)).catch(async (error: unknown) => {
      await store.discard(lease)
      throw error
    })
  }
  const seen = async (): Promise<ReadonlyMap<string, string>> => {
    const page = await engine.search({ where: always, groups: [], size: 5_000 })
    const rows = new Map(page.hits.map(h => [h.vacancy.id, h.vacancy.title]))
    if (rows.size !== page.hits.length || rows.size !== page.total) throw new Error(`${page.hits.length} hits, ${rows.size} ids, total ${page.total}`)
    return rows
  }
  await give('alfa', list('alfa', 60, 'oud'))
  await give('beta', list('beta', 20, 'buur'))
  return { ...g, engine, give, seen }
}

const tally = (rows: ReadonlyMap<string, string>): Readonly<Record<string, number>> => {
  const count: Record<string, number> = {}
  for (const [id, title] of rows) count[`${id.split(':')[0]} ${title}`] = (count[`${id.split(':')[0]} ${title}`] ?? 0) + 1
  return count
}
const BEFORE = { 'alfa oud': 60, 'beta buur': 20 }

/** Faults between the engine and a real server (`reliability.md` 5a). */
export async function engineFaultCases(t: Test): Promise<void> {
  await t.test('an answer that is not whole is an error, never a page or a count', async t => {
    const w = await world(t, 101)
    const kinds: readonly Fault['kind'][] = ['failed-shard', 'timed-out', 'cut', 'html', 'before', 'half', 'after', 'busy', 'unavailable', 'revoked']
    for (const kind of kinds) {
      w.proxy.fault = call => (isSearch(call) ? ({ kind } as Fault) : undefined)
      await t.rejects(w.engine.search({ where: always, groups: [], size: 10 }), `${kind}: search`)
      await t.rejects(w.engine.count(always, { alle: always }), `${kind}: count`)
      for (const since of [0, 1])
        await t.rejects(async () => {
          const only = (async function* () {
            yield { where: always, groups: [], size: 10 }
          })()
          for await (const page of w.engine.searchMany(only, since)) t.fail(`${kind}: a page of ${page.hits.length}`)
        }, `${kind}: alerts since ${since}`)
      w.proxy.fault = () => undefined
      t.strictSame(tally(await w.seen()), BEFORE, `${kind}: whole again by itself`)
    }
    t.strictSame([...w.proxy.met.keys()].sort(), [...kinds].sort(), 'every fault happened')
  })

  await t.test('a server that hangs: the deadline ends the search', async t => {
    const w = await world(t, 102, 300)
    w.proxy.fault = call => (isSearch(call) ? { kind: 'hang' } : undefined)
    await t.rejects(w.engine.search({ where: always, groups: [], size: 10 }), { message: /lost/ })
    const stop = new AbortController()
    const search = w.engine.search({ where: always, groups: [], size: 10 }, stop.signal)
    setImmediate(() => {
      stop.abort()
    })
    await t.rejects(search, { name: 'AbortError' }, 'and so does who asked')
    w.proxy.fault = () => undefined
  })

  await t.test('30 % of the items refused, replies lost, requests refused: replace brings each once', async t => {
    const w = await world(t, 103)
    const random = dice(104)
    w.proxy.fault = call => {
      if (!isBulk(call)) return undefined
      const at = random()
      return at < 0.15
        ? { kind: 'after' }
        : at < 0.2
          ? { kind: 'busy' }
          : at < 0.25
            ? { kind: 'half' }
            : at < 0.3
              ? { kind: 'cut' }
              : { kind: 'refuse', share: 0.3 }
    }
    await w.give('alfa', list('alfa', 1_500, 'nieuw'))
    t.strictSame(tally(await w.seen()), { 'alfa nieuw': 1_500, 'beta buur': 20 }, '0 lost, 0 double, others untouched')
    for (const kind of ['after', 'busy', 'half', 'cut', 'refuse']) t.ok((w.proxy.met.get(kind) ?? 0) > 0, `${kind} happened`)
  })

  await t.test('the alias call is applied and its reply lost: shown once, by one index', async t => {
    const w = await world(t, 105)
    let lost = 0
    w.proxy.fault = call => (call.path.endsWith('_aliases') && lost++ === 0 ? { kind: 'after' } : undefined)
    await w.give('alfa', list('alfa', 70, 'nieuw'))
    t.strictSame(tally(await w.seen()), { 'alfa nieuw': 70, 'beta buur': 20 })
    t.equal(lost, 1, 'it was seen that it had been done')
    const behind = (await listIndices(w.direct, `${w.prefix}-vac-`)).filter(i => i.aliases.includes(`${w.prefix}-vacancies`))
    t.equal(behind.length, 2)
  })

  await t.test('what waiting does not mend stops a replace, and nothing changed', async t => {
    const w = await world(t, 106)
    for (const at of [1, 3]) {
      let n = 0
      w.proxy.fault = call => (isBulk(call) && ++n >= at ? { kind: 'revoked' } : undefined)
      await t.rejects(w.give('alfa', list('alfa', 800, 'nieuw')), { message: /refused/ })
      w.proxy.fault = () => undefined
      t.strictSame(tally(await w.seen()), BEFORE, `in bulk request ${at}`)
    }
    const left = await listIndices(w.direct, `${w.prefix}-vac-`)
    t.equal(left.length, 2, 'what was written aside is taken away')
  })

  await t.test('an index that takes no writes for a while: single writes show afterwards, searches go on', async t => {
    const w = await world(t, 107)
    const index = (await listIndices(w.direct, `${w.prefix}-vac-alfa`))[0]?.name ?? ''
    const block = async (on: boolean): Promise<void> => {
      await w.direct.client.indices.putSettings({ index, settings: { 'index.blocks.read_only_allow_delete': on ? true : null } })
    }
    await block(true)
    const written = await w.engine.upsert([vacancy('alfa:0', { title: 'bijgewerkt' }), vacancy('alfa:99', { title: 'bijgewerkt' })])
    t.strictSame(
      written.map(r => r.result),
      ['done', 'done'],
      'the store has them: acknowledged'
    )
    let tries = 0
    w.proxy.fault = call => {
      if (isBulk(call) && ++tries === 4) void block(false)
      return undefined
    }
    t.equal((await w.engine.count(always, {})).total, 80, 'reads go on')
    await w.engine.refresh()
    t.ok(tries >= 4, 'it waited for the block to end')
    t.strictSame(tally(await w.seen()), { 'alfa oud': 59, 'alfa bijgewerkt': 2, 'beta buur': 20 })
  })

  await t.test('single writes while replies are lost: each once, removals stay removed', async t => {
    const w = await world(t, 108)
    const random = dice(109)
    w.proxy.fault = call => (isBulk(call) && random() < 0.4 ? { kind: 'after' } : undefined)
    for (let i = 0; i < 15; i++) {
      await w.engine.upsert([vacancy(`alfa:${i}`, { title: 'bijgewerkt' }), vacancy(`alfa:extra-${i}`, { title: 'erbij' })])
      await w.engine.remove([`alfa:${i + 30}`])
      await w.engine.refresh()
    }
    t.strictSame(tally(await w.seen()), { 'alfa oud': 30, 'alfa bijgewerkt': 15, 'alfa erbij': 15, 'beta buur': 20 })
    t.ok((w.proxy.met.get('after') ?? 0) > 0)
  })
}
