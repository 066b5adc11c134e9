import * as fc from 'fast-check'
import t from 'tap'
import type { Candidate } from '../../src/domain/candidate.ts'
import type { CapacityDocument } from '../../src/domain/capacity.ts'
import type { Load } from '../../src/domain/load.ts'
import { standOf } from '../../src/match/explain.ts'
import { itemOf } from '../../src/reference/fml/catalogue.ts'
import { ladderOf } from '../../src/reference/fml/ladders.ts'
import { prepare } from '../../src/reference/prepare.ts'
import { isLimiting, limits } from '../helpers/generate.ts'
import { AT } from '../helpers/vacancy.ts'
import { cardOf, GOOD, holds, nothing, perCandidate, verdict, withDemands } from './property-case.ts'

// What asks more of a person, or leaves a person less, never makes a vacancy fit better.

const STATE = { fits: 2, open: 1, conflict: 0 } as const

const AXES = ['amount', 'frequency', 'minutes'] as const
/** The same load, heavier on one axis; undefined when it cannot be made heavier. Needs have no "more": they are offered. */
function heavier(l: Load, by: number, axis: (typeof AXES)[number]): Load | undefined {
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
  holds(t, { extra: fc.tuple(fc.nat(), fc.constantFrom(1.2, 2, 10)) }, (c, v, [at, by]) => {
    const ways = v.demands.flatMap((l, index) => AXES.map(axis => ({ index, more: heavier(l, by, axis) }))).filter(w => w.more !== undefined)
    const { index, more } = ways[at % Math.max(1, ways.length)] ?? {}
    if (more === undefined) return undefined
    const heavy = withDemands(
      v,
      v.demands.map((l, i) => (i === index ? more : l))
    )
    return GOOD[verdict(c, heavy)] <= GOOD[verdict(c, v)]
  })
})

t.test('more hours in the advert never improve a verdict', async t => {
  holds(t, { extra: fc.constantFrom(0.25, 0.5, 1, 1.5, 2, 5, 12.75, 20) }, (c, v, more) => {
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
  holds(t, { extra: fc.tuple(limits, fc.nat(), fc.nat()) }, (c, v, [other, pick, level]) => {
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

/** The limits of the newest document that have a narrower level, each with it narrowed. */
const narrowed = perCandidate((c): readonly Candidate[] => {
  const index = newest(c)
  const d = c.documents[index] as CapacityDocument
  return d.limits.flatMap((limit, place) => {
    const item = itemOf(limit.editie ?? d.editie, limit.code)
    const next = item?.schaal.find(s => s.niveau === limit.niveau + 1)
    // Only an order has a narrower level, and only levels that may decide (C may not: it is open whatever the load).
    if (limit.printed !== undefined || item?.schaaltype !== 'ordinaal' || next === undefined || next.zekerheid === 'C') return []
    if (item.schaal.find(s => s.niveau === limit.niveau)?.zekerheid === 'C') return []
    return [withDocument(c, index, { ...d, limits: d.limits.map((l, i) => (i === place ? { ...l, niveau: l.niveau + 1 } : l)) })]
  })
})

t.test('a narrower level of a limit never improves a verdict', async t => {
  holds(t, { extra: fc.nat(), suits: c => narrowed(c).length > 0 }, (c, v, at) => {
    const ways = narrowed(c)
    return GOOD[verdict(ways[at % ways.length] as Candidate, v)] <= GOOD[verdict(c, v)]
  })
})

/** The candidate with fewer hours, a day or a week: those the newest document names, without an end that is planned. */
const withFewerHours = perCandidate((c): readonly Candidate[] => {
  const index = newest(c)
  const d = c.documents[index] as CapacityDocument
  return (['perDay', 'perWeek'] as const).flatMap(key => {
    const limit = d.hours[key]
    if (limit === null || d.buildUp.length > 0) return []
    return [withDocument(c, index, { ...d, hours: { ...d.hours, [key]: { kind: limit.kind, value: Math.min(limit.value, key === 'perDay' ? 2 : 8) } } })]
  })
})

t.test('fewer hours a person can work never improve a verdict', async t => {
  holds(t, { extra: fc.nat(), suits: c => withFewerHours(c).length > 0 }, (c, v, at) => {
    const ways = withFewerHours(c)
    return GOOD[verdict(ways[at % ways.length] as Candidate, v)] <= GOOD[verdict(c, v)]
  })
})

const withLess = perCandidate((c): Candidate => {
  const level = c.profile.education.level as { min: number; max: number }
  return {
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
})

t.test('less education, travel or papers never improve a verdict', async t => {
  holds(t, { extra: nothing }, (c, v) => {
    const less = withLess(c)
    // Stronger than the verdict: no single bar gets better.
    const before = new Map(cardOf(c).bars.map(b => [b.id, STATE[standOf(b, v).state]]))
    return GOOD[verdict(less, v)] <= GOOD[verdict(c, v)] && cardOf(less).bars.every(b => STATE[standOf(b, v).state] <= (before.get(b.id) ?? 2))
  })
})
