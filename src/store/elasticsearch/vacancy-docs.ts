import { z } from 'zod'
import type { Connection } from '../../elasticsearch/client.ts'
import type { BulkItem } from './bulk-writes.ts'
import { Documents, type Stored } from './documents.ts'
import { HEAD_FIELDS, rowId, RowSchema, type Row } from './row.ts'
import { STATE, StateDocSchema, stateOf, type State } from './state.ts'

/** In which generation a turn's rows came to show; written before the state says so. */
const CommitSchema = z.object({ kind: z.literal('commit'), stamp: z.int(), generation: z.int() })
/** In which generation a vacancy was removed; one that is not counted yet has a number above all. */
const RemovedSchema = z.object({ kind: z.literal('removed'), id: z.string(), generation: z.int() })
const DocSchema = z.discriminatedUnion('kind', [RowSchema, StateDocSchema, CommitSchema, RemovedSchema])
export type VacancyDoc = z.infer<typeof DocSchema>

/** How often a row is read again because another writer was first. */
const TRIES = 50

/** The index of vacancies. Rows, state and commits lie in one shard, so that one request reads them one after the other. */
export class VacancyDocs extends Documents<VacancyDoc> {
  constructor(connection: Connection, index: string) {
    super(connection, index, DocSchema)
  }

  /** Rows by id of vacancy with the state of before; undefined when the state was another one after. */
  async rows(ids: readonly string[], fields?: readonly string[]): Promise<RowReading | undefined> {
    const found = await this.many([STATE, ...ids.map(rowId), STATE], fields && [...fields, 'state'])
    const [before, after] = [stateIn(found[0]), stateIn(found.at(-1))]
    if (before.generation !== after.generation) return undefined
    return { state: before, rows: found.slice(1, -1).map(rowIn) }
  }

  /** Reads each row and writes what `decide` makes of it, again for those another writer was first at. */
  async each(ids: readonly string[], decide: (id: string, row: Stored<Row> | undefined, state: State) => BulkItem<VacancyDoc> | undefined): Promise<void> {
    let open = ids
    for (let attempt = 0; open.length > 0; attempt++) {
      if (attempt === TRIES) throw new Error('rows change all the time')
      const found = await this.many([STATE, ...open.map(rowId)], [...HEAD_FIELDS, 'state'])
      const state = stateIn(found[0])
      const items = open.flatMap((id, i) => {
        const item = decide(id, rowIn(found[i + 1]), state)
        return item === undefined ? [] : [{ id, item }]
      })
      const results = await this.bulk(items.map(i => i.item))
      open = items.filter((_, i) => results[i] !== 'done').map(i => i.id)
    }
  }
}

export interface RowReading {
  readonly state: State
  readonly rows: ReadonlyArray<Stored<Row> | undefined>
}

function stateIn(found: Stored<VacancyDoc> | undefined): State {
  if (found?.doc.kind !== 'state') throw new Error('the state of the vacancies is missing')
  return stateOf(found.doc)
}

/** A document as a row; other forms are none. */
export function rowIn(found: Stored<VacancyDoc> | undefined): Stored<Row> | undefined {
  return found?.doc.kind === 'row' ? { ...found, doc: found.doc } : undefined
}
