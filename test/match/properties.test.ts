import t, { type Test } from 'tap'
import * as fc from 'fast-check'
import type { Candidate } from '../../src/domain/candidate.ts'
import type { CapacityDocument } from '../../src/domain/capacity.ts'
import type { Load } from '../../src/domain/load.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import type { Vacancy } from '../../src/domain/vacancy.ts'
import { explain, judgeVacancy, scoreVacancy, standOf } from '../../src/match/explain.ts'
import { scorecardOf, type Scorecard } from '../../src/match/scorecard.ts'
import { capacityOf } from '../../src/reference/fml/capacity.ts'
import { itemOf } from '../../src/reference/fml/catalogue.ts'
import { relativesOf } from '../../src/reference/fml/families.ts'
import { judge } from '../../src/reference/fml/judge.ts'
import { ladderOf, TOKEN_DIMENSIES } from '../../src/reference/fml/ladders.ts'
import { judgeLoads, judgedTokens, token } from '../../src/reference/fml/tokens.ts'
import { prepare } from '../../src/reference/prepare.ts'
import { candidates, demands, documents, expectedDemands, expectedLoad, isLimiting, knownLoad, limits, vacancies } from '../helpers/generate.ts'
import { AT } from '../helpers/vacancy.ts'

/** Generated cases that must truly have been judged, per property. */
const CASES = 10_000
const MOST_ROUNDS = 60
/** One seed for the gate, so that it says the same each time; other seeds were run by hand (closing note of issue 3). */
const SEED = Number(process.argv[2] ?? 20_261_124)

/**
 * A property of a candidate and a vacancy; `undefined` = the case does not apply and is not counted. Several vacancies
 * share a candidate, so that its scorecard is made once.
 */
function holds<X>(t: Test, loads: typeof demands, extra: fc.Arbitrary<X>, property: (c: Candidate, v: Vacancy, x: X) => boolean | undefined): void {
  const cases = candidates.chain(c => fc.tuple(fc.constant(c), fc.array(fc.tuple(vacancies(loads(limitedOf(c))), extra), { minLength: 10, maxLength: 10 })))
  /** Gives how many cases applied. */
  const round = (seed: number): number => {
    let applied = 0
    fc.assert(
      fc.property(cases, ([c, pairs]) =>
        pairs.every(([v, x]) => {
          const outcome = property(c, v, x)
          if (outcome !== undefined) applied++
          return outcome !== false
        })
      ),
      { numRuns: 500, seed }
    )
    return applied
  }
  let judged = 0
  for (let seed = SEED; judged < CASES && seed < SEED + MOST_ROUNDS; seed++) judged += round(seed)
  t.ok(judged >= CASES, `${CASES} cases judged`)
}

/** What the valid documents of a candidate limit. */
const limitedOf = (c: Candidate): readonly Load['dimensie'][] => capacityOf(c.documents, AT.day).limitations.map(l => l.dimensie)

const cards = new WeakMap<Candidate, Scorecard>()
/** The scorecard of a candidate object, made once. */
const cardOf = (c: Candidate): Scorecard => {
  const card = cards.get(c) ?? scorecardOf(c, AT)
  cards.set(c, card)
  return card
}

const GOOD: Readonly<Record<Verdict, number>> = { passend: 2, 'te-verifieren': 1, 'niet-passend': 0 }
const STATE = { fits: 2, open: 1, conflict: 0 } as const
const verdict = (c: Candidate, v: Vacancy): Verdict => judgeVacancy(cardOf(c), v)
const nothing = fc.constant(null)
const withDemands = (v: Vacancy, loads: readonly Load[]): Vacancy => {
  const next = { ...v, demands: [...loads] }
  return { ...next, prepared: prepare(next, AT.day) }
}

/** The same load, heavier on one axis; undefined when it cannot be made heavier. Needs have no "more": they are offered. */
function heavier(l: Load, by: number, axis: 'amount' | 'frequency' | 'minutes'): Load | undefined {
  if (axis === 'frequency') return l.frequency === null ? undefined : { ...l, frequency: { ...l.frequency, count: l.frequency.count * by } }
  if (axis === 'minutes') return l.minutes === null ? undefined : { ...l, minutes: l.minutes * by }
  const amount = l.amount
  if (amount === null || typeof amount.value === 'boolean') return undefined
  if (amount.unit === 'niveau') return Number(amount.value) === 0 ? undefined : { ...l, amount: { ...amount, value: Number(amount.value) - 1 } }
  const ladder = ladderOf(l.dimensie)
  if (typeof amount.value === 'number') return { ...l, amount: { ...amount, value: amount.value * by + (by - 1) } }
  if (ladder.soort !== 'rang') return undefined
  const own = ladder.answers[amount.value] ?? 0
  const worse = Object.entries(ladder.answers).find(([name, rank]) => name !== 'yes' && name !== 'no' && rank < own)?.[0]
  return worse === undefined ? undefined : { ...l, amount: { ...amount, value: worse } }
}

t.test('more load never improves a verdict', async t => {
  holds(
    t,
    demands,
    fc.tuple(fc.nat(), fc.constantFrom(1.2, 2, 10), fc.constantFrom('amount' as const, 'frequency' as const, 'minutes' as const)),
    (c, v, [at, by, axis]) => {
      const index = v.demands.length === 0 ? 0 : at % v.demands.length
      const more = v.demands[index] === undefined ? undefined : heavier(v.demands[index], by, axis)
      if (more === undefined) return undefined
      const heavy = withDemands(
        v,
        v.demands.map((l, i) => (i === index ? more : l))
      )
      return GOOD[verdict(c, heavy)] <= GOOD[verdict(c, v)]
    }
  )
})

t.test('more hours in the advert never improve a verdict', async t => {
  holds(t, demands, fc.integer({ min: 1, max: 20 }), (c, v, more) => {
    if (v.hours === null || v.hours.min === 0) return undefined
    const hours = { min: v.hours.min + more, max: v.hours.max + more }
    const next = { ...v, hours }
    return GOOD[verdict(c, { ...next, prepared: prepare(next, AT.day) })] <= GOOD[verdict(c, v)]
  })
})

const newest = (c: Candidate): number =>
  c.documents.findIndex(
    d =>
      d.date ===
      c.documents
        .map(x => x.date)
        .toSorted()
        .at(-1)
  )
const withDocument = (c: Candidate, index: number, d: CapacityDocument): Candidate => ({ ...c, documents: c.documents.map((x, i) => (i === index ? d : x)) })

t.test('an extra limit never improves a verdict', async t => {
  holds(t, demands, fc.tuple(limits, fc.nat(), fc.nat()), (c, v, [other, pick, level]) => {
    const index = newest(c)
    const d = c.documents[index] as CapacityDocument
    // Half of the time a second level of an item that is limited already.
    const own = d.limits[pick % (2 * d.limits.length)]
    const levels = own === undefined ? [] : (itemOf(own.editie ?? d.editie, own.code)?.schaal ?? [])
    const extra =
      own === undefined
        ? other
        : { code: own.code, niveau: levels[level % levels.length]?.niveau ?? 0, ...(own.editie === undefined ? {} : { editie: own.editie }) }
    const item = itemOf(extra.editie ?? d.editie, extra.code)
    // A sub-point takes the place of its heading: that is a better reading of the form, not less capacity.
    if (item === undefined || !isLimiting(item) || d.limits.some(l => itemOf(l.editie ?? d.editie, l.code)?.id === item.ouder)) return undefined
    return GOOD[verdict(withDocument(c, index, { ...d, limits: [...d.limits, extra] }), v)] <= GOOD[verdict(c, v)]
  })
})

t.test('a narrower level of a limit never improves a verdict', async t => {
  holds(t, demands, fc.nat(), (c, v, at) => {
    const index = newest(c)
    const d = c.documents[index] as CapacityDocument
    const place = d.limits.length === 0 ? 0 : at % d.limits.length
    const limit = d.limits[place]
    const item = limit === undefined ? undefined : itemOf(limit.editie ?? d.editie, limit.code)
    const next = item?.schaal.find(s => s.niveau === (limit?.niveau ?? 0) + 1)
    // Only an order has a narrower level, and only levels that may decide (C may not: it is open whatever the load).
    if (limit === undefined || limit.printed !== undefined || item?.schaaltype !== 'ordinaal' || next === undefined || next.zekerheid === 'C') return undefined
    if (item.schaal.find(s => s.niveau === limit.niveau)?.zekerheid === 'C') return undefined
    const narrow = { ...d, limits: d.limits.map((l, i) => (i === place ? { ...l, niveau: l.niveau + 1 } : l)) }
    return GOOD[verdict(withDocument(c, index, narrow), v)] <= GOOD[verdict(c, v)]
  })
})

t.test('fewer hours a person can work never improve a verdict', async t => {
  holds(t, demands, fc.constantFrom('perDay' as const, 'perWeek' as const), (c, v, key) => {
    const index = newest(c)
    const d = c.documents[index] as CapacityDocument
    const limit = d.hours[key]
    if (limit === null || d.buildUp.length > 0) return undefined
    const less = { ...d, hours: { ...d.hours, [key]: { kind: limit.kind, value: Math.min(limit.value, key === 'perDay' ? 2 : 8) } } }
    return GOOD[verdict(withDocument(c, index, less), v)] <= GOOD[verdict(c, v)]
  })
})

t.test('less education, travel or papers never improve a verdict', async t => {
  holds(t, demands, nothing, (c, v) => {
    const level = c.profile.education.level as { min: number; max: number }
    const less: Candidate = {
      ...c,
      profile: {
        ...c.profile,
        education: {
          ...c.profile.education,
          level: { min: Math.max(1, level.min - 1), max: Math.max(1, level.max - 1) },
          diplomas: c.profile.education.diplomas?.slice(1) ?? null
        },
        licences: c.profile.licences?.slice(1) ?? null,
        certificates: c.profile.certificates?.slice(1) ?? null,
        languages: c.profile.languages.map(l => ({ ...l, level: Math.max(1, l.level - 1) }))
      },
      travel: {
        ...c.travel,
        maxKm: c.travel.maxKm === null ? null : c.travel.maxKm / 2,
        maxMinutes: c.travel.maxMinutes === null ? null : Math.floor(c.travel.maxMinutes / 2)
      }
    }
    // Stronger than the verdict: no single bar gets better.
    const before = new Map(cardOf(c).bars.map(b => [b.id, STATE[standOf(b, v).state]]))
    return GOOD[verdict(less, v)] <= GOOD[verdict(c, v)] && cardOf(less).bars.every(b => STATE[standOf(b, v).state] <= (before.get(b.id) ?? 2))
  })
})

t.test('without any word about a limited item nothing is passend', async t => {
  holds(t, demands, fc.nat(), (c, v, at) => {
    const limited = limitedOf(c)
    if (limited.length === 0) return undefined
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
  holds(t, expectedDemands, nothing, (c, v) =>
    cardOf(c)
      .bars.filter(b => b.id.startsWith('belasting.') && b.id !== 'belasting.boven-norm')
      .every(b => standOf(b, v).state === 'open')
  )
})

t.test('a bar never conflicts and fits, and the reasons add up to the score and the verdict', async t => {
  holds(t, demands, nothing, (c, v) => {
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
  t.pass(`${CASES} cases judged`)
})

t.test('one load gets the token judge gives it', async t => {
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
  t.pass(`${CASES} cases judged`)
})

t.test('twins that differ only in pseudonym, id and time of writing get the same question', async t => {
  holds(t, demands, documents, (c, v, d) => {
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
