import t from 'tap'
import type { Reply } from '../helpers/api.ts'
import { ROWS } from '../helpers/market.ts'
import { vacancy } from '../helpers/vacancy.ts'
import { EXPERT, bench, call, create, post } from './ground.ts'

void t.test('vacancies: read, search, facets, pages', async t => {
  const one = await call({ url: '/v1/vacancies/proef:zwaar-0', as: EXPERT })
  t.match(one, {
    status: 200,
    json: {
      summary: { id: 'proef:zwaar-0', places: ['Utrecht'], status: 'open' },
      title: 'Administratief medewerker',
      demands: [{ dimensie: 'tillen_kg', provenance: 'confirmed' }]
    }
  })
  t.equal((await call({ url: '/v1/vacancies/proef:bestaat-niet', as: EXPERT })).status, 404)
  const whole = await post('/v1/vacancies/search', { size: 100 })
  t.equal(whole.json.total, ROWS.length)
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const page: Reply = await post('/v1/vacancies/search', { size: 9, ...(cursor === null ? {} : { cursor }) })
    ids.push(...page.json.items.map((v: { id: string }) => v.id))
    cursor = page.json.next
  } while (cursor !== null)
  t.equal(new Set(ids).size, ids.length, 'no double')
  t.equal(ids.length, ROWS.length, 'no gap')
  t.same(
    ids.slice(0, 100),
    whole.json.items.map((v: { id: string }) => v.id)
  )
  const chosen = (await post('/v1/vacancies/search', { size: 1, facets: { sector: ['85'] } })).json
  t.same(chosen.facets.sector, whole.json.facets.sector, 'a facet leaves its own choice out')
  t.equal(chosen.total, whole.json.facets.sector['85'])
  t.equal((await post('/v1/vacancies/search', { text: 'archief' })).json.total, ROWS.length, 'a word of the text finds')
  t.equal((await post('/v1/vacancies/search', { text: 'onvindbaarwoord' })).json.total, 0)
  t.match((await post('/v1/vacancies/search', { text: 'archif' })).json, { total: ROWS.length, widened: [{ typed: 'archif', also: ['archief', 'archive'] }] })
})

void t.test('a vacancy of one bureau is absent for another', async t => {
  const own = vacancy('proef:alleen-twee', { title: 'Alleen voor bureau twee' })
  await bench.app.engine.upsert([{ ...own, prepared: { ...own.prepared, visible_to: ['twee'] } }])
  await bench.app.engine.refresh()
  const { path } = await create()
  const foreign = await call({ url: '/v1/vacancies/proef:alleen-twee', as: EXPERT })
  const absent = await call({ url: '/v1/vacancies/proef:alleen-drie', as: EXPERT })
  t.equal(foreign.status, 404)
  t.same({ ...foreign.json, request: '' }, { ...absent.json, request: '' })
  t.equal((await call({ url: `${path}/matches/proef:alleen-twee`, as: EXPERT })).status, 404)
  t.equal((await post('/v1/vacancies/search', { text: 'bureau twee', size: 1 })).json.total, 0)
  const there = ['twee', 'consulent'] as const
  t.equal((await call({ url: '/v1/vacancies/proef:alleen-twee', as: there })).status, 200, 'its own bureau reads it')
  t.equal((await call({ method: 'POST', url: '/v1/vacancies/search', as: there, body: { text: 'bureau twee' } })).json.total, 1)
  await bench.app.engine.remove([own.id])
  await bench.app.engine.refresh()
})
