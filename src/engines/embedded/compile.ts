import type { Predicate } from '../../match/predicate.ts'
import { WORDS } from './bits.ts'
import { anyMask, everyRow, knownMask, noRow, once, rangeMask, type Mask } from './masks.ts'
import type { Segment } from './segment.ts'

/** A part of an `all`: rows that hold it, or, where it is a `not`, rows that are taken away. */
interface Part {
  readonly mask: Mask
  readonly taken: boolean
}

function allMask(parts: readonly Part[]): Mask {
  if (parts.length === 0) return everyRow
  return once((block, out) => {
    out.fill(0xffffffff)
    for (const { mask, taken } of parts) {
      const m = mask(block)
      let alive = 0
      if (taken) for (let w = 0; w < WORDS; w++) alive |= out[w] = (out[w] as number) & ~(m[w] as number)
      else for (let w = 0; w < WORDS; w++) alive |= out[w] = (out[w] as number) & (m[w] as number)
      if (alive === 0) return
    }
  })
}

function countMask(n: number, parts: readonly Mask[]): Mask {
  // seen[k] = rows where at least k + 1 parts held so far.
  const seen = Array.from({ length: n }, () => new Uint32Array(WORDS))
  return once((block, out) => {
    for (const s of seen) s.fill(0)
    for (const part of parts) {
      const m = part(block)
      for (let w = 0; w < WORDS; w++) {
        const f = m[w] as number
        if (f === 0) continue
        for (let k = n - 1; k > 0; k--) {
          const s = seen[k] as Uint32Array
          s[w] = (s[w] as number) | (((seen[k - 1] as Uint32Array)[w] as number) & f)
        }
        const first = seen[0] as Uint32Array
        first[w] = (first[w] as number) | f
      }
    }
    out.set(seen[n - 1] as Uint32Array)
  })
}

/** Compiles predicates for one segment; the same predicate object gives the same mask. */
export class Compiler {
  readonly #segment: Segment
  readonly #known = new Map<Predicate, Mask>()

  constructor(segment: Segment) {
    this.#segment = segment
  }

  mask(p: Predicate): Mask {
    const known = this.#known.get(p)
    if (known !== undefined) return known
    const mask = this.#compile(p)
    this.#known.set(p, mask)
    return mask
  }

  #compile(p: Predicate): Mask {
    const { columns, size } = this.#segment
    switch (p.op) {
      case 'any':
        return p.of.length === 0 ? noRow : anyMask(columns[p.field], p.of, size)
      case 'known':
        return knownMask(columns[p.field], size)
      case 'range': {
        const column = columns[p.field]
        return column.kind === 'int' ? rangeMask(column, p.gte, p.lte) : noRow
      }
      case 'atLeast':
        if (p.n <= 0) return everyRow
        if (p.n > p.of.length) return noRow
        if (p.n === p.of.length)
          return allMask(p.of.map(part => (part.op === 'not' ? { mask: this.mask(part.of), taken: true } : { mask: this.mask(part), taken: false })))
        return countMask(
          p.n,
          p.of.map(part => this.mask(part))
        )
      case 'not':
        return allMask([{ mask: this.mask(p.of), taken: true }])
    }
  }
}
