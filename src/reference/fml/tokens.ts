import type { Dimensie } from '../../domain/dimensie.ts'
import type { Load } from '../../domain/load.ts'
import { addMonths, type Day } from '../../domain/moment.ts'
import { worst, type Uitkomst } from '../../domain/verdict.ts'
import { relativesOf } from './families.ts'
import { judge } from './judge.ts'
import { ladderOf, TOKEN_DIMENSIES } from './ladders.ts'

/** An employer's answer counts this long; CBBS's own bound (`fml.md` 11, B). */
export const ANSWER_MONTHS = 24

/** An answer that has passed its own end, or 24 months: it counts as expected until confirmed anew. */
export function isExpired(load: Load, day: Day): boolean {
  if (load.provenance !== 'confirmed') return false
  return (load.until !== null && load.until < day) || (load.at !== null && addMonths(load.at, ANSWER_MONTHS) < day)
}

/** Precedence of load on one dimension, strongest first (`feeds.md` 1.1). */
function classOf(load: Load, day: Day): number {
  if (load.provenance === 'confirmed') return isExpired(load, day) ? 2 : 0
  if (load.provenance === 'stated') return 1
  return load.kind === 'text' || load.kind === 'field' ? 3 : 4
}

/** Load of one dimension with its class, strongest class first. */
interface Ranked {
  readonly load: Load
  readonly rank: number
}

const rankedOf = (loads: readonly Load[], dimensie: Dimensie, day: Day): readonly Ranked[] =>
  loads
    .filter(l => l.dimensie === dimensie)
    .map(load => ({ load, rank: classOf(load, day) }))
    .sort((a, b) => a.rank - b.rank)

export interface Judged {
  readonly uitkomst: Uitkomst
  /** The loads behind it: the strongest class that has something to say at this level. */
  readonly loads: readonly Load[]
  /** It is the load of a relative of the family that is weighed (`fml.md` 5). */
  readonly relative: boolean
}

function strongest(ranked: readonly Ranked[], dimensie: Dimensie, niveau: number): Judged | undefined {
  for (const rank of new Set(ranked.map(r => r.rank))) {
    const loads = ranked.filter(r => r.rank === rank).map(r => r.load)
    const uitkomst = worst(loads.map(l => judge(l, dimensie, niveau, rank <= 1)))
    if (uitkomst !== undefined) return { uitkomst, loads, relative: false }
    // Silent at the norm because it lies within: a weaker load does not speak in its place (`feeds.md` 1.1).
    if (niveau === 0 && loads.some(l => judge(l, dimensie, 1, rank <= 1) !== undefined)) return undefined
  }
  return undefined
}

/**
 * Stated and confirmed loads on relatives that ask anything at all: what fits in one measure may be too much in the other
 * (`fml.md` 5). Heat and cold hold apart and are read in both measures at once.
 */
function heavyRelatives(loads: readonly Load[], dimensie: Dimensie, day: Day): readonly Load[] {
  if (ladderOf(dimensie).soort === 'keuze') return []
  const asks = (l: Load): boolean => judge(l, l.dimensie, ladderOf(l.dimensie).levels, true) !== 'past'
  return loads.filter(l => relativesOf(dimensie).includes(l.dimensie) && classOf(l, day) <= 1 && asks(l))
}

/**
 * What the leading load of a vacancy says at one level of a dimension, with the loads behind it. The same question the
 * token answers, so token and reason cannot differ.
 */
export function judgeLoads(loads: readonly Load[], dimensie: Dimensie, niveau: number, day: Day): Judged | undefined {
  const own = strongest(rankedOf(loads, dimensie, day), dimensie, niveau)
  if (own?.uitkomst === 'past') {
    const heavy = heavyRelatives(loads, dimensie, day)
    return heavy.length === 0 ? own : { uitkomst: 'signaal', loads: [...own.loads, ...heavy], relative: true }
  }
  if (own !== undefined || niveau === 0) return own
  if (loads.some(l => l.dimensie === dimensie)) return undefined
  const related = loads.filter(l => relativesOf(dimensie).includes(l.dimensie))
  return related.length === 0 ? undefined : { uitkomst: 'signaal', loads: related, relative: true }
}

/** The load that leads on a dimension, for showing: the strongest class, the heaviest first is not decided here. */
export const leadingLoads = (loads: readonly Load[], dimensie: Dimensie, day: Day): readonly Load[] => {
  const ranked = rankedOf(loads, dimensie, day)
  return ranked.filter(r => r.rank === ranked[0]?.rank).map(r => r.load)
}

export const token = (dimensie: Dimensie, niveau: number, uitkomst: Uitkomst): string => `${dimensie}:${niveau}:${uitkomst}`

/**
 * The judged tokens of a vacancy on a day: for every level of every dimension with load, and of its relatives; at level
 * 0 only `:0:signaal` (`engines.md` 5.3). The number is the FML level of the limit, never the load. Sorted.
 */
export function judgedTokens(loads: readonly Load[], day: Day): readonly string[] {
  const touched = new Set<Dimensie>()
  for (const load of loads) {
    touched.add(load.dimensie)
    for (const d of relativesOf(load.dimensie)) touched.add(d)
  }
  const tokens: string[] = []
  for (const dimensie of touched) {
    if (!TOKEN_DIMENSIES.includes(dimensie)) continue
    for (let niveau = 0; niveau <= ladderOf(dimensie).levels; niveau++) {
      const judged = judgeLoads(loads, dimensie, niveau, day)
      if (judged !== undefined && (niveau > 0 || judged.uitkomst === 'signaal')) tokens.push(token(dimensie, niveau, judged.uitkomst))
    }
  }
  return tokens.sort()
}
