import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Test } from 'tap'
import { connect } from '../../src/elasticsearch/client.ts'
import { ElasticsearchStore } from '../../src/store/elasticsearch/elasticsearch-store.ts'
import { KeyRing } from '../../src/store/keys.ts'
import { StoreUnusable } from '../../src/store/store.ts'
import { startElasticsearch } from '../helpers/elasticsearch.ts'
import { folders } from '../helpers/folders.ts'
import { AT, vacancy } from '../helpers/vacancy.ts'
import { all, BUREAU, event, limited } from '../store/contract/place.ts'

const KILLS = 10
/** Acknowledged writes of each kind before the server is killed in a round. */
const LEAST = 4

/** What the store said it has. */
class Acknowledged {
  readonly candidates = new Map<string, { version: number; text: string } | 'erased'>()
  readonly audit = new Map<number, string>()
  readonly vacancies = new Map<string, string>()
  /** Runs that switched whole: number of the round in each title. */
  switched = 0
  readonly counts = { candidates: 0, audit: 0, vacancies: 0 }
}

/** Writes one after the other until one fails; the error. */
async function until(work: (n: number) => Promise<void>): Promise<unknown> {
  for (let n = 0; ; n++) {
    try {
      await work(n)
    } catch (error) {
      return error
    }
  }
}

/** Writers of every kind, each until the server is gone. */
function writers(store: ElasticsearchStore, known: Acknowledged, round: number): ReadonlyArray<Promise<unknown>> {
  const { candidates, audit } = store.bureau(BUREAU)
  const own: string[] = []
  return [
    until(async n => {
      const text = `ronde ${round} stap ${n}`
      const id = own[n % 3 === 2 ? own.length - 1 : -1]
      if (id === undefined) {
        const made = await candidates.create(limited(`KAND-${n}`, text), AT.instant)
        own.push(made.id)
        known.candidates.set(made.id, { version: 1, text })
      } else if (n % 2 === 0) {
        await candidates.replace(id, 1, limited(`KAND-${n}`, text), AT.instant)
        known.candidates.set(id, { version: 2, text })
      } else if (await candidates.erase(id)) known.candidates.set(id, 'erased')
      known.counts.candidates++
    }),
    until(async n => {
      const made = await audit.append(event('candidate.read', `${round}-${n}`))
      known.audit.set(made.seq, made.hash)
      known.counts.audit++
    }),
    until(async n => {
      const id = `los:${n % 7}`
      const title = `Ronde ${round} stap ${n}`
      const changedAt = new Date(Date.parse(AT.instant) + round * 100_000 + n).toISOString()
      const [written] = await store.vacancies.put([vacancy(id, { title }, { changedAt })])
      if (written?.result === 'done') known.vacancies.set(id, title)
      known.counts.vacancies++
    })
  ]
}

async function lost(store: ElasticsearchStore, known: Acknowledged, round: number): Promise<readonly string[]> {
  const found: string[] = []
  const { candidates, audit } = store.bureau(BUREAU)
  const listed = new Set((await candidates.list(undefined, 10_000)).map(c => c.id))
  for (const [id, was] of known.candidates) {
    const now = await candidates.get(id)
    // The last write of a round may have been done without an answer: a higher version, or gone.
    if (was === 'erased' ? now !== undefined : now !== undefined && now.version === was.version && !JSON.stringify(now).includes(was.text))
      found.push(`candidate ${id}`)
    if (was !== 'erased' && now === undefined && listed.has(id)) found.push(`candidate ${id} listed but gone`)
    if (was !== 'erased' && now !== undefined && now.version < was.version) found.push(`candidate ${id} is older`)
  }
  const records = new Map((await audit.list(0, 100_000)).map(r => [r.seq, r.hash]))
  for (const [seq, hash] of known.audit) if (records.get(seq) !== hash) found.push(`audit ${seq}`)
  if ((await audit.verify()).broken > 0) found.push('the chain is broken')
  const rows = new Map((await all(store.vacancies.ofSource('los'))).map(v => [v.id, v.title]))
  for (const [id, title] of known.vacancies) {
    const step = (text: string | undefined): number =>
      /Ronde (\d+) stap (\d+)/
        .exec(text ?? '')
        ?.slice(1)
        .reduce((n, part) => n * 100_000 + Number(part), 0) ?? -1
    if (step(rows.get(id)) < step(title)) found.push(`vacancy ${id}: ${rows.get(id) ?? 'absent'}, wanted ${title}`)
  }
  return found.map(f => `round ${round}: ${f}`)
}

/** The server is killed while acknowledgements stream; what was acknowledged is there when it is back. */
export async function serverKills(t: Test): Promise<void> {
  // A kill of the process loses nothing the system took over, be that on its way to a disk or in memory: both prove the same.
  const server = await startElasticsearch({ memory: true })
  t.teardown(async () => {
    await server.stop()
  })
  const connection = connect({ url: server.url, prefix: 'doden', replicas: 0 })
  const store = await ElasticsearchStore.open(connection, new KeyRing(join(folders(t).root, 'keys')))
  const known = new Acknowledged()
  for (let round = 1; round <= KILLS; round++) {
    const before = { ...known.counts }
    const running = writers(store, known, round)
    while (Object.entries(known.counts).some(([kind, n]) => n < before[kind as keyof typeof before] + LEAST)) await pause(5)
    await pause(Math.random() * 100)
    await server.kill('SIGKILL')
    for (const error of await Promise.all(running)) {
      t.ok(error instanceof StoreUnusable, `round ${round}: a write without a server is StoreUnusable`)
      t.match(error, { remedy: /Elasticsearch/ })
    }
    if (round === 1) await away(t, store)
    await server.start()
    t.same(await lost(store, known, round), [], `round ${round}: nothing acknowledged is lost`)
  }
  t.comment(`${KILLS} kills, acknowledged: ${JSON.stringify(known.counts)}`)
}

/** Without a server every call says so; none waits for it. */
async function away(t: Test, store: ElasticsearchStore): Promise<void> {
  const { candidates, audit } = store.bureau(BUREAU)
  const calls: Readonly<Record<string, () => Promise<unknown>>> = {
    'candidates.get': async () => await candidates.get('k-bestaatniet'),
    'candidates.list': async () => await candidates.list(undefined, 5),
    'audit.list': async () => await audit.list(0, 5),
    'audit.verify': async () => await audit.verify(),
    'vacancies.get': async () => await store.vacancies.get(['los:1']),
    'vacancies.ofSource': async () => await all(store.vacancies.ofSource('los')),
    'vacancies.lease': async () => await store.vacancies.lease('anders', 'r-0000000001'),
    'vacancies.remove': async () => await store.vacancies.remove(['los:1']),
    'runs.list': async () => await store.runs.list(5),
    'keys.find': async () => await store.keys.find('000000000000'),
    tenants: async () => await store.tenants()
  }
  for (const [name, call] of Object.entries(calls)) {
    const error: unknown = await call().then(
      () => undefined,
      (e: unknown) => e
    )
    t.ok(error instanceof StoreUnusable, `${name} without a server`)
  }
}
