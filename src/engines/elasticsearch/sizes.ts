import { createHash } from 'node:crypto'
import type { Predicate } from '../../match/predicate.ts'
import { filterOf } from './compile.ts'
import type { View } from './shelf.ts'
import { textOf } from './written.ts'

/** Sizes of answers that are remembered. */
const REMEMBERED = 5_000

interface Size {
  readonly total: number
  /** The view it was counted in; undefined when that is nobody else's total. */
  readonly view: View | undefined
}

const keyOf = (where: Predicate): string =>
  createHash('sha256')
    .update(textOf(filterOf(where)))
    .digest('base64')

/**
 * How many vacancies questions held when they were last asked, by a hash of the question: the question itself is kept
 * nowhere. A page comes after the counts of its groups, so its size is mostly known.
 */
export class Sizes {
  readonly #sizes = new Map<string, Size>()
  #largest = 0

  /** With a view it is a total that a page of that view may show, without one only a size. */
  remember(view: View | undefined, where: Predicate, total: number): void {
    this.#largest = Math.max(this.#largest, total)
    const key = keyOf(where)
    const known = this.#sizes.get(key)
    if (view === undefined && known?.total === total) return
    this.#sizes.delete(key)
    this.#sizes.set(key, { total, view })
    if (this.#sizes.size > REMEMBERED) this.#sizes.delete(this.#sizes.keys().next().value ?? '')
  }

  /** Share of all vacancies; -1 when it is not known. */
  shareOf(where: Predicate): number {
    const size = this.#sizes.get(keyOf(where))
    return size === undefined ? -1 : size.total / Math.max(this.#largest, 1)
  }

  /** What was counted in this very view; undefined when it moved since, or nothing was. */
  totalIn(view: View, where: Predicate): number | undefined {
    const size = this.#sizes.get(keyOf(where))
    return size?.view === view ? size.total : undefined
  }
}
