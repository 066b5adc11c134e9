import type { Words } from './pattern-words.ts'
import { PARTS, step, Triggers } from './triggers.ts'

/** What a piece of text sets off in the one walk over its words. Plain numbers: a text has some four hundred words. */
export interface SetOff {
  /** Where each word of the folded text begins and ends: pair after pair. */
  readonly words: readonly number[]
  /** A bit for each cue. */
  readonly marks: readonly number[]
  /** The numbers of words and parts of words of phrases, word after word. */
  readonly ids: readonly number[]
  /** For each word where its numbers end in `ids`. */
  readonly idsEnd: readonly number[]
  /** Where a phrase of a lexicon may begin: the number of the lexicon, of its first word, and of the word in the text; three after three. */
  readonly starts: readonly number[]
}

/** Every word that any reader looks for. */
const triggers = new Triggers()
/** A mark holds 32 sets. */
const [SHIFT, MASK] = [5, 31] as const

const asWords = (words: string | readonly string[]): Words => {
  const list = typeof words === 'string' ? words.split(' ') : words
  return { whole: list.filter(w => !w.endsWith('*')), parts: list.filter(w => w.endsWith('*')).map(w => w.slice(0, -1)) }
}

/** Registers words, `zaterdag*` for a part of one, divided by blanks; gives the number of the set. */
export const trigger = (words: string | readonly string[]): number => triggers.addCue(asWords(words))

/** The number of a word of phrases; of these a piece of text has `ids`. */
export const phraseWord = (word: string): number => triggers.addPhrase(word, 'word')

/** The same for a part of a word (`til~`). */
export const phrasePart = (part: string): number => triggers.addPhrase(part, 'part')

/** Registers the words with which the phrases of a lexicon begin: where they stand is remembered, as `starts`. */
export const startTrigger = (words: readonly string[]): number => triggers.addStarts(words)

/** How many words of phrases there are. */
export const phraseWords = (): number => triggers.size.phrases

/** No bit set, copied for each piece of text. */
let none: readonly number[] = []

const [NO_WORD, SIGN, LETTER] = [0, 1, 2] as const
/** What each character below 128 is: a letter a-z, another character of a word (0-9, + and #), or none. */
const KINDS = Uint8Array.from({ length: 128 }, (_, c) => (c >= 97 && c <= 122 ? LETTER : (c >= 48 && c <= 57) || c === 43 || c === 35 ? SIGN : NO_WORD))
const APOSTROPHE = 39

const kindOf = (code: number): number => (code < KINDS.length ? (KINDS[code] as number) : NO_WORD)

/** What registers many words, and so takes a second, is done when the first text is read: most commands read none. */
const later: Array<() => void> = []
export function whenFirstRead(register: () => void): void {
  later.push(register)
}

/** Filled anew for each piece of text and copied at their true length: growing new lists costs more than the walk. */
const [wordsOf, idsOf, idsEndOf, startsOf]: [number[], number[], number[], number[]] = [[], [], [], []]

/** The words of a folded text (`WORD` of `pattern.ts`) from `from` to `to` and what they set off, in one walk over its letters. Offsets count from `from`. */
export function setOff(text: Uint16Array, from: number, to: number): SetOff {
  if (later.length > 0) for (const register of later.splice(0)) register()
  const { cues } = triggers.size
  if (none.length <= cues >> SHIFT) none = Array.from({ length: (cues >> SHIFT) + 1 }, () => 0)
  const marks = none.slice()
  let [words, someIds, someStarts] = [0, 0, 0]
  let i = from
  while (i < to) {
    let code = text[i] as number
    if (kindOf(code) === NO_WORD) {
      i++
      continue
    }
    const start = i
    let hash = 0
    do {
      hash = step(hash, code)
      code = ++i < to ? (text[i] as number) : 0
    } while (kindOf(code) !== NO_WORD)
    if (code === APOSTROPHE && i + 1 < to && kindOf(text[i + 1] as number) === LETTER)
      do {
        hash = step(hash, code)
        code = ++i < to ? (text[i] as number) : 0
      } while (kindOf(code) === LETTER)
    const word = triggers.at(text, start, i, hash)
    const { records } = triggers
    const ids = word + (records[word + PARTS.CUES] as number)
    const starts = word + (records[word + PARTS.PHRASES] as number)
    const end = word + (records[word + PARTS.END] as number)
    let at = word + PARTS.HEADER + (records[word + PARTS.LENGTH] as number)
    for (; at < ids; at++) {
      const id = records[at] as number
      marks[id >> SHIFT] = (marks[id >> SHIFT] as number) | (1 << (id & MASK))
    }
    for (; at < starts; at++) idsOf[someIds++] = records[at] as number
    for (; at < end; at += 2) {
      startsOf[someStarts++] = records[at] as number
      startsOf[someStarts++] = records[at + 1] as number
      startsOf[someStarts++] = words
    }
    wordsOf[2 * words] = start - from
    wordsOf[2 * words + 1] = i - from
    idsEndOf[words++] = someIds
  }
  return {
    words: wordsOf.slice(0, 2 * words),
    marks,
    ids: idsOf.slice(0, someIds),
    idsEnd: idsEndOf.slice(0, words),
    starts: startsOf.slice(0, someStarts)
  }
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

  /** Whether one of its words stands in a piece: most pieces have none. */
  mayStand(piece: Readable): boolean {
    return isSet(piece, this.#trigger)
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
