import type { z } from 'zod'
import type { Candidate } from '../domain/candidate.ts'
import type { Moment } from '../domain/moment.ts'
import type { Vacancy } from '../domain/vacancy.ts'
import type { CursorSeal } from './cursor.ts'
import { explain, type Explained } from './explain.ts'
import { SearchStateSchema } from './find.ts'
import type { ProfileRecords, Reverse, ReverseHit, ReversePage, ReverseQuery } from './reverse.ts'
import { stampOf } from './reverse/profile-of.ts'
import { scorecardOf } from './scorecard.ts'

/** The state of a list of candidates; it travels in a body, never in a URL. */
export const ReverseStateSchema = SearchStateSchema.pick({ group: true, size: true, cursor: true })
export type ReverseState = z.infer<typeof ReverseStateSchema>

export interface CandidateHit {
  readonly candidate: Candidate
  readonly explained: Explained
  readonly missing: readonly string[]
}

export interface CandidatesFound extends Pick<ReversePage, 'counts' | 'total' | 'scorecard' | 'day'> {
  readonly group: ReverseState['group']
  readonly hits: readonly CandidateHit[]
  readonly next: string | null
}

/** What the search needs from the outside, all of one bureau. `report` gets the vacancy only: a candidate's id is in no log. */
export interface ReverseContext {
  readonly reverse: Reverse
  readonly candidates: Pick<ProfileRecords<Candidate>, 'tenant' | 'get'>
  readonly seal: CursorSeal
  readonly report?: (vacancyId: string, scored: number, explained: number) => void
}

/** A record may change between the search and its explanation; then the search is done again, this often at most. */
const TRIES = 3

/** A hit with its reasons; undefined when the record is no longer the one that was judged. */
async function explained(context: ReverseContext, v: Vacancy, at: Moment, hit: ReverseHit): Promise<CandidateHit | undefined> {
  const candidate = await context.candidates.get(hit.id)
  if (candidate?.version !== hit.version) return undefined
  const card = scorecardOf(candidate, at)
  const why = explain(candidate, v, card)
  if (hit.points !== (why.points ?? 0) || hit.verdict !== why.verdict) context.report?.(v.id, hit.points, why.points ?? 0)
  return { candidate, explained: why, missing: card.missing }
}

/** The candidates of one group for a vacancy: exact counts of all three, and a page with the reasons. */
export async function findCandidates(context: ReverseContext, v: Vacancy, at: Moment, state: ReverseState, signal?: AbortSignal): Promise<CandidatesFound> {
  const { reverse, seal } = context
  const stamp = stampOf(at)
  const question = JSON.stringify(['candidates', v.prepared, state.group, stamp.scorecard, stamp.day, reverse.tenant])
  const after = state.cursor === undefined ? undefined : seal.open(state.cursor, question).last
  const q: ReverseQuery = { vacancy: v.prepared, at, group: state.group, size: state.size, ...(after === undefined ? {} : { after: [after[0], after[2]] }) }
  for (let tries = 1; ; tries++) {
    const page = await reverse.search(q, signal)
    const hits: CandidateHit[] = []
    for (const hit of page.hits) {
      const found = await explained(context, v, at, hit)
      if (found !== undefined) hits.push(found)
    }
    if (hits.length < page.hits.length && tries < TRIES) continue
    const { next } = page
    return {
      group: state.group,
      counts: page.counts,
      total: page.total,
      scorecard: page.scorecard,
      day: page.day,
      hits,
      next: next === undefined ? null : seal.seal({ generation: 0, last: [next[0], 0, next[1]] }, question)
    }
  }
}
