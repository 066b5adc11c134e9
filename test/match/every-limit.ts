import * as fc from 'fast-check'
import type { Test } from 'tap'
import type { Editie, Limit } from '../../src/domain/capacity.ts'
import type { Load } from '../../src/domain/load.ts'
import type { BarReason } from '../../src/domain/reason.ts'
import type { VacancyFacts } from '../../src/domain/vacancy.ts'
import { explainFor, type Explained } from '../../src/match/explain.ts'
import { CATALOGUE, isHeading, type Item } from '../../src/reference/fml/catalogue.ts'
import { candidate, document } from '../helpers/candidate.ts'
import { UNIT } from '../helpers/generate.ts'
import { AT, load, vacancy } from '../helpers/vacancy.ts'
import { advert } from './criteria-case.ts'
import { SEED } from './property-case.ts'

// What every limit of every edition does with an advert that clearly asks too much of it, asks nothing of it, or is silent. The
// adverts follow from the catalogue and the domain page, not from our ladders: a limit that they pass over is found here.

/** How an advert speaks of a limit: too much or nothing of it stated, the same as a person settled it, silent, or much of it expected. */
const WAYS = ['asks', 'has-none', 'settled-out', 'settled-in', 'silent', 'expected'] as const
type Way = (typeof WAYS)[number]

/** One level of one item. */
interface Level {
  readonly item: Item
  readonly niveau: number
  readonly zekerheid: 'A' | 'B' | 'C'
}

const LEVELS: readonly Level[] = CATALOGUE.filter(i => i.soort !== 'informatie').flatMap(item =>
  item.schaal.filter(s => s.niveau > 0).map(({ niveau, zekerheid }) => ({ item, niveau, zekerheid }))
)
/** Work must offer these (`fml.md` 5). */
const NEEDS = new Set<string>(['voorspelbaarheid', 'zelfstandigheid_structuur', 'begeleiding', 'houdingsafwisseling'])
const isHours = ({ item }: Level): boolean => item.dimensie === 'uren_dag' || item.dimensie === 'uren_week'

/** Answers that hold apart: the one that goes too far at a level, and the one that rules it out. */
const APART: Readonly<Record<string, ReadonlyArray<readonly [string, string]>>> = {
  etmaal: [
    ['elke-avond', 'geen-avond'],
    ['nacht', 'geen-nacht']
  ],
  temperatuur: [
    ['hitte', 'geen-hitte'],
    ['koude', 'geen-koude']
  ]
}

/** An amount far above every level, or none at all. */
function amountOf({ item, niveau }: Level, much: boolean): Load['amount'] {
  const apart = APART[item.dimensie]?.[niveau - 1]
  if (apart !== undefined) return { op: 'eq', value: apart[much ? 0 : 1] }
  const figures = item.schaal.flatMap(s => s.grenswaarde?.waarde ?? [])
  const unit = item.eenheid === null ? undefined : UNIT[item.eenheid]
  if (figures.length > 0 && unit !== undefined) return { op: 'eq', value: much ? 3 * Math.max(...figures) : 0, unit }
  return { op: 'eq', value: NEEDS.has(item.dimensie) !== much }
}

const CONFIRMED = { provenance: 'confirmed', kind: 'answer', confidence: 5, at: '2026-11-20', by: 'leidinggevende' } as const
const OFTEN = { frequency: { count: 1000, per: 'hour' }, minutes: 60 } as const

function loadsOf(level: Level, way: Way): readonly Load[] {
  const on = (amount: Load['amount'], rest: Partial<Load> = {}): Load[] => [load(level.item.dimensie, amount, rest)]
  const apart = APART[level.item.dimensie] !== undefined
  switch (way) {
    case 'asks':
      return on(amountOf(level, true), OFTEN)
    case 'has-none':
      return on(amountOf(level, false))
    case 'settled-out':
      return on(apart ? amountOf(level, true) : { op: 'eq', value: 0, unit: 'niveau' }, CONFIRMED)
    case 'settled-in':
      return on(apart ? amountOf(level, false) : { op: 'eq', value: level.item.schaal.length - 1, unit: 'niveau' }, CONFIRMED)
    case 'silent':
      return []
    case 'expected':
      return on(null, { provenance: 'expected', kind: 'occupation', confidence: 2, band: 4 })
  }
}

/** Hours far above every level, hours within every level, or none. */
function hoursOf(levels: readonly (readonly [Level, Way])[]): Partial<VacancyFacts> {
  const { schedule } = advert()
  const facts: { hours?: VacancyFacts['hours']; schedule?: VacancyFacts['schedule'] } = {}
  for (const [level, way] of levels.filter(([l]) => isHours(l))) {
    if (way === 'silent' || way === 'expected') continue
    const much = way === 'asks' || way === 'settled-out'
    if (level.item.dimensie === 'uren_week') facts.hours = much ? { min: 56, max: 60 } : { min: 1, max: 40 }
    else facts.schedule = { ...schedule, hoursPerDay: much ? { min: 16, max: 16 } : { min: 1, max: 1 } }
  }
  return facts
}

/** What a level may say of an advert, by the domain page alone. */
type Expected = 'never-passend' | 'niet-passend' | 'never-niet-passend' | 'te-verifieren' | 'passend'

/** An average of the most hours has no next class, so nothing exceeds it (`fml.md` 8). */
const hasNext = ({ item, niveau }: Level): boolean => {
  const { waarde, soort } = item.schaal.find(s => s.niveau === niveau)?.grenswaarde ?? {}
  return soort !== 'gemiddeld' || item.schaal.some(s => s.niveau > 0 && (s.grenswaarde?.waarde ?? 0) > (waarde ?? 0))
}

function expectedOf(level: Level, way: Way): Expected {
  const { item, zekerheid } = level
  // A C value and a heading without a sub-point never decide (`fml.md` 3).
  const decides = zekerheid !== 'C' && !isHeading(item)
  if (way === 'silent' || way === 'expected') return 'te-verifieren'
  if (!decides) return 'te-verifieren'
  if (isHours(level)) return way === 'asks' || way === 'settled-out' ? (hasNext(level) ? 'niet-passend' : 'never-passend') : 'never-niet-passend'
  if (way === 'settled-out') return 'niet-passend'
  if (way === 'settled-in') return 'passend'
  // What a person compares stays to be weighed, whatever the advert says (`fml.md` 6).
  if (item.matching === 'beoordelen') return 'te-verifieren'
  const plain = item.schaaltype === 'ja_nee' || APART[item.dimensie] !== undefined || item.eenheid !== null
  return way === 'asks' ? (plain ? 'niet-passend' : 'never-passend') : 'never-niet-passend'
}

const holds = (verdict: Explained['verdict'], expected: Expected): boolean =>
  expected.startsWith('never-') ? verdict !== expected.slice('never-'.length) : verdict === expected

const nameOf = ({ item, niveau }: Level): string => `${item.id} level ${niveau}`

const EVIDENCE = { hours: { from: 'field', span: null }, hoursPerDay: { from: 'field', span: null } } as const

/** A candidate limited so and an advert that says all else that is needed. */
function explained(levels: readonly (readonly [Level, Way])[]): Explained {
  const limits = levels.map(([{ item, niveau }]): Limit => ({ editie: item.editie, code: item.code, niveau }))
  const c = candidate({ documents: [document(limits)], profile: { education: { level: { min: 5, max: 5 } } } })
  const demands = levels.filter(([l]) => !isHours(l)).flatMap(([l, way]) => loadsOf(l, way))
  return explainFor(c, vacancy('bron:1', { educationLevel: { min: 3, max: 3 }, demands, evidence: EVIDENCE, ...hoursOf(levels) }), AT)
}

const barsOf = (e: Explained): readonly BarReason[] => e.reasons.flatMap(r => r.bars)

/** The line a verdict needs: what exceeds, with its limit and load; or what is asked. */
function isExplained(e: Explained): boolean {
  const bars = barsOf(e)
  const over = bars.filter(b => b.outcome === 'overschrijding')
  const open = bars.filter(b => b.outcome === 'signaal' || b.outcome === 'onbekend')
  if (e.verdict === 'niet-passend') return over.length > 0 && over.every(b => b.limit !== null && b.load !== null && b.facts.length > 0)
  if (e.verdict === 'te-verifieren') return over.length === 0 && open.length > 0 && open.every(b => b.question !== null && e.questions.includes(b.question))
  return over.length === 0 && open.length === 0
}

/** Every level of the catalogue by itself, in every way an advert may speak of it. */
export function everyLevel(t: Test): void {
  for (const level of LEVELS) {
    const wrong = WAYS.flatMap(way => {
      const e = explained([[level, way]])
      const expected = expectedOf(level, way)
      return holds(e.verdict, expected) && isExplained(e) ? [] : [`${way}: ${e.verdict}, expected ${expected}`]
    })
    t.same(wrong, [], nameOf(level))
  }
  t.end()
}

/** `maart2024` renews the hours only; its other items are those of `referentie` (`fml.md` 2). */
const isOf = (l: Level, editie: Editie): boolean =>
  !isHeading(l.item) && (l.item.editie === editie || (editie === 'maart2024' && l.item.editie === 'referentie' && !isHours(l)))

const BY_NAME = new Map(LEVELS.map(l => [nameOf(l), l]))

/**
 * Several limits of one edition by name, each with the way the advert speaks of it. Headings count by their sub-points and stand
 * apart; a week that is known says something of the day too, so only one of both is limited.
 */
const together = (editie: Editie): fc.Arbitrary<ReadonlyArray<readonly [string, Way]>> =>
  fc.uniqueArray(fc.tuple(fc.constantFrom(...LEVELS.filter(l => isOf(l, editie)).map(nameOf)), fc.constantFrom(...WAYS)), {
    minLength: 1,
    maxLength: 7,
    selector: ([name]) => BY_NAME.get(name)?.item.dimensie.replace('uren_dag', 'uren_week')
  })

/** Each makes a scorecard of its own, which is most of the work; the levels themselves are all tried above. */
const SETS = 3_000

/** The worst of several limits decides, and no other makes up for it. */
export function severalLimits(t: Test): void {
  const limits = fc.constantFrom('referentie' as const, 'klassiek' as const, 'maart2024' as const).chain(together)
  const property = fc.property(limits, names => {
    const levels = names.map(([name, way]) => [BY_NAME.get(name) as Level, way] as const)
    const e = explained(levels)
    const expected = levels.map(([l, way]) => expectedOf(l, way))
    if (!isExplained(e)) return false
    if (expected.includes('niet-passend')) return e.verdict === 'niet-passend'
    if (expected.includes('never-passend')) return e.verdict !== 'passend'
    if (expected.includes('te-verifieren')) return e.verdict === 'te-verifieren'
    return e.verdict !== 'niet-passend'
  })
  t.doesNotThrow(() => {
    fc.assert(property, { numRuns: SETS, seed: SEED })
  }, `${SETS} cases judged`)
  t.end()
}
