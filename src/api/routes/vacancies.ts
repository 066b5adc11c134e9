import { z } from 'zod'
import { EvidenceSchema, TextSaysSchema, VacancyIdSchema, type Vacancy } from '../../domain/vacancy.ts'
import { LoadSchema } from '../../domain/load.ts'
import { PublicVacancySchema, toPublic } from '../../domain/projections/public.ts'
import { ANYONE_WITH_KEY } from '../../access/policy.ts'
import { ForeignCursor } from '../../match/cursor.ts'
import { FACETS, SearchStateSchema } from '../../match/find.ts'
import { searchVacancies } from '../../match/search-vacancies.ts'
import { WidenedSchema } from '../../match/text-query.ts'
import { abortOf } from '../abort.ts'
import { actorOf, findContext, type Routes } from '../context.ts'
import { Problem } from '../problem.ts'

const DetailSchema = z
  .strictObject({
    summary: PublicVacancySchema,
    title: z.string(),
    description: z.string(),
    truncated: z.boolean(),
    education: z.strictObject({ min: z.int(), max: z.int() }).nullable(),
    requiredDiploma: z.strictObject({ strict: z.boolean(), fields: z.array(z.string()), open: z.boolean() }).nullable(),
    occupation: z.array(z.strictObject({ isco: z.string(), share: z.int() })),
    occupationMethod: z.string(),
    hoursPerDay: z.strictObject({ min: z.number(), max: z.number() }).nullable(),
    licences: z.array(z.string()),
    certificates: z.array(z.string()),
    languages: z.array(z.strictObject({ code: z.string(), level: z.int() })),
    competences: z.array(z.string()),
    skills: z.array(z.string()),
    demands: z.array(LoadSchema),
    experienceMonths: z.int().nullable(),
    startsOn: z.string().nullable(),
    workTime: z.enum(['full', 'part', 'both']).nullable(),
    evidence: z.record(z.string(), EvidenceSchema),
    /** Where the text says something else than the feed's field, which counts. */
    differs: z.record(z.string(), TextSaysSchema),
    firstSeenAt: z.string(),
    changedAt: z.string(),
    staleSince: z.string().nullable()
  })
  .meta({ id: 'Vacancy' })

const toDetail = (v: Vacancy): z.infer<typeof DetailSchema> => ({
  summary: toPublic(v),
  title: v.title,
  description: v.description,
  truncated: v.truncated,
  education: v.educationLevel,
  requiredDiploma: v.requiredDiploma,
  occupation: v.occupation.isco.map(i => ({ isco: i.code, share: i.share })),
  occupationMethod: v.occupation.method,
  hoursPerDay: v.schedule.hoursPerDay,
  licences: v.licences,
  certificates: v.certificates,
  languages: v.languages,
  competences: v.competences,
  skills: v.skills,
  demands: v.demands,
  experienceMonths: v.experienceMonths,
  startsOn: v.startsOn,
  workTime: v.workTime,
  evidence: v.evidence,
  differs: v.differs,
  firstSeenAt: v.firstSeenAt,
  changedAt: v.changedAt,
  staleSince: v.staleSince
})

/** Vacancies: one with everything read out of it, and search without a candidate. */
export const vacancies: Routes = (app, context) => {
  app.get(
    '/vacancies/:id',
    {
      config: { policy: ANYONE_WITH_KEY, audit: false },
      schema: {
        summary: 'Een vacature met alles wat eruit gelezen is',
        tags: ['vacatures'],
        params: z.strictObject({ id: VacancyIdSchema }),
        response: { 200: DetailSchema }
      }
    },
    async request => {
      const [vacancy] = await context.engine.get([request.params.id])
      const { tenant } = actorOf(request)
      if (vacancy === undefined || !vacancy.prepared.visible_to.some(t => t === 'public' || t === tenant)) throw new Problem('niet-gevonden')
      return toDetail(vacancy)
    }
  )

  app.post(
    '/vacancies/search',
    {
      config: { policy: ANYONE_WITH_KEY, audit: false, problems: ['cursor-ongeldig'] },
      schema: {
        summary: 'Open vacatures zoeken op woorden en facetten',
        tags: ['vacatures'],
        body: SearchStateSchema.omit({ group: true, occupation: true }),
        response: {
          200: z.strictObject({
            total: z.int(),
            items: z.array(PublicVacancySchema),
            facets: z.record(z.enum(FACETS), z.record(z.string(), z.int())),
            next: z.string().nullable(),
            generation: z.int(),
            degraded: z.boolean(),
            widened: z.array(WidenedSchema)
          })
        }
      }
    },
    async request => {
      try {
        const found = await searchVacancies(findContext(context, actorOf(request)), context.now(), request.body, abortOf(request))
        return {
          ...found,
          items: found.items.map(toPublic),
          widened: [...found.widened],
          facets: found.facets as Record<(typeof FACETS)[number], Record<string, number>>
        }
      } catch (error) {
        if (error instanceof ForeignCursor)
          throw new Problem('cursor-ongeldig', [{ pointer: '/cursor', message: 'Deze vervolgpagina is van een andere vraag of dag.' }])
        throw error
      }
    }
  )
}
