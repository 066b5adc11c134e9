import { bulk, type BulkItem, type BulkOptions } from '../../elasticsearch/bulk.ts'
import type { Connection } from '../../elasticsearch/client.ts'
import { ElasticsearchFault } from '../../elasticsearch/errors.ts'
import { refreshIndices } from '../../elasticsearch/indices.ts'
import type { Page, Query } from '../../match/engine.ts'
import type { VacancyStore } from '../../store/store.ts'
import { documentOf, isListed } from './document.ts'
import type { Shelf, View } from './shelf.ts'

/** Questions of one request (`engines.md` 5.6). */
const MOST_QUESTIONS = 100
/** As many ids a question names itself; more get an index of their own, which costs less than naming them each time. */
export const MOST_NAMED = 500
const BATCH = 500

/** An index of only these vacancies, as the store has them now; gives the view of it. The caller drops it. */
export async function newsView(
  parts: { readonly connection: Connection; readonly store: VacancyStore; readonly shelf: Shelf; readonly bulk: BulkOptions },
  ids: readonly string[],
  signal?: AbortSignal
): Promise<View> {
  const { connection, store, shelf } = parts
  const generation = await store.generation()
  const index = await shelf.addNews()
  const items = async function* (): AsyncGenerator<BulkItem> {
    for (let i = 0; i < ids.length; i += BATCH) {
      for (const v of await store.get(ids.slice(i, i + BATCH)))
        if (isListed(v.prepared)) yield { action: 'index', index, id: v.id, version: 1, doc: documentOf(v) }
    }
  }
  try {
    const report = await bulk(connection, items(), { ...parts.bulk, ...(signal === undefined ? {} : { signal }) })
    if (report.refused + report.gone > 0) throw new ElasticsearchFault('refused', 'vacancy')
    await refreshIndices(connection, [index])
  } catch (error) {
    await shelf.drop([index]).catch(() => {})
    throw error
  }
  return { generation, indices: new Map([['', index]]) }
}

/**
 * Pages of many questions, in their order. They are read a few at a time, first one, then more: a caller that stops early
 * has asked little in vain. While the pages of one request are handed out the next is under way.
 */
export async function* manyPages(
  qs: AsyncIterable<Query>,
  ask: (batch: readonly Query[]) => Promise<readonly Page[]>,
  signal?: AbortSignal
): AsyncGenerator<Page> {
  let size = 1
  let batch: Query[] = []
  let under: Promise<readonly Page[]> | undefined
  const send = (): Promise<readonly Page[]> => {
    const pages = ask(batch)
    // Who stopped does not hear of it; who goes on waits for it below.
    pages.catch(() => {})
    batch = []
    size = Math.min(MOST_QUESTIONS, size * 2)
    return pages
  }
  const pagesOf = async function* (asked: Promise<readonly Page[]> | undefined): AsyncGenerator<Page> {
    for (const page of (await asked) ?? []) {
      if (signal?.aborted === true) throw new ElasticsearchFault('aborted', 'aborted')
      yield page
    }
  }
  for await (const q of qs) {
    batch.push(q)
    if (batch.length < size) continue
    const next = send()
    yield* pagesOf(under)
    under = next
  }
  const last = batch.length === 0 ? undefined : send()
  yield* pagesOf(under)
  yield* pagesOf(last)
}
