import t from 'tap'
import { EmbeddedReverse } from '../../src/engines/embedded/embedded-reverse.ts'
import { ProfileShelves } from '../../src/match/reverse/profile-shelf.ts'
import type { Reverse } from '../../src/match/reverse.ts'
import { reverseContract } from './contract-reverse.ts'
import './reverse/compile-profile.cases.ts'
import './reverse/profile-shelf.cases.ts'
import './reverse/profiled.cases.ts'
import './reverse/tokens.cases.ts'

const shelves = new WeakMap<Reverse, ProfileShelves>()

t.test('contract', async t => {
  await reverseContract(t, {
    make: async () => {
      const world = new ProfileShelves()
      return async people => {
        const reverse = new EmbeddedReverse(people, world)
        shelves.set(reverse, world)
        return reverse
      }
    },
    held: async reverse => shelves.get(reverse)?.ids(reverse.tenant) ?? []
  })
})
