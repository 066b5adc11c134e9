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
