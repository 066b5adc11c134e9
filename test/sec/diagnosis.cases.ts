import t from 'tap'
import type { AuditRecord } from '../../src/domain/audit.ts'
import { BODIES, WHOLE_CANDIDATE, WHOLE_DOCUMENT } from './requests.cases.ts'
import { EXPERT, CANARY, bench, call, leaked, faults, send } from './ground.ts'
import { pointerTo, nodes, put } from './walk.ts'

void t.test('bad input: a diagnosis, cause or treatment in any text is refused, stored nowhere, and noted without content', async t => {
  const before = bench.dump()
  const events = async (): Promise<readonly AuditRecord[]> =>
    (await bench.app.store.bureau('een').audit.list(0, 100_000)).filter(e => e.event === 'diagnosis.refused')
  const said = ['depressie', 'burn-out', 'Borstkanker', 'na een hersenbloeding', 'chemotherapie', 'de p t s s']
  const free = new Map<string, number>()
  const writes = Object.keys(BODIES).filter(r => !/matches|why-not|what-if|search/.test(r))
  let refused = (await events()).length
  for (const route of writes) {
    for (const [path, value] of nodes(BODIES[route])) {
      if (typeof value !== 'string') continue
      const probe = await send(route, put(BODIES[route], path, `${CANARY} ${said[0]}`))
      if (probe.json?.type !== '/problems/diagnose-niet-toegestaan') {
        t.same(faults(probe, 'ongeldig-verzoek', pointerTo(path)), [], `${route} ${pointerTo(path)} takes no free text at all`)
        continue
      }
      refused++
      free.set(`${path.at(-1)}`, (free.get(`${path.at(-1)}`) ?? 0) + 1)
      for (const words of said) {
        t.same(
          faults(await send(route, put(BODIES[route], path, `${CANARY} ${words}`)), 'diagnose-niet-toegestaan', pointerTo(path)),
          [],
          `${route} ${pointerTo(path)} ${words}`
        )
        refused++
      }
    }
  }
  t.same([...free.keys()].sort(), ['home', 'label', 'pseudonym', 'reason', 'text', 'title'], 'all free text there is')
  t.equal((await send('POST /v1/keys', { ...BODIES['POST /v1/keys'], label: 'depressie' })).json.code, 'DIAGNOSIS_NOT_ALLOWED')
  const noted = await events()
  t.equal(noted.length, refused + 1, 'one event for each')
  t.ok(noted.every(e => e.result === 'refused' && e.rules === null))
  t.same(leaked(JSON.stringify(noted.map(({ hash: _h, previous: _p, subject: _s, ...e }) => e))), [], 'without content')
  const everywhere = await send('POST /v1/candidates', {
    ...WHOLE_CANDIDATE,
    pseudonym: 'KAND depressie',
    documents: [
      { ...WHOLE_DOCUMENT, texts: [{ text: 'PTSS' }] },
      { ...WHOLE_DOCUMENT, texts: [{ text: 'Rustig.' }, { text: 'reuma' }] }
    ]
  })
  t.same(
    everywhere.json.errors.map((e: { pointer: string }) => e.pointer),
    ['/pseudonym', '/documents/0/texts/0/text', '/documents/1/texts/1/text'],
    'all fields together, and no other'
  )
  t.equal(bench.dump(), before, 'nothing was stored')
  t.equal(
    (await call({ method: 'POST', url: '/v1/vacancies/search', as: EXPERT, body: { text: 'verpleegkundige depressie' } })).status,
    200,
    'a search for such work is stored nowhere and stays possible'
  )
})
