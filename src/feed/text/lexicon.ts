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

/** Whether the words behind the first two follow too, from word `i` of the unit. */
function stands(phrase: readonly string[], { folded, words }: Readable, i: number): boolean {
  for (let k = 2; k < phrase.length; k++) {
    const word = phrase[k] as string
    const start = words[2 * (i + k)]
    if (start === undefined || (words[2 * (i + k) + 1] as number) - start !== word.length || !folded.startsWith(word, start)) return false
  }
  return true
}

/** The words of a phrase as units have them: folded, dashes and slashes as blanks. */
export const phraseWords = (phrase: string): readonly string[] => fold(phrase).match(/[a-z0-9+#]+(?:'[a-z]+)?/g) ?? []

/** The phrases that begin with one word. */
interface Beginning<T> {
  /** The phrase of that word alone. */
  single?: Entry<T>
  /** The longer ones by their second word, longest first. */
  readonly bySecond: Map<string, Array<Entry<T>>>
  /** The shapes of all second words. */
  shapes: number
}

/** The first letter and the length of a word as one of 32 bits: it tells most words apart before they are cut out of the text. */
const shapeOf = (text: string, start: number, end: number): number => 1 << ((text.charCodeAt(start) + 7 * (end - start)) & 31)

function longest<T>({ single, bySecond, shapes }: Beginning<T>, unit: Readable, i: number): Entry<T> | undefined {
  const start = unit.words[2 * i + 2]
  const end = unit.words[2 * i + 3]
  if (start === undefined || end === undefined || (shapes & shapeOf(unit.folded, start, end)) === 0) return single
  const second = unit.folded.slice(start, end)
  for (const entry of bySecond.get(second) ?? NONE) if (stands(entry.words, unit, i)) return entry
  return single
}

/**
 * Many phrases searched at once: a text is walked word by word, and only phrases that begin with that word are compared.
 * The longest phrase at a place wins; hits do not overlap.
 */
export class Lexicon<T> {
  /** The phrases that begin with each first word. */
  readonly #beginnings: ReadonlyArray<Beginning<T>>
  readonly #list: number

  constructor(entries: Iterable<readonly [string, T]>) {
    const byFirst = new Map<string, Beginning<T>>()
    for (const [phrase, value] of entries) {
      const words = phraseWords(phrase)
      const [first, second] = words
      if (first === undefined) continue
      const beginning = byFirst.get(first) ?? { bySecond: new Map<string, Array<Entry<T>>>(), shapes: 0 }
      byFirst.set(first, beginning)
      if (second === undefined) beginning.single ??= { words, value }
      else {
        beginning.bySecond.set(second, [...(beginning.bySecond.get(second) ?? []), { words, value }])
        beginning.shapes |= shapeOf(second, 0, second.length)
      }
    }
    for (const { bySecond } of byFirst.values()) for (const list of bySecond.values()) list.sort((a, b) => b.words.length - a.words.length)
    this.#beginnings = [...byFirst.values()]
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
      const entry = longest(this.#beginnings[starts[at + 1] as number] as Beginning<T>, unit, i)
      if (entry === undefined) continue
      const last = i + entry.words.length - 1
      hits ??= []
      hits.push({ value: entry.value, start: words[2 * i] as number, end: words[2 * last + 1] as number })
      free = last + 1
    }
    return hits ?? NONE
  }
}
