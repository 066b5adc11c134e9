import type { Test } from 'tap'
import { whatIf } from '../../../src/match/what-if.ts'
import { whyNot } from '../../../src/match/why-not.ts'
import { AT } from '../../helpers/vacancy.ts'
import { CHANGES } from '../find.cases.ts'
import { kindOf, LISTED, SOMEONE, state } from '../find-market.ts'
import { ask, belongs, card, market, MOVABLE } from './ground.ts'

/** What excludes, and what of it may be moved. */
export async function whyExcluded(t: Test): Promise<void> {
  const why = await whyNot(market, SOMEONE, AT, state())
  const excluded = LISTED.filter(belongs['niet-passend'])
  const rules = card.bars
    .map(b => b.id)
    .map(bar => ({
      bar,
      inAll: excluded.filter(v => kindOf(v).bars.includes(bar)).length,
      alone: excluded.filter(v => kindOf(v).bars.length === 1 && kindOf(v).bars[0] === bar).length
    }))
    .filter(r => r.inAll > 0)
  const byBar = <T extends { bar: string }>(list: readonly T[]): readonly T[] => [...list].sort((a, b) => (a.bar < b.bar ? -1 : 1))
  t.same(byBar(why.rules.map(({ bar, inAll, alone }) => ({ bar, inAll, alone }))), byBar(rules))
  t.equal(why.searched, LISTED.length)
  t.equal(why.nietPassend, excluded.length)
  t.equal(why.twoOrMore, excluded.filter(v => kindOf(v).bars.length > 1).length)
  t.equal(why.nietPassend, why.rules.reduce((sum, r) => sum + r.alone, 0) + why.twoOrMore, 'alone and two or more are all')
  t.equal(why.nearMisses, LISTED.filter(belongs['net-niet']).length)
  t.equal(
    why.nearMisses,
    why.rules.filter(r => r.lever !== null).reduce((sum, r) => sum + r.alone, 0),
    'a near miss has one rule that may be moved'
  )
  t.same(
    why.rules.filter(r => r.bar.startsWith('belasting.') || r.bar.startsWith('uren.')).map(r => r.lever),
    [null, null],
    'a medical limit is no lever'
  )
  t.same(
    why.rules,
    [...why.rules].sort((a, b) => b.alone - a.alone || b.inAll - a.inAll || (a.bar < b.bar ? -1 : 1)),
    'what excludes most alone comes first'
  )
  const text = await whyNot(market, SOMEONE, AT, state({ text: 'archief' }))
  t.same([text.searched, text.nietPassend, text.rules.length], [3, 0, 0], 'only what was searched')
}

/** Vacancies with one such rule. */
export async function nearMisses(t: Test): Promise<void> {
  const found = await ask({ group: 'net-niet', size: 100 })
  t.ok(found.total > 0)
  for (const h of found.hits) {
    const over = h.explained.reasons
      .flatMap(r => r.bars)
      .filter(b => b.outcome === 'overschrijding')
      .map(b => b.bar)
    t.equal(over.length, 1, h.vacancy.id)
    t.ok(MOVABLE.has(over[0] as string), `${h.vacancy.id}: ${over[0]}`)
  }
}

/** A lever moved, without saving. */
export async function recounted(t: Test): Promise<void> {
  const now = (await ask({})).counts
  for (const [name, change, changed, opens] of CHANGES) {
    const before = structuredClone(SOMEONE)
    const effect = await whatIf(market, SOMEONE, AT, state(), change)
    const then = (await ask({}, changed)).counts
    t.same(
      [effect.passend, effect.teVerifieren, effect.nietPassend],
      [then.passend - now.passend, then.teVerifieren - now.teVerifieren, then.nietPassend - now.nietPassend],
      name
    )
    t.equal(effect.opened, opens.length * 3, `${name}: opened`)
    t.equal(effect.examples.length, Math.min(3, effect.opened), `${name}: examples`)
    t.ok(
      effect.examples.every(v => opens.includes(v.sourceId.replace(/\.\d$/, ''))),
      `${name}: examples are of what opened`
    )
    t.same(SOMEONE, before, `${name}: nothing is saved`)
  }
  const narrowed = await whatIf(market, SOMEONE, AT, state({ facets: { employer_kind: ['direct'] } }), { lever: 'travel', maxKm: 80 })
  t.equal(narrowed.opened, 2, 'the recount stays within the list that is shown')
}

/** The day as a lever. */
export async function laterDay(t: Test): Promise<void> {
  const later = await whatIf(market, SOMEONE, AT, state(), { lever: 'from', day: '2027-01-04' })
  t.same([later.passend, later.teVerifieren, later.nietPassend, later.opened], [3, -3, 0, 0], 'the 28 hours that had to wait fit then')
}
