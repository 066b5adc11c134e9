import { z } from 'zod'
import { dayNumber, dayOf } from '../../domain/moment.ts'
import type { Tenant } from '../../domain/tenant.ts'
import { bulk, type BulkItem } from '../../elasticsearch/bulk.ts'
import type { Connection } from '../../elasticsearch/client.ts'
import { ElasticsearchFault, ElasticsearchUnusable, faulting, isFault } from '../../elasticsearch/errors.ts'
import { checkMapping, createIndex, deleteIndices, refreshIndices } from '../../elasticsearch/indices.ts'
import { readMapping } from '../../elasticsearch/mapping.ts'
import type { Profile, Stamp } from '../../match/reverse.ts'
import { payloadOf, profileFrom } from '../../match/reverse/stored-profile.ts'
import { forbiddenTokens } from '../../match/reverse/tokens.ts'
import { wholeOf } from './reply.ts'

/** What the index says of a candidate: of which record, rules and day, and whether the vacancy has a forbidden code. */
export interface ProfileEntry extends Stamp {
  readonly id: string
  readonly version: number
  readonly excluded: boolean
}

const HeadSchema = z.object({ candidate: z.string(), version: z.int(), scorecard: z.string(), day: z.int() })
const EntriesSchema = z.object({
  hits: z.object({
    hits: z.array(
      z.object({
        _score: z.number(),
        fields: z.object({ candidate: z.tuple([z.string()]), version: z.tuple([z.int()]), scorecard: z.tuple([z.string()]), day: z.tuple([z.int()]) })
      })
    )
  })
})
const DocsSchema = z.object({ docs: z.array(z.object({ found: z.boolean().default(false), _source: HeadSchema.extend({ payload: z.unknown() }).optional() })) })

const PAGE = 5_000
const FETCH = 200
const SEARCH_MS = 2_000
/** A removal outlasts every write that was under way, of any instance: the server remembers it for so long. */
const SETTINGS = { 'index.gc_deletes': '1h' }
const FOR_GOOD = Number.MAX_SAFE_INTEGER
const SINCE = Date.UTC(2025, 0, 1)

/** The index of profiles of one bureau: its calls to the server, and nothing of how candidates are judged. */
export class ProfileIndex {
  readonly #connection: Connection
  readonly #name: string
  readonly #mapping = readMapping('profiles')
  #there: Promise<void> | undefined
  #tick = 0

  constructor(connection: Connection, tenant: Tenant) {
    this.#connection = connection
    this.#name = `${connection.prefix}-profiles-${tenant}`
  }

  /** Makes the index when it is not there. One of another mapping is made anew: everything in it comes from the records. */
  async open(): Promise<void> {
    this.#there ??= this.#make().catch((error: unknown) => {
      this.#there = undefined
      throw error
    })
    await this.#there
  }

  async #make(): Promise<void> {
    const index = { name: this.#name, mapping: this.#mapping, settings: SETTINGS }
    if (await createIndex(this.#connection, index)) return
    try {
      await checkMapping(this.#connection, this.#name, this.#mapping, '')
    } catch (error) {
      if (!(error instanceof ElasticsearchUnusable)) throw error
      await deleteIndices(this.#connection, [this.#name])
      await createIndex(this.#connection, index)
    }
  }

  /** Someone took the index away: it is made anew before the next write. */
  #gone(): void {
    this.#there = undefined
  }

  /** Every profile there is, with whether it forbids one of these codes. */
  async entries(tokens: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, ProfileEntry>> {
    await this.open()
    const found = new Map<string, ProfileEntry>()
    for (let after: string | undefined; ;) {
      const rows = await this.#page(tokens, after, signal)
      for (const { _score, fields } of rows) {
        const [id] = fields.candidate
        found.set(id, { id, version: fields.version[0], scorecard: fields.scorecard[0], day: dayOf(fields.day[0]), excluded: _score > 0 })
      }
      after = rows.at(-1)?.fields.candidate[0]
      if (rows.length < PAGE) return found
    }
  }

  async #page(tokens: readonly string[], after: string | undefined, signal: AbortSignal | undefined): Promise<z.infer<typeof EntriesSchema>['hits']['hits']> {
    try {
      const reply: unknown = await faulting(
        async () =>
          await this.#connection.client.search(
            {
              index: this.#name,
              allow_partial_search_results: false,
              size: PAGE,
              track_scores: true,
              track_total_hits: false,
              timeout: `${SEARCH_MS}ms`,
              _source: false,
              docvalue_fields: ['candidate', 'version', 'scorecard', 'day'],
              query: {
                bool: {
                  filter: [{ match_all: {} }],
                  should: [{ constant_score: { boost: 1, filter: { terms: { forbidden: [...tokens] } } } }],
                  minimum_should_match: 0
                }
              },
              sort: [{ candidate: 'asc' }],
              ...(after === undefined ? {} : { search_after: [after] })
            },
            { requestTimeout: SEARCH_MS + 250, ...(signal === undefined ? {} : { signal }) }
          )
      )
      wholeOf(reply)
      return this.#read(EntriesSchema, reply).hits.hits
    } catch (error) {
      if (!isFault(error, 'gone')) throw error
      this.#gone()
      return []
    }
  }

  #read<T>(schema: z.ZodType<T>, reply: unknown): T {
    const parsed = schema.safeParse(reply)
    // What could not be read is left unsaid: it holds limits.
    if (!parsed.success) throw new ElasticsearchFault('unreadable', 'profile')
    return parsed.data
  }

  /** The profiles of these candidates as they lie there now; what is not there or not ours is left out. */
  async fetch(ids: readonly string[], signal?: AbortSignal): Promise<readonly Profile[]> {
    const profiles: Profile[] = []
    for (let i = 0; i < ids.length; i += FETCH) {
      const part = ids.slice(i, i + FETCH)
      const reply: unknown = await faulting(
        async () =>
          await this.#connection.client.mget(
            { index: this.#name, ids: part, _source: ['candidate', 'version', 'scorecard', 'day', 'payload'] },
            { requestTimeout: SEARCH_MS, ...(signal === undefined ? {} : { signal }) }
          )
      )
      for (const { _source: doc } of this.#read(DocsSchema, reply).docs) {
        if (doc === undefined) continue
        const profile = profileFrom({ id: doc.candidate, version: doc.version, scorecard: doc.scorecard, day: dayOf(doc.day) }, doc.payload)
        if (profile !== undefined) profiles.push(profile)
      }
    }
    return profiles
  }

  /**
   * The external version of a write: first the version of the record, so that an older one never replaces a newer one; then
   * the tenths of seconds since 2025, so that another day or scorecard replaces the one before.
   */
  #order(version: number): number {
    this.#tick = Math.max(this.#tick + 1, Math.floor((Date.now() - SINCE) / 100))
    return version * 2 ** 33 + this.#tick
  }

  async #send(items: readonly BulkItem[], patienceMs: number): Promise<void> {
    await this.open()
    const { gone, refused } = await bulk(this.#connection, items, { patienceMs, deadlineMs: 10_000 })
    if (refused > 0) throw new ElasticsearchFault('refused', 'profile')
    if (gone === 0) return
    this.#gone()
    await this.open()
    await bulk(this.#connection, items, { patienceMs, deadlineMs: 10_000 })
  }

  /** Writes profiles; an older one than is there, or of who was removed, changes nothing. Tried once: a profile can be made again. */
  async put(profiles: readonly Profile[]): Promise<void> {
    const items = profiles.map((profile): BulkItem => ({
      action: 'index',
      index: this.#name,
      id: profile.id,
      version: this.#order(profile.version),
      doc: {
        candidate: profile.id,
        version: profile.version,
        scorecard: profile.scorecard,
        day: dayNumber(profile.day),
        forbidden: forbiddenTokens(profile),
        payload: payloadOf(profile)
      }
    }))
    if (items.length > 0) await this.#send(items, 0)
  }

  /**
   * Removes profiles for good. From searches at once; from the disk when the server merges the segment, which it does not do at
   * once even when told to (it keeps what a copy may still have to be told). Throws when the server did not confirm it.
   */
  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return
    await this.#send(
      ids.map(id => ({ action: 'delete', index: this.#name, id, version: FOR_GOOD })),
      5_000
    )
    await refreshIndices(this.#connection, [this.#name])
  }
}
