import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Test } from 'tap'
import { bulkActions, bulkBody, CANNED, incomplete, withRefused, type Reply } from './fault-replies.ts'

/** One request as it reached the proxy. */
export interface Call {
  /** Number of the request since the proxy started, from 1. */
  readonly n: number
  readonly method: string
  /** Without the query string. */
  readonly path: string
}

/**
 * What goes wrong with a request.
 * `before`: the connection breaks, the server never hears of it · `half`: it breaks while the request is under way ·
 * `after`: the server did the work, the reply is lost · `cut`: half of the reply arrives · `hang`: no answer, ever ·
 * `busy` 429, `blocked` 403, `unavailable` 503, `revoked` 401, `html`: answered by the proxy, not sent on ·
 * `refuse`: that share of a bulk's items gets 429 and is not sent on, the rest is · `failed-shard`, `timed-out`: a search that says it is not whole
 */
export type Fault =
  | { readonly kind: 'before' | 'half' | 'after' | 'cut' | 'hang' | 'failed-shard' | 'timed-out' }
  | { readonly kind: keyof typeof CANNED }
  | { readonly kind: 'refuse'; readonly share: number }

export interface FaultProxy {
  readonly url: string
  /** Asked for each request; undefined lets it through. */
  fault: (call: Call) => Fault | undefined
  /** Every request so far. */
  readonly calls: readonly Call[]
  /** How many requests met each fault. */
  readonly met: ReadonlyMap<string, number>
  close(): Promise<void>
}

/** A number from 0 up to 1 that depends on the seed alone (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let x = Math.imul(state ^ (state >>> 15), 1 | state)
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A proxy before a real server that lets everything through until `fault` says otherwise; gone when the test ends. */
export async function startFaultProxy(t: Pick<Test, 'teardown'>, target: string, seed = 1): Promise<FaultProxy> {
  const agent = new Agent({ keepAlive: true })
  const random = dice(seed)
  const calls: Call[] = []
  const met = new Map<string, number>()
  const server = createServer((req, res) => {
    const call = { n: calls.length + 1, method: req.method ?? 'GET', path: (req.url ?? '').replace(/\?.*$/s, '') }
    calls.push(call)
    const fault = proxy.fault(call)
    if (fault !== undefined) met.set(fault.kind, (met.get(fault.kind) ?? 0) + 1)
    serve({ agent, target, random }, req, res, fault).catch(() => {
      res.destroy()
    })
  })
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const proxy: FaultProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fault: () => undefined,
    calls,
    met,
    close: async () => {
      agent.destroy()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    }
  }
  t.teardown(async () => {
    await proxy.close()
  })
  return proxy
}

interface World {
  readonly agent: Agent
  readonly target: string
  readonly random: () => number
}

async function serve(world: World, req: IncomingMessage, res: ServerResponse, fault: Fault | undefined): Promise<void> {
  if (fault?.kind === 'before') {
    req.destroy()
    return
  }
  const body = await read(req)
  if (fault === undefined) {
    answer(res, await forward(world, req, body, res))
    return
  }
  switch (fault.kind) {
    case 'hang':
      return
    case 'half':
      await broken(world, req, body)
      res.destroy()
      return
    case 'after':
      await forward(world, req, body)
      res.destroy()
      return
    case 'cut': {
      const reply = await forward(world, req, body)
      res.writeHead(reply.status, headersOf(reply))
      res.write(reply.body.subarray(0, Math.floor(reply.body.length / 2)), () => res.destroy())
      return
    }
    case 'failed-shard':
    case 'timed-out':
      answer(res, incomplete(await forward(world, req, body), fault.kind))
      return
    case 'refuse': {
      const actions = bulkActions(body)
      const refused = new Set(actions.filter(() => world.random() < fault.share))
      const rest = bulkBody(actions.filter(a => !refused.has(a)))
      answer(res, withRefused(actions, refused, rest === undefined ? undefined : await forward(world, req, rest)))
      return
    }
    default:
      answer(res, CANNED[fault.kind])
  }
}

const headersOf = (reply: Reply): Record<string, string | number> => ({
  'content-type': reply.type,
  'content-length': reply.body.length,
  ...(reply.type === 'text/html' ? {} : { 'x-elastic-product': 'Elasticsearch' })
})

function answer(res: ServerResponse, reply: Reply): void {
  res.writeHead(reply.status, headersOf(reply))
  res.end(reply.body)
}

async function read(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

/** Sends the request on and gives the whole reply. When `caller` goes away, so does the request: that is how a search is aborted. */
async function forward(world: World, req: IncomingMessage, body: Buffer, caller?: ServerResponse): Promise<Reply> {
  const { host: _host, 'content-length': _length, 'transfer-encoding': _chunked, connection: _connection, ...headers } = req.headers
  return await new Promise((resolve, reject) => {
    const out = request(
      new URL(req.url ?? '/', world.target),
      { method: req.method, agent: world.agent, headers: { ...headers, 'content-length': body.length } },
      reply => {
        read(reply).then(body => {
          resolve({ status: reply.statusCode ?? 502, type: reply.headers['content-type'] ?? 'application/json', body })
        }, reject)
      }
    )
    out.on('error', reject)
    caller?.once('close', () => {
      if (!caller.writableFinished) out.destroy()
    })
    out.end(body)
  })
}

/** Sends half of the request and breaks off. */
async function broken(world: World, req: IncomingMessage, body: Buffer): Promise<void> {
  const { host: _host, connection: _connection, ...headers } = req.headers
  const out = request(new URL(req.url ?? '/', world.target), { method: req.method, headers: { ...headers, 'content-length': Math.max(body.length, 2) } })
  out.on('error', () => {})
  await new Promise(resolve => {
    out.write(body.subarray(0, Math.floor(body.length / 2)), resolve)
  })
  out.destroy()
}
