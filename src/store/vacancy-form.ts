import { createHash } from 'node:crypto'
import { compact } from '../domain/compact.ts'
import { VacancySchema, type Vacancy } from '../domain/vacancy.ts'

/** What makes two vacancies equal: everything but the time it was last seen. */
export function fingerprintOf(v: Vacancy): string {
  const { lastSeenAt: _seen, ...rest } = v
  return createHash('sha256').update(JSON.stringify(rest)).digest('base64url')
}

/** A vacancy without its prepared codes, as text: those are kept apart, so that columns are built without the rest. */
export const bodyOf = ({ prepared: _prepared, ...rest }: Vacancy): string => JSON.stringify(compact(rest))

/** The parts of a stored vacancy. `seen` is the time it was last seen where the last run of its source did not bring it. */
export interface VacancyParts {
  readonly body: string
  readonly prepared: string
  readonly seen: string | null
  readonly lastRun: string | null
}

/** A vacancy from its parts. An open one was last seen by the last run of its source, unless `seen` says otherwise. */
export function assemble({ body, prepared, seen, lastRun }: VacancyParts): Vacancy {
  const v = JSON.parse(body) as Vacancy
  const last = seen ?? lastRun
  const lastSeenAt = v.status === 'open' && last !== null && last > v.lastSeenAt ? last : v.lastSeenAt
  return VacancySchema.parse({ ...v, prepared: JSON.parse(prepared) as Vacancy['prepared'], lastSeenAt })
}
