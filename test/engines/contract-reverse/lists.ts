import { document, hoursDocument, atMost, limit } from '../../helpers/candidate.ts'
import { AT, load, vacancy } from '../../helpers/vacancy.ts'
import { ALL, answered, opened, oracle, type ReverseSuite } from './people.ts'

const plain = vacancy('bron:gewoon')
const heavy = vacancy('bron:zwaar', { demands: [load('tillen_kg', { op: 'eq', value: 25, unit: 'kg' })], hours: { min: 40, max: 40 } })
const closed = vacancy('bron:dicht', {}, { status: 'closed', closedReason: 'absent' })
const TIES = 300

/** Pages, ties, and the candidates and vacancies that are unlike the others. */
export const listContract: ReverseSuite = async (t, options) => {
  await t.test('a bureau without candidates', async t => {
    const { reverse } = await opened(t, options)
    for (const group of ALL)
      t.same(await answered(t, reverse, plain, group), { rows: [], counts: { searched: 0, passend: 0, teVerifieren: 0, nietPassend: 0 } }, group)
    t.match(await reverse.ready(), { ready: true })
  })

  await t.test('pages over ties: no double, no gap, ids in order of bytes', async t => {
    const { people, reverse } = await opened(t, options)
    for (let i = 0; i < TIES; i++) people.write(`k-${((i * 7919) % 46_656).toString(36).padStart(6, i % 2 === 0 ? '0' : 'z')}`, {})
    const whole = oracle(people.rows.values(), plain, 'te-verifieren')
    t.equal(whole.rows.length, people.rows.size)
    for (const size of [1, 7, 100, 1_000]) t.same(await answered(t, reverse, plain, 'te-verifieren', size), whole, `by ${size}`)
    const last = whole.rows.at(-1)
    const beyond = await reverse.search({ vacancy: plain.prepared, at: AT, group: 'te-verifieren', size: 5, after: [last?.points ?? 0, last?.id ?? ''] })
    t.match(beyond, { hits: [], total: whole.rows.length, next: undefined }, 'after the last row there is nothing, and the total stays')
  })

  await t.test('a page goes on behind a row that is gone', async t => {
    const { people, reverse } = await opened(t, options)
    for (const id of ['k-aaaaaa', 'k-bbbbbb', 'k-cccccc', 'k-dddddd']) people.write(id, {})
    const first = await reverse.search({ vacancy: plain.prepared, at: AT, group: 'te-verifieren', size: 2 })
    people.rows.delete('k-bbbbbb')
    await reverse.remove('k-bbbbbb')
    const next = await reverse.search({ vacancy: plain.prepared, at: AT, group: 'te-verifieren', size: 2, ...(first.next ? { after: first.next } : {}) })
    t.same(
      next.hits.map(h => h.id),
      ['k-cccccc', 'k-dddddd']
    )
  })

  await t.test('empty profile, no usable abilities, only an IZP, hours alone; a closed vacancy', async t => {
    const { people, reverse } = await opened(t, options)
    people.write('k-leeg00', {})
    people.write('k-geen00', { documents: [document([], { usableCapacity: false })] })
    people.write('k-izp000', { documents: [document([limit('4.13', 2)], { type: 'IZP' })] })
    people.write('k-uren00', { documents: [hoursDocument({ perWeek: atMost(20) })] })
    people.write('k-fml000', { documents: [document([limit('4.13', 1), limit('1.8.4', 1)])] })
    for (const v of [plain, heavy, closed])
      for (const group of ALL) t.same(await answered(t, reverse, v, group), oracle(people.rows.values(), v, group), `${v.id} ${group}`)
    const group = async (v: typeof plain, name: (typeof ALL)[number]): Promise<readonly string[]> =>
      (await answered(t, reverse, v, name)).rows.map(r => r.id).toSorted()
    t.ok((await group(plain, 'niet-passend')).includes('k-geen00'), 'without usable abilities nothing fits')
    t.ok((await group(plain, 'te-verifieren')).includes('k-leeg00'), 'an empty profile is asked about')
    t.equal((await answered(t, reverse, plain, 'te-verifieren')).rows.find(r => r.id === 'k-leeg00')?.points, 0, 'and earns nothing')
    t.ok((await group(heavy, 'niet-passend')).includes('k-uren00'), 'too many hours')
    t.equal((await group(closed, 'niet-passend')).length, people.rows.size, 'a closed vacancy fits nobody')
  })

  await t.test('a search that was called off ends with an error and no page', async t => {
    const { people, reverse } = await opened(t, options)
    for (let i = 0; i < 30; i++) people.write(`k-${String(i).padStart(6, '0')}`, { documents: [document([limit('4.13', 1)])] })
    const off = new AbortController()
    off.abort()
    const q = { vacancy: heavy.prepared, at: AT, group: 'passend', size: 10 } as const
    await t.rejects(reverse.search(q, off.signal), 'before it starts')
    const during = new AbortController()
    const search = reverse.search(q, during.signal)
    during.abort()
    await t.rejects(search, 'while it runs')
    t.same(await answered(t, reverse, heavy, 'niet-passend'), oracle(people.rows.values(), heavy, 'niet-passend'), 'the next one is whole')
  })
}
