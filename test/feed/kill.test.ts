import { Readable } from 'node:stream'
import { pino } from 'pino'
import t from 'tap'
import { Application } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import type { ImportRun } from '../../src/domain/import.ts'
import { formatOf } from '../../src/feed/formats.ts'
import { openRun } from '../../src/feed/run.ts'
import type { SourceFormat } from '../../src/feed/source.ts'
import { always } from '../../src/match/predicate.ts'
import { KeyRing } from '../../src/store/keys.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { folders, type Folders } from '../helpers/folders.ts'
import { vacancy } from '../helpers/vacancy.ts'
import { below, killing, whole } from '../store/kill-process.ts'
import { KILL_SOURCE, ROUND_SIZE, roundFile } from '../store/kill-rounds.ts'

const IMPORT_KILLS = 10
const killed = killing(t, 'kill-imports')

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
  const f = folders(t, 'disk')
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
