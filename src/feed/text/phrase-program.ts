import type { Node } from './pattern-node.ts'
import { literalWords } from './pattern-words.ts'

/**
 * A pattern over the words of a sentence, word by word: what it says no to, its expression would not match either. An
 * expression is big, and to run it for the first time in a while means to wait for memory; most patterns end here, unread.
 *
 * The places of a word in a sentence are the bits of a number, modulo 32. A program takes the places where its first word
 * may stand and gives those behind its last one, 0 when it stands nowhere. It is a row of whole numbers: `ONE_OF`, how many, and
 * the numbers of these words; `EITHER`, 1 when it may be left out, how many ways, and for each its length and itself; `ANYTHING`,
 * behind which the next word may stand everywhere.
 */
const [ONE_OF, EITHER, ANYTHING] = [0, 1, 2] as const

/** A shorter part of a word stands in so many words that it is not looked for. */
export const SHORTEST_PART = 3

/** Numbers the words and the parts of words that patterns are made of. */
export interface PhraseWords {
  readonly word: (word: string) => number
  readonly part: (part: string) => number
}

const oneOf = (ids: readonly number[]): readonly number[] => [ONE_OF, ids.length, ...ids]
const either = (ways: ReadonlyArray<readonly number[]>, optional: boolean): readonly number[] => [
  EITHER,
  optional ? 1 : 0,
  ways.length,
  ...ways.flatMap(way => [way.length, ...way])
]

/** One of some literals: those of one word are looked up together. */
function literals(texts: readonly string[], words: PhraseWords): readonly number[] {
  const each = texts.map(text => literalWords(text).map(words.word))
  const single = each.flatMap(ids => (ids.length === 1 ? ids : []))
  const longer = each.filter(ids => ids.length !== 1).map(ids => ids.flatMap(id => oneOf([id])))
  if (longer.length === 0) return oneOf(single)
  return single.length === 0 && longer.length === 1
    ? (longer[0] as readonly number[])
    : either([...(single.length > 0 ? [oneOf(single)] : []), ...longer], false)
}

function ofNode(node: Node, words: PhraseWords): readonly number[] {
  switch (node.kind) {
    case 'word':
      if (node.open === 'none') return literals([node.text], words)
      return node.text.length < SHORTEST_PART ? [ANYTHING] : oneOf([words.part(node.text)])
    case 'class':
      return literals(node.words, words)
    case 'choice':
      return either(
        node.of.map(way => ofSequence(way, words)),
        node.optional
      )
    // A number may stand against the next word and in any number of pieces.
    case 'number':
    case 'gap':
    case 'denial':
      return [ANYTHING]
  }
}

const ofSequence = (nodes: readonly Node[], words: PhraseWords): readonly number[] => nodes.flatMap(node => ofNode(node, words))

/** The program of a pattern: each of its parts stands anywhere. */
export const programOf = (parts: ReadonlyArray<readonly Node[]>, words: PhraseWords): readonly number[] =>
  parts.flatMap((nodes, i) => [...(i === 0 ? [] : [ANYTHING]), ...ofSequence(nodes, words)])

/** All places of a sentence. */
export const EVERYWHERE = -1

/** Runs the program from `from` to `to` where words of the numbers of `standing` stand, beginning at `places`. */
export function run(programs: Uint16Array, from: number, to: number, places: number, standing: Int32Array): number {
  let here = places
  let at = from
  while (at < to && here !== 0) {
    const op = programs[at]
    if (op === ONE_OF) {
      const first = at + 2
      at = first + (programs[at + 1] as number)
      let words = 0
      for (let i = first; i < at; i++) words |= standing[programs[i] as number] as number
      here &= words
      here = (here << 1) | (here >>> 31)
    } else if (op === EITHER) {
      let behind = programs[at + 1] === 1 ? here : 0
      let ways = programs[at + 2] as number
      at += 3
      for (; ways > 0; ways--) {
        const way = at + 1
        at = way + (programs[at] as number)
        behind |= run(programs, way, at, here, standing)
      }
      here = behind
    } else {
      here = EVERYWHERE
      at++
    }
  }
  return here
}
