import { fold } from './dutch.ts'
import { readTable } from './table.ts'
import { COMPOUND_EXAMPLES } from './title-compounds.ts'
import { titleGrams } from './title-grams.ts'
import { likenessIndex, type Likeness, type TitleExample } from './title-likeness.ts'
import { profileIndex, type Profiles } from './title-profiles.ts'
import type { TitleBook } from './title-rows.ts'

/** A group with all that speaks for it: likeness, profile, a title inside it, its head. About 0-2. */
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
  /** The groups the letters or a hint speak for, best first; those with a trace only where there are few others. */
  readonly weigh: (form: string, hints: readonly Hint[]) => readonly Scored[]
  /** For measuring: what likeness alone says. */
  readonly likeness: (form: string) => Likeness
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

/** Scores up to here are a trace; so many above it are all that anybody asks for. */
const [TRACE, LIKELY] = [0.05, 20]
/** Answers kept, so that the same title in a feed is weighed once. */
const KEPT = 4000

/** Weighs the groups of a form by a book of titles; built at the first question. The same book gives the same answer. */
export function titleEvidence(book: TitleBook): TitleEvidence {
  let indexes: { readonly like: (form: string) => Likeness; readonly profiles: Profiles; readonly at: ReadonlyMap<string, number> } | undefined
  const ready = (): NonNullable<typeof indexes> => {
    if (indexes !== undefined) return indexes
    const written = [...book.titles].map(([title, rows]) => ({ title, groups: rows.map(r => ({ isco: r.isco, share: r.share })), weight: 1 }))
    const examples: readonly TitleExample[] = [...written, ...MADE, ...GROUP_EXAMPLES]
    const grams = titleGrams(examples.map(e => e.title))
    const profiles = profileIndex(examples, grams)
    indexes = { like: likenessIndex(examples, grams), profiles, at: new Map(profiles.codes.map((code, i) => [code, i])) }
    return indexes
  }
  /** Scores by group, as plain numbers: thousands of forms are kept, and a map for each would crowd the memory. */
  const kept = new Map<string, Float64Array>()

  function letters(form: string): Float64Array {
    const known = kept.get(form)
    if (known !== undefined) return known
    const { like, profiles, at } = ready()
    const scores = profiles.of(form)
    const { groups, nearest } = like(form)
    for (const { isco, part } of groups) {
      const i = at.get(isco)
      if (i !== undefined) scores[i] = (scores[i] as number) + part * nearest
    }
    if (kept.size >= KEPT) kept.clear()
    kept.set(form, scores)
    return scores
  }

  return {
    weigh(form, hints) {
      const scores = letters(form).slice()
      const { profiles, at } = ready()
      for (const { isco, weight } of hints) {
        const i = at.get(isco)
        if (i !== undefined) scores[i] = (scores[i] as number) + weight
      }
      const above = (least: number): readonly Scored[] => {
        const found: Scored[] = []
        for (let i = 0; i < scores.length; i++) if ((scores[i] as number) > least) found.push({ isco: profiles.codes[i] as string, score: scores[i] as number })
        return found.sort((a, b) => b.score - a.score || (a.isco < b.isco ? -1 : 1))
      }
      // Most groups have a trace of a likeness: to sort them all costs more than to weigh them.
      const likely = above(TRACE)
      return likely.length >= LIKELY ? likely : above(0)
    },
    likeness: form => ready().like(form)
  }
}
