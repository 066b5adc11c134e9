import { z } from 'zod'

/** The three verdicts of a vacancy for a candidate (`fml.md` 6). One exceedance is enough; points never change it. */
export const VerdictSchema = z.enum(['passend', 'te-verifieren', 'niet-passend'])
export type Verdict = z.infer<typeof VerdictSchema>

/** What `judge()` says of a load at one FML level. Only stated and confirmed load give `past` or `overschrijding`. */
export type Uitkomst = 'past' | 'signaal' | 'overschrijding' | 'verwacht'

/** The outcome of one item on screen (`fml.md` 6). */
export const OutcomeSchema = z.enum(['past', 'signaal', 'overschrijding', 'onbekend'])
export type Outcome = z.infer<typeof OutcomeSchema>

const WORST: Readonly<Record<Uitkomst, number>> = { overschrijding: 3, signaal: 2, verwacht: 1, past: 0 }

/** The worst of several results: several leading loads on one dimension each count. `undefined` says nothing. */
export function worst(results: Iterable<Uitkomst | undefined>): Uitkomst | undefined {
  let found: Uitkomst | undefined
  for (const result of results) {
    if (result !== undefined && (found === undefined || WORST[result] > WORST[found])) found = result
  }
  return found
}
