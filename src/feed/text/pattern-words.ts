import type { Node } from './pattern-node.ts'

/** The words of folded text, for phrases and units alike. */
export const WORD = /[a-z0-9+#]+(?:'[a-z]+)?/g

/** Whole words, and beginnings or endings of words (`~werk`, `til~`). */
export interface Words {
  readonly whole: readonly string[]
  readonly parts: readonly string[]
}

/** How common a word is: of a sequence the rarest word is looked for. */
export type Commonness = (word: string) => number

const longest = (w: Words): number => Math.max(...[...w.whole, ...w.parts].map(x => x.length))
const joint = (each: readonly Words[]): Words => ({ whole: each.flatMap(w => w.whole), parts: each.flatMap(w => w.parts) })
const commonest = (w: Words, common: Commonness): number => Math.max(...[...w.whole, ...w.parts].map(common))
const rarest = (all: readonly Words[], common: Commonness): Words | undefined =>
  all.toSorted((a, b) => commonest(a, common) - commonest(b, common) || longest(b) - longest(a))[0]

/** A literal as the words of a text have it: `22.00` stands there as `22` and `00`. */
export const literalWords = (text: string): readonly string[] => text.match(WORD) ?? []

/** Of these one piece is looked for. */
const rarestWord = (text: string, common: Commonness): Words | undefined =>
  rarest(
    literalWords(text).map(word => ({ whole: [word], parts: [] })),
    common
  )

/** What one element certainly asks for: one of these words. Undefined when it asks for nothing literal. */
export function wordsOf(node: Node, common: Commonness): Words | undefined {
  if (node.kind === 'word') return node.open === 'none' ? rarestWord(node.text, common) : { whole: [], parts: [node.text] }
  if (node.kind === 'class') return joint(node.words.map(w => rarestWord(w, common) ?? { whole: [], parts: [] }))
  if (node.kind !== 'choice' || node.optional) return undefined
  const each = node.of.map(seq =>
    rarest(
      seq.map(n => wordsOf(n, common)).filter(w => w !== undefined),
      common
    )
  )
  if (each.some(w => w === undefined)) return undefined
  return joint(each.filter(w => w !== undefined))
}
