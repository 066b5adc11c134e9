/** One row of a result, by what orders it. */
export interface Ranked {
  readonly points: number
  readonly published: number
  readonly id: string
}

/** Order of every engine: points down, published down, id up as bytes (ids are ASCII, so `<` compares bytes). */
export const before = (a: Ranked, b: Ranked): boolean =>
  a.points !== b.points ? a.points > b.points : a.published !== b.published ? a.published > b.published : a.id < b.id

/** The best `size` rows after a cursor, over any number of segments. */
export class Top {
  readonly #size: number
  readonly #after: Ranked | undefined
  readonly #kept: Ranked[] = []

  constructor(size: number, after: Ranked | undefined) {
    this.#size = size
    this.#after = after
  }

  /** A row with at most these points cannot enter; lets the engine skip costly scoring exactly. */
  get floor(): number {
    return this.#kept.length < this.#size ? -1 : (this.#kept.at(-1) as Ranked).points
  }

  /** Whether a row of these points and date could enter whatever its id; saves making the row. */
  mayEnter(points: number, published: number): boolean {
    if (this.#after !== undefined && (points > this.#after.points || (points === this.#after.points && published > this.#after.published))) return false
    if (this.#kept.length < this.#size) return true
    const last = this.#kept.at(-1) as Ranked
    return points > last.points || (points === last.points && published >= last.published)
  }

  offer(row: Ranked): void {
    if (this.#after !== undefined && !before(this.#after, row)) return
    if (this.#kept.length === this.#size) {
      if (!before(row, this.#kept.at(-1) as Ranked)) return
      this.#kept.pop()
    }
    let [lo, hi] = [0, this.#kept.length]
    while (lo < hi) {
      const mid = (lo + hi) >>> 1
      if (before(this.#kept[mid] as Ranked, row)) lo = mid + 1
      else hi = mid
    }
    this.#kept.splice(lo, 0, row)
  }

  get rows(): readonly Ranked[] {
    return this.#kept
  }
}
