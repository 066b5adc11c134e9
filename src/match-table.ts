import type { Io } from './command.ts'
import { dutchDay } from './reference/numbers.ts'
import { table } from './text-table.ts'
import { barLine } from './wording/bars.ts'

/** What every match in a list has, whichever way it was found (`api/brief.ts`). */
export interface MatchBrief {
  readonly points: number | null
  readonly max: number
  readonly top: ReadonlyArray<{ readonly label: string; readonly points: number }>
  readonly open: ReadonlyArray<{ readonly bar: string; readonly code: string }>
}

/** One group of a search, as the API gives it: vacancies for a candidate or candidates for a vacancy. */
export interface MatchList<H extends MatchBrief> {
  readonly counts: { readonly searched: number; readonly passend: number; readonly teVerifieren: number; readonly nietPassend: number }
  readonly total: number
  readonly hits: readonly H[]
  readonly scorecard: string
  readonly day: string
}

/** How a list is shown: what it holds, the lines under the counts, its own columns, and how a row is explained. */
export interface MatchView<H> {
  readonly group: string
  readonly many: string
  readonly notes: readonly string[]
  /** Title, most characters, and the text of a row. */
  readonly columns: ReadonlyArray<readonly [title: string, most: number, cell: (hit: H) => string]>
  /** Most characters of the reasons. */
  readonly reasons: number
  readonly none: string
  readonly explain: string
}

const SHOWN = 2

/** What gave the points, or what decides and must still be asked: two of them, and how many more there are. */
function whyOf(h: MatchBrief, group: string): string {
  if (group === 'passend') return h.top.map(t => `${t.label} ${t.points}`).join(', ')
  const bars = h.open.slice(0, SHOWN).map(barLine)
  return bars.join(', ') + (h.open.length > SHOWN ? ` en nog ${h.open.length - SHOWN}` : '')
}

/** Shows the counts of a search and one group of it as a table. */
export function printMatches<H extends MatchBrief>(found: MatchList<H>, view: MatchView<H>, io: Io): void {
  const { counts: c, hits } = found
  io.out(`${c.searched} ${view.many} bekeken op ${dutchDay(found.day)}: ${c.passend} passend · ${c.teVerifieren} te verifiëren · ${c.nietPassend} niet passend`)
  for (const note of view.notes) io.out(note)
  io.out('')
  if (hits.length === 0) {
    io.out(view.none)
    return
  }
  io.out(
    table(
      ['punten', ...view.columns.map(([title]) => title), view.group === 'passend' ? 'meeste punten door' : 'beslist of nog te vragen'],
      hits.map(h => [h.points === null ? '-' : `${h.points}/${h.max}`, ...view.columns.map(([, , cell]) => cell(h)), whyOf(h, view.group)]),
      [9, ...view.columns.map(([, most]) => most), view.reasons]
    )
  )
  io.out(`\n${hits.length} van ${found.total} getoond. Uitleg: passendwerk explain ${view.explain}. Versie van de regels: ${found.scorecard}.`)
}
