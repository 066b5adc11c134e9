import { z } from 'zod'
import { DaySchema } from './moment.ts'
import { SourceSchema } from './vacancy.ts'

export const RunStateSchema = z.enum(['wait', 'receive', 'decode', 'check', 'stage', 'guard', 'switched', 'unchanged', 'held', 'failed', 'skipped'])
export type RunState = z.infer<typeof RunStateSchema>

/** Always: received = new + changed + unchanged + duplicate + rejected + expired (`feeds.md` 5). */
export const ImportCountsSchema = z.strictObject({
  received: z.int().min(0),
  new: z.int().min(0),
  changed: z.int().min(0),
  unchanged: z.int().min(0),
  duplicate: z.int().min(0),
  rejected: z.int().min(0),
  expired: z.int().min(0),
  warnings: z.int().min(0),
  /** Live rows of the source that this run did not bring. */
  missed: z.int().min(0),
  closed: z.int().min(0)
})
export type ImportCounts = z.infer<typeof ImportCountsSchema>

export const NO_COUNTS: ImportCounts = {
  received: 0,
  new: 0,
  changed: 0,
  unchanged: 0,
  duplicate: 0,
  rejected: 0,
  expired: 0,
  warnings: 0,
  missed: 0,
  closed: 0
}

/** The guards a person may let a run pass, knowing what they found (`reliability.md` 3). What is broken as a file is never let through. */
export const GuardSchema = z.enum(['drop-guard', 'reject-budget', 'fill-rate', 'id-churn'])
export type Guard = z.infer<typeof GuardSchema>

/** The longest reason that is kept. */
const WHY = 200

/** The guards a person lets a run pass, and why. */
export const ReleaseSchema = z.strictObject({ guards: z.array(GuardSchema).min(1), why: z.string().trim().min(1).max(WHY) })
export type Release = z.infer<typeof ReleaseSchema>

export const ImportRunSchema = z.strictObject({
  id: z.string().regex(/^r-[a-z0-9]{10,26}$/),
  source: SourceSchema,
  format: z.string(),
  mode: z.enum(['full', 'delta']),
  state: RunStateSchema,
  /** Code of the run catalogue when failed or held, with its Dutch sentence and remedy. */
  reason: z.string().nullable(),
  message: z.string().nullable(),
  remedy: z.string().nullable(),
  counts: ImportCountsSchema,
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  generation: z.int().nullable(),
  rules: z.string(),
  /** When the source says it made the file. */
  generatedAt: z.string().nullable().default(null),
  /** Dutch sentence for who reads the report, beside a reason: that the rules changed since the run before. */
  note: z.string().nullable().default(null),
  /** The day it ran for; null in a record of before this was kept. */
  day: DaySchema.nullable().default(null),
  /** How many of the vacancies that were taken have a field, by field; the next runs are compared with it. */
  filled: z.record(z.string(), z.int().min(0)).nullable().default(null),
  /** The guards that would have held this run and that a person let it pass. */
  released: ReleaseSchema.nullable().default(null)
})
export type ImportRun = z.infer<typeof ImportRunSchema>

/** One line of the row report, also for the feed's owner. `sample` is at most 80 characters, contact data masked. */
export const RowReportSchema = z.strictObject({
  seq: z.int().min(1),
  position: z.int().min(1),
  sourceId: z.string().nullable(),
  severity: z.enum(['warning', 'rejected']),
  code: z.string(),
  field: z.string().nullable(),
  message: z.string(),
  remedy: z.string(),
  sample: z.string().max(80).nullable()
})
export type RowReport = z.infer<typeof RowReportSchema>
