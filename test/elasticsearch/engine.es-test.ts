import t from 'tap'
import { engineContract } from '../engines/contract.ts'
import { engineOn, place, storeOf } from './engine-ground.ts'
import { lifeCases } from './engine-life.cases.ts'
import { newsCases } from './engine-news.cases.ts'

/** The contract of every engine, on the real server, on one shard and on three. */
for (const shards of [1, 3]) {
  t.test(`contract on ${shards} shards`, async t => {
    const connection = await place(t)
    await engineContract(t, async () => engineOn(connection, { shards }), {
      store: storeOf,
      facets: ['source', 'status', 'edu', 'sector', 'remote', 'employer_kind', 'occ', 'contract'],
      visibleMs: 1_000
    })
  })
}

t.test('life', lifeCases)
t.test('news', newsCases)
