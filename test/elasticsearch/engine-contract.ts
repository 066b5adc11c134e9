import t from 'tap'
import { engineContract } from '../engines/contract.ts'
import { engineOn, place, storeOf } from './engine-ground.ts'

/** The contract of every engine, on the real server, with indices of so many shards. */
export function contractOn(shards: number): void {
  void t.test(`contract on ${shards} shards`, async t => {
    const connection = await place(t)
    await engineContract(t, async () => engineOn(connection, { shards }), {
      store: storeOf,
      facets: ['source', 'status', 'edu', 'sector', 'remote', 'employer_kind', 'occ', 'contract'],
      visibleMs: 1_000
    })
  })
}
