import t from 'tap'
import { CANDIDATE } from '../helpers/market.ts'
import { ADMIN, EXPERT, bench, call, counts, create } from './ground.ts'

const ask = async (path: string, query = '') => await call({ url: `${path}/overstap${query}`, as: EXPERT })

interface Target {
  readonly key: string
  readonly expectation: string
  readonly reason: string
  readonly limits: ReadonlyArray<{ readonly outcome: string; readonly basis: string }>
  readonly counts: { readonly searched: number; readonly passend: number; readonly teVerifieren: number; readonly nietPassend: number }
  readonly search: { readonly method: 'POST'; readonly path: string; readonly body: { readonly group: string; readonly occupation: string } }
}

void t.test('overstap: paths with counts, and the search behind each number', async t => {
  const { path } = await create({
    ...CANDIDATE,
    pseudonym: 'KAND Overstap',
    profile: { ...CANDIDATE.profile, experience: [{ title: 'leerkracht' }] }
  })
  const reply = await ask(path, '?size=40')
  t.equal(reply.status, 200)
  t.equal(reply.headers['cache-control'], 'no-store')
  t.match(reply.json, { state: 'ok', message: /inschatting/, starts: [{ key: '2341', from: 'ervaring' }], degraded: false, day: bench.at.day })
  const all: readonly Target[] = [...reply.json.targets, ...reply.json.apart]
  t.equal(all.length, reply.json.found.targets + reply.json.found.apart)
  t.ok(reply.json.apart.every((x: Target) => x.expectation === 'conflict-verwacht' && /meer dan de grens toelaat/.test(x.reason)))
  t.ok(all.every(x => x.limits.length > 0 && x.limits.every(l => l.basis === 'eigen inschatting')))
  let open = 0
  for (const target of all.filter(x => x.counts.searched > 0)) {
    open++
    const { method, path: url, body } = target.search
    const list = await call({ method, url, body, as: EXPERT })
    t.same(list.json.counts, target.counts, target.key)
    t.equal(list.json.total, body.group === 'passend' ? target.counts.passend : target.counts.teVerifieren, `${target.key}: the list behind the number`)
  }
  t.ok(open > 0, 'something is open')
  t.match((await ask(path, '?from=concierge&steps=1&size=5')).json, { starts: [{ key: '5153', from: 'vraag' }], targets: { length: 5 } })
  t.match((await ask(path, '?from=2221')).json, { starts: [{ key: '2221', from: 'vraag' }] })
  t.ok((await ask(path, '?steps=1&size=40')).json.targets.every((x: { steps: unknown[] }) => x.steps.length === 1))
  const narrowed = await counts(path, { occupation: 'toetsontwikkelaar' })
  t.ok(narrowed.searched < (await counts(path)).searched)
  const whyNot = await call({ method: 'POST', url: `${path}/why-not`, as: EXPERT, body: { occupation: 'toetsontwikkelaar' } })
  t.equal(whyNot.json.searched, narrowed.searched, 'why not, for the same work')
})

void t.test('overstap: what is empty says how to fill it', async t => {
  const none = await create({ pseudonym: 'KAND Zonder werk' })
  t.match((await ask(none.path)).json, { state: 'geen-beroep', message: /Vul bij het profiel eerder werk in/, starts: [], targets: [], apart: [] })
  t.match((await ask(none.path, '?from=tovenaar')).json, { state: 'beroep-onbekend', message: /ISCO/ })
  t.match((await ask(none.path, '?from=6310')).json, { state: 'geen-paden', message: /zes maanden/ })
  const free = (await ask(none.path, '?from=leerkracht')).json
  t.match(free, { state: 'ok', apart: [] })
  t.ok(free.targets.every((x: Target) => x.expectation === 'te-verifieren' && /geen grenzen/.test(x.reason)))
})

void t.test('overstap: wrong questions and other callers', async t => {
  const { path } = await create()
  for (const [query, pointer] of [
    ['?steps=4', '/steps'],
    ['?steps=0', '/steps'],
    ['?size=41', '/size'],
    ['?from=x', '/from'],
    [`?from=${'a'.repeat(121)}`, '/from']
  ] as const) {
    const reply = await ask(path, query)
    t.match(reply, { status: 400, headers: { 'content-type': /problem\+json/ }, json: { type: '/problems/ongeldig-verzoek' } }, query)
    t.match(JSON.stringify(reply.json.errors), pointer, query)
  }
  t.match(await call({ method: 'POST', url: `${path}/matches`, as: EXPERT, body: { occupation: 'tovenaar' } }), {
    status: 400,
    json: { errors: [{ message: /ISCO-code/ }] }
  })
  t.equal((await call({ url: `${path}/overstap` })).status, 401)
  t.equal((await call({ url: `${path}/overstap`, as: ADMIN })).status, 403)
  t.equal((await call({ url: `${path}/overstap`, as: ['ander', 'arbeidsdeskundige'] })).status, 404, 'another bureau')
  t.equal((await ask('/v1/candidates/k-nietbekend')).status, 404)
})
