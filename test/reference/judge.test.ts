import t from 'tap'
import type { Candidate } from '../../src/domain/candidate.ts'
import type { CapacityDocument } from '../../src/domain/capacity.ts'
import type { Dimensie } from '../../src/domain/dimensie.ts'
import type { Load } from '../../src/domain/load.ts'
import { VacancyFactsSchema, type Vacancy } from '../../src/domain/vacancy.ts'
import { explainFor, standOf } from '../../src/match/explain.ts'
import { scorecardOf } from '../../src/match/scorecard.ts'
import { CHOICES } from '../../src/reference/fml/answers.ts'
import { boundsOf } from '../../src/reference/fml/axes.ts'
import { CATALOGUE, isHeading } from '../../src/reference/fml/catalogue.ts'
import { describeLevel, describeLoad, describePrinted } from '../../src/reference/fml/describe.ts'
import { relativesOf } from '../../src/reference/fml/families.ts'
import { checkDocument } from '../../src/reference/fml/intake.ts'
import { judge } from '../../src/reference/fml/judge.ts'
import { ladderOf, TOKEN_DIMENSIES, type Ladder } from '../../src/reference/fml/ladders.ts'
import { judgedTokens, judgeLoads, token } from '../../src/reference/fml/tokens.ts'
import { candidate, document } from '../helpers/candidate.ts'
import { AT, load, vacancy } from '../helpers/vacancy.ts'
import { cases as answers } from './judge/answers.cases.ts'
import { cases as documents } from './judge/documents.cases.ts'
import { cases as edges } from './judge/edges.cases.ts'
import { cases as hours } from './judge/hours.cases.ts'
import { cases as intake, levels } from './judge/intake.cases.ts'
import { cases as provenance } from './judge/provenance.cases.ts'
import { band, CONFIRMED, lift, says, settled } from './judge-case.ts'

const atDay = (day = AT.day): typeof AT => ({ ...AT, day })

for (const [section, cases] of Object.entries({ edges, answers, provenance })) {
  t.test(`one load, one level: ${section}`, async t => {
    t.same(
      cases.map(c => c.name).filter((n, i, all) => all.indexOf(n) !== i),
      [],
      'no name twice'
    )
    for (const c of cases) {
      const said = judgeLoads(c.loads, c.on, c.niveau, AT.day)?.uitkomst ?? 'niets'
      const written = judgedTokens(c.loads, AT.day).filter(k => k.startsWith(`${c.on}:${c.niveau}:`))
      t.equal(said, c.expect, c.name)
      t.same(written, c.expect === 'niets' ? [] : [`${c.on}:${c.niveau}:${c.expect}`], `${c.name}: token`)
    }
  })
}

/** A profile that is not empty, so that every bar asks. */
const someone = (docs: readonly CapacityDocument[]): Candidate => candidate({ documents: [...docs], profile: { education: { level: { min: 5, max: 5 } } } })

/** Outcomes of the bars that speak of documents: each limit, and what is said beside it. */
function outcomesOf(c: Candidate, v: Vacancy, day = AT.day): Readonly<Record<string, string>> {
  const bars = explainFor(c, v, atDay(day)).reasons.flatMap(r => r.bars)
  const about = bars.filter(b => b.bar.startsWith('belasting.') || b.bar.startsWith('profiel.') || b.bar === 'benutbaar')
  return Object.fromEntries(about.map(b => [b.bar, b.outcome]))
}

t.test('documents: how limits stand to load', async t => {
  for (const c of documents) {
    const v = vacancy('bron:1', { demands: [...c.loads] }, {}, c.day)
    const { 'belasting.boven-norm': norm, ...limits } = outcomesOf(someone(c.documents), v, c.day)
    const { 'belasting.boven-norm': expected, ...rest } = c.expect
    t.same(limits, rest, c.name)
    if (expected !== undefined) t.equal(norm, expected, `${c.name}: above the norm`)
  }
})

t.test('hours: a week and a day against every kind of limit', async t => {
  for (const c of hours) {
    const { schedule } = VacancyFactsSchema.parse({ title: 'x' })
    const [min, max = min] = [c.perDay ?? []].flat()
    const perDay = min === undefined || max === undefined ? null : { min, max }
    const v = vacancy('bron:1', { hours: c.week === null ? null : { min: c.week, max: c.week }, schedule: { ...schedule, hoursPerDay: perDay } })
    const bars = explainFor(someone(c.documents), v, atDay(c.day)).reasons.flatMap(r => r.bars)
    const [week, day] = ['uren.week', 'uren.dag'].map(id => bars.find(b => b.bar === id))
    // No bar = no limit: nothing to exceed.
    if (c.expect.week !== undefined) t.equal(week?.outcome ?? 'past', c.expect.week, c.name)
    if (c.expect.day !== undefined) t.equal(day?.outcome ?? 'past', c.expect.day, `${c.name}: day`)
    if (c.expect.limit !== undefined) t.equal(week?.limit, c.expect.limit, `${c.name}: limit`)
    if (c.expect.from !== undefined) t.equal((c.expect.week === undefined ? day : week)?.figures['fitsFrom'], c.expect.from, `${c.name}: date`)
  }
})

t.test('intake: what is wrong with a document, named by its field', async t => {
  for (const c of intake)
    t.same(
      checkDocument(c.document, AT.day).map(i => i.path.join('.')),
      c.wrong,
      c.name
    )
  const issues = intake.flatMap(c => checkDocument(c.document, AT.day))
  t.ok(
    issues.every(i => /^[A-Z].+[.]$/.test(i.message)),
    'every message is a sentence'
  )
})

t.test('levels and loads in words', async t => {
  for (const [dimensie, niveau, text] of levels) t.equal(describeLevel(dimensie, niveau), text)
  t.equal(describeLoad(lift(7.5, 6)), '7,5 kg, 6 keer per uur')
  t.equal(
    describeLoad(load('tillen_kg', { op: 'min', value: 20, unit: 'kg' }, { minutes: 1.5, frequency: { count: 3, per: 'week' } })),
    'minstens 20 kg, 3 keer per week, 1,5 minuten achter elkaar'
  )
  t.equal(describeLoad(band('tillen_kg', 3)), 'verwacht: tot 15 kilo')
  t.equal(describeLoad(band('temperatuur', 3, { op: 'eq', value: 'hitte' })), 'hitte, verwacht: vaak, tot twee derde van de dag')
  t.equal(describeLoad(settled('geluid', 1)), 'te doen tot en met niveau 1')
  t.equal(describeLoad(says('deadlines', true)), 'komt voor')
  t.equal(describeLoad(says('deadlines', false)), 'komt niet voor')
  t.equal(describeLoad(says('begeleiding', false)), 'is er niet')
  t.equal(describeLoad(says('conflicten', 'telefonisch-schriftelijk')), 'alleen telefonisch of schriftelijk')
  t.equal(describePrinted({ op: 'lt', value: 3 }, 'kg'), 'minder dan 3 kg')
  t.equal(describePrinted({ op: 'ca', value: 1.5 }, null), 'ca. 1,5')
})

const UNITS = ['kg', 'kgf', 'N', 'min', 'hour', 'cm', 'degree', 'step', 'per-hour', 'm', 'celsius', 'dB', 'niveau']

/** A unit that does not compare needs no directions. */
const opsOf = (ladder: Ladder, unit: string): ReadonlyArray<'eq' | 'min' | 'lt' | 'gt'> =>
  ladder.soort === 'waarde' && boundsOf({ op: 'eq', value: 1, unit }, ladder) === undefined ? ['eq'] : ['eq', 'min', 'lt', 'gt']

/** Every amount the rules could meet on a ladder: answers, settled levels, and figures around each step in every unit and direction. */
function amountsOf(ladder: Ladder): ReadonlyArray<Load['amount']> {
  const named =
    ladder.soort === 'rang' ? Object.keys(ladder.answers) : Object.values(CHOICES[ladder.dimensie] ?? {}).flatMap(c => [...c.over, ...c.edge, ...c.fits])
  const steps = ladder.soort === 'waarde' ? ladder.steps.flatMap(s => s.value ?? []) : [3, 5]
  const figures = [...new Set([-20, 0, ...steps.flatMap(v => [v * 0.9, v, v * 1.1, v * 4])])]
  return [
    null,
    ...[true, false, ...named].map(value => ({ op: 'eq' as const, value })),
    ...figures.flatMap(value => UNITS.flatMap(unit => opsOf(ladder, unit).map(op => ({ op, value, unit })))),
    ...[-1, ...Array.from({ length: ladder.levels + 1 }, (_, i) => i)].map(value => ({ op: 'eq' as const, value, unit: 'niveau' }))
  ]
}
const AXES: ReadonlyArray<Partial<Load>> = [{}, { frequency: { count: 1, per: 'hour' }, minutes: 1 }, { frequency: { count: 5000, per: 'hour' }, minutes: 60 }]
const levelsOf = (dimensie: Dimensie): readonly number[] => Array.from({ length: ladderOf(dimensie).levels + 1 }, (_, i) => i)
const amounts = new Map(TOKEN_DIMENSIES.map(d => [d, amountsOf(ladderOf(d))]))

t.test('expected load never decides, on any dimension, level, band or amount', async t => {
  let tried = 0
  for (const dimensie of TOKEN_DIMENSIES) {
    const wrong = new Set<string>()
    for (const amount of amounts.get(dimensie) ?? []) {
      for (const axes of AXES) {
        for (const band of [null, 0, 1, 2, 3, 4]) {
          const l: Load = { ...load(dimensie, amount), ...axes, band, provenance: 'expected' }
          for (const niveau of levelsOf(dimensie)) {
            tried++
            const said = judge(l, dimensie, niveau)
            const old = judge({ ...l, ...CONFIRMED }, dimensie, niveau, false)
            if ((niveau === 0 && said !== undefined) || said === 'past' || said === 'overschrijding' || old === 'past' || old === 'overschrijding')
              wrong.add(JSON.stringify([amount, axes, band, niveau, said, old]))
          }
        }
      }
    }
    t.same([...wrong], [], dimensie)
  }
  t.ok(tried > 500_000, `${tried} combinations`)
})

t.test('tokens are what judge says, on every level of every dimension', async t => {
  for (const dimensie of TOKEN_DIMENSIES) {
    const wrong: unknown[] = []
    for (const amount of amounts.get(dimensie) ?? []) {
      for (const axes of AXES) {
        const l: Load = { ...load(dimensie, amount), ...axes }
        const said = levelsOf(dimensie).flatMap(n => {
          const u = judge(l, dimensie, n)
          return u === undefined ? [] : [token(dimensie, n, u)]
        })
        const related = relativesOf(dimensie).flatMap(d =>
          levelsOf(d)
            .filter(n => n > 0)
            .map(n => token(d, n, 'signaal'))
        )
        const expected = [...said, ...related.filter(k => TOKEN_DIMENSIES.includes(k.split(':')[0] as Dimensie))].sort()
        const got = judgedTokens([l], AT.day)
        if (JSON.stringify(got) !== JSON.stringify(expected) || got.some(k => /:0:(?!signaal)/.test(k))) wrong.push({ amount, axes, got, expected })
      }
    }
    t.same(wrong, [], dimensie)
  }
})

t.test('an item a person must weigh decides only by a settled level', async t => {
  for (const dimensie of TOKEN_DIMENSIES.filter(d => ladderOf(d).weigh)) {
    const decided = (amounts.get(dimensie) ?? [])
      .filter(a => a?.unit !== 'niveau')
      .filter(a => levelsOf(dimensie).some(n => ['past', 'overschrijding'].includes(judge(load(dimensie, a), dimensie, n) ?? '')))
    t.same(decided, [], dimensie)
  }
})

t.test('a level marked C, and a heading alone, never decide whatever the load', async t => {
  const open = CATALOGUE.filter(i => i.soort !== 'informatie' && ladderOf(i.dimensie).soort !== 'uren').flatMap(i =>
    i.schaal.filter(s => s.niveau > 0 && (s.zekerheid === 'C' || isHeading(i))).map(s => ({ item: i, niveau: s.niveau }))
  )
  t.ok(open.length > 90, `${open.length} levels`)
  for (const { item, niveau } of open) {
    const bar = scorecardOf(someone([document([{ code: item.code, niveau }], { editie: item.editie })]), AT).bars.find(
      b => b.id.startsWith('belasting.') && b.id !== 'belasting.boven-norm'
    )
    const states = new Set(
      (amounts.get(item.dimensie) ?? []).map(a => (bar === undefined ? 'no bar' : standOf(bar, vacancy('bron:1', { demands: [load(item.dimensie, a)] })).state))
    )
    t.same([...states], ['open'], `${item.id} level ${niveau}`)
  }
})
