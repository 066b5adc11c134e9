import { z } from 'zod'

/** ISCO-08 unit group. */
export const Isco4Schema = z.string().regex(/^\d{4}$/)
/** Two-digit SBI division. */
export const Sbi2Schema = z.string().regex(/^\d{2}$/)
/** A licence (VUM) or certificate (own list). */
export const PaperCodeSchema = z.string().regex(/^[A-Z0-9+-]{1,20}$/)
/** VUM behavioural competence, 24100-24126. */
export const CompetenceCodeSchema = z.string().regex(/^241\d{2}$/)
/** A code of one of our own tables: skills, fields of study. */
export const SlugSchema = z.string().regex(/^[a-z0-9-]{1,60}$/)
/** ISO 639-3. */
export const LanguageCodeSchema = z.string().regex(/^[a-z]{3}$/)
/** VUM: 1 geen, 2 redelijk, 3 goed, 4 uitstekend. */
export const LanguageLevelSchema = z.int().min(1).max(4)

/** A range on the own education ordinal 1-8 (`reference-data.md` 1). */
export const EducationRangeSchema = z
  .strictObject({ min: z.int().min(1).max(8), max: z.int().min(1).max(8) })
  .refine(r => r.min <= r.max, { path: ['max'], message: 'max mag niet lager zijn dan min.' })
export type EducationRange = z.infer<typeof EducationRangeSchema>

/** Orientation of a higher paper: an hbo-master and a wo-master share the ordinal, not the paper. */
export const TrackSchema = z.enum(['hbo', 'wo'])
export type Track = z.infer<typeof TrackSchema>
