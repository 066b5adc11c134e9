import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import { KeyRing } from '../../src/store/keys.ts'
import { StoreUnusable, type AuditStore } from '../../src/store/store.ts'
import { ElasticsearchStore } from '../../src/store/elasticsearch/elasticsearch-store.ts'
import { AT, vacancy } from '../helpers/vacancy.ts'
import { BUREAU, event, input, LATER, lease, limited } from '../store/contract/place.ts'
import type { ElasticsearchPlace } from './store-place.ts'

type Case = (t: Test, place: ElasticsearchPlace) => Promise<void>
type Doc = Record<string, unknown>

const bureauOf = (place: ElasticsearchPlace): string => `${place.connection.prefix}-store-bureau-${BUREAU}`

/** Everything the server holds of an index, as text. */
async function dump({ connection: { client } }: ElasticsearchPlace, index: string): Promise<string> {
  await client.indices.refresh({ index })
  return JSON.stringify((await client.search({ index, size: 1_000 })).hits.hits)
}

const change = async ({ connection: { client } }: ElasticsearchPlace, index: string, id: string, work: (doc: Doc) => Doc): Promise<void> => {
  const { _source } = await client.get<Doc>({ index, id })
  await client.index({ index, id, document: work(_source ?? {}), refresh: true })
}
const failure = async (work: Promise<unknown>): Promise<unknown> =>
  await work.then(
    () => undefined,
    (error: unknown) => error
  )

/** What lies on the server, changed or read behind the store's back. */
export const behindTheStore: Readonly<Record<string, Case>> = {
  'nothing of a candidate but the pseudonym can be read from the index; an erased one has no body left': async (t, place) => {
    const { candidates } = (await place.open()).bureau(BUREAU)
    const made = await candidates.create(limited('PSEUDO-KANARIE', 'KANARIE-niet-hurken'), AT.instant)
    await candidates.replace(made.id, 1, limited('PSEUDO-KANARIE', 'KANARIE-niet-bukken'), AT.instant)
    const text = await dump(place, bureauOf(place))
    t.ok(text.includes('PSEUDO-KANARIE'), 'positive control')
    for (const word of ['KANARIE-niet', 'Zwolle', 'limits', 'niveau', '4.14'])
      for (const form of [word, Buffer.from(word).toString('hex'), Buffer.from(word).toString('base64').slice(0, -3)])
        t.notOk(text.includes(form), `${word} as ${form}`)
    t.equal(await candidates.erase(made.id), true)
    t.notOk((await dump(place, bureauOf(place))).includes(made.id))
    t.same(readdirSync(join(place.keys, `bureau-${BUREAU}`)), [], 'its key is gone')
  },
  'a sealed record that was moved, or put at another version, is refused': async (t, place) => {
    const { candidates } = (await place.open()).bureau(BUREAU)
    const [a, b] = [await candidates.create(limited('KAND-A', 'a'), AT.instant), await candidates.create(limited('KAND-B', 'b'), AT.instant)]
    const other = await place.connection.client.get<Doc>({ index: bureauOf(place), id: b.id })
    await change(place, bureauOf(place), a.id, doc => ({ ...doc, body: other._source?.['body'] }))
    await t.rejects(candidates.get(a.id))
    t.same(await candidates.get(b.id), b)
    await change(place, bureauOf(place), b.id, doc => ({ ...doc, version: 2 }))
    await t.rejects(candidates.get(b.id))
  },
  'an erasure that was cut off is finished by the next instance': async (t, place) => {
    const { candidates } = (await place.open()).bureau(BUREAU)
    const [gone, kept] = [await candidates.create(input('KAND-1'), AT.instant), await candidates.create(input('KAND-2'), AT.instant)]
    await change(place, bureauOf(place), gone.id, doc => ({ ...doc, erasing: true, body: '' }))
    t.equal(await candidates.get(gone.id), undefined)
    t.match(await candidates.list(undefined, 5), [{ id: kept.id }])
    t.same(await (await place.open()).bureau(BUREAU).candidates.get(kept.id), kept)
    t.notOk((await dump(place, bureauOf(place))).includes(gone.id))
    t.same(readdirSync(join(place.keys, `bureau-${BUREAU}`)), [`${kept.id}.key`])
  },
  'an instance with another key folder is refused with a remedy': async (t, place) => {
    const made = await (await place.open()).bureau(BUREAU).candidates.create(input('KAND-1'), AT.instant)
    const elsewhere = join(place.keys, '..', 'elders')
    const open = async (): Promise<ElasticsearchStore> => await ElasticsearchStore.open(place.connection, new KeyRing(elsewhere))
    t.match(await failure((await open()).bureau(BUREAU).candidates.get(made.id)), { remedy: /KEYS_DIR/ })
    mkdirSync(elsewhere, { recursive: true })
    new KeyRing(elsewhere).bureau(BUREAU, false)
    const error = await failure((await open()).bureau(BUREAU).audit.append(event('candidate.read')))
    t.ok(error instanceof StoreUnusable)
    t.match(error, { remedy: /dezelfde sleutelmap \(KEYS_DIR\)/ })
    t.same(await (await place.open()).bureau(BUREAU).audit.verify(), { checked: 0, broken: 0, breaks: [] })
  },
  'an index that is mapped otherwise is refused with a remedy': async (t, place) => {
    const store = await place.open()
    await store.bureau(BUREAU).audit.append(event('candidate.read'))
    await place.connection.client.indices.putMapping({ index: `${place.connection.prefix}-store-shared`, properties: { extra: { type: 'keyword' } } })
    const error = await failure(place.open())
    t.ok(error instanceof StoreUnusable)
    t.match(error, { message: /extra/, remedy: /andere versie/ })
  },
  'an index that is lost is said to be lost, and not made anew by a write': async (t, place) => {
    const { candidates } = (await place.open()).bureau(BUREAU)
    await candidates.create(input('KAND-1'), AT.instant)
    await place.connection.client.indices.delete({ index: bureauOf(place) })
    const calls = [
      async () => await candidates.create(input('KAND-2'), AT.instant),
      async () => await candidates.get('k-bestaatniet'),
      async () => await candidates.list(undefined, 5)
    ]
    for (const call of calls) {
      const error = await failure(call())
      t.ok(error instanceof StoreUnusable)
      t.match(error, { remedy: /snapshot/ })
    }
    t.equal(await place.connection.client.indices.exists({ index: bureauOf(place) }), false)
  },
  'every audit record that was changed, dropped, moved or added is found': async (t, place) => {
    const { audit } = (await place.open()).bureau(BUREAU)
    for (let i = 0; i < 5; i++) await audit.append(event('candidate.read', `s-${i}`))
    const index = bureauOf(place)
    const { client } = place.connection
    const { hits } = (await client.indices.refresh({ index }), await client.search<Doc>({ index, size: 100 })).hits
    const tampered = async (name: string, work: () => Promise<unknown>, look: AuditStore = audit): Promise<void> => {
      await work()
      t.ok((await look.verify()).broken > 0, name)
      for (const hit of hits) await client.index({ index, id: hit._id ?? '', document: hit._source ?? {} })
      await client.indices.refresh({ index })
      t.same(await audit.verify(), { checked: 5, broken: 0, breaks: [] }, `${name}: put back, it verifies`)
    }
    const drop = async (id: string): Promise<unknown> => await client.delete({ index, id, refresh: true })
    for (let seq = 1; seq <= 5; seq++) {
      await tampered(`record ${seq} dropped`, async () => await drop(`audit:${seq}`))
      await tampered(`hash of ${seq} changed`, async () => {
        await change(place, index, `audit:${seq}`, doc => ({ ...doc, hash: `x${String(doc['hash']).slice(1)}` }))
      })
      await tampered(`text of ${seq} changed`, async () => {
        await change(place, index, `audit:${seq}`, doc => ({ ...doc, body: String(doc['body']).replace('jobhunter', 'consulent') }))
      })
      await tampered(`${seq} is no text any more`, async () => {
        await change(place, index, `audit:${seq}`, doc => ({ ...doc, body: { damaged: true } }))
      })
    }
    await tampered('the last two dropped', async () => await Promise.all([drop('audit:4'), drop('audit:5')]))
    await tampered('the head dropped', async () => await drop('audit-head'))
    await tampered('the head set back with its records dropped', async () => {
      await drop('audit:5')
      await change(place, index, 'audit-head', doc => ({ ...doc, seq: 4 }))
    })
  },
  'a switch whose note was cut off is noted when an instance opens': async (t, place) => {
    const store = await place.open()
    const run = { id: 'r-0000000001', source: 'bron', format: 'x', mode: 'full', state: 'stage', reason: null, message: null, remedy: null } as const
    const counts = { received: 0, new: 0, changed: 0, unchanged: 0, duplicate: 0, rejected: 0, expired: 0, warnings: 0, missed: 0, closed: 0 }
    const record = {
      ...run,
      counts,
      startedAt: AT.instant,
      endedAt: null,
      generation: null,
      rules: 'x',
      generatedAt: null,
      note: null,
      day: null,
      filled: null,
      released: null
    }
    await store.runs.create(record)
    const taken = await lease(store.vacancies, 'bron', run.id)
    await store.vacancies.stage(taken, [vacancy('bron:1')])
    const { generation } = await store.vacancies.switch(taken, LATER)
    await store.runs.update(record)
    t.match(await store.runs.get(run.id), { state: 'stage' })
    t.match(await (await place.open()).runs.get(run.id), { state: 'switched', generation })
  },
  'a key file that is gone is refused, and not made anew': async (t, place) => {
    await (await place.open()).bureau(BUREAU).candidates.create(input('KAND-1'), AT.instant)
    rmSync(join(place.keys, `bureau-${BUREAU}.key`))
    t.match(await failure((await place.open()).bureau(BUREAU).candidates.list(undefined, 1)), { remedy: /bureau-bureau-een\.key.*KEYS_DIR/ })
    t.notOk(readdirSync(place.keys).includes(`bureau-${BUREAU}.key`))
  }
}
