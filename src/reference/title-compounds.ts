import { fold } from './dutch.ts'
import { remembered } from './remembered.ts'
import { readTable } from './table.ts'

const heads = new Set(readTable('occupations/heads.tsv', ['head', 'isco4', 'note']).map(r => fold(r.head)))
const modifiers = new Map<string, Map<string, string>>()
for (const r of readTable('occupations/modifiers.tsv', ['modifier', 'head', 'isco4'])) {
  const head = fold(r.head)
  modifiers.set(head, (modifiers.get(head) ?? new Map<string, string>()).set(fold(r.modifier), r.isco4))
}

/** So many letters at the end of a word say which heads it may end in. */
const TAIL = 3
const tailOf = (word: string): string => word.slice(-TAIL)

/** Names by their last letters, longest first: "onderhoudsmonteur" before "monteur". */
function byTail(names: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const name of [...names].toSorted((a, b) => b.length - a.length)) found.set(tailOf(name), [...(found.get(tailOf(name)) ?? []), name])
  return found
}
const HEADS = byTail(modifiers.keys())

const LINKS = ['', 's', 'en', 'e', 'n']
/** Words between a head and what moves it: "monteur van liften", "adviseur op het gebied van wonen". */
const BETWEEN = new Set(['van', 'voor', 'in', 'de', 'het', 'een', 'bij', 'op', 'afdeling', 'team', 'gebied', 'en', 'met', 'binnen', 'of', 'and', 'the'])
const LONGEST = 3

/** A group found by a head and a modifier; `whole` when the modifier is the whole of what stands before the head. */
export interface Moved {
  readonly isco: string
  readonly whole: boolean
}

function withoutLink(known: ReadonlyMap<string, string>, part: string): string | undefined {
  for (const link of LINKS) {
    const bare = part.endsWith(link) ? part.slice(0, part.length - link.length) : ''
    const isco = bare.length >= 2 ? (known.get(bare) ?? known.get(bare.replaceAll('-', ' '))) : undefined
    if (isco !== undefined) return isco
  }
  return undefined
}

/** The longest ending of what stands before a head that moves it: "scheepsinstallatie" ends in "installatie". */
function ending(known: ReadonlyMap<string, string>, part: string): string | undefined {
  for (let start = 1; start <= part.length - 4; start++) {
    const isco = withoutLink(known, part.slice(start))
    if (isco !== undefined) return isco
  }
  return undefined
}

/** Up to three words before the head at `at`, or behind it past small words, longest first. */
function neighbours(words: readonly string[], at: number): readonly string[] {
  const found: string[] = []
  for (let n = Math.min(LONGEST, at); n >= 1; n--) found.push(words.slice(at - n, at).join(' '))
  const behind = words.slice(at + 1).filter(w => !BETWEEN.has(w))
  for (let n = Math.min(LONGEST, behind.length); n >= 1; n--) found.push(behind.slice(0, n).join(' '))
  return [...found, ...behind.slice(1, 4)]
}

function ofWord(words: readonly string[], at: number): Moved | undefined {
  const word = words[at] ?? ''
  const own = modifiers.get(word)
  if (own !== undefined) {
    const near = neighbours(words, at)
    for (const part of near) {
      const isco = withoutLink(own, part)
      if (isco !== undefined) return { isco, whole: true }
    }
    for (const part of near) {
      const isco = part.includes(' ') ? undefined : ending(own, part)
      if (isco !== undefined) return { isco, whole: false }
    }
  }
  for (const head of HEADS.get(tailOf(word)) ?? []) {
    if (word.length <= head.length + 1 || !word.endsWith(head)) continue
    const known = modifiers.get(head) as ReadonlyMap<string, string>
    const part = word.slice(0, -head.length).replace(/-$/, '')
    const isco = withoutLink(known, part)
    if (isco !== undefined) return { isco, whole: true }
    const tail = ending(known, part)
    if (tail !== undefined) return { isco: tail, whole: false }
  }
  return undefined
}

function moved(form: string): Moved | undefined {
  const words = form.split(/\s+|(?<=[a-z]{3})-(?=[a-z]{3})/)
  let loose: Moved | undefined
  for (const at of words.keys()) {
    const found = ofWord(words, at)
    if (found?.whole === true) return found
    loose ??= found
  }
  return loose
}

/** So many forms are remembered. */
const KEPT = 2_000
/** `magazijnmedewerker`, `administratief medewerker`, `medewerker administratie`: a head with a modifier that moves it. */
export const compound = remembered(KEPT, moved)

/** Whether a word is a head by itself: "docent", "monteur". */
export const isHead = (word: string): boolean => heads.has(word) || modifiers.has(word)

/** Words that stand for a head: "bediener" for "operator". */
const STANDS_FOR = new Map(readTable('occupations/forms.tsv', ['word', 'head', 'why']).map(r => [fold(r.word), fold(r.head)]))

/** The heads of the tables, and the words that stand for one. */
export const HEAD_NAMES: ReadonlySet<string> = new Set([...heads, ...modifiers.keys(), ...STANDS_FOR.keys(), ...STANDS_FOR.values()])

/** Titles the modifier table stands for ("magazijn medewerker"), as examples of what parts mean; once for all words of a head. */
export const COMPOUND_EXAMPLES: ReadonlyArray<{ readonly title: string; readonly isco: string }> = [
  ...new Map(
    [...modifiers].flatMap(([word, known]) => {
      const head = STANDS_FOR.get(word) ?? word
      return [...known].map(([modifier, isco]) => [`${modifier}|${head}|${isco}`, { title: `${modifier} ${head}`, isco }] as const)
    })
  ).values()
]
