import { fold, stem, tokens } from './dutch.ts'
import { allTables, tableText } from './table.ts'

/** A word of our tables, folded, with its stem. */
export interface KnownWord {
  readonly word: string
  readonly stem: string
}

const TITLES = 'occupations/titles.tsv'
const SHORTEST = 3

/** The words of letters alone in tables, folded: codes, figures and what holds a digit are no words. */
function wordsOf(paths: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const token of tokens(paths.map(tableText).join('\n'))) {
    for (const part of token.split(/['-]/)) {
      const word = fold(part)
      if (word.length >= SHORTEST && /^[a-z]+$/.test(word)) found.add(word)
    }
  }
  return found
}

interface Written {
  /** Words that may be proposed, those of titles first. */
  readonly proposed: ReadonlySet<string>
  /** Words about health may be typed, but are proposed to nobody. */
  readonly health: ReadonlySet<string>
  readonly places: ReadonlySet<string>
}

let written: Written | undefined

/** What stands in our own tables, read at the first question. An imported table changes nothing here. */
function writtenWords(): Written {
  if (written !== undefined) return written
  const others = allTables().filter(path => path !== TITLES && !/^(?:places|screen|phrases)\//.test(path))
  const places = wordsOf(['places/places.tsv', 'places/provinces.tsv'])
  const health = wordsOf(allTables().filter(path => path.startsWith('screen/')))
  // Example sentences name towns, the other tables do not: "winkel" is a word there, and a village besides. They also name what
  // ails the people one works for.
  const examples = [...wordsOf(allTables().filter(path => path.startsWith('phrases/')))].filter(word => !places.has(word) && !health.has(word))
  written = { proposed: new Set([...wordsOf([TITLES, ...others]), ...examples]), health, places }
  return written
}

let known: { readonly words: readonly KnownWord[]; readonly stems: ReadonlySet<string> } | undefined

/** Some 20,000 words with their stems, made when the first word comes that is not written in a table as it is. */
function stemmed(): NonNullable<typeof known> {
  if (known !== undefined) return known
  const words = [...writtenWords().proposed].map(word => ({ word, stem: stem(word) }))
  known = { words, stems: new Set([...words.map(w => w.stem), ...[...writtenWords().health].map(stem)]) }
  return known
}

/** The words a misspelt one may stand for, best known first: those of titles before the rest. */
export const knownWords = (): readonly KnownWord[] => stemmed().words

/** Whether a folded word occurs in our tables, itself or in another form, or in the name of a place. */
export function isKnownWord(word: string): boolean {
  const { proposed, health, places } = writtenWords()
  return proposed.has(word) || health.has(word) || places.has(word) || stemmed().stems.has(stem(word))
}
