import t from 'tap'
import type { Reply } from '../helpers/api.ts'
import { CANDIDATE } from '../helpers/market.ts'
import { vacancy } from '../helpers/vacancy.ts'
import { GROUPS, bench, call } from './ground.ts'

/** A bureau of its own: the other cases of this program leave it alone. */
const AS = ['zes', 'arbeidsdeskundige'] as const
const ask = async (id: string, body: object = {}, as: readonly [string, 'arbeidsdeskundige' | 'jobhunter'] = AS): Promise<Reply> =>
  await call({ method: 'POST', url: `/v1/vacancies/${id}/candidates`, as, body })
const make = async (over: object, tenant = 'zes'): Promise<string> =>
  (await call({ method: 'POST', url: '/v1/candidates', as: [tenant, 'arbeidsdeskundige'], body: { ...CANDIDATE, ...over } })).json.id
const idsOf = (r: Reply): readonly string[] => r.json.hits.map((h: { candidate: { id: string } }) => h.candidate.id)
const [document] = CANDIDATE.documents

void t.test('candidates for a vacancy: four groups, the points and verdict of the other way round', async t => {
  const people = await Promise.all([
    make({ pseudonym: 'KAND Zes' }),
    make({ pseudonym: 'KAND Ver', travel: { ...CANDIDATE.travel, home: 'Maastricht' } }),
    make({ pseudonym: 'KAND Sterk', documents: [{ ...document, limits: [] }] }),
    make({ pseudonym: 'KAND Geen', documents: [{ ...document, usableCapacity: false, limits: [], texts: [] }] }),
    make({ pseudonym: 'KAND IZP', documents: [{ ...document, type: 'IZP' }] }),
    make({ pseudonym: 'KAND Leeg', documents: [], profile: {}, wishes: {}, travel: {} })
  ])
  const elsewhere = await make({ pseudonym: 'KAND Zeven' }, 'zeven')
  for (const id of ['proef:past-0', 'proef:zwaar-0', 'proef:ver-1', 'proef:onbekend-2', 'proef:hbo-3']) {
    const seen: string[] = []
    for (const group of GROUPS) {
      const found = await ask(id, { group, size: 100 })
      t.equal(found.status, 200)
      const { counts, total, hits } = found.json
      t.equal(counts.searched, people.length)
      t.equal(counts.passend + counts.teVerifieren + counts.nietPassend, people.length)
      t.equal(total, hits.length)
      t.match(found.json, { group, vacancy: { id }, next: null, day: '2026-11-24' })
      if (group !== 'net-niet') {
        seen.push(...idsOf(found))
        t.equal(total, { passend: counts.passend, 'te-verifieren': counts.teVerifieren, 'niet-passend': counts.nietPassend }[group], `${id} ${group}`)
      }
      for (const hit of hits) {
        const forward = (await call({ url: `/v1/candidates/${hit.candidate.id}/matches/${id}`, as: AS })).json
        const { verdict, points, max, questions } = forward
        t.match({ verdict: hit.verdict, points: hit.points, max: hit.max, questions: hit.questions }, { verdict, points, max, questions }, `${id} both ways`)
        t.same(Object.keys(hit).sort(), ['candidate', 'max', 'missing', 'open', 'points', 'questions', 'top', 'verdict'])
        t.same(Object.keys(hit.candidate).sort(), ['id', 'pseudonym'], 'nothing else of a record')
      }
    }
    t.same(seen.toSorted(), people.toSorted(), `${id}: everybody of the own bureau once, nobody of another`)
    t.notOk(seen.includes(elsewhere))
  }
  const [, far, , none, , empty] = people
  t.ok(idsOf(await ask('proef:past-0', { group: 'net-niet' })).includes(far), 'one movable rule away')
  t.ok(idsOf(await ask('proef:past-0', { group: 'niet-passend' })).includes(none), 'no usable abilities')
  const asked = (await ask('proef:past-0', { group: 'te-verifieren' })).json.hits.find((h: { candidate: { id: string } }) => h.candidate.id === empty)
  t.match(asked, { points: null, top: [] }, 'no profile, no score')
  t.ok(asked.missing.includes('document'))
  t.equal((await ask('proef:past-0', {}, ['zeven', 'jobhunter'])).json.counts.searched, 1, 'the other bureau sees its own')
  t.equal((await ask('proef:past-0', {}, ['acht', 'jobhunter'])).json.counts.searched, 0, 'a bureau without candidates')
})

void t.test('pages and cursors: no double, no gap, and only for the same question', async t => {
  const whole = await ask('proef:onbekend-2', { group: 'te-verifieren', size: 100 })
  t.ok(whole.json.total >= 3)
  const paged: string[] = []
  let cursor: string | null = null
  do {
    const page: Reply = await ask('proef:onbekend-2', { group: 'te-verifieren', size: 1, ...(cursor === null ? {} : { cursor }) })
    paged.push(...idsOf(page))
    cursor = page.json.next
  } while (cursor !== null)
  t.same(paged, idsOf(whole))
  const next: string = (await ask('proef:onbekend-2', { group: 'te-verifieren', size: 1 })).json.next
  for (const [id, group, value] of [
    ['proef:onbekend-3', 'te-verifieren', next],
    ['proef:onbekend-2', 'niet-passend', next],
    ['proef:onbekend-2', 'te-verifieren', `${next}x`],
    ['proef:onbekend-2', 'te-verifieren', 'x']
  ] as const)
    t.match(await ask(id, { group, cursor: value }), { status: 400, json: { type: '/problems/cursor-ongeldig', errors: [{ pointer: '/cursor' }] } })
})

void t.test('a changed or erased candidate counts at once; each one shown is in the audit log', async t => {
  const id = await make({ pseudonym: 'KAND Wisselt' })
  const group = async (): Promise<string | undefined> => {
    for (const name of GROUPS.slice(0, 3)) if (idsOf(await ask('proef:past-0', { group: name, size: 100 })).includes(id)) return name
    return undefined
  }
  t.equal(await group(), 'passend')
  const far = { wishes: CANDIDATE.wishes, travel: { ...CANDIDATE.travel, home: 'Maastricht' } }
  await call({ method: 'PUT', url: `/v1/candidates/${id}/wishes`, as: AS, headers: { 'if-match': '"1"' }, body: far })
  t.equal(await group(), 'niet-passend')
  const { audit } = bench.app.store.bureau('zes')
  const before = (await audit.list(0, 10_000)).length
  const found = await ask('proef:past-0', { group: 'niet-passend', size: 100 })
  const written = (await audit.list(before, 1_000)).map(r => [r.event, r.subject, r.rules])
  t.same(
    written,
    idsOf(found).map(c => ['candidates.matched', bench.app.audit('zes').subjectOf(c), found.json.scorecard])
  )
  t.equal((await call({ method: 'DELETE', url: `/v1/candidates/${id}`, as: AS })).status, 204)
  t.equal(await group(), undefined)
})

void t.test('a vacancy that is closed, of another bureau, or not there', async t => {
  const shut = vacancy('proef:dicht', { title: 'Dicht' }, { status: 'closed', closedReason: 'absent' })
  const theirs = vacancy('proef:van-zeven', { title: 'Van zeven' })
  await bench.app.engine.upsert([shut, { ...theirs, prepared: { ...theirs.prepared, visible_to: ['zeven'] } }])
  await bench.app.engine.refresh()
  const closed = await ask('proef:dicht', { group: 'niet-passend' })
  t.equal(closed.json.counts.nietPassend, closed.json.counts.searched, 'a closed one fits nobody')
  t.ok(closed.json.counts.searched > 0 && closed.json.vacancy.status === 'closed')
  const [foreign, absent] = [await ask('proef:van-zeven'), await ask('proef:nergens')]
  t.match([foreign.status, absent.status], [404, 404])
  t.same({ ...foreign.json, request: '' }, { ...absent.json, request: '' })
  t.equal((await ask('proef:van-zeven', {}, ['zeven', 'jobhunter'])).status, 200)
  await bench.app.engine.remove([shut.id, theirs.id])
  await bench.app.engine.refresh()
  t.notOk(
    bench.lines.some(l => l.includes('score-differs')),
    'no score differed from its reasons'
  )
})
