import t from 'tap'
import { requestTo, things } from './requests.cases.ts'
import { ACCESS, ROLES } from './roles.cases.ts'
import { bench, call, own, foreign, deleted, faults } from './ground.ts'

void t.test('role by route is the table; own, foreign, deleted and unknown candidates', async t => {
  const registered = bench.routes
    .filter(r => !r.url.startsWith('/docs'))
    .map(r => `${r.method} ${r.url}`)
    .sort()
  t.same(registered, Object.keys(ACCESS).sort(), 'every route is in the table and nothing else')
  for (const route of bench.routes.filter(r => r.url.startsWith('/docs')))
    t.match(route.config, { policy: { public: true }, audit: false }, `${route.url} is public`)
  const without = (text: string): string => text.replace(/"request":"[^"]*"/, '')
  for (const [route, allowed] of Object.entries(ACCESS)) {
    await t.test(route, async t => {
      if (allowed === '*') return t.equal((await call(requestTo(route, own))).status, 200, 'without a key')
      for (const [letter, role] of Object.entries(ROLES)) {
        const mine = await things(bench, 'een')
        const as = ['een', role] as const
        if (!allowed.includes(letter)) {
          const before = bench.dump()
          t.same(faults(await call({ ...requestTo(route, mine), as }), 'geen-toegang'), [], `${role} may not`)
          t.equal(bench.dump(), before, `${role} changes nothing`)
          continue
        }
        if (route.includes('/candidates/:id') || route.includes('/keys/:id')) {
          const before = bench.dump()
          const absent = { ...mine, id: 'k-aaaaaaaaaaaaaaaa', key: 'aaaaaaaaaaaa' }
          const random = await call({ ...requestTo(route, absent), as })
          t.same(faults(random, 'niet-gevonden'), [], `${role}: unknown`)
          for (const [name, theirs] of [
            ['foreign', { ...mine, id: foreign.id, key: foreign.key }],
            ['deleted', { ...absent, id: deleted }]
          ] as const) {
            const reply = await call({ ...requestTo(route, theirs), as })
            t.equal(without(reply.text), without(random.text), `${role}: ${name} as unknown, byte for byte`)
            const rest = ({ date: _date, ...h }: Readonly<Record<string, string>>): unknown => h
            t.same(
              [reply.status, rest(reply.headers)],
              [random.status, { ...(rest(random.headers) as object), 'content-length': reply.headers['content-length'] }],
              `${role}: ${name}, headers too`
            )
          }
          t.equal(bench.dump(), before, `${role} changes nothing there`)
        }
        const fine = await call({ ...requestTo(route, mine), as })
        t.ok(fine.status >= 200 && fine.status < 300, `${role} may: ${fine.status}`)
      }
    })
  }
  t.equal((await call({ url: `/v1/candidates/${foreign.id}`, as: ['twee', 'jobhunter'] })).status, 200, 'the other bureau still has its own')
})
