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

/** A program in the making. */
type Program = number[]

function oneOf(ids: readonly number[], to: Program): void {
  to.push(ONE_OF, ids.length)
  for (const id of ids) to.push(id)
}

/** Writes the ways one behind the other, each behind its length, which is known when it is written. */
function either<T>(ways: readonly T[], optional: boolean, to: Program, write: (way: T) => void): void {
  to.push(EITHER, optional ? 1 : 0, ways.length)
  for (const way of ways) {
    const at = to.push(0)
    write(way)
    to[at - 1] = to.length - at
  }
}

/** One of some literals: those of one word are looked up together. */
function literals(texts: readonly string[], words: PhraseWords, to: Program): void {
  const single: number[] = []
  const longer: Array<readonly number[]> = []
  for (const text of texts) {
    const ids = literalWords(text).map(words.word)
    if (ids.length === 1) single.push(ids[0] as number)
    else longer.push(ids)
  }
  const each = (ids: readonly number[]): void => {
    for (const id of ids) oneOf([id], to)
  }
  if (longer.length === 0) oneOf(single, to)
  else if (single.length === 0 && longer.length === 1) each(longer[0] as readonly number[])
  else if (single.length === 0) either(longer, false, to, each)
  else
    either([single, ...longer], false, to, ids => {
      if (ids === single) oneOf(single, to)
      else each(ids)
    })
}

function ofNode(node: Node, words: PhraseWords, to: Program): void {
  switch (node.kind) {
    case 'word':
      if (node.open === 'none') literals([node.text], words, to)
      else if (node.text.length < SHORTEST_PART) to.push(ANYTHING)
      else oneOf([words.part(node.text)], to)
      return
    case 'class':
      literals(node.words, words, to)
      return
    case 'choice':
      either(node.of, node.optional, to, way => {
        ofSequence(way, words, to)
      })
      return
    // A number may stand against the next word and in any number of pieces.
    case 'number':
    case 'gap':
    case 'denial':
      to.push(ANYTHING)
  }
}

function ofSequence(nodes: readonly Node[], words: PhraseWords, to: Program): void {
  for (const node of nodes) ofNode(node, words, to)
}

/** The program of a pattern: each of its parts stands anywhere. */
export function programOf(parts: ReadonlyArray<readonly Node[]>, words: PhraseWords): readonly number[] {
  const program: Program = []
  for (const [i, nodes] of parts.entries()) {
    if (i > 0) program.push(ANYTHING)
    ofSequence(nodes, words, program)
  }
  return program
}

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
