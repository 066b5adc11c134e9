import { fold } from '../../reference/dutch.ts'
import { isSet, startTrigger } from './cue.ts'
import type { Word } from './cue.ts'
import type { Unit } from './units.ts'

interface Entry<T> {
  readonly words: readonly string[]
  readonly value: T
}
export interface Hit<T> {
  readonly value: T
  readonly start: number
  readonly end: number
}

const NONE: readonly never[] = []

/** The words of a phrase as units have them: folded, dashes and slashes as blanks. */
export const phraseWords = (phrase: string): readonly string[] => fold(phrase).match(/[a-z0-9+#]+(?:'[a-z]+)?/g) ?? []

/**
 * Many phrases searched at once: a text is walked word by word, and only phrases that begin with that word are compared.
 * The longest phrase at a place wins; hits do not overlap.
 */
export class Lexicon<T> {
  readonly #byFirst = new Map<string, Array<Entry<T>>>()
  readonly #trigger: number

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [phrase, value] of entries) {
      const words = phraseWords(phrase)
      const [first] = words
      if (first === undefined) continue
      const list = this.#byFirst.get(first)
      if (list === undefined) this.#byFirst.set(first, [{ words, value }])
      else list.push({ words, value })
    }
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
    this.#trigger = startTrigger([...this.#byFirst.keys()])
  }

  #at(words: readonly Word[], i: number): Entry<T> | undefined {
    return this.#byFirst.get((words[i] as Word).text)?.find(e => e.words.every((w, k) => words[i + k]?.text === w))
  }

  /** Hits in the order of the text, offsets within the unit. */
  find(unit: Pick<Unit, 'words' | 'marks' | 'starts'>): ReadonlyArray<Hit<T>> {
    if (!isSet(unit, this.#trigger)) return NONE
    const hits: Array<Hit<T>> = []
    let free = 0
    for (let at = 0; at < unit.starts.length; at += 2) {
      if (unit.starts[at] !== this.#trigger) continue
      const i = unit.starts[at + 1] as number
      const entry = i < free ? undefined : this.#at(unit.words, i)
      if (entry === undefined) continue
      const last = i + entry.words.length - 1
      hits.push({ value: entry.value, start: (unit.words[i] as Word).start, end: (unit.words[last] as Word).end })
      free = last + 1
    }
    return hits
  }
}
