import { gramsOf, titleGrams, type TitleGrams } from './title-grams.ts'
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
  const { rarity, numberOf, own, titles } = grams
  const unseen = Math.log(Math.max(2, examples.length))
  const codes = [...new Set(examples.flatMap(e => e.groups.map(gr => gr.isco)))].toSorted()
  const at = new Map(codes.map((c, i) => [c, i]))
  const groupsOf = examples.map(e => Int16Array.from(e.groups, g => at.get(g.isco) as number))
  const lengths = Float64Array.from(own, ids => {
    let n = 0
    for (const g of ids) n += (rarity[g] as number) ** 2
    return Math.sqrt(n) || 1
  })
  const norms = new Float64Array(codes.length)
  const sums = new Float64Array(codes.length)
  const postings = titles.map((list, g): Posting | undefined => {
    const weight = rarity[g] as number
    const touched: number[] = []
    for (const e of list) {
      const example = examples[e] as TitleExample
      const groups = groupsOf[e] as Int16Array
      for (let i = 0; i < groups.length; i++) {
        const group = groups[i] as number
        if (sums[group] === 0) touched.push(group)
        sums[group] = (sums[group] as number) + (example.weight * (example.groups[i]?.share ?? 0) * weight) / (lengths[e] as number) / 100
      }
    }
    const amounts = touched.map(group => sums[group] as number)
    for (const [i, group] of touched.entries()) {
      norms[group] = (norms[group] as number) + (amounts[i] as number) ** 2
      sums[group] = 0
    }
    return touched.length <= COMMON ? { weight, groups: Int16Array.from(touched), amounts: Float32Array.from(amounts) } : undefined
  })

  function of(form: string): ProfileScores {
    const dots = new Float64Array(codes.length)
    let norm = 0
    for (const gram of gramsOf(form)) {
      const g = numberOf(gram)
      norm += (g === undefined ? unseen : (rarity[g] as number)) ** 2
      const posting = g === undefined ? undefined : postings[g]
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
