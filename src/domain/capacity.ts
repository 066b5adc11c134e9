import { z } from 'zod'
import { DaySchema } from './moment.ts'

export const EditieSchema = z.enum(['referentie', 'klassiek', 'maart2024'])
export type Editie = z.infer<typeof EditieSchema>

export const DocumentTypeSchema = z.enum(['FML', 'IZP', 'BAR'])
export type DocumentType = z.infer<typeof DocumentTypeSchema>

/** Two kinds of hours limit (`fml.md` 8): an average, or a maximum that nothing may exceed. */
export const HoursKindSchema = z.enum(['gemiddeld', 'ten_hoogste'])
export type HoursKind = z.infer<typeof HoursKindSchema>

export const HoursLimitSchema = z.strictObject({
  value: z.number().min(0).max(60),
  kind: HoursKindSchema
})
export type HoursLimit = z.infer<typeof HoursLimitSchema>

/** A value printed on the document itself; it outranks the catalogue (`fml.md` 2). */
export const PrintedSchema = z.strictObject({
  value: z.number().min(-100).max(10_000),
  op: z.enum(['ca', 'max', 'lt'])
})
export type Printed = z.infer<typeof PrintedSchema>

export const CodeSchema = z.string().regex(/^[1-6]\.\d{1,2}(\.\d{1,2})?$/)

/** One limit of a document. The key is edition and code together; the document's edition holds unless the limit names its own. */
export const LimitSchema = z.strictObject({
  editie: EditieSchema.optional(),
  code: CodeSchema,
  label: z.string().max(160).optional(),
  niveau: z.int().min(0).max(12),
  printed: PrintedSchema.optional()
})
export type Limit = z.infer<typeof LimitSchema>

/**
 * A doctor's text at an item, a condition or an "overige": a limit of its own (`fml.md` 9). Until a person maps it or
 * marks it "clarifies only" with a reason, it forces a signaal on every vacancy.
 */
export const LimitTextSchema = z
  .strictObject({
    code: CodeSchema.nullable().default(null),
    text: z.string().min(1).max(1000),
    status: z.enum(['open', 'mapped', 'clarifies']).default('open'),
    reason: z.string().max(300).optional()
  })
  .refine(t => t.status === 'open' || t.reason !== undefined, {
    path: ['reason'],
    message: 'Geef een reden als een toelichting is verwerkt of alleen verduidelijkt.'
  })
export type LimitText = z.infer<typeof LimitTextSchema>

export const BuildUpStepSchema = z.strictObject({
  from: DaySchema,
  perDay: HoursLimitSchema.nullable().default(null),
  perWeek: HoursLimitSchema.nullable().default(null)
})
export type BuildUpStep = z.infer<typeof BuildUpStepSchema>

/** One capacity document (FML, IZP, BAR). There is no field for a diagnosis, a cause or a treatment. */
export const CapacityDocumentSchema = z.strictObject({
  type: DocumentTypeSchema,
  editie: EditieSchema,
  date: DaySchema,
  validUntil: DaySchema.nullable().default(null),
  source: z.enum(['verzekeringsarts', 'bedrijfsarts', 'arbeidsdeskundige', 'onbekend']).default('onbekend'),
  /** False = no lasting usable abilities: do not match. Only this yes or no is kept, never its ground. */
  usableCapacity: z.boolean().default(true),
  limits: z.array(LimitSchema).max(200).default([]),
  hours: z
    .strictObject({
      perDay: HoursLimitSchema.nullable().default(null),
      perWeek: HoursLimitSchema.nullable().default(null)
    })
    .default({ perDay: null, perWeek: null }),
  buildUp: z.array(BuildUpStepSchema).max(24).default([]),
  texts: z.array(LimitTextSchema).max(100).default([])
})
export type CapacityDocument = z.infer<typeof CapacityDocumentSchema>
