const SHORTEST = 3
const LONGEST = 4

/** The character grams of a form, word by word with word ends marked, and the words themselves. */
export function gramsOf(form: string): readonly string[] {
  const grams = new Set<string>()
  for (const word of form.split(/[\s-]+/)) {
    if (word === '') continue
    const marked = `_${word}_`
    grams.add(`=${word}`)
    for (let n = SHORTEST; n <= LONGEST; n++) for (let i = 0; i + n <= marked.length; i++) grams.add(marked.slice(i, i + n))
  }
  return [...grams]
}

/** Which grams stand in which titles; grams and titles by number, in the order in which they were met. */
export interface TitleGrams {
  readonly numberOf: (gram: string) => number | undefined
  /** For each title its grams. */
  readonly own: readonly Int32Array[]
  /** For each gram the titles it stands in, ascending. */
  readonly titles: readonly Int32Array[]
  /** For each gram how rare it is: the logarithm of all titles over those that have it. */
  readonly rarity: Float64Array
}

/** Numbers the grams of titles once, for all that is counted of them: tens of thousands of titles have millions of grams. */
export function titleGrams(titles: readonly string[]): TitleGrams {
  const numbers = new Map<string, number>()
  const own = titles.map(title => Int32Array.from(gramsOf(title), gram => numbers.get(gram) ?? (numbers.set(gram, numbers.size), numbers.size - 1)))
  const counts = new Int32Array(numbers.size)
  for (const grams of own) for (const g of grams) counts[g] = (counts[g] as number) + 1
  const lists = Array.from(counts, n => new Int32Array(n))
  const filled = new Int32Array(numbers.size)
  for (const [i, grams] of own.entries())
    for (const g of grams) {
      const at = filled[g] as number
      ;(lists[g] as Int32Array)[at] = i
      filled[g] = at + 1
    }
  return { numberOf: gram => numbers.get(gram), own, titles: lists, rarity: Float64Array.from(counts, n => Math.log(titles.length / n)) }
}
