import { z } from 'zod'
import { TravelModeSchema, type Candidate } from '../domain/candidate.ts'
import { EducationRangeSchema, PaperCodeSchema, SlugSchema, TrackSchema } from '../domain/codes.ts'
import { DaySchema, type Moment } from '../domain/moment.ts'
import type { Vacancy } from '../domain/vacancy.ts'
import { baseOf, type FindContext, type Narrowing } from './find.ts'
import { all, not } from './predicate.ts'
import { isNietPassend, isPassend, isTeVerifieren, scorecardOf } from './scorecard.ts'

/**
 * The levers people may move. A medical limit is not among them: the way there is the bedrijfsarts or the
 * arbeidsdeskundige. `hours` is the candidate's wish; `from` looks at a later day, when a step of the build-up may hold.
 */
export const ChangeSchema = z.discriminatedUnion('lever', [
  z.strictObject({
    lever: z.literal('travel'),
    maxKm: z.number().min(0).max(400).optional(),
    maxMinutes: z.int().min(0).max(300).optional(),
    mode: TravelModeSchema.optional()
  }),
  z.strictObject({ lever: z.literal('education'), level: EducationRangeSchema, track: TrackSchema.nullable().default(null), diploma: SlugSchema.optional() }),
  z.strictObject({ lever: z.literal('licence'), code: PaperCodeSchema }),
  z.strictObject({ lever: z.literal('certificate'), code: PaperCodeSchema }),
  z.strictObject({ lever: z.literal('hours'), min: z.int().min(1).max(60), max: z.int().min(1).max(60) }),
  z.strictObject({ lever: z.literal('from'), day: DaySchema }),
  z.strictObject({ lever: z.literal('dagdeel'), dagdeel: z.enum(['avond', 'nacht', 'weekend']), wens: z.enum(['graag', 'kan']) })
])
export type Change = z.infer<typeof ChangeSchema>

function changed(c: Candidate, change: Change): Candidate {
  switch (change.lever) {
    case 'travel':
      return {
        ...c,
        travel: { ...c.travel, maxKm: change.maxKm ?? c.travel.maxKm, maxMinutes: change.maxMinutes ?? c.travel.maxMinutes, mode: change.mode ?? c.travel.mode }
      }
    case 'education':
      return {
        ...c,
        profile: {
          ...c.profile,
          education: {
            level: change.level,
            track: change.track,
            diplomas: change.diploma === undefined ? c.profile.education.diplomas : [...(c.profile.education.diplomas ?? []), change.diploma]
          }
        }
      }
    case 'licence':
      return { ...c, profile: { ...c.profile, licences: [...(c.profile.licences ?? []), change.code] } }
    case 'certificate':
      return { ...c, profile: { ...c.profile, certificates: [...(c.profile.certificates ?? []), change.code] } }
    case 'hours':
      return { ...c, wishes: { ...c.wishes, hours: { min: change.min, max: change.max } } }
    case 'dagdeel':
      return { ...c, wishes: { ...c.wishes, dagdelen: { ...c.wishes.dagdelen, [change.dagdeel]: change.wens } } }
    case 'from':
      return c
  }
}

export interface Effect {
  readonly change: Change
  /** Differences in the exact counts of the groups, recounted. */
  readonly passend: number
  readonly teVerifieren: number
  readonly nietPassend: number
  /** Vacancies that are no longer excluded with the change; at most three as an example. */
  readonly opened: number
  readonly examples: readonly Vacancy[]
  readonly degraded: boolean
}

/** What would change if a lever were moved: recounted for real, nothing is saved (`jobhunter-ui.md` 4). */
export async function whatIf(context: FindContext, c: Candidate, at: Moment, state: Narrowing, change: Change, signal?: AbortSignal): Promise<Effect> {
  const now = scorecardOf(c, at)
  const then = scorecardOf(changed(c, change), change.lever === 'from' ? { ...at, day: change.day } : at)
  // The vacancies are those of today on both sides: a later day must not close adverts that are open now.
  const base = baseOf(now, context.tenant, state)
  const card = { ...then, bars: then.bars.filter(b => b.id !== 'beschikbaar') }
  const before = { ...now, bars: now.bars.filter(b => b.id !== 'beschikbaar') }
  const opened = all(isNietPassend(before), not(isNietPassend(card)))
  const counts = await context.engine.count(
    base,
    {
      p0: isPassend(before),
      v0: isTeVerifieren(before),
      n0: isNietPassend(before),
      p1: isPassend(card),
      v1: isTeVerifieren(card),
      n1: isNietPassend(card),
      opened
    },
    [],
    signal
  )
  const n = (key: string): number => counts.buckets[key] ?? 0
  const page = await context.engine.search({ where: all(base, opened), groups: card.groups, size: 3 }, signal)
  return {
    change,
    passend: n('p1') - n('p0'),
    teVerifieren: n('v1') - n('v0'),
    nietPassend: n('n1') - n('n0'),
    opened: n('opened'),
    examples: page.hits.map(h => h.vacancy),
    degraded: counts.degraded === true || page.degraded === true
  }
}
