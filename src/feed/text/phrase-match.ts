import { occurrences, type Occurrence } from './occurrences.ts'
import { openingsOf } from './openings.ts'
import { mayStand } from './phrase-index.ts'
import type { Phrase } from './phrases.ts'
import type { Unit } from './units.ts'

/** A phrase where it stands in a sentence. */
export interface Match extends Occurrence {
  readonly phrase: Phrase
}

/** Every phrase of one language that stands in a sentence, at each of its places; only those that `counts` says, when it is given. */
export function matchesOf(unit: Unit, lang: 'nl' | 'en', counts?: (phrase: Phrase) => boolean): readonly Match[] {
  const found: Match[] = []
  const filed = mayStand(unit, lang)
  if (filed.length === 0) return found
  const openings = openingsOf(unit.folded)
  for (const { pattern, phrases: all } of filed) {
    const phrases = counts === undefined ? all : all.filter(counts)
    if (phrases.length === 0) continue
    const places = occurrences(pattern, unit.folded, openings)
    if (places.length > 0) for (const phrase of phrases) for (const { start, end, n, f } of places) found.push({ phrase, start, end, n, f })
  }
  return found
}

/** Whether two matches share a character. */
export const overlap = (a: Match, b: Match): boolean => a.start < b.end && b.start < a.end
/** A described task, `wassen & bewoners`: less sure of one dimension than a phrase about that dimension. */
export const isActivity = (m: Match): boolean => m.phrase.pattern.others.length > 0
/** What stands inside the wide span of an activity says more than the activity does. */
export const inside = (a: Match, b: Match): boolean => !isActivity(b) && a.start >= b.start && a.end <= b.end && a.end - a.start < b.end - b.start
/** One word, that says less than anything else of its dimension in the sentence. */
export const isHint = ({ phrase }: Match): boolean => phrase.says.kind === 'expected' && phrase.says.hint === true
