import type { Words } from './pattern.ts'
import { Triggers } from './triggers.ts'

/** What a piece of text sets off in the one walk over its words. */
export interface SetOff {
  /** A bit for each set of words. */
  readonly marks: readonly number[]
  /** The numbers of the sets, each once, in the order of the text. */
  readonly ids: readonly number[]
  /** Places of words with which a phrase of some lexicon may begin. */
  readonly starts: readonly number[]
}

/** Every word that any reader looks for. */
const triggers = new Triggers()
const BITS = 30
const lexicons = new Set<number>()

const asWords = (words: string | readonly string[]): Words => {
  const list = typeof words === 'string' ? words.split(' ') : words
  return { whole: list.filter(w => !w.endsWith('*')), parts: list.filter(w => w.endsWith('*')).map(w => w.slice(0, -1)) }
}

/** Registers words, `zaterdag*` for a part of one, divided by blanks; gives the number of the set. */
export const trigger = (words: string | readonly string[]): number => triggers.add(asWords(words))

/** The same for words as a pattern has them. */
export const triggerOf = (words: Words): number => triggers.add(words)

/** The same for words with which a phrase begins: where they stand is remembered too. */
export function startTrigger(words: readonly string[]): number {
  const id = triggers.add({ whole: words, parts: [] })
  lexicons.add(id)
  return id
}

/** How many sets of words there are. */
export const triggerCount = (): number => triggers.size

/** No bit set, copied for each piece of text. */
let none: readonly number[] = []

/** What a list of words sets off. */
export function setOff(words: ReadonlyArray<{ readonly text: string }>): SetOff {
  if (none.length * BITS < triggers.size) none = Array.from({ length: Math.ceil(triggers.size / BITS) }, () => 0)
  const marks = none.slice()
  const ids: number[] = []
  const starts: number[] = []
  for (let i = 0; i < words.length; i++) {
    let start = false
    for (const id of triggers.of((words[i] as { readonly text: string }).text)) {
      if (lexicons.has(id)) start = true
      const at = (id / BITS) | 0
      const bit = 1 << (id % BITS)
      const had = marks[at] as number
      if ((had & bit) !== 0) continue
      marks[at] = had | bit
      ids.push(id)
    }
    if (start) starts.push(i)
  }
  return { marks, ids, starts }
}

/** Whether a piece of text holds one of the words of a set. */
export const isSet = (piece: Pick<SetOff, 'marks'>, id: number): boolean => ((piece.marks[(id / BITS) | 0] ?? 0) & (1 << (id % BITS))) !== 0

interface Readable extends Pick<SetOff, 'marks'> {
  readonly folded: string
}

/** An expression that is tried only where one of its own words stands: most pieces of a text are passed over. */
export class Cue {
  readonly #trigger: number
  readonly #pattern: RegExp
  readonly #not: RegExp | undefined

  /** `words` are the words of which one is in everything the pattern can match; where `not` matches too, there is no cue. */
  constructor(words: string, pattern: RegExp, not?: RegExp) {
    this.#trigger = trigger(words)
    this.#pattern = pattern
    this.#not = not
  }

  exec(piece: Readable): RegExpExecArray | null {
    if (!isSet(piece, this.#trigger)) return null
    const m = this.#pattern.exec(piece.folded)
    return m !== null && this.#not?.test(piece.folded) === true ? null : m
  }

  test(piece: Readable): boolean {
    return this.exec(piece) !== null
  }
}
