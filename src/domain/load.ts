import { z } from 'zod'
import { DaySchema } from './moment.ts'
import { DimensieSchema } from './dimensie.ts'

/** A passage of a vacancy: UTF-16 offsets into the named field after all cleaning, and the words themselves. */
export const SpanSchema = z.strictObject({
  field: z.enum(['title', 'description', 'field']),
  start: z.int().min(0),
  end: z.int().min(0),
  text: z.string().max(400)
})
export type Span = z.infer<typeof SpanSchema>

export const AMOUNT_OPS = ['eq', 'ca', 'min', 'max', 'lt', 'gt'] as const

/**
 * How much: a number with a unit, a plain yes (`true`) or no (`false`), or a named answer (`nacht`, `ladder`).
 * Unit `niveau` is the highest FML level at which the work can still be done, as a person settled it.
 */
export const AmountSchema = z.strictObject({
  op: z.enum(AMOUNT_OPS),
  value: z.union([z.number().min(-100).max(100_000), z.boolean(), z.string().regex(/^[a-z0-9-]{1,40}$/)]),
  unit: z.string().max(20).optional()
})
export type Amount = z.infer<typeof AmountSchema>

export const FrequencySchema = z.strictObject({
  count: z.number().min(0).max(100_000),
  per: z.enum(['minute', 'hour', 'day', 'week'])
})
export type Frequency = z.infer<typeof FrequencySchema>

export const ProvenanceSchema = z.enum(['stated', 'confirmed', 'expected'])
export type Provenance = z.infer<typeof ProvenanceSchema>

/**
 * What the work asks on one dimension (functiebelasting, `feeds.md` 1.1): amount x frequency x hours, with its source.
 * An axis that is not stated is null and is compared as unknown. `band` 0-4 serves expected load only.
 */
export const LoadSchema = z.strictObject({
  dimensie: DimensieSchema,
  amount: AmountSchema.nullable(),
  frequency: FrequencySchema.nullable().default(null),
  /** Minutes at a stretch, for carrying (`dragen_kg`). */
  minutes: z.number().min(0).max(600).nullable().default(null),
  hoursPerDay: z.number().min(0).max(24).nullable().default(null),
  band: z.int().min(0).max(4).nullable().default(null),
  provenance: ProvenanceSchema,
  kind: z.enum(['field', 'text', 'answer', 'occupation']),
  /** 5 confirmed, 4 stated, 3 words in the text, 2 unit group, 1 minor group, 0 sub-major group (`feeds.md` 1.1). */
  confidence: z.int().min(0).max(5),
  conditional: z.boolean().default(false),
  /** Another stated passage says something else; the heavier one leads. */
  conflict: z.boolean().default(false),
  at: DaySchema.nullable().default(null),
  until: DaySchema.nullable().default(null),
  /** Who answered, by function and never by name (confirmed load). */
  by: z.string().max(80).nullable().default(null),
  /** The occupation group and the reason of its row (expected from the occupation). */
  group: z.string().max(4).nullable().default(null),
  why: z.string().max(300).nullable().default(null),
  span: SpanSchema.nullable().default(null)
})
export type Load = z.infer<typeof LoadSchema>
