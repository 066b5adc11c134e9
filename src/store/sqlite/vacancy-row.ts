import { createHash } from 'node:crypto'
import { VacancySchema, type Vacancy } from '../../domain/vacancy.ts'
import type { Row } from './database.ts'

/** A row is live when the source has switched to its generation and not past its end. */
export const LIVE = 'v.gen_from <= s.current AND (v.gen_to IS NULL OR v.gen_to > s.current)'

/** What makes two rows equal: everything but the time it was last seen. */
export function fingerprintOf(v: Vacancy): string {
  const { lastSeenAt: _seen, ...rest } = v
  return createHash('sha256').update(JSON.stringify(rest)).digest('base64url')
}

export function vacancyOf(row: Row): Vacancy {
  const v = JSON.parse(String(row['body'])) as Vacancy
  const prepared = JSON.parse(String(row['prepared'])) as Vacancy['prepared']
  const lastRun = row['last_run'] as string | null
  // An open row was seen by the last run of its source, unless that run did not bring it: then `seen` says when it was.
  const seen = (row['seen'] as string | null) ?? lastRun
  const lastSeenAt = v.status === 'open' && seen !== null && seen > v.lastSeenAt ? seen : v.lastSeenAt
  return VacancySchema.parse({ ...v, prepared, lastSeenAt })
}

export const bodyOf = ({ prepared: _prepared, ...rest }: Vacancy): string => JSON.stringify(rest)
