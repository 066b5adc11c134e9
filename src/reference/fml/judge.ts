import type { Dimensie } from '../../domain/dimensie.ts'
import type { Load } from '../../domain/load.ts'
import type { Uitkomst } from '../../domain/verdict.ts'
import { CHOICES } from './answers.ts'
import { amountWithin, besides, boundsOf } from './axes.ts'
import { bandsOf } from './bands.ts'
import { ladderOf, type Ladder, type Step } from './ladders.ts'

type Measured = Extract<Ladder, { soort: 'waarde' }>

/** The figure of the next wider level: reaching it is an exceedance at this one (`fml.md` 5, 7). */
function widerValue(steps: readonly Step[], niveau: number): number | undefined {
  for (let n = niveau - 1; n >= 0; n--) {
    const value = steps[n]?.value
    if (value !== undefined) return value
  }
  return undefined
}

function judgeMeasured(load: Load, ladder: Measured, niveau: number): Uitkomst | undefined {
  const amount = load.amount
  if (amount === null) return undefined
  const step = ladder.steps[niveau] as Step
  if (amount.value === false) return niveau === 0 ? undefined : 'past'
  // A plain yes without a figure: only "hardly or not at all" has an opinion on it.
  if (typeof amount.value !== 'number') return amount.value === true && niveau > 0 && step.value === undefined ? 'signaal' : undefined
  const bounds = boundsOf(amount, ladder)
  if (bounds === undefined) return niveau === 0 ? undefined : 'signaal'
  if (niveau === 0 && (step.op === 'min' || step.value === undefined)) return undefined
  if (niveau > 0) {
    const over =
      step.value !== undefined && step.op === 'max'
        ? bounds.lo > step.value
        : step.value !== undefined && step.op === 'lt'
          ? bounds.lo >= step.value
          : bounds.lo >= (widerValue(ladder.steps, niveau) ?? Infinity)
    if (over && bounds.lo > 0) return 'overschrijding'
  }
  if (!amountWithin(bounds, step)) {
    if (bounds.hi === Infinity && step.value !== undefined && step.op !== 'lt' && bounds.lo <= step.value) return undefined
    return 'signaal'
  }
  // Whoever is at this level can also do what a narrower level says: 5 kg 40 times an hour fits level 1 of lifting.
  const axes = ladder.steps
    .slice(niveau)
    .filter(s => amountWithin(bounds, s))
    .map(s => besides(load, s))
  if (bounds.hi <= 0 || axes.includes('within')) return niveau === 0 ? undefined : 'past'
  if (axes.includes('unknown')) return niveau === 0 ? undefined : 'verwacht'
  return 'signaal'
}

/** Climbing is named, but an advert may give metres: 5 m is the ladder of the norm, 3 m the stepladder (4.19). */
function climb(metres: number): number {
  if (metres > 5) return -1
  if (metres > 3) return 0
  return metres > 0 ? 1 : 3
}

function rankOf(load: Load, ladder: Extract<Ladder, { soort: 'rang' }>): number | undefined {
  const value = load.amount?.value
  if (value === undefined) return undefined
  if (typeof value === 'number') return ladder.dimensie === 'klimmen' && load.amount?.unit === 'm' ? climb(value) : undefined
  return ladder.answers[typeof value === 'string' ? value : value ? 'yes' : 'no']
}

function judgeRanked(load: Load, ladder: Extract<Ladder, { soort: 'rang' }>, niveau: number): Uitkomst | undefined {
  const rank = rankOf(load, ladder)
  if (rank === undefined) {
    return load.amount?.value === true && niveau > 0 && niveau === ladder.levels ? 'signaal' : undefined
  }
  if (niveau === 0) return rank < 0 ? 'signaal' : undefined
  if (rank < niveau) return 'overschrijding'
  // "At least 3 m" has no known end: it may exceed, it never fits.
  const op = load.amount?.op
  return typeof load.amount?.value === 'number' && (op === 'min' || op === 'gt') ? undefined : 'past'
}

/** Own steps for a stated temperature (P): the catalogue's 35 and -15 degrees exceed; warm and cold below that is weighed. */
function judgeCelsius(value: number, niveau: number): Uitkomst | undefined {
  if (niveau === 1) return value > 35 ? 'overschrijding' : value > 25 ? 'signaal' : undefined
  return value < -15 ? 'overschrijding' : value < 10 ? 'signaal' : undefined
}

function judgeChoice(load: Load, dimensie: Dimensie, niveau: number): Uitkomst | undefined {
  const choice = CHOICES[dimensie]?.[niveau]
  const value = load.amount?.value
  if (choice === undefined || value === undefined) return undefined
  if (typeof value === 'number') return load.amount?.unit === 'celsius' ? judgeCelsius(value, niveau) : 'signaal'
  const answer = typeof value === 'string' ? value : value ? 'yes' : 'no'
  if (choice.over.includes(answer)) return 'overschrijding'
  if (choice.edge.includes(answer)) return 'signaal'
  return choice.fits.includes(answer) ? 'past' : undefined
}

/** A load a person settled in FML levels: the highest level at which the work can still be done. */
function judgeSettled(level: number, ladder: Ladder, niveau: number): Uitkomst | undefined {
  if (niveau === 0) return level < 0 ? 'signaal' : undefined
  const asked = ladder.soort === 'ernst' ? (ladder.severity[niveau] ?? niveau) : niveau
  // "Up to answer 1" of answers without an order says nothing of answer 3.
  if (ladder.unordered && level > 0 && level < asked) return 'signaal'
  return level >= asked ? 'past' : 'overschrijding'
}

/** Stated or confirmed load against one level, on every axis. */
function judgeKnown(load: Load, ladder: Ladder, niveau: number): Uitkomst | undefined {
  if (load.amount?.unit === 'niveau' && typeof load.amount.value === 'number') return judgeSettled(load.amount.value, ladder, niveau)
  if (load.amount === null) return undefined
  // A person compares these items (`matching: beoordelen`): a fact about them is a signaal, also a reassuring one.
  if (ladder.weigh || ladder.soort === 'ernst') return niveau === 0 ? undefined : 'signaal'
  switch (ladder.soort) {
    case 'waarde':
      return judgeMeasured(load, ladder, niveau)
    case 'rang':
      return judgeRanked(load, ladder, niveau)
    case 'keuze':
      return judgeChoice(load, ladder.dimensie, niveau)
    case 'uren':
      return undefined
  }
}

function judgeBand(load: Load, ladder: Ladder, niveau: number, band: number): Uitkomst | undefined {
  if (ladder.soort === 'keuze') {
    // The band speaks of one answer only: heat says nothing about cold.
    const choice = CHOICES[ladder.dimensie]?.[niveau]
    const answer = load.amount?.value
    if (choice === undefined || typeof answer !== 'string') return undefined
    if (!choice.over.includes(answer) && !choice.edge.includes(answer)) return undefined
    return band === 0 ? 'verwacht' : 'signaal'
  }
  return expectedReach(ladder.dimensie, niveau, band) === 'binnen' ? 'verwacht' : 'signaal'
}

/** Where work of a band stands to one FML level by expectation: within it, above it, or for a person to weigh. */
export type ExpectedReach = 'binnen' | 'boven' | 'mens'

/**
 * The table of bands against one level (`reference-data.md` 5): `boven` where our table says that such work asks more than
 * the level leaves, `mens` where a person compares. For the token both are a `signaal`: expected load alone never decides.
 */
export function expectedReach(dimensie: Dimensie, niveau: number, band: number): ExpectedReach {
  const reach = bandsOf(dimensie)[band]
  if (reach === 'p' || reach === undefined) return band === 0 ? 'binnen' : 'mens'
  return reach >= niveau ? 'binnen' : 'boven'
}

/**
 * Compares a load with ONE level of the ladder of `dimensie`, on every axis (`fml.md` 5-8, `engines.md` 5.3). The only
 * place where load meets limit: import, engine and explanation all call it.
 * - `asKnown`: false for expected load, and for an employer's answer that has expired.
 * - level 0 gives `signaal` when stated or confirmed load lies above the norm, else nothing.
 * - undefined = nothing known, no token.
 */
export function judge(load: Load, dimensie: Dimensie, niveau: number, asKnown = load.provenance !== 'expected'): Uitkomst | undefined {
  const ladder = ladderOf(dimensie)
  if (niveau > ladder.levels || ladder.soort === 'uren') return undefined
  if (asKnown) return judgeKnown(load, ladder, niveau)
  if (niveau === 0) return undefined
  if (load.band !== null) return judgeBand(load, ladder, niveau, load.band)
  const known = judgeKnown(load, ladder, niveau)
  // Expected load never gives past or overschrijding on a limited item (`fml.md` 11).
  return known === undefined ? undefined : known === 'past' || known === 'verwacht' ? 'verwacht' : 'signaal'
}
