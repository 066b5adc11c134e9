import { titleIndexes } from './title-indexes.ts'
import type { Likeness } from './title-likeness.ts'
import { groupOfRole, isRole } from './title-roles.ts'
import type { TitleBook, TitleRow } from './title-rows.ts'
import { keyOf, structureOf, type Structure } from './title-structure.ts'

/** A group with all that speaks for it: likeness, profile, parts, role, a title inside it, its head; its part of the whole, 0-1. */
export interface Scored {
  readonly isco: string
  readonly score: number
}

/** A hint beside the letters, such as the group of a title that stands in the form. */
export interface Hint {
  readonly isco: string
  readonly weight: number
}

export interface TitleEvidence {
  /** The groups in the order in which letters, parts and hints speak for them. */
  readonly weigh: (form: string, hints: readonly Hint[]) => readonly Scored[]
  /** The rows of a title that says the same in another way: "trambestuurder" for "bestuurster van een tram". */
  readonly same: (form: string) => readonly TitleRow[] | undefined
  /** Whether a form names somebody who does something. */
  readonly namesWork: (form: string) => boolean
  /** How much of a form is known, 0-1: the letters alone. */
  readonly likeness: (form: string) => Likeness
  /** Makes one more part of what the first question needs; false when all is made. */
  readonly step: () => boolean
}

/** What letters count beside parts, and what a group without a like letter keeps; the same of a role. */
const LETTERS = { weight: 2, least: 0.02 }
const NO_LETTER = LETTERS.weight * Math.log(LETTERS.least)
const ROLE = { weight: 1.5, least: 0.03 }
/** How much the scores are flattened, so that they are as often right as they say (held-out titles). */
const FLAT = { whole: 2, trade: 2 }

/** Answers kept, so that the same title in a feed is weighed once; and what letters say of a form, for another hint beside it. */
const KEPT = { answers: 4000, letters: 1000 }
const OFFERED = 12
const NOWHERE = -1

/** A score so far below the best is nothing. */
const NOTHING = 20

/** Scores as parts of one whole. */
function shares(scores: Float64Array, flat: number): Float64Array {
  let most = -Infinity
  for (const s of scores) if (s > most) most = s
  const found = new Float64Array(scores.length)
  let sum = 0
  for (let i = 0; i < scores.length; i++) {
    const below = (most - (scores[i] as number)) / flat
    if (below > NOTHING) continue
    found[i] = Math.exp(-below)
    sum += found[i] as number
  }
  for (let i = 0; i < found.length; i++) found[i] = (found[i] as number) / sum
  return found
}

/** The groups with the largest parts, largest first: to sort all costs more than to weigh them. */
function largest(parts: Float64Array, codes: readonly string[]): readonly Scored[] {
  const top: Scored[] = []
  for (let i = 0; i < parts.length; i++) {
    const score = parts[i] as number
    if (score === 0 || (top.length === OFFERED && score <= (top.at(-1) as Scored).score)) continue
    let at = top.length
    while (at > 0 && (top[at - 1] as Scored).score < score) at--
    top.splice(at, 0, { isco: codes[i] as string, score })
    if (top.length > OFFERED) top.pop()
  }
  return top
}

/** Weighs the groups of a form by a book of titles; built at the first question. The same book gives the same answer. */
export function titleEvidence(book: TitleBook): TitleEvidence {
  const { structures, indexes, step } = titleIndexes(book)
  /** A title is taken apart once for all that is asked of it in a row. */
  let last: { readonly form: string; readonly structure: Structure } | undefined
  const apart = (form: string): Structure => {
    if (last?.form !== form) last = { form, structure: structureOf(form, structures().heads) }
    return last.structure
  }
  /** Scores by group, as plain numbers: many forms are kept, and a map for each would crowd the memory. */
  const kept = new Map<string, Float64Array>()

  function letters(form: string): Float64Array {
    const earlier = kept.get(form)
    if (earlier !== undefined) return earlier
    const { like, profiles, at } = indexes()
    const scores = profiles.of(form)
    const { groups, nearest } = like(form)
    for (const { isco, part } of groups) {
      const i = at.get(isco)
      if (i !== undefined) scores[i] = (scores[i] as number) + part * nearest
    }
    if (kept.size >= KEPT.letters) kept.clear()
    kept.set(form, scores)
    return scores
  }

  function scored(form: string, structure: Structure, hints: readonly Hint[]): Float64Array {
    const { at, parts } = indexes()
    const scores = letters(form).slice()
    for (const { isco, weight } of hints) {
      const i = at.get(isco)
      if (i !== undefined) scores[i] = (scores[i] as number) + weight
    }
    for (let i = 0; i < scores.length; i++) {
      const s = scores[i] as number
      scores[i] = s === 0 ? NO_LETTER : LETTERS.weight * Math.log(s + LETTERS.least)
    }
    parts.add(structure, scores)
    return scores
  }

  /** Where each role moves each group, by number: asked for all groups of each title. */
  const placesOf = new Map<string, Int16Array>()

  /** What a role says: the trades of what it is about, each moved to the group of that role in it. */
  function addRole({ head, about }: Structure, scores: Float64Array): void {
    if (about.length === 0 || !isRole(head)) return
    const { profiles, at } = indexes()
    const trade = about.join(' ')
    const trades = shares(scored(trade, structureOf(trade, structures().heads), []), FLAT.trade)
    const moved = new Float64Array(scores.length).fill(ROLE.least)
    let places = placesOf.get(head)
    if (places === undefined) {
      places = Int16Array.from(profiles.codes, trade => at.get(groupOfRole(head, trade) ?? '') ?? NOWHERE)
      placesOf.set(head, places)
    }
    for (let i = 0; i < trades.length; i++) {
      const to = places[i] as number
      if (to !== NOWHERE) moved[to] = (moved[to] as number) + (trades[i] as number)
    }
    for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) + ROLE.weight * Math.log(moved[i] as number)
  }

  const answers = new Map<string, readonly Scored[]>()
  return {
    weigh(form, hints) {
      const asked = `${form}|${hints.map(h => `${h.isco}:${h.weight}`).join()}`
      const earlier = answers.get(asked)
      if (earlier !== undefined) return earlier
      const structure = apart(form)
      const scores = scored(form, structure, hints)
      addRole(structure, scores)
      const found = largest(shares(scores, FLAT.whole), indexes().profiles.codes)
      if (answers.size >= KEPT.answers) answers.clear()
      answers.set(asked, found)
      return found
    },
    same(form) {
      const rows = structures().keys.get(keyOf(apart(form)))
      return rows === undefined || rows.length === 0 ? undefined : rows
    },
    namesWork: form => apart(form).head !== '',
    likeness: form => indexes().like(form),
    step
  }
}
