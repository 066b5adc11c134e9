import { z } from 'zod'
import { searchWords, unify } from '../reference/dutch.ts'
import { classifyTitle, isKnownTitle } from '../reference/occupations.ts'
import { correctionsOf } from '../reference/spelling.ts'
import { all, any, some, type Predicate } from './predicate.ts'

/** A typed word that none of our tables knows, and the words that were searched beside it. */
export const WidenedSchema = z.strictObject({ typed: z.string(), also: z.array(z.string()).min(1) }).meta({ id: 'Widened' })
export type Widened = z.infer<typeof WidenedSchema>

/** What a search text asks: nothing when it holds no word. */
export interface TextQuery {
  readonly predicate: Predicate | undefined
  readonly widened: readonly Widened[]
}

/**
 * What a jobhunter types, as a question: every word must occur as a stem, or the words name an occupation and the vacancy
 * has it. So "klusjesman" finds a huismeester, and "conciërge" equals "concierge". A word that none of our tables knows is
 * also searched as the known words it is a typing error of; the answer says which.
 */
export function textQuery(text: string): TextQuery {
  const words = searchWords(text).map(w => ({ ...w, near: correctionsOf(w.word) }))
  const widened = words.filter(w => w.near.length > 0).map(w => ({ typed: w.word, also: w.near.map(n => n.word) }))
  const stems = words.map(w => any('stems', [w.stem, ...w.near.map(n => n.stem)]))
  // Where only one word can be meant, the occupation it names counts too.
  const meant = widened.every(w => w.also.length === 1) ? widened.reduce((t, w) => t.replace(w.typed, w.also[0] as string), unify(text).toLowerCase()) : text
  const named = classifyTitle(meant)
  const occupations = isKnownTitle(named) ? named.isco.map(i => `4:${i.code}`) : []
  const alternatives = [...(stems.length === 0 ? [] : [all(...stems)]), ...(occupations.length === 0 ? [] : [any('occ', occupations)])]
  return { predicate: alternatives.length > 1 ? some(...alternatives) : alternatives[0], widened }
}
