import t from 'tap'
import { sharedElasticsearch } from '../helpers/elasticsearch.ts'
import { storeContract } from '../store/contract.ts'
import { instances } from './store-instances.cases.ts'
import { places } from './store-place.ts'
import { behindTheStore } from './store-sealed.cases.ts'

const url = await sharedElasticsearch()

t.test('the store contract on Elasticsearch', async t => {
  // Each history takes some hundreds of requests.
  await storeContract(t, places(t, url), 15)
})

for (const [group, cases] of Object.entries({ 'several instances on one store': instances, 'what lies on the server': behindTheStore })) {
  t.test(group, async t => {
    const place = places(t, url)
    for (const [name, work] of Object.entries(cases)) {
      await t.test(name, async t => {
        await work(t, place())
      })
    }
  })
}
