import t from 'tap'
import { sharedElasticsearch } from '../helpers/elasticsearch.ts'
import { migrations } from './store-migrate.cases.ts'
import { places } from './store-place.ts'

const place = places(t, await sharedElasticsearch())

for (const [name, work] of Object.entries(migrations)) {
  t.test(name, async t => {
    await work(t, place())
  })
}
