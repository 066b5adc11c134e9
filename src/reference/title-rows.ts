import { fold } from './dutch.ts'
import { readTable } from './table.ts'

/** One line of `titles.tsv`: a group a title may stand for, with the words in a text that point to it. */
export interface TitleRow {
  readonly title: string
  readonly isco: string
  readonly share: number
  readonly kind: string
  /** Whether the rest of the table, asked without this title, surely reads the same group (`settled.tsv`). */
  readonly settled: boolean
  readonly cues: readonly string[]
}

const SETTLED: ReadonlyMap<string, string> = new Map(readTable('occupations/settled.tsv', ['title', 'isco4']).map(r => [fold(r.title), r.isco4]))

/** Most rows have none. */
const NO_CUES: readonly string[] = []
const cuesIn = (note: string): readonly string[] =>
  note === ''
    ? NO_CUES
    : fold(note)
        .split(/[^a-z0-9]+/)
        .filter(w => w.length > 2)

/** The title table, titles folded. */
export const TITLE_ROWS: readonly TitleRow[] = readTable('occupations/titles.tsv', ['title', 'isco4', 'share', 'kind', 'note']).map(r => {
  const title = fold(r.title)
  return { title, isco: r.isco4, share: Number(r.share), kind: r.kind, settled: SETTLED.get(title) === r.isco4, cues: cuesIn(r.note) }
})

/** Titles by their form. */
export interface TitleBook {
  readonly titles: ReadonlyMap<string, readonly TitleRow[]>
  /** The rows of a title, however it is joined: "sous chef" is "souschef". */
  readonly rowsOf: (form: string) => readonly TitleRow[] | undefined
  /** Of how many words the longest title is that begins with a word; 0 when none does. */
  readonly longestFrom: (word: string) => number
  /** Every word of a title. */
  readonly vocabulary: ReadonlySet<string>
}

const DIVIDED = /[ /-]/
const together = (form: string): string => (DIVIDED.test(form) ? form.replace(/[ /-]/g, '') : form)

/** A book over rows; the whole table, or a part of it when the rest is held out for measuring. */
export function titleBook(rows: readonly TitleRow[]): TitleBook {
  const titles = new Map<string, TitleRow[]>()
  for (const r of rows) {
    const known = titles.get(r.title)
    if (known === undefined) titles.set(r.title, [r])
    else known.push(r)
  }
  const joined = new Map([...titles].map(([title, own]) => [together(title), own]))
  const vocabulary = new Set([...titles.keys()].flatMap(t => t.split(/[ -]/)))
  const longest = new Map<string, number>()
  for (const title of titles.keys()) {
    const words = title.split(' ')
    const [first = ''] = words
    longest.set(first, Math.max(longest.get(first) ?? 0, words.length))
  }
  return { titles, vocabulary, longestFrom: word => longest.get(word) ?? 0, rowsOf: form => titles.get(form) ?? joined.get(together(form)) }
}
