import * as fc from 'fast-check'
import t from 'tap'
import type { Candidate } from '../../src/domain/candidate.ts'
import type { Load } from '../../src/domain/load.ts'
import { explain, scoreVacancy, standOf } from '../../src/match/explain.ts'
import { scorecardOf } from '../../src/match/scorecard.ts'
import { relativesOf } from '../../src/reference/fml/families.ts'
import { judge } from '../../src/reference/fml/judge.ts'
import { ladderOf, TOKEN_DIMENSIES } from '../../src/reference/fml/ladders.ts'
import { judgeLoads, judgedTokens, token } from '../../src/reference/fml/tokens.ts'
import { demands, documents, expectedDemands, expectedLoad, knownLoad } from '../helpers/generate.ts'
import { AT } from '../helpers/vacancy.ts'
import { everyLevel, severalLimits } from './every-limit.ts'
import { cardOf, CASES, holds, limitedOf, nothing, SEED, verdict, withDemands } from './property-case.ts'

t.test('without any word about a limited item nothing is passend', async t => {
  holds(t, { extra: fc.nat(), suits: c => limitedOf(c).length > 0 }, (c, v, at) => {
    const limited = limitedOf(c)
    const one = limited[at % limited.length] as Load['dimensie']
    const family = new Set([one, ...relativesOf(one)])
    return (
      verdict(
        c,
        withDemands(
          v,
          v.demands.filter(l => !family.has(l.dimensie) || l.provenance === 'expected')
        )
      ) !== 'passend'
    )
  })
})

t.test('expected load alone never decides a limited item', async t => {
  holds(t, { loads: expectedDemands, extra: nothing }, (c, v) =>
    cardOf(c)
      .bars.filter(b => b.id.startsWith('belasting.') && b.id !== 'belasting.boven-norm')
      .every(b => standOf(b, v).state === 'open')
  )
})

t.test('a bar never conflicts and fits, and the reasons add up to the score and the verdict', async t => {
  holds(t, { extra: nothing }, (c, v) => {
    const card = cardOf(c)
    const explained = explain(c, v, card)
    const bars = explained.reasons.flatMap(r => r.bars)
    const both = card.bars.some(b => standOf(b, v).state === 'conflict' && standOf({ ...b, conflict: b.fits }, v).state === 'conflict')
    const worst = bars.some(b => b.outcome === 'overschrijding') ? 'niet-passend' : bars.every(b => b.outcome === 'past') ? 'passend' : 'te-verifieren'
    return (
      !both &&
      explained.points === scoreVacancy(card, v) &&
      explained.verdict === worst &&
      (explained.points ?? 0) <= explained.max &&
      bars.every(b => (b.question === null) === (b.outcome === 'past' || b.outcome === 'overschrijding'))
    )
  })
})

t.test('the tokens of a vacancy are what judge says, level by level', async t => {
  t.doesNotThrow(() => {
    fc.assert(
      fc.property(demands(), loads => {
        const tokens = new Set(judgedTokens(loads, AT.day))
        return TOKEN_DIMENSIES.every(d =>
          Array.from({ length: ladderOf(d).levels + 1 }, (_, niveau) => niveau).every(niveau => {
            const said = judgeLoads(loads, d, niveau, AT.day)?.uitkomst
            const written = (['past', 'signaal', 'overschrijding', 'verwacht'] as const).filter(u => tokens.has(token(d, niveau, u)))
            return said === undefined ? written.length === 0 : written.length === 1 && written[0] === said
          })
        )
      }),
      { numRuns: CASES, seed: SEED }
    )
  }, `${CASES} cases judged`)
})

t.test('one load gets the token judge gives it', async t => {
  t.doesNotThrow(() => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TOKEN_DIMENSIES).chain(d => fc.oneof(knownLoad(d), expectedLoad(d))),
        l => {
          const own =
            l.provenance === 'confirmed' && l.at === '2023-11-01'
              ? judge(l, l.dimensie, ladderOf(l.dimensie).levels, false)
              : judge(l, l.dimensie, ladderOf(l.dimensie).levels)
          const written = judgedTokens([l], AT.day).filter(k => k.startsWith(`${l.dimensie}:${ladderOf(l.dimensie).levels}:`))
          return own === undefined ? written.length === 0 : written.length === 1 && written[0] === token(l.dimensie, ladderOf(l.dimensie).levels, own)
        }
      ),
      { numRuns: CASES, seed: SEED }
    )
  }, `${CASES} cases judged`)
})

t.test('twins that differ only in pseudonym, id and time of writing get the same question', async t => {
  holds(t, { extra: documents }, (c, v, d) => {
    const one: Candidate = { ...c, documents: [...c.documents, d] }
    const twin: Candidate = {
      ...structuredClone(one),
      id: 'k-tweeling',
      pseudonym: 'Heel Anders',
      version: 7,
      createdAt: '2020-01-01T00:00:00.000Z',
      updatedAt: '2026-01-01T00:00:00.000Z'
    }
    const [a, b] = [scorecardOf(one, AT), scorecardOf(twin, AT)]
    return JSON.stringify([a.bars, a.groups, a.version, explain(one, v, a)]) === JSON.stringify([b.bars, b.groups, b.version, explain(twin, v, b)])
  })
})

t.test('every level of every edition: too much, nothing, unknown, expected', everyLevel)
t.test('several limits at once: the worst decides, with a line that says so', severalLimits)
