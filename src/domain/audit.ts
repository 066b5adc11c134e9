import { z } from 'zod'
import { RoleSchema } from './tenant.ts'

/** One record of the audit log: who did what to whom, when; never any content (`Log` projection). */
export const AuditRecordSchema = z.strictObject({
  seq: z.int().min(1),
  event: z.string(),
  at: z.iso.datetime(),
  actor: z.string(),
  role: RoleSchema,
  /** Keyed hash of the subject, so that the log alone names nobody. */
  subject: z.string().nullable(),
  result: z.enum(['ok', 'refused', 'failed']),
  rules: z.string().nullable(),
  previous: z.string(),
  hash: z.string()
})
export type AuditRecord = z.infer<typeof AuditRecordSchema>

/**
 * How a record fails to follow the one before: its text or hash was changed; it is whole but belongs elsewhere; records
 * before it are gone; or what came after it is gone (`end`).
 */
export const ChainBreakSchema = z.strictObject({ seq: z.int(), kind: z.enum(['changed', 'unlinked', 'gap', 'end']) })
export type ChainBreak = z.infer<typeof ChainBreakSchema>

/** What a look at the whole chain found; `breaks` are the first of them. */
export const ChainCheckSchema = z.strictObject({ checked: z.int(), broken: z.int(), breaks: z.array(ChainBreakSchema) })
export type ChainCheck = z.infer<typeof ChainCheckSchema>
