import { gramsOf, type TitleExample } from './title-likeness.ts'

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
export function profileIndex(examples: readonly TitleExample[], own: ReadonlyArray<readonly string[]> = examples.map(e => gramsOf(e.title))): Profiles {
  const counts = new Map<string, number>()
  for (const grams of own) for (const g of grams) counts.set(g, (counts.get(g) ?? 0) + 1)
  const unseen = Math.log(Math.max(2, examples.length))
  const weights = new Map([...counts].map(([g, n]) => [g, Math.log(examples.length / n)]))
  const weightOf = (g: string): number => weights.get(g) ?? unseen
  const codes = [...new Set(examples.flatMap(e => e.groups.map(gr => gr.isco)))].toSorted()
  const at = new Map(codes.map((c, i) => [c, i]))
  const sums = new Map<string, Map<number, number>>()
  for (const [i, example] of examples.entries()) {
    const grams = own[i] as readonly string[]
    const norm = Math.sqrt(grams.reduce((n, g) => n + weightOf(g) ** 2, 0)) || 1
    for (const { isco, share } of example.groups) {
      const group = at.get(isco) as number
      for (const g of grams) {
        const sum = sums.get(g) ?? new Map<number, number>()
        if (sum.size === 0) sums.set(g, sum)
        sum.set(group, (sum.get(group) ?? 0) + (example.weight * share * weightOf(g)) / norm / 100)
      }
    }
  }
  const norms = new Float64Array(codes.length)
  const postings = new Map<string, Posting>()
  for (const [g, sum] of sums) {
    for (const [group, amount] of sum) norms[group] = (norms[group] as number) + amount ** 2
    if (sum.size <= COMMON) postings.set(g, { weight: weightOf(g), groups: Int16Array.from(sum.keys()), amounts: Float32Array.from(sum.values()) })
  }

  function of(form: string): ProfileScores {
    const dots = new Float64Array(codes.length)
    let norm = 0
    for (const g of gramsOf(form)) {
      const posting = postings.get(g)
      norm += weightOf(g) ** 2
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
