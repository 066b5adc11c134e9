import { setImmediate as breathe } from 'node:timers/promises'
import type { Candidate } from '../../domain/candidate.ts'
import type { Tenant } from '../../domain/tenant.ts'
import type { Health } from '../../match/engine.ts'
import type { Profile, ProfileRecords, Reverse, ReversePage, ReverseQuery } from '../../match/reverse.ts'
import { profileOf, stampOf } from '../../match/reverse/profile-of.ts'
import type { ProfileShelves } from '../../match/reverse/profile-shelf.ts'
import { Ranking } from '../../match/reverse/ranking.ts'
import { Aborted } from './search.ts'

const LIST = 500
/** Making a profile takes some 2 ms: after so many the server serves others first. */
const MADE = 8

/**
 * The reverse search in process (`engines.md` 5.6): the profiles of a bureau's candidates, made from their records when first
 * asked for and kept compiled in memory, per version and day.
 */
export class EmbeddedReverse implements Reverse {
  readonly tenant: Tenant
  readonly #records: ProfileRecords<Candidate>
  readonly #shelves: ProfileShelves

  constructor(records: ProfileRecords<Candidate>, shelves: ProfileShelves) {
    this.tenant = records.tenant
    this.#records = records
    this.#shelves = shelves
  }

  async put(profile: Profile): Promise<void> {
    this.#shelves.of(profile).take(this.tenant, profile)
  }

  async remove(id: string): Promise<void> {
    this.#shelves.erase(this.tenant, id)
  }

  async search(q: ReverseQuery, signal?: AbortSignal): Promise<ReversePage> {
    const stamp = stampOf(q.at)
    const shelf = this.#shelves.of(stamp)
    const ranking = new Ranking(q)
    let words = shelf.words.size
    let codes = shelf.words.read(q.vacancy)
    let made = 0
    for (let after: string | undefined; ;) {
      const list = await this.#records.list(after, LIST)
      for (const { id, version } of list) {
        let compiled = shelf.get(this.tenant, id, version)
        if (compiled === undefined) {
          if (signal?.aborted) throw new Aborted()
          const record = await this.#records.get(id)
          // Erased since it was listed.
          if (record === undefined) continue
          compiled = shelf.take(this.tenant, profileOf(record, q.at))
          if (++made % MADE === 0) await breathe()
        }
        if (shelf.words.size !== words) {
          words = shelf.words.size
          codes = shelf.words.read(q.vacancy)
        }
        ranking.add(id, compiled.version, compiled.judge(codes))
      }
      if (signal?.aborted) throw new Aborted()
      after = list.at(-1)?.id
      if (list.length < LIST) return ranking.page(stamp)
      await breathe()
    }
  }

  async ready(): Promise<Health> {
    return { ready: true }
  }

  async close(): Promise<void> {
    this.#shelves.drop(this.tenant)
  }
}
