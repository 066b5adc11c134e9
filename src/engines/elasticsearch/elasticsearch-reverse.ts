import { setImmediate as breathe } from 'node:timers/promises'
import type { Candidate } from '../../domain/candidate.ts'
import type { Tenant } from '../../domain/tenant.ts'
import type { Connection } from '../../elasticsearch/client.ts'
import { ElasticsearchFault } from '../../elasticsearch/errors.ts'
import type { Health } from '../../match/engine.ts'
import type { Profile, ProfileRecords, Reverse, ReversePage, ReverseQuery } from '../../match/reverse.ts'
import { profileOf, stampOf } from '../../match/reverse/profile-of.ts'
import type { ProfileShelf, ProfileShelves } from '../../match/reverse/profile-shelf.ts'
import { asksExcluded, Ranking } from '../../match/reverse/ranking.ts'
import { tokensOf } from '../../match/reverse/tokens.ts'
import { ProfileIndex, type ProfileEntry } from './profile-index.ts'

const LIST = 500
const WRITE = 100
/** Making a profile takes some 2 ms: after so many the server serves others first. */
const MADE = 8

type Versions = ReadonlyMap<string, number>

/**
 * The reverse search on Elasticsearch (`engines.md` 5.6). The index answers which profiles forbid a code of the vacancy: those
 * candidates are niet passend and are neither fetched nor judged. Everyone else is judged in process from the codes of the
 * profile, so that verdicts and points are exactly those of the forward search. Which candidates there are, and of which
 * version, the records say each time: what the index lacks or has of another version, rules or day is made from its record.
 */
export class ElasticsearchReverse implements Reverse {
  readonly tenant: Tenant
  readonly #records: ProfileRecords<Candidate>
  readonly #shelves: ProfileShelves
  readonly #index: ProfileIndex
  readonly #behind: () => void

  /** `behind` is told when profiles could not be written or swept; answers stay exact, and the next search tries again. */
  constructor(connection: Connection, records: ProfileRecords<Candidate>, shelves: ProfileShelves, behind: () => void = () => {}) {
    this.tenant = records.tenant
    this.#records = records
    this.#shelves = shelves
    this.#index = new ProfileIndex(connection, records.tenant)
    this.#behind = behind
  }

  async put(profile: Profile): Promise<void> {
    await this.#index.put([profile])
    this.#shelves.of(profile).take(this.tenant, profile)
  }

  async remove(id: string): Promise<void> {
    this.#shelves.erase(this.tenant, id)
    await this.#index.remove([id])
  }

  async search(q: ReverseQuery, signal?: AbortSignal): Promise<ReversePage> {
    if (signal?.aborted === true) throw new ElasticsearchFault('aborted', 'aborted')
    const stamp = stampOf(q.at)
    const shelf = this.#shelves.of(stamp)
    // First the index, then the records: a profile comes after its record, so one without a record is of an erased candidate.
    const entries = await this.#index.entries(tokensOf(q.vacancy), signal)
    const versions = await this.#versions()
    const fresh = (id: string, version: number): ProfileEntry | undefined => {
      const entry = entries.get(id)
      return entry?.version === version && entry.scorecard === stamp.scorecard && entry.day === stamp.day ? entry : undefined
    }
    const ranking = new Ranking(q)
    const toJudge = new Map<string, number>()
    for (const [id, version] of versions) {
      if (!asksExcluded(q.group) && fresh(id, version)?.excluded === true) ranking.exclude()
      else toJudge.set(id, version)
    }
    const missing = [...toJudge].filter(([id, version]) => shelf.get(this.tenant, id, version) === undefined)
    await this.#fetch(
      shelf,
      missing.filter(([id, version]) => fresh(id, version) !== undefined).map(([id]) => id),
      signal
    )
    await this.#judge(q, shelf, toJudge, ranking, signal)
    await this.#sweep(shelf, entries, versions)
    return ranking.page(stamp)
  }

  /** Every record of the bureau with its version. */
  async #versions(): Promise<Versions> {
    const versions = new Map<string, number>()
    for (let after: string | undefined; ;) {
      const list = await this.#records.list(after, LIST)
      for (const { id, version } of list) versions.set(id, version)
      after = list.at(-1)?.id
      if (list.length < LIST) return versions
    }
  }

  /** Takes profiles from the index into memory; one that changed meanwhile is looked at by its own stamp and version later. */
  async #fetch(shelf: ProfileShelf, ids: readonly string[], signal: AbortSignal | undefined): Promise<void> {
    for (const profile of await this.#index.fetch(ids, signal)) {
      if (profile.scorecard === shelf.stamp.scorecard && profile.day === shelf.stamp.day) shelf.take(this.tenant, profile)
    }
  }

  async #judge(q: ReverseQuery, shelf: ProfileShelf, toJudge: Versions, ranking: Ranking, signal: AbortSignal | undefined): Promise<void> {
    const made: Profile[] = []
    let [words, codes, count] = [shelf.words.size, shelf.words.read(q.vacancy), 0]
    for (const [id, version] of toJudge) {
      let compiled = shelf.get(this.tenant, id, version)
      if (compiled === undefined) {
        if (signal?.aborted === true) throw new ElasticsearchFault('aborted', 'aborted')
        const record = await this.#records.get(id)
        // Erased since it was listed.
        if (record === undefined) continue
        const profile = profileOf(record, q.at)
        compiled = shelf.take(this.tenant, profile)
        made.push(profile)
        if (++count % MADE === 0) await breathe()
      }
      if (shelf.words.size !== words) {
        words = shelf.words.size
        codes = shelf.words.read(q.vacancy)
      }
      ranking.add(id, compiled.version, compiled.judge(codes))
    }
    for (let i = 0; i < made.length; i += WRITE) await this.#tolerant(async () => await this.#index.put(made.slice(i, i + WRITE)))
  }

  /** Removes what is left of candidates without a record: erased while the server was away, or by another instance. */
  async #sweep(shelf: ProfileShelf, entries: ReadonlyMap<string, ProfileEntry>, versions: Versions): Promise<void> {
    for (const id of shelf.ids(this.tenant)) {
      if (!versions.has(id) && (await this.#records.get(id)) === undefined) shelf.erase(this.tenant, id)
    }
    const strays: string[] = []
    for (const id of entries.keys()) if (!versions.has(id) && (await this.#records.get(id)) === undefined) strays.push(id)
    await this.#tolerant(async () => await this.#index.remove(strays))
  }

  async #tolerant(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch {
      this.#behind()
    }
  }

  async ready(): Promise<Health> {
    try {
      await this.#index.open()
      return { ready: true }
    } catch (error) {
      return { ready: false, reason: error instanceof Error ? error.message : 'profiles' }
    }
  }

  async close(): Promise<void> {
    this.#shelves.drop(this.tenant)
  }
}
