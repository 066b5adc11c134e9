import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Connection } from './client.ts'
import { ElasticsearchFault, faulting } from './errors.ts'
import { writingAlias } from './indices.ts'

/** Deadline in ms of what moves the state of the whole cluster. */
const SLOW_MS = 30_000
/** Opening an index anew raises its term by one or more; more often than this something else is wrong. */
const MOST_OPENINGS = 500

const VERSIONED = /^(.*)\.v(\d+)(?:-[0-9a-f]+)?$/

/** The name everybody uses for an index of some version, and that version; a name without one is the first. */
export function versionIn(index: string): { readonly base: string; readonly version: number } {
  const [, base, version] = VERSIONED.exec(index) ?? []
  return base === undefined ? { base: index, version: 1 } : { base, version: Number(version) }
}

/** A name no other attempt has: who still works on an older one never shows it by mistake. */
export const successorName = (base: string, version: number): string => `${base}.v${version}-${randomBytes(3).toString('hex')}`

/** The name under which the first index of a base is kept once the base is an alias. */
export const firstKept = (base: string): string => `${base}.v1`

const SettingsSchema = z.record(z.string(), z.object({ settings: z.record(z.string(), z.unknown()).default({}) }))

/** Whether writes to an index are refused. */
export async function isBlocked({ client }: Connection, index: string): Promise<boolean> {
  const reply: unknown = await faulting(async () => await client.indices.getSettings({ index, name: 'index.blocks.write', flat_settings: true }))
  return String(SettingsSchema.parse(reply)[index]?.settings['index.blocks.write']) === 'true'
}

/** Refuses writes from here on; those under way are finished when it returns. An attempt that was cut off may have done it already. */
export async function blockWrites(connection: Connection, index: string): Promise<void> {
  if (await isBlocked(connection, index)) return
  const reply: unknown = await faulting(async () => await connection.client.indices.addBlock({ index, block: 'write' }, { requestTimeout: SLOW_MS }))
  const done = z.object({ acknowledged: z.boolean(), shards_acknowledged: z.boolean() }).parse(reply)
  // The setting comes last, when every copy of the shard has let go of its writes.
  if (!done.acknowledged || !done.shards_acknowledged) throw new ElasticsearchFault('busy', 'block')
}

export async function allowWrites({ client }: Connection, index: string): Promise<void> {
  await faulting(async () => await client.indices.putSettings({ index, settings: { 'index.blocks.write': null } }, { requestTimeout: SLOW_MS }))
}

const TermsSchema = z.object({ metadata: z.object({ indices: z.record(z.string(), z.object({ primary_terms: z.record(z.string(), z.int()) })) }) })

async function termOf({ client }: Connection, index: string): Promise<number> {
  const reply: unknown = await faulting(async () => await client.cluster.state({ metric: 'metadata', index, filter_path: 'metadata.indices.*.primary_terms' }))
  return Math.max(...Object.values(TermsSchema.parse(reply).metadata.indices[index]?.primary_terms ?? {}))
}

/**
 * Brings an empty index into a later term than another one whose writes are blocked. A write at a sequence number names its
 * term, too: one that was read in the old index then never fits in the new one, where the same number may be another state.
 */
export async function passTerm(connection: Connection, index: string, former: string): Promise<void> {
  const { client } = connection
  const passed = await termOf(connection, former)
  for (let opened = 0; (await termOf(connection, index)) <= passed; opened++) {
    if (opened === MOST_OPENINGS) throw new ElasticsearchFault('unreadable', 'primary term')
    await faulting(async () => await client.indices.close({ index }, { requestTimeout: SLOW_MS }))
    await faulting(async () => await client.indices.open({ index, wait_for_active_shards: 1 }, { requestTimeout: SLOW_MS }))
  }
}

/** A copy of a blocked index under another name, on the same disks; nobody writes to it either. */
export async function keepCopy({ client }: Connection, index: string, target: string): Promise<void> {
  await faulting(
    async () => await client.indices.clone({ index, target, settings: { 'index.blocks.write': true }, wait_for_active_shards: 1 }, { requestTimeout: SLOW_MS })
  )
}

/**
 * Gives a base and its writing alias to another index in one atomic call. Where the base was itself an index it ends with that
 * call (an alias cannot have the name of an index). Throws when `from` no longer has the base, or `to` is gone.
 */
export async function succeed({ client }: Connection, base: string, from: string, to: string): Promise<void> {
  const writing = { alias: writingAlias(base), is_hidden: true }
  const left =
    from === base
      ? [{ remove_index: { index: base } }]
      : [{ remove: { index: from, alias: base, must_exist: true } }, { remove: { index: from, alias: writing.alias, must_exist: true } }]
  const actions = [{ add: { index: to, alias: base } }, { add: { index: to, ...writing } }, ...left]
  await faulting(async () => await client.indices.updateAliases({ actions }, { requestTimeout: SLOW_MS }))
}
