import { Readable } from 'node:stream'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { GuardSchema, ImportRunSchema, ReleaseSchema, RowReportSchema, type Release } from '../../domain/import.ts'
import { addDays, DaySchema } from '../../domain/moment.ts'
import { SourceSchema } from '../../domain/vacancy.ts'
import { ACCEPT, DELIVER, IMPORTS, mayCall } from '../../access/policy.ts'
import { actorOf, type ApiContext, type App, type Routes } from '../context.ts'
import { toCsv } from '../csv.ts'
import { Problem } from '../problem.ts'

const RunParams = z.strictObject({ run: z.string().regex(/^r-[a-z0-9]{10,26}$/) })
const Run = ImportRunSchema.meta({ id: 'ImportRun' })

/** Ends an upload at the cap; the framework limits only bodies it reads itself. The request stays open for the answer. */
async function* capped(body: Readable, most: number): AsyncIterable<Buffer> {
  let bytes = 0
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > most) throw new Problem('te-groot')
    yield chunk
  }
}

/** What an upload may say it is. */
const TYPES = ['application/x-ndjson', 'text/csv', 'application/octet-stream']
const TOO_LATE = 'Deze dag ligt in de toekomst: vacatures zouden daarna niet meer kunnen verlopen. Geef een dag tot en met morgen.'

/** What a person lets pass; the guards and the reason belong together. */
function releaseOf({ accept, why }: { accept?: Release['guards'] | undefined; why?: string | undefined }): Release | undefined {
  if (accept === undefined && why === undefined) return undefined
  if (accept === undefined)
    throw new Problem('ongeldig-verzoek', [{ pointer: '/accept', message: 'Noem bij why ook in accept welke controle u voorbij laat gaan.' }])
  if (why === undefined) throw new Problem('ongeldig-verzoek', [{ pointer: '/why', message: 'Zeg waarom: de reden blijft bij de import staan.' }])
  return { guards: accept, why }
}

function delivering(app: App, context: ApiContext): void {
  app.post(
    '/imports',
    {
      config: { policy: DELIVER, audit: 'import.started', problems: ['import-bezig'] },
      schema: {
        summary: 'Import starten: het bestand is de inhoud van het verzoek',
        tags: ['imports'],
        consumes: TYPES,
        description:
          'Stuur het bestand als application/x-ndjson, text/csv of application/octet-stream. Het antwoord komt zodra het bestand binnen is; volg de import op het adres in Location.',
        querystring: z.strictObject({
          source: SourceSchema,
          format: z.enum(context.imports.formats.map(f => f.id) as [string, ...string[]]).optional(),
          mode: z.enum(['full', 'delta']).optional(),
          day: DaySchema.optional(),
          accept: z
            .string()
            .transform(list => list.split(','))
            .pipe(ReleaseSchema.shape.guards)
            .optional()
            .meta({
              description: `Controles die u bewust voorbij laat gaan, met komma’s: ${GuardSchema.options.join(', ')}. Alleen een beheerder, en met why.`
            }),
          why: ReleaseSchema.shape.why.optional(),
          name: z
            .string()
            .max(200)
            .regex(/^[^/\\]*$/)
            .default('upload')
        }),
        response: { 202: Run }
      }
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const { body } = request
      if (!(body instanceof Readable)) throw new Problem('verkeerd-type')
      if (Number(request.headers['content-length'] ?? 0) > context.imports.maxBytes) throw new Problem('te-groot')
      const { source, format, mode, day, name } = request.query
      if (day !== undefined && day > addDays(context.now().day, 1)) throw new Problem('ongeldig-verzoek', [{ pointer: '/day', message: TOO_LATE }])
      const accept = releaseOf(request.query)
      if (accept !== undefined && !mayCall(ACCEPT, actor)) throw new Problem('geen-toegang')
      await context.bureau(actor.tenant).audit.write('import.started', actor, context.now().instant, null)
      const run = await context.imports.start({ body: Readable.from(capped(body, context.imports.maxBytes)), name, source, format, mode, day, accept })
      if (run.reason === 'source-busy') throw new Problem('import-bezig')
      return await reply.code(202).header('location', `/v1/imports/${run.id}`).send(run)
    }
  )
}

function following(app: App, context: ApiContext): void {
  app.get(
    '/imports',
    {
      config: { policy: IMPORTS, audit: false },
      schema: {
        summary: 'Laatste imports',
        tags: ['imports'],
        querystring: z.strictObject({ size: z.coerce.number().int().min(1).max(100).default(20) }),
        response: { 200: z.strictObject({ items: z.array(Run) }) }
      }
    },
    async request => ({ items: [...(await context.store.runs.list(request.query.size))] })
  )

  app.get(
    '/imports/:run',
    {
      config: { policy: IMPORTS, audit: false },
      schema: { summary: 'Eén import volgen', tags: ['imports'], params: RunParams, response: { 200: Run } }
    },
    async request => {
      const run = await context.store.runs.get(request.params.run)
      if (run === undefined) throw new Problem('niet-gevonden')
      return run
    }
  )

  app.get(
    '/imports/:run/rows',
    {
      config: { policy: IMPORTS, audit: false },
      schema: {
        summary: 'Rijenrapport: elke geweigerde of twijfelachtige rij met veld, reden en oplossing',
        tags: ['imports'],
        params: RunParams,
        querystring: z.strictObject({ after: z.coerce.number().int().min(0).default(0), size: z.coerce.number().int().min(1).max(1000).default(200) }),
        response: { 200: z.strictObject({ items: z.array(RowReportSchema), next: z.int().nullable() }) }
      }
    },
    async request => {
      if ((await context.store.runs.get(request.params.run)) === undefined) throw new Problem('niet-gevonden')
      const { after, size } = request.query
      const rows = await context.store.runs.rows(request.params.run, after, size + 1)
      return { items: rows.slice(0, size), next: rows.length > size ? (rows[size - 1]?.seq ?? null) : null }
    }
  )

  app.get(
    '/imports/:run/rows.csv',
    {
      config: { policy: IMPORTS, audit: false },
      schema: {
        summary: 'Rijenrapport als CSV',
        tags: ['imports'],
        params: RunParams,
        produces: ['text/csv']
      }
    },
    async (request, reply) => {
      if ((await context.store.runs.get(request.params.run)) === undefined) throw new Problem('niet-gevonden')
      return await reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${request.params.run}.csv"`)
        .send(toCsv(context.store.runs, request.params.run))
    }
  )
}

/** Imports: deliver a file, follow the run, read the row report. */
export const imports: Routes = (app, context) => {
  // An upload is read by its route as a stream; no other type is taken here, and none of these elsewhere.
  void app.register(async scope => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(TYPES, (_request, payload, done) => {
      done(null, payload)
    })
    delivering(scope.withTypeProvider<ZodTypeProvider>(), context)
  })
  following(app, context)
}
