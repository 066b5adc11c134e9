import { z } from 'zod'
import type { Vacancy } from '../../domain/vacancy.ts'
import { bodyOf, fingerprintOf } from '../vacancy-form.ts'
import type { SourceState } from './state.ts'

const StampSchema = z.int().min(1)
const VersionSchema = z.object({
  /** Turn that wrote it: it shows once that turn has switched. */
  stamp: StampSchema,
  fingerprint: z.string(),
  changed_at: z.string(),
  prepared: z.string().default(''),
  body: z.string().default('')
})
export type Version = z.infer<typeof VersionSchema>

/**
 * One vacancy of the store: what is live, and beside it what a turn has staged, in two slots. Which one shows follows from
 * the state of its source, so that thousands of rows change at one write to that state.
 */
export const RowSchema = z.object({
  kind: z.literal('row'),
  id: z.string(),
  source: z.string(),
  /** Every stamp in it, to find rows by. */
  stamps: z.array(StampSchema),
  /** Turn that took it away; a version with a higher stamp brings it back. */
  gone: StampSchema.nullable().default(null),
  /** When it was last seen, where the last run of the source did not bring it (`at` null: it follows the source again). */
  seen: z.array(z.object({ stamp: StampSchema, at: z.string().nullable() })).default([]),
  a: VersionSchema.nullable().default(null),
  b: VersionSchema.nullable().default(null)
})
export type Row = z.infer<typeof RowSchema>
export type Slot = 'a' | 'b'

/** Fields that tell which version shows, and those that hold its codes. */
export const HEAD_FIELDS = ['kind', 'id', 'source', 'stamps', 'gone', 'seen', ...['a', 'b'].flatMap(s => [`${s}.stamp`, `${s}.fingerprint`, `${s}.changed_at`])]
export const CODE_FIELDS = [...HEAD_FIELDS, 'a.prepared', 'b.prepared']

export const rowId = (vacancy: string): string => `row:${vacancy}`
/** Whether the turn with this stamp has switched. */
const shows = (state: SourceState, stamp: number): boolean => stamp <= state.current && !state.aborted.includes(stamp)

export interface Shown {
  readonly slot: Slot
  readonly version: Version
  readonly seen: string | null
}

/** What a reader sees of a row in a state of its source; undefined when it is not live. */
export function shownOf(row: Row, state: SourceState | undefined): Shown | undefined {
  if (state === undefined) return undefined
  let shown: { slot: Slot; version: Version } | undefined
  for (const slot of ['a', 'b'] as const) {
    const version = row[slot]
    if (version !== null && shows(state, version.stamp) && version.stamp > (shown?.version.stamp ?? 0)) shown = { slot, version }
  }
  if (shown === undefined || (row.gone !== null && row.gone > shown.version.stamp && shows(state, row.gone))) return undefined
  return { ...shown, seen: noteOf(row, state, shown.version.stamp)?.at ?? null }
}

/** The note on when it was last seen that holds for a version; a newer version begins without one. */
const noteOf = (row: Row, state: SourceState, version: number): Row['seen'][number] | undefined =>
  row.seen.filter(n => n.stamp >= version && shows(state, n.stamp)).at(-1)

const stampsOf = (row: Pick<Row, 'a' | 'b' | 'gone' | 'seen'>): number[] => [
  ...new Set([row.a?.stamp, row.b?.stamp, row.gone, ...row.seen.map(n => n.stamp)].filter(s => typeof s === 'number'))
]

export const versionOf = (v: Vacancy, stamp: number): Version => ({
  stamp,
  fingerprint: fingerprintOf(v),
  changed_at: v.changedAt,
  prepared: JSON.stringify(v.prepared),
  body: bodyOf(v)
})

export const newRow = (v: Vacancy, stamp: number): Row => ({
  kind: 'row',
  id: v.id,
  source: v.source,
  stamps: [stamp],
  gone: null,
  seen: [],
  a: versionOf(v, stamp),
  b: null
})

/** A row as a turn may change it: what shows stays, of what does not show only this turn's own. */
function base(
  row: Row,
  state: SourceState,
  stamp: number
): { readonly shown: Shown | undefined; readonly own: Slot | undefined; readonly rest: Pick<Row, 'gone' | 'seen'> } {
  const shown = shownOf(row, state)
  const own = (['a', 'b'] as const).find(slot => row[slot]?.stamp === stamp)
  const note = shown === undefined ? undefined : noteOf(row, state, shown.version.stamp)
  return { shown, own, rest: { gone: null, seen: note === undefined ? [] : [note] } }
}

/** What a turn brings of a row: the version it staged, or the one that shows when that is the same. */
export function broughtIn(row: Row, state: SourceState, stamp: number): Version | undefined {
  const { shown, own } = base(row, state, stamp)
  return own === undefined ? shown?.version : (row[own] ?? undefined)
}

/** Fields to merge into a row. */
export type Change = Partial<Row>
const withStamps = (row: Row, change: Change): Change => ({ ...change, stamps: stampsOf({ ...row, ...change }) })

/** Puts a version beside the one that shows. */
export function stagedIn(row: Row, state: SourceState, version: Version): Change {
  const { shown, rest } = base(row, state, version.stamp)
  const change: Change = shown?.slot === 'a' ? { b: version, ...rest } : shown?.slot === 'b' ? { a: version, ...rest } : { a: version, b: null, ...rest }
  return withStamps(row, change)
}

/** Takes out what turns left behind that never switched, and rows that are gone; undefined when a row is clean. */
export function cleaned(row: Row, state: SourceState): Change | 'delete' | undefined {
  const shown = shownOf(row, state)
  const dead = (stamp: number): boolean => state.aborted.includes(stamp)
  /** Of what does not show, only what a turn is writing now may stay. */
  const stays = (slot: Slot): boolean => slot === shown?.slot || (row[slot]?.stamp ?? 0) > state.current
  const [a, b] = [stays('a') && !dead(row.a?.stamp ?? 0) ? row.a : null, stays('b') && !dead(row.b?.stamp ?? 0) ? row.b : null]
  if (a === null && b === null) return 'delete'
  const left = { gone: row.gone !== null && dead(row.gone) ? null : row.gone, seen: row.seen.filter(n => !dead(n.stamp)) }
  // Only fields that become empty: this row may have been read without its bodies.
  const change = withStamps({ ...row, a, b }, { ...(a === row.a ? {} : { a }), ...(b === row.b ? {} : { b }), ...left })
  return change.stamps?.length === row.stamps.length ? undefined : change
}

/** Takes away what this turn staged and leaves what shows; undefined when it staged nothing here. */
export function unstagedIn(row: Row, state: SourceState, stamp: number): Change | undefined {
  const { own, rest } = base(row, state, stamp)
  return own === undefined ? undefined : withStamps(row, { [own]: null, ...rest })
}

/** How a switch leaves a row: gone when the run did not bring it (`brought` undefined), else with the time it was last seen. */
export function switchedIn(
  row: Row,
  state: SourceState,
  run: { readonly stamp: number; readonly at: string },
  brought: string | undefined
): Change | undefined {
  const { shown, own, rest } = base(row, state, run.stamp)
  if (brought === undefined) return shown === undefined ? undefined : withStamps(row, { ...rest, gone: run.stamp })
  const seen = own === undefined ? (shown?.seen ?? null) : null
  const next = brought >= run.at ? null : (seen ?? brought)
  return next === seen ? undefined : withStamps(row, { ...rest, seen: [...rest.seen, { stamp: run.stamp, at: next }] })
}
