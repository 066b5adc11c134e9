import { titleGrams, type TitleGrams } from './title-grams.ts'
import type { TitleExample } from './title-likeness.ts'

/** For each group how like a form is to all its titles taken together, 0-1; 0 when the likeness is too faint. In the order of `codes`. */
export type ProfileScores = Float64Array

export interface Profiles {
  /** The groups, sorted. */
  readonly codes: readonly string[]
  readonly of: (form: string) => ProfileScores
}

/** A gram that more groups share says too little to be worth its time; a fainter likeness is noise. */
const COMMON = 40
const FAINT = 0.03

interface Posting {
  readonly weight: number
  readonly groups: Int16Array
  readonly amounts: Float32Array
}

/**
 * A profile per group: the rare character grams of all its titles added up, each title as a vector of length one. A form is
 * compared with every profile (cosine). Where likeness asks "which titles look like this one", this asks "whose words are these".
 */
export function profileIndex(examples: readonly TitleExample[], grams: TitleGrams = titleGrams(examples.map(e => e.title))): Profiles {
  const { rarity, own, titles } = grams
  const unseen = Math.log(Math.max(2, examples.length))
  const codes = [...new Set(examples.flatMap(e => e.groups.map(gr => gr.isco)))].toSorted()
  const at = new Map(codes.map((c, i) => [c, i]))
  // What each example adds to each of its groups, before the gram is weighed: all as numbers in rows, for there are many.
  const firstOf = new Int32Array(examples.length + 1)
  for (let e = 0; e < examples.length; e++) firstOf[e + 1] = (firstOf[e] as number) + (examples[e] as TitleExample).groups.length
  const groupAt = new Int16Array(firstOf[examples.length] as number)
  const amountAt = new Float64Array(groupAt.length)
  for (let e = 0; e < examples.length; e++) {
    const { groups, weight } = examples[e] as TitleExample
    let n = 0
    for (let i = own.from[e] as number; i < (own.from[e + 1] as number); i++) n += (rarity[own.all[i] as number] as number) ** 2
    const length = Math.sqrt(n) || 1
    for (let i = 0; i < groups.length; i++) {
      const { isco, share } = groups[i] as TitleExample['groups'][number]
      groupAt[(firstOf[e] as number) + i] = at.get(isco) as number
      amountAt[(firstOf[e] as number) + i] = (weight * share) / length / 100
    }
  }
  const norms = new Float64Array(codes.length)
  const sums = new Float64Array(codes.length)
  const postingOf = (g: number): Posting | undefined => {
    const [from, to] = [titles.from[g] as number, titles.from[g + 1] as number]
    // A gram of one title alone says no more here than it does of that title: the likeness has it.
    if (to - from < 2) return undefined
    const weight = rarity[g] as number
    const touched: number[] = []
    for (let k = from; k < to; k++) {
      const e = titles.all[k] as number
      for (let i = firstOf[e] as number; i < (firstOf[e + 1] as number); i++) {
        const group = groupAt[i] as number
        if (sums[group] === 0) touched.push(group)
        sums[group] = (sums[group] as number) + (amountAt[i] as number) * weight
      }
    }
    const amounts = touched.map(group => sums[group] as number)
    for (let i = 0; i < touched.length; i++) {
      const group = touched[i] as number
      norms[group] = (norms[group] as number) + (amounts[i] as number) ** 2
      sums[group] = 0
    }
    return touched.length <= COMMON ? { weight, groups: new Int16Array(touched), amounts: new Float32Array(amounts) } : undefined
  }
  const postings = Array.from({ length: rarity.length }, (_, g) => postingOf(g))

  function of(form: string): ProfileScores {
    const dots = new Float64Array(codes.length)
    const { known, unknown } = grams.of(form)
    let norm = unknown * unseen ** 2
    for (const g of known) {
      norm += (rarity[g] as number) ** 2
      const posting = postings[g]
      if (posting === undefined) continue
      const { weight, groups, amounts } = posting
      for (let i = 0; i < groups.length; i++) dots[groups[i] as number] = (dots[groups[i] as number] as number) + weight * (amounts[i] as number)
    }
    for (let i = 0; i < codes.length; i++) {
      const dot = dots[i] as number
      const score = dot > 0 ? dot / (Math.sqrt(norm) * Math.sqrt(norms[i] as number)) : 0
      dots[i] = score > FAINT ? score : 0
    }
    return dots
  }
  return { codes, of }
}
