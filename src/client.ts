import { Readable } from 'node:stream'
import { Application } from './app.ts'
import type { Config } from './config.ts'
import { CommandFailure, UsageError } from './command.ts'
import type { Moment } from './domain/moment.ts'
import { TenantSchema, type Role, type Tenant } from './domain/tenant.ts'
import { openBureaus } from './serving.ts'
import { FolderInUse, readOwner } from './store/sqlite/lock.ts'
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

/** Rights a command needs on the bureau it works for. */
export type Rights = Extract<Role, 'arbeidsdeskundige' | 'beheerder'>

function problemOf(reply: Reply): string {
  const p = reply.body as { title?: string; remedy?: string; errors?: ReadonlyArray<{ pointer: string; message: string }> } | null
  const fields = (p?.errors ?? []).map(e => `  ${e.pointer}: ${e.message}`)
  return [`${p?.title ?? `Fout ${reply.status}`}. ${p?.remedy ?? ''}`.trim(), ...fields].join('\n')
}

/** The body of a reply that succeeded; else a failure in the words of the problem. */
export function expectOk<T>(reply: Reply): T {
  if (reply.status >= 400) throw new CommandFailure(problemOf(reply))
  return reply.body as T
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

/** Opens the API for a command. `now` turns the clock and is only possible when no server owns the folder. */
export async function openClient(config: Config, tenant: Tenant, rights: Rights, now?: () => Moment): Promise<Client> {
  if (!TenantSchema.safeParse(tenant).success) throw new UsageError('--bureau mag alleen kleine letters, cijfers en streepjes hebben, hooguit 30.')
  try {
    const quiet = createLogger('error', 'stderr')
    return await inProcess(await Application.open(config, now, quiet), tenant, rights)
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error
    const owner = readOwner(config.dataDir)
    if (owner?.url == null) throw error
    const key = owner.keys[`${tenant}:${rights}`]
    if (key === undefined)
      throw new CommandFailure(
        `De dienst op deze gegevensmap kent bureau "${tenant}" niet. Stop de dienst, maak de eerste sleutel met: passendwerk key ${tenant} --role beheerder, en start hem opnieuw.`
      )
    if (now !== undefined)
      throw new CommandFailure('De klok verzetten (--at) kan niet terwijl er een server op deze gegevensmap draait. Stop de server of laat --at weg.')
    return overHttp(owner.url, key)
  }
}
