import { titleGrams, type TitleGrams } from './title-grams.ts'

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

/** Neighbours that vote. */
const NEIGHBOURS = 12
/** A gram in more examples than this says too little to be worth its time. */
const COMMON = 120
const NONE: Likeness = { groups: [], nearest: 0 }

/**
 * Finds the groups of the titles most like a form by shared character 3-5-grams (weighted by how rare a gram is, cosine of
 * the two titles), each neighbour voting by its likeness. No network and no chance in it: the same table gives the same answer.
 */
export function likenessIndex(examples: readonly TitleExample[], grams: TitleGrams = titleGrams(examples.map(e => e.title))): (form: string) => Likeness {
  const { rarity, own, titles } = grams
  const unseen = Math.log(examples.length) ** 2
  const norms = new Float64Array(examples.length)
  for (let e = 0; e < norms.length; e++) {
    let n = 0
    for (let i = own.from[e] as number; i < (own.from[e + 1] as number); i++) n += (rarity[own.all[i] as number] as number) ** 2
    norms[e] = Math.sqrt(n)
  }
  const dots = new Float64Array(examples.length)

  function nearest(form: string): ReadonlyArray<readonly [number, number]> {
    const touched: number[] = []
    const { known, unknown } = grams.of(form)
    let sum = unknown * unseen
    for (const g of known) {
      const w = (rarity[g] as number) ** 2
      sum += w
      const [from, to] = [titles.from[g] as number, titles.from[g + 1] as number]
      if (to - from > COMMON) continue
      for (let i = from; i < to; i++) {
        const e = titles.all[i] as number
        if (dots[e] === 0) touched.push(e)
        dots[e] = (dots[e] as number) + w
      }
    }
    const norm = Math.sqrt(sum)
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
