import helmet from '@fastify/helmet'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyRequest, type FastifySchema, type RouteOptions } from 'fastify'
import { z } from 'zod'
import { jsonSchemaTransform, jsonSchemaTransformObject, serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { actorOf as actorOfKey } from '../access/key.ts'
import { mayCall, PUBLIC, type Policy } from '../access/policy.ts'
import { toLog } from '../domain/projections/log.ts'
import { loadUnits } from '../reference/units.ts'
import type { ApiContext, App, Routes } from './context.ts'
import { problemsOf, responsesOf } from './declared.ts'
import { Methods } from './methods.ts'
import { BARE_HEADERS, onError, onSocketError, sendProblem } from './errors.ts'
import { Problem } from './problem.ts'
import { useDutch } from './zod-errors.ts'

export interface ServerOptions {
  readonly logger: FastifyBaseLogger
  readonly proxies: readonly string[]
  readonly docs: boolean
  readonly version: string
}

const ABOUT = [
  'Vacatures die passen bij wat iemand kan, met de reden erbij.',
  'Een fout is altijd `application/problem+json`; per adres staat welke er kunnen komen. Daarbuiten: 405 als het adres deze methode niet kent, 408 als een verzoek te langzaam binnenkomt en 431 als de koppen te groot zijn.'
].join('\n\n')
const BODY_LIMIT = 262_144
const NO_QUERY = z.strictObject({})
/** Checks the caller before anything of the request is read. */
async function authenticate(context: ApiContext, request: FastifyRequest): Promise<void> {
  if (/[?&](?:key|api_?key|token|access_token|sleutel)=|pw_[0-9a-f]{12}_/i.test(request.raw.url ?? '')) throw new Problem('sleutel-in-adres')
  const policy = request.is404 ? PUBLIC : request.routeOptions.config.policy
  if (policy === undefined) throw new Problem('geen-toegang')
  if ('public' in policy) return
  const header = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '')
  const actor = header === null ? undefined : await actorOfKey(header[1] as string, context.store.keys, context.localKeys, context.now().instant)
  if (actor === undefined) throw new Problem('niet-aangemeld')
  request.actor = actor
  if (!mayCall(policy, actor)) throw new Problem('geen-toegang')
}

/** A schema with every problem the route can answer with. */
function declared({ method, url, config }: RouteOptions, policy: Policy, schema: FastifySchema): FastifySchema {
  const responses = responsesOf(problemsOf({ method, url, policy, own: config?.problems ?? [], schema }))
  // What is sent as a stream has no schema of ours, only a type.
  const streamed = schema.produces?.map(type => [type, { schema: z.string() }]) ?? []
  const fine = schema.response ?? { 200: { description: 'Gelukt', content: Object.fromEntries(streamed) } }
  return { ...schema, response: { ...fine, ...responses } }
}

/** Errors as problems, and no route without policy and audit decision. */
function checkRoutes(app: App, context: ApiContext): void {
  const methods = new Methods()
  app.setErrorHandler(async (error, request, reply) => await onError(context, request, reply, error))
  app.setNotFoundHandler((request, reply) => {
    const others = methods.of(request.raw.url ?? '')
    return others.length === 0
      ? sendProblem(request, reply, new Problem('niet-gevonden'))
      : sendProblem(request, reply.header('allow', others.join(', ')), new Problem('methode-niet-toegestaan'))
  })
  app.addHook('onRoute', route => {
    if (route.url.startsWith('/docs')) route.config = { ...route.config, policy: PUBLIC, audit: false }
    if (route.config?.policy === undefined) throw new Error(`${String(route.method)} ${route.url} has no access policy`)
    if (route.config.audit === undefined) throw new Error(`${String(route.method)} ${route.url} has no audit decision`)
    // A parameter that a route does not know is refused, also where a route knows none: a limit typed there must not seem to work.
    if (route.url.startsWith('/v1/')) route.schema = { querystring: NO_QUERY, ...route.schema }
    if (route.schema !== undefined && route.schema.hide !== true) route.schema = declared(route, route.config.policy, route.schema)
    methods.add(route.method, route.url)
  })
}

/** What every request passes: headers, then the caller; what every reply passes: no store, one line in the log. */
async function addHooks(app: App, context: ApiContext): Promise<void> {
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
  })
  // First the headers: a refusal needs them too.
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        upgradeInsecureRequests: null
      }
    },
    referrerPolicy: { policy: 'no-referrer' },
    hsts: false
  })
  app.addHook('onRequest', async request => {
    if (closing) throw new Problem('niet-gereed')
    await authenticate(context, request)
  })
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store')
  })
  app.addHook('onResponse', async (request, reply) => {
    const line = toLog({
      method: request.method,
      route: request.routeOptions.url ?? '-',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      tenant: request.actor?.tenant ?? null,
      key: request.actor?.keyId ?? null,
      problem: request.problem
    })
    request.log.info(line)
    context.metrics.request(line.method, line.route, line.status, line.ms)
  })
}

/**
 * The API: Fastify with the settings of `reliability.md` 7, one error catalogue, deny by default, and logs that hold no
 * bodies and no addresses. A route without policy or audit decision stops the start.
 */
export async function buildServer(context: ApiContext, options: ServerOptions): Promise<App> {
  useDutch()
  const app = Fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout: 120_000,
    bodyLimit: BODY_LIMIT,
    http: { headersTimeout: 4_000, connectionsCheckingInterval: 1_000 },
    trustProxy: options.proxies.length === 0 ? false : [...options.proxies],
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 128 },
    return503OnClosing: false,
    clientErrorHandler: onSocketError,
    frameworkErrors: (error, request, reply) => {
      void sendProblem(request, reply.headers(BARE_HEADERS), error)
    }
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.decorateRequest('actor', null)
  app.decorateRequest('problem', null)
  app.removeContentTypeParser('text/plain')
  checkRoutes(app, context)
  await addHooks(app, context)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'passendwerk', version: options.version, description: ABOUT },
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
      security: [{ key: [] }]
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject
  })
  if (options.docs) await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: false })
  const routes = await loadUnits<Routes>(new URL('./routes/', import.meta.url))
  await app.register(
    async scope => {
      for (const r of routes) if (r.name !== 'health') r(scope.withTypeProvider<ZodTypeProvider>(), context)
    },
    { prefix: '/v1' }
  )
  await app.register(async scope => {
    for (const r of routes) if (r.name === 'health') r(scope.withTypeProvider<ZodTypeProvider>(), context)
    scope.get('/v1/openapi.json', { config: { policy: PUBLIC, audit: false }, schema: { hide: true } }, async () => app.swagger())
  })
  return app
}
