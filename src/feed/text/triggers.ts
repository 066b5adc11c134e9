import type { Words } from './pattern.ts'

/** So many words are remembered; a text made of new words only must not grow the memory for ever. */
const MOST_REMEMBERED = 20_000
const LONGEST_REMEMBERED = 40
/** Parts of words are filed under their first letters. */
const HEAD = 3

/**
 * Which of many sets of words a word belongs to. A text is walked once, and what its words set off says which patterns can
 * match at all. The answer for a word is remembered; a new one costs a few look-ups, however many sets there are.
 */
export class Triggers {
  readonly #whole = new Map<string, number[]>()
  readonly #parts = new Map<string, Array<readonly [part: string, id: number]>>()
  readonly #ids = new Map<string, number>()
  readonly #known = new Map<string, readonly number[]>()

  get size(): number {
    return this.#ids.size
  }

  /** The number of a set of words; the same set has one number. A part has at least three letters, shorter ones count as whole words. */
  add({ whole, parts }: Words): number {
    const key = JSON.stringify([[...new Set(whole)].toSorted(), [...new Set(parts)].toSorted()])
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    const id = this.#ids.size
    this.#ids.set(key, id)
    this.#known.clear()
    for (const word of new Set(whole)) this.#whole.set(word, [...(this.#whole.get(word) ?? []), id])
    for (const part of new Set(parts)) {
      if (part.length < HEAD) throw new Error(`"${part}" is too short for a part of a word`)
      const head = part.slice(0, HEAD)
      this.#parts.set(head, [...(this.#parts.get(head) ?? []), [part, id]])
    }
    return id
  }

  #find(word: string): readonly number[] {
    const found = new Set<number>(this.#whole.get(word))
    // "12kg", "max.10", "c#": what stands against a number or a sign is a word too.
    if (/[^a-z]/.test(word)) for (const piece of word.split(/[^a-z]+/)) for (const id of this.#whole.get(piece) ?? []) found.add(id)
    for (let i = 0; i + HEAD <= word.length; i++) {
      for (const [part, id] of this.#parts.get(word.slice(i, i + HEAD)) ?? []) if (word.startsWith(part, i)) found.add(id)
    }
    return [...found]
  }

  /** The numbers of the sets a folded word belongs to. */
  of(word: string): readonly number[] {
    const known = this.#known.get(word)
    if (known !== undefined) return known
    const found = this.#find(word)
    if (word.length <= LONGEST_REMEMBERED) {
      if (this.#known.size >= MOST_REMEMBERED) this.#known.clear()
      this.#known.set(word, found)
    }
    return found
  }
}
