import { z } from 'zod'
import { PUBLIC } from '../../access/policy.ts'
import type { Routes } from '../context.ts'

/** Alive and ready, for those who watch the service. Outside /v1 and without a key. */
export const health: Routes = (app, context) => {
  app.get('/healthz', {
    config: { policy: PUBLIC, audit: false },
    schema: { summary: 'Leeft de dienst', tags: ['status'], response: { 200: z.strictObject({ status: z.literal('ok') }) } }
  }, async () => ({ status: 'ok' as const }))

  app.get('/readyz', {
    config: { policy: PUBLIC, audit: false },
    schema: { summary: 'Kan de dienst juist antwoorden', tags: ['status'], response: { 200: z.strictObject({ status: z.literal('ready') }), 503: z.strictObject({ status: z.literal('not-ready') }) } }
  }, async (_request, reply) => {
    const engine = await context.engine.ready()
    return engine.ready ? { status: 'ready' as const } : await reply.code(503).send({ status: 'not-ready' as const })
  })
}
