import type { Tenant } from '../../domain/tenant.ts'
import type { Profile, Stamp } from '../reverse.ts'
import { ProfileCompiler, type CompiledProfile } from './compile-profile.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Profiles kept at once, over all bureaus: some 20 kB each (measured with 1,000), so 100 MB at most. */
const MOST = 5_000

/**
 * Compiled profiles of one day and scorecard, kept while there is room: the least used goes first. What was erased is dropped
 * and not taken in again, also when a search that is under way still holds it.
 */
export class ProfileShelf {
  readonly stamp: Stamp
  readonly #compiler = new ProfileCompiler()
  readonly #most: number
  readonly #kept = new Map<string, CompiledProfile>()
  readonly #erased = new Set<string>()

  constructor(stamp: Stamp, most: number) {
    this.stamp = stamp
    this.#most = most
  }

  get words(): Vocabulary {
    return this.#compiler.words
  }

  /** The profile of this version of a record. */
  get(tenant: Tenant, id: string, version: number): CompiledProfile | undefined {
    const key = `${tenant}/${id}`
    const found = this.#kept.get(key)
    if (found?.version !== version) return undefined
    this.#kept.delete(key)
    this.#kept.set(key, found)
    return found
  }

  /** Compiles a profile and keeps it, unless its record was erased or a newer version is here. One of another stamp is refused. */
  take(tenant: Tenant, profile: Profile): CompiledProfile {
    if (profile.scorecard !== this.stamp.scorecard || profile.day !== this.stamp.day) throw new Error('profile of another day or scorecard')
    const key = `${tenant}/${profile.id}`
    const compiled = this.#compiler.compile(profile)
    if (this.#erased.has(key) || (this.#kept.get(key)?.version ?? 0) > profile.version) return compiled
    this.#kept.delete(key)
    this.#kept.set(key, compiled)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest)
    return compiled
  }

  erase(tenant: Tenant, id: string): void {
    this.#erased.add(`${tenant}/${id}`)
    this.#kept.delete(`${tenant}/${id}`)
  }

  /** Ids of a bureau's candidates that are kept, in order. */
  ids(tenant: Tenant): readonly string[] {
    return [...this.#kept.keys()]
      .filter(key => key.startsWith(`${tenant}/`))
      .map(key => key.slice(tenant.length + 1))
      .sort()
  }

  drop(tenant: Tenant): void {
    for (const id of this.ids(tenant)) this.#kept.delete(`${tenant}/${id}`)
  }
}

/** The shelf of the day, for every bureau of this process. Another day or scorecard starts an empty one. */
export class ProfileShelves {
  readonly #most: number
  #shelf: ProfileShelf | undefined

  constructor(most = MOST) {
    this.#most = most
  }

  of(stamp: Stamp): ProfileShelf {
    const now = this.#shelf
    if (now?.stamp.day === stamp.day && now.stamp.scorecard === stamp.scorecard) return now
    this.#shelf = new ProfileShelf(stamp, this.#most)
    return this.#shelf
  }

  erase(tenant: Tenant, id: string): void {
    this.#shelf?.erase(tenant, id)
  }

  /** Ids of a bureau's candidates of whom anything is in memory. */
  ids(tenant: Tenant): readonly string[] {
    return this.#shelf?.ids(tenant) ?? []
  }

  /** Forgets the profiles of one bureau. */
  drop(tenant: Tenant): void {
    this.#shelf?.drop(tenant)
  }
}
