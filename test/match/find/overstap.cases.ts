import type { Test } from 'tap'
import type { Candidate } from '../../../src/domain/candidate.ts'
import type { Limit } from '../../../src/domain/capacity.ts'
import { judgeVacancy } from '../../../src/match/explain.ts'
import { find, type FindContext } from '../../../src/match/find.ts'
import { expectationOf, expectLimits, type ExpectedLimit } from '../../../src/match/overstap/expected.ts'
import { overstap, type OverstapAsk } from '../../../src/match/overstap/overstap.ts'
import { targetOf, targetPredicate } from '../../../src/match/overstap/target.ts'
import { evaluate } from '../../../src/match/predicate.ts'
import { scorecardOf } from '../../../src/match/scorecard.ts'
import { capacityOf } from '../../../src/reference/fml/capacity.ts'
import { judgeLoads } from '../../../src/reference/fml/tokens.ts'
import { nodeOf, occupationOf, type WorkNode } from '../../../src/reference/graph/nodes.ts'
import { expectedLoads } from '../../../src/reference/loads.ts'
import { candidate, document, limit, printed } from '../../helpers/candidate.ts'
import { AT, vacancy } from '../../helpers/vacancy.ts'
import { LISTED, SOMEONE, state } from '../find-market.ts'
import { market } from './ground.ts'

const node = (key: string): WorkNode => nodeOf(key) as WorkNode
const limits = (key: string, ...given: readonly Limit[]): readonly ExpectedLimit[] =>
  expectLimits(node(key), capacityOf([document(given)], AT.day).limitations, AT.day)
const codes = (key: string, ...given: readonly Limit[]): readonly string[] => limits(key, ...given).map(l => l.code)

/** Other work against the limits of a person: the judge of the ranking, on what we expect of the occupation. */
export function againstLimits(t: Test): void {
  // Lifting of care workers is band 4, of cleaners 2, of office workers 1; level 1 leaves band 2, level 2 band 1.
  t.same(codes('4110', limit('4.13', 2)), ['binnen'])
  t.same(codes('9112', limit('4.13', 1)), ['binnen'], 'the heaviest band the level leaves')
  t.same(codes('9112', limit('4.13', 2)), ['net-boven'], 'one band above: two people would fill it in differently')
  t.same(codes('2221', limit('4.13', 1)), ['boven'], 'two bands above')
  t.same(codes('9112', limit('3.3', 1)), ['mens'], 'the table leaves it to a person')
  t.same(codes('4110', limit('5.9', 1)), ['onbekend'], 'nothing is expected of it')
  t.same(codes('2221', printed('4.13', 7)), ['boven'], 'between two levels: the wider one is exceeded')
  t.same(codes('2221', printed('4.13', 12)), ['mens'], 'between the norm and a level: the norm is never exceeded')
  t.same(codes('9112', printed('4.13', 7)), ['mens'], 'between two levels: only the narrower one is')
  t.match(limits('2221', limit('4.13', 1))[0], {
    outcome: 'conflict-verwacht',
    bar: 'belasting.tillen_kg.1',
    label: /tillen/,
    band: 4,
    load: /kilo/,
    group: /^222/,
    why: /.{10,}/,
    basis: 'eigen inschatting',
    question: /\?$/
  })
  t.equal(expectationOf([]), 'te-verifieren', 'without limits nothing is said')
  t.equal(expectationOf(limits('4110', limit('4.13', 2))), 'past-verwacht')
  t.equal(expectationOf(limits('4110', limit('4.13', 2), limit('5.9', 1))), 'te-verifieren', 'unknown never fits')
  t.equal(expectationOf(limits('2221', limit('4.13', 1), limit('5.9', 1))), 'conflict-verwacht', 'one is enough')

  // The same rule as the ranking: what fits is what the judge says of the same load.
  const all = capacityOf([document(['4.13', '4.14', '5.1', '5.3', '1.8.4', '4.8', '4.19', '5.5', '2.12.3'].map(code => limit(code, 1)))], AT.day).limitations
  let seen = 0
  for (const key of ['2221', '4110', '9112', '8332', '5153', 'klusjesman', 'zorgadviseur', 'voedingsassistent']) {
    const loads = expectedLoads(occupationOf(node(key)))
    for (const l of expectLimits(node(key), all, AT.day)) {
      const judged = judgeLoads(loads, l.dimensie, Number(l.bar.split('.')[2]), AT.day)
      t.equal(judged?.uitkomst === 'verwacht', l.outcome === 'past-verwacht', `${key} ${l.bar}`)
      if (l.code === 'boven' || l.code === 'net-boven') t.equal(judged?.uitkomst, 'signaal', `${key} ${l.bar}`)
      seen++
    }
  }
  t.ok(seen > 40)
  t.end()
}

const ASK: OverstapAsk = { steps: 2, size: 40 }
const teacher = (over: Partial<Candidate> = {}): Candidate => ({
  ...SOMEONE,
  profile: { ...SOMEONE.profile, experience: [{ title: 'leerkracht', isco: null, sector: null, years: null }] },
  ...over
})

/** Counts: what the list of matches finds with the same occupation, to one. */
export async function counted(t: Test): Promise<void> {
  const card = scorecardOf(SOMEONE, AT)
  const found = await overstap(market, SOMEONE, AT, { ...ASK, from: '2341' })
  t.match(found, { state: 'ok', starts: [{ key: '2341', from: 'vraag' }], degraded: false })
  t.equal(found.found.targets + found.found.apart, found.targets.length + found.apart.length)
  const office = [...found.targets, ...found.apart].find(x => x.node.key === '4110')
  t.match(office?.steps.at(-1), { from: { key: '2341' }, to: { key: '4110' }, source: 'geschreven', held: [] })
  const of = LISTED.filter(v => v.occupation.isco.some(i => i.code === '4110'))
  t.same(office?.counts, {
    searched: of.length,
    passend: of.filter(v => judgeVacancy(card, v) === 'passend').length,
    teVerifieren: of.filter(v => judgeVacancy(card, v) === 'te-verifieren').length,
    nietPassend: of.filter(v => judgeVacancy(card, v) === 'niet-passend').length
  })
  t.ok((office?.counts.passend ?? 0) > 5 && (office?.counts.teVerifieren ?? 0) > 5, 'there is something to count')
  for (const target of [...found.targets, ...found.apart]) {
    const list = await find(market, SOMEONE, AT, state({ occupation: target.node.key }))
    t.same(list.counts, target.counts, `the search of ${target.node.key}`)
  }
  const asked: unknown[] = []
  const engine = Object.assign(Object.create(market.engine) as FindContext['engine'], {
    count: async (...args: Parameters<FindContext['engine']['count']>) => {
      asked.push(args)
      return await market.engine.count(...args)
    }
  })
  await overstap({ ...market, engine }, SOMEONE, AT, ASK)
  t.equal(asked.length, 1, 'one count for all targets')
  await t.rejects(overstap(market, SOMEONE, AT, ASK, AbortSignal.abort()), { name: 'AbortError' })
}

/** A function is its group and one of its words. */
export function functions(t: Test): void {
  const advert = (isco: string, title: string, description = ''): ReturnType<typeof vacancy> =>
    vacancy('bron:1', { title, description, occupation: { raw: null, isco: [{ code: isco, share: 100 }], sourceCode: null, method: 'exact', confidence: 4 } })
  const holds = (key: string, v: ReturnType<typeof vacancy>): boolean => evaluate(targetPredicate(node(key)), v.prepared)
  t.ok(holds('toetsontwikkelaar', advert('2351', 'Toetsontwikkelaar rekenen')))
  t.ok(holds('toetsontwikkelaar', advert('2351', 'Onderwijskundige', 'Je ontwikkelt toetsen voor het mbo.')), 'in the text')
  t.notOk(holds('toetsontwikkelaar', advert('2351', 'Onderwijsadviseur')), 'the group, not the words')
  t.notOk(holds('toetsontwikkelaar', advert('2341', 'Leerkracht', 'Je maakt toetsen.')), 'the words, not the group')
  t.ok(holds('klusjesman', advert('9622', 'Klusjesman')) && holds('klusjesman', advert('5153', 'Klusjesman')), 'either group of the title')
  t.ok(holds('2351', advert('2351', 'Onderwijsadviseur')))
  t.equal(targetOf('tovenaar'), undefined)
  t.throws(() => state({ occupation: 'tovenaar' }), /ISCO-code/)
  t.end()
}

/** Where somebody starts, what is set apart, and what is no step. */
export async function paths(t: Test): Promise<void> {
  const free = await overstap(market, teacher({ documents: [] }), AT, ASK)
  t.match(free, { state: 'ok', starts: [{ key: '2341', from: 'ervaring' }], apart: [] })
  const way = free.targets.find(x => x.node.key === 'toetsontwikkelaar')
  t.same(
    way?.steps.map(s => s.to.key),
    ['2351', 'toetsontwikkelaar']
  )
  t.equal(way?.months, 2)
  // Teaching a class means interruptions all day (band 4): surely above level 1 of 1.8.3.
  const quiet = await overstap(market, teacher({ documents: [document([limit('1.8.3', 1)])] }), AT, ASK)
  t.ok(
    quiet.apart.some(x => x.node.key === '5312' && x.expectation === 'conflict-verwacht'),
    'a class assistant is set apart'
  )
  t.notOk(quiet.targets.some(x => x.expectation === 'conflict-verwacht'))
  const heavy = new Set(quiet.apart.map(x => x.node.key))
  for (const x of [...quiet.targets, ...quiet.apart])
    t.notOk(
      x.steps.slice(0, -1).some(s => heavy.has(s.to.key)),
      `no way to ${x.node.key} through it`
    )
  const ranks = quiet.targets.map(x => (x.expectation === 'past-verwacht' ? 0 : 1))
  t.same(
    ranks,
    ranks.toSorted((a, b) => a - b),
    'what fits by expectation stands first'
  )
  t.ok(ranks.includes(0))
  const few = await overstap(market, teacher({ documents: [document([limit('1.8.3', 1)])] }), AT, { steps: 2, size: 3 })
  t.same(
    few.targets.map(x => x.node.key),
    quiet.targets.slice(0, 3).map(x => x.node.key)
  )
  t.same([few.apart.length, few.found], [3, quiet.found], 'how many there are in all')

  const none = candidate()
  t.match(await overstap(market, none, AT, ASK), { state: 'geen-beroep', starts: [], targets: [], apart: [], found: { targets: 0, apart: 0 } })
  t.match(await overstap(market, candidate({ profile: { experience: [{ title: 'tovenaar' }] } }), AT, ASK), { state: 'beroep-onbekend' })
  t.match(await overstap(market, none, AT, { ...ASK, from: 'tovenaar' }), { state: 'beroep-onbekend' })
  t.match(await overstap(market, none, AT, { ...ASK, from: '9999' }), { state: 'beroep-onbekend' })
  t.match(await overstap(market, none, AT, { ...ASK, from: '6310' }), { state: 'geen-paden', starts: [{ key: '6310' }] })
  const wish = await overstap(market, candidate({ wishes: { occupations: [{ title: 'conciërge' }] } }), AT, ASK)
  t.match(wish.starts, [{ key: '5153', from: 'wens' }], 'no work behind: from what is sought')
  const lifter = await overstap(market, candidate({ profile: { experience: [{ title: 'orderpicker' }], certificates: ['HEFTRUCK'], licences: ['C'] } }), AT, {
    ...ASK,
    steps: 1
  })
  t.match(lifter.targets.find(x => x.node.key === '8344')?.steps, [{ held: ['HEFTRUCK'] }], 'a paper that is asked and there')
}
