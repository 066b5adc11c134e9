import type { Load } from '../../src/domain/load.ts'
import { LoadSchema } from '../../src/domain/load.ts'
import { VacancyFactsSchema, type Vacancy, type VacancyFacts } from '../../src/domain/vacancy.ts'
import type { Prepared } from '../../src/domain/prepared.ts'
import { prepare } from '../../src/reference/prepare.ts'
import type { Moment } from '../../src/domain/moment.ts'

export const AT: Moment = { day: '2026-11-24', instant: '2026-11-24T12:00:00.000Z' }

/** A canonical vacancy with the given facts; everything else is unknown. */
export function vacancy(id: string, facts: Partial<VacancyFacts> = {}, extra: Partial<Omit<Vacancy, 'prepared'>> = {}, day = AT.day): Vacancy {
  const full = VacancyFactsSchema.parse({ title: `Vacature ${id}`, ...facts })
  const source = id.split(':')[0] as string
  const base: Omit<Vacancy, 'prepared'> = {
    ...full,
    id,
    source,
    sourceId: id.split(':')[1] ?? id,
    revision: 1,
    titleClean: full.title,
    status: 'open',
    closedReason: null,
    firstSeenAt: AT.instant,
    lastSeenAt: AT.instant,
    changedAt: AT.instant,
    misses: 0,
    staleSince: null,
    contentHash: '0'.repeat(64),
    ...extra
  }
  return { ...base, prepared: prepare(base, day) }
}

/** A load with sensible rest: stated by default. */
export const load = (dimensie: Load['dimensie'], amount: Load['amount'], rest: Partial<Load> = {}): Load =>
  LoadSchema.parse({
    dimensie,
    amount,
    provenance: 'stated',
    kind: 'text',
    confidence: 4,
    ...rest
  })

/** Codes as an engine sees them, for tests that need no vacancy behind them. */
export const prepared = (over: Partial<Prepared> = {}): Prepared => ({ ...vacancy('bron:x').prepared, ...over })
