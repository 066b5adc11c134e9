import type { Candidate } from '../domain/candidate.ts'
import type { Moment } from '../domain/moment.ts'
import type { BarReason } from '../domain/reason.ts'
import type { Vacancy } from '../domain/vacancy.ts'
import type { Prepared } from '../domain/prepared.ts'
import { evaluate, type Predicate } from './predicate.ts'

/** Grades of one group, best first: only the first that holds earns its points. Groups of all criteria are summed. */
export interface Grade {
  readonly key: string
  /** Whole, above 0. */
  readonly points: number
  readonly when: Predicate
}
export type Group = readonly Grade[]

/** The points of some groups for one vacancy, in process: the same sum the engines give. */
export const pointsOf = (groups: readonly Group[], v: Prepared): number =>
  groups.reduce((sum, group) => sum + (group.find(g => evaluate(g.when, v))?.points ?? 0), 0)

/** What may be moved to make a near miss fit; a medical limit has none (`jobhunter-ui.md` 4). */
export type Lever = 'reis' | 'opleiding' | 'papieren' | 'wens' | 'taal'

/** conflict -> niet passend; neither conflict nor fits -> te verifiëren, with the question. Never both. */
export interface Bar {
  readonly id: string
  readonly conflict: Predicate
  readonly fits: Predicate
  /** Asks about the work, never about a person; it shows no limit. */
  readonly question: string
  readonly lever: Lever | null
}

/** A bar with how one vacancy stands to it; `open` = neither conflict nor fits. */
export interface Stand {
  readonly bar: Bar
  readonly state: 'conflict' | 'fits' | 'open'
}

/** Why a bar stands as it does: codes and figures, no text (`engines.md` 4.6). `weigh` makes an open bar a signaal. */
export interface Explanation extends Omit<BarReason, 'bar' | 'outcome' | 'question'> {
  readonly weigh?: boolean
}

/** One file in `criteria/`: graded predicates, bars and a reason. Data, not code: both engines derive from it. */
export interface Criterion {
  readonly id: string
  readonly label: string
  /** Place in a list of reasons; verdicts first. */
  readonly order: number
  /** Whole points it can give to this candidate at most. */
  max(c: Candidate, at: Moment): number
  groups(c: Candidate, at: Moment): readonly Group[]
  bars?(c: Candidate, at: Moment): readonly Bar[]
  explain?(stand: Stand, c: Candidate, v: Vacancy, at: Moment): Explanation
}

/** An explanation without figures of a load, for a bar that compares something else. */
export const plain = (code: string, figures: BarReason['figures'] = {}, weigh = false): Explanation => ({
  code,
  items: [],
  limit: null,
  norm: null,
  load: null,
  margins: [],
  facts: [],
  figures,
  weigh
})
