import { z } from 'zod'

/** `Bureau`: need to know outside the case team. No items, limits, margins, verdict reasons or documents (`reliability.md` 2). */
export const BureauCandidateSchema = z
  .strictObject({
    id: z.string(),
    pseudonym: z.string(),
    version: z.int(),
    createdAt: z.string(),
    updatedAt: z.string()
  })
  .meta({ id: 'CandidateSummary' })
export type BureauCandidate = z.infer<typeof BureauCandidateSchema>

/** Written out field by field: no record is spread into a reply. */
export const toBureau = (c: { id: string; pseudonym: string; version: number; createdAt: string; updatedAt: string }): BureauCandidate => ({
  id: c.id,
  pseudonym: c.pseudonym,
  version: c.version,
  createdAt: c.createdAt,
  updatedAt: c.updatedAt
})
