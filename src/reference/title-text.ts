import { fold } from './dutch.ts'
import type { TitleBook, TitleRow } from './title-rows.ts'

/** How much of a text is read for a named occupation. */
const READ = 1500
/** Words that come before the name of the work in an advert. */
const BEFORE =
  /\b(?:als|functie(?:naam|titel)? van|functie(?:naam|titel)?:|op zoek naar(?: een| jou als)?|(?:zoeken|zoekt|zoek)(?: wij| we| per direct| een| jou als| naar)*|word jij(?: onze| de| een)?|vacature(?: voor)?:?|(?:rol|baan|positie) (?:van|als)|ben jij(?: een| de| onze| die)?|(?:looking|searching) for(?: an?)?|hiring(?: an?)?|as an?|become our|role of|position of)\s+/g
const AFTER = 9
const LONGEST = 5
/** Titles that name no work by themselves. */
const NAMELESS = new Set([
  'collega',
  'medewerker',
  'assistent',
  'specialist',
  'manager',
  'adviseur',
  'trainee',
  'eigenaar',
  'chef',
  'leider',
  'hoofd',
  'coach',
  'beheerder',
  'student',
  'consultant',
  'coordinator'
])

const singular = (word: string): readonly string[] => [word, word.replace(/(?:s|en|n)$/, '')]

/** The longest title of the book in a row of words, earliest first. */
function titleIn(book: TitleBook, words: readonly string[]): readonly TitleRow[] | undefined {
  for (let start = 0; start < words.length; start++) {
    // A single word may be a plural, of which no title begins.
    const most = Math.max(1, book.longestFrom(words[start] as string))
    for (let length = Math.min(LONGEST, most, words.length - start); length >= 1; length--) {
      const before = words.slice(start, start + length - 1)
      for (const last of singular(words[start + length - 1] as string)) {
        const form = length === 1 ? last : `${before.join(' ')} ${last}`
        const rows = form.length >= 3 && !NAMELESS.has(form) ? book.titles.get(form) : undefined
        if (rows !== undefined) return rows
      }
    }
  }
  return undefined
}

/**
 * The occupation an advert names in its first 1,500 characters behind words such as "op zoek naar een" or "als": the title
 * that comes most, the first on a tie. For adverts whose title says nothing ("collega gezocht") or too little.
 */
export function titleInText(book: TitleBook, text: string): readonly TitleRow[] | undefined {
  const folded = fold(text.slice(0, READ)).replace(/\s+/g, ' ')
  const found = new Map<readonly TitleRow[], number>()
  BEFORE.lastIndex = 0
  for (let match = BEFORE.exec(folded); match !== null; match = BEFORE.exec(folded)) {
    const behind = folded.slice(match.index + match[0].length, match.index + match[0].length + 90)
    const words = (behind.split(/[.!?;:()]/)[0] ?? '').match(/[a-z0-9+#&'-]+/g)?.slice(0, AFTER) ?? []
    const rows = titleIn(book, words)
    if (rows !== undefined) found.set(rows, (found.get(rows) ?? 0) + 1)
  }
  let best: readonly TitleRow[] | undefined
  for (const [rows, n] of found) if (best === undefined || n > (found.get(best) ?? 0)) best = rows
  return best
}
