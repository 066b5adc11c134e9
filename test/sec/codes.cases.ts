import t from 'tap'
import { BODIES, WHOLE_CANDIDATE, WHOLE_DOCUMENT } from './requests.cases.ts'
import { CANARY, NUMBER, bench, faults, send } from './ground.ts'
import { type Path, pointerTo, put } from './walk.ts'

void t.test('bad input: codes that no table knows, and editions', async t => {
  const before = bench.dump()
  const route = 'POST /v1/candidates'
  const cases: ReadonlyArray<readonly [string, Path, unknown, string?]> = [
    ['a diploma', ['profile', 'education', 'diplomas', 0], 'canary-7777'],
    ['an occupation', ['profile', 'experience', 0, 'isco'], '7777'],
    ['an occupation wished for', ['wishes', 'occupations', 0, 'isco'], '7777'],
    ['a branch', ['profile', 'experience', 0, 'sector'], '00'],
    ['a branch wished for', ['wishes', 'sectors', 0], '00'],
    ['a licence', ['profile', 'licences', 0], 'CANARY-7777'],
    ['a certificate', ['profile', 'certificates', 0], 'CANARY-7777'],
    ['a skill', ['profile', 'skills', 0], 'canary-7777'],
    ['a competence', ['profile', 'competences', 0], '24199'],
    ['a language', ['profile', 'languages', 0, 'code'], 'xqx'],
    ['a home town', ['travel', 'home'], `${CANARY} ${NUMBER}`],
    ['a home town that occurs twice', ['travel', 'home'], 'Hengelo'],
    ['a number of no form', ['documents', 0, 'limits', 0], { editie: 'referentie', code: '6.99', niveau: 1 }, '/documents/0/limits/0/code'],
    ['a number of another edition', ['documents', 0, 'limits', 0], { editie: 'referentie', code: '1.9.4', niveau: 1 }, '/documents/0/limits/0/code'],
    [
      'a label of another edition',
      ['documents', 0, 'limits', 0],
      { editie: 'referentie', code: '4.13', label: 'Duwen of trekken', niveau: 1 },
      '/documents/0/limits/0/label'
    ],
    ['a label that is no label', ['documents', 0, 'limits', 0, 'label'], `${CANARY} ${NUMBER}`],
    ['a level the item does not have', ['documents', 0, 'limits', 0, 'niveau'], 9],
    ['an item that only informs', ['documents', 0, 'limits', 0], { editie: 'referentie', code: '4.1', niveau: 1 }, '/documents/0/limits/0/code'],
    ['an unknown edition', ['documents', 0, 'editie'], `${CANARY}${NUMBER}`],
    ['an edition unknown for one limit', ['documents', 0, 'limits', 0, 'editie'], `${CANARY}${NUMBER}`],
    [
      'a step of the build-up twice',
      ['documents', 0, 'buildUp'],
      [1, 2].map(() => ({ from: '2027-01-15', perDay: { value: 8, kind: 'gemiddeld' } })),
      '/documents/0/buildUp'
    ],
    ['a step without hours', ['documents', 0, 'buildUp'], [{ from: '2027-01-15' }], '/documents/0/buildUp/0'],
    ['an explanation settled without reason', ['documents', 0, 'texts', 0], { code: '4.13', text: CANARY, status: 'mapped' }, '/documents/0/texts/0/reason'],
    ['hours the wrong way round', ['wishes', 'hours'], { min: 30, max: 20 }, '/wishes/hours/max'],
    ['a level the wrong way round', ['profile', 'education', 'level'], { min: 6, max: 5 }, '/profile/education/level/max']
  ]
  for (const [name, path, value, pointer = pointerTo(path)] of cases) {
    t.same(faults(await send(route, put(WHOLE_CANDIDATE, path, value)), 'ongeldig-verzoek', pointer), [], name)
    t.same(faults(await send('PUT /v1/candidates/:id', put(WHOLE_CANDIDATE, path, value)), 'ongeldig-verzoek', pointer), [], `${name}, replacing`)
    const [part, ...rest] = path
    const own =
      part === 'profile' ? 'PUT /v1/candidates/:id/profile' : part === 'documents' ? 'POST /v1/candidates/:id/documents' : 'PUT /v1/candidates/:id/wishes'
    const inner = part === 'documents' ? rest.slice(1) : part === 'profile' ? rest : path
    const body = BODIES[own]
    t.same(
      faults(await send(own, put(body, inner, value)), 'ongeldig-verzoek', pointer.slice(pointerTo(path).length - pointerTo(inner).length)),
      [],
      `${name}, by its own route`
    )
  }
  const { editie: _editie, ...bare } = WHOLE_DOCUMENT
  const bareLimits = bare.limits.map(({ editie: _e, ...l }) => l)
  const reply = await send('POST /v1/candidates/:id/documents', { ...bare, limits: bareLimits })
  t.same(faults(reply, 'ongeldig-verzoek', '/editie'), [], 'a bare number without edition')
  t.match(reply.json.errors[0].message, /editie/, 'and it is said why')
  const levers: ReadonlyArray<readonly [string, object, string]> = [
    ['a licence', { lever: 'licence', code: 'CANARY-7777' }, 'code'],
    ['a certificate', { lever: 'certificate', code: 'CANARY-7777' }, 'code'],
    ['a diploma', { lever: 'education', level: { min: 5, max: 5 }, diploma: 'canary-7777' }, 'diploma'],
    ['hours the wrong way round', { lever: 'hours', min: 30, max: 20 }, 'max'],
    ['a medical lever', { lever: 'tillen_kg', niveau: 0 }, 'lever'],
    ['no day', { lever: 'from', day: '2027-02-30' }, 'day']
  ]
  for (const [name, change, field] of levers)
    t.same(
      faults(await send('POST /v1/candidates/:id/what-if', { changes: [{ lever: 'licence', code: 'C' }, change] }), 'ongeldig-verzoek', `/changes/1/${field}`),
      [],
      `what if: ${name}`
    )
  t.equal(bench.dump(), before, 'nothing was stored')
})
