import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { PROBLEMS, type ProblemSlug } from '../../src/api/problem.ts'
import { projectRoot } from '../../src/reference/table.ts'
import { declaredProblems, metProblems } from '../helpers/declared.ts'
import { bench, call, seen, leaked, headersMissing, loggedSecrets } from './ground.ts'
import './values.cases.ts'
import './codes.cases.ts'
import './diagnosis.cases.ts'
import './bodies.cases.ts'
import './addresses.cases.ts'
import './keys.cases.ts'
import './access.cases.ts'
import './projections.cases.ts'
import './canary.cases.ts'
import './audit.cases.ts'
import './refusals.cases.ts'
import './start.cases.ts'
import './sockets.cases.ts'

t.test('every reply of all cases: headers, problems, silence', async t => {
  t.ok(bench.replies.length > 3_000)
  const bad = bench.replies.flatMap(r =>
    [
      ...headersMissing(r),
      ...(r.status >= 400 && r.call.method !== 'HEAD' && !(r.headers['content-type'] ?? '').startsWith('application/problem+json') ? ['content-type'] : [])
    ].map(m => `${r.call.method ?? 'GET'} ${r.call.url.slice(0, 60)} ${r.status}: ${m}`)
  )
  t.same(bad.slice(0, 5), [], 'each has all headers, each refusal is a problem')
  for (const route of bench.routes.filter(r => r.url.startsWith('/docs') && !r.url.includes('*')))
    t.same(headersMissing(await call({ url: route.url })), [], route.url)
  t.same(headersMissing(await call({ url: '/docs/static/swagger-ui.css' })), [])
  t.notOk(
    bench.replies.some(r => r.status === 500),
    'no bad input is an error of ours'
  )
  t.same(loggedSecrets(bench.lines).slice(0, 5), [], 'no canary in the log of all this')
  for (const tenant of ['een', 'twee', 'drie']) {
    const records = await bench.app.store.bureau(tenant).audit.list(0, 100_000)
    t.same(
      leaked(JSON.stringify(records.map(({ hash: _h, previous: _p, subject: _s, actor: _a, rules: _r, ...e }) => e))),
      [],
      `nor in the audit log of ${tenant}`
    )
    t.equal((await bench.app.store.bureau(tenant).audit.verify()).broken, 0)
  }
})

/** Problems that a test of this file cannot bring about, with the reason. */
const ELSEWHERE: Readonly<Partial<Record<ProblemSlug, string>>> = {
  'import-bezig': 'test/api/routes.test.ts, a second import of a busy source',
  'opslag-beschadigd': 'test/commands/broken.cases.ts, files with changed bytes'
}

t.test('the catalogue of problems is reachable and whole', async t => {
  t.same([...seen, ...Object.keys(ELSEWHERE)].sort(), Object.keys(PROBLEMS).sort(), 'each was met here or is accounted for, none twice')
  for (const [slug, p] of Object.entries(PROBLEMS)) {
    t.match(slug, /^[a-z]+(?:-[a-z]+)*$/)
    t.ok(p.status >= 400 && p.status < 600 && p.title.length > 10 && /[.]$/.test(p.remedy) && !/[.]$/.test(p.title), `${slug}: status, title, remedy`)
  }
  t.equal(new Set(Object.values(PROBLEMS).map(p => p.title)).size, Object.keys(PROBLEMS).length, 'no title twice')
})

t.test('what each route answered is what the OpenAPI document says of it', async t => {
  const [declared, met] = [await declaredProblems(bench), metProblems(bench)]
  t.ok(met.size > 100)
  t.same([...met].filter(m => !declared.has(m)).sort(), [], 'no problem is a surprise')
  // A busy source is met in test/api; the service stopped or failed nowhere here.
  t.same(
    [...declared].filter(d => !met.has(d) && !/ 50[03] /.test(d)),
    ['POST /v1/imports 409 import-bezig'],
    'and none is named that no request brings about'
  )
})

t.test('README names every problem with its remedy in reach: `slug` (status)', async t => {
  const file = join(projectRoot, 'README.md')
  const readme = existsSync(file) ? readFileSync(file, 'utf8') : ''
  for (const [slug, { status }] of Object.entries(PROBLEMS))
    t.ok(
      readme.split('\n').some(l => l.includes(`\`${slug}\``) && l.includes(String(status))),
      `README has \`${slug}\` with ${status}`
    )
})
