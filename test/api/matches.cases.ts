import t from 'tap'
import { CANDIDATE, ROWS } from '../helpers/market.ts'
import { AT } from '../helpers/vacancy.ts'
import { EXPERT, GROUPS, bench, call, create, post, counts, idsOf } from './ground.ts'

void t.test('matches: four groups, exact counts, pages without doubles or gaps', async t => {
  const { path } = await create()
  const totals: Record<string, number> = {}
  const seen = new Map<string, string>()
  for (const group of GROUPS) {
    const whole = await post(`${path}/matches`, { group, size: 100 })
    t.equal(whole.status, 200)
    const c = whole.json.counts
    t.equal(c.searched, c.passend + c.teVerifieren + c.nietPassend, `${group}: searched = the three groups`)
    t.equal(c.searched, ROWS.length)
    t.equal(whole.json.total, whole.json.hits.length, `${group}: total is what there is`)
    totals[group] = whole.json.total
    for (const size of [1, 7, 13]) {
      const paged: string[] = []
      let cursor: string | undefined
      let pages = 0
      for (;;) {
        const page = await post(`${path}/matches`, { group, size, ...(cursor === undefined ? {} : { cursor }) })
        paged.push(...idsOf(page))
        pages++
        t.equal(page.json.total, whole.json.total)
        if (page.json.next === null) break
        t.equal(page.json.hits.length, size, 'a page before the last is full')
        cursor = page.json.next
      }
      t.equal(pages, Math.max(1, Math.ceil(whole.json.total / size)), `${group}: as many pages as needed`)
      t.same(paged, idsOf(whole), `${group} by ${size}: no double, no gap, same order`)
    }
    const points = whole.json.hits.map((h: { points: number }) => h.points)
    t.same(
      points,
      points.toSorted((a: number, b: number) => b - a),
      `${group}: best first`
    )
    for (const hit of whole.json.hits) {
      t.equal(hit.verdict, group === 'net-niet' ? 'niet-passend' : group)
      if (group !== 'net-niet') seen.set(hit.vacancy.id, group)
      t.equal(
        hit.open.some((o: { outcome: string }) => o.outcome === 'overschrijding'),
        hit.verdict === 'niet-passend',
        'an exceedance and nothing else excludes'
      )
      if (group === 'passend') t.same(hit.questions, [], 'what fits leaves no question')
    }
  }
  t.same(totals, { passend: 16, 'te-verifieren': 16, 'niet-passend': 80, 'net-niet': 64 })
  t.equal(seen.size, ROWS.length, 'every vacancy is in one group')
  t.same(
    [...seen].filter(([id]) => id.startsWith('proef:past-')).map(([, g]) => g),
    Array.from({ length: 16 }, () => 'passend')
  )
  const none = await create({ pseudonym: 'KAND Leeg' })
  const empty = await post(`${none.path}/matches`, { group: 'te-verifieren' })
  t.equal(empty.json.hits[0].points, null, 'no profile, no score')
  t.ok(empty.json.missing.includes('document'))
  t.notOk(
    bench.lines.some(l => l.includes('score-differs')),
    'no score differed from its reasons'
  )
})

void t.test('text and facets narrow a list; a facet leaves its own choice out', async t => {
  const { path } = await create()
  const group = 'niet-passend'
  const free = (await post(`${path}/matches`, { group, size: 1 })).json
  const chosen = (await post(`${path}/matches`, { group, size: 100, facets: { sector: ['84'] } })).json
  t.same(chosen.facets.sector, free.facets.sector, 'the chosen facet still shows the other sectors')
  t.equal(chosen.total, free.facets.sector['84'], 'its number is what the choice gives')
  t.equal(chosen.facets.source.proef, chosen.total, 'other facets count inside the choice')
  t.ok(chosen.hits.every((h: { vacancy: { sector: string } }) => h.vacancy.sector === '84'))
  const two = (await post(`${path}/matches`, { group, size: 1, facets: { sector: ['84', '85'], employer_kind: ['direct'] } })).json
  t.equal(two.facets.sector['84'] + two.facets.sector['85'], two.total)
  t.equal(
    two.total,
    (await post(`${path}/matches`, { group, size: 1, facets: { employer_kind: ['direct'] } })).json.facets.sector['84'] + two.facets.sector['85']
  )
  t.equal(two.facets.employer_kind.direct, two.total)
  t.ok(two.facets.employer_kind.agency >= 0 && two.facets.sector['86'] !== undefined, 'what was not chosen is counted too')
  const c = await counts(path, { text: 'archief', facets: { sector: ['84'] } })
  t.equal(c.searched, c.passend + c.teVerifieren + c.nietPassend)
  t.ok(c.searched > 0 && c.searched < ROWS.length)
  t.equal((await counts(path, { text: 'onvindbaarwoord' })).searched, 0)
  const misspelt = (await post(`${path}/matches`, { group, text: 'archif', facets: { sector: ['84'] } })).json
  t.same(misspelt.widened, [{ typed: 'archif', also: ['archief', 'archive'] }], 'the answer says what was searched beside a misspelt word')
  t.equal(misspelt.counts.searched, c.searched)
})

void t.test('one match explained: reasons add up to the points, items with their limit and margin', async t => {
  const { path } = await create()
  for (const group of GROUPS) {
    for (const hit of (await post(`${path}/matches`, { group, size: 20 })).json.hits) {
      const e = await call({ url: `${path}/matches/${hit.vacancy.id}`, as: EXPERT })
      t.equal(e.status, 200)
      t.match(
        { verdict: e.json.verdict, points: e.json.points, max: e.json.max, questions: e.json.questions },
        { verdict: hit.verdict, points: hit.points, max: hit.max, questions: hit.questions },
        `${hit.vacancy.id} as in the list`
      )
      t.equal(
        e.json.reasons.reduce((sum: number, r: { points: number }) => sum + r.points, 0),
        e.json.points
      )
      t.same(e.json.vacancy, hit.vacancy)
    }
  }
  const heavy = (await call({ url: `${path}/matches/proef:zwaar-0`, as: EXPERT })).json
  const bar = heavy.reasons.flatMap((r: { bars: unknown[] }) => r.bars).find((b: { outcome: string }) => b.outcome === 'overschrijding')
  t.match(bar, {
    code: 'load.overschrijding',
    items: [{ editie: 'referentie', code: '4.13', niveau: 1, document: 'FML 2026-10-01' }],
    facts: [{ kind: 'confirmed', by: 'leidinggevende van de afdeling' }]
  })
  t.ok(bar.margins[0].value < 0, 'too much is a negative margin')
  t.equal((await call({ url: `${path}/matches/proef:bestaat-niet`, as: EXPERT })).status, 404)
})

void t.test('why not: niet passend = sum of alone + two or more', async t => {
  const { path } = await create()
  for (const state of [{}, { text: 'archief' }, { facets: { sector: ['84', '86'] } }]) {
    const why = (await post(`${path}/why-not`, state)).json
    const c = await counts(path, state)
    t.equal(why.searched, c.searched)
    t.equal(why.nietPassend, c.nietPassend)
    t.equal(why.nietPassend, why.rules.reduce((sum: number, r: { alone: number }) => sum + r.alone, 0) + why.twoOrMore)
    t.equal(why.nearMisses, (await post(`${path}/matches`, { group: 'net-niet', ...state, size: 1 })).json.total)
  }
  const why = (await post(`${path}/why-not`, {})).json
  t.equal(why.twoOrMore, 8)
  const rule = Object.fromEntries(why.rules.map((r: { bar: string }) => [r.bar, r]))
  t.match(rule['reisafstand'], { inAll: 16, alone: 8, lever: 'reis' })
  t.match(rule['belasting.tillen_kg.1'], { inAll: 8, alone: 8, lever: null }, 'a medical limit is no lever')
})

void t.test('what if: every lever counts as changing the candidate really does', async t => {
  const { path } = await create()
  const { profile, travel, wishes } = CANDIDATE
  const moved = (over: object): object => ({ ...CANDIDATE, ...over })
  const levers: ReadonlyArray<readonly [object, object | null]> = [
    [{ lever: 'travel', maxMinutes: 240, maxKm: 400 }, moved({ travel: { ...travel, maxMinutes: 240, maxKm: 400 } })],
    [{ lever: 'travel', mode: 'fiets' }, moved({ travel: { ...travel, mode: 'fiets' } })],
    [
      { lever: 'education', level: { min: 6, max: 6 }, track: 'hbo' },
      moved({ profile: { ...profile, education: { ...profile.education, level: { min: 6, max: 6 }, track: 'hbo' } } })
    ],
    [
      { lever: 'education', level: { min: 5, max: 5 }, diploma: 'verpleegkunde' },
      moved({ profile: { ...profile, education: { ...profile.education, diplomas: ['administratie', 'verpleegkunde'] } } })
    ],
    [{ lever: 'licence', code: 'C' }, moved({ profile: { ...profile, licences: ['B', 'C'] } })],
    [{ lever: 'certificate', code: 'BIG' }, moved({ profile: { ...profile, certificates: ['VOG', 'BIG'] } })],
    [{ lever: 'hours', min: 4, max: 8 }, moved({ wishes: { ...wishes, hours: { min: 4, max: 8 } } })],
    [{ lever: 'dagdeel', dagdeel: 'nacht', wens: 'graag' }, moved({ wishes: { ...wishes, dagdelen: { ...wishes.dagdelen, nacht: 'graag' } } })],
    [{ lever: 'from', day: '2027-01-14' }, null],
    [{ lever: 'from', day: '2027-01-15' }, null],
    [{ lever: 'from', day: '2027-10-02' }, null]
  ]
  const before = await counts(path)
  const told = await post(`${path}/what-if`, { changes: levers.slice(0, 10).map(([change]) => change) })
  t.equal(told.status, 200)
  const last = await post(`${path}/what-if`, { changes: [levers[10]?.[0]] })
  const effects = [...told.json.effects, ...last.json.effects]
  let effective = 0
  for (const [i, [change, body]] of levers.entries()) {
    const day = (change as { day?: string }).day
    if (day !== undefined) bench.at = { day, instant: `${day}T12:00:00.000Z` }
    const other = body === null ? path : (await create(body)).path
    const after = await counts(other)
    const effect = effects[i]
    const name = JSON.stringify(change)
    t.match(effect.change, change)
    t.same(
      { passend: effect.passend, teVerifieren: effect.teVerifieren, nietPassend: effect.nietPassend },
      { passend: after.passend - before.passend, teVerifieren: after.teVerifieren - before.teVerifieren, nietPassend: after.nietPassend - before.nietPassend },
      `${name} as recounted`
    )
    t.equal(effect.passend + effect.teVerifieren + effect.nietPassend, 0, `${name} over the same vacancies`)
    if (effect.passend !== 0 || effect.nietPassend !== 0) effective++
    t.equal(effect.examples.length, Math.min(3, effect.opened))
    for (const example of effect.examples)
      t.not((await call({ url: `${other}/matches/${example.id}`, as: EXPERT })).json.verdict, 'niet-passend', `${name} opens ${example.id}`)
    bench.at = AT
  }
  t.ok(effective >= 8, 'the levers do something in this market')
  t.equal((await call({ url: path, as: EXPERT })).headers['etag'], '"1"', 'nothing was saved')
})
