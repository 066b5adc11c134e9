import { fold } from './dutch.ts'
import type { TitleRow } from './title-rows.ts'

/** "zorg je voor", "zorg dragen": the verb is no cue for care. */
const CARE_VERB = /\bzorg (?:je|jij|dragen|voor|ervoor|er|dat)\b/g

const wordsIn = (text: string): readonly string[] =>
  fold(text)
    .replace(CARE_VERB, ' ')
    .match(/[a-z0-9]{3,}/g) ?? []

/** Gives the words of title and text that a cue is looked for in, but those of the form it is about; read when first asked. */
export type CueWords = (form: string) => readonly string[]

/** The words of a title and of what stands beside it, as cues. */
export function cueWords(title: string, text: string | undefined): CueWords {
  let words: readonly string[] | undefined
  const all = (): readonly string[] => (words ??= [...new Set(wordsIn(`${title} ${text ?? ''}`))])
  return form => {
    const own = new Set(form.split(/[^a-z0-9]+/))
    return all().filter(w => !own.has(w))
  }
}

/** A cue is there as a word, or at either end of a longer word when it is long enough to tell. */
const isThere = (cue: string, words: readonly string[]): boolean =>
  words.some(w => w === cue || (cue.length >= 5 && w.length > cue.length && (w.startsWith(cue) || w.endsWith(cue))))

/** The row of an ambiguous title that cue words point to, if one row has most of them. */
export function cued(rows: readonly TitleRow[], there: readonly string[]): TitleRow | undefined {
  const hits = rows.map(r => r.cues.filter(c => isThere(c, there)).length)
  const most = Math.max(...hits)
  const [only, second] = rows.filter((_, i) => hits[i] === most)
  return most > 0 && second === undefined ? only : undefined
}
