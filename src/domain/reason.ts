import { z } from 'zod'
import { OutcomeSchema } from './verdict.ts'
import { SpanSchema } from './load.ts'

/** A figure a reason can name: codes and numbers only, text is made per audience (`engines.md` 4.6). */
export const FigureSchema = z.union([z.string(), z.number(), z.boolean(), z.null()])

export const MarginSchema = z.strictObject({
  /** Which axis: `amount`, `frequency`, `minutes`, `niveau`. */
  axis: z.enum(['amount', 'frequency', 'minutes', 'niveau']),
  /** Limit minus load: negative = too much. */
  value: z.number(),
  unit: z.string()
})
export type Margin = z.infer<typeof MarginSchema>

/** One fact behind an outcome, with its kind and where it is written. */
export const FactSchema = z.strictObject({
  kind: z.enum(['stated', 'confirmed', 'expected-text', 'expected-occupation', 'rule']),
  text: z.string(),
  at: z.string().nullable(),
  by: z.string().nullable(),
  span: SpanSchema.nullable()
})
export type Fact = z.infer<typeof FactSchema>

/** One bar of a reason: a limit or condition, and how the vacancy stands to it. */
export const BarReasonSchema = z.strictObject({
  bar: z.string(),
  outcome: OutcomeSchema,
  /** Reason code, e.g. `load.past`, `uren.te-veel`. */
  code: z.string(),
  /** The item of the capacity document: edition, code and name; several when documents name it twice. */
  items: z.array(z.strictObject({ editie: z.string(), code: z.string(), label: z.string(), niveau: z.int(), document: z.string() })),
  limit: z.string().nullable(),
  norm: z.string().nullable(),
  load: z.string().nullable(),
  margins: z.array(MarginSchema),
  facts: z.array(FactSchema),
  question: z.string().nullable(),
  figures: z.record(z.string(), FigureSchema)
})
export type BarReason = z.infer<typeof BarReasonSchema>

/** What one criterion says of one vacancy: points with the grades that held, and its bars. */
export const ReasonSchema = z.strictObject({
  criterion: z.string(),
  label: z.string(),
  points: z.int().min(0),
  max: z.int().min(0),
  grades: z.array(z.strictObject({ key: z.string(), points: z.int().min(1) })),
  bars: z.array(BarReasonSchema)
})
export type Reason = z.infer<typeof ReasonSchema>
