import * as fc from 'fast-check'
import t from 'tap'
import { evaluate, type Predicate } from '../../../src/match/predicate.ts'
import { profileOf } from '../../../src/match/reverse/profile-of.ts'
import { payloadOf, profileFrom } from '../../../src/match/reverse/stored-profile.ts'
import { forbiddenTokens, tokensOf } from '../../../src/match/reverse/tokens.ts'
import { capacityOf } from '../../../src/reference/fml/capacity.ts'
import { codes, SEED, vacancyOf } from '../../helpers/arbitraries.ts'
import { candidate, document, limit } from '../../helpers/candidate.ts'
import { candidates, demands, vacancies } from '../../helpers/generate.ts'
import { AT } from '../../helpers/vacancy.ts'
import { MARKET_ADVERTS, MARKET_PEOPLE } from '../contract-reverse/market.ts'

const people = [...fc.sample(candidates, { numRuns: 60, seed: SEED }), ...MARKET_PEOPLE.map(input => candidate(input))]
const limited = people.flatMap(c => capacityOf(c.documents, AT.day).limitations.map(l => l.dimensie))
const adverts = [
  ...MARKET_ADVERTS,
  ...fc.sample(vacancies(demands(limited)), { numRuns: 60, seed: SEED }),
  ...fc.sample(codes, { numRuns: 60, seed: SEED }).map((over, i) => vacancyOf(`odd:${i}`, over))
]

void t.test('forbidden codes: each conflict that one code decides is among them, and each of them is a conflict', async t => {
  let [met, decided] = [0, 0]
  const wrong: string[] = []
  for (const c of people) {
    const profile = profileOf(c, AT)
    const forbidden = new Set(forbiddenTokens(profile))
    for (const v of adverts) {
      const hit = tokensOf(v.prepared).some(code => forbidden.has(code))
      const conflicts = profile.bars.filter(b => evaluate(b.conflict, v.prepared))
      if (hit && conflicts.length === 0) wrong.push(`${v.id}: a code that is no conflict`)
      if (conflicts.some(b => b.conflict.op === 'any')) {
        decided++
        if (!hit) wrong.push(`${v.id}: a conflict without its code`)
      }
      if (hit) met++
    }
  }
  t.same(wrong.slice(0, 5), [])
  t.ok(met > 500 && decided > 500, `${met} hits, ${decided} conflicts of one code, of ${people.length * adverts.length} pairs`)
  const unable = profileOf(candidate({ documents: [document([], { usableCapacity: false })] }), AT)
  t.ok(
    adverts.every(v => tokensOf(v.prepared).some(code => forbiddenTokens(unable).includes(code))),
    'without usable abilities every vacancy has one'
  )
})

/** Lists of codes in one order: what a set holds, not how it was written down. */
function sorted(p: Predicate): Predicate {
  if (p.op === 'any') return { ...p, of: p.of.toSorted() }
  if (p.op === 'not') return { ...p, of: sorted(p.of) }
  return p.op === 'atLeast' ? { ...p, of: p.of.map(sorted) } : p
}

void t.test('a stored profile is read back as it was; anything else is not one', async t => {
  for (const c of people) {
    const { bars, groups, ...head } = profileOf(c, AT)
    const payload: unknown = JSON.parse(JSON.stringify(payloadOf({ ...head, bars, groups })))
    const back = profileFrom(head, payload)
    t.same(back && [back.bars.map(b => [sorted(b.conflict), sorted(b.fits), b.movable]), back.groups.map(g => g.map(x => [x.points, sorted(x.when)]))], [
      bars.map(b => [sorted(b.conflict), sorted(b.fits), b.movable]),
      groups.map(g => g.map(x => [x.points, sorted(x.when)]))
    ])
    t.ok(JSON.stringify(payload).length < 20_000, 'lists of places are packed')
  }
  const head = { id: 'k-aaaaaa', version: 1, scorecard: 's', day: '2026-11-24' }
  const bar = { conflict: { op: 'known', field: 'edu' }, fits: { op: 'places', bits: 'AAAA' }, movable: true }
  t.ok(profileFrom(head, { bars: [bar], groups: [] }))
  for (const junk of [
    null,
    {},
    { bars: [bar] },
    { bars: [{ ...bar, text: 'x' }], groups: [] },
    { bars: [{ ...bar, fits: { op: 'any', field: 'onbekend', of: [] } }], groups: [] },
    { bars: [{ ...bar, fits: { op: 'places', bits: '!' } }], groups: [] },
    { bars: [], groups: [[{ points: 0, when: bar.fits }]] }
  ])
    t.equal(profileFrom(head, junk), undefined)
})

void t.test('a profile holds codes: nothing a person wrote, no pseudonym, no document, no item of a form', async t => {
  const c = candidate({
    pseudonym: 'CANARY 7777',
    documents: [document([limit('4.13', 2)], { texts: [{ code: '4.13', text: 'CANARY tekst', status: 'mapped', reason: 'CANARY reden' }] })],
    profile: { experience: [{ title: 'CANARY beroep' }] },
    wishes: { occupations: [{ title: 'CANARY wens' }] },
    travel: { home: 'Utrecht', maxKm: 20 }
  })
  const profile = profileOf(c, AT)
  const text = JSON.stringify([profile, payloadOf(profile), forbiddenTokens(profile)])
  t.notOk(/canary|7777|tekst|4\.13/i.test(text))
  t.ok(text.includes('tillen_kg:2:overschrijding'))
  const strings: string[] = []
  JSON.stringify(profile, (_key, value: unknown) => (typeof value === 'string' && strings.push(value), value))
  t.same(
    strings.filter(s => !/^[A-Za-z0-9._:#+-]{1,64}$/.test(s)),
    [],
    'every text in it is a code'
  )
})
