import t from 'tap'
import type { Engine } from '../../src/match/engine.ts'
import { judgeVacancy, standOf } from '../../src/match/explain.ts'
import { find } from '../../src/match/find.ts'
import { whatIf } from '../../src/match/what-if.ts'
import { whyNot } from '../../src/match/why-not.ts'
import { AT } from '../helpers/vacancy.ts'
import { kindOf, LISTED, SOMEONE, state } from './find-market.ts'
import { ask, card, market } from './find/ground.ts'
import { laterDay, nearMisses, recounted, whyExcluded } from './find/levers.cases.ts'
import { counted, empty, facets, searched, texts } from './find/listed.cases.ts'
import { againstLimits, counted as countedTargets, functions, paths } from './find/overstap.cases.ts'
import { cursors, generations, paging } from './find/pages.cases.ts'
import { typing } from './find/typing.cases.ts'

t.test('each hand-made vacancy stands as its kind says, by the rules that it names', async t => {
  t.ok(LISTED.length > 55, `${LISTED.length} vacancies`)
  for (const v of LISTED) {
    t.equal(judgeVacancy(card, v), kindOf(v).verdict, v.id)
    t.same(
      card.bars
        .filter(b => standOf(b, v).state === 'conflict')
        .map(b => b.id)
        .sort(),
      [...kindOf(v).bars].sort(),
      `${v.id}: what excludes it`
    )
  }
})

t.test('counts add up, and each group holds what belongs there', counted)
t.test("closed, expired and other bureaus' vacancies are not searched; the own ones are", searched)
t.test('paging visits every hit exactly once, in the order of points, date and id', paging)
t.test('a cursor that was tampered with, or belongs to another question, is refused', cursors)
t.test('facets count the shown group; one with a choice is counted without its own choice', facets)
t.test('text narrows before verdicts are counted', texts)
t.test('a misspelt word is also searched as the words it may be, and the answer says which', typing)
t.test('why not: per rule in all and alone, the rest by two or more', whyExcluded)
t.test('near misses have exactly one exceedance, and that one may be moved', nearMisses)
t.test('what if: the recount is what a real search with the change finds', recounted)
t.test('what if: a later day takes the step of the build-up, on the vacancies of today', laterDay)
t.test('other work: each limit by what is expected of the occupation, with the judge of the ranking', againstLimits)
t.test('other work: the counts are those of the search it links to, in one count', countedTargets)
t.test('other work: a function is found by its groups and its words', functions)
t.test('other work: where it starts, what is set apart, what is no step', paths)
t.test('an empty profile earns no points and is asked to be filled in', empty)
t.test('an import between count and page: both are of one generation', generations)

t.test('score and reason never part; a lying engine is reported', async t => {
  t.same(market.differences, [], 'in all searches of this file')
  const engine: Engine = Object.assign(Object.create(market.engine) as Engine, {
    count: async (...args: Parameters<Engine['count']>) => await market.engine.count(...args),
    search: async (...args: Parameters<Engine['search']>) => {
      const page = await market.engine.search(...args)
      return { ...page, hits: page.hits.map((h, i) => (i === 0 ? { ...h, points: h.points + 1 } : h)) }
    }
  })
  const heard: unknown[] = []
  const found = await ask({}, SOMEONE, {
    ...market,
    engine,
    report: (id, scored, explained) => {
      heard.push([id, scored - explained])
    }
  })
  t.same(heard, [[found.hits[0]?.vacancy.id, 1]])
})

t.test('a search that is called off ends', async t => {
  const signal = AbortSignal.abort()
  await t.rejects(find(market, SOMEONE, AT, state(), signal), { name: 'AbortError' })
  await t.rejects(whyNot(market, SOMEONE, AT, state(), signal), { name: 'AbortError' })
  await t.rejects(whatIf(market, SOMEONE, AT, state(), { lever: 'travel', maxKm: 80 }, signal), { name: 'AbortError' })
})
