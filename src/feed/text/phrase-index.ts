import { once } from '../../reference/once.ts'
import { phrasePart, phraseWord, phraseWords, whenFirstRead, type SetOff } from './cue.ts'
import type { Pattern } from './pattern.ts'
import type { Words } from './pattern-words.ts'
import { EVERYWHERE, programOf, run } from './phrase-program.ts'
import { allPhrases, common, type Phrase } from './phrases.ts'

/** A part of a word stands in more words than one can count here. */
const PART_COST = 40
const cost = (w: Words): number => w.whole.reduce((n, word) => n + common(word) + 1, 0) + w.parts.length * PART_COST

/** A pattern with the phrases that say something by it: those of one activity share theirs. */
export interface Filed {
  readonly pattern: Pattern
  readonly phrases: readonly Phrase[]
}

/** Patterns that are filed under the same words. */
interface Group {
  /** The numbers of these words. */
  readonly words: readonly number[]
  readonly filed: Filed[]
}

const words = { word: phraseWord, part: phrasePart }
const numbersOf = ({ whole, parts }: Words): readonly number[] => [...new Set([...whole.map(words.word), ...parts.map(words.part)])]
const keyOf = (numbers: readonly number[]): string => numbers.toSorted((a, b) => a - b).join(' ')
/** The words of which one is certain, rarest first. */
const rarestFirst = ({ pattern }: Filed): readonly Words[] => pattern.certain.toSorted((a, b) => cost(a) - cost(b))

/** Words that stand in nearly every sentence make no group of their own beside rarer ones. */
const COMMON = 400
/** Sets of words in the order in which patterns first name them: of two passages that say the same the one found first is kept. */
const named = new Map<string, number>()
function orderOf(numbers: readonly number[]): number {
  const key = keyOf(numbers)
  const order = named.get(key) ?? named.size
  named.set(key, order)
  return order
}

/** Patterns by their rarest certain words, in the order in which these words are first named. */
function grouped(patterns: readonly Filed[]): readonly Group[] {
  const groups = new Map<number, Group>()
  for (const filed of patterns) {
    const [anchor, ...others] = rarestFirst(filed)
    if (anchor === undefined) continue
    for (const other of others) if (filed.pattern.others.length > 0 || cost(other) <= COMMON) orderOf(numbersOf(other))
    const under = numbersOf(anchor)
    const known = groups.get(orderOf(under))
    if (known === undefined) groups.set(orderOf(under), { words: under, filed: [filed] })
    else known.filed.push(filed)
  }
  return [...groups].toSorted(([a], [b]) => a - b).map(([, group]) => group)
}

/** The patterns of one language, each filed under its rarest certain words. */
class Index {
  readonly #always: readonly Filed[]
  /** Numbered so that those of one group, which are tried together, lie together in the memory. */
  readonly #patterns: readonly Filed[]
  /** The numbers of patterns filed under each word, one word behind the other. */
  readonly #filed: Lists
  /** For each pattern the numbers of the other sets of words of which one is certain, rarest first. */
  readonly #asked: Lists
  /** The words of these sets. */
  readonly #sets: Lists
  /** The programs of the patterns. */
  readonly #programs: Lists

  constructor(phrases: readonly Phrase[]) {
    const byPattern = new Map<Pattern, Phrase[]>()
    for (const phrase of phrases) byPattern.set(phrase.pattern, [...(byPattern.get(phrase.pattern) ?? []), phrase])
    const patterns = [...byPattern].map(([pattern, of]): Filed => ({ pattern, phrases: of }))
    this.#always = patterns.filter(p => p.pattern.certain.length === 0)
    const groups = grouped(patterns)
    this.#patterns = groups.flatMap(g => g.filed)
    this.#programs = new Lists(this.#patterns.map(({ pattern }) => programOf([pattern.nodes, ...pattern.others.map(o => o.nodes)], words)))
    const filed = Array.from({ length: phraseWords() }, (): number[] => [])
    let first = 0
    for (const group of groups) {
      for (const word of group.words) filed[word]?.push(...group.filed.map((_, i) => first + i))
      first += group.filed.length
    }
    this.#filed = new Lists(filed)
    const sets = new Map<string, { readonly number: number; readonly words: readonly number[] }>()
    const setOf = (numbers: readonly number[]): number => {
      const key = keyOf(numbers)
      const known = sets.get(key) ?? { number: sets.size, words: numbers }
      sets.set(key, known)
      return known.number
    }
    this.#asked = new Lists(this.#patterns.map(p => rarestFirst(p).slice(1).map(numbersOf).map(setOf)))
    this.#sets = new Lists([...sets.values()].map(s => s.words))
  }

  mayStand(unit: SetOff): readonly Filed[] {
    const found: Filed[] = [...this.#always]
    note(unit)
    const { all, from } = this.#filed
    for (const id of unit.ids) {
      const end = id + 1 < from.length ? (from[id + 1] as number) : 0
      for (let at = end === 0 ? 0 : (from[id] as number); at < end; at++) {
        const i = all[at] as number
        if (!areThere(i, this.#asked, this.#sets) || !areInOrder(i, this.#programs)) continue
        const filed = this.#patterns[i] as Filed
        if (!found.includes(filed)) found.push(filed)
      }
    }
    forget(unit)
    return found
  }
}

/** Whether the piece that is noted has a word of each set a pattern asks for. */
function areThere(pattern: number, asked: Lists, sets: Lists): boolean {
  const end = asked.from[pattern + 1] as number
  for (let at = asked.from[pattern] as number; at < end; at++) {
    const set = asked.all[at] as number
    const last = sets.from[set + 1] as number
    let i = sets.from[set] as number
    while (i < last && there[sets.all[i] as number] === 0) i++
    if (i === last) return false
  }
  return true
}

/** Whether they stand one behind the other as the pattern has them. */
const areInOrder = (pattern: number, { all, from }: Lists): boolean =>
  run(all, from[pattern] as number, from[pattern + 1] as number, EVERYWHERE, standing) !== 0

/** Lists of small whole numbers, one behind the other: list `i` goes from `from[i]` to `from[i + 1]`. */
class Lists {
  readonly all: Uint16Array
  readonly from: Int32Array

  constructor(lists: ReadonlyArray<readonly number[]>) {
    this.from = new Int32Array(lists.length + 1)
    for (const [i, list] of lists.entries()) this.from[i + 1] = (this.from[i] as number) + list.length
    this.all = new Uint16Array(this.from[lists.length] as number)
    for (const [i, list] of lists.entries()) this.all.set(list, this.from[i])
  }
}

/** For each word of a phrase the bits of its places in the piece of text that is noted; 0 for all others. */
let standing = new Int32Array(0)
/** 1 for each word that stands in it at all: a quarter of the memory for what is asked most. */
let there = new Uint8Array(0)
/** Places are kept modulo 32. */
const MASK = 31

/** Notes where the words of a piece of text stand, until it is forgotten. */
function note({ ids, idsEnd }: SetOff): void {
  if (standing.length < phraseWords()) {
    standing = new Int32Array(phraseWords())
    there = new Uint8Array(phraseWords())
  }
  let i = 0
  for (let word = 0; word < idsEnd.length; word++) {
    const end = idsEnd[word] as number
    for (; i < end; i++) {
      const id = ids[i] as number
      there[id] = 1
      standing[id] = (standing[id] as number) | (1 << (word & MASK))
    }
  }
}

function forget({ ids }: SetOff): void {
  for (const id of ids) {
    there[id] = 0
    standing[id] = 0
  }
}

const indexes = once(() => ({ nl: new Index(allPhrases().filter(p => p.lang === 'nl')), en: new Index(allPhrases().filter(p => p.lang === 'en')) }))
// Their words must be known before those of the first text are looked up.
whenFirstRead(indexes)

/** The patterns that can match a sentence: their words occur in it, in their order. Each once. */
export const mayStand = (unit: SetOff, lang: 'nl' | 'en'): readonly Filed[] => indexes()[lang].mayStand(unit)
