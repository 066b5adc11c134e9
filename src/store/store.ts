import type { AuditRecord, ChainCheck } from '../domain/audit.ts'
import type { Candidate, CandidateInput } from '../domain/candidate.ts'
import type { ImportRun, RowReport } from '../domain/import.ts'
import type { Role, Tenant } from '../domain/tenant.ts'
import type { Vacancy } from '../domain/vacancy.ts'

/** Thrown when a write carries a version that is no longer the newest; the API answers 412. */
export class StaleVersion extends Error {
  constructor() {
    super('stale version')
  }
}

/** Thrown when the store cannot be used; `remedy` is for the operator. */
export class StoreUnusable extends Error {
  readonly remedy: string
  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options)
    this.remedy = remedy
  }
}

/** Thrown when stored data is not as it was written: waiting does not help, a person must put a copy back. */
export class StoreDamaged extends StoreUnusable {
  override readonly name = 'StoreDamaged'
}

/** One run of one source holds its lease; `fence` grows with each, a stale one is refused. */
export interface RunLease {
  readonly id: string
  readonly source: string
  readonly fence: number
}

/** Who has a source now, and the last run whose vacancies it shows. */
export interface SourceTurn {
  /** The run that holds the lease, in whatever instance. */
  readonly held: { readonly id: string; readonly fence: number } | undefined
  /** The last run that switched, and in which generation; of an older record the fence is 0. */
  readonly switched: { readonly fence: number; readonly generation: number } | undefined
}

/** So many removals a store remembers at least, the newest; of one call all or none. */
export const REMOVALS_KEPT = 5_000

export interface VacancyWrite {
  readonly id: string
  readonly result: 'done' | 'older' | 'refused'
  readonly reason?: string
}

/**
 * Vacancies and their generations: the truth the engines derive from. Rows of a run are invisible until its one switch.
 */
export interface VacancyStore {
  /** Number that grows with each visible change. */
  generation(): Promise<number>
  /** Takes the lease of a source; undefined when another run holds it. */
  lease(source: string, runId: string): Promise<RunLease | undefined>
  /** Adds vacancies to a run. Rows equal to the live ones are only noted. */
  stage(lease: RunLease, vacancies: readonly Vacancy[]): Promise<void>
  /** What a run staged of these vacancies, as it was staged and in the order asked; one that was removed since is left out. */
  staged(lease: RunLease, ids: readonly string[]): Promise<readonly Vacancy[]>
  /** Makes the run's vacancies the source's vacancies in one step, notes that in the run's record and ends the lease. */
  switch(lease: RunLease, at: string): Promise<{ readonly generation: number; readonly changed: number; readonly removed: number }>
  /** Drops what a run staged and ends the lease. */
  discard(lease: RunLease): Promise<void>
  put(vacancies: readonly Vacancy[]): Promise<readonly VacancyWrite[]>
  remove(ids: readonly string[]): Promise<readonly VacancyWrite[]>
  get(ids: readonly string[]): Promise<readonly Vacancy[]>
  /** The codes of those of these vacancies that are live, in the order asked: far quicker than the whole vacancies. */
  preparedOf(ids: readonly string[]): Promise<ReadonlyArray<Vacancy['prepared']>>
  /** Live vacancies of a source, in order of id. */
  ofSource(source: string): AsyncIterable<Vacancy>
  sources(): Promise<readonly string[]>
  /** Of every source that ever had a run: who holds it and what it shows, of one moment. */
  turns(): Promise<ReadonlyMap<string, SourceTurn>>
  /** Ids of live vacancies that changed after a generation, of one source or of all. */
  changedSince(generation: number, source?: string): Promise<readonly string[]>
  /**
   * Ids taken away by `remove` after a generation that are not live now; now and then one more, never one less. Undefined
   * when that is no longer remembered: then only a look at everything tells.
   */
  removedSince(generation: number): Promise<readonly string[] | undefined>
  /** Ids and prepared codes of every live vacancy, for building columns. */
  prepared(source?: string): AsyncIterable<Vacancy['prepared']>
  /** Rewrites every live vacancy that differs in place (read again after rules changed); a new generation when one did. */
  rewrite(work: (v: Vacancy) => Vacancy, progress?: (done: number) => void): Promise<{ readonly checked: number; readonly changed: number }>
}

export interface RunStore {
  create(run: ImportRun): Promise<void>
  update(run: ImportRun): Promise<void>
  get(id: string): Promise<ImportRun | undefined>
  list(limit: number): Promise<readonly ImportRun[]>
  /** The runs of a source that were taken in, the last to switch first. */
  takenIn(source: string, limit: number): Promise<readonly ImportRun[]>
  /** The newest run of a source that was taken in, of those whose file tells when it was made. */
  newestFile(source: string): Promise<ImportRun | undefined>
  report(runId: string, rows: readonly RowReport[]): Promise<void>
  rows(runId: string, after: number, limit: number): Promise<readonly RowReport[]>
}

/** Candidates of one bureau. The tenant was given to the constructor; no call can name another. */
export interface CandidateStore {
  readonly tenant: Tenant
  create(input: CandidateInput, at: string): Promise<Candidate>
  get(id: string): Promise<Candidate | undefined>
  /** Throws StaleVersion when `version` is not the stored one; undefined when there is no such candidate. */
  replace(id: string, version: number, input: CandidateInput, at: string): Promise<Candidate | undefined>
  list(after: string | undefined, limit: number): Promise<readonly CandidateSummary[]>
  /** Deletes record and key; what backups still hold can no longer be read. False when there is none. */
  erase(id: string): Promise<boolean>
}

/** What the store knows of a candidate without opening the record. */
export interface CandidateSummary {
  readonly id: string
  readonly pseudonym: string
  readonly version: number
  readonly createdAt: string
  readonly updatedAt: string
}

export interface AuditStore {
  /** Appends to the chain; durable when it returns. */
  append(record: Omit<AuditRecord, 'seq' | 'previous' | 'hash'>): Promise<AuditRecord>
  /** Records behind a number, oldest first. One that was damaged past reading is left out. */
  list(after: number, limit: number): Promise<readonly AuditRecord[]>
  /** Records that do not follow from the one before; a missing end counts as one. Never throws for damaged records. */
  verify(): Promise<ChainCheck>
}

/** An API key as stored: the secret only as a hash. */
export interface StoredKey {
  readonly id: string
  readonly hash: string
  readonly tenant: Tenant
  readonly role: Role
  readonly label: string
  readonly createdAt: string
  readonly expiresAt: string | null
  readonly revokedAt: string | null
}

export interface KeyStore {
  add(key: StoredKey): Promise<void>
  find(id: string): Promise<StoredKey | undefined>
  list(tenant: Tenant): Promise<readonly StoredKey[]>
  revoke(id: string, at: string): Promise<boolean>
}

/** What must not be lost. `app.ts` hands its parts out; `bureau` opens the file of one tenant. */
export interface Store {
  readonly vacancies: VacancyStore
  readonly runs: RunStore
  readonly keys: KeyStore
  bureau(tenant: Tenant): { readonly candidates: CandidateStore; readonly audit: AuditStore }
  tenants(): Promise<readonly Tenant[]>
  close(): Promise<void>
}
