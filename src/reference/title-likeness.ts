/** An example the likeness learns from: a form and the groups it stands for, shares summing to 100. */
export interface TitleExample {
  readonly title: string
  readonly groups: ReadonlyArray<{ readonly isco: string; readonly share: number }>
  /** How much this example counts; a title made by rule counts less than a written one. */
  readonly weight: number
}

/** A group with its part of the vote, parts summing to 1, and how like the likest example is (0-1). */
export interface LikeGroup {
  readonly isco: string
  readonly part: number
}
export interface Likeness {
  readonly groups: readonly LikeGroup[]
  readonly nearest: number
}

const SHORTEST = 3
const LONGEST = 5
/** Neighbours that vote. */
const NEIGHBOURS = 12
/** A gram in more examples than this says too little to be worth its time. */
const COMMON = 120
const NONE: Likeness = { groups: [], nearest: 0 }

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

interface Posting {
  readonly idf: number
  readonly examples: Int32Array
}

/**
 * Finds the groups of the titles most like a form by shared character 3-5-grams (weighted by how rare a gram is, cosine of
 * the two titles), each neighbour voting by its likeness. No network and no chance in it: the same table gives the same answer.
 */
export function likenessIndex(
  examples: readonly TitleExample[],
  own: ReadonlyArray<readonly string[]> = examples.map(e => gramsOf(e.title))
): (form: string) => Likeness {
  const lists = new Map<string, number[]>()
  for (const [i, grams] of own.entries()) {
    for (const g of grams) {
      const list = lists.get(g)
      if (list === undefined) lists.set(g, [i])
      else list.push(i)
    }
  }
  const postings = new Map<string, Posting>()
  for (const [g, list] of lists) postings.set(g, { idf: Math.log(examples.length / list.length), examples: Int32Array.from(list) })
  const idf2 = (g: string): number => (postings.get(g)?.idf ?? Math.log(examples.length)) ** 2
  const norms = Float64Array.from(own, grams => Math.sqrt(grams.reduce((n, g) => n + idf2(g), 0)))
  const dots = new Float64Array(examples.length)

  function nearest(form: string): ReadonlyArray<readonly [number, number]> {
    const grams = gramsOf(form)
    const norm = Math.sqrt(grams.reduce((n, g) => n + idf2(g), 0))
    const touched: number[] = []
    for (const g of grams) {
      const posting = postings.get(g)
      if (posting === undefined || posting.examples.length > COMMON) continue
      const w = posting.idf ** 2
      for (const e of posting.examples) {
        if (dots[e] === 0) touched.push(e)
        dots[e] = (dots[e] as number) + w
      }
    }
    const top: Array<readonly [number, number]> = []
    for (const e of touched) {
      const score = (dots[e] as number) / (norm * (norms[e] as number))
      dots[e] = 0
      const last = top.at(-1)
      if (top.length === NEIGHBOURS && last !== undefined && score <= last[1]) continue
      let at = top.length
      while (at > 0 && (top[at - 1] as readonly [number, number])[1] < score) at--
      top.splice(at, 0, [e, score])
      if (top.length > NEIGHBOURS) top.pop()
    }
    return top
  }

  return form => {
    const found = nearest(form)
    const best = found[0]?.[1]
    if (best === undefined) return NONE
    const votes = new Map<string, number>()
    let sum = 0
    for (const [e, score] of found) {
      const example = examples[e] as TitleExample
      // The fourth power: one title that is truly like counts for more than several that share an ending.
      const vote = score ** 4 * example.weight
      sum += vote
      for (const { isco, share } of example.groups) votes.set(isco, (votes.get(isco) ?? 0) + (vote * share) / 100)
    }
    const groups = [...votes].map(([isco, vote]) => ({ isco, part: vote / sum })).toSorted((a, b) => b.part - a.part || (a.isco < b.isco ? -1 : 1))
    return { groups, nearest: best }
  }
}
