import { z } from 'zod'
import {
  CandidateIdSchema,
  CandidateInputSchema,
  PersoonsprofielSchema,
  TravelSchema,
  WishesSchema,
  type Candidate,
  type CandidateInput
} from '../../domain/candidate.ts'
import { CapacityDocumentSchema } from '../../domain/capacity.ts'
import { BureauCandidateSchema, toBureau } from '../../domain/projections/bureau.ts'
import { FullCandidateSchema, toFull, type FullCandidate } from '../../domain/projections/full.ts'
import type { Actor } from '../../domain/tenant.ts'
import { CASE_TEAM, INTAKE, PROFILE, seesDocuments } from '../../access/policy.ts'
import type { AuditEvent } from '../../audit/events.ts'
import { StaleVersion } from '../../store/store.ts'
import { capacityView } from '../capacity-view.ts'
import { homeView } from '../home-view.ts'
import { candidateOf, versionOf } from '../candidate-access.ts'
import { actorOf, type ApiContext, type App, type Routes } from '../context.ts'
import { takeCandidate, takeDocument, takeProfile, takeWishes } from '../intake.ts'
import { Problem } from '../problem.ts'

const ParamsSchema = z.strictObject({ id: CandidateIdSchema })
const IfMatchSchema = z.looseObject({ 'if-match': z.string().max(20).optional() })

const show = (context: ApiContext, actor: Actor, c: Candidate): FullCandidate =>
  toFull(c, { capacity: capacityView(c, context.now().day), home: homeView(c) }, seesDocuments(actor.role))

const inputOf = ({ id: _id, version: _version, createdAt: _created, updatedAt: _updated, ...input }: Candidate): CandidateInput => input

/** Changes a record under its version: read, change, write; a stale version changes nothing. */
async function change(
  context: ApiContext,
  actor: Actor,
  id: string,
  version: number,
  event: AuditEvent,
  work: (c: Candidate) => CandidateInput
): Promise<Candidate> {
  const { candidates, audit } = context.bureau(actor.tenant)
  const current = await candidateOf(context, actor, id)
  try {
    const next = await candidates.replace(id, version, work(current), context.now().instant)
    if (next === undefined) throw new Problem('niet-gevonden')
    await audit.write(event, actor, context.now().instant, id)
    return next
  } catch (error) {
    if (error instanceof StaleVersion) throw new Problem('versie-verouderd')
    throw error
  }
}

const etag = (c: Candidate): string => `"${c.version}"`

function reading(app: App, context: ApiContext): void {
  app.get(
    '/candidates',
    {
      config: { policy: CASE_TEAM, audit: false },
      schema: {
        summary: 'Kandidaten van het eigen bureau',
        tags: ['kandidaten'],
        querystring: z.strictObject({ after: CandidateIdSchema.optional(), size: z.coerce.number().int().min(1).max(200).default(50) }),
        response: { 200: z.strictObject({ items: z.array(BureauCandidateSchema), next: z.string().nullable() }) }
      }
    },
    async request => {
      const { after, size } = request.query
      const found = await context.bureau(actorOf(request).tenant).candidates.list(after, size + 1)
      return { items: found.slice(0, size).map(toBureau), next: found.length > size ? (found[size - 1]?.id ?? null) : null }
    }
  )

  app.get(
    '/candidates/:id',
    {
      config: { policy: CASE_TEAM, audit: 'candidate.read' },
      schema: {
        summary: 'Een kandidaat met belastbaarheid, profiel en wensen',
        tags: ['kandidaten'],
        params: ParamsSchema,
        response: { 200: FullCandidateSchema }
      }
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const candidate = await candidateOf(context, actor, request.params.id)
      await context.bureau(actor.tenant).audit.write('candidate.read', actor, context.now().instant, candidate.id)
      return await reply.header('etag', etag(candidate)).send(show(context, actor, candidate))
    }
  )
}

function writing(app: App, context: ApiContext): void {
  app.post(
    '/candidates',
    {
      config: { policy: PROFILE, audit: 'candidate.created', problems: ['diagnose-niet-toegestaan'] },
      schema: { summary: 'Kandidaat aanmaken', tags: ['kandidaten'], body: CandidateInputSchema, response: { 201: FullCandidateSchema } }
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const { candidates, audit } = context.bureau(actor.tenant)
      const created = await candidates.create(takeCandidate(request.body, context.now().day), context.now().instant)
      await audit.write('candidate.created', actor, context.now().instant, created.id)
      return await reply
        .code(201)
        .header('location', `/v1/candidates/${created.id}`)
        .header('etag', etag(created))
        .send(show(context, actor, created))
    }
  )

  app.put(
    '/candidates/:id',
    {
      config: { policy: INTAKE, audit: 'candidate.replaced', problems: ['diagnose-niet-toegestaan'] },
      schema: {
        summary: 'Kandidaat geheel vervangen (If-Match)',
        tags: ['kandidaten'],
        params: ParamsSchema,
        headers: IfMatchSchema,
        body: CandidateInputSchema,
        response: { 200: FullCandidateSchema }
      }
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const version = versionOf(request.headers['if-match'])
      const input = takeCandidate(request.body, context.now().day)
      const next = await change(context, actor, request.params.id, version, 'candidate.replaced', () => input)
      return await reply.header('etag', etag(next)).send(show(context, actor, next))
    }
  )

  app.post(
    '/candidates/:id/documents',
    {
      config: { policy: PROFILE, audit: 'document.added', problems: ['diagnose-niet-toegestaan'] },
      schema: {
        summary: 'Document over belastbaarheid toevoegen (If-Match)',
        tags: ['kandidaten'],
        params: ParamsSchema,
        headers: IfMatchSchema,
        body: CapacityDocumentSchema,
        response: { 201: FullCandidateSchema }
      }
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const version = versionOf(request.headers['if-match'])
      const document = takeDocument(request.body, context.now().day)
      const next = await change(context, actor, request.params.id, version, 'document.added', c => {
        if (c.documents.length >= 20) throw new Problem('ongeldig-verzoek', [{ pointer: '', message: 'Er staan al twintig documenten bij deze kandidaat.' }])
        return { ...inputOf(c), documents: [...c.documents, document] }
      })
      return await reply
        .code(201)
        .header('etag', etag(next))
        .send(show(context, actor, next))
    }
  )

  app.put(
    '/candidates/:id/profile',
    {
      config: { policy: CASE_TEAM, audit: 'profile.replaced', problems: ['diagnose-niet-toegestaan'] },
      schema: {
        summary: 'Persoonsprofiel vervangen (If-Match)',
        tags: ['kandidaten'],
        params: ParamsSchema,
        headers: IfMatchSchema,
        body: PersoonsprofielSchema,
        response: { 200: FullCandidateSchema }
      }
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const version = versionOf(request.headers['if-match'])
      const profile = takeProfile(request.body)
      const next = await change(context, actor, request.params.id, version, 'profile.replaced', c => ({ ...inputOf(c), profile }))
      return await reply.header('etag', etag(next)).send(show(context, actor, next))
    }
  )

  app.put(
    '/candidates/:id/wishes',
    {
      config: { policy: CASE_TEAM, audit: 'wishes.replaced', problems: ['diagnose-niet-toegestaan'] },
      schema: {
        summary: 'Wensen en reizen vervangen (If-Match)',
        tags: ['kandidaten'],
        params: ParamsSchema,
        headers: IfMatchSchema,
        body: z.strictObject({ wishes: WishesSchema, travel: TravelSchema }),
        response: { 200: FullCandidateSchema }
      }
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const version = versionOf(request.headers['if-match'])
      const taken = takeWishes(request.body)
      const next = await change(context, actor, request.params.id, version, 'wishes.replaced', c => ({ ...inputOf(c), ...taken }))
      return await reply.header('etag', etag(next)).send(show(context, actor, next))
    }
  )

  app.delete(
    '/candidates/:id',
    {
      config: { policy: INTAKE, audit: 'candidate.erased' },
      schema: { summary: 'Dossier wissen: het record en de sleutel die het opent', tags: ['kandidaten'], params: ParamsSchema, response: { 204: z.null() } }
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const { candidates, audit } = context.bureau(actor.tenant)
      if (!(await candidates.erase(request.params.id))) throw new Problem('niet-gevonden')
      await audit.write('candidate.erased', actor, context.now().instant, request.params.id)
      return await reply.code(204).send(null)
    }
  )
}

/** Candidates: create, read, replace, documents, profile, wishes, erase. */
export const candidates: Routes = (app, context) => {
  reading(app, context)
  writing(app, context)
}
