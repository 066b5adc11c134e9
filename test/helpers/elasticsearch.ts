import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { account, DEFAULT_VERSION, distribution, javaFor } from './elasticsearch-files.ts'
import { freePort, prepareFolder, removeServer, runningPid, serversFolder, setPassword, sweep } from './elasticsearch-folder.ts'
import { memoryFolder } from './memory.ts'

export interface StartOptions {
  readonly version?: string
  /** HTTP port on the loopback; default a free one. */
  readonly port?: number
  /** Heap in MB; 512 is enough for tests (`engines.md` 5.8). */
  readonly heap?: number
  /** Data in memory where there is room: an index is made in half the time. They survive a kill of the server, not of the machine. */
  readonly memory?: boolean
  /** A server that outlives this process and keeps its data, found again under this name. */
  readonly keepAs?: string
  /** Users, roles and API keys on; `password` is that of the user `elastic`. */
  readonly security?: { readonly password: string }
}

export interface ElasticsearchServer {
  readonly url: string
  readonly version: string
  /** Folder for snapshots, as `path.repo` allows. */
  readonly snapshots: string
  readonly pid: number
  /** Ends the process; returns when it is gone. Data stay. */
  kill(signal?: NodeJS.Signals): Promise<void>
  /** Starts it again on the same port and data after a `kill`. */
  start(): Promise<void>
  /** Ends the process and removes its data. */
  stop(): Promise<void>
}

/**
 * For a server that lives minutes: no second, slower compiler and no collector in threads of its own. A start then takes half
 * the processor time, and the suites that ask most a third less. A server kept for development or measuring runs as it comes.
 */
const SHORT_LIFE = '-XX:TieredStopAtLevel=1 -XX:-UseG1GC -XX:+UseSerialGC'

/** How long a start may take, in ms; it takes 7-12 s on two quiet cores. */
const START_MS = 120_000

/** Starts a real Elasticsearch of its own: own ports, own data folder, own process; ready when this returns. */
export async function startElasticsearch(options: StartOptions = {}): Promise<ElasticsearchServer> {
  const version = options.version ?? DEFAULT_VERSION
  const javaHome = javaFor(version)
  const home = distribution(version)
  sweep()
  mkdirSync(serversFolder(), { recursive: true, mode: 0o755 })
  const folder = options.keepAs === undefined ? mkdtempSync(join(serversFolder(), 'test-')) : join(serversFolder(), options.keepAs)
  const port = options.port ?? (await freePort())
  const env = {
    PATH: process.env['PATH'],
    ES_JAVA_HOME: javaHome,
    ES_PATH_CONF: join(folder, 'config'),
    ES_TMPDIR: join(folder, 'tmp'),
    ES_JAVA_OPTS: `-Xms${options.heap ?? 512}m -Xmx${options.heap ?? 512}m -XX:-AlwaysPreTouch ${options.keepAs === undefined ? SHORT_LIFE : ''}`,
    CLI_JAVA_OPTS: '-XX:TieredStopAtLevel=1'
  }
  const owner = options.keepAs === undefined ? process.pid : null
  const data = options.memory === true ? memoryFolder('passendwerk-es-') : undefined
  const place = { version, port, owner, home, transportPort: await freePort(), security: options.security !== undefined }
  prepareFolder(folder, { ...place, ...(data === undefined ? {} : { data }) })
  if (options.security !== undefined && !existsSync(join(folder, 'config', 'elasticsearch.keystore'))) setPassword(folder, home, env, options.security.password)
  const url = `http://127.0.0.1:${port}`
  const authorization = options.security === undefined ? undefined : `Basic ${Buffer.from(`elastic:${options.security.password}`).toString('base64')}`
  const start = async (): Promise<void> => {
    await launch(home, folder, env)
    await healthy(url, folder, authorization)
  }
  if (owner !== null) endWithUs(folder)
  try {
    await start()
  } catch (error) {
    await end(folder, 'SIGKILL')
    throw error
  }
  return {
    url,
    version,
    snapshots: join(folder, 'snapshots'),
    get pid() {
      return runningPid(folder) ?? -1
    },
    kill: async (signal = 'SIGTERM') => {
      await end(folder, signal)
    },
    start,
    stop: async () => {
      // Nothing of it is needed any more: an orderly end would only cost time.
      await end(folder, 'SIGKILL')
      removeServer(folder)
    }
  }
}

/** The launcher goes to the background by itself once the node is up, and says by its exit code when it is not. */
async function launch(home: string, folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  const log = join(folder, 'launch.log')
  rmSync(join(folder, 'pid'), { force: true })
  const out = openSync(log, 'w')
  const child = spawn(join(home, 'bin', 'elasticsearch'), ['-d', '-p', join(folder, 'pid')], {
    cwd: folder,
    env,
    detached: true,
    stdio: ['ignore', out, out],
    ...account()
  })
  closeSync(out)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  if (code !== 0) throw new Error(`Elasticsearch did not start (exit ${code}): ${readFileSync(log, 'utf8').slice(-2_000)}`)
}

/** Waits until the cluster answers and its shards are there. */
async function healthy(url: string, folder: string, authorization: string | undefined): Promise<void> {
  const until = Date.now() + START_MS
  while (Date.now() < until) {
    if (runningPid(folder) === undefined) throw new Error(`Elasticsearch ended while starting; see ${join(folder, 'logs')}`)
    const headers = authorization === undefined ? {} : { authorization }
    const reply = await fetch(`${url}/_cluster/health?wait_for_status=yellow&timeout=20s`, { headers }).catch(() => undefined)
    const body = reply?.ok === true ? ((await reply.json()) as { timed_out: boolean }) : undefined
    if (body?.timed_out === false) return
    await wait(200)
  }
  throw new Error(`Elasticsearch is not ready after ${START_MS / 1_000} s; see ${join(folder, 'logs')}`)
}

/** Sends the signal and waits until the process is gone; one that stays 30 s is killed. */
export async function end(folder: string, signal: NodeJS.Signals): Promise<void> {
  const until = Date.now() + 30_000
  for (let pid = runningPid(folder), sent = false; pid !== undefined; pid = runningPid(folder)) {
    if (!sent) process.kill(pid, signal)
    else if (Date.now() > until) process.kill(pid, 'SIGKILL')
    sent = true
    await wait(50)
  }
}

const ours = new Set<string>()
/** Ends the server with this process, also when a test forgot to; what a signal leaves behind the next start sweeps. */
function endWithUs(folder: string): void {
  if (ours.size === 0) {
    process.once('exit', () => {
      for (const folder of ours) {
        const pid = runningPid(folder)
        if (pid !== undefined) process.kill(pid, 'SIGKILL')
        removeServer(folder)
      }
    })
  }
  ours.add(folder)
}

let shared: Promise<string> | undefined
/** The URL of the server that tests share: that of ELASTICSEARCH_URL, else one started for this process. */
export async function sharedElasticsearch(): Promise<string> {
  const given = process.env['ELASTICSEARCH_URL']
  if (given !== undefined && given !== '') return given
  shared ??= startElasticsearch({ memory: true }).then(server => server.url)
  return await shared
}

/** The version `npm run test:es` was asked for; undefined on a server that was given. */
export const versionAsked = (): string | undefined => process.env['ELASTICSEARCH_VERSION']

/** How many of the deaths in a replace are of a process of its own, ended by the system; `npm run test:es -- --kills N`. */
export const killsAsked = (): number => Number(process.env['ELASTICSEARCH_KILLS'] ?? 5)
