import t from 'tap'
import { CandidateInputSchema } from '../../../src/domain/candidate.ts'
import { EmbeddedReverse } from '../../../src/engines/embedded/embedded-reverse.ts'
import type { Reverse } from '../../../src/match/reverse.ts'
import { ProfileShelves } from '../../../src/match/reverse/profile-shelf.ts'
import { ProfiledCandidates } from '../../../src/profiles.ts'
import { KeyRing } from '../../../src/store/keys.ts'
import { SqliteStore } from '../../../src/store/sqlite/sqlite-store.ts'
import { folders } from '../../helpers/folders.ts'
import { AT } from '../../helpers/vacancy.ts'

const input = CandidateInputSchema.parse({ pseudonym: 'Proef 1' })

void t.test('a profile follows its record: made, changed, erased', async t => {
  const folder = folders(t)
  const store = new SqliteStore(folder.data, new KeyRing(folder.keys))
  t.teardown(async () => {
    await store.close()
  })
  const records = store.bureau('een').candidates
  const shelves = new ProfileShelves()
  const reverse = new EmbeddedReverse(records, shelves)
  let behind = 0
  const candidates = new ProfiledCandidates(
    records,
    reverse,
    () => AT,
    () => {
      behind++
    }
  )
  const made = await candidates.create(input, AT.instant)
  t.same(shelves.ids('een'), [made.id])
  await candidates.replace(made.id, 1, { ...input, travel: { ...input.travel, home: 'Utrecht' } }, AT.instant)
  await t.rejects(candidates.replace(made.id, 1, input, AT.instant), 'a stale version changes neither')
  t.equal(await candidates.replace('k-nergens0', 1, input, AT.instant), undefined)
  t.same(await candidates.list(undefined, 10), await records.list(undefined, 10))
  t.equal((await candidates.get(made.id))?.version, 2)
  t.equal(await candidates.erase('k-nergens0'), false)
  t.equal(await candidates.erase(made.id), true)
  t.same([shelves.ids('een'), await records.get(made.id), behind], [[], undefined, 0])

  // An index that cannot be reached: a record is never lost for it, and an erasure never half done.
  const away: Reverse = {
    tenant: 'een',
    put: async () => await Promise.reject(new Error('away')),
    remove: async () => await Promise.reject(new Error('away')),
    search: async () => await Promise.reject(new Error('away')),
    ready: async () => ({ ready: false }),
    close: async () => {}
  }
  const cut = new ProfiledCandidates(
    records,
    away,
    () => AT,
    () => {
      behind++
    }
  )
  const kept = await cut.create(input, AT.instant)
  t.equal((await cut.replace(kept.id, 1, input, AT.instant))?.version, 2)
  t.equal(behind, 2, 'the operator is told')
  await t.rejects(cut.erase(kept.id), 'nobody is told that the candidate was erased')
  t.equal((await records.get(kept.id))?.version, 2, 'and the record is there to be erased again')
  t.equal(await cut.erase('k-nergens0'), false, 'who is not there needs no index')
})
