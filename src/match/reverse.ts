import type { Day, Moment } from '../domain/moment.ts'
import type { Prepared } from '../domain/prepared.ts'
import type { Tenant } from '../domain/tenant.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { Health } from './engine.ts'
import type { GroupName } from './find.ts'
import type { Predicate } from './predicate.ts'

/** What a profile was made from besides the record: another scorecard or day asks other questions. */
export interface Stamp {
  /** Version of the rules and tables. */
  readonly scorecard: string
  readonly day: Day
}

/**
 * A candidate as the reverse search sees one: the questions of the scorecard, in codes. No text, no pseudonym, no document;
 * the id is random. What conflicts, fits and earns points is the forward search's own data, so both ways agree.
 */
export interface Profile extends Stamp {
  readonly id: string
  /** Version of the record it was made from. */
  readonly version: number
  readonly bars: ReadonlyArray<{ readonly conflict: Predicate; readonly fits: Predicate; readonly movable: boolean }>
  readonly groups: ReadonlyArray<ReadonlyArray<{ readonly points: number; readonly when: Predicate }>>
}

/** Where a page ended: points and id of its last row. */
export type ReverseCursor = readonly [points: number, id: string]

export interface ReverseQuery {
  readonly vacancy: Prepared
  readonly at: Moment
  readonly group: GroupName
  readonly after?: ReverseCursor
  readonly size: number
}

export interface ReverseHit {
  readonly id: string
  /** Version of the record that was judged. */
  readonly version: number
  readonly verdict: Verdict
  readonly points: number
}

export interface ReversePage extends Stamp {
  readonly hits: readonly ReverseHit[]
  /** searched = passend + teVerifieren + nietPassend = every candidate of the bureau, always. */
  readonly counts: { readonly searched: number; readonly passend: number; readonly teVerifieren: number; readonly nietPassend: number }
  /** Exact number in the group, whatever the page. */
  readonly total: number
  readonly next?: ReverseCursor
}

/**
 * The port of what finds candidates for a vacancy (`engines.md` 5.6), made for one bureau; no call can name another. Order:
 * points down, id up as bytes. The candidate records are the truth: a profile that is missing, or of another version,
 * scorecard or day, is made anew from its record, so an answer is always about the records as they are.
 */
export interface Reverse {
  readonly tenant: Tenant
  /** Takes a profile over from a changed record; an older version never replaces a newer one. */
  put(profile: Profile): Promise<void>
  /** Drops everything of an erased candidate, for good: its id never comes back. */
  remove(id: string): Promise<void>
  search(q: ReverseQuery, signal?: AbortSignal): Promise<ReversePage>
  ready(): Promise<Health>
  close(): Promise<void>
}

/** The candidates of the bureau, as the store hands them out. */
export interface ProfileRecords<Record> {
  readonly tenant: Tenant
  list(after: string | undefined, limit: number): Promise<ReadonlyArray<{ readonly id: string; readonly version: number }>>
  get(id: string): Promise<Record | undefined>
}
