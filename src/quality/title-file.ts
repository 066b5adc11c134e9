import { filledLines, UnusableFile, type Read } from './rows.ts'

/** A title with the groups that are right for it; null = no label, an empty list = the reader should abstain. */
export interface TitleRow {
  readonly id: string
  readonly title: string
  readonly isco: readonly string[] | null
  /** A part of the set that is reported by itself, like `open` and `aside`. */
  readonly half: string | null
}

const ALIASES: Readonly<Record<string, string>> = {
  id: 'id',
  title: 'title',
  titel: 'title',
  functietitel: 'title',
  isco: 'isco',
  isco4: 'isco',
  isco08: 'isco',
  half: 'half'
}

const NO_OCCUPATION = new Set(['-', 'none', 'geen'])

/** `4321|9333`, `4321, 9333` or a shorter code for a whole group; `-` for no occupation. undefined = not a label. */
function groupsOf(cell: string): readonly string[] | null | undefined {
  if (cell === '') return null
  if (NO_OCCUPATION.has(cell.toLowerCase())) return []
  const codes = cell.split(/[|,;/\s]+/).filter(c => c !== '')
  return codes.every(c => /^\d{1,4}$/.test(c)) ? codes : undefined
}

type Column = 'id' | 'title' | 'isco' | 'half'

/**
 * The rows of a tab-separated file with a header; `title` must be there, `id`, `isco` and `half` may be. A row that cannot be
 * used is given as such and the rest goes on. Throws UnusableFile when the header has no title.
 */
export async function* readTitles(file: string): AsyncIterable<Read<TitleRow>> {
  let columns: ReadonlyArray<Column | undefined> | undefined
  for await (const { number: line, text } of filledLines(file)) {
    if (text === null) {
      yield { bad: { line, problem: 'de regel is te lang' } }
      continue
    }
    const cells = text.split('\t').map(c => c.trim())
    if (columns === undefined) {
      columns = cells.map(c => ALIASES[c.toLowerCase()] as Column | undefined)
      if (!columns.includes('title')) throw new UnusableFile('de eerste regel moet de kolommen noemen, met tabs ertussen: id, title en (voor meten) isco')
      continue
    }
    const of = (name: Column): string => cells[(columns as ReadonlyArray<Column | undefined>).indexOf(name)] ?? ''
    if (cells.length > columns.length) yield { bad: { line, problem: `${cells.length} kolommen, verwacht ${columns.length}` } }
    else if (of('title') === '') yield { bad: { line, problem: 'title is leeg' } }
    else {
      const isco = groupsOf(of('isco'))
      if (isco === undefined) yield { bad: { line, problem: `isco "${of('isco').slice(0, 40)}" is geen code van hooguit vier cijfers, of - voor geen beroep` } }
      else yield { row: { id: of('id') || String(line - 1), title: of('title'), isco, half: of('half') || null } }
    }
  }
  if (columns === undefined) throw new UnusableFile('het bestand is leeg')
}
