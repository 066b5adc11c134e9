import { fold } from './dutch.ts'
import { readTable } from './table.ts'
import { COMPOUND_EXAMPLES, HEAD_NAMES } from './title-compounds.ts'
import { titleGrams } from './title-grams.ts'
import { likenessIndex, type Likeness, type TitleExample } from './title-likeness.ts'
import { partScores, type PartScores } from './title-parts.ts'
import { profileIndex, type Profiles } from './title-profiles.ts'
import type { TitleBook, TitleRow } from './title-rows.ts'
import { headsOfTitles, keyOf, structureOf, type Structure } from './title-structure.ts'
import type { Heads } from './title-words.ts'

/** The titles of a book taken apart. */
export interface Structures {
  readonly heads: Heads
  /** The rows of each title by what it says; none where two titles say the same of different groups. */
  readonly keys: ReadonlyMap<string, readonly TitleRow[]>
}

/** What letters and parts of the titles say of each group. */
export interface Indexes {
  readonly like: (form: string) => Likeness
  readonly profiles: Profiles
  readonly at: ReadonlyMap<string, number>
  readonly parts: PartScores
}

/** Made at the first question, or step by step before it. */
export interface TitleIndexes {
  readonly structures: () => Structures
  readonly indexes: () => Indexes
  /** Makes one more part of what is not made yet; false when there is nothing left. A question in between makes the rest at once. */
  readonly step: () => boolean
}

/** A title made by rule, the name of a group and its sentence count for less than a written title. */
const WEIGHTS = { made: 0.8, name: 0.8, sentence: 0.5 }
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

/** Titles taken apart in one step. */
const PER_STEP = 4_000

/** The indexes over a book of titles: some seconds of work in all, so that it can be done in steps. */
export function titleIndexes(book: TitleBook): TitleIndexes {
  let structures: Structures | undefined
  let indexes: Indexes | undefined

  function* building(): Generator<undefined, void> {
    const heads = headsOfTitles(book.titles.keys(), HEAD_NAMES)
    yield
    const taken = new Map<string, Structure>()
    const keys = new Map<string, readonly TitleRow[]>()
    for (const [title, rows] of book.titles) {
      const structure = structureOf(title, heads)
      taken.set(title, structure)
      const key = keyOf(structure)
      const other = keys.get(key)
      // Two titles that the key takes for one, in different groups: neither answers for the other.
      if (other === undefined) keys.set(key, rows)
      else if (other.length !== rows.length || other.some((r, i) => r.isco !== rows[i]?.isco)) keys.set(key, [])
      if (taken.size % PER_STEP === 0) yield
    }
    structures = { heads, keys }
    yield
    const written = [...book.titles].map(([title, rows]) => ({ title, groups: rows.map(r => ({ isco: r.isco, share: r.share })), weight: 1 }))
    const examples: readonly TitleExample[] = [...written, ...MADE, ...GROUP_EXAMPLES]
    const own: Structure[] = []
    for (const { title } of examples) {
      own.push(taken.get(title) ?? structureOf(title, heads))
      if (own.length % PER_STEP === 0) yield
    }
    // Letters learn from what somebody wrote: what is made by rule has no words of its own, and would double the work.
    const lettered = [...written, ...GROUP_EXAMPLES]
    const grams = titleGrams(lettered.map(e => e.title))
    yield
    const profiles = profileIndex(lettered, grams)
    yield
    const like = likenessIndex(lettered, grams)
    yield
    const at = new Map(profiles.codes.map((code, i) => [code, i]))
    indexes = { like, profiles, at, parts: partScores(examples, own, profiles.codes) }
  }

  const steps = building()
  const step = (): boolean => steps.next().done !== true
  const made = <T>(get: () => T | undefined): T => {
    for (;;) {
      const found = get()
      if (found !== undefined) return found
      if (!step() && get() === undefined) throw new Error('the indexes of the titles were not made')
    }
  }
  return { structures: () => made(() => structures), indexes: () => made(() => indexes), step }
}
