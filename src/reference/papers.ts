import { readTable } from './table.ts'

/** What a group of occupations usually asks before somebody may start, and how long that takes: own estimate. */
export interface UsualPaper {
  readonly paper: string
  readonly months: number
}

const papers = new Map(readTable('occupations/papers.tsv', ['isco', 'paper', 'months']).map(r => [r.isco, { paper: r.paper, months: Number(r.months) }]))

/** The usual paper of a unit group, by the longest code that is in `occupations/papers.tsv`; undefined = none that we know. */
export const usualPaper = (isco4: string): UsualPaper | undefined => papers.get(isco4) ?? papers.get(isco4.slice(0, 3)) ?? papers.get(isco4.slice(0, 2))
