import type { Words } from './pattern.ts'

/** So many words are remembered; a text made of new words only must not grow the memory for ever. */
const MOST_REMEMBERED = 20_000
const LONGEST_REMEMBERED = 40
/** A power of two, well above what is remembered, so that a look-up seldom meets another word. */
const SLOTS = 65_536
/** Parts of words are filed under their first letters. */
const HEAD = 3
/** Room for records at the start and for each time it runs out, in whole numbers. */
const ROOM = 262_144

/** What a set of words is for: a cue says whether a piece of text holds one of them, a phrase is filed under its words. */
export type SetKind = 'cue' | 'phrase'

interface WordSet {
  readonly kind: SetKind
  readonly id: number
}

/** One step of a hash over the letters of a word; begins at 0. */
export const step = (hash: number, letter: number): number => (Math.imul(hash, 31) + letter) | 0

/** The parts of a record, counted from its place: its length in letters, then where its cues, phrases, starts and itself end. */
const [LENGTH, CUES, PHRASES, STARTS, END, HEADER] = [0, 1, 2, 3, 4, 5] as const
/** Letters of one number of a record. */
const LETTERS = 4

/**
 * Which of many sets of words a word belongs to. A text is walked once, and what its words set off says which patterns can
 * match at all. The answer for a word is remembered; a new one costs a few look-ups, however many sets there are.
 *
 * Every word of every text is looked up, so what is known of a word lies in one piece: a record of whole numbers with its
 * letters, cues, phrases and starts behind each other. As objects they lay all over the memory, and waiting for it was half
 * of the time.
 */
export class Triggers {
  readonly #whole = new Map<string, WordSet[]>()
  readonly #parts = new Map<string, Array<readonly [part: string, set: WordSet]>>()
  readonly #sets = new Map<string, WordSet>()
  /** For a first word: the number of each list, then the number of the word in it. */
  readonly #firsts = new Map<string, number[]>()
  #cues = 0
  #phrases = 0
  #lists = 0
  /** Places of records by the hash of their letters; 0 is none. */
  readonly #slots = new Int32Array(SLOTS)
  #known = 0
  #used = 1
  #records = new Int32Array(ROOM)
  #letters = new Uint8Array(this.#records.buffer)

  /** How many cues, and how many sets of phrases there are. */
  get size(): { readonly cues: number; readonly phrases: number } {
    return { cues: this.#cues, phrases: this.#phrases }
  }

  /** The records; another array after more words became known. */
  get records(): Int32Array {
    return this.#records
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

  /** The number of a list of phrases of which these are the first words; a word is known by its place in `words`. */
  addStarts(words: readonly string[]): number {
    const list = this.#lists++
    this.#forget()
    for (const [i, word] of words.entries()) this.#firsts.set(word, [...(this.#firsts.get(word) ?? []), list, i])
    return list
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
    if (this.#known === 0) return
    this.#known = 0
    this.#used = 1
    this.#slots.fill(0)
  }

  /** Writes the record of a word behind the last one that is kept, and gives its place. */
  #write(word: string): number {
    const sets = [...this.#find(word)]
    const ids = (kind: SetKind): readonly number[] => sets.filter(s => s.kind === kind).map(s => s.id)
    const lists = [ids('cue'), ids('phrase'), this.#firsts.get(word) ?? []]
    const at = this.#used
    let to = at + HEADER + Math.ceil(word.length / LETTERS)
    const end = to + lists.reduce((n, l) => n + l.length, 0)
    if (end > this.#records.length) {
      const more = new Int32Array(Math.max(end, this.#records.length + ROOM))
      more.set(this.#records)
      this.#records = more
      this.#letters = new Uint8Array(more.buffer)
    }
    this.#records[at + LENGTH] = word.length
    for (let i = 0; i < word.length; i++) this.#letters[(at + HEADER) * LETTERS + i] = word.charCodeAt(i)
    for (const [i, list] of lists.entries()) {
      this.#records[at + CUES + i] = to
      this.#records.set(list, to)
      to += list.length
    }
    this.#records[at + END] = to
    return at
  }

  #isAt(at: number, text: string, start: number, end: number): boolean {
    if (this.#records[at + LENGTH] !== end - start) return false
    const letters = (at + HEADER) * LETTERS - start
    for (let i = start; i < end; i++) if (this.#letters[letters + i] !== text.charCodeAt(i)) return false
    return true
  }

  /** The place of the record of a word of a folded text, from `start` to `end`, until the next call; `hash` as `step` gives it over its letters. */
  at(text: string, start: number, end: number, hash: number): number {
    if (end - start > LONGEST_REMEMBERED) return this.#write(text.slice(start, end))
    let slot = hash & (SLOTS - 1)
    for (let place = this.#slots[slot] as number; place !== 0; place = this.#slots[slot] as number) {
      if (this.#isAt(place, text, start, end)) return place
      slot = (slot + 1) & (SLOTS - 1)
    }
    if (this.#known >= MOST_REMEMBERED) {
      this.#forget()
      slot = hash & (SLOTS - 1)
    }
    const place = this.#write(text.slice(start, end))
    this.#used = this.#records[place + END] as number
    this.#known++
    this.#slots[slot] = place
    return place
  }
}

/** Where in a record the ends of its parts stand. */
export const PARTS = { CUES, PHRASES, STARTS, END } as const
