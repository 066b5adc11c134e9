import type { Words } from './pattern-words.ts'

/** So many words are remembered; a text made of new words only must not grow the memory for ever. */
const MOST_REMEMBERED = 20_000
const LONGEST_REMEMBERED = 40
/** A power of two, well above what is remembered, so that a look-up seldom meets another word. */
const SLOTS = 65_536
/** Parts of words are filed under their first letters. */
const HEAD = 3
/** Room for records at the start and for each time it runs out, in whole numbers. */
const ROOM = 262_144

/** Sets of words by number, and which of them a word belongs to. */
class Sets {
  readonly #whole = new Map<string, number[]>()
  readonly #parts = new Map<string, Array<readonly [part: string, id: number]>>()
  #size = 0

  get size(): number {
    return this.#size
  }

  /** A part has at least three letters, shorter ones count as whole words. */
  add({ whole, parts }: Words): number {
    const id = this.#size++
    for (const word of new Set(whole)) this.#whole.set(word, [...(this.#whole.get(word) ?? []), id])
    for (const part of new Set(parts)) {
      if (part.length < HEAD) throw new Error(`"${part}" is too short for a part of a word`)
      const head = part.slice(0, HEAD)
      this.#parts.set(head, [...(this.#parts.get(head) ?? []), [part, id]])
    }
    return id
  }

  /** The numbers of the sets of a word, each once. */
  of(word: string): readonly number[] {
    const found = new Set(this.#whole.get(word))
    // "12kg", "max.10", "c#": what stands against a number or a sign is a word too.
    if (/[^a-z]/.test(word)) for (const piece of word.split(/[^a-z]+/)) for (const id of this.#whole.get(piece) ?? []) found.add(id)
    for (let i = 0; i + HEAD <= word.length; i++) {
      for (const [part, id] of this.#parts.get(word.slice(i, i + HEAD)) ?? []) if (word.startsWith(part, i)) found.add(id)
    }
    return [...found]
  }
}

/** One step of a hash over the letters of a word; begins at 0. */
export const step = (hash: number, letter: number): number => (Math.imul(hash, 31) + letter) | 0

/** The parts of a record: its length in letters, then how far from its place its cues, the words of phrases and itself end; the cues begin behind the letters. */
const [LENGTH, CUES, PHRASES, END, HEADER] = [0, 1, 2, 3, 4] as const

/**
 * Which of many sets of words a word belongs to, and which word of a phrase it is. A text is walked once, and what its words set off says which patterns can
 * match at all. The answer for a word is remembered; a new one costs a few look-ups, however many sets there are.
 *
 * Every word of every text is looked up, so what is known of a word lies in one piece: a record of whole numbers of two
 * bytes with its letters, cues, phrases and starts behind each other. As objects they lay all over the memory, and waiting for
 * it was half of the time.
 */
export class Triggers {
  readonly #cues = new Sets()
  readonly #phrases = new Sets()
  /** The numbers of known sets of words of cues, and of words and parts of words of phrases. */
  readonly #sets = new Map<string, number>()
  /** For a first word: the number of each list, then the number of the word in it. */
  readonly #firsts = new Map<string, number[]>()
  #lists = 0
  /** Places of records by the hash of their letters; 0 is none. */
  readonly #slots = new Int32Array(SLOTS)
  #known = 0
  #used = 1
  #records = new Uint16Array(ROOM)

  /** How many cues, and how many words of phrases there are. */
  get size(): { readonly cues: number; readonly phrases: number } {
    return { cues: this.#cues.size, phrases: this.#phrases.size }
  }

  /** The records; another array after more words became known. */
  get records(): Uint16Array {
    return this.#records
  }

  /** The number of a set of words of a cue; the same set has one number. */
  addCue({ whole, parts }: Words): number {
    return this.#add(this.#cues, `cue ${[...new Set(whole)].toSorted().join(' ')}|${[...new Set(parts)].toSorted().join(' ')}`, { whole, parts })
  }

  /** The number of a word of phrases, or of a part of one. */
  addPhrase(text: string, is: 'word' | 'part'): number {
    return this.#add(this.#phrases, `${is} ${text}`, is === 'word' ? { whole: [text], parts: [] } : { whole: [], parts: [text] })
  }

  #add(to: Sets, key: string, words: Words): number {
    const known = this.#sets.get(key)
    if (known !== undefined) return known
    this.#forget()
    const id = to.add(words)
    this.#sets.set(key, id)
    return id
  }

  /** The number of a list of phrases of which these are the first words; a word is known by its place in `words`. */
  addStarts(words: readonly string[]): number {
    const list = this.#lists++
    this.#forget()
    for (const [i, word] of words.entries()) this.#firsts.set(word, [...(this.#firsts.get(word) ?? []), list, i])
    return list
  }

  #forget(): void {
    if (this.#known === 0) return
    this.#known = 0
    this.#used = 1
    this.#slots.fill(0)
  }

  /** Writes the record of a word behind the last one that is kept, and gives its place. */
  #write(word: string): number {
    const lists = [this.#cues.of(word), this.#phrases.of(word), this.#firsts.get(word) ?? []]
    const at = this.#used
    let length = HEADER + word.length
    const end = at + length + lists.reduce((n, l) => n + l.length, 0)
    if (end > this.#records.length) {
      const more = new Uint16Array(Math.max(end, this.#records.length + ROOM))
      more.set(this.#records)
      this.#records = more
    }
    this.#records[at + LENGTH] = word.length
    for (let i = 0; i < word.length; i++) this.#records[at + HEADER + i] = word.charCodeAt(i)
    for (const [i, list] of lists.entries()) {
      this.#records.set(list, at + length)
      length += list.length
      this.#records[at + CUES + i] = length
    }
    return at
  }

  #isAt(at: number, text: Uint16Array, start: number, end: number): boolean {
    if (this.#records[at + LENGTH] !== end - start) return false
    const letters = at + HEADER - start
    for (let i = start; i < end; i++) if (this.#records[letters + i] !== text[i]) return false
    return true
  }

  /** The place of the record of a word of a folded text, from `start` to `end`, until the next call; `hash` as `step` gives it over its letters. */
  at(text: Uint16Array, start: number, end: number, hash: number): number {
    if (end - start > LONGEST_REMEMBERED) return this.#write(wordOf(text, start, end))
    let slot = hash & (SLOTS - 1)
    for (let place = this.#slots[slot] as number; place !== 0; place = this.#slots[slot] as number) {
      if (this.#isAt(place, text, start, end)) return place
      slot = (slot + 1) & (SLOTS - 1)
    }
    if (this.#known >= MOST_REMEMBERED) {
      this.#forget()
      slot = hash & (SLOTS - 1)
    }
    const place = this.#write(wordOf(text, start, end))
    this.#used = place + (this.#records[place + END] as number)
    this.#known++
    this.#slots[slot] = place
    return place
  }
}

const wordOf = (text: Uint16Array, start: number, end: number): string => String.fromCharCode(...text.subarray(start, end))

/** Where the parts of a record stand; see there. */
export const PARTS = { LENGTH, CUES, PHRASES, END, HEADER } as const
