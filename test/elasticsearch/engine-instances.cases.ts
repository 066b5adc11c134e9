import type { Test } from 'tap'
import { listIndices } from '../../src/elasticsearch/indices.ts'
import { ElasticsearchEngine } from '../../src/engines/elasticsearch/elasticsearch-engine.ts'
import { always } from '../../src/match/predicate.ts'
import { ElasticsearchStore } from '../../src/store/elasticsearch/elasticsearch-store.ts'
import { KeyRing } from '../../src/store/keys.ts'
import { folders } from '../helpers/folders.ts'
import { vacancy } from '../helpers/vacancy.ts'
import { ground, type Ground } from './ground.ts'
import { stream } from './kill-lives.ts'

interface Instance {
  readonly store: ElasticsearchStore
  readonly engine: ElasticsearchEngine
  readonly give: (source: string, ids: readonly string[]) => Promise<unknown>
}

let runs = 0
/** An instance of the program with records and vacancies on the server, as several run beside each other. */
async function instance(t: Test, g: Ground, keys: string, way: 'direct' | 'faulty' = 'direct'): Promise<Instance> {
  const store = await ElasticsearchStore.open(g[way], new KeyRing(keys))
  const engine = new ElasticsearchEngine(g[way], store.vacancies, { searchMs: 20_000 })
  t.teardown(async () => {
    await engine.close()
    await store.close()
  })
  const give = async (source: string, ids: readonly string[]): Promise<unknown> => {
    const lease = await store.vacancies.lease(source, `r-${++runs}`)
    if (lease === undefined) throw new Error('no lease')
    return await engine.replace(source, lease, stream(ids.map(id => vacancy(id))))
  }
  return { store, engine, give }
}

const shown = async ({ engine }: Instance): Promise<readonly string[]> =>
  (await engine.search({ where: always, groups: [], size: 2_000 })).hits.map(h => h.vacancy.id).sort()
const ids = (source: string, n: number): readonly string[] => Array.from({ length: n }, (_, i) => `${source}:${String(i).padStart(3, '0')}`)

/** Several instances whose truth lies on the server, too. */
export async function instanceCases(t: Test): Promise<void> {
  await t.test('an index that a run of one instance fills lives through the start of another', async t => {
    const [g, { keys }] = [await ground(t), folders(t)]
    const one = await instance(t, g, keys)
    await one.give('alfa', ids('alfa', 2))
    const lease = await one.store.vacancies.lease('alfa', 'r-long')
    if (lease === undefined) throw new Error('no lease')
    let during: unknown
    const feed = async function* () {
      yield* ids('alfa', 600).map(id => vacancy(id))
      const two = await instance(t, g, keys)
      during = [await shown(two), (await listIndices(g.direct, `${g.prefix}-vac-alfa-`)).length]
    }
    await one.engine.replace('alfa', lease, feed())
    t.same(during, [ids('alfa', 2), 2])
    t.same(await shown(one), ids('alfa', 600))
  })

  await t.test('a removal of an instance that died is done by one that publishes', async t => {
    const [g, { keys }] = [await ground(t), folders(t)]
    const one = await instance(t, g, keys)
    await one.give('alfa', ids('alfa', 4))
    const two = await instance(t, g, keys)
    await two.engine.remove(['alfa:000'])
    await two.engine.close()
    t.same(await shown(one), ids('alfa', 4), 'until then the generation before')
    await one.engine.upsert([vacancy('beta:000')])
    await one.engine.refresh()
    t.same(await shown(one), [...ids('alfa', 4).slice(1), 'beta:000'])
  })

  await t.test('a removal that was cut off after the row went: done by one that publishes', async t => {
    const [g, { keys }] = [await ground(t), folders(t)]
    const one = await instance(t, g, keys)
    await one.give('alfa', ids('alfa', 4))
    const two = await instance(t, g, keys, 'faulty')
    t.same(await shown(two), ids('alfa', 4))
    // Rows are read twice: to note them, and to delete them. The write after that is the last that arrives.
    let [reads, died] = [0, false]
    g.proxy.fault = call => {
      if (died) return { kind: 'revoked' }
      if (call.path.endsWith('_mget')) reads++
      died = reads === 2 && call.path.endsWith('_bulk')
      return died ? { kind: 'after' } : undefined
    }
    await t.rejects(two.store.vacancies.remove(['alfa:000']))
    t.ok(died)
    t.same(await one.store.vacancies.get(['alfa:000']), [], 'the store no longer has it')
    await one.engine.upsert([vacancy('beta:000')])
    await one.engine.refresh()
    t.same(await shown(one), [...ids('alfa', 4).slice(1), 'beta:000'])
    g.proxy.fault = () => undefined
  })

  await t.test('a removal during a run of another instance does not stop the run', async t => {
    const [g, { keys }] = [await ground(t), folders(t)]
    const [one, two] = [await instance(t, g, keys), await instance(t, g, keys)]
    await one.give('alfa', ids('alfa', 2))
    const lease = await one.store.vacancies.lease('alfa', 'r-long')
    if (lease === undefined) throw new Error('no lease')
    const feed = async function* () {
      yield* ids('alfa', 600).map(id => vacancy(id))
      await two.engine.remove(['alfa:003'])
      await two.engine.refresh()
    }
    await one.engine.replace('alfa', lease, feed())
    t.same(
      await shown(one),
      ids('alfa', 600).filter(id => id !== 'alfa:003')
    )
  })
}
