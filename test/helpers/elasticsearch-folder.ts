import { execFileSync } from 'node:child_process'
import { chownSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { account, cacheFolder } from './elasticsearch-files.ts'

/** What is written beside a server's data, so that another process can find or sweep it. */
export interface ServerFile {
  readonly version: string
  readonly port: number
  /** The process that stops it; null: it stays until `npm run es -- stop`. */
  readonly owner: number | null
  /** Where its data lie when not beside this file. */
  readonly data?: string
}

export const serversFolder = (): string => join(cacheFolder(), 'servers')

/** Removes all that a server wrote. */
export function removeServer(folder: string): void {
  const data = readServerFile(folder)?.data
  for (const path of [data, folder]) if (path !== undefined) rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}

/** A port of the loopback that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  return await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => {
        resolve(port)
      })
    })
  })
}

export interface FolderOptions extends ServerFile {
  readonly home: string
  readonly transportPort: number
  readonly security: boolean
}

/** Writes configuration and empty folders of one server; data that is there stays. Loopback only, one node, no index made by accident. */
export function prepareFolder(folder: string, options: FolderOptions): void {
  for (const name of ['config', 'data', 'logs', 'snapshots', 'tmp']) mkdirSync(join(folder, name), { recursive: true })
  for (const name of ['jvm.options', 'log4j2.properties', 'roles.yml', 'role_mapping.yml', 'users', 'users_roles'])
    copyFileSync(join(options.home, 'config', name), join(folder, 'config', name))
  const settings: Readonly<Record<string, string | number | boolean>> = {
    'cluster.name': 'passendwerk-test',
    'network.host': '127.0.0.1',
    'http.port': options.port,
    'transport.port': options.transportPort,
    'discovery.type': 'single-node',
    'path.data': options.data ?? join(folder, 'data'),
    'path.logs': join(folder, 'logs'),
    'path.repo': join(folder, 'snapshots'),
    'xpack.security.enabled': options.security,
    'action.auto_create_index': false,
    'cluster.routing.allocation.disk.threshold_enabled': false,
    'cluster.max_shards_per_node': 5000
  }
  writeFileSync(
    join(folder, 'config', 'elasticsearch.yml'),
    Object.entries(settings)
      .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
      .join('')
  )
  const { version, port, owner, data } = options
  writeFileSync(
    join(folder, 'server.json'),
    JSON.stringify({ version, port, owner, ...(data === undefined ? {} : { data }) } satisfies ServerFile, undefined, 2)
  )
  own(folder)
  if (data !== undefined) own(data)
}

/** Gives the folder to the account that runs the server. */
function own(folder: string): void {
  const who = account()
  if (who === undefined) return
  chownSync(folder, who.uid, who.gid)
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) chownSync(join(folder, name), who.uid, who.gid)
}

/** Sets the password of the user `elastic` before the first start; for tests of roles and keys. */
export function setPassword(folder: string, home: string, env: NodeJS.ProcessEnv, password: string): void {
  const tool = join(home, 'bin', 'elasticsearch-keystore')
  execFileSync(tool, ['create', '--silent'], { env, ...account(), input: '', stdio: 'pipe', cwd: folder })
  execFileSync(tool, ['add', '--stdin', '--silent', 'bootstrap.password'], { env, ...account(), input: `${password}\n`, stdio: 'pipe', cwd: folder })
}

/** The server's process number; undefined when it does not run. A number that went to another process does not count. */
export function runningPid(folder: string): number | undefined {
  const file = join(folder, 'pid')
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8'))
  if (!Number.isInteger(pid) || pid <= 1) return undefined
  try {
    if (!existsSync('/proc/self')) return process.kill(pid, 0) ? pid : undefined
    // Elasticsearch works in its log folder; a dead or foreign process does not.
    return readlinkSync(`/proc/${pid}/cwd`) === join(folder, 'logs') ? pid : undefined
  } catch {
    return undefined
  }
}

const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Ends servers whose owner died without stopping them, and removes their folders. */
export function sweep(): void {
  if (!existsSync(serversFolder())) return
  for (const name of readdirSync(serversFolder())) {
    const folder = join(serversFolder(), name)
    const file = readServerFile(folder)
    if (file === undefined || file.owner === null || alive(file.owner)) continue
    const pid = runningPid(folder)
    if (pid !== undefined) process.kill(pid, 'SIGKILL')
    removeServer(folder)
  }
}

/** What is known of a server folder; undefined when it is no such folder. */
export function readServerFile(folder: string): ServerFile | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8')) as ServerFile
  } catch {
    return undefined
  }
}
