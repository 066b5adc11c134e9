import type { Moment } from '../domain/moment.ts'
import type { Vacancy } from '../domain/vacancy.ts'

/** A vacancy expires only after this long unseen, so that an hourly feed cannot expire it over lunch (`feeds.md` 7). */
const UNSEEN_MS = 40 * 3_600_000

/** A delta never tells what is gone: without a sign of life for 60 days a vacancy expires. */
const SILENT_MS = 60 * 24 * 3_600_000

/** A vacancy the source itself calls gone. One that is closed already keeps its first reason. */
export const closed = (v: Vacancy, reason: 'withdrawn' | 'validThrough', at: Moment): Vacancy =>
  v.status === 'closed' ? v : { ...v, status: 'closed', closedReason: reason, changedAt: at.instant }

/**
 * What becomes of a live vacancy a run did not bring. Full list: absent once = `missed` and still shown; absent twice in a
 * row and 40 hours unseen = `expired`. In a delta absence says nothing. A passed closing date closes it in either.
 */
export function afterMiss(v: Vacancy, mode: 'full' | 'delta', at: Moment): Vacancy {
  if (v.status === 'expired' || v.status === 'closed') return v
  if (v.closesAt !== null && v.closesAt < at.day) return closed(v, 'validThrough', at)
  const unseen = Date.parse(at.instant) - Date.parse(v.lastSeenAt)
  if (mode === 'delta') return unseen > SILENT_MS ? { ...v, status: 'expired', closedReason: 'maxAge', changedAt: at.instant } : v
  const misses = v.misses + 1
  return misses >= 2 && unseen >= UNSEEN_MS
    ? { ...v, misses, status: 'expired', closedReason: 'absent', changedAt: at.instant }
    : { ...v, misses, status: 'missed' }
}
