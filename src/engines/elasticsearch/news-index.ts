import { createHash } from 'node:crypto'
import { bulk, type BulkItem, type BulkOptions } from '../../elasticsearch/bulk.ts'
import type { Connection } from '../../elasticsearch/client.ts'
import { ElasticsearchFault } from '../../elasticsearch/errors.ts'
import { mergeIndex, refreshIndices } from '../../elasticsearch/indices.ts'
import type { Prepared } from '../../domain/prepared.ts'
import type { Query } from '../../match/engine.ts'
import { FIELDS, type Field } from '../../match/fields.ts'
import type { Asking } from './asking.ts'
import { versionOf } from './document.ts'
import type { List, ListRow } from './page.ts'
import type { Shelf } from './shelf.ts'

/** What is new at one moment, as it is asked: by place in the order only. */
export interface NewsIndex {
  /** Takes over what is new now: all of it. */
  fill(generation: number, rows: AsyncIterable<Prepared>, signal?: AbortSignal): Promise<void>
  lists(generation: number, qs: readonly Query[], signal?: AbortSignal): Promise<ReadonlyArray<List<ListRow>>>
  close(): Promise<void>
}

/** Columns in this process, made by who composes the engine: an engine knows no other one. */
export type Columns = (rows: AsyncIterable<Prepared>) => Promise<{ search(q: Query, signal?: AbortSignal): Promise<List<ListRow>> }>

export interface ServerParts {
  readonly connection: Connection
  readonly shelf: Shelf
  readonly asking: Asking
  readonly bulk: BulkOptions
}

const NAMES = (Object.keys(FIELDS) as Field[]).sort()
const isEmpty = (value: Prepared[Field] | undefined): boolean => value === undefined || value === null || (Array.isArray(value) && value.length === 0)

/** The codes of a vacancy as one short text; an older record that lacks a field has the same one as with nothing in it. */
function markOf(p: Prepared): string {
  const text = JSON.stringify(NAMES.map(name => (isEmpty(p[name]) ? null : p[name])))
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

/** An index of its own on the server. */
export class ServerNews implements NewsIndex {
  readonly #parts: ServerParts
  readonly #index: string
  /** What lies in the index, by id. */
  #marks: ReadonlyMap<string, string> = new Map()
  #fills = 0

  private constructor(parts: ServerParts, index: string) {
    this.#parts = parts
    this.#index = index
  }

  static async open(parts: ServerParts): Promise<ServerNews> {
    return new ServerNews(parts, await parts.shelf.addNews())
  }

  async close(): Promise<void> {
    await this.#parts.shelf.drop([this.#index]).catch(() => {})
  }

  /** Only rows that are other than at the fill before go to the server. */
  async fill(generation: number, rows: AsyncIterable<Prepared>, signal?: AbortSignal): Promise<void> {
    const version = versionOf(generation, this.#fills++)
    const [index, before, now] = [this.#index, this.#marks, new Map<string, string>()]
    const items = async function* (): AsyncGenerator<BulkItem> {
      for await (const doc of rows) {
        const mark = markOf(doc)
        now.set(doc.vacancy_id, mark)
        if (before.get(doc.vacancy_id) !== mark) yield { action: 'index', index, id: doc.vacancy_id, version, doc }
      }
      for (const id of before.keys()) if (!now.has(id)) yield { action: 'delete', index, id, version }
    }
    const { connection } = this.#parts
    const report = await bulk(connection, items(), { ...this.#parts.bulk, ...(signal === undefined ? {} : { signal }) })
    if (report.refused + report.gone > 0) throw new ElasticsearchFault('refused', 'vacancy')
    this.#marks = now
    await mergeIndex(connection, index)
    await refreshIndices(connection, [index])
  }

  async lists(generation: number, qs: readonly Query[], signal?: AbortSignal): Promise<ReadonlyArray<List<ListRow>>> {
    return await this.#parts.asking.lists({ generation, indices: new Map([['', this.#index]]) }, this.#marks.size, qs, signal)
  }
}

/** Columns in this process: no question of 2,000 candidates goes over the wire. */
export class ColumnNews implements NewsIndex {
  readonly #columns: Columns
  #filled: Awaited<ReturnType<Columns>> | undefined

  constructor(columns: Columns) {
    this.#columns = columns
  }

  async fill(_generation: number, rows: AsyncIterable<Prepared>): Promise<void> {
    this.#filled = await this.#columns(rows)
  }

  async lists(_generation: number, qs: readonly Query[], signal?: AbortSignal): Promise<ReadonlyArray<List<ListRow>>> {
    const lists: List<ListRow>[] = []
    for (const q of qs) {
      lists.push((await this.#filled?.search(q, signal)) ?? { rows: [], total: 0 })
      // Other requests wait for one question, not for a hundred.
      await new Promise(setImmediate)
    }
    return lists
  }

  async close(): Promise<void> {
    this.#filled = undefined
  }
}
