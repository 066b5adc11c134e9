/** What a reader found against what people labelled. A wrong value counts as found wrongly and as missed. */
export interface Tally {
  right: number
  /** Found, but not there or another value. */
  wrong: number
  missed: number
}

/** Precision and recall as fractions of 1, in four digits; null when nothing was found, or nothing was there to find. */
export interface Scores {
  readonly precision: number | null
  readonly recall: number | null
  readonly right: number
  readonly wrong: number
  readonly missed: number
}

export const newTally = (): Tally => ({ right: 0, wrong: 0, missed: 0 })

/** A part of a whole in four digits; null of nothing. */
export const share = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000)

export const scoresOf = ({ right, wrong, missed }: Tally): Scores => ({
  precision: share(right, right + wrong),
  recall: share(right, right + missed),
  right,
  wrong,
  missed
})

/** The tally of one value that is either known or not: both sides null is nothing to count. */
export function count(tally: Tally, outcome: { readonly labelled: boolean; readonly found: boolean; readonly same: boolean }): void {
  if (outcome.found && outcome.same) tally.right++
  else {
    if (outcome.found) tally.wrong++
    if (outcome.labelled) tally.missed++
  }
}

/** The tally under a name, made when it is first asked for. */
export function tallyOf(tallies: Map<string, Tally>, name: string): Tally {
  const known = tallies.get(name)
  if (known !== undefined) return known
  const made = newTally()
  tallies.set(name, made)
  return made
}
