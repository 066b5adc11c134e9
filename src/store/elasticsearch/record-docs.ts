import { z } from 'zod'

// What lies in the index of one bureau, by form.

/** A candidate: all that says something of the person is in `body`, sealed, in base64. */
export const CandidateDocSchema = z.strictObject({
  kind: z.literal('candidate'),
  id: z.string(),
  version: z.int().min(1),
  pseudonym: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
  /** Set before the key is destroyed: from then on there is no such candidate. */
  erasing: z.boolean(),
  body: z.base64()
})
export type CandidateDoc = z.infer<typeof CandidateDocSchema>

/** A record of the audit log. Any damage must be read, so that it can be told: what is no text is none. */
export const LinkDocSchema = z.object({
  kind: z.literal('audit'),
  seq: z.number(),
  hash: z.string().catch(''),
  body: z.string().catch('')
})
export type LinkDoc = z.infer<typeof LinkDocSchema>

/** How far the audit log was acknowledged. */
export const HeadDocSchema = z.object({ kind: z.literal('head'), seq: z.number().catch(-1), hash: z.string().catch(''), mac: z.string().catch('') })
export type HeadDoc = z.infer<typeof HeadDocSchema>

/** Proves which key the bureau's records are sealed with. */
export const ProofDocSchema = z.strictObject({ kind: z.literal('key'), mac: z.string() })

/** Ids of the two documents of which a bureau has one. */
export const HEAD = 'audit-head'
export const PROOF = 'key'
