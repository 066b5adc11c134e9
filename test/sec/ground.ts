import t from 'tap'
import { PROBLEMS, type ProblemSlug } from '../../src/api/problem.ts'
import type { Role } from '../../src/domain/tenant.ts'
import { Bench, type Call, type Reply } from '../helpers/api.ts'
import { ROWS } from '../helpers/market.ts'
import { requestTo, things } from './requests.cases.ts'

export const EXPERT = ['een', 'arbeidsdeskundige'] as const
export const ADMIN = ['een', 'beheerder'] as const
export const GROUPS = ['passend', 'te-verifieren', 'niet-passend', 'net-niet'] as const
/** Stands in for anything a person could have typed; numbers likewise. */
export const CANARY = 'CANARY'
export const NUMBER = 7777

/** One program for every case of `api.test.ts`; what a case makes, others may see. */
export const bench = new Bench()
await bench.server()
await bench.load('proef', ROWS)
t.teardown(async () => {
  await bench.close()
})
export const call = async (c: Call): Promise<Reply> => await bench.call(c)
export const own = await things(bench, 'een')
export const foreign = await things(bench, 'twee')
export const deleted = (await things(bench, 'een')).id
await call({ method: 'DELETE', url: `/v1/candidates/${deleted}`, as: EXPERT })

/** Problems met so far. */
export const seen = new Set<string>()
const encodings = (text: string): readonly string[] => [
  text,
  text.toLowerCase(),
  Buffer.from(text).toString('hex'),
  ...[0, 1, 2].map(n =>
    Buffer.from('x'.repeat(n) + text)
      .toString('base64')
      .slice(n === 0 ? 0 : 4, -4)
  )
]
const CANARIES = [...new Set([...encodings(CANARY), String(NUMBER)])]
export const leaked = (text: string): readonly string[] => CANARIES.filter(c => text.includes(c))

/** What is missing from the headers every reply must have. Files of the documentation may be kept by a browser. */
export function headersMissing({ headers, call: { url } }: Reply): readonly string[] {
  return [
    ...(headers['cache-control'] === 'no-store' || url.startsWith('/docs/static/') ? [] : ['cache-control']),
    ...(headers['referrer-policy'] === 'no-referrer' ? [] : ['referrer-policy']),
    ...(headers['x-content-type-options'] === 'nosniff' ? [] : ['x-content-type-options']),
    ...((headers['content-security-policy'] ?? '').includes("frame-ancestors 'none'") ? [] : ['content-security-policy'])
  ]
}

/** Everything wrong with a refusal, as a list: it must be empty. */
export function faults(reply: Reply, slug: ProblemSlug, pointer?: string): readonly string[] {
  const known = PROBLEMS[slug]
  const body = reply.json as {
    type?: string
    title?: string
    remedy?: string
    status?: number
    request?: string
    errors?: ReadonlyArray<{ pointer: string; message: string }>
  } | null
  const errors = body?.errors ?? []
  seen.add(slug)
  const said = reply.text.replace(/"request":"[^"]*"/, '')
  return [
    ...(reply.status === known.status && body?.status === known.status
      ? []
      : [`status ${reply.status} instead of ${known.status}: ${reply.text.slice(0, 300)}`]),
    ...((reply.headers['content-type'] ?? '').startsWith('application/problem+json') ? [] : [`content-type ${reply.headers['content-type']}`]),
    ...(body?.type === `/problems/${slug}` && body.title === known.title && body.remedy === known.remedy
      ? []
      : [`${body?.type} instead of ${slug}: ${reply.text.slice(0, 300)}`]),
    ...((body?.request ?? '') === '' ? ['no request number'] : []),
    ...(pointer === undefined || errors.some(e => e.pointer === pointer) ? [] : [`names ${errors.map(e => e.pointer).join(' ')} instead of ${pointer}`]),
    ...(errors.every(e => /^(?:\/[A-Za-z0-9_?-]+)*$/.test(e.pointer) && e.message.length > 5) ? [] : ['a field without message']),
    ...headersMissing(reply),
    ...leaked(said).map(c => `says ${c}`),
    ...(/node_modules|\.ts:|\/src\/|sqlite|at async|SELECT /i.test(said) ? ['speaks of the inside'] : [])
  ]
}

/** A request to a route that succeeds, with another body or caller. */
export const send = async (
  route: string,
  body: unknown,
  as: readonly [string, Role] = route.includes('/keys') ? ADMIN : EXPERT,
  rest: Partial<Call> = {}
): Promise<Reply> => {
  const request = requestTo(route, own)
  return await call({ ...request, as, ...(body === undefined ? {} : { body }), ...rest, headers: { ...request.headers, ...rest.headers } })
}

/** A line of the log without what is a measure, a counter or a public id. */
const bare = (line: string): string => {
  const { ms: _ms, time: _time, pid: _pid, reqId: _reqId, request: _request, key, hostname: _host, ...rest } = JSON.parse(line) as Record<string, unknown>
  return JSON.stringify({ ...rest, key: typeof key === 'string' && /^[0-9a-f]{12}$/.test(key) ? 'key' : key })
}
const FIELDS = new Set([
  'level',
  'time',
  'pid',
  'hostname',
  'reqId',
  'event',
  'method',
  'route',
  'status',
  'ms',
  'tenant',
  'key',
  'problem',
  'request',
  'name',
  'at',
  'vacancy',
  'scored',
  'explained',
  'msg'
])

/** What a log may never hold: what was typed, a candidate's id, an item of a capacity document. */
export const loggedSecrets = (lines: readonly string[]): readonly string[] =>
  lines.flatMap(line => {
    const rest = bare(line)
    return [
      ...leaked(rest),
      ...(rest.match(/k-[a-z0-9]{6,26}/g) ?? []),
      ...(rest.match(/(?<![\d.])[1-6]\.\d{1,2}(?:\.\d{1,2})?(?![\d.])/g) ?? []),
      ...Object.keys(JSON.parse(line) as object).filter(k => !FIELDS.has(k)),
      ...(line.split('\n').length === 2 && line.endsWith('\n') ? [] : ['more than one line'])
    ].map(found => `${found} in ${rest}`)
  })
