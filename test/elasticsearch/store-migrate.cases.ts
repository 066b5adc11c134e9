import { setTimeout as pause } from 'node:timers/promises'
import type { Test } from 'tap'
import { z } from 'zod'
import { Documents } from '../../src/store/elasticsearch/documents.ts'
import type { ElasticsearchStore } from '../../src/store/elasticsearch/elasticsearch-store.ts'
import { dropFormer, isOutdated, migrate, type MigrateStep } from '../../src/store/elasticsearch/migrate.ts'
import { recordIndexes, type RecordIndex } from '../../src/store/elasticsearch/record-indices.ts'
import { StoreUnusable } from '../../src/store/store.ts'
import { AT, vacancy } from '../helpers/vacancy.ts'
import { BUREAU, event, fill, idsOf, input, LATER, lease, OTHER, renamed, seen } from '../store/contract/place.ts'
import type { ElasticsearchPlace } from './store-place.ts'

type Case = (t: Test, place: ElasticsearchPlace) => Promise<void>

/** Makes the indices of the records whose name ends so ones of another version: with a field that ours have not. */
async function outdate({ connection }: ElasticsearchPlace, field = 'vroeger', only = ''): Promise<readonly RecordIndex[]> {
  for (const { index, base } of await recordIndexes(connection))
    if (base.endsWith(only)) await connection.client.indices.putMapping({ index, properties: { [field]: { type: 'keyword' } } })
  return await recordIndexes(connection)
}

/** Records of every kind; the bureau's log is appended to often, so that its head was written at many versions. */
async function filled(place: ElasticsearchPlace, log = 5): Promise<ElasticsearchStore> {
  const store = await place.open()
  const { candidates, audit } = store.bureau(BUREAU)
  for (let i = 0; i < log; i++) {
    const { id } = await candidates.create(input(`KAND-${i}`), AT.instant)
    if (i % 2 === 0) await candidates.replace(id, 1, input(`KAND-${i}b`), LATER)
    await audit.append(event('candidate.read', id))
  }
  await store.bureau(OTHER).candidates.create(input('KAND-ANDER'), AT.instant)
  await fill(store.vacancies, 'bron', [vacancy('bron:1'), vacancy('bron:2')])
  await fill(store.vacancies, 'bron', [renamed(vacancy('bron:1'), 'Anders'), vacancy('bron:3')])
  await store.keys.add({ id: 'k1', hash: 'h', tenant: BUREAU, role: 'beheerder', label: 'x', createdAt: AT.instant, expiresAt: null, revokedAt: null })
  return store
}

/** Everything a reader can see. */
async function contents(store: ElasticsearchStore): Promise<unknown> {
  const bureaus = await Promise.all(
    (await store.tenants()).map(async tenant => {
      const { candidates, audit } = store.bureau(tenant)
      const listed = await candidates.list(undefined, 100)
      return [tenant, listed, await Promise.all(listed.map(async c => await candidates.get(c.id))), await audit.list(0, 100), await audit.verify()]
    })
  )
  return { bureaus, vacancies: await seen(store.vacancies, 'bron'), keys: await store.keys.list(BUREAU) }
}

const migrateAll = async (place: ElasticsearchPlace): Promise<void> => {
  for (const found of (await recordIndexes(place.connection)).filter(isOutdated)) await migrate(place.connection, found)
}

/** How the store refused, in its own words; undefined when it did not. */
const refusalOf = async (work: Promise<unknown>): Promise<StoreUnusable | undefined> =>
  await work.then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof StoreUnusable) return error
      throw error
    }
  )

let titles = 0
/** Every write of a store goes as before. */
async function works(t: Test, store: ElasticsearchStore): Promise<void> {
  const title = `Na de omzetting ${++titles}`

  const { candidates, audit } = store.bureau(BUREAU)
  const made = await candidates.create(input('KAND-NA'), AT.instant)
  t.match(await candidates.replace(made.id, 1, input('KAND-NA2'), LATER), { version: 2 })
  t.equal(await candidates.erase(made.id), true)
  const { seq } = await audit.append(event('candidate.read'))
  t.same(await audit.verify(), { checked: seq, broken: 0, breaks: [] })
  t.match(await store.vacancies.put([renamed(vacancy('bron:3'), title)]), [{ result: 'done' }])
  await fill(store.vacancies, 'bron', [vacancy('bron:1'), renamed(vacancy('bron:3'), title)])
}

const STEPS: readonly MigrateStep[] = ['made', 'blocked', 'copied', 'verified', 'kept', 'switched']

/** An attempt whose process is gone after a step: nothing of it runs any more. */
async function killedAfter(place: ElasticsearchPlace, found: RecordIndex, step: MigrateStep): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const stop = async (at: MigrateStep): Promise<void> => {
      if (at !== step) return
      resolve()
      await new Promise(() => {})
    }
    migrate(place.connection, found, { step: stop }).then(() => resolve(), reject)
  })
}

/** Record indices whose mapping is another one. */
export const migrations: Readonly<Record<string, Case>> = {
  'refused with the remedy, migrated twice with all that was there, and instances that were open work on': async (t, place) => {
    const store = await filled(place)
    const before = await contents(store)
    for (const round of [1, 2]) {
      const outdated = await outdate(place, `veld${round}`)
      t.same(
        outdated.map(i => [i.mapping, i.version, i.differences.length]),
        ['records', 'records', 'rows', 'shared'].map(m => [m, round, 1])
      )
      t.match(await refusalOf(place.open()), { remedy: /es migrate/ }, 'a start is refused')
      await migrateAll(place)
      const now = await recordIndexes(place.connection)
      t.same(now.filter(isOutdated), [])
      t.same(
        now.map(i => i.former.length),
        now.map(() => round),
        'the old ones stay'
      )
      t.same(await contents(store), before, 'seen by an instance that was open')
      t.same(await contents(await place.open()), before, 'seen by a new one')
    }
    await works(t, store)
    await works(t, await place.open())
    t.equal(await dropFormer(place.connection, await recordIndexes(place.connection)), 8)
    await works(t, await place.open())
    t.same((await (await place.open()).tenants()).toSorted(), [BUREAU, OTHER])
  },
  'an attempt that is killed after any step leaves what was there, and a later one completes it': async (t, place) => {
    const store = await filled(place, 2)
    const before = await contents(store)
    for (const [round, step] of [...STEPS, ...STEPS].entries()) {
      // The first half begins with plain indices, the second, and what comes after a first change, with aliases.
      const part = round < STEPS.length ? `bureau-${BUREAU}` : 'rows'
      const found = (await outdate(place, `veld${round}`, part)).find(i => i.base.endsWith(part)) as RecordIndex
      await killedAfter(place, found, step)
      t.same(await contents(store), before, `${round} ${step}: read as before`)
      await migrateAll(place)
      t.same(await contents(await place.open()), before, `${round} ${step}: all of it`)
      const now = await recordIndexes(place.connection)
      t.same(now.filter(isOutdated), [])
      await dropFormer(place.connection, now)
    }
    await works(t, store)
  },
  'while it runs a writer is refused, a reader is not, and nothing acknowledged is lost': async (t, place) => {
    const store = await filled(place)
    const { candidates, audit } = store.bureau(BUREAU)
    const acknowledged = new Set((await candidates.list(undefined, 1_000)).map(c => c.id))
    const running = new AbortController()
    let [refused, logged] = [0, 5]
    const writers = Array.from({ length: 4 }, async (_, w) => {
      for (let i = 0; !running.signal.aborted; i++) {
        try {
          acknowledged.add((await candidates.create(input(`K-${w}-${i}`), AT.instant)).id)
          await audit.append(event('candidate.read'))
          logged++
        } catch (error) {
          if (!(error instanceof StoreUnusable)) throw error
          refused++
          await pause(5)
        }
      }
    })
    for (const round of [1, 2, 3]) {
      await pause(150)
      const found = (await outdate(place, `veld${round}`, BUREAU)).find(i => i.base.endsWith(BUREAU)) as RecordIndex
      await migrate(place.connection, found, {
        step: async step => {
          if (step !== 'verified') return
          t.ok(await candidates.get([...acknowledged][0] as string), 'read meanwhile')
          t.match(await refusalOf(candidates.create(input('K-NU'), AT.instant)), { remedy: /es migrate/ })
        }
      })
    }
    await pause(150)
    running.abort()
    await Promise.all(writers)
    t.ok(refused > 0)
    const listed = new Set((await candidates.list(undefined, 10_000)).map(c => c.id))
    t.same(
      [...acknowledged].filter(id => !listed.has(id)),
      []
    )
    const { checked, broken } = await audit.verify()
    t.equal(broken, 0)
    t.ok(checked >= logged, `${checked} of ${logged}`)
  },
  'a write at a place that was read before the switch never fits after it': async (t, place) => {
    const { connection } = place
    await place.open()
    // The copy of a small index counts from 0 again: without care the place of the first state is that of the last one now.
    const base = `${connection.prefix}-store-shared`
    const docs = new Documents(connection, base, z.object({ kind: z.string() }))
    for (const round of [1, 2]) {
      if (round === 1) await docs.create('a', { kind: '1' })
      const stale = await docs.get('a')
      for (let kind = 2; kind < 5; kind++) t.equal(await docs.replace((await docs.get('a')) as never, { kind: `${round}${kind}` }), true)
      const found = (await outdate(place, `veld${round}`, 'shared')).find(i => i.base === base) as RecordIndex
      await migrate(connection, found)
      t.equal(await docs.replace(stale as never, { kind: 'verloren' }), false, 'another write came first')
      t.match(await docs.get('a'), { doc: { kind: `${round}4` } })
    }
  },
  'a document that does not fit stops it; the old index is in use as before': async (t, place) => {
    const store = await filled(place, 1)
    const before = await contents(store)
    const found = (await outdate(place, 'vroeger', 'shared')).find(i => i.mapping === 'shared') as RecordIndex
    await place.connection.client.index({ index: found.index, id: 'vreemd', document: { kind: 'x', vroeger: 'y' } })
    t.match(await refusalOf(migrate(place.connection, found)), { message: /refused/ })
    const now = (await recordIndexes(place.connection)).find(i => i.mapping === 'shared')
    t.match(now, { index: found.index, blocked: false, unfinished: [], former: [] })
    t.same(await contents(store), before)
    await works(t, store)
  },
  'of two attempts at once none spoils the other': async (t, place) => {
    const store = await filled(place)
    const before = await contents(store)
    const found = (await outdate(place, 'vroeger', 'rows')).find(i => i.mapping === 'rows') as RecordIndex
    const other = async (step: MigrateStep): Promise<void> => {
      if (step !== 'verified') return
      const now = (await recordIndexes(place.connection)).find(i => i.base === found.base) as RecordIndex
      await migrate(place.connection, now)
    }
    t.ok(await refusalOf(migrate(place.connection, found, { step: other })))
    await migrateAll(place)
    t.same(await contents(store), before)
    await works(t, store)
  },
  'a run that was under way goes on after the switch: what was written and not yet findable was copied, too': async (t, place) => {
    const { vacancies } = await filled(place, 1)
    const found = (await outdate(place, 'vroeger', 'rows')).find(i => i.mapping === 'rows') as RecordIndex
    // Rows are made findable only when they show: these are not.
    const run = await lease(vacancies, 'bron', 'r-onderweg')
    await vacancies.stage(run, [vacancy('bron:7'), vacancy('bron:8')])
    await migrate(place.connection, found)
    await vacancies.stage(run, [vacancy('bron:9')])
    await vacancies.switch(run, LATER)
    t.same(await idsOf(vacancies, 'bron'), ['bron:7', 'bron:8', 'bron:9'])
  },
  'an index that was left blocked and has our mapping is freed': async (t, place) => {
    const store = await filled(place, 1)
    for (const { index } of await recordIndexes(place.connection)) await place.connection.client.indices.addBlock({ index, block: 'write' })
    for (const found of await recordIndexes(place.connection)) t.equal(await migrate(place.connection, found), 'freed')
    await works(t, store)
  }
}
