import type { Words } from './pattern.ts'
import { step, Triggers } from './triggers.ts'

export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** What a piece of text sets off in the one walk over its words. */
export interface SetOff {
  /** The words of the folded text with their offsets in it. */
  readonly words: readonly Word[]
  /** A bit for each cue. */
  readonly marks: readonly number[]
  /** The numbers of the sets of phrases, in the order of the text; a set may come more than once. */
  readonly ids: readonly number[]
  /** Where a phrase of a lexicon may begin: the number of the lexicon's set, then the place of the word; pair after pair. */
  readonly starts: readonly number[]
}

/** Every word that any reader looks for. */
const triggers = new Triggers()
/** A mark holds 32 sets. */
const [SHIFT, MASK] = [5, 31]

const asWords = (words: string | readonly string[]): Words => {
  const list = typeof words === 'string' ? words.split(' ') : words
  return { whole: list.filter(w => !w.endsWith('*')), parts: list.filter(w => w.endsWith('*')).map(w => w.slice(0, -1)) }
}

/** Registers words, `zaterdag*` for a part of one, divided by blanks; gives the number of the set. */
export const trigger = (words: string | readonly string[]): number => triggers.add('cue', asWords(words))

/** The same for words as the pattern of a phrase has them; of these a piece of text has `ids`. */
export const triggerOf = (words: Words): number => triggers.add('phrase', words)

/** The same for words with which a phrase of a lexicon begins: where they stand is remembered too. */
export const startTrigger = (words: readonly string[]): number => triggers.add('list', { whole: words, parts: [] })

/** How many sets of words of phrases there are. */
export const phraseSets = (): number => triggers.size.phrases

/** No bit set, copied for each piece of text. */
let none: readonly number[] = []

const [NO_WORD, SIGN, LETTER] = [0, 1, 2]
/** What each character below 128 is: a letter a-z, another character of a word (0-9, + and #), or none. */
const KINDS = Uint8Array.from({ length: 128 }, (_, c) => (c >= 97 && c <= 122 ? LETTER : (c >= 48 && c <= 57) || c === 43 || c === 35 ? SIGN : NO_WORD))
const APOSTROPHE = 39

/** Filled anew for each piece of text and copied at their true length: growing new lists costs more than the walk. */
const [idsOf, startsOf]: [number[], number[]] = [[], []]

/** The words of folded text (`WORD` of `pattern.ts`) and what they set off, in one walk over its letters. */
export function setOff(folded: string): SetOff {
  const { cues } = triggers.size
  if (none.length <= cues >> SHIFT) none = Array.from({ length: (cues >> SHIFT) + 1 }, () => 0)
  const marks = none.slice()
  const words: Word[] = []
  let [someIds, someStarts] = [0, 0]
  const n = folded.length
  const kindAt = (at: number): number => (at < n ? (KINDS[folded.charCodeAt(at)] ?? NO_WORD) : NO_WORD)
  let i = 0
  while (i < n) {
    if (kindAt(i) === NO_WORD) {
      i++
      continue
    }
    const start = i
    let hash = 0
    do hash = step(hash, folded.charCodeAt(i++))
    while (kindAt(i) !== NO_WORD)
    if (i < n && folded.charCodeAt(i) === APOSTROPHE && kindAt(i + 1) === LETTER)
      do hash = step(hash, folded.charCodeAt(i++))
      while (kindAt(i) === LETTER)
    const known = triggers.at(folded, start, i, hash)
    for (const id of known.cues) marks[id >> SHIFT] = (marks[id >> SHIFT] as number) | (1 << (id & MASK))
    for (const id of known.phrases) idsOf[someIds++] = id
    for (const id of known.lists) {
      startsOf[someStarts++] = id
      startsOf[someStarts++] = words.length
    }
    words.push({ text: known.text, start, end: i })
  }
  return { words, marks, ids: idsOf.slice(0, someIds), starts: startsOf.slice(0, someStarts) }
}

/** Whether a piece of text holds one of the words of a set. */
export const isSet = (piece: Pick<SetOff, 'marks'>, id: number): boolean => ((piece.marks[id >> SHIFT] ?? 0) & (1 << (id & MASK))) !== 0

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
