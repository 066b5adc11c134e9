import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { mkdtempSync, readdirSync, rmSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { Application } from '../../src/app.ts'
import type { App } from '../../src/api/context.ts'
import type { Policy } from '../../src/access/policy.ts'
import type { Moment } from '../../src/domain/moment.ts'
import type { Role, Tenant } from '../../src/domain/tenant.ts'
import { formatOf } from '../../src/feed/formats.ts'
import type { SourceFormat } from '../../src/feed/source.ts'
import { Database } from '../../src/store/sqlite/database.ts'
import { AT } from './vacancy.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'HEAD' | 'OPTIONS'

export interface Call {
  readonly method?: Method
  readonly url: string
  /** The caller; without it nobody is signed in. */
  readonly as?: readonly [Tenant, Role]
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as it is, with the content type of `headers`. */
  readonly payload?: string | Buffer | Readable
  readonly headers?: Readonly<Record<string, string>>
}

export interface Reply {
  readonly call: Call
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  /** The body when it is JSON, else null. */
  readonly json: any
}

/** A route as the program registered it; HEAD routes come along with GET and are left out. */
export interface Route {
  readonly method: string
  readonly url: string
  readonly config?: { readonly policy?: Policy; readonly audit?: string | false }
}

/** In memory where the system has it: durability is the store's own test, and every write waits for the disk. */
const TEMP = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** The whole program over temp folders: API by inject, a log that can be read back, a clock turned by hand. */
export class Bench {
  readonly folder = mkdtempSync(join(TEMP, 'passendwerk-api-'))
  readonly lines: string[] = []
  /** Every reply given, for checks that hold for all of them. */
  readonly replies: Reply[] = []
  readonly app: Application
  at: Moment = AT
  #server: App | undefined
  readonly #keys = new Map<string, string>()

  constructor() {
    const sink = new Writable({
      decodeStrings: false,
      write: (chunk: unknown, _encoding, done) => {
        this.lines.push(String(chunk))
        done()
      }
    })
    this.app = new Application(
      {
        dataDir: join(this.folder, 'data'),
        keysDir: join(this.folder, 'keys'),
        host: '127.0.0.1',
        port: 0,
        logLevel: 'trace',
        proxies: [],
        publicUrl: undefined,
        docs: true,
        referenceTables: 'own',
        engine: 'embedded',
        store: 'sqlite',
        fallback: 'none',
        elasticsearch: undefined
      },
      () => this.at,
      pino({ level: 'trace' }, sink)
    )
  }

  /** Every route that was registered, as it stands after the start. */
  readonly routes: Route[] = []

  async server(): Promise<App> {
    if (this.#server !== undefined) return this.#server
    const watch = (message: unknown): void => {
      const { fastify } = message as { fastify: App }
      fastify.addHook('onRoute', route => {
        if (route.method !== 'HEAD') this.routes.push(route as Route)
      })
    }
    subscribe('fastify.initialization', watch)
    this.#server = await this.app.server('test')
    unsubscribe('fastify.initialization', watch)
    await this.#server.ready()
    return this.#server
  }

  /** A key of a role of a bureau, made once. */
  key(tenant: Tenant, role: Role): string {
    const name = `${tenant}:${role}`
    const known = this.#keys.get(name) ?? this.app.localKey(tenant, role, 'proef')
    this.#keys.set(name, known)
    return known
  }

  async call(call: Call): Promise<Reply> {
    const { method = 'GET', url, as, body, payload, headers } = call
    const server = await this.server()
    const response = await server.inject({
      method,
      url,
      headers: {
        ...(as === undefined ? {} : { authorization: `Bearer ${this.key(...as)}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      ...(payload === undefined ? {} : { payload })
    })
    const text = response.body
    const json: unknown = /json/.test(String(response.headers['content-type'] ?? '')) && text !== '' ? JSON.parse(text) : null
    const reply: Reply = {
      call,
      status: response.statusCode,
      headers: Object.fromEntries(Object.entries(response.headers).map(([k, v]) => [k, String(v)])),
      text,
      json
    }
    this.replies.push(reply)
    return reply
  }

  /** Delivers vacancies in our own format straight to the importer. */
  async load(source: string, rows: readonly object[]): Promise<void> {
    const run = await this.app.import(Readable.from([Buffer.from(ownFile(source, rows))]), { source, format: formatOf('passendwerk') as SourceFormat })
    if (run.state !== 'switched') throw new Error(`import ${run.state}: ${run.reason ?? ''}`)
  }

  /** Everything stored but the audit log, table by table: what a refused request may not change. */
  dump(): string {
    const data = join(this.folder, 'data')
    const files = readdirSync(data)
      .filter(f => f.endsWith('.db') && f !== 'lock.db')
      .sort()
    const uploads = existsSync(join(data, 'uploads')) ? readdirSync(join(data, 'uploads')).sort() : []
    return JSON.stringify([uploads, ...files.map(file => [file, tablesOf(join(data, file))])])
  }

  async close(): Promise<void> {
    await this.app.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

function tablesOf(file: string): unknown {
  const db = new Database(file)
  try {
    const names = db.all("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'audit%' ORDER BY name").map(r => String(r['name']))
    return names.map(name => [
      name,
      db
        .all(`SELECT * FROM ${name} ORDER BY 1`)
        .map(row => Object.values(row).map(v => (v instanceof ArrayBuffer || v instanceof Uint8Array ? Database.blob(v).toString('base64') : v)))
    ])
  } finally {
    db.close()
  }
}

/** A file of our own format. */
export const ownFile = (source: string, rows: readonly object[], mode: 'full' | 'delta' = 'full'): string =>
  `${[{ kind: 'passendwerk-vacancies', version: 1, mode, source, generatedAt: AT.day, count: rows.length }, ...rows, { kind: 'end', count: rows.length }]
    .map(row => JSON.stringify(row))
    .join('\n')}\n`

/** Asks again until it holds; fails by itself when it never does. */
export async function until<T>(ask: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (let i = 0; i < 500; i++) {
    const value = await ask()
    if (holds(value)) return value
    await sleep(20)
  }
  throw new Error('it never came to hold')
}
