import { Application } from './app.ts'
import { ConfigError, type Config } from './config.ts'
import type { Io } from './command.ts'
import type { Tenant } from './domain/tenant.ts'
import { stepTitles } from './reference/occupations.ts'
import { readySpelling } from './reference/spelling.ts'
import { writeOwner } from './store/sqlite/lock.ts'

export const VERSION = '0.1.0'
const DRAIN_MS = 10_000

export interface Serving {
  readonly app: Application
  readonly url: string
  /** Resolves when the process is asked to stop and everything is closed. */
  readonly stopped: Promise<void>
  stop(): Promise<void>
}

/** Writes who owns the data folder, with keys for commands on this machine. */
function announce(app: Application, config: Config, url: string, tenants: readonly Tenant[]): void {
  const keys = Object.fromEntries(
    tenants.flatMap(t => (['arbeidsdeskundige', 'beheerder'] as const).map(role => [`${t}:${role}`, app.localKey(t, role, 'opdrachtregel')]))
  )
  writeOwner(config.dataDir, { pid: process.pid, startedAt: app.now().instant, url, keys })
}

/** Opens the files of these bureaus now: one that cannot be read is told at the start, not at the first request. */
export async function openBureaus(app: Application, tenants: readonly Tenant[]): Promise<void> {
  try {
    for (const tenant of tenants) app.store.bureau(tenant)
  } catch (error) {
    await app.close()
    throw error
  }
}

/** Refuses to start on a search server that can never answer rightly. */
async function checked(app: Application): Promise<void> {
  try {
    await app.check()
  } catch (error) {
    await app.close()
    throw error
  }
}

/** Listens; a port or address that cannot be used is a setting to mend. */
async function listen(app: Application, config: Config): Promise<string> {
  const server = await app.server(VERSION)
  try {
    const listening = await server.listen({ host: config.host, port: config.port })
    return listening.replace('[::1]', 'localhost')
  } catch (error) {
    await app.close()
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'EADDRINUSE' || code === 'EACCES')
      throw new ConfigError(
        `PORT: poort ${config.port} is ${code === 'EACCES' ? 'niet toegestaan voor deze gebruiker' : 'al in gebruik'}. Kies een andere poort.`
      )
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new ConfigError(`HOST: op ${config.host} kan deze machine niet luisteren.`)
    throw error
  }
}

/** Listens, and stops at SIGTERM or SIGINT: no new requests, running ones finish, then exit. A second signal stops now. */
export async function serve(app: Application, config: Config, io: Io, tenants: readonly Tenant[]): Promise<Serving> {
  await checked(app)
  await openBureaus(app, tenants)
  const address = await listen(app, config)
  const url = config.publicUrl ?? address
  // Commands on this machine take the near way: the address for others may lead through a proxy.
  announce(app, config, address, tenants)
  const health = await app.engine.ready()
  if (!health.ready) io.err(`De zoekmachine is niet gereed: ${health.reason ?? ''}`)
  let done: () => void = () => {}
  const stopped = new Promise<void>(resolve => {
    done = resolve
  })
  let stopping = false
  // In between requests: the first misspelt word and the first unknown title do not wait for all of it.
  const prepare = (): void => {
    if (!stopping && stepTitles()) setImmediate(prepare)
  }
  setImmediate(() => {
    readySpelling()
    prepare()
  })
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(1)
    stopping = true
    const timer = setTimeout(() => {
      process.exit(1)
    }, DRAIN_MS)
    timer.unref()
    await app.close()
    clearTimeout(timer)
    done()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      void stop()
    })
  return { app, url, stopped, stop }
}
