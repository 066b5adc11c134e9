import { addDays } from '../../../src/domain/moment.ts'
import { profileOf } from '../../../src/match/reverse/profile-of.ts'
import { document, limit } from '../../helpers/candidate.ts'
import { AT, load, vacancy } from '../../helpers/vacancy.ts'
import { ALL, answered, opened, oracle, People, type ReverseSuite } from './people.ts'

const heavy = vacancy('bron:zwaar', { demands: [load('tillen_kg', { op: 'eq', value: 25, unit: 'kg' })] })
const weak = { documents: [document([limit('4.13', 3)])] }
const strong = { documents: [document([])] }
const later = { day: addDays(AT.day, 400), instant: `${addDays(AT.day, 400)}T12:00:00.000Z` }

/** The records are the truth: what an engine kept of an older version, day or an erased record is never used. */
export const recordsContract: ReverseSuite = async (t, options) => {
  await t.test('a record counts as it is now, with and without its profile having been put', async t => {
    const { people, reverse } = await opened(t, options)
    const excluded = async (): Promise<readonly string[]> => (await answered(t, reverse, heavy, 'niet-passend')).rows.map(r => r.id)
    people.write('k-aaaaaa', weak)
    people.write('k-bbbbbb', strong)
    t.same(await excluded(), ['k-aaaaaa'], 'never put')
    const opened1 = people.opened
    t.same(await excluded(), ['k-aaaaaa'])
    t.equal(people.opened, opened1, 'a second search opens no record')
    people.write('k-bbbbbb', weak)
    t.same(await excluded(), ['k-aaaaaa', 'k-bbbbbb'], 'changed, not put')
    await reverse.put(profileOf(people.write('k-aaaaaa', strong), AT))
    t.same(await excluded(), ['k-bbbbbb'], 'changed and put')
    people.write('k-cccccc', weak)
    t.same(await excluded(), ['k-bbbbbb', 'k-cccccc'], 'new')
    people.rows.delete('k-bbbbbb')
    t.same(await excluded(), ['k-cccccc'], 'erased, not removed')
    t.equal((await answered(t, reverse, heavy, 'passend')).counts.searched, 2, 'and counted nowhere')
  })

  await t.test('an older version never takes the place of a newer one', async t => {
    const { people, reverse } = await opened(t, options)
    const old = people.write('k-aaaaaa', weak)
    const next = people.write('k-aaaaaa', strong)
    await reverse.put(profileOf(next, AT))
    await reverse.put(profileOf(old, AT))
    t.same((await answered(t, reverse, heavy, 'niet-passend')).rows, [])
    const opened1 = people.opened
    t.equal((await answered(t, reverse, heavy, 'te-verifieren')).rows[0]?.version, 2)
    t.equal(people.opened, opened1, 'the newer one is still there')
  })

  await t.test('another day asks other questions', async t => {
    const { people, reverse } = await opened(t, options)
    people.write('k-aaaaaa', { documents: [document([limit('4.13', 3)], { validUntil: addDays(AT.day, 30) })] })
    t.equal((await answered(t, reverse, heavy, 'niet-passend')).rows.length, 1, 'while the document is valid')
    t.equal((await answered(t, reverse, heavy, 'niet-passend', 10, later)).rows.length, 0, 'not when it has run out')
    t.equal((await answered(t, reverse, heavy, 'niet-passend')).rows.length, 1, 'and back: each day has its own answer')
  })

  await t.test('what was removed is gone for good', async t => {
    const { people, reverse } = await opened(t, options)
    const gone = people.write('k-aaaaaa', weak)
    people.write('k-bbbbbb', weak)
    await answered(t, reverse, heavy, 'passend')
    t.same(await options.held(reverse), ['k-aaaaaa', 'k-bbbbbb'])
    await reverse.remove('k-aaaaaa')
    people.rows.delete('k-aaaaaa')
    t.same(await options.held(reverse), ['k-bbbbbb'], 'at once')
    await reverse.put(profileOf(gone, AT))
    t.same(await options.held(reverse), ['k-bbbbbb'], 'a write that comes late brings nothing back')
    t.equal((await answered(t, reverse, heavy, 'niet-passend')).counts.searched, 1)
    await t.resolves(reverse.remove('k-nooitgezien'), 'removing nobody is no error')
  })

  await t.test('a record that changes during a search is judged as one version or the other', async t => {
    const { people, reverse } = await opened(t, options)
    for (let i = 0; i < 40; i++) people.write(`k-${String(i).padStart(6, '0')}`, i % 2 === 0 ? weak : strong)
    const searches = Promise.all(
      Array.from({ length: 4 }, async () => await reverse.search({ vacancy: heavy.prepared, at: AT, group: 'niet-passend', size: 100 }))
    )
    for (let i = 0; i < 40; i += 4) people.write(`k-${String(i).padStart(6, '0')}`, strong)
    for (const page of await searches) t.equal(page.counts.searched, 40)
    t.same(await answered(t, reverse, heavy, 'niet-passend'), oracle(people.rows.values(), heavy, 'niet-passend'), 'afterwards all is new')
  })

  await t.test('two bureaus share nothing', async t => {
    const world = await options.make(t)
    const [ours, theirs] = [new People('een'), new People('een-b')]
    const [one, two] = [await world(ours), await world(theirs)]
    ours.write('k-aaaaaa', weak)
    ours.write('k-onzelf', weak)
    theirs.write('k-aaaaaa', strong)
    theirs.write('k-anders', weak)
    for (const round of [1, 2])
      for (const group of ALL) {
        t.same(await answered(t, one, heavy, group), oracle(ours.rows.values(), heavy, group), `ours, ${group}, round ${round}`)
        t.same(await answered(t, two, heavy, group), oracle(theirs.rows.values(), heavy, group), `theirs, ${group}, round ${round}`)
      }
    await one.remove('k-aaaaaa')
    t.same(await options.held(two), ['k-aaaaaa', 'k-anders'], 'removing here leaves the other bureau alone')
    t.same(await options.held(one), ['k-onzelf'])
  })
}
