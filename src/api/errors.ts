import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { CandidateIdSchema } from '../domain/candidate.ts'
import { EngineUnavailable } from '../match/engine.ts'
import { StoreDamaged, StoreUnusable } from '../store/store.ts'
import type { ApiContext } from './context.ts'
import { bodyOf, Problem, PROBLEMS, type ProblemSlug } from './problem.ts'
import { fieldErrors } from './zod-errors.ts'

/** Framework errors as our own; what is not here is ours to blame. */
const FRAMEWORK: Readonly<Record<string, ProblemSlug>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'ongeldige-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'ongeldige-json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'te-groot',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'verkeerd-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'ongeldig-verzoek',
  FST_ERR_NOT_FOUND: 'niet-gevonden',
  FST_ERR_BAD_URL: 'niet-gevonden',
  FST_ERR_MAX_PARAM_LENGTH: 'niet-gevonden'
}
/** Errors of the parser below the framework, before there is a request. */
const SOCKET: Readonly<Record<string, ProblemSlug>> = { ERR_HTTP_REQUEST_TIMEOUT: 'te-traag', HPE_HEADER_OVERFLOW: 'kop-te-groot' }

/** For replies that no hook passes. */
export const BARE_HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none';frame-ancestors 'none'"
} as const

/** The store cannot write or read now; it may be able to later. */
const UNAVAILABLE = /^SQLITE_(?:FULL|BUSY|LOCKED|READONLY|IOERR|CANTOPEN)/

function slugOf(error: FastifyError | Error): ProblemSlug {
  if (error instanceof Problem) return error.slug
  if (error instanceof StoreDamaged) return 'opslag-beschadigd'
  if (error instanceof EngineUnavailable || error instanceof StoreUnusable) return 'niet-gereed'
  if ('code' in error && UNAVAILABLE.test(error.code)) return 'niet-gereed'
  const code = 'code' in error ? FRAMEWORK[error.code] : undefined
  return code ?? ('statusCode' in error && error.statusCode === 400 ? 'ongeldig-verzoek' : 'intern')
}

/** A validation error of the type provider as the issue it was made from. */
const issueOf = (v: { keyword: string; instancePath: string; message?: string; params: unknown }): Parameters<typeof fieldErrors>[0][number] => ({
  code: v.keyword,
  path: v.instancePath === '/' ? [] : v.instancePath.split('/').slice(1),
  message: v.message ?? '',
  keys: (v.params as { keys?: readonly string[] }).keys ?? []
})

/** What a problem says beyond its title: words of ours only. Of damage the name of the file, without its folder. */
function detailOf(error: Error): string | undefined {
  if (error instanceof Problem) return error.detail
  return error instanceof StoreDamaged ? error.message : undefined
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: FastifyError | Error): FastifyReply {
  const zod = hasZodFastifySchemaValidationErrors(error)
  const slug = zod ? 'ongeldig-verzoek' : slugOf(error)
  const errors =
    error instanceof Problem
      ? error.errors
      : zod
        ? fieldErrors(
            error.validation.map(issueOf),
            error.validationContext === 'body' || error.validationContext === undefined ? '' : `/${error.validationContext}`
          )
        : []
  request.problem = slug
  // The name of the error only: a message may hold what was sent.
  if (PROBLEMS[slug].status >= 500 && !(error instanceof Problem))
    request.log.error({ event: 'error', request: request.id, name: error.name, at: whereOf(error) })
  const body = bodyOf(slug, request.id, errors, detailOf(error))
  if (body.status === 503) void reply.header('retry-after', '2')
  if (body.status === 401) void reply.header('www-authenticate', 'Bearer')
  return reply.code(body.status).type('application/problem+json').serializer(JSON.stringify).send(body)
}

/** File and line of our own code an error came from, without its message. */
const whereOf = (error: Error): string | null =>
  /\(?(?:file:\/\/)?[^\s()]*\/((?:src|seed)\/[^\s():]+:\d+)/.exec((error.stack ?? '').replace(error.message, ''))?.[1] ?? null

/** A refused diagnosis is an event too, without any content (`tweede-spoor.md` 8). */
async function noteRefusal(context: ApiContext, { actor, params }: FastifyRequest, error: Error): Promise<void> {
  if (!(error instanceof Problem) || error.slug !== 'diagnose-niet-toegestaan' || actor === null) return
  const id = CandidateIdSchema.safeParse((params as { id?: unknown } | null)?.id)
  await context.bureau(actor.tenant).audit.write('diagnosis.refused', actor, context.now().instant, id.success ? id.data : null, null, 'refused')
}

/** Anything may be thrown; what is no error must not reach the framework's own handler, which sends it. */
const errorOf = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error('no error'))

export async function onError(context: ApiContext, request: FastifyRequest, reply: FastifyReply, thrown: unknown): Promise<FastifyReply> {
  const error = errorOf(thrown)
  try {
    await noteRefusal(context, request, error)
  } catch (failed) {
    return sendProblem(request, reply, errorOf(failed))
  }
  return sendProblem(request, reply, error)
}

/** What cannot be read as HTTP gets the same kind of answer; what was sent is neither repeated nor logged. */
export function onSocketError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const { status, ...body } = bodyOf(SOCKET[error.code ?? ''] ?? 'ongeldig-verzoek', '-')
  const text = JSON.stringify({ ...body, status })
  const headers = { ...BARE_HEADERS, 'content-type': 'application/problem+json', 'content-length': Buffer.byteLength(text), connection: 'close' }
  if (socket.writable)
    socket.write(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${Object.entries(headers)
        .map(([k, v]) => `${k}: ${v}\r\n`)
        .join('')}\r\n${text}`
    )
  socket.destroySoon()
}
