import { stemsOf } from '../reference/dutch.ts'
import { classifyTitle } from '../reference/occupations.ts'
import { all, any, some, type Predicate } from './predicate.ts'

/**
 * What a jobhunter types, as a predicate: every word must occur as a stem, or the words name an occupation and the
 * vacancy has it. So "klusjesman" finds a huismeester, and "conciërge" equals "concierge". Empty text = undefined.
 */
export function textPredicate(text: string): Predicate | undefined {
  const stems = stemsOf(text)
  const named = classifyTitle(text)
  const occupations = named.confidence >= 3 ? named.isco.map(i => `4:${i.code}`) : []
  const words = stems.length === 0 ? undefined : all(...stems.map(s => any('stems', [s])))
  if (words === undefined) return occupations.length === 0 ? undefined : any('occ', occupations)
  return occupations.length === 0 ? words : some(words, any('occ', occupations))
}
