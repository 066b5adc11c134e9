import type { Candidate, CandidateInput } from './domain/candidate.ts'
import type { Moment } from './domain/moment.ts'
import type { Tenant } from './domain/tenant.ts'
import type { Reverse } from './match/reverse.ts'
import { profileOf } from './match/reverse/profile-of.ts'
import type { CandidateStore, CandidateSummary } from './store/store.ts'

/**
 * The candidates of a bureau with their profiles beside them: what changes or erases a record does so to its profile. The
 * profile is derived, so a failed rewrite loses nothing: it is old by its version, unused, and made anew by the next search.
 */
export class ProfiledCandidates implements CandidateStore {
  readonly tenant: Tenant
  readonly #records: CandidateStore
  readonly #reverse: Reverse
  readonly #now: () => Moment
  readonly #behind: () => void

  /** `behind` is told when a profile could not be rewritten with its record; it gets no id. */
  constructor(records: CandidateStore, reverse: Reverse, now: () => Moment, behind: () => void) {
    this.tenant = records.tenant
    this.#records = records
    this.#reverse = reverse
    this.#now = now
    this.#behind = behind
  }

  async create(input: CandidateInput, at: string): Promise<Candidate> {
    return await this.#follow(await this.#records.create(input, at))
  }

  async get(id: string): Promise<Candidate | undefined> {
    return await this.#records.get(id)
  }

  async replace(id: string, version: number, input: CandidateInput, at: string): Promise<Candidate | undefined> {
    const candidate = await this.#records.replace(id, version, input, at)
    return candidate === undefined ? undefined : await this.#follow(candidate)
  }

  async list(after: string | undefined, limit: number): Promise<readonly CandidateSummary[]> {
    return await this.#records.list(after, limit)
  }

  /** The profile first: while its tokens may still stand somewhere, nobody is told that the candidate was erased. */
  async erase(id: string): Promise<boolean> {
    // A record that cannot be opened can still be erased.
    const there = await this.#records.get(id).then(
      c => c !== undefined,
      () => true
    )
    if (!there) return false
    await this.#reverse.remove(id)
    return await this.#records.erase(id)
  }

  async #follow(candidate: Candidate): Promise<Candidate> {
    try {
      await this.#reverse.put(profileOf(candidate, this.#now()))
    } catch {
      this.#behind()
    }
    return candidate
  }
}
