import { z } from 'zod'
import type { Policy } from '../../access/policy.ts'
import { actorOf, type Routes } from '../context.ts'

const ADMIN: Policy = { roles: ['beheerder'] }
const ReindexSchema = z
  .strictObject({
    running: z.boolean(),
    checked: z.int(),
    changed: z.int(),
    startedAt: z.string().nullable(),
    endedAt: z.string().nullable(),
    failed: z.boolean()
  })
  .meta({ id: 'Reindex' })

/** Upkeep: judging and indexing every stored vacancy anew after rules or tables changed. */
export const maintenance: Routes = (app, context) => {
  app.post(
    '/reindex',
    {
      config: { policy: ADMIN, audit: 'reindex.started' },
      schema: { summary: 'Alle vacatures opnieuw beoordelen en indexeren', tags: ['beheer'], response: { 202: ReindexSchema } }
    },
    async (request, reply) => {
      const actor = actorOf(request)
      await context.bureau(actor.tenant).audit.write('reindex.started', actor, context.now().instant, null)
      return await reply.code(202).send(context.reindex.start())
    }
  )

  app.get(
    '/reindex',
    {
      config: { policy: ADMIN, audit: false },
      schema: { summary: 'Voortgang van het opnieuw indexeren', tags: ['beheer'], response: { 200: ReindexSchema } }
    },
    async () => context.reindex.status()
  )

  app.get(
    '/metrics',
    {
      config: { policy: ADMIN, audit: false },
      schema: {
        summary: 'Cijfers over de dienst voor Prometheus, zonder personen',
        tags: ['beheer'],
        response: { 200: { description: 'De cijfers', content: { 'text/plain': { schema: z.string() } } } }
      }
    },
    async (_request, reply) => {
      const { type, body } = await context.metrics.text()
      return await reply.type(type).send(body)
    }
  )
}
