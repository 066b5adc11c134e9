import t from 'tap'
import type { Call, Reply } from '../helpers/api.ts'
import { CANDIDATE } from '../helpers/market.ts'
import { WHOLE_CANDIDATE, WHOLE_DOCUMENT } from './requests.cases.ts'
import { EXPERT, GROUPS, call } from './ground.ts'

void t.test('projections: who sees what', async t => {
  const text = 'CANARYTEKST'
  const body = {
    ...WHOLE_CANDIDATE,
    documents: [
      {
        ...WHOLE_DOCUMENT,
        texts: [
          { text: `${text} een`, status: 'open' },
          { text: `${text} twee`, status: 'mapped', reason: `${text} drie` }
        ]
      }
    ]
  }
  const made = await call({ method: 'POST', url: '/v1/candidates', as: ['een', 'consulent'], body })
  const path = `/v1/candidates/${made.json.id}`
  t.match(made, { status: 201, json: { documents: null } })
  const list = await call({ url: '/v1/candidates?size=200', as: ['een', 'jobhunter'] })
  for (const item of list.json.items)
    t.same(Object.keys(item).sort(), ['createdAt', 'id', 'pseudonym', 'updatedAt', 'version'], 'Bureau has its own fields only')
  const version = (await call({ url: path, as: EXPERT })).headers['etag'] as string
  const said: Reply[] = [made]
  let etag = version
  for (const role of ['jobhunter', 'consulent'] as const) {
    const as = ['een', role] as const
    const read = await call({ url: path, as })
    t.equal(read.json.documents, null, `${role} gets no documents`)
    t.equal(read.json.capacity.openTexts, 1, `${role} sees that a text is open`)
    said.push(read, await call({ url: '/v1/candidates', as }))
    for (const group of GROUPS) said.push(await call({ method: 'POST', url: `${path}/matches`, as, body: { group, size: 100 } }))
    for (const vacancy of ['proef:past-0', 'proef:zwaar-0', 'proef:onbekend-0']) said.push(await call({ url: `${path}/matches/${vacancy}`, as }))
    said.push(
      await call({ method: 'POST', url: `${path}/why-not`, as, body: {} }),
      await call({
        method: 'POST',
        url: `${path}/what-if`,
        as,
        body: {
          changes: [
            { lever: 'licence', code: 'C' },
            { lever: 'from', day: '2027-02-01' }
          ]
        }
      })
    )
    for (const [tail, change] of [
      ['profile', WHOLE_CANDIDATE.profile],
      ['wishes', { wishes: CANDIDATE.wishes, travel: CANDIDATE.travel }]
    ] as const) {
      const put = await call({ method: 'PUT', url: `${path}/${tail}`, as, headers: { 'if-match': etag }, body: change })
      etag = put.headers['etag'] as string
      said.push(put)
    }
  }
  said.push(
    await call({
      method: 'POST',
      url: `${path}/documents`,
      as: ['een', 'consulent'],
      headers: { 'if-match': etag },
      body: { ...WHOLE_DOCUMENT, date: '2026-11-02' }
    })
  )
  for (const reply of said)
    t.ok(
      reply.status < 300 && !reply.text.includes(text) && (reply.json.documents ?? null) === null,
      `no document and no free text: ${reply.call.as?.[1] ?? 'consulent'} ${reply.call.url}`
    )
  const expert = await call({ url: path, as: EXPERT })
  t.equal(expert.text.split(text).length - 1, 3, 'the arbeidsdeskundige reads them all')
  t.same(expert.json.documents[0].texts[1], { code: null, text: `${text} twee`, status: 'mapped', reason: `${text} drie` })

  const search = async (): Promise<string> => (await call({ method: 'POST', url: '/v1/vacancies/search', as: ['een', 'import'], body: { size: 100 } })).text
  const shown = await search()
  const twins = []
  for (const pseudonym of ['KAND Aafje', 'KAND Zebulon 99'])
    twins.push((await call({ method: 'POST', url: '/v1/candidates', as: EXPERT, body: { ...CANDIDATE, pseudonym } })).json.id as string)
  const about = async (id: string, c: Omit<Call, 'as'>): Promise<string> =>
    (await call({ ...c, url: `/v1/candidates/${id}${c.url}`, as: EXPERT })).text.replaceAll(id, 'k-id')
  for (const c of [
    ...GROUPS.map(group => ({ method: 'POST' as const, url: '/matches', body: { group, size: 9 } })),
    { method: 'POST' as const, url: '/why-not', body: {} },
    { url: '/matches/proef:zwaar-1' },
    { url: '/matches/proef:past-1' },
    { url: '/overstap?from=2341&size=40' },
    { method: 'POST' as const, url: '/what-if', body: { changes: [{ lever: 'licence', code: 'C' }] } }
  ]) {
    t.equal(await about(twins[0] as string, c), await about(twins[1] as string, c), `twins that differ in their pseudonym only get the same bytes: ${c.url}`)
  }
  t.equal(await search(), shown, 'what is public does not move with the candidates')
})
