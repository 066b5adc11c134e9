import type { Node } from './pattern-node.ts'

/** A set of letters: a bit for each of a to z, one for all digits, and one for whatever stands in no word. */
type Letters = number
/** What a word may begin with: a set for its first letter, for its second and for its third. */
export type Beginning = readonly [Letters, Letters, Letters]

const [DIGIT, NO_LETTER] = [1 << 26, 1 << 27] as const
const [ANY_IN_WORD, ANY] = [NO_LETTER - 1, 2 * NO_LETTER - 1] as const
const [ZERO, NINE, A, Z] = [48, 57, 97, 122] as const

const letterFor = (code: number): Letters => (code >= A && code <= Z ? 1 << (code - A) : code >= ZERO && code <= NINE ? DIGIT : NO_LETTER)
const LETTERS = Int32Array.from({ length: Z + 1 }, (_, code) => letterFor(code))
/** Behind the end of a text a code is NaN, which is no letter either. */
const letterOf = (code: number): Letters => (code <= Z ? (LETTERS[code] as number) : NO_LETTER)

/** So many numbers are kept of a place where a word begins: the place, and the sets of its first three characters. */
const KEPT = 4

/** The places of a folded sentence where a word begins, a letter or a digit behind something else; four numbers each. */
export type Openings = readonly number[]

/** Filled anew for each sentence and copied at its true length: a growing list costs more. */
const room: number[] = []

/** Finds the places where words begin. */
export function openingsOf(folded: string): Openings {
  let found = 0
  let [before, first] = [NO_LETTER, letterOf(folded.charCodeAt(0))]
  let second = letterOf(folded.charCodeAt(1))
  for (let i = 0; i < folded.length; i++) {
    const third = letterOf(folded.charCodeAt(i + 2))
    if (first !== NO_LETTER && before === NO_LETTER) {
      room[found] = i
      room[found + 1] = first
      room[found + 2] = second
      room[found + 3] = third
      found += KEPT
    }
    before = first
    first = second
    second = third
  }
  return room.slice(0, found)
}

/** The first opening from number `at` on with a word that may begin so, not before character `from`; as a number to go on from, -1 when there is none. */
export function openingFrom(openings: Openings, at: number, from: number, [first, second, third]: Beginning): number {
  for (let i = at; i < openings.length; i += KEPT)
    if (
      ((openings[i + 1] as number) & first) !== 0 &&
      ((openings[i + 2] as number) & second) !== 0 &&
      ((openings[i + 3] as number) & third) !== 0 &&
      (openings[i] as number) >= from
    )
      return i
  return -1
}

/** The opening behind one. */
export const nextOpening = (at: number): number => at + KEPT

const joined = (all: readonly Beginning[]): Beginning => [
  all.reduce((set, b) => set | b[0], 0),
  all.reduce((set, b) => set | b[1], 0),
  all.reduce((set, b) => set | b[2], 0)
]

/** Of a literal; undefined for one that begins with a sign ("'s avonds"). What comes behind a short one is not known. */
function ofLiteral(text: string): Beginning | undefined {
  const [word = ''] = /^[a-z0-9]*/.exec(text) ?? []
  const letter = (i: number): Letters => (i < word.length ? letterOf(word.charCodeAt(i)) : ANY)
  return word === '' ? undefined : [letter(0), letter(1), letter(2)]
}

function ofAll(each: ReadonlyArray<Beginning | undefined>): Beginning | undefined {
  const known = each.filter(b => b !== undefined)
  return known.length < each.length ? undefined : joined(known)
}

function ofNode(node: Node): Beginning | undefined {
  switch (node.kind) {
    case 'word':
      return node.open === 'left' || node.open === 'both' ? [ANY_IN_WORD, ANY, ANY] : ofLiteral(node.text)
    case 'class':
      return ofAll(node.words.map(ofLiteral))
    case 'number':
      return [DIGIT, ANY, ANY]
    case 'choice':
      return ofAll(node.of.map(beginningOf))
    case 'gap':
    case 'denial':
      return undefined
  }
}

/** With what all that a sequence matches begins; undefined where that is not known to be a word. */
export function beginningOf(nodes: readonly Node[]): Beginning | undefined {
  const each: Array<Beginning | undefined> = []
  for (const node of nodes) {
    each.push(ofNode(node))
    if (node.kind !== 'choice' || !node.optional) return ofAll(each)
  }
  return undefined
}
