import { z } from 'zod'
import { CapacityDocumentSchema } from '../capacity.ts'
import { PersoonsprofielSchema, TravelSchema, WishesSchema, type Candidate } from '../candidate.ts'
import { ReasonSchema } from '../reason.ts'
import { VerdictSchema } from '../verdict.ts'
import { TextSaysSchema } from '../vacancy.ts'
import { PublicVacancySchema } from './public.ts'

/** A limit as the case team sees it: item, level and document date, no document and no free text. */
const ShownLimitSchema = z.strictObject({
  editie: z.string(),
  code: z.string(),
  label: z.string(),
  niveau: z.int(),
  document: z.string(),
  dimensie: z.string(),
  printed: z.string().nullable()
})
const ShownHoursSchema = z.strictObject({ value: z.number(), kind: z.enum(['gemiddeld', 'ten_hoogste']) }).nullable()

export const ShownCapacitySchema = z
  .strictObject({
    leading: z.array(z.strictObject({ type: z.string(), date: z.string() })),
    older: z.array(z.strictObject({ type: z.string(), date: z.string() })),
    usable: z.boolean(),
    limits: z.array(ShownLimitSchema),
    perDay: ShownHoursSchema,
    perWeek: ShownHoursSchema,
    buildUp: z.array(z.strictObject({ from: z.string(), perDay: ShownHoursSchema, perWeek: ShownHoursSchema })),
    openTexts: z.int(),
    /** Items two valid documents answer differently, side by side (`fml.md` 12). */
    differences: z.array(z.strictObject({ dimensie: z.string(), leading: z.string(), older: z.string() }))
  })
  .meta({ id: 'Capacity' })
export type ShownCapacity = z.infer<typeof ShownCapacitySchema>

/** `Full`: the case team of the candidate's own bureau. `documents` only by right; null without it. */
export const FullCandidateSchema = z
  .strictObject({
    id: z.string(),
    version: z.int(),
    pseudonym: z.string(),
    regime: z.enum(['werkgever', 'zw', 'ww']),
    spoor: z.union([z.literal(1), z.literal(2)]),
    createdAt: z.string(),
    updatedAt: z.string(),
    profile: PersoonsprofielSchema,
    wishes: WishesSchema,
    travel: TravelSchema,
    /** Where we take the home to be; null = not given or not found, so that no distance is known. */
    home: z.strictObject({ name: z.string(), precision: z.enum(['place', 'pc4', 'pc2']) }).nullable(),
    capacity: ShownCapacitySchema,
    documents: z.array(CapacityDocumentSchema).nullable()
  })
  .meta({ id: 'Candidate' })
export type FullCandidate = z.infer<typeof FullCandidateSchema>

export const toFull = (c: Candidate, { capacity, home }: Pick<FullCandidate, 'capacity' | 'home'>, documents: boolean): FullCandidate => ({
  id: c.id,
  version: c.version,
  pseudonym: c.pseudonym,
  regime: c.regime,
  spoor: c.spoor,
  createdAt: c.createdAt,
  updatedAt: c.updatedAt,
  profile: c.profile,
  wishes: c.wishes,
  travel: c.travel,
  home,
  capacity,
  documents: documents ? c.documents : null
})

/** One match with its reasons, for the case team only. */
export const FullMatchSchema = z
  .strictObject({
    vacancy: PublicVacancySchema,
    verdict: VerdictSchema,
    /** Null when the profile is empty: no profile, no score. */
    points: z.int().nullable(),
    max: z.int(),
    reasons: z.array(ReasonSchema),
    questions: z.array(z.string()),
    /** Where the text of the vacancy says something else than the feed's field, which counts. */
    differs: z.record(z.string(), TextSaysSchema),
    scorecard: z.string()
  })
  .meta({ id: 'Match' })
export type FullMatch = z.infer<typeof FullMatchSchema>
