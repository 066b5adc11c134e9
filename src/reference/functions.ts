import { fold, slug } from './dutch.ts'
import { cellList, readTable } from './table.ts'
import { TITLE_ROWS } from './title-rows.ts'

/** A title of ours that is finer than its unit group: people look for it, and adverts show it by these words. */
export interface WorkFunction {
  /** The title, folded and with dashes: `re-integratieadviseur`. */
  readonly key: string
  readonly title: string
  /** Its unit groups by the title table, largest share first. */
  readonly groups: ReadonlyArray<{ readonly code: string; readonly share: number }>
  /** One of these stands in title or text of an advert; of several words in one entry, all. */
  readonly words: readonly string[]
  /** Why the group alone is too broad. */
  readonly why: string
}

const ROWS = readTable('occupations/functions.tsv', ['title', 'words', 'why'])
const forms = new Set(ROWS.map(r => fold(r.title)))
/** The rows of their titles, found in one pass over the large table. */
const TITLES = TITLE_ROWS.filter(r => forms.has(r.title))

function groupsOf(title: string): WorkFunction['groups'] {
  const form = fold(title)
  return TITLES.filter(r => r.title === form)
    .map(r => ({ code: r.isco, share: r.share }))
    .sort((a, b) => b.share - a.share || (a.code < b.code ? -1 : 1))
}

/** Functions by their key (`occupations/functions.tsv`). */
export const FUNCTIONS: ReadonlyMap<string, WorkFunction> = new Map(
  ROWS.map((r): [string, WorkFunction] => {
    const groups = groupsOf(r.title)
    if (groups.length === 0) throw new Error(`functions.tsv: ${r.title} is no title of titles.tsv`)
    return [slug(r.title), { key: slug(r.title), title: r.title, groups, words: cellList(r.words), why: r.why }]
  })
)

/** The function a title names, if it is one of ours. */
export const functionOf = (title: string): WorkFunction | undefined => FUNCTIONS.get(slug(title))
