import { z } from 'zod'
import { CASE_TEAM } from '../../access/policy.ts'
import { CandidateIdSchema } from '../../domain/candidate.ts'
import { overstap as overstapOf } from '../../match/overstap/overstap.ts'
import { MOST_STEPS } from '../../reference/graph/paths.ts'
import { abortOf } from '../abort.ts'
import { candidateOf } from '../candidate-access.ts'
import { actorOf, findContext, type Routes } from '../context.ts'
import { OverstapSchema, toOverstap } from '../overstap-view.ts'

/** Other work for a candidate. The address holds an occupation at most, never a limit. */
export const overstap: Routes = (app, context) => {
  app.get(
    '/candidates/:id/overstap',
    {
      config: { policy: CASE_TEAM, audit: 'overstap.read' },
      schema: {
        summary: 'Overstap: ander werk dat dichtbij ligt, de stappen ernaartoe, de grenzen en wat er nu openstaat',
        tags: ['matches'],
        params: z.strictObject({ id: CandidateIdSchema }),
        querystring: z.strictObject({
          from: z.string().trim().min(2).max(120).optional().describe('Een andere functienaam of ISCO-code om van te vertrekken'),
          steps: z.coerce.number().int().min(1).max(MOST_STEPS).default(2).describe('Stappen op zijn hoogst'),
          size: z.coerce.number().int().min(1).max(40).default(12).describe('Doelen op zijn hoogst')
        }),
        response: { 200: OverstapSchema }
      }
    },
    async request => {
      const actor = actorOf(request)
      const candidate = await candidateOf(context, actor, request.params.id)
      const at = context.now()
      await context.bureau(actor.tenant).audit.write('overstap.read', actor, at.instant, candidate.id)
      return toOverstap(await overstapOf(findContext(context, actor), candidate, at, request.query, abortOf(request)), candidate.id)
    }
  )
}
