import type { Words } from './pattern.ts'

/** So many words are remembered; a text made of new words only must not grow the memory for ever. */
const MOST_REMEMBERED = 20_000
const LONGEST_REMEMBERED = 40
/** A power of two, well above what is remembered, so that a look-up seldom meets another word. */
const SLOTS = 65_536
/** Parts of words are filed under their first letters. */
const HEAD = 3

/**
 * What a set of words is for. A cue says whether a piece of text holds one of them, a phrase is filed under its words, and of
 * a list the places of the words are remembered too. Cues and lists are few, phrases thousands: each has numbers of its own.
 */
export type SetKind = 'cue' | 'list' | 'phrase'

/** A word with all that is known of it; one for all its places in all texts. */
export interface KnownWord {
  readonly text: string
  /** The numbers of the cues and lists it belongs to. */
  readonly cues: readonly number[]
  /** Those of them that are lists. */
  readonly lists: readonly number[]
  /** The numbers of the sets of phrases it belongs to. */
  readonly phrases: readonly number[]
}

interface WordSet {
  readonly kind: SetKind
  readonly id: number
}

/** One step of a hash over the letters of a word; begins at 0. */
export const step = (hash: number, letter: number): number => (Math.imul(hash, 31) + letter) | 0

function same(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false
  return true
}

/**
 * Which of many sets of words a word belongs to. A text is walked once, and what its words set off says which patterns can
 * match at all. The answer for a word is remembered; a new one costs a few look-ups, however many sets there are.
 */
export class Triggers {
  readonly #whole = new Map<string, WordSet[]>()
  readonly #parts = new Map<string, Array<readonly [part: string, set: WordSet]>>()
  readonly #sets = new Map<string, WordSet>()
  #cues = 0
  #phrases = 0
  /** Words seen, by their letters: a hash table of our own, because a look-up in a Map asks for a new string for each word of each text. */
  readonly #slots = new Int32Array(SLOTS)
  #known: KnownWord[] = []

  /** How many cues and lists, and how many sets of phrases there are. */
  get size(): { readonly cues: number; readonly phrases: number } {
    return { cues: this.#cues, phrases: this.#phrases }
  }

  /** The number of a set of words of one kind; the same set has one number. A part has at least three letters, shorter ones count as whole words. */
  add(kind: SetKind, { whole, parts }: Words): number {
    const key = JSON.stringify([kind, [...new Set(whole)].toSorted(), [...new Set(parts)].toSorted()])
    const known = this.#sets.get(key)
    if (known !== undefined) return known.id
    const set: WordSet = { kind, id: kind === 'phrase' ? this.#phrases++ : this.#cues++ }
    this.#sets.set(key, set)
    this.#forget()
    for (const word of new Set(whole)) this.#whole.set(word, [...(this.#whole.get(word) ?? []), set])
    for (const part of new Set(parts)) {
      if (part.length < HEAD) throw new Error(`"${part}" is too short for a part of a word`)
      const head = part.slice(0, HEAD)
      this.#parts.set(head, [...(this.#parts.get(head) ?? []), [part, set]])
    }
    return set.id
  }

  #find(word: string): ReadonlySet<WordSet> {
    const found = new Set<WordSet>(this.#whole.get(word))
    // "12kg", "max.10", "c#": what stands against a number or a sign is a word too.
    if (/[^a-z]/.test(word)) for (const piece of word.split(/[^a-z]+/)) for (const set of this.#whole.get(piece) ?? []) found.add(set)
    for (let i = 0; i + HEAD <= word.length; i++) {
      for (const [part, set] of this.#parts.get(word.slice(i, i + HEAD)) ?? []) if (word.startsWith(part, i)) found.add(set)
    }
    return found
  }

  #forget(): void {
    if (this.#known.length === 0) return
    this.#known = []
    this.#slots.fill(0)
  }

  #know(text: string): KnownWord {
    const sets = [...this.#find(text)]
    const ids = (kinds: readonly SetKind[]): readonly number[] => sets.filter(s => kinds.includes(s.kind)).map(s => s.id)
    // A copy of the word: a slice would keep the whole advert it was cut from.
    return { text: Buffer.from(text, 'latin1').toString('latin1'), cues: ids(['cue', 'list']), lists: ids(['list']), phrases: ids(['phrase']) }
  }

  /** The word of a folded text from `start` to `end` with the sets it belongs to; `hash` as `step` gives it over its letters. */
  at(folded: string, start: number, end: number, hash: number): KnownWord {
    if (end - start > LONGEST_REMEMBERED) return this.#know(folded.slice(start, end))
    let slot = hash & (SLOTS - 1)
    for (;;) {
      const place = this.#slots[slot] as number
      if (place === 0) break
      const known = this.#known[place - 1] as KnownWord
      if (same(known.text, folded, start, end)) return known
      slot = (slot + 1) & (SLOTS - 1)
    }
    if (this.#known.length >= MOST_REMEMBERED) {
      this.#forget()
      slot = hash & (SLOTS - 1)
    }
    const known = this.#know(folded.slice(start, end))
    this.#slots[slot] = this.#known.push(known)
    return known
  }
}
