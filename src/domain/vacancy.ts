import { z } from 'zod'
import { DaySchema } from './moment.ts'
import { LoadSchema, SpanSchema } from './load.ts'
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
import { PreparedSchema } from './prepared.ts'

export const VacancyIdSchema = z.string().regex(/^[A-Za-z0-9._:-]{1,64}$/)
export const SourceSchema = z.string().regex(/^[a-z0-9-]{1,40}$/)

export const StatusSchema = z.enum(['open', 'missed', 'expired', 'closed'])
export type Status = z.infer<typeof StatusSchema>

export const PrecisionSchema = z.enum(['pc6', 'pc4', 'place', 'pc2', 'province', 'country'])

export const LocationSchema = z.strictObject({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('NL'),
  postcode: z.string().max(10).nullable().default(null),
  place: z.string().max(120).nullable().default(null),
  lat: z.number().min(-90).max(90).nullable().default(null),
  lon: z.number().min(-180).max(180).nullable().default(null),
  /** Filled by the importer: how exact the location is, and its code in the places table. */
  precision: PrecisionSchema.nullable().default(null),
  code: z.string().max(60).nullable().default(null)
})
export type Location = z.infer<typeof LocationSchema>

const yesNo = z.boolean().nullable().default(null)
const range = (max: number) =>
  z
    .strictObject({ min: z.number().min(0).max(max), max: z.number().min(0).max(max) })
    .refine(r => r.min <= r.max, { path: ['max'], message: 'max mag niet lager zijn dan min.' })

export const HoursSchema = range(60)
export type Hours = z.infer<typeof HoursSchema>

export const ScheduleSchema = z.strictObject({
  office: yesNo,
  /** Yes or no per part of the day; null = not said. */
  evening: yesNo,
  night: yesNo,
  weekend: yesNo,
  shifts: yesNo,
  onCall: yesNo,
  irregular: yesNo,
  /** Only when stated, never filled from the week. */
  hoursPerDay: range(24).nullable().default(null)
})
export type Schedule = z.infer<typeof ScheduleSchema>

export const ContractSchema = z.strictObject({
  /** B bepaalde tijd, O onbepaalde tijd (VUM). */
  term: z.enum(['B', 'O']).nullable().default(null),
  /** 01 regulier, 02 leerbaan, 03 vrijwilligerswerk, 04 werkervaringsplaats, S stage. */
  kind: z.enum(['01', '02', '03', '04', 'S']).nullable().default(null),
  selfEmployed: yesNo
})

export const SalarySchema = z.strictObject({
  min: z.number().min(0).max(1_000_000).nullable().default(null),
  max: z.number().min(0).max(1_000_000).nullable().default(null),
  unit: z.enum(['HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR']),
  currency: z.literal('EUR').default('EUR'),
  scale: z.string().max(40).nullable().default(null)
})

export const RequiredDiplomaSchema = z.strictObject({
  /** True = the paper itself; false = "werk- en denkniveau": experience may stand for it. */
  strict: z.boolean(),
  /** Codes of `education/fields.tsv`, one of which is asked; empty when no field of study is named. */
  fields: z.array(SlugSchema).max(10).default([]),
  /** The advert leaves room for other fields ("liefst", "of vergelijkbaar", a field our table does not know). */
  open: z.boolean().default(false)
})

export const OccupationSchema = z.strictObject({
  raw: z.string().max(200).nullable().default(null),
  /** ISCO-08 unit groups with shares that sum to 100; several for an ambiguous title. */
  isco: z
    .array(z.strictObject({ code: Isco4Schema, share: z.int().min(1).max(100) }))
    .max(12)
    .default([]),
  sourceCode: z.string().max(60).nullable().default(null),
  method: z.enum(['field', 'exact', 'variant', 'compound', 'head', 'similar', 'none']).default('none'),
  /** 4 coded or exact, 3 variant or compound, 2 head with cue, 1 similarity, 0 none. */
  confidence: z.int().min(0).max(4).default(0)
})
export type Occupation = z.infer<typeof OccupationSchema>

export const LanguageDemandSchema = z.strictObject({
  code: LanguageCodeSchema,
  level: LanguageLevelSchema
})

export const EvidenceSchema = z.strictObject({
  from: z.enum(['field', 'text', 'rule']),
  span: SpanSchema.nullable().default(null)
})
export type Evidence = z.infer<typeof EvidenceSchema>

/** Facts of which text and feed may say different things. */
export const DIFFERING = [
  'hours',
  'hoursPerDay',
  'workTime',
  'educationLevel',
  'licences',
  'certificates',
  'languages',
  'salary',
  'contract',
  'remote',
  'experience',
  'startsOn',
  'employer'
] as const
export type Differing = (typeof DIFFERING)[number]

/** What the text says where the feed's field says something else: short, for people (`24-32`, `2500-3500 MONTH`). */
export const TextSaysSchema = z.strictObject({ value: z.string().max(120), span: SpanSchema })
export type TextSays = z.infer<typeof TextSaysSchema>

/** The facts of a vacancy as a feed may send them and as enrichment completes them (`feeds.md` 1). Unknown is null. */
export const VacancyFactsSchema = z.strictObject({
  title: z.string().min(1).max(200),
  description: z.string().max(100_000).default(''),
  lang: z
    .string()
    .regex(/^[a-z]{2}$/)
    .nullable()
    .default(null),
  truncated: z.boolean().default(false),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2048)
    .nullable()
    .default(null),
  applyUrl: z
    .url({ protocol: /^https?$/ })
    .max(2048)
    .nullable()
    .default(null),
  employer: z
    .strictObject({
      name: z.string().max(500).nullable().default(null),
      kind: z.enum(['direct', 'agency', 'unknown']).default('unknown'),
      client: z.string().max(500).nullable().default(null)
    })
    .prefault({}),
  locations: z.array(LocationSchema).max(20).default([]),
  nationwide: z.boolean().default(false),
  remote: z.enum(['none', 'hybrid', 'full']).nullable().default(null),
  workTime: z.enum(['full', 'part', 'both']).nullable().default(null),
  hours: HoursSchema.nullable().default(null),
  fte: z.string().max(40).nullable().default(null),
  schedule: ScheduleSchema.prefault({}),
  contract: ContractSchema.prefault({}),
  startsOn: z
    .union([DaySchema, z.literal('direct')])
    .nullable()
    .default(null),
  salary: SalarySchema.nullable().default(null),
  educationLevel: EducationRangeSchema.nullable().default(null),
  /** `wo` when the advert asks for an academic level; an hbo-master has the same ordinal but not the same paper. */
  educationTrack: TrackSchema.nullable().default(null),
  requiredDiploma: RequiredDiplomaSchema.nullable().default(null),
  experienceMonths: z.int().min(0).max(600).nullable().default(null),
  occupation: OccupationSchema.prefault({}),
  sector: z
    .strictObject({ sbi2: Sbi2Schema, version: z.enum(['2008', '2025']).default('2025') })
    .nullable()
    .default(null),
  licences: z.array(PaperCodeSchema).max(20).default([]),
  certificates: z.array(PaperCodeSchema).max(20).default([]),
  languages: z.array(LanguageDemandSchema).max(10).default([]),
  competences: z.array(CompetenceCodeSchema).max(25).default([]),
  skills: z.array(SlugSchema).max(60).default([]),
  positions: z.int().min(1).max(10_000).nullable().default(null),
  demands: z.array(LoadSchema).max(400).default([]),
  evidence: z
    .partialRecord(
      z.enum([
        'hours',
        'hoursPerDay',
        'schedule',
        'educationLevel',
        'requiredDiploma',
        'licences',
        'certificates',
        'languages',
        'salary',
        'contract',
        'remote',
        'occupation',
        'sector',
        'place',
        'experience',
        'employer',
        'workTime',
        'startsOn'
      ]),
      EvidenceSchema
    )
    .default({}),
  /** Where the text says something else than a field of the feed: the field counts, both are shown. */
  differs: z.partialRecord(z.enum(DIFFERING), TextSaysSchema).default({}),
  postedAt: DaySchema.nullable().default(null),
  closesAt: DaySchema.nullable().default(null)
})
export type VacancyFacts = z.infer<typeof VacancyFactsSchema>

/** The canonical vacancy as it is stored: facts, identity, life cycle and the prepared codes both engines read. */
export const VacancySchema = VacancyFactsSchema.extend({
  id: VacancyIdSchema,
  source: SourceSchema,
  sourceId: z.string().min(1).max(200),
  revision: z.int().min(1).default(1),
  titleClean: z.string().max(200),
  status: StatusSchema,
  closedReason: z.enum(['absent', 'maxAge', 'validThrough', 'withdrawn', 'gone', 'operator']).nullable().default(null),
  firstSeenAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  misses: z.int().min(0).default(0),
  staleSince: DaySchema.nullable().default(null),
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** The facts as the feed gave them, cleaned and before anything was read from the text; absent in rows from before this was kept. */
  given: z.record(z.string().max(40), z.unknown()).optional(),
  prepared: PreparedSchema
})
export type Vacancy = z.infer<typeof VacancySchema>
