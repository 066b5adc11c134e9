import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { makeKey } from '../../src/access/key.ts'
import { AUDIT_EVENTS } from '../../src/audit/events.ts'
import { Bench, type Call, type Reply } from '../helpers/api.ts'
import { CANDIDATE, ROWS } from '../helpers/market.ts'
import { WHOLE_CANDIDATE, WHOLE_DOCUMENT } from './requests.cases.ts'
import { GROUPS, CANARY, NUMBER, leaked, faults, loggedSecrets } from './ground.ts'

void t.test('canary: thirty candidates through every journey and every forced error', async t => {
  const canary = new Bench()
  await canary.load('proef', ROWS)
  await canary.server()
  const as = ['een', 'arbeidsdeskundige'] as const
  const store = canary.app.store.bureau('een')
  const journey: Array<readonly [string, string]> = []
  const ids: string[] = []
  const step = async (event: keyof typeof AUDIT_EVENTS, c: Call): Promise<Reply> => {
    const reply = await canary.call({ as, ...c })
    if (reply.status >= 300) t.fail(`${c.method ?? 'GET'} ${c.url}: ${reply.text.slice(0, 200)}`)
    journey.push([event, ids.at(-1) ?? ''])
    return reply
  }
  for (let i = 0; i < 30; i++) {
    const document = {
      ...WHOLE_DOCUMENT,
      limits: [
        { editie: 'referentie', code: '4.13', niveau: 1, printed: { value: NUMBER, op: 'max' } },
        { editie: 'klassiek', code: '1.9.4', niveau: 1 }
      ],
      texts: [{ code: '4.13', text: `${CANARY} toelichting ${i}`, status: 'mapped', reason: `${CANARY} reden` }]
    }
    const body = {
      ...WHOLE_CANDIDATE,
      pseudonym: `${CANARY} ${NUMBER} ${i}`,
      documents: [document],
      profile: { ...WHOLE_CANDIDATE.profile, experience: [{ title: `${CANARY} beroep ${NUMBER}` }] }
    }
    const made = await canary.call({ method: 'POST', url: '/v1/candidates', as, body })
    ids.push(made.json.id as string)
    journey.push(['candidate.created', made.json.id as string])
    const url = `/v1/candidates/${made.json.id}`
    await step('candidate.read', { url })
    await step('candidate.replaced', { method: 'PUT', url, headers: { 'if-match': '"1"' }, body })
    await step('document.added', { method: 'POST', url: `${url}/documents`, headers: { 'if-match': '"2"' }, body: { ...document, date: '2026-11-03' } })
    await step('profile.replaced', { method: 'PUT', url: `${url}/profile`, headers: { 'if-match': '"3"' }, body: body.profile })
    await step('wishes.replaced', {
      method: 'PUT',
      url: `${url}/wishes`,
      headers: { 'if-match': '"4"' },
      body: { wishes: { ...CANDIDATE.wishes, occupations: [{ title: `${CANARY} wens` }] }, travel: CANDIDATE.travel }
    })
    for (const group of GROUPS)
      await step('matches.read', { method: 'POST', url: `${url}/matches`, body: { group, text: i % 2 === 0 ? '' : CANARY, size: 100 } })
    await step('match.explained', { url: `${url}/matches/proef:zwaar-${i % 8}` })
    await step('why-not.read', { method: 'POST', url: `${url}/why-not`, body: { facets: { source: [CANARY] } } })
    await step('what-if.read', { method: 'POST', url: `${url}/what-if`, body: { text: CANARY, changes: [{ lever: 'travel', maxKm: 100 }] } })
    await step('overstap.read', { url: `${url}/overstap?from=${encodeURIComponent(CANARY)}` })
    if (i % 3 === 0) await step('candidate.erased', { method: 'DELETE', url })
    // What is refused or looked up without limits is no read of a dossier.
    for (const [method, tail, body] of [
      ['GET', '?x=1', undefined],
      ['PUT', '/profile', { vreemd: CANARY }],
      ['POST', '/matches', { cursor: CANARY }]
    ] as const) {
      if (i % 3 !== 0 && tail === '?x=1') continue
      const event = tail === '/matches' && i % 3 !== 0
      await canary.call({ method, url: `${url}${tail}`, as: ['een', 'jobhunter'], ...(body === undefined ? {} : { body }) })
      if (event) journey.push(['matches.read', made.json.id as string])
    }
  }
  await canary.call({ url: '/v1/candidates', as })
  const records = await store.audit.list(0, 100_000)
  t.same(
    records.map(r => r.event),
    journey.map(([event]) => event),
    'one event for every read and change, in order, and no other'
  )
  t.same(
    records.map(r => r.subject),
    journey.map(([, id]) => canary.app.audit('een').subjectOf(id)),
    'each about its own candidate, under a hash'
  )
  t.ok(records.every(r => r.role === 'arbeidsdeskundige' || r.role === 'jobhunter'))
  const content = JSON.stringify(records.map(({ hash: _h, previous: _p, subject: _s, at: _a, rules: _r, ...e }) => e))
  t.same([...leaked(content), ...ids.filter(id => JSON.stringify(records).includes(id))], [], 'the audit log holds no content and no id')

  const { app } = canary
  const secret = `${CANARY} ${NUMBER} k-canarycanary 4.13 /src/${CANARY}.ts:7777`
  const thrown: readonly unknown[] = [
    new Error(secret),
    new TypeError(secret),
    new SyntaxError(secret),
    Object.assign(new Error(secret), { code: 'SQLITE_CORRUPT' }),
    Object.assign(new Error(secret), { statusCode: 500, code: secret }),
    Object.assign(new Error(secret), { statusCode: 418 }),
    secret,
    undefined,
    { message: secret }
  ]
  const id = ids[1] as string
  const reads: readonly Call[] = ['matches', 'why-not', 'what-if'].map((tail): Call => ({
    method: 'POST',
    url: `/v1/candidates/${id}/${tail}`,
    body: tail === 'what-if' ? { changes: [{ lever: 'licence', code: 'C' }] } : {}
  }))
  const moving: Call = { url: `/v1/candidates/${id}/overstap` }
  const explained: Call = { url: `/v1/candidates/${id}/matches/proef:zwaar-0` }
  const read: Call = { url: `/v1/candidates/${id}` }
  const write: Call = { method: 'PUT', url: `/v1/candidates/${id}/profile`, headers: { 'if-match': '"5"' }, body: WHOLE_CANDIDATE.profile }
  const broken: ReadonlyArray<readonly [object, string, readonly Call[]]> = [
    [app.engine, 'count', [...reads, moving, { method: 'POST', url: '/v1/vacancies/search', body: {} }]],
    [app.engine, 'search', reads.filter(r => !r.url.endsWith('why-not'))],
    [app.engine, 'get', [explained, { url: '/v1/vacancies/proef:past-0' }]],
    [store.candidates, 'get', [...reads, moving, explained, read, write]],
    [store.candidates, 'replace', [write]],
    [store.candidates, 'list', [{ url: '/v1/candidates' }]],
    [store.audit, 'append', [...reads, moving, explained, read]],
    [app.store.keys, 'find', [{ url: '/v1/candidates', headers: { authorization: `Bearer ${makeKey('een', 'jobhunter', 'x', canary.at.instant).secret}` } }]],
    [app.store.runs, 'list', [{ url: '/v1/imports' }]]
  ]
  const dump = canary.dump()
  for (const error of thrown) {
    for (const [part, method, calls] of broken) {
      Object.defineProperty(part, method, {
        configurable: true,
        value: async () => {
          throw error
        }
      })
      for (const c of calls) {
        const reply = await canary.call({ as, ...c })
        // An error that calls itself a client's error is still ours: no part below the API decides a status.
        t.same(faults(reply, 'intern'), [], `${method} throws ${error instanceof Error ? error.name : typeof error}: ${c.url.split('/').at(-1)}`)
        t.notOk(reply.text.includes('pseudonym') || reply.text.includes('"hits"'), 'no half answer')
      }
      delete (part as Record<string, unknown>)[method]
    }
  }
  t.equal(canary.dump(), dump, 'no forced error changed a record')
  const full = Object.assign(new Error(secret), { code: 'SQLITE_FULL' })
  Object.defineProperty(store.audit, 'append', {
    configurable: true,
    value: async () => {
      throw full
    }
  })
  for (const c of [...reads, explained, read]) {
    const reply = await canary.call({ as, ...c })
    t.same([...faults(reply, 'niet-gereed'), ...(reply.headers['retry-after'] === undefined ? ['retry-after'] : [])], [], 'no event, no dossier')
  }
  t.equal((await canary.call({ method: 'POST', url: '/v1/vacancies/search', as, body: {} })).status, 200, 'what needs no event goes on')
  t.same(
    faults(await canary.call({ method: 'POST', url: '/v1/candidates', as, body: { ...WHOLE_CANDIDATE, pseudonym: 'KAND depressie' } }), 'niet-gereed'),
    [],
    'an event of a refusal that fails shows nothing either'
  )
  delete (store.audit as unknown as Record<string, unknown>)['append']
  t.equal((await canary.call({ ...read, as })).status, 200)

  t.ok(canary.lines.length > 500)
  t.same(loggedSecrets(canary.lines), [], 'the log holds no canary, no item and no candidate')
  t.same(loggedSecrets([`${JSON.stringify({ level: 30, route: `/v1/candidates/${id}`, body: CANARY, item: '4.13' })}\n`]).length, 5, 'and would show them')
  t.ok(
    canary.lines.some(l => (JSON.parse(l) as { event?: string; at?: string }).at?.startsWith('src/api/') === true) ||
      canary.lines.some(l => l.includes('"event":"error"')),
    'errors are logged by name and place'
  )
  for (const file of readdirSync(join(canary.folder, 'data')).filter(f => f.startsWith('bureau-'))) {
    const raw = readFileSync(join(canary.folder, 'data', file)).toString('latin1')
    t.notOk(raw.includes('toelichting') || raw.includes(`${CANARY} beroep`) || raw.includes('"niveau"'), `${file} holds no limits and no text in the open`)
  }
  await canary.close()
})
