import { fold } from './dutch.ts'
import { readTable } from './table.ts'
import { COMPOUND_EXAMPLES, HEAD_NAMES } from './title-compounds.ts'
import { titleGrams } from './title-grams.ts'
import { likenessIndex, type Likeness, type TitleExample } from './title-likeness.ts'
import { partScores, type PartScores } from './title-parts.ts'
import { profileIndex, type Profiles } from './title-profiles.ts'
import { groupOfRole, isRole } from './title-roles.ts'
import type { TitleBook, TitleRow } from './title-rows.ts'
import { headsOfTitles, keyOf, structureOf, type Structure } from './title-structure.ts'
import type { Heads } from './title-words.ts'

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
}

/** A title made by rule, the name of a group and its sentence count for less than a written title. */
const WEIGHTS = { made: 0.8, name: 0.8, sentence: 0.5 }
/** What letters count beside parts, and what a group without a like letter keeps; the same of a role. */
const LETTERS = { weight: 2, least: 0.02 }
const NO_LETTER = LETTERS.weight * Math.log(LETTERS.least)
const ROLE = { weight: 1.5, least: 0.03 }
/** How much the scores are flattened, so that they are as often right as they say (held-out titles). */
const FLAT = { whole: 2, trade: 2 }
const words = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9+#]+/g, ' ')
    .trim()

/** Names and sentences of the unit groups as examples: their words are the plainest there are for the work. */
const GROUP_EXAMPLES: readonly TitleExample[] = readTable('occupations/isco.tsv', ['code', 'title', 'does'])
  .filter(r => r.code.length === 4)
  .flatMap(r => [
    { title: words(r.title), groups: [{ isco: r.code, share: 100 }], weight: WEIGHTS.name },
    { title: words(r.does), groups: [{ isco: r.code, share: 100 }], weight: WEIGHTS.sentence }
  ])
const MADE: readonly TitleExample[] = COMPOUND_EXAMPLES.map(e => ({ title: e.title, groups: [{ isco: e.isco, share: 100 }], weight: WEIGHTS.made }))

/** Answers kept, so that the same title in a feed is weighed once; and what letters say of a form, for another hint beside it. */
const KEPT = { answers: 4000, letters: 1000 }
const OFFERED = 12

interface Indexes {
  readonly like: (form: string) => Likeness
  readonly profiles: Profiles
  readonly at: ReadonlyMap<string, number>
  readonly parts: PartScores
}

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
  let known: { readonly heads: Heads; readonly structures: Map<string, Structure>; readonly keys: ReadonlyMap<string, readonly TitleRow[]> } | undefined
  const structured = (): NonNullable<typeof known> => {
    if (known !== undefined) return known
    const heads = headsOfTitles(book.titles.keys(), HEAD_NAMES)
    const structures = new Map<string, Structure>()
    const keys = new Map<string, readonly TitleRow[]>()
    for (const [title, rows] of book.titles) {
      const structure = structureOf(title, heads)
      structures.set(title, structure)
      const key = keyOf(structure)
      const other = keys.get(key)
      // Two titles that the key takes for one, in different groups: neither answers for the other.
      if (other === undefined) keys.set(key, rows)
      else if (other.length !== rows.length || other.some((r, i) => r.isco !== rows[i]?.isco)) keys.set(key, [])
    }
    known = { heads, structures, keys }
    return known
  }
  let indexes: Indexes | undefined
  const ready = (): Indexes => {
    if (indexes !== undefined) return indexes
    const { heads, structures } = structured()
    const written = [...book.titles].map(([title, rows]) => ({ title, groups: rows.map(r => ({ isco: r.isco, share: r.share })), weight: 1 }))
    const examples: readonly TitleExample[] = [...written, ...MADE, ...GROUP_EXAMPLES]
    const own = examples.map(e => structures.get(e.title) ?? structureOf(e.title, heads))
    // Letters learn from what somebody wrote: what is made by rule has no words of its own, and would double the work.
    const lettered = [...written, ...GROUP_EXAMPLES]
    const grams = titleGrams(lettered.map(e => e.title))
    const profiles = profileIndex(lettered, grams)
    const at = new Map(profiles.codes.map((code, i) => [code, i]))
    indexes = { like: likenessIndex(lettered, grams), profiles, at, parts: partScores(examples, own, profiles.codes) }
    structures.clear()
    return indexes
  }
  /** A title is taken apart once for all that is asked of it in a row. */
  let last: { readonly form: string; readonly structure: Structure } | undefined
  const apart = (form: string): Structure => {
    if (last?.form !== form) last = { form, structure: structureOf(form, structured().heads) }
    return last.structure
  }
  /** Scores by group, as plain numbers: many forms are kept, and a map for each would crowd the memory. */
  const kept = new Map<string, Float64Array>()

  function letters(form: string): Float64Array {
    const earlier = kept.get(form)
    if (earlier !== undefined) return earlier
    const { like, profiles, at } = ready()
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
    const { at, parts } = ready()
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

  /** What a role says: the trades of what it is about, each moved to the group of that role in it. */
  function addRole({ head, about }: Structure, scores: Float64Array): void {
    if (about.length === 0 || !isRole(head)) return
    const { profiles, at } = ready()
    const trade = about.join(' ')
    const trades = shares(scored(trade, structureOf(trade, structured().heads), []), FLAT.trade)
    const moved = new Float64Array(scores.length).fill(ROLE.least)
    for (let i = 0; i < trades.length; i++) {
      const to = at.get(groupOfRole(head, profiles.codes[i] as string) ?? '')
      if (to !== undefined) moved[to] = (moved[to] as number) + (trades[i] as number)
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
      const found = largest(shares(scores, FLAT.whole), ready().profiles.codes)
      if (answers.size >= KEPT.answers) answers.clear()
      answers.set(asked, found)
      return found
    },
    same(form) {
      const rows = structured().keys.get(keyOf(apart(form)))
      return rows === undefined || rows.length === 0 ? undefined : rows
    },
    namesWork: form => apart(form).head !== '',
    likeness: form => ready().like(form)
  }
}
