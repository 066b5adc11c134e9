import { z } from 'zod'
import { CandidateIdSchema } from '../../domain/candidate.ts'
import { FullMatchSchema } from '../../domain/projections/full.ts'
import { PublicVacancySchema, toPublic } from '../../domain/projections/public.ts'
import { VacancyIdSchema } from '../../domain/vacancy.ts'
import { CASE_TEAM } from '../../access/policy.ts'
import { ForeignCursor } from '../../match/cursor.ts'
import { explain } from '../../match/explain.ts'
import { find, SearchStateSchema, type Found } from '../../match/find.ts'
import { scorecardOf } from '../../match/scorecard.ts'
import { WidenedSchema } from '../../match/text-query.ts'
import { ChangeSchema, whatIf } from '../../match/what-if.ts'
import { whyNot } from '../../match/why-not.ts'
import { abortOf } from '../abort.ts'
import { BRIEF, toBrief } from '../brief.ts'
import { candidateOf } from '../candidate-access.ts'
import { actorOf, findContext, type ApiContext, type App, type Routes } from '../context.ts'
import { takeChanges } from '../intake.ts'
import { Problem } from '../problem.ts'

const ParamsSchema = z.strictObject({ id: CandidateIdSchema })
const StateSchema = SearchStateSchema.pick({ text: true, facets: true, occupation: true })

const HitSchema = z
  .strictObject({
    vacancy: PublicVacancySchema,
    ...BRIEF
  })
  .meta({ id: 'Hit' })

const FoundSchema = z
  .strictObject({
    group: z.string(),
    counts: z.strictObject({ searched: z.int(), passend: z.int(), teVerifieren: z.int(), nietPassend: z.int() }),
    total: z.int(),
    hits: z.array(HitSchema),
    facets: z.record(z.string(), z.record(z.string(), z.int())),
    next: z.string().nullable(),
    generation: z.int(),
    degraded: z.boolean(),
    /** Misspelt words of the text, and the known words that were searched beside them. */
    widened: z.array(WidenedSchema),
    scorecard: z.string(),
    day: z.string(),
    /** What the profile lacks; with an empty profile there are no points. */
    missing: z.array(z.string())
  })
  .meta({ id: 'Matches' })

function toFound(found: Found): z.infer<typeof FoundSchema> {
  return {
    group: found.group,
    counts: found.counts,
    total: found.total,
    facets: found.facets,
    next: found.next,
    generation: found.generation,
    degraded: found.degraded,
    widened: [...found.widened],
    scorecard: found.scorecard.version,
    day: found.scorecard.at.day,
    missing: [...found.scorecard.missing],
    hits: found.hits.map(({ vacancy, explained }) => ({ vacancy: toPublic(vacancy), ...toBrief(explained) }))
  }
}

function lists(app: App, context: ApiContext): void {
  app.post(
    '/candidates/:id/matches',
    {
      config: { policy: CASE_TEAM, audit: 'matches.read', problems: ['cursor-ongeldig'] },
      schema: {
        summary: 'Vacatures van één groep, met aantallen, facetten en vervolgpagina',
        tags: ['matches'],
        params: ParamsSchema,
        body: SearchStateSchema,
        response: { 200: FoundSchema }
      }
    },
    async request => {
      const actor = actorOf(request)
      const candidate = await candidateOf(context, actor, request.params.id)
      const at = context.now()
      await context.bureau(actor.tenant).audit.write('matches.read', actor, at.instant, candidate.id)
      try {
        return toFound(await find(findContext(context, actor), candidate, at, request.body, abortOf(request)))
      } catch (error) {
        if (error instanceof ForeignCursor)
          throw new Problem('cursor-ongeldig', [{ pointer: '/cursor', message: 'Deze vervolgpagina is van een andere vraag, dag of regelversie.' }])
        throw error
      }
    }
  )

  app.post(
    '/candidates/:id/why-not',
    {
      config: { policy: CASE_TEAM, audit: 'why-not.read' },
      schema: {
        summary: 'Waarom niet: per regel in totaal en alleen hierdoor',
        tags: ['matches'],
        params: ParamsSchema,
        body: StateSchema,
        response: {
          200: z
            .strictObject({
              searched: z.int(),
              nietPassend: z.int(),
              twoOrMore: z.int(),
              nearMisses: z.int(),
              generation: z.int(),
              degraded: z.boolean(),
              scorecard: z.string(),
              rules: z.array(
                z.strictObject({ bar: z.string(), criterion: z.string(), label: z.string(), inAll: z.int(), alone: z.int(), lever: z.string().nullable() })
              )
            })
            .meta({ id: 'WhyNot' })
        }
      }
    },
    async request => {
      const actor = actorOf(request)
      const candidate = await candidateOf(context, actor, request.params.id)
      const at = context.now()
      await context.bureau(actor.tenant).audit.write('why-not.read', actor, at.instant, candidate.id)
      const result = await whyNot(findContext(context, actor), candidate, at, request.body, abortOf(request))
      return { ...result, rules: result.rules.map(r => ({ ...r })) }
    }
  )
}

function details(app: App, context: ApiContext): void {
  app.get(
    '/candidates/:id/matches/:vacancy',
    {
      config: { policy: CASE_TEAM, audit: 'match.explained' },
      schema: {
        summary: 'Eén match uitgelegd: per criterium uitkomst, grens, belasting, marge, bron, punten en vraag',
        tags: ['matches'],
        params: z.strictObject({ id: CandidateIdSchema, vacancy: VacancyIdSchema }),
        response: { 200: FullMatchSchema }
      }
    },
    async request => {
      const actor = actorOf(request)
      const candidate = await candidateOf(context, actor, request.params.id)
      const [vacancy] = await context.engine.get([request.params.vacancy])
      if (vacancy === undefined || !vacancy.prepared.visible_to.some(t => t === 'public' || t === actor.tenant)) throw new Problem('niet-gevonden')
      const at = context.now()
      const card = scorecardOf(candidate, at)
      await context.bureau(actor.tenant).audit.write('match.explained', actor, at.instant, candidate.id, card.version)
      const e = explain(candidate, vacancy, card)
      return {
        vacancy: toPublic(vacancy),
        verdict: e.verdict,
        points: e.points,
        max: e.max,
        reasons: e.reasons.map(r => ({ ...r })),
        questions: [...e.questions],
        differs: vacancy.differs,
        scorecard: e.scorecard
      }
    }
  )

  app.post(
    '/candidates/:id/what-if',
    {
      config: { policy: CASE_TEAM, audit: 'what-if.read' },
      schema: {
        summary: 'Wat als: reizen, opleiding, papieren, uren of een latere dag, opnieuw geteld',
        tags: ['matches'],
        params: ParamsSchema,
        body: StateSchema.extend({ changes: z.array(ChangeSchema).min(1).max(10) }),
        response: {
          200: z.strictObject({
            effects: z.array(
              z.strictObject({
                change: ChangeSchema,
                passend: z.int(),
                teVerifieren: z.int(),
                nietPassend: z.int(),
                opened: z.int(),
                examples: z.array(PublicVacancySchema),
                degraded: z.boolean()
              })
            )
          })
        }
      }
    },
    async request => {
      const actor = actorOf(request)
      const candidate = await candidateOf(context, actor, request.params.id)
      const at = context.now()
      await context.bureau(actor.tenant).audit.write('what-if.read', actor, at.instant, candidate.id)
      const effects = []
      const signal = abortOf(request)
      for (const change of takeChanges(request.body.changes)) {
        const effect = await whatIf(findContext(context, actor), candidate, at, request.body, change, signal)
        effects.push({ ...effect, examples: effect.examples.map(toPublic) })
      }
      return { effects }
    }
  )
}

/** Matches of a candidate. The search state travels in the body; a limit is never in an address. */
export const matches: Routes = (app, context) => {
  lists(app, context)
  details(app, context)
}
