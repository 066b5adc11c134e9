import { readNumber, type Pattern } from './pattern.ts'

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

/** The match of one part nearest to what is found already, inside the clause. */
function nearest(part: RegExp, folded: string, [from, to]: readonly [number, number], start: number, end: number): readonly [number, number] | undefined {
  let best: readonly [number, number] | undefined
  let least = Infinity
  part.lastIndex = from
  for (let m = part.exec(folded); m !== null && m.index < to; m = part.exec(folded)) {
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
export function occurrences({ regex, others, number }: Pattern, folded: string): readonly Occurrence[] {
  const found: Occurrence[] = []
  regex.lastIndex = 0
  for (let m = regex.exec(folded); m !== null; m = regex.exec(folded)) {
    const next = regex.lastIndex
    const n = m.groups?.['n'] === undefined ? null : readNumber(m.groups['n'])
    if (n !== null && (n < number.min || n > number.max)) continue
    let [start, end] = [m.index, m.index + m[0].length]
    let whole = true
    if (others.length > 0) {
      const clause = clauseAround(folded, start, end)
      for (const part of others) {
        const at = nearest(part, folded, clause, start, end)
        if (at === undefined) {
          whole = false
          break
        }
        start = Math.min(start, at[0])
        end = Math.max(end, at[1])
      }
    }
    regex.lastIndex = next
    if (whole && (others.length === 0 || end - start <= APART)) found.push({ start, end, n, f: m.groups?.['f'] === undefined ? null : Number(m.groups['f']) })
  }
  return found
}
