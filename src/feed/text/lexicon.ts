import { fold } from '../../reference/dutch.ts'
import { startTrigger } from './cue.ts'
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

type Readable = Pick<Unit, 'folded' | 'words' | 'starts'>

const NONE: readonly never[] = []

/** Whether the words behind the first one follow too, from word `i` of the unit. */
function stands(phrase: readonly string[], { folded, words }: Readable, i: number): boolean {
  for (let k = 1; k < phrase.length; k++) {
    const word = phrase[k] as string
    const start = words[2 * (i + k)]
    if (start === undefined || (words[2 * (i + k) + 1] as number) - start !== word.length || !folded.startsWith(word, start)) return false
  }
  return true
}

/** The words of a phrase as units have them: folded, dashes and slashes as blanks. */
export const phraseWords = (phrase: string): readonly string[] => fold(phrase).match(/[a-z0-9+#]+(?:'[a-z]+)?/g) ?? []

function longest<T>(entries: ReadonlyArray<Entry<T>>, unit: Readable, i: number): Entry<T> | undefined {
  for (const entry of entries) if (stands(entry.words, unit, i)) return entry
  return undefined
}

/**
 * Many phrases searched at once: a text is walked word by word, and only phrases that begin with that word are compared.
 * The longest phrase at a place wins; hits do not overlap.
 */
export class Lexicon<T> {
  /** The phrases that begin with each first word, longest first. */
  readonly #entries: ReadonlyArray<ReadonlyArray<Entry<T>>>
  readonly #list: number

  constructor(entries: Iterable<readonly [string, T]>) {
    const byFirst = new Map<string, Array<Entry<T>>>()
    for (const [phrase, value] of entries) {
      const words = phraseWords(phrase)
      const [first] = words
      if (first === undefined) continue
      const list = byFirst.get(first)
      if (list === undefined) byFirst.set(first, [{ words, value }])
      else list.push({ words, value })
    }
    for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
    this.#entries = [...byFirst.values()]
    this.#list = startTrigger([...byFirst.keys()])
  }

  /** Hits in the order of the text, offsets within the unit. */
  find(unit: Readable): ReadonlyArray<Hit<T>> {
    const { words, starts } = unit
    let hits: Array<Hit<T>> | undefined
    let free = 0
    for (let at = 0; at < starts.length; at += 3) {
      if (starts[at] !== this.#list) continue
      const i = starts[at + 2] as number
      if (i < free) continue
      const entry = longest(this.#entries[starts[at + 1] as number] as ReadonlyArray<Entry<T>>, unit, i)
      if (entry === undefined) continue
      const last = i + entry.words.length - 1
      hits ??= []
      hits.push({ value: entry.value, start: words[2 * i] as number, end: words[2 * last + 1] as number })
      free = last + 1
    }
    return hits ?? NONE
  }
}
