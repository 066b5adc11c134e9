import t from 'tap'
import { ElasticsearchReverse } from '../../src/engines/elasticsearch/elasticsearch-reverse.ts'
import type { Connection } from '../../src/elasticsearch/client.ts'
import { ProfileShelves } from '../../src/match/reverse/profile-shelf.ts'
import type { Reverse } from '../../src/match/reverse.ts'
import { reverseContract } from '../engines/contract-reverse.ts'
import './reverse/index.cases.ts'
import { documents, world } from './reverse/ground.ts'

const connections = new WeakMap<Reverse, Connection>()

t.test('contract', async t => {
  await reverseContract(t, {
    make: async t => {
      const connection = await world(t)
      const shelves = new ProfileShelves()
      return async people => {
        const reverse = new ElasticsearchReverse(connection, people, shelves)
        connections.set(reverse, connection)
        return reverse
      }
    },
    held: async reverse => (await documents(connections.get(reverse) as Connection, reverse.tenant)).map(d => String(d['candidate']))
  })
})
