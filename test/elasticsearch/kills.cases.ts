import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import { listIndices } from '../../src/elasticsearch/indices.ts'
import { always } from '../../src/match/predicate.ts'
import { KeyRing } from '../../src/store/keys.ts'
import { compile } from '../helpers/compile.ts'
import { dice } from '../helpers/fault-proxy.ts'
import { killsAsked } from '../helpers/elasticsearch.ts'
import { folders } from '../helpers/folders.ts'
import { vacancy } from '../helpers/vacancy.ts'
import { ground, type Ground } from './ground.ts'
import { closeLife, endedLife, killedProcess, openLife, stream, type Life, type Moment } from './kill-lives.ts'
import { FIRED, OTHER, ROUND_SIZE } from './kill-rounds.ts'

const KILLS = 50
/** Of those, a process of its own that the system kills, spread over the rounds; the others end within this process. */
const isReal = (i: number): boolean => Math.floor(((i + 1) * killsAsked()) / KILLS) > Math.floor((i * killsAsked()) / KILLS)
const OTHERS = 30

interface Shown {
  readonly alfa: number
  readonly round: number
  readonly beta: number
}

/** What a reader of the alias sees, asked of the server itself. Throws when rows of two rounds are there. */
async function shown(g: Ground): Promise<Shown> {
  const alias = `${g.prefix}-vacancies`
  const reply = await g.direct.client.search<{ payload: { title: string } }>({
    index: alias,
    size: 2 * ROUND_SIZE,
    _source: ['payload.title'],
    docvalue_fields: ['published'],
    query: { terms: { source: [FIRED] } }
  })
  const rounds = new Set(
    reply.hits.hits.flatMap(h => [Number(h._source?.payload.title.split(' ')[1]), Number((h.fields?.['published'] as number[] | undefined)?.[0]) - 20_000])
  )
  if (rounds.size > 1) throw new Error(`rows of rounds ${[...rounds].join(' and ')}`)
  const beta = await g.direct.client.count({ index: alias, query: { terms: { source: [OTHER] } } })
  return { alfa: reply.hits.hits.length, round: [...rounds][0] ?? 0, beta: beta.count }
}

/** A start after a death: what the store holds is what is shown. Gives the round. */
async function checkStart(t: Test, g: Ground, { store, engine }: Life, name: string): Promise<number> {
  t.strictSame(await engine.ready(), { ready: true }, `${name}: ready`)
  const rows = new Map<string, string>()
  for await (const v of store.vacancies.ofSource(FIRED)) if (v.status === 'open') rows.set(v.id, v.title)
  const round = Number([...rows.values()][0]?.split(' ')[1] ?? 0)
  t.ok(
    [...rows.values()].every(title => title === `ronde ${round}`),
    `${name}: the store holds one round`
  )
  const page = await engine.search({ where: always, groups: [], size: 2 * ROUND_SIZE })
  const text = (of: Iterable<readonly [id: string, title: string]>): string =>
    [...of]
      .map(r => r.join())
      .sort()
      .join(' ')
  t.equal(
    text(page.hits.flatMap(h => (h.vacancy.source === FIRED ? [[h.vacancy.id, h.vacancy.title] as const] : []))),
    text(rows),
    `${name}: a search shows what the store holds`
  )
  t.equal(page.total, rows.size + OTHERS)
  t.strictSame(await shown(g), { alfa: rows.size, round, beta: OTHERS }, `${name}: behind the alias, too`)
  return round
}

const indicesOf = async (g: Ground, source: string): Promise<readonly string[]> => (await listIndices(g.direct, `${g.prefix}-vac-${source}`)).map(i => i.name)

/** `replace` that is killed (`engines.md` 7.7): old or new, never a mixture; what was acknowledged is there; other sources untouched. */
export async function killCases(t: Test, seed: number): Promise<void> {
  const g = await ground(t, seed)
  const f = folders(t, 'disk')
  const random = dice(seed)
  const below = (max: number): number => Math.floor(random() * max)
  const script = join(compile(t, 'es-kill', ['test/elasticsearch/kill-worker.ts']), 'test/elasticsearch/kill-worker.js')
  const base = vacancy(`${FIRED}:basis`)
  const keys = new KeyRing(f.keys)
  writeFileSync(`${f.data}.base.json`, JSON.stringify(base))

  let life = openLife(g, f.data, keys, g.proxy.url)
  const lease = await life.store.vacancies.lease(OTHER, 'r-beta')
  if (lease === undefined) throw new Error('no lease')
  await life.engine.replace(OTHER, lease, stream(Array.from({ length: OTHERS }, (_, i) => vacancy(`${OTHER}:${i}`))))
  const others = await indicesOf(g, OTHER)

  let [round, killed] = [0, 0]
  const places = new Map<string, number>()
  for (let i = 0; i < KILLS; i++) {
    const moment: Moment = (['before', 'half', 'after'] as const)[below(3)] ?? 'after'
    const at = 1 + below(30)
    const real = isReal(i)
    if (real) await closeLife(life)
    if (real) killed++
    const death = real ? await killedProcess(g, script, [f.data, f.keys, String(round + 1)], at, moment) : await endedLife(g, life, base, round + 1, at, moment)
    places.set(death.where, (places.get(death.where) ?? 0) + 1)
    const last = Math.max(round, death.done)
    const name = `kill ${i + 1} (${death.where}, ${last} acknowledged)`
    const before = await shown(g)
    t.ok(before.beta === OTHERS && before.alfa === (before.round === 0 ? 0 : ROUND_SIZE), `${name}: the alias shows one whole round`, before)
    t.ok(before.round === last || before.round === last + 1, `${name}: the acknowledged one or the next`, before)
    life = openLife(g, f.data, keys, g.proxy.url)
    const now = await checkStart(t, g, life, name)
    t.ok((now === last || now === last + 1) && now >= before.round, `${name}: nothing acknowledged is lost`, { now, last })
    round = now
  }
  // The last one to die still holds its source: a next run takes that over, and a start then sweeps what it left.
  const next = await life.store.vacancies.lease(FIRED, 'r-next')
  if (next === undefined) throw new Error('no lease')
  await life.store.vacancies.discard(next)
  await closeLife(life)
  life = openLife(g, f.data, keys, g.proxy.url)
  t.strictSame(await life.engine.ready(), { ready: true })
  await closeLife(life)
  t.strictSame(await indicesOf(g, OTHER), others, 'the index of the other source is the same one')
  t.equal((await indicesOf(g, FIRED)).length, 1, 'no orphans')
  t.equal(killed, killsAsked(), `${killed} processes were killed by the system`)
  t.ok(round >= 5, `round ${round} reached`)
  t.ok(places.size > 8, `died in ${places.size} different places`)
  for (const [place, n] of [...places].sort(([a], [b]) => (a < b ? -1 : 1))) t.comment(`${n} x ${place}`)
}
