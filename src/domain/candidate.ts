import { z } from 'zod'
import { CapacityDocumentSchema } from './capacity.ts'
import {
  CompetenceCodeSchema,
  EducationRangeSchema,
  Isco4Schema,
  LanguageCodeSchema,
  LanguageLevelSchema,
  PaperCodeSchema,
  Sbi2Schema,
  SlugSchema,
  TrackSchema
} from './codes.ts'

export const EducationSchema = z.strictObject({
  /** Highest level with a paper; null = not established (never counted as none, never as a match). */
  level: EducationRangeSchema.nullable().default(null),
  track: TrackSchema.nullable().default(null),
  /** Fields of study with a diploma, codes of `education/fields.tsv`; null = not asked yet. */
  diplomas: z.array(SlugSchema).max(20).nullable().default(null)
})

export const ExperienceSchema = z.strictObject({
  title: z.string().min(1).max(120),
  isco: Isco4Schema.nullable().default(null),
  sector: Sbi2Schema.nullable().default(null),
  years: z.number().min(0).max(60).nullable().default(null)
})

export const LanguageSkillSchema = z.strictObject({
  code: LanguageCodeSchema,
  level: LanguageLevelSchema
})

export const PersoonsprofielSchema = z.strictObject({
  education: EducationSchema.prefault({}),
  experience: z.array(ExperienceSchema).max(30).default([]),
  licences: z.array(PaperCodeSchema).max(20).nullable().default(null),
  certificates: z.array(PaperCodeSchema).max(40).nullable().default(null),
  languages: z.array(LanguageSkillSchema).max(20).default([]),
  competences: z.array(CompetenceCodeSchema).max(25).default([]),
  skills: z.array(SlugSchema).max(60).default([])
})
export type Persoonsprofiel = z.infer<typeof PersoonsprofielSchema>

/** `kan-niet` is a boundary the candidate sets (not a medical limit); the others only move points. */
export const DagdeelWensSchema = z.enum(['graag', 'kan', 'kan-niet'])

export const WishesSchema = z.strictObject({
  occupations: z
    .array(z.strictObject({ title: z.string().min(1).max(120), isco: Isco4Schema.nullable().default(null) }))
    .max(20)
    .default([]),
  sectors: z.array(Sbi2Schema).max(20).default([]),
  hours: z
    .strictObject({ min: z.int().min(1).max(60), max: z.int().min(1).max(60) })
    .refine(h => h.min <= h.max, { path: ['max'], message: 'max mag niet lager zijn dan min.' })
    .nullable()
    .default(null),
  contract: z.enum(['vast', 'tijdelijk']).nullable().default(null),
  remote: z.enum(['graag', 'kan', 'liever-niet']).default('kan'),
  dagdelen: z
    .strictObject({
      avond: DagdeelWensSchema.default('kan'),
      nacht: DagdeelWensSchema.default('kan'),
      weekend: DagdeelWensSchema.default('kan')
    })
    .prefault({})
})
export type Wishes = z.infer<typeof WishesSchema>

export const TravelModeSchema = z.enum(['auto', 'ov', 'fiets', 'lopen', 'onbekend'])
export type TravelMode = z.infer<typeof TravelModeSchema>

export const TravelSchema = z.strictObject({
  /** Home as a town or a postcode (four digits are enough); never an address. */
  home: z.string().min(2).max(60).nullable().default(null),
  mode: TravelModeSchema.default('onbekend'),
  /** One way. Whichever of the two is given binds; both given: both bind. */
  maxKm: z.number().min(0).max(400).nullable().default(null),
  maxMinutes: z.int().min(0).max(300).nullable().default(null)
})
export type Travel = z.infer<typeof TravelSchema>

/** What a caller sends: everything about a candidate but id and version. `pseudonym` is no name. */
export const CandidateInputSchema = z.strictObject({
  pseudonym: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9 .-]{1,39}$/),
  regime: z.enum(['werkgever', 'zw', 'ww']).default('werkgever'),
  spoor: z.union([z.literal(1), z.literal(2)]).default(2),
  documents: z.array(CapacityDocumentSchema).max(20).default([]),
  profile: PersoonsprofielSchema.prefault({}),
  wishes: WishesSchema.prefault({}),
  travel: TravelSchema.prefault({})
})
export type CandidateInput = z.infer<typeof CandidateInputSchema>

export const CandidateIdSchema = z.string().regex(/^k-[a-z0-9]{6,26}$/)

export const CandidateSchema = CandidateInputSchema.extend({
  id: CandidateIdSchema,
  version: z.int().min(1),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime()
})
export type Candidate = z.infer<typeof CandidateSchema>
