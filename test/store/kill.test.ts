import t, { type Test } from 'tap'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { Application } from '../../src/app.ts'
import { always } from '../../src/match/predicate.ts'
import { readConfig } from '../../src/config.ts'
import type { ImportRun } from '../../src/domain/import.ts'
import { formatOf } from '../../src/feed/formats.ts'
import { openRun } from '../../src/feed/run.ts'
import type { SourceFormat } from '../../src/feed/source.ts'
import { KeyRing } from '../../src/store/keys.ts'
import { Database } from '../../src/store/sqlite/database.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { compile } from '../helpers/compile.ts'
import { folders, type Folders } from '../helpers/folders.ts'
import { vacancy } from '../helpers/vacancy.ts'
import { KILL_SOURCE, KILL_TENANT, ROUND_SIZE, roundFile } from './kill-rounds.ts'

const CANDIDATE_KILLS = 10
const IMPORT_KILLS = 10

/** KILL_SEED=… repeats the same choices; where exactly the process was then is up to the machine. */
const seed = Number(process.env['KILL_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
let state = seed
/** A whole number below `max`, from the seed (mulberry32). */
function below(max: number): number {
  state = (state + 0x6d2b79f5) | 0
  let x = Math.imul(state ^ (state >>> 15), 1 | state)
  x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x
  return ((x ^ (x >>> 14)) >>> 0) % max
}

t.comment(`seed ${seed} (KILL_SEED=${seed})`)
const dist = compile(t, 'kill-test', ['test/store/kill-worker.ts'])

type Line = readonly string[]

/** Runs a worker, kills it a moment after its `after`-th line or a word, and gives every line it wrote before it died. */
async function killed(args: readonly string[], after: number | string, ms: number): Promise<readonly Line[]> {
  const child = spawn(process.execPath, [join(dist, 'test/store/kill-worker.js'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const errors: string[] = []
  child.stderr.on('data', chunk => {
    errors.push(String(chunk))
  })
  const lines: Line[] = []
  const exit = once(child, 'exit')
  for await (const text of createInterface({ input: child.stdout })) {
    lines.push(text.split(' '))
    if (lines.length === after || text === after) void wait(ms).then(() => child.kill('SIGKILL'))
  }
  const [code, signal] = (await exit) as readonly unknown[]
  if (signal !== 'SIGKILL') throw new Error(`the worker ended by itself (${String(code)}): ${errors.join('')}`)
  return lines
}

function whole(t: Test, f: Folders, files: readonly string[]): void {
  for (const file of files) {
    const db = new Database(join(f.data, file))
    t.same(
      db.all('PRAGMA integrity_check').map(r => Object.values(r)),
      [['ok']],
      `${file} is whole`
    )
    db.close()
  }
}

interface Known {
  readonly version: number
  readonly n: number
}

/** What lies in the store of the candidates, each record opened. */
async function stored(store: SqliteStore): Promise<ReadonlyMap<string, Known>> {
  const { candidates } = store.bureau(KILL_TENANT)
  const found = new Map<string, Known>()
  for (const { id, version } of await candidates.list(undefined, 100_000)) {
    const c = await candidates.get(id)
    found.set(id, { version: c?.version === version ? version : -1, n: Number(c?.pseudonym.split('-')[1]) })
  }
  return found
}

t.test(`candidates: ${CANDIDATE_KILLS} kills, no acknowledged write lost`, async t => {
  const f = folders(t)
  let expected: ReadonlyMap<string, Known> = new Map()
  let [audited, acknowledged] = [0, 0]
  for (let i = 0; i < CANDIDATE_KILLS; i++) {
    const lines = await killed(['candidates', f.data, f.keys, String(acknowledged + i)], 2 + below(200), below(8))
    const said = new Map(expected)
    const erased = new Set<string>()
    for (const [what, id = '', version, n] of lines) {
      if (what === 'stored') {
        said.set(id, { version: Number(version), n: Number(n) })
        acknowledged++
      }
      if (what === 'erased') {
        said.delete(id)
        erased.add(id)
        acknowledged++
      }
      if (what === 'audit') audited = Number(id)
    }
    const store = new SqliteStore(f.data, new KeyRing(f.keys))
    const found = await stored(store)
    // One write may have been on its way: it is there whole or not at all. All others are exactly as acknowledged.
    const lost = [...said].filter(([id, k]) => {
      const is = found.get(id)
      return is === undefined || is.version !== k.version || is.n !== k.n
    })
    const extra = [...found.keys()].filter(id => !said.has(id))
    const onItsWay = [
      ...lost.map(([id, k]) => (found.has(id) ? found.get(id)?.version === k.version + 1 : true)),
      ...extra.map(id => !erased.has(id) && found.get(id)?.version === 1)
    ]
    t.ok(onItsWay.length <= 1 && onItsWay.every(Boolean), `kill ${i + 1}: ${lines.length} lines, ${said.size} candidates as acknowledged`, {
      lost,
      extra,
      found: [...found].slice(-3)
    })
    const { audit } = store.bureau(KILL_TENANT)
    const chain = await audit.verify()
    t.ok(
      chain.broken === 0 && (chain.checked === audited || chain.checked === audited + 1),
      `kill ${i + 1}: the audit log has its ${audited} acknowledged records`,
      chain
    )
    audited = chain.checked
    expected = found
    await store.close()
    whole(t, f, ['shared.db', `bureau-${KILL_TENANT}.db`, 'lock.db'])
  }
  t.ok(acknowledged > CANDIDATE_KILLS, `${acknowledged} writes acknowledged in all`)
})

/** Which round the source shows; throws when it shows parts of two. `twice` is a round that came twice. */
async function roundOf(app: Application, twice = 0): Promise<number> {
  const [open, missed] = [new Map<string, number>(), new Map<string, number>()]
  for await (const v of app.store.vacancies.ofSource(KILL_SOURCE)) {
    const round = Number(v.title.split(' ').at(-1))
    if (!v.description.includes(`ronde ${round}.`) || v.prepared.status !== v.status) throw new Error(`${v.id} is no row of one round`)
    if (v.status === 'open') open.set(v.sourceId, round)
    else missed.set(v.sourceId, v.misses)
  }
  const rounds = new Set(open.values())
  const [round = 0] = rounds
  if (rounds.size > 1) throw new Error(`rows of rounds ${[...rounds].join(' and ')}`)
  if (open.size !== (round === 0 ? 0 : ROUND_SIZE) || (round > 0 && !open.has(`eigen-${round}`))) throw new Error(`round ${round} has ${open.size} rows`)
  // The own row of each earlier round was missed once by every round since.
  for (let r = 1; r < round; r++)
    if (missed.get(`eigen-${r}`) !== round - r + (r < twice ? 1 : 0)) throw new Error(`row of round ${r} missed ${missed.get(`eigen-${r}`) ?? 'nothing'}`)
  if (missed.size !== Math.max(0, round - 1)) throw new Error(`${missed.size} rows missed in round ${round}`)
  return round
}

const start = (f: Folders): Application => new Application(readConfig({ DATA_DIR: f.data, KEYS_DIR: f.keys }), undefined, pino({ level: 'silent' }))

t.test(`imports: ${IMPORT_KILLS} kills, always one whole run`, async t => {
  const f = folders(t)
  let [round, interrupted] = [0, 0]
  for (let i = 0; i < IMPORT_KILLS; i++) {
    // Two of them, the last too, stop near the end of a file and wait for theirs: at least those leave a run with staged rows behind.
    const stalls = i === 2 || i === IMPORT_KILLS - 1
    // A round tells 14 lines: the first worker finishes one.
    const after = stalls ? 'staged' : i === 0 ? 16 : 2 + below(30)
    const lines = await killed(['imports', f.data, f.keys, String(round + 1), ...(stalls ? ['stall'] : [])], after, below(stalls ? 1 : 40))
    const finished = lines.filter(([what]) => what === 'finished')
    t.ok(
      finished.every(l => l[2] === 'switched'),
      `kill ${i + 1}: each finished run switched`
    )
    const last = finished.length === 0 ? round : Number(finished.at(-1)?.[1])
    const before = new SqliteStore(f.data, new KeyRing(f.keys))
    const cut = (await before.runs.list(50)).filter(r => r.endedAt === null)
    await before.close()
    t.ok(cut.length <= 1, `kill ${i + 1}: at most one run was under way`)
    const app = start(f)
    const now = await roundOf(app)
    // The run on its way had switched, or it left no trace.
    t.ok(now === last || now === last + 1, `kill ${i + 1}: round ${now} is shown whole, ${last} was acknowledged`)
    t.equal((await app.engine.ready()).ready, true)
    t.equal((await app.engine.count(always, {})).total, now === 0 ? 0 : ROUND_SIZE + now - 1, `kill ${i + 1}: the columns hold that round`)
    await app.close()
    const ended = new SqliteStore(f.data, new KeyRing(f.keys))
    for (const { id } of cut) {
      const run = await ended.runs.get(id)
      t.ok(run?.endedAt, `kill ${i + 1}: the cut run is ended`)
      t.match(run, now === last ? { state: 'failed', reason: 'interrupted' } : { state: 'switched', reason: null }, `kill ${i + 1}: and says what it did`)
      if (now === last) interrupted++
    }
    t.same(
      (await ended.runs.list(100)).filter(r => r.endedAt === null),
      [],
      `kill ${i + 1}: no run is left open`
    )
    t.equal(
      await ended.vacancies.lease(KILL_SOURCE, 'r-0000000000').then(async l => {
        if (l !== undefined) await ended.vacancies.discard(l)
        return l !== undefined
      }),
      true,
      `kill ${i + 1}: the source is free`
    )
    await ended.close()
    whole(t, f, ['shared.db', 'lock.db'])
    round = now
  }
  t.ok(interrupted >= 2, `${interrupted} runs were cut off and marked, round ${round} reached`)
  const app = start(f)
  const bring = async (n: number): Promise<ImportRun> =>
    app.import(Readable.from([Buffer.from(roundFile(n))]), { source: KILL_SOURCE, format: formatOf('passendwerk') as SourceFormat })
  // The killed run had changed every row aside; the round that is live, brought again, is still all there.
  t.match(await bring(round), { counts: { received: ROUND_SIZE, unchanged: ROUND_SIZE, rejected: 0 } }, 'the next import of the same is clean')
  t.equal(await roundOf(app, round), round)
  t.match(
    await bring(round + 1),
    { state: 'switched', counts: { received: ROUND_SIZE, changed: ROUND_SIZE - 1, new: 1, rejected: 0 } },
    'and so is one of the next round'
  )
  t.equal(await roundOf(app, round), round + 1)
  await app.close()
})

t.test('a run that is cut off right after its switch is not told to have changed nothing', async t => {
  const f = folders(t)
  const store = new SqliteStore(f.data, new KeyRing(f.keys))
  const at = '2026-11-24T12:00:00.000Z'
  const [switched, staged] = ['r-0000000001', 'r-0000000002'].map((id, i) =>
    openRun({ source: `bron-${i}`, format: formatOf('passendwerk') as SourceFormat }, { day: '2026-11-24', instant: at }, 'x', id)
  ) as [ImportRun, ImportRun]
  for (const run of [switched, staged]) {
    await store.runs.create(run)
    const lease = await store.vacancies.lease(run.source, run.id)
    if (lease === undefined) throw new Error('no lease')
    await store.vacancies.stage(lease, [vacancy(`${run.source}:1`)])
    if (run === switched) await store.vacancies.switch(lease, at)
  }
  await store.close()
  const app = start(f)
  await app.close()
  const after = new SqliteStore(f.data, new KeyRing(f.keys))
  t.match(await after.runs.get(switched.id), { state: 'switched', reason: null, endedAt: /Z$/ })
  t.match(await after.runs.get(staged.id), { state: 'failed', reason: 'interrupted', endedAt: /Z$/ })
  t.same(
    (await after.vacancies.get(['bron-0:1', 'bron-1:1'])).map(v => v.id),
    ['bron-0:1']
  )
  await after.close()
})
