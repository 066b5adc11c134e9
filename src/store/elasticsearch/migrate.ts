import { setTimeout as pause } from 'node:timers/promises'
import type { Connection } from '../../elasticsearch/client.ts'
import { isFault } from '../../elasticsearch/errors.ts'
import { deleteIndices } from '../../elasticsearch/indices.ts'
import { allowWrites, blockWrites, firstKept, isBlocked, keepCopy, passTerm, succeed, successorName } from '../../elasticsearch/succession.ts'
import { StoreUnusable } from '../store.ts'
import { contentOf, copyAll } from './copying.ts'
import { asked, asUnusable } from './failures.ts'
import { makeIndex } from './open-index.ts'
import { recordIndexes, type RecordIndex } from './record-indices.ts'

/** What has just been done, in this order; `kept` only where the base was itself an index. */
export type MigrateStep = 'made' | 'blocked' | 'copied' | 'verified' | 'kept' | 'switched'

export interface Watch {
  readonly step?: (step: MigrateStep) => void | Promise<void>
  readonly copied?: (documents: number) => void
}

/** How long the outcome of a switch without an answer is looked for, in ms. */
const LOOK_MS = 30_000

/** Whether something must be done to this set of records. */
export const isOutdated = ({ differences, blocked, unfinished }: RecordIndex): boolean => differences.length > 0 || blocked || unfinished.length > 0

/**
 * Gives a set of records an index with our mapping: makes it aside, refuses writes to the one in use, copies, compares, and
 * switches in one call. Readers go on meanwhile; writers are refused and lose nothing. The old index stays. After a crash at any
 * step it may be called again, with a new reading of the server: what the first attempt left is taken away. A set with our
 * mapping that an attempt left blocked is freed. One at a time. Throws StoreUnusable, and then the old index is in use as before.
 */
export async function migrate(connection: Connection, found: RecordIndex, watch: Watch = {}): Promise<'migrated' | 'freed'> {
  return await asked(async () => {
    await deleteIndices(connection, found.unfinished)
    if (found.differences.length === 0) {
      await allowWrites(connection, found.index)
      return 'freed'
    }
    const target = successorName(found.base, found.version + 1)
    try {
      await prepare(connection, found, target, watch)
    } catch (error) {
      await free(connection, found, target).catch(() => {})
      throw error
    }
    await takeOver(connection, found, target)
    await watch.step?.('switched')
    return 'migrated'
  })
}

/** Everything before the switch. */
async function prepare(connection: Connection, { base, index, mapping }: RecordIndex, target: string, { step, copied }: Watch): Promise<void> {
  await makeIndex(connection, target, mapping)
  await step?.('made')
  await blockWrites(connection, index)
  await step?.('blocked')
  await passTerm(connection, target, index)
  const old = await copyAll(connection, index, target, copied ?? (() => {}))
  await step?.('copied')
  const copy = await contentOf(connection, target)
  if (copy.documents !== old.documents || copy.sum !== old.sum)
    throw new StoreUnusable(`the copy of ${base} is another one than the original`, 'De oude index is weer in gebruik. Probeer het opnieuw.')
  await step?.('verified')
  if (index === base) {
    await keepCopy(connection, index, firstKept(base))
    await step?.('kept')
  }
  // Whoever freed it meanwhile let writes in that the copy lacks.
  if (!(await isBlocked(connection, index)))
    throw new StoreUnusable(`${base} was opened for writing meanwhile`, 'Laat es migrate maar op één plek tegelijk lopen, en probeer het opnieuw.')
}

/** Takes an attempt away. Writes are let in again, unless another attempt counts on it that they are not. */
async function free(connection: Connection, { base, index }: RecordIndex, target: string): Promise<void> {
  await deleteIndices(connection, [target])
  const now = (await recordIndexes(connection)).find(i => i.base === base)
  const others = now?.unfinished.filter(name => name !== firstKept(base)) ?? []
  if (now?.index !== index || others.length > 0) return
  await deleteIndices(connection, now.unfinished)
  await allowWrites(connection, index)
}

/** The switch. One whose answer was lost may still come: nothing is taken away then. */
async function takeOver(connection: Connection, { base, index }: RecordIndex, target: string): Promise<void> {
  try {
    await succeed(connection, base, index, target)
  } catch (error) {
    if (!isFault(error, 'lost') && !isFault(error, 'busy')) throw error
    for (const until = performance.now() + LOOK_MS; performance.now() < until; await pause(500)) {
      const now = await recordIndexes(connection).catch(() => [])
      if (now.some(i => i.base === base && i.index === target)) return
    }
    throw asUnusable(error)
  }
}

/** Deletes the indices that were replaced; how many. */
export async function dropFormer(connection: Connection, found: readonly RecordIndex[]): Promise<number> {
  const names = found.flatMap(i => i.former)
  await asked(async () => {
    await deleteIndices(connection, names)
  })
  return names.length
}
