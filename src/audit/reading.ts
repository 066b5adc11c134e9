import { setImmediate as turn } from 'node:timers/promises'
import type { AuditRecord } from '../domain/audit.ts'
import { momentOf, type Day } from '../domain/moment.ts'
import type { AuditStore } from '../store/store.ts'

/** Which records of a log: of one subject (its keyed hash), from a day in the Netherlands on, older than a number. */
export interface AuditQuery {
  readonly subject?: string | undefined
  readonly since?: Day | undefined
  readonly before?: number | undefined
  readonly size: number
}

/** One page of a log, newest first. */
export interface AuditPage {
  readonly items: readonly AuditRecord[]
  /** How many records there are in all, on every page. */
  readonly total: number
  /** `before` of the next page; null when nothing older is left. */
  readonly next: number | null
  /** Numbers up to the newest of which no record can be read: dropped or damaged. */
  readonly unread: number
}

const BATCH = 1_000

const asks = (q: AuditQuery, r: AuditRecord): boolean =>
  (q.subject === undefined || r.subject === q.subject) && (q.since === undefined || momentOf(new Date(r.at)).day >= q.since)

/**
 * Reads a log from its beginning to its end: the store gives records oldest first, and who looks wants the newest. Others
 * are served meanwhile, and no more than one page is held.
 */
export async function readAudit(store: AuditStore, query: AuditQuery): Promise<AuditPage> {
  let [items, total, older, read, end]: [AuditRecord[], number, number, number, number] = [[], 0, 0, 0, 0]
  for (;;) {
    const records = await store.list(end, BATCH)
    for (const r of records) {
      read++
      end = r.seq
      if (!asks(query, r)) continue
      total++
      if (query.before !== undefined && r.seq >= query.before) continue
      older++
      items.push(r)
    }
    items = items.slice(-query.size)
    if (records.length < BATCH) break
    await turn()
  }
  return { items: items.toReversed(), total, next: older > items.length ? (items[0]?.seq ?? null) : null, unread: end - read }
}
