import { z } from 'zod'
import type { Connection } from '../../elasticsearch/client.ts'
import { faulting, isFault } from '../../elasticsearch/errors.ts'
import { checkMapping, createIndex, deleteIndices, listIndices, moveAlias, type FoundIndex } from '../../elasticsearch/indices.ts'
import { readMapping } from '../../elasticsearch/mapping.ts'
import { mergeFilled } from './segments.ts'

/** What can be searched at one moment: one index a source, and up to which change of the store they are. */
export interface View {
  readonly generation: number
  readonly indices: ReadonlyMap<string, string>
}

/** What an index holds of its source: everything the store had in a generation, as left by the last run that had switched then. */
export interface Holds {
  /** Of that run, 0 before the first; an index that a run fills holds that run itself. */
  readonly fence: number
  /** Read before the first vacancy was. */
  readonly since: number
  /** The run that fills it; without one it is built from what the store shows. */
  readonly run?: string
}

/** What is noted about an index. One of an older program holds nothing that counts. */
export const holdsOf = (index: FoundIndex | undefined): Holds => {
  const { fence, since, run } = index?.meta ?? {}
  return { fence: Number(fence ?? 0), since: Number(since ?? 0), ...(typeof run === 'string' ? { run } : {}) }
}

/** A view with what else lies on the server. */
export interface Found extends View {
  /** Of each source the index of `indices`, with what is noted about it. */
  readonly shown: ReadonlyMap<string, FoundIndex>
  /** Behind the alias, by source: more than one only between two moments of a start. */
  readonly members: ReadonlyMap<string, readonly string[]>
  /** Being filled, left behind, or of the generation before. */
  readonly spare: readonly FoundIndex[]
}

const VISIBLE = 'visible'
const StateSchema = z.object({ _source: z.object({ generation: z.int() }) })
const REMEDY = 'Maak de index opnieuw met `npm run passendwerk -- reindex`, of kies een andere ELASTICSEARCH_PREFIX.'

/** Refresh only when we say so: a generation shows at one moment. Removals are remembered longer than any retry lasts. */
const SETTINGS = { refresh_interval: '-1', gc_deletes: '1h' }
/** An index of one night need not outlive a crash of the server. */
const NEWS_SETTINGS = { ...SETTINGS, translog: { durability: 'async' } }

let serial = 0
/** Grows with time, also between processes; two of one millisecond differ. */
const stamp = (): number => Date.now() * 1_000 + (serial++ % 1_000)

/** Whether a number was made more than an hour ago: who made it is done, or died. */
export const isOld = (n: number): boolean => stamp() - n > 60 * 60_000 * 1_000

/** Of two indices of a source the one of the later run, or the one that was made later. */
const isNewer = (a: FoundIndex, b: FoundIndex): boolean => (holdsOf(a).fence - holdsOf(b).fence || Number(a.meta['n'] ?? 0) - Number(b.meta['n'] ?? 0)) > 0

/**
 * The vacancy indices of one installation: `<prefix>-vac-<source>-<n>`, one shown a source, all of those behind the alias
 * `<prefix>-vacancies`; and the generation they show, in a document of its own that only grows.
 */
export class Shelf {
  readonly alias: string
  readonly #connection: Connection
  readonly #shards: number
  readonly #start: string
  readonly #state: string
  readonly #mapping = readMapping('vacancies')
  /** The server makes one index at a time: who asks for many at once waits here, not on a deadline there. */
  #making: Promise<unknown> = Promise.resolve()

  constructor(connection: Connection, shards: number) {
    this.#connection = connection
    this.#shards = shards
    this.alias = `${connection.prefix}-vacancies`
    this.#start = `${connection.prefix}-vac-`
    this.#state = `${connection.prefix}-state`
  }

  /** Makes what must be there before anything is shown. Throws ElasticsearchUnusable when it is mapped otherwise. */
  async begin(): Promise<void> {
    const state = readMapping('state')
    if (!(await createIndex(this.#connection, { name: this.#state, mapping: state }))) await checkMapping(this.#connection, this.#state, state, REMEDY)
  }

  /** The same, and checks what is shown. Throws ElasticsearchUnusable when a mapping is not ours. */
  async prepare(): Promise<void> {
    await this.begin()
    const names = [...(await this.look()).members.values()].flat()
    if (names.length > 0) await checkMapping(this.#connection, names, this.#mapping, REMEDY)
  }

  /** What is shown now. The generation is read first: the indices hold at least what it says. */
  async look(): Promise<Found> {
    const generation = await this.#generation()
    const found = await listIndices(this.#connection, this.#start)
    const members = new Map<string, FoundIndex[]>()
    const spare: FoundIndex[] = []
    for (const index of found) {
      const source = String(index.meta['source'] ?? '')
      if (index.aliases.includes(this.alias)) members.set(source, [...(members.get(source) ?? []), index])
      else spare.push(index)
    }
    const shown = new Map([...members].map(([source, of]) => [source, of.reduce((a, b) => (isNewer(b, a) ? b : a))]))
    return {
      generation,
      members: new Map([...members].map(([source, of]) => [source, of.map(i => i.name)])),
      spare,
      shown,
      indices: new Map([...shown].map(([source, { name }]) => [source, name]))
    }
  }

  async #generation(): Promise<number> {
    try {
      const reply: unknown = await faulting(async () => await this.#connection.client.get({ index: this.#state, id: VISIBLE }))
      return StateSchema.parse(reply)._source.generation
    } catch (error) {
      if (isFault(error, 'gone')) return 0
      throw error
    }
  }

  /** Notes which generation is shown. An instance that is behind changes nothing. */
  async note(generation: number): Promise<void> {
    if (generation === 0) return
    try {
      await faulting(
        async () =>
          await this.#connection.client.index({
            index: this.#state,
            id: VISIBLE,
            version: generation,
            version_type: 'external',
            document: { generation }
          })
      )
    } catch (error) {
      if (!isFault(error, 'conflict')) throw error
    }
  }

  /** Forgets the generation: the store is older than what was shown (it was put back from a backup). */
  async forget(): Promise<void> {
    await deleteIndices(this.#connection, [this.#state])
    await createIndex(this.#connection, { name: this.#state, mapping: readMapping('state') })
  }

  /** A new, empty index of a source that nobody sees yet. What it will hold is noted with it. */
  async add(source: string, holds: Holds): Promise<string> {
    for (;;) {
      const n = stamp()
      const name = `${this.#start}${source}-${n}`
      const meta = { source, n, ...holds }
      const settings = { ...SETTINGS, number_of_shards: this.#shards }
      const made = this.#making.then(async () => await createIndex(this.#connection, { name, mapping: this.#mapping, settings, meta }))
      this.#making = made.catch(() => {})
      if (await made) return name
    }
  }

  /** A new, empty index for what is new, beside the shown ones; no replica and no documents to give back, it lives as long as its questions. */
  async addNews(): Promise<string> {
    const n = stamp()
    const name = `${this.#connection.prefix}-news-${n}`
    const mapping = { ...this.#mapping, _source: { enabled: false } }
    await createIndex(this.#connection, { name, mapping, settings: NEWS_SETTINGS, meta: { n }, replicas: 0 })
    return name
  }

  /** Merges an index that was filled with so many documents and is not shown yet. */
  async merge(name: string, documents: number): Promise<void> {
    await mergeFilled(this.#connection, name, documents / this.#shards)
  }

  /** Drops indices of `addNews` that nobody took away within an hour. */
  async dropOldNews(): Promise<void> {
    const found = await listIndices(this.#connection, `${this.#connection.prefix}-news-`)
    await this.drop(found.filter(i => isOld(Number(i.meta['n'] ?? 0))).map(i => i.name))
  }

  /** Shows this index for its source instead of all others, in one step. False when another one was first: look again. */
  async show(found: Found, source: string, index: string): Promise<boolean> {
    const members = found.members.get(source) ?? []
    const from = members.filter(name => name !== index)
    if (members.includes(index) && from.length === 0) return true
    return await moveAlias(this.#connection, this.alias, from, members.includes(index) ? [] : [index])
  }

  async drop(names: readonly string[]): Promise<void> {
    await deleteIndices(this.#connection, names)
  }
}
