import { ElasticsearchFault } from '../../elasticsearch/errors.ts'
import type { Page, Query } from '../../match/engine.ts'

/** Questions of one request (`engines.md` 5.6). */
const MOST_QUESTIONS = 100

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
