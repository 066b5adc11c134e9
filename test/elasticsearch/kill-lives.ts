import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Vacancy } from '../../src/domain/vacancy.ts'
import { connect, type Connection } from '../../src/elasticsearch/client.ts'
import { ElasticsearchEngine } from '../../src/engines/elasticsearch/elasticsearch-engine.ts'
import type { KeyRing } from '../../src/store/keys.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { FIRED, PER_REQUEST, roundOf } from './kill-rounds.ts'
import type { Ground } from './ground.ts'

/** When in its request a life ends: the server never hears of it, hears half of it, or does the work and nobody hears that. */
export type Moment = 'before' | 'half' | 'after'

export interface Death {
  /** The last round that was acknowledged while it lived; 0 = none. */
  readonly done: number
  /** The request it died in. */
  readonly where: string
}

/** Lets `at - 1` requests through, ends the life in the next one, and nothing comes through any more. Gives where it ended. */
function fatal(g: Ground, at: number, moment: Moment, alive: () => boolean, end: () => void): () => string {
  let [seen, where] = [0, '']
  g.proxy.fault = call => {
    if (!alive() || ++seen < at) return undefined
    if (seen > at) return { kind: 'revoked' }
    where = `${moment} ${call.method} ${call.path.replace(g.prefix, '').replace(/\d{6,}/g, 'N')}`
    end()
    return { kind: moment }
  }
  return () => where
}

/** A process that replaces round after round, killed by the system (SIGKILL) in its `at`-th request. */
export async function killedProcess(g: Ground, script: string, args: readonly string[], at: number, moment: Moment): Promise<Death> {
  const child = spawn(process.execPath, [script, g.proxy.url, g.prefix, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const errors: string[] = []
  child.stderr.on('data', chunk => {
    errors.push(String(chunk))
  })
  let [ready, done] = [false, 0]
  const where = fatal(
    g,
    at,
    moment,
    () => ready,
    () => child.kill('SIGKILL')
  )
  const exit = once(child, 'exit')
  for await (const text of createInterface({ input: child.stdout })) {
    if (text === 'ready') ready = true
    if (text.startsWith('done ')) done = Number(text.slice(5))
  }
  const [code, signal] = (await exit) as readonly unknown[]
  g.proxy.fault = () => undefined
  if (signal !== 'SIGKILL') throw new Error(`the worker ended by itself (${String(code)}): ${errors.join('')}`)
  return { done, where: where() }
}

/** Store and engine as a process has them, in this process: cheaper, so that many can be ended. */
export interface Life {
  readonly store: SqliteStore
  readonly engine: ElasticsearchEngine
  readonly connection: Connection
}

/** Opens store and engine; `url` is that of the proxy for a life that will be ended. */
export function openLife(g: Ground, data: string, keys: KeyRing, url: string): Life {
  const store = new SqliteStore(data, keys)
  const clock = { now: () => performance.now(), random: Math.random, sleep: async () => await Promise.resolve() }
  const connection = connect({ url, prefix: g.prefix, replicas: 0 })
  const engine = new ElasticsearchEngine(connection, store.vacancies, {
    searchMs: 20_000,
    bulk: { items: PER_REQUEST, clock }
  })
  return { store, engine, connection }
}

export async function closeLife({ store, engine, connection }: Life): Promise<void> {
  await engine.close()
  await connection.client.close()
  await store.close()
}

/** The same within this process: in its `at`-th request the life is cut off from the server for good, and its store is closed as it was. */
export async function endedLife(g: Ground, life: Life, base: Vacancy, from: number, at: number, moment: Moment): Promise<Death> {
  let done = 0
  const where = fatal(
    g,
    at,
    moment,
    () => true,
    () => {}
  )
  const dead = (): boolean => where() !== ''
  for (let round = from; !dead(); round++) {
    const lease = await life.store.vacancies.lease(FIRED, `r-${round}`)
    if (lease === undefined) throw new Error('no lease')
    const work = life.engine.replace(FIRED, lease, stream(roundOf(base, round)))
    await work.then(
      () => {
        if (!dead()) done = round
      },
      (error: unknown) => {
        if (!dead()) throw error
      }
    )
  }
  await closeLife(life)
  g.proxy.fault = () => undefined
  return { done, where: where() }
}

export async function* stream<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items
}
