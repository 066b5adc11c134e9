import { nextOpening, openingFrom, openingsOf, type Beginning, type Openings } from './openings.ts'
import { readNumber, type Part, type Pattern } from './pattern.ts'

/** One place where a pattern stands; `n` and `f` are its numbers. */
export interface Occurrence {
  readonly start: number
  readonly end: number
  readonly n: number | null
  readonly f: number | null
}

/** So many characters the parts of a pattern with `&` may span. */
const APART = 90
/** A clause ends here; a comma does not end it: "je wast, droogt en vouwt de was". */
const STOPS = ';:()!?'

/** The clause around a match, no further than the parts may lie apart. */
function clauseAround(folded: string, start: number, end: number): readonly [number, number] {
  let [from, to] = [start, end]
  while (from > 0 && end - from < APART && !STOPS.includes(folded.charAt(from - 1))) from--
  while (to < folded.length && to - start < APART && !STOPS.includes(folded.charAt(to))) to++
  return [from, to]
}

/** Where one part of a pattern stands in a sentence, match after match. */
class Places {
  readonly #part: Part
  readonly #folded: string
  readonly #openings: Openings
  /** The opening to be tried next. */
  #next = 0

  constructor(part: Part, folded: string, openings: Openings) {
    this.#part = part
    this.#folded = folded
    this.#openings = openings
  }

  /** The first match from `from` on; a later call asks further on. */
  after(from: number): RegExpExecArray | null {
    const { regex, opens } = this.#part
    if (opens === undefined) {
      regex.lastIndex = from
      return regex.exec(this.#folded)
    }
    for (let at = this.#opening(from, opens); at !== -1; at = this.#opening(from, opens)) {
      this.#next = nextOpening(at)
      regex.lastIndex = this.#openings[at] as number
      const m = regex.exec(this.#folded)
      if (m !== null) return m
    }
    return null
  }

  #opening(from: number, opens: Beginning): number {
    return openingFrom(this.#openings, this.#next, from, opens)
  }
}

/** The match of one part nearest to what is found already, inside the clause. */
function nearest(places: Places, [from, to]: readonly [number, number], start: number, end: number): readonly [number, number] | undefined {
  let best: readonly [number, number] | undefined
  let least = Infinity
  for (let m = places.after(from); m !== null && m.index < to; m = places.after(m.index + m[0].length)) {
    const behind = m.index + m[0].length
    const distance = Math.max(m.index - end, start - behind, 0)
    if (behind <= to && distance < least) {
      best = [m.index, behind]
      least = distance
    }
  }
  return best
}

/** Where a pattern stands in a folded sentence: its parts in one clause, its number in range. Offsets span all parts. */
export function occurrences(pattern: Pattern, folded: string, openings: Openings = openingsOf(folded)): readonly Occurrence[] {
  const { others, number } = pattern
  const found: Occurrence[] = []
  const places = new Places(pattern, folded, openings)
  for (let m = places.after(0); m !== null; m = places.after(m.index + m[0].length)) {
    const n = m.groups?.['n'] === undefined ? null : readNumber(m.groups['n'])
    if (n !== null && (n < number.min || n > number.max)) continue
    let [start, end] = [m.index, m.index + m[0].length]
    let whole = true
    if (others.length > 0) {
      const clause = clauseAround(folded, start, end)
      for (const part of others) {
        const at = nearest(new Places(part, folded, openings), clause, start, end)
        if (at === undefined) {
          whole = false
          break
        }
        start = Math.min(start, at[0])
        end = Math.max(end, at[1])
      }
    }
    if (whole && (others.length === 0 || end - start <= APART)) found.push({ start, end, n, f: m.groups?.['f'] === undefined ? null : Number(m.groups['f']) })
  }
  return found
}
