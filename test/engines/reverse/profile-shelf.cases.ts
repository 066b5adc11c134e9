import t from 'tap'
import { profileOf, stampOf } from '../../../src/match/reverse/profile-of.ts'
import { ProfileShelves } from '../../../src/match/reverse/profile-shelf.ts'
import { candidate, document, limit } from '../../helpers/candidate.ts'
import { AT } from '../../helpers/vacancy.ts'

const profile = (id: string, version = 1): ReturnType<typeof profileOf> =>
  profileOf({ ...candidate({ documents: [document([limit('4.13', 1)])] }), id, version }, AT)

void t.test('the shelf keeps so many profiles, of all bureaus together, and drops the least used', async t => {
  const shelves = new ProfileShelves(3)
  const shelf = shelves.of(stampOf(AT))
  for (const id of ['k-aaaaaa', 'k-bbbbbb', 'k-cccccc']) shelf.take('een', profile(id))
  t.ok(shelf.get('een', 'k-aaaaaa', 1), 'used again')
  shelf.take('twee', profile('k-dddddd'))
  t.same([shelves.ids('een'), shelves.ids('twee')], [['k-aaaaaa', 'k-cccccc'], ['k-dddddd']])
  t.equal(shelf.get('een', 'k-aaaaaa', 2), undefined, 'of another version there is none')
  t.equal(shelf.get('twee', 'k-aaaaaa', 1), undefined, 'nor of another bureau')
  t.equal(shelves.of(stampOf(AT)), shelf)
  const next = shelves.of(stampOf({ ...AT, day: '2026-11-25' }))
  t.same(shelves.ids('een'), [], 'a new day starts with an empty shelf')
  t.throws(() => next.take('een', profile('k-aaaaaa')), 'and takes nothing of the day before')
})

void t.test('an erased profile is not taken in again by a search that is under way', async t => {
  const shelves = new ProfileShelves()
  const shelf = shelves.of(stampOf(AT))
  shelf.take('een', profile('k-aaaaaa'))
  shelves.erase('een', 'k-aaaaaa')
  shelf.take('een', profile('k-aaaaaa', 2))
  t.same(shelves.ids('een'), [])
  shelf.take('twee', profile('k-aaaaaa'))
  t.same(shelves.ids('twee'), ['k-aaaaaa'], 'another bureau has its own')
})
