import { phraseSets, triggerOf, type SetOff } from './cue.ts'
import type { Pattern, Words } from './pattern.ts'
import { common, PHRASES, type Phrase } from './phrases.ts'

/** A part of a word stands in more words than one can count here. */
const PART_COST = 40
const cost = (w: Words): number => w.whole.reduce((n, word) => n + common(word) + 1, 0) + w.parts.length * PART_COST

/** A pattern with the phrases that say something by it: those of one activity share theirs. */
export interface Filed {
  readonly pattern: Pattern
  readonly phrases: readonly Phrase[]
}

/** Words that stand in nearly every sentence tell nothing and cost a look each time. */
const COMMON = 400

/** The patterns of one language, each filed under its rarest certain words. */
class Index {
  readonly #patterns: readonly Filed[]
  readonly #always: readonly Filed[]
  /**
   * What is filed under a set, one set behind the other: the number of a pattern, how many other sets must have a word in the
   * sentence too, and those. `#from` has the place where a set begins and, at the next number, ends.
   */
  readonly #filed: Int32Array
  readonly #from: Int32Array

  constructor(phrases: readonly Phrase[]) {
    const byPattern = new Map<Pattern, Phrase[]>()
    for (const phrase of phrases) byPattern.set(phrase.pattern, [...(byPattern.get(phrase.pattern) ?? []), phrase])
    this.#patterns = [...byPattern].map(([pattern, of]) => ({ pattern, phrases: of }))
    this.#always = this.#patterns.filter(p => p.pattern.certain.length === 0)
    const filed = new Map<number, number[]>()
    for (const [i, { pattern }] of this.#patterns.entries()) {
      const [anchor, ...others] = pattern.certain.toSorted((a, b) => cost(a) - cost(b))
      if (anchor === undefined) continue
      const also = others.filter(o => pattern.others.length > 0 || cost(o) <= COMMON).map(triggerOf)
      const id = triggerOf(anchor)
      filed.set(id, [...(filed.get(id) ?? []), i, also.length, ...also])
    }
    const sets = Array.from({ length: phraseSets() }, (_, id) => filed.get(id) ?? [])
    this.#filed = Int32Array.from(sets.flat())
    this.#from = new Int32Array(sets.length + 1)
    for (const [id, list] of sets.entries()) this.#from[id + 1] = (this.#from[id] as number) + list.length
  }

  mayStand(unit: SetOff): readonly Filed[] {
    const found: Filed[] = [...this.#always]
    const turn = stamped(unit.ids)
    for (const id of unit.ids) {
      if (stamps[id] !== turn) continue
      // A set that comes twice has its patterns once.
      stamps[id] = turn + 1
      const end = this.#from[id + 1] ?? 0
      for (let at = this.#from[id] ?? 0; at < end;) {
        const also = at + 2
        const next = also + (this.#filed[at + 1] as number)
        if (allStamped(this.#filed, also, next, turn)) found.push(this.#patterns[this.#filed[at] as number] as Filed)
        at = next
      }
    }
    return found
  }
}

/** When a set was last set off: a fresh pair of numbers for each piece of text, so that nothing has to be cleared. */
let stamps = new Int32Array(0)
let last = 0
const LAST = 2 ** 30

function stamped(ids: readonly number[]): number {
  if (stamps.length < phraseSets() || last >= LAST) {
    stamps = new Int32Array(phraseSets())
    last = 0
  }
  last += 2
  for (const id of ids) stamps[id] = last
  return last
}

function allStamped(ids: Int32Array, from: number, to: number, turn: number): boolean {
  for (let i = from; i < to; i++) if ((stamps[ids[i] as number] as number) < turn) return false
  return true
}

const indexes = { nl: new Index(PHRASES.filter(p => p.lang === 'nl')), en: new Index(PHRASES.filter(p => p.lang === 'en')) }

/** The patterns that can match a sentence: their certain words occur in it. Each once. */
export const mayStand = (unit: SetOff, lang: 'nl' | 'en'): readonly Filed[] => indexes[lang].mayStand(unit)
