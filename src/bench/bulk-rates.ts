import { randomUUID } from 'node:crypto'
import type { Vacancy } from '../domain/vacancy.ts'
import { bulk } from '../elasticsearch/bulk.ts'
import type { Connection } from '../elasticsearch/client.ts'
import { createIndex } from '../elasticsearch/indices.ts'
import { readMapping } from '../elasticsearch/mapping.ts'
import { documentOf } from '../engines/elasticsearch/document.ts'
import { market } from './market.ts'
import { msOf } from './timing.ts'

const BATCH = 1_000

/** Documents a second of the bare client, two requests at a time, into an index as ours. */
async function rawRate({ client }: Connection, index: string, vacancies: readonly Vacancy[]): Promise<number> {
  const batches: object[][] = []
  for (let i = 0; i < vacancies.length; i += BATCH)
    batches.push(vacancies.slice(i, i + BATCH).flatMap(v => [{ index: { _index: index, _id: v.id, version: 1, version_type: 'external' } }, documentOf(v)]))
  const send = async (from: number): Promise<void> => {
    for (let i = from; i < batches.length; i += 2) {
      const reply = await client.bulk({ operations: batches[i] as object[] }, { requestTimeout: 60_000 })
      if (reply.errors) throw new Error('raw bulk failed')
    }
  }
  const ms = await msOf(async () => await Promise.all([send(0), send(1)]))
  return Math.round((vacancies.length / ms) * 1_000)
}

/** Bulk rate of the engine and of the raw client with the same documents, one after the other on the same server. */
export async function bulkRates(
  connection: Connection,
  imported: readonly Vacancy[],
  count: number
): Promise<{ readonly engine: number; readonly raw: number }> {
  const vacancies: Vacancy[] = []
  for await (const v of market(imported, count)) vacancies.push(v)
  const index = `${connection.prefix}-raw-${randomUUID().slice(0, 8)}`
  await createIndex(connection, { name: index, mapping: readMapping('vacancies'), settings: { refresh_interval: '-1' } })
  const raw = await rawRate(connection, index, vacancies)
  await connection.client.indices.delete({ index })
  const name = `${connection.prefix}-raw-${randomUUID().slice(0, 8)}`
  await createIndex(connection, { name, mapping: readMapping('vacancies'), settings: { refresh_interval: '-1' } })
  // As for the raw client: making the documents is not part of writing them.
  const items = vacancies.map(v => ({ index: name, id: v.id, version: 1, action: 'index' as const, doc: documentOf(v) }))
  const ms = await msOf(async () => await bulk(connection, items))
  await connection.client.indices.delete({ index: name })
  return { engine: Math.round((vacancies.length / ms) * 1_000), raw }
}
