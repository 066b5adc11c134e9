import t from 'tap'
import { CandidateInputSchema } from '../../src/domain/candidate.ts'
import type { Call, Reply } from '../helpers/api.ts'
import { CANDIDATE } from '../helpers/market.ts'
import { EXPERT, bench, call, create, post } from './ground.ts'

void t.test('candidates: created, read, listed by page, replaced', async t => {
  const made = await call({ method: 'POST', url: '/v1/candidates', as: EXPERT, body: CANDIDATE })
  t.equal(made.status, 201)
  t.equal(made.headers['location'], `/v1/candidates/${made.json.id}`)
  t.equal(made.headers['etag'], '"1"')
  const read = await call({ url: made.headers['location'] as string, as: EXPERT })
  t.equal(read.status, 200)
  t.same(read.json, made.json, 'what was created is what is read')
  t.same(read.json.documents, CANDIDATE.documents, 'documents as sent')
  t.match(read.json, { version: 1, pseudonym: 'KAND Proef', regime: 'werkgever', spoor: 2, travel: CANDIDATE.travel })
  t.match(read.json.capacity, { usable: true, openTexts: 0, leading: [{ type: 'FML', date: '2026-10-01' }], perWeek: { value: 20, kind: 'ten_hoogste' } })
  t.match(read.json.capacity.limits[0], { editie: 'referentie', code: '4.13', label: 'Tillen', niveau: 1, dimensie: 'tillen_kg' })
  t.equal(read.json.wishes.occupations[0].isco, '4415', 'a clear title is coded at intake')

  for (let i = 0; i < 6; i++) await create({ pseudonym: `KAND Lijst ${i}` })
  const seen: string[] = []
  let next: string | null = null
  do {
    const page: Reply = await call({ url: `/v1/candidates?size=3${next === null ? '' : `&after=${next}`}`, as: EXPERT })
    t.ok(page.json.items.length <= 3)
    seen.push(...page.json.items.map((c: { id: string }) => c.id))
    next = page.json.next
  } while (next !== null)
  const whole = await call({ url: '/v1/candidates?size=200', as: EXPERT })
  t.same(
    seen,
    whole.json.items.map((c: { id: string }) => c.id),
    'pages join to the whole list'
  )
  t.equal(new Set(seen).size, seen.length, 'nobody twice')
  t.equal(whole.json.next, null)
  t.ok(seen.includes(made.json.id))

  const put = await call({
    method: 'PUT',
    url: `/v1/candidates/${made.json.id}`,
    as: EXPERT,
    headers: { 'if-match': '"1"' },
    body: { ...CANDIDATE, pseudonym: 'KAND Anders', spoor: 1 }
  })
  t.match(put, { status: 200, headers: { etag: '"2"' }, json: { version: 2, pseudonym: 'KAND Anders', spoor: 1 } })
  t.same((await call({ url: `/v1/candidates/${made.json.id}`, as: EXPERT })).json, put.json, 'the replacement is what is read')
  t.same((await call({ method: 'HEAD', url: `/v1/candidates/${made.json.id}`, as: EXPERT })).text, '', 'HEAD has no body')
})

void t.test('documents, profile and wishes change their own part only; erase leaves nothing', async t => {
  const { path } = await create()
  const before = (await call({ url: path, as: EXPERT })).json
  const izp = { type: 'IZP', editie: 'klassiek', date: '2026-11-01', source: 'bedrijfsarts', limits: [{ code: '4.14', label: 'Tillen of dragen', niveau: 2 }] }
  const added = await call({ method: 'POST', url: `${path}/documents`, as: EXPERT, headers: { 'if-match': '"1"' }, body: izp })
  t.match(added, { status: 201, headers: { etag: '"2"' } })
  t.equal(added.json.documents.length, 2)
  t.match(added.json.capacity.leading, [{ type: 'IZP', date: '2026-11-01' }], 'the newest valid document leads')
  t.match(added.json.capacity.older, [{ type: 'FML', date: '2026-10-01' }])
  t.ok(added.json.capacity.differences.length > 0, 'where two documents differ, both answers are shown')
  const profile = { ...CANDIDATE.profile, licences: ['B', 'C'], skills: ['acquisitie'] }
  const profiled = await call({ method: 'PUT', url: `${path}/profile`, as: EXPERT, headers: { 'if-match': '"2"' }, body: profile })
  t.match(profiled, { status: 200, headers: { etag: '"3"' } })
  t.same(profiled.json.profile, profile)
  t.same([profiled.json.wishes, profiled.json.travel, profiled.json.documents.length], [before.wishes, before.travel, 2], 'the rest stays')
  const wished = await call({
    method: 'PUT',
    url: `${path}/wishes`,
    as: EXPERT,
    headers: { 'if-match': '"3"' },
    body: { wishes: { ...CANDIDATE.wishes, contract: 'tijdelijk' }, travel: { ...CANDIDATE.travel, home: 'Zwolle' } }
  })
  t.match(wished, { status: 200, json: { version: 4, wishes: { contract: 'tijdelijk' }, travel: { home: 'Zwolle' } } })
  t.same(wished.json.profile, profile, 'the profile stays')
  t.same(wished.json.documents[0], before.documents[0], 'the documents stay')

  const gone = await call({ method: 'DELETE', url: path, as: EXPERT })
  t.match(gone, { status: 204, text: '' })
  t.equal((await call({ url: path, as: EXPERT })).status, 404)
  t.equal((await call({ method: 'DELETE', url: path, as: EXPERT })).status, 404)
  t.equal((await post(`${path}/matches`, {})).status, 404)
  t.notOk((await call({ url: '/v1/candidates?size=200', as: EXPERT })).text.includes(path.slice(15)), 'and it is in no list')
})

void t.test('a home is told as it was read; one that is not found is refused, and in an older record it excludes nothing', async t => {
  const travel = { ...CANDIDATE.travel, mode: 'auto', maxKm: 5, maxMinutes: null }
  const at = async (home: string): Promise<Reply> =>
    await call({ method: 'POST', url: '/v1/candidates', as: EXPERT, body: { ...CANDIDATE, travel: { ...travel, home } } })
  t.match((await at('Hengelo (OV)')).json, { home: { name: 'Hengelo', precision: 'place' } })
  const coded = (await at('9999ZZ')).json
  t.match(coded, { home: { name: 'postcodegebied 99 (omgeving Delfzijl)', precision: 'pc2' } }, 'of a postcode only the region can be checked')
  const far = await call({ url: `/v1/candidates/${coded.id}/matches/proef:past-0`, as: EXPERT })
  t.match(
    far.json.reasons.flatMap((r: { bars: object[] }) => r.bars).find((b: { bar: string }) => b.bar === 'reisafstand'),
    { code: 'reis.te-ver', figures: { home: 'postcodegebied 99 (omgeving Delfzijl)', place: 'Utrecht' } },
    'and the reason says from where it measured'
  )
  for (const home of ['Nergenshuizen', '0811', '99999', '9999 ZZ 12', '9999 Maastricht'])
    t.match(await at(home), { status: 400, json: { errors: [{ pointer: '/travel/home', message: /niet.*gevonden.*Geef de plaats met de provincie/ }] } }, home)

  // A record of before such a home was refused.
  const { candidates } = bench.app.people('een')
  const { id } = await candidates.create(CandidateInputSchema.parse({ ...CANDIDATE, travel: { ...travel, home: '99999' } }), bench.at.instant)
  const known = await create({ ...CANDIDATE, travel })
  const path = `/v1/candidates/${id}`
  t.equal((await call({ url: path, as: EXPERT })).json.home, null)
  const [counts, near] = [(await post(`${path}/matches`, {})).json, (await post(`${known.path}/matches`, {})).json]
  t.ok(counts.missing.includes('woonplaats'))
  t.ok(counts.counts.nietPassend < near.counts.nietPassend && counts.counts.teVerifieren > near.counts.teVerifieren, 'what is too far is not known now')
  const rules: ReadonlyArray<{ bar: string; inAll: number }> = (await post(`${path}/why-not`, {})).json.rules
  t.equal(rules.find(r => r.bar === 'reisafstand')?.inAll ?? 0, 0, 'no vacancy is refused for the distance')
  const explained = (await call({ url: `${path}/matches/proef:past-0`, as: EXPERT })).json
  t.equal(explained.verdict, 'te-verifieren')
  t.match(
    explained.reasons.flatMap((r: { bars: object[] }) => r.bars).find((b: { bar: string }) => b.bar === 'reisafstand'),
    { outcome: 'onbekend', code: 'reis.woonplaats-niet-gevonden', question: 'Kan dit werk helemaal thuis worden gedaan?', figures: { home: null } }
  )
})

void t.test('a write names the version it read', async t => {
  const { path } = await create()
  const writes: readonly Call[] = [
    { method: 'PUT', url: path, body: { ...CANDIDATE, pseudonym: 'KAND Later' } },
    { method: 'POST', url: `${path}/documents`, body: CANDIDATE.documents[0] },
    { method: 'PUT', url: `${path}/profile`, body: { experience: [] } },
    { method: 'PUT', url: `${path}/wishes`, body: { wishes: {}, travel: {} } }
  ]
  const before = bench.dump()
  for (const write of writes) {
    const missing = await call({ ...write, as: EXPERT })
    t.match(missing, { status: 428, json: { type: '/problems/versie-ontbreekt' } }, `${write.url} without If-Match`)
    for (const version of ['"7"', '"0"', '2', 'W/"2"']) {
      t.match(
        await call({ ...write, as: EXPERT, headers: { 'if-match': version } }),
        { status: 412, json: { type: '/problems/versie-verouderd' } },
        `${write.url} ${version}`
      )
    }
    for (const version of ['*', '""', 'abc', '"-1"', '"1", "2"']) {
      t.match(
        await call({ ...write, as: EXPERT, headers: { 'if-match': version } }),
        { status: 400, json: { errors: [{ pointer: '/headers/if-match' }] } },
        `${write.url} ${version}`
      )
    }
  }
  t.equal(bench.dump(), before, 'nothing was stored')
})

void t.test('of two writers at once exactly one wins', async t => {
  for (let round = 0; round < 5; round++) {
    const { path } = await create()
    const names = ['KAND Links', 'KAND Rechts', 'KAND Midden']
    const replies = await Promise.all(
      names.map(async pseudonym => await call({ method: 'PUT', url: path, as: EXPERT, headers: { 'if-match': '"1"' }, body: { ...CANDIDATE, pseudonym } }))
    )
    t.same(
      replies.map(r => r.status).sort((a, b) => a - b),
      [200, 412, 412]
    )
    const winner = replies.find(r => r.status === 200) as Reply
    t.same((await call({ url: path, as: EXPERT })).json, winner.json, 'the winner is what is stored, at version 2')
    t.equal(winner.json.version, 2)
  }
})
