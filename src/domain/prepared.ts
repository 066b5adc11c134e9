import { z } from 'zod'

const code = z.string().regex(/^[A-Za-z0-9._:#+-]{1,64}$/)
const codes = z.array(code)

/**
 * A vacancy as both engines see it: codes and whole numbers, worked out once at import (`engines.md` 1). Null and an
 * empty list both mean: not known. The names are the fields a predicate may use; `mappings/vacancies.json` mirrors them.
 */
export const PreparedSchema = z.strictObject({
  vacancy_id: code,
  source: code,
  status: code,
  /** Day number of `postedAt`, else of the first time seen. */
  published: z.int(),
  /** Day number of the last open day. */
  closes: z.int().nullable(),
  /** Code of the one work place in the places table; several different places or a vaguer one = null. */
  place: code.nullable(),
  /** The week's minimum: `20`, `20+` = between 20 and 21 hours, `41` = above 40 (`reference/hour-codes.ts`). */
  hours: code.nullable(),
  /** Hours a day, likewise, only when stated: `8`, `4-8` = days of 4 to 8 hours, `13` = above 12. */
  day_hours: code.nullable(),
  /** `min-max` on the own ordinal, with `w` behind it when an academic level is asked. */
  edu: code.nullable(),
  /** `strict`, or `niveau` when experience may stand for the paper. */
  edu_rule: code.nullable(),
  /** Fields of study asked: `strict:verpleegkunde`, `niveau:rechten`. */
  diploma: codes,
  sector: code.nullable(),
  /** Occupation with its ancestors: `4:2351`, `3:235`, `2:23`. */
  occ: codes,
  /** Competences with their whole share: `24105#13`; the shares of a vacancy sum to the points of the criterion. */
  comp: codes,
  skill: codes,
  stems: codes,
  /** Judged tokens `dimensie:niveau:uitkomst` (`engines.md` 5.3). */
  load: codes,
  licence: codes,
  cert: codes,
  /** Language demands `nld:3`. */
  lang: codes,
  /** `term:B`, `kind:01`, `zzp`. */
  contract: codes,
  remote: code.nullable(),
  /** Parts of the day: `evening`, `no-evening`, ... */
  parts: codes,
  employer_kind: code,
  /** How many of the facts a jobhunter needs are known, 0-10. */
  richness: z.int().min(0).max(10),
  /** `public`, or the tenant that may see it. */
  visible_to: codes
})
export type Prepared = z.infer<typeof PreparedSchema>
