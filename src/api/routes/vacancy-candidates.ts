import { z } from 'zod'
import { PublicVacancySchema, toPublic } from '../../domain/projections/public.ts'
import { VacancyIdSchema } from '../../domain/vacancy.ts'
import { CASE_TEAM } from '../../access/policy.ts'
import { ForeignCursor } from '../../match/cursor.ts'
import { findCandidates, ReverseStateSchema } from '../../match/find-candidates.ts'
import { GroupNameSchema } from '../../match/find.ts'
import { abortOf } from '../abort.ts'
import { BRIEF, toBrief } from '../brief.ts'
import { actorOf, type Routes } from '../context.ts'
import { Problem } from '../problem.ts'

const CandidateHitSchema = z
  .strictObject({
    candidate: z.strictObject({ id: z.string(), pseudonym: z.string() }),
    ...BRIEF,
    /** What the profile lacks; with an empty profile there are no points. */
    missing: z.array(z.string())
  })
  .meta({ id: 'CandidateHit' })

const CandidatesSchema = z
  .strictObject({
    vacancy: PublicVacancySchema,
    group: GroupNameSchema,
    counts: z.strictObject({ searched: z.int(), passend: z.int(), teVerifieren: z.int(), nietPassend: z.int() }),
    total: z.int(),
    hits: z.array(CandidateHitSchema),
    next: z.string().nullable(),
    scorecard: z.string(),
    day: z.string()
  })
  .meta({ id: 'Candidates' })

/** The other way round: the own candidates for a vacancy. The state travels in the body; no limit is in an address. */
export const vacancyCandidates: Routes = (app, context) => {
  app.post(
    '/vacancies/:id/candidates',
    {
      config: { policy: CASE_TEAM, audit: 'candidates.matched', problems: ['cursor-ongeldig'] },
      schema: {
        summary: 'Eigen kandidaten voor één vacature: één groep, met aantallen en vervolgpagina',
        tags: ['matches'],
        params: z.strictObject({ id: VacancyIdSchema }),
        body: ReverseStateSchema,
        response: { 200: CandidatesSchema }
      }
    },
    async request => {
      const actor = actorOf(request)
      const [vacancy] = await context.engine.get([request.params.id])
      if (vacancy === undefined || !vacancy.prepared.visible_to.some(t => t === 'public' || t === actor.tenant)) throw new Problem('niet-gevonden')
      const at = context.now()
      const { candidates, reverse, audit } = context.bureau(actor.tenant)
      try {
        const found = await findCandidates({ reverse, candidates, seal: context.seal, report: context.mismatch }, vacancy, at, request.body, abortOf(request))
        // Each candidate whose reasons are shown was read: who looked can be told for every one. No event, no answer.
        const shown = found.hits.length === 0 ? [null] : found.hits.map(h => h.candidate.id)
        for (const id of shown) await audit.write('candidates.matched', actor, at.instant, id, found.scorecard)
        return {
          vacancy: toPublic(vacancy),
          group: found.group,
          counts: { ...found.counts },
          total: found.total,
          next: found.next,
          scorecard: found.scorecard,
          day: found.day,
          hits: found.hits.map(({ candidate, explained, missing }) => ({
            candidate: { id: candidate.id, pseudonym: candidate.pseudonym },
            ...toBrief(explained),
            missing: [...missing]
          }))
        }
      } catch (error) {
        if (error instanceof ForeignCursor)
          throw new Problem('cursor-ongeldig', [{ pointer: '/cursor', message: 'Deze vervolgpagina is van een andere vacature, groep, dag of regelversie.' }])
        throw error
      }
    }
  )
}
