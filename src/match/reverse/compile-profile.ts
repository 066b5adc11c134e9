import type { Verdict } from '../../domain/verdict.ts'
import { verdictOf } from '../explain.ts'
import type { Field } from '../fields.ts'
import type { Predicate } from '../predicate.ts'
import type { Profile } from '../reverse.ts'
import { FIELD_NAMES, Vocabulary, type VacancyCodes } from './vocabulary.ts'

type Ask = (v: VacancyCodes) => boolean
type Score = (v: VacancyCodes) => number
type Grades = Profile['groups'][number]

/** A profile ready to judge vacancies, smaller than its predicates and some hundred times faster to make ready than to derive. */
export interface CompiledProfile {
  readonly version: number
  readonly judge: (v: VacancyCodes) => Judged
}

export interface Judged {
  readonly verdict: Verdict
  /** Excluded by exactly one bar, and that one may be moved. */
  readonly nearMiss: boolean
  readonly points: number
}

const FEW = 4
const placeOf = (field: Field): number => FIELD_NAMES.indexOf(field)

/** One of a set of codes: a short list, or one bit per code. */
function anyOf(field: number, numbers: readonly number[]): Ask {
  if (numbers.length === 0) return () => false
  if (numbers.length <= FEW) return v => (v.codes[field] as readonly number[]).some(code => numbers.includes(code))
  const bits = new Uint8Array((Math.max(...numbers) >> 3) + 1)
  for (const n of numbers) bits[n >> 3] = (bits[n >> 3] as number) | (1 << (n & 7))
  return v => (v.codes[field] as readonly number[]).some(code => (((bits[code >> 3] ?? 0) >> (code & 7)) & 1) === 1)
}

const every =
  (parts: readonly Ask[]): Ask =>
  v =>
    parts.every(part => part(v))
const someOf =
  (parts: readonly Ask[]): Ask =>
  v =>
    parts.some(part => part(v))
const countOf =
  (n: number, parts: readonly Ask[]): Ask =>
  v =>
    parts.reduce((held, part) => held + Number(part(v)), 0) >= n
const inside =
  (field: number, gte: number, lte: number): Ask =>
  v => {
    const value = v.numbers[field] ?? null
    return value !== null && value >= gte && value <= lte
  }
const knownAt =
  (field: number): Ask =>
  v =>
    v.known[field] as boolean
const opposite =
  (part: Ask): Ask =>
  v =>
    !part(v)

/**
 * The fourth derivation of a predicate, beside `evaluate` and those of the engines; a test holds it against `evaluate`. No
 * function made here may close over the predicate: its lists of codes would stay in memory.
 */
function asked(p: Predicate, words: Vocabulary): Ask {
  switch (p.op) {
    case 'any': {
      const field = placeOf(p.field)
      return anyOf(
        field,
        p.of.map(code => words.numberOf(field, code))
      )
    }
    case 'range':
      return inside(placeOf(p.field), p.gte ?? -Infinity, p.lte ?? Infinity)
    case 'known':
      return knownAt(placeOf(p.field))
    case 'atLeast': {
      const parts = p.of.map(part => asked(part, words))
      return p.n === parts.length ? every(parts) : p.n === 1 ? someOf(parts) : countOf(p.n, parts)
    }
    case 'not':
      return opposite(asked(p.of, words))
  }
}

/** Grades that all ask one field: the place of the best grade per code, found by halving. */
function table(field: number, grades: Grades, words: Vocabulary): Score {
  const best = new Map<number, number>()
  grades.forEach(({ when }, place) => {
    for (const code of when.op === 'any' ? when.of : []) {
      const n = words.numberOf(field, code)
      if (!best.has(n)) best.set(n, place)
    }
  })
  const codes = Int32Array.from(best.keys()).sort()
  return looked(
    field,
    codes,
    Int32Array.from(codes, code => best.get(code) as number),
    Int32Array.from(grades, g => g.points)
  )
}

function looked(field: number, codes: Int32Array, places: Int32Array, points: Int32Array): Score {
  const find = (code: number): number => {
    let [low, high] = [0, codes.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const here = codes[middle] as number
      if (here === code) return places[middle] as number
      if (here < code) low = middle + 1
      else high = middle - 1
    }
    return points.length
  }
  return v => {
    let place = points.length
    for (const code of v.codes[field] as readonly number[]) place = Math.min(place, find(code))
    return points[place] ?? 0
  }
}

function scored(grades: Grades, words: Vocabulary): Score {
  const [first] = grades
  if (first?.when.op === 'any') {
    const { field } = first.when
    if (grades.every(g => g.when.op === 'any' && g.when.field === field)) return table(placeOf(field), grades, words)
  }
  return firstOf(grades.map(g => ({ points: g.points, when: asked(g.when, words) })))
}

const firstOf =
  (asks: ReadonlyArray<{ readonly points: number; readonly when: Ask }>): Score =>
  v =>
    asks.find(a => a.when(v))?.points ?? 0

/** Longer ones are the lists of places of one home, which few people share. */
const SHARED_LENGTH = 4_000

/** Compiles profiles. What is the same for many people (a limit, a competence, a closing date) is made once and shared. */
export class ProfileCompiler {
  readonly words = new Vocabulary()
  readonly #asks = new Map<string, Ask>()
  readonly #scores = new Map<string, Score>()

  #shared<T>(kept: Map<string, T>, from: unknown, make: () => T): T {
    const key = JSON.stringify(from)
    const known = kept.get(key)
    if (known !== undefined) return known
    const made = make()
    if (key.length <= SHARED_LENGTH) kept.set(key, made)
    return made
  }

  #ask(p: Predicate): Ask {
    return this.#shared(this.#asks, p, () => asked(p, this.words))
  }

  /** Compiles a profile: the same verdict and points as `judgeVacancy` and `scoreVacancy` give from the scorecard. */
  compile(profile: Profile): CompiledProfile {
    const bars = profile.bars.map(b => ({ conflict: this.#ask(b.conflict), fits: this.#ask(b.fits), movable: b.movable }))
    const groups = profile.groups.map(grades => this.#shared(this.#scores, grades, () => scored(grades, this.words)))
    return { version: profile.version, judge: judging(bars, groups) }
  }
}

interface BarAsks {
  readonly conflict: Ask
  readonly fits: Ask
  readonly movable: boolean
}

const judging =
  (bars: readonly BarAsks[], groups: readonly Score[]) =>
  (v: VacancyCodes): Judged => {
    const conflicts = bars.filter(b => b.conflict(v))
    return {
      verdict: conflicts.length > 0 ? 'niet-passend' : verdictOf(bars.map(b => (b.fits(v) ? 'fits' : 'open'))),
      nearMiss: conflicts.length === 1 && conflicts[0]?.movable === true,
      points: groups.reduce((sum, score) => sum + score(v), 0)
    }
  }
