import { z } from 'zod'
import type { Connection } from './client.ts'
import { faulting } from './errors.ts'
import { deleteIndices, listIndices } from './indices.ts'

/** A snapshot or a restore takes as long as the data is large. */
const LONG_MS = 60 * 60_000

export interface Snapshot {
  readonly name: string
  readonly state: string
  readonly indices: number
  readonly at: string
}

/** Where snapshots go. `location` lies under `path.repo` of every node; making it again changes nothing. */
export async function makeRepository({ client }: Connection, name: string, location: string): Promise<void> {
  await faulting(async () => await client.snapshot.createRepository({ name, repository: { type: 'fs', settings: { location, compress: true } } }))
}

/** The records: what cannot be made again. Vacancy indices of the engine are left out, they follow from the rows. */
const recordsOf = (prefix: string): string => `${prefix}-store-`

/** Writes the records into the repository and waits for the end. Throws when a shard could not be written. */
export async function takeSnapshot({ client, prefix }: Connection, repository: string, name: string): Promise<Snapshot> {
  const reply: unknown = await faulting(
    async () =>
      await client.snapshot.create(
        { repository, snapshot: name, indices: [`${recordsOf(prefix)}*`], include_global_state: false, partial: false, wait_for_completion: true },
        { requestTimeout: LONG_MS }
      )
  )
  const { snapshot } = z.object({ snapshot: SnapshotSchema }).parse(reply)
  return shown(snapshot)
}

const SnapshotSchema = z.object({ snapshot: z.string(), state: z.string(), indices: z.array(z.string()), start_time: z.string().default('') })
const shown = (s: z.infer<typeof SnapshotSchema>): Snapshot => ({ name: s.snapshot, state: s.state, indices: s.indices.length, at: s.start_time })

/** Every snapshot of the repository, oldest first. */
export async function listSnapshots({ client }: Connection, repository: string): Promise<readonly Snapshot[]> {
  const reply: unknown = await faulting(async () => await client.snapshot.get({ repository, snapshot: '*', sort: 'start_time' }))
  return z
    .object({ snapshots: z.array(SnapshotSchema) })
    .parse(reply)
    .snapshots.map(shown)
}

/** Names of the records on the server now. */
export const recordIndices = async (connection: Connection): Promise<readonly string[]> =>
  (await listIndices(connection, recordsOf(connection.prefix))).map(i => i.name)

/** Puts the records of a snapshot in the place of those on the server, and waits for the end. */
export async function restoreSnapshot(connection: Connection, repository: string, name: string): Promise<number> {
  const { client, prefix } = connection
  const known = (await listSnapshots(connection, repository)).find(s => s.name === name)
  if (known?.state !== 'SUCCESS') throw new RangeError(known === undefined ? 'no such snapshot' : 'snapshot is not complete')
  await deleteIndices(connection, await recordIndices(connection))
  const reply: unknown = await faulting(
    async () =>
      await client.snapshot.restore(
        { repository, snapshot: name, indices: [`${recordsOf(prefix)}*`], include_global_state: false, include_aliases: true, wait_for_completion: true },
        { requestTimeout: LONG_MS }
      )
  )
  return z.object({ snapshot: z.object({ shards: z.object({ successful: z.number(), failed: z.literal(0) }) }) }).parse(reply).snapshot.shards.successful
}
