import { z } from 'zod'
import { OutcomeSchema, VerdictSchema } from '../domain/verdict.ts'
import type { Explained } from '../match/explain.ts'
import { openBars, topReasons } from '../match/summary.ts'

/** A match in a list, whichever way it was found: verdict, points and the reasons in brief. */
export const BRIEF = {
  verdict: VerdictSchema,
  /** Null when the profile is empty: no profile, no score. */
  points: z.int().nullable(),
  max: z.int(),
  top: z.array(z.strictObject({ criterion: z.string(), label: z.string(), points: z.int(), max: z.int() })),
  open: z.array(z.strictObject({ bar: z.string(), outcome: OutcomeSchema, code: z.string() })),
  questions: z.array(z.string())
} as const
const BriefSchema = z.strictObject(BRIEF)

export const toBrief = (explained: Explained): z.infer<typeof BriefSchema> => ({
  verdict: explained.verdict,
  points: explained.points,
  max: explained.max,
  top: [...topReasons(explained)],
  open: openBars(explained).map(b => ({ ...b, outcome: OutcomeSchema.parse(b.outcome) })),
  questions: [...explained.questions]
})
