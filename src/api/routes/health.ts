import { z } from 'zod'
import { PUBLIC } from '../../access/policy.ts'
import type { Routes } from '../context.ts'
import { Problem } from '../problem.ts'

/** Alive and ready, for those who watch the service. Outside /v1 and without a key. */
export const health: Routes = (app, context) => {
  app.get(
    '/healthz',
    {
      config: { policy: PUBLIC, audit: false },
      schema: { summary: 'Leeft de dienst', tags: ['status'], response: { 200: z.strictObject({ status: z.literal('ok') }) } }
    },
    async () => ({ status: 'ok' as const })
  )

  app.get(
    '/readyz',
    {
      config: { policy: PUBLIC, audit: false },
      schema: {
        summary: 'Kan de dienst juist antwoorden',
        tags: ['status'],
        response: { 200: z.strictObject({ status: z.enum(['ready', 'degraded']) }) }
      }
    },
    async () => {
      const health = await context.engine.ready()
      if (!health.ready) throw new Problem('niet-gereed')
      return { status: health.degraded === true ? ('degraded' as const) : ('ready' as const) }
    }
  )
}
