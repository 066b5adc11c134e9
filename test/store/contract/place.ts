import type { Test } from 'tap'
import type { AuditRecord } from '../../../src/domain/audit.ts'
import { CandidateInputSchema, type CandidateInput } from '../../../src/domain/candidate.ts'
import type { Vacancy } from '../../../src/domain/vacancy.ts'
import type { RunLease, Store, VacancyStore } from '../../../src/store/store.ts'
import { AT, vacancy } from '../../helpers/vacancy.ts'

/** One place where a store lives. `open` again, after `close`, is a restart over the same data. */
export interface StorePlace {
  open(): Promise<Store>
}

export const LATER = '2026-11-25T12:00:00.000Z'
export const BUREAU = 'bureau-een'
export const OTHER = 'bureau-twee'

export const input = (pseudonym: string, rest: Record<string, unknown> = {}): CandidateInput => CandidateInputSchema.parse({ pseudonym, ...rest })

export const limited = (pseudonym: string, text: string): CandidateInput =>
  input(pseudonym, {
    documents: [{ type: 'FML', editie: 'referentie', date: '2026-10-01', limits: [{ code: '4.14', niveau: 2 }], texts: [{ text }] }],
    travel: { home: 'Zwolle', maxKm: 20 }
  })

export const event = (name: string, subject: string | null = null): Omit<AuditRecord, 'seq' | 'previous' | 'hash'> => ({
  event: name,
  at: AT.instant,
  actor: '0123456789ab',
  role: 'jobhunter',
  subject,
  result: 'ok',
  rules: null
})

export async function all<T>(rows: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = []
  for await (const row of rows) found.push(row)
  return found
}

export const idsOf = async (store: VacancyStore, source: string): Promise<readonly string[]> => (await all(store.ofSource(source))).map(v => v.id)

/** Everything a reader can see of the vacancies. */
export const seen = async (v: VacancyStore, source: string): Promise<unknown> => ({
  rows: await all(v.ofSource(source)),
  codes: await all(v.prepared(source)),
  generation: await v.generation(),
  changed: await v.changedSince(0)
})

export async function lease(v: VacancyStore, source: string, run = 'r-0000000001'): Promise<RunLease> {
  const taken = await v.lease(source, run)
  if (taken === undefined) throw new Error(`no lease of ${source}`)
  return taken
}

/** A whole run: these vacancies are the source's vacancies afterwards. */
export async function fill(
  v: VacancyStore,
  source: string,
  vacancies: readonly Vacancy[],
  at = AT.instant
): Promise<Awaited<ReturnType<VacancyStore['switch']>>> {
  const run = await lease(v, source)
  await v.stage(run, vacancies)
  return await v.switch(run, at)
}

export type Case = (t: Test, store: Store, reopen: () => Promise<Store>) => Promise<void>

/** The same vacancy under another title, changed later. */
export const renamed = (v: Vacancy, title: string, changedAt = LATER): Vacancy => vacancy(v.id, { title }, { changedAt })
