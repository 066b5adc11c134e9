import { Readable } from 'node:stream'
import { Application } from './app.ts'
import type { Config } from './config.ts'
import { CommandFailure, UsageError } from './command.ts'
import type { Moment } from './domain/moment.ts'
import type { Role, Tenant } from './domain/tenant.ts'
import { openBureaus } from './serving.ts'
import { StoreUnusable } from './store/store.ts'
import { FolderInUse, readOwner, type Owner } from './store/sqlite/lock.ts'
import { createLogger } from './logger.ts'

export interface Reply {
  readonly status: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
}
export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly body?: unknown
  readonly upload?: { readonly stream: Readable; readonly type: string }
}

/** One way to the API for commands: over HTTP when a server owns the data folder, else in this process. */
export interface Client {
  /** The address of the server, or null when the store was opened here. */
  readonly remote: string | null
  readonly app: Application | undefined
  request(r: Request): Promise<Reply>
  close(): Promise<void>
}

/** The program behind the commands, before a bureau is chosen. */
export interface Entrance {
  /** Every bureau that has records. */
  bureaus(): Promise<readonly Tenant[]>
  /** The way in for one bureau. Closing it closes the entrance. */
  client(tenant: Tenant, rights: Rights): Promise<Client>
  close(): Promise<void>
}

/** Rights a command needs on the bureau it works for. */
export type Rights = Extract<Role, 'arbeidsdeskundige' | 'beheerder'>

interface Told {
  readonly type?: string
  readonly title?: string
  readonly detail?: string
  readonly remedy?: string
  readonly errors?: ReadonlyArray<{ readonly pointer: string; readonly message: string }>
}

/** The body of a reply that succeeded; else a failure in the words of the problem, of the kind that gives its exit code. */
export function expectOk<T>({ status, body }: Reply): T {
  if (status < 400) return body as T
  const p = (body ?? {}) as Told
  const title = [`${p.title ?? `Fout ${status}`}.`, p.detail ?? ''].join(' ').trim()
  if (p.type === '/problems/opslag-beschadigd') throw new StoreUnusable(title, p.remedy ?? '')
  const fields = (p.errors ?? []).map(e => `  ${e.pointer.split('/').at(-1) ?? ''}: ${e.message}`)
  const said = [`${title} ${p.remedy ?? ''}`.trim(), ...fields].join('\n')
  // Whatever a command sends was typed on its line.
  throw p.type === '/problems/ongeldig-verzoek' ? new UsageError(said) : new CommandFailure(said)
}

/** A server that was killed or is stopping does not answer; that is no fault of the command. */
async function reach(url: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch {
    throw new CommandFailure(`De dienst op ${url.origin} antwoordt niet. Kijk of hij nog draait en probeer het opnieuw.`)
  }
}

function overHttp(url: string, key: string): Client {
  return {
    remote: url,
    app: undefined,
    async request({ method, path, body, upload }) {
      const response = await reach(new URL(path, url), {
        method,
        headers: {
          authorization: `Bearer ${key}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(upload === undefined ? {} : { 'content-type': upload.type })
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(upload === undefined ? {} : { body: Readable.toWeb(upload.stream) as ReadableStream, duplex: 'half' })
      })
      const text = await response.text()
      return {
        status: response.status,
        body: /json/.test(response.headers.get('content-type') ?? '') ? (JSON.parse(text) as unknown) : text,
        headers: Object.fromEntries(response.headers)
      }
    },
    async close() {}
  }
}

async function inProcess(app: Application, tenant: Tenant, rights: Rights): Promise<Client> {
  await openBureaus(app, [tenant])
  const server = await app.server('cli')
  const key = app.localKey(tenant, rights, 'opdrachtregel')
  return {
    remote: null,
    app,
    async request({ method, path, body, upload }) {
      const response = await server.inject({
        method,
        url: path,
        headers: { authorization: `Bearer ${key}`, ...(upload === undefined ? {} : { 'content-type': upload.type }) },
        ...(body === undefined ? {} : { payload: body as object }),
        ...(upload === undefined ? {} : { payload: upload.stream })
      })
      const json = /json/.test(String(response.headers['content-type'] ?? ''))
      return {
        status: response.statusCode,
        body: json ? response.json<unknown>() : response.body,
        headers: Object.fromEntries(Object.entries(response.headers).map(([k, v]) => [k, String(v)]))
      }
    },
    async close() {
      await app.close()
    }
  }
}

/** The keys a running server left for commands on this machine, by bureau and role. */
function throughServer(url: string, keys: Owner['keys']): Entrance {
  return {
    bureaus: async () => [...new Set(Object.keys(keys).map(name => name.split(':')[0] as Tenant))].sort(),
    async client(tenant, rights) {
      const key = keys[`${tenant}:${rights}`]
      if (key === undefined)
        throw new CommandFailure(
          `De dienst op deze gegevensmap kent bureau "${tenant}" niet. Stop de dienst, maak de eerste sleutel met: passendwerk key ${tenant} --role beheerder, en start hem opnieuw.`
        )
      return overHttp(url, key)
    },
    async close() {}
  }
}

/** Opens the program for commands: here, or through the server that owns the data folder. `now` turns the clock, only here. */
export async function openEntrance(config: Config, now?: () => Moment): Promise<Entrance> {
  try {
    const app = await Application.open(config, now, createLogger('error', 'stderr'))
    return {
      bureaus: async () => await app.store.tenants(),
      client: async (tenant, rights) => await inProcess(app, tenant, rights),
      close: async () => {
        await app.close()
      }
    }
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error
    const owner = readOwner(config.dataDir)
    if (owner?.url == null) throw error
    if (now !== undefined)
      throw new CommandFailure('De klok verzetten (--at) kan niet terwijl er een server op deze gegevensmap draait. Stop de server of laat --at weg.')
    return throughServer(owner.url, owner.keys)
  }
}

/** Opens the API for a command. `now` turns the clock and is only possible when no server owns the folder. */
export async function openClient(config: Config, tenant: Tenant, rights: Rights, now?: () => Moment): Promise<Client> {
  return await (await openEntrance(config, now)).client(tenant, rights)
}
