import type { Vacancy } from '../../domain/vacancy.ts'
import type { Page, Query } from '../../match/engine.ts'

/** A hit by its place in the order: all that a search without documents tells. */
export interface ListRow {
  readonly points: number
  readonly published: number
  readonly id: string
}

/** What a search found for one question: one row more than asked when there is a next page. */
export interface List<R extends ListRow> {
  readonly rows: readonly R[]
  readonly total: number
}

/** The page of a question, of what was found for it. */
export function pageOf<R extends ListRow>(q: Query, { rows, total }: List<R>, vacancyOf: (row: R) => Vacancy, generation: number): Page {
  const shown = rows.slice(0, q.size)
  const hits = shown.map(row => ({ points: row.points, vacancy: vacancyOf(row) }))
  const last = shown.at(-1)
  if (rows.length <= q.size || last === undefined) return { hits, total, generation }
  return { hits, total, generation, next: { generation, last: [last.points, last.published, last.id] } }
}
