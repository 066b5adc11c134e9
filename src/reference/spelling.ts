import { fold, stem, typingErrors } from './dutch.ts'
import { isKnownWord, knownWords, type KnownWord } from './vocabulary.ts'

/** Errors that are forgiven from so many letters (`reference-data.md` 9). */
const ONE_FROM = 5
const TWO_FROM = 9
const MOST = 8

/** How many typing errors a word of this length may have. */
export const forgiven = (letters: number): number => (letters >= TWO_FROM ? 2 : letters >= ONE_FROM ? 1 : 0)

/** The letters of a word as bits: those it has, and those it has twice. */
function lettersOf(word: string): { readonly once: number; readonly twice: number } {
  let [once, twice] = [0, 0]
  for (let i = 0; i < word.length; i++) {
    const bit = 1 << (word.charCodeAt(i) - 97)
    twice |= once & bit
    once |= bit
  }
  return { once, twice }
}

function bits(n: number): number {
  let count = 0
  for (let rest = n; rest !== 0; rest &= rest - 1) count++
  return count
}

/** A word or a stem as it is compared, with the word it stands for. */
interface Form {
  readonly form: string
  readonly once: number
  readonly twice: number
  readonly known: KnownWord
}

/** Words are compared with words, stems with stems. */
const KINDS = ['word', 'stem'] as const
type Kind = (typeof KINDS)[number]
const forms = new Map<Kind, ReadonlyMap<number, readonly Form[]>>()

/** Every word or every stem by length, best known first; made at the first question. */
function formsOf(kind: Kind): ReadonlyMap<number, readonly Form[]> {
  const made = forms.get(kind)
  if (made !== undefined) return made
  const first = new Map(
    knownWords()
      .toReversed()
      .map(known => [known[kind], known])
  )
  const byLength = new Map<number, Form[]>()
  for (const known of knownWords()) {
    const form = known[kind]
    if (first.get(form) !== known) continue
    const list = byLength.get(form.length)
    if (list === undefined) byLength.set(form.length, [{ form, ...lettersOf(form), known }])
    else list.push({ form, ...lettersOf(form), known })
  }
  forms.set(kind, byLength)
  return byLength
}

/** Makes the words ready, about a second of work, so that the first search does not wait for it. */
export function readySpelling(): void {
  formsOf('word')
  formsOf('stem')
}

/**
 * Known words at so many errors from a form, the longest first: a letter left out is the commonest error. Every error mends at
 * most one letter that only one of the two has, so that few words need their errors counted.
 */
function* formsAt(kind: Kind, form: string, errors: number): Iterable<KnownWord> {
  const { once, twice } = lettersOf(form)
  for (let length = form.length + errors; length >= form.length - errors; length--) {
    for (const other of formsOf(kind).get(length) ?? []) {
      if (bits(once & ~other.once) + bits(twice & ~other.twice) > errors) continue
      if (bits(other.once & ~once) + bits(other.twice & ~twice) > errors) continue
      if (typingErrors(form, other.form) === errors) yield other.known
    }
  }
}

/** Per stem one known word at so many errors from the word or from its stem; those that keep the first letter, if any do. */
function nearest(word: string, errors: number): readonly KnownWord[] {
  const found = new Map<string, KnownWord>()
  for (const kind of KINDS) {
    const form = kind === 'word' ? word : stem(word)
    if (forgiven(form.length) < errors) continue
    for (const known of formsAt(kind, form, errors)) if (!found.has(known.stem)) found.set(known.stem, known)
  }
  const all = [...found.values()]
  const same = all.filter(known => known.word.startsWith(word.charAt(0)))
  return (same.length > 0 ? same : all).toSorted((a, b) => (a.word < b.word ? -1 : 1)).slice(0, MOST)
}

const kept = new Map<string, readonly KnownWord[]>()
const KEPT = 5_000

/**
 * The known words a misspelt word may stand for: those with the fewest errors, at most eight, one per stem. Nothing for a
 * word that is known, names a place, has a digit (a code) or is too short. Another form of a known word is compared by its
 * stem. The same tables give the same answer.
 */
export function correctionsOf(typed: string): readonly KnownWord[] {
  const word = fold(typed)
  const earlier = kept.get(word)
  if (earlier !== undefined) return earlier
  if (forgiven(word.length) === 0 || !/^[a-z]+$/.test(word) || isKnownWord(word)) return []
  let found: readonly KnownWord[] = []
  for (let errors = 1; errors <= forgiven(word.length) && found.length === 0; errors++) found = nearest(word, errors)
  if (kept.size >= KEPT) kept.clear()
  kept.set(word, found)
  return found
}
