import helmet from '@fastify/helmet'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors, jsonSchemaTransform, jsonSchemaTransformObject, serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { actorOf as actorOfKey } from '../access/key.ts'
import { mayCall, PUBLIC } from '../access/policy.ts'
import { toLog } from '../domain/projections/log.ts'
import { loadUnits } from '../reference/units.ts'
import type { ApiContext, App, Routes } from './context.ts'
import { bodyOf, Problem, type ProblemSlug } from './problem.ts'
import { fieldErrors, useDutch } from './zod-errors.ts'

export interface ServerOptions {
  readonly logger: FastifyBaseLogger
  readonly proxies: readonly string[]
  readonly docs: boolean
  readonly version: string
}

const BODY_LIMIT = 262_144
/** Framework errors as our own; what is not here is ours to blame. */
const FRAMEWORK: Readonly<Record<string, ProblemSlug>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'ongeldige-json', FST_ERR_CTP_EMPTY_JSON_BODY: 'ongeldige-json', FST_ERR_CTP_BODY_TOO_LARGE: 'te-groot',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'verkeerd-type', FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'ongeldig-verzoek', FST_ERR_NOT_FOUND: 'niet-gevonden', FST_ERR_BAD_URL: 'niet-gevonden'
}

function slugOf (error: FastifyError | Error): ProblemSlug {
  if (error instanceof Problem) return error.slug
  if (error instanceof SyntaxError) return 'ongeldige-json'
  const code = 'code' in error ? FRAMEWORK[error.code] : undefined
  return code ?? ('statusCode' in error && error.statusCode === 400 ? 'ongeldig-verzoek' : 'intern')
}

/** A validation error of the type provider as the issue it was made from. */
const issueOf = (v: { keyword: string, instancePath: string, message?: string, params: unknown }): Parameters<typeof fieldErrors>[0][number] => ({
  code: v.keyword, path: v.instancePath.split('/').slice(1), message: v.message ?? '', keys: (v.params as { keys?: readonly string[] }).keys ?? []
})

function sendProblem (request: FastifyRequest, reply: FastifyReply, error: FastifyError | Error): FastifyReply {
  const zod = hasZodFastifySchemaValidationErrors(error)
  const slug = zod ? 'ongeldig-verzoek' : slugOf(error)
  const errors = error instanceof Problem ? error.errors
    : zod ? fieldErrors(error.validation.map(issueOf), error.validationContext === 'body' || error.validationContext === undefined ? '' : `/${error.validationContext}`) : []
  request.problem = slug
  // The name of the error only: a message may hold what was sent.
  if (slug === 'intern') request.log.error({ event: 'error', request: request.id, name: error.name, at: whereOf(error) })
  const body = bodyOf(slug, request.id, errors, error instanceof Problem ? error.detail : undefined)
  if (body.status === 503) void reply.header('retry-after', '2')
  if (body.status === 401) void reply.header('www-authenticate', 'Bearer')
  return reply.code(body.status).type('application/problem+json').serializer(JSON.stringify).send(body)
}

/** File and line of our own code an error came from, without its message. */
const whereOf = (error: Error): string | null => /\(?(?:file:\/\/)?[^\s()]*\/((?:src|seed)\/[^\s():]+:\d+)/.exec(error.stack ?? '')?.[1] ?? null

/** Checks the caller before anything of the request is read. */
async function authenticate (context: ApiContext, request: FastifyRequest): Promise<void> {
  const policy = request.routeOptions.config.policy ?? PUBLIC
  if (/[?&](?:key|api_?key|token|access_token|sleutel)=/i.test(request.raw.url ?? '')) throw new Problem('sleutel-in-adres')
  if ('public' in policy) return
  const header = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '')
  const actor = header === null ? undefined : await actorOfKey(header[1] as string, context.store.keys, context.localKeys, context.now().instant)
  if (actor === undefined) throw new Problem('niet-aangemeld')
  request.actor = actor
  if (!mayCall(policy, actor)) throw new Problem('geen-toegang')
}

/**
 * The API: Fastify with the settings of `reliability.md` 7, one error catalogue, deny by default, and logs that hold no
 * bodies and no addresses. A route without policy or audit decision stops the start.
 */
export async function buildServer (context: ApiContext, options: ServerOptions): Promise<App> {
  useDutch()
  const app = Fastify({
    loggerInstance: options.logger, logController: new LogController({ disableRequestLogging: true }), requestTimeout: 120_000, bodyLimit: BODY_LIMIT,
    http: { headersTimeout: 4_000, connectionsCheckingInterval: 1_000 },
    trustProxy: options.proxies.length === 0 ? false : [...options.proxies], onProtoPoisoning: 'error', onConstructorPoisoning: 'error',
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 128 }, return503OnClosing: true
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.decorateRequest('actor', null)
  app.decorateRequest('problem', null)
  app.removeContentTypeParser('text/plain')
  // An upload is read by its route as a stream.
  app.addContentTypeParser(['application/x-ndjson', 'text/csv', 'application/octet-stream'], (_request, payload, done) => { done(null, payload) })
  app.setErrorHandler((error: FastifyError, request, reply) => sendProblem(request, reply, error))
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, new Problem('niet-gevonden')))
  app.addHook('onRoute', route => {
    if (route.url.startsWith('/docs')) route.config = { ...route.config, policy: PUBLIC, audit: false }
    if (route.method === 'HEAD' || route.method === 'OPTIONS') return
    if (route.config?.policy === undefined) throw new Error(`${String(route.method)} ${route.url} has no access policy`)
    if (route.config.audit === undefined) throw new Error(`${String(route.method)} ${route.url} has no audit decision`)
  })
  app.addHook('onRequest', async request => { await authenticate(context, request) })
  app.addHook('onSend', async (_request, reply) => { if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store') })
  app.addHook('onResponse', async (request, reply) => {
    const line = toLog({
      method: request.method, route: request.routeOptions.url ?? '-', status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10,
      tenant: request.actor?.tenant ?? null, key: request.actor?.keyId ?? null, problem: request.problem
    })
    request.log.info(line)
  })
  await app.register(helmet, { contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:'], connectSrc: ["'self'"], fontSrc: ["'self'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'self'"], upgradeInsecureRequests: null } }, referrerPolicy: { policy: 'no-referrer' }, hsts: false })
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'passendwerk', version: options.version, description: 'Vacatures die passen bij wat iemand kan, met de reden erbij.' },
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } }, security: [{ key: [] }] },
    transform: jsonSchemaTransform, transformObject: jsonSchemaTransformObject
  })
  if (options.docs) await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: false })
  const routes = await loadUnits<Routes>(new URL('./routes/', import.meta.url))
  await app.register(async scope => { for (const r of routes) if (r.name !== 'health') r(scope.withTypeProvider<ZodTypeProvider>(), context) }, { prefix: '/v1' })
  await app.register(async scope => {
    for (const r of routes) if (r.name === 'health') r(scope.withTypeProvider<ZodTypeProvider>(), context)
    scope.get('/v1/openapi.json', { config: { policy: PUBLIC, audit: false }, schema: { hide: true } }, async () => app.swagger())
  })
  return app
}
