import type { TitleExample } from './title-likeness.ts'
import type { Structure } from './title-structure.ts'

/** Adds to the scores of the groups what the parts of a form say: logarithms, in the order of the codes. */
export interface PartScores {
  readonly add: (structure: Structure, scores: Float64Array) => void
}

/**
 * How much each kind of part counts: the word for who does the work, and another such word; its head, a word that narrows it,
 * the two together, and a known word at an end of one.
 */
const WEIGHT = { who: 1, other: 0.5, head: 1, narrowed: 1, both: 0.5, piece: 0.4, prior: 1 }
/** Examples that a part is thought to have had in its minor groups, and in any group, before the first was seen. */
const BEFORE = { minor: 0.3, any: 2 }
/** Letters of the shortest piece of a compound. */
const PIECE = 4

/** A part with the examples it came with, and once it was asked for what those add to each group. */
interface Seen {
  readonly examples: number[]
  adds?: { readonly groups: Int16Array; readonly amounts: Float64Array; readonly pure: number }
}

const bare = (start: string): string => start.replace(/(?:en|s|e)$/, '')

/** The longest known words that a compound ends in and begins with. */
function piecesOf(word: string, isKnown: (word: string) => boolean): readonly string[] {
  const found: string[] = []
  for (let cut = PIECE - 1; cut <= word.length - PIECE && found.length === 0; cut++) if (isKnown(word.slice(cut))) found.push(word.slice(cut))
  for (let cut = word.length - PIECE + 1; cut >= PIECE - 1; cut--) {
    const start = word.slice(0, cut)
    const known = [start, bare(start)].find(s => s.length >= PIECE - 1 && isKnown(s))
    if (known !== undefined) return [...found, known]
  }
  return found
}

function add(to: Float64Array, at: number, amount: number): void {
  to[at] = (to[at] as number) + amount
}

/** Marks the whole word for who does the work. */
const WHO = '='

type Part = readonly [name: string, weight: number]

function partsOf({ head, who, narrowed }: Structure, isKnown?: (word: string) => boolean): readonly Part[] {
  const parts: Part[] = head === '' ? [] : [[`${head}|`, WEIGHT.head]]
  for (const [i, word] of (isKnown === undefined ? who.slice(0, 1) : who).entries()) parts.push([`${WHO}${word}`, i === 0 ? WEIGHT.who : WEIGHT.other])
  const take = (word: string, part: number): void => {
    parts.push([word, WEIGHT.narrowed * part])
    if (head !== '') parts.push([`${head}|${word}`, WEIGHT.both * part])
  }
  for (const word of narrowed) {
    take(word, 1)
    if (isKnown !== undefined && word.length >= 2 * PIECE - 1) for (const piece of piecesOf(word, isKnown)) take(piece, WEIGHT.piece)
  }
  return parts
}

/**
 * Counts with which groups the parts of titles came. A part speaks for a group by how much oftener it came with it than any title
 * does (naive Bayes); one that was seen with a neighbour in the minor group speaks for the group a little.
 */
export function partScores(examples: readonly TitleExample[], structures: readonly Structure[], codes: readonly string[]): PartScores {
  const at = new Map(codes.map((c, i) => [c, i]))
  const minors = [...new Set(codes.map(c => c.slice(0, 3)))]
  const minorOf = codes.map(c => minors.indexOf(c.slice(0, 3)))
  const unitsOf = minors.map((_, m) => [...codes.keys()].filter(i => minorOf[i] === m))
  const seen = new Map<string, Seen>()
  const prior = new Float64Array(codes.length).fill(1)
  for (const [e, { groups, weight }] of examples.entries()) {
    for (const g of groups) add(prior, at.get(g.isco) as number, (weight * g.share) / 100)
    for (const [name] of partsOf(structures[e] as Structure)) {
      const part = seen.get(name)
      if (part === undefined) seen.set(name, { examples: [e] })
      else part.examples.push(e)
    }
  }
  const all = prior.reduce((a, b) => a + b, 0)
  for (let i = 0; i < prior.length; i++) prior[i] = (prior[i] as number) / all
  const common = prior.map(p => WEIGHT.prior * Math.log(p))
  const isKnown = (word: string): boolean => seen.has(word)

  /** Groups outside the minor groups a part came with all lose the same, so only the others need a number. */
  function worked(part: Seen): NonNullable<Seen['adds']> {
    const units = new Map<number, number>()
    const byMinor = new Map<number, number>()
    let total = 0
    for (const e of part.examples) {
      const { groups: own, weight } = examples[e] as TitleExample
      total += weight
      for (const { isco, share } of own) {
        const i = at.get(isco) as number
        const n = (weight * share) / 100
        units.set(i, (units.get(i) ?? 0) + n)
        byMinor.set(minorOf[i] as number, (byMinor.get(minorOf[i] as number) ?? 0) + n)
      }
    }
    const groups: number[] = []
    const amounts: number[] = []
    for (const [m, n] of byMinor) {
      const siblings = unitsOf[m] as readonly number[]
      for (const i of siblings) {
        groups.push(i)
        const thought = (BEFORE.minor * n) / total / siblings.length
        amounts.push(Math.log(1 + ((units.get(i) ?? 0) + thought) / (BEFORE.any * (prior[i] as number))))
      }
    }
    return { groups: Int16Array.from(groups), amounts: Float64Array.from(amounts), pure: Math.max(...units.values()) / total }
  }

  return {
    add(structure, scores) {
      for (let i = 0; i < scores.length; i++) add(scores, i, common[i] as number)
      for (const [name, weight] of partsOf(structure, isKnown)) {
        const part = seen.get(name)
        if (part === undefined) continue
        const { groups, amounts, pure } = (part.adds ??= worked(part))
        // A "stukadoor" is one whatever else is said, a "medewerker" may be anything.
        const w = name.startsWith(WHO) ? weight * pure ** 2 : weight
        for (let k = 0; k < groups.length; k++) add(scores, groups[k] as number, w * (amounts[k] as number))
      }
    }
  }
}
