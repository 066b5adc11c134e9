import t from 'tap'
import { declaredProblems, metProblems } from '../helpers/declared.ts'
import { bench, call } from './ground.ts'
import './candidates.cases.ts'
import './matches.cases.ts'
import './overstap.cases.ts'
import './vacancies.cases.ts'
import './vacancy-candidates.cases.ts'
import './imports.cases.ts'
import './service.cases.ts'
import './audit.cases.ts'

interface Operation {
  summary?: string
  responses?: Record<string, { description?: string }>
  parameters?: ReadonlyArray<{ name: string; in: string }>
}

t.test('the OpenAPI document is whole and the pages that show it are served', async t => {
  const reply = await call({ url: '/v1/openapi.json' })
  t.equal(reply.status, 200)
  const doc = reply.json
  t.match(doc, {
    openapi: /^3\.1\./,
    info: { title: 'passendwerk', version: 'test' },
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } }
  })
  const refs: string[] = []
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, item] of Object.entries(value)) {
      if (key === '$ref' && typeof item === 'string') refs.push(item)
      else walk(item)
    }
  }
  walk(doc)
  t.ok(refs.length > 10)
  for (const ref of new Set(refs)) {
    const found = ref.startsWith('#/')
      ? ref
          .slice(2)
          .split('/')
          .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part.replaceAll('~1', '/').replaceAll('~0', '~')], doc)
      : undefined
    t.ok(found, `${ref} resolves`)
  }
  const operations = Object.entries(doc.paths as Record<string, Record<string, Operation>>).flatMap(([path, item]) =>
    Object.entries(item).map(([method, o]) => ({ path, method, o }))
  )
  for (const { path, method, o } of operations) {
    t.ok((o.summary ?? '').length > 5, `${method} ${path} has a summary`)
    t.ok(
      Object.keys(o.responses ?? {}).length > 0 && Object.values(o.responses ?? {}).every(r => typeof r.description === 'string'),
      `${method} ${path} has responses`
    )
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(m => m[1] as string)
    t.same(
      (o.parameters ?? [])
        .filter(p => p.in === 'path')
        .map(p => p.name)
        .sort(),
      named.sort(),
      `${method} ${path} declares its path`
    )
  }
  const documented = new Set(operations.map(({ path, method }) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`))
  const served = bench.routes.filter(r => !r.url.startsWith('/docs') && r.url !== '/v1/openapi.json').map(r => `${r.method} ${r.url}`)
  t.same([...documented].sort(), served.sort(), 'every route is documented and nothing else')

  const page = await call({ url: '/docs/' })
  t.match(page, { status: 200, headers: { 'content-type': /^text\/html/ } })
  const assets = [...page.text.matchAll(/(?:src|href)="\.?\/?((?:docs\/)?static\/[^"]+)"/g)].map(m => `/docs/${(m[1] as string).replace(/^docs\//, '')}`)
  t.ok(assets.length >= 3)
  for (const asset of assets) t.equal((await call({ url: asset })).status, 200, asset)
  t.notOk(/<script(?![^>]*\bsrc=)[^>]*>[^<]*\S/.test(page.text), 'no script inside the page: the policy would refuse it')
  t.same((await call({ url: '/docs/json' })).json, doc)
})

t.test('every problem met above is declared at its route, with one schema', async t => {
  const [declared, met] = [await declaredProblems(bench), metProblems(bench)]
  t.ok([...met].some(m => m.endsWith('import-bezig')) && met.size > 20)
  t.same([...met].filter(m => !declared.has(m)).sort(), [])
  const { json } = await call({ url: '/v1/openapi.json' })
  const problems = Object.values(json.paths as Record<string, Record<string, { responses: Record<string, { content?: Record<string, unknown> }> }>>)
    .flatMap(item => Object.values(item))
    .flatMap(o => Object.entries(o.responses))
    .filter(([status]) => Number(status) >= 400)
  for (const [status, { content }] of problems) t.same(content, { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }, status)
  t.same(Object.keys(json.components.schemas.Problem.properties as object).sort(), ['code', 'detail', 'errors', 'remedy', 'request', 'status', 'title', 'type'])
  const csv = json.paths['/v1/imports/{run}/rows.csv'].get.responses['200']
  t.same(Object.keys(csv.content as object), ['text/csv'], 'a stream is named by its type')
})

t.test('every route was called with success above', async t => {
  await call({ url: '/docs/yaml' })
  const done = new Set(
    bench.lines
      .map(l => JSON.parse(l) as { event?: string; method?: string; route?: string; status?: number })
      .filter(l => l.event === 'request' && (l.status ?? 500) < 400)
      .map(l => `${l.method} ${l.route}`)
  )
  for (const route of bench.routes.filter(r => !/^\/docs\/(?:$|static)/.test(r.url)))
    t.ok(done.has(`${route.method} ${route.url}`), `${route.method} ${route.url}`)
  t.ok(bench.routes.length >= 25)
})
