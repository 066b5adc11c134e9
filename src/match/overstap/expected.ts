import type { Dimensie } from '../../domain/dimensie.ts'
import type { Load } from '../../domain/load.ts'
import type { Day } from '../../domain/moment.ts'
import type { Limitation } from '../../reference/fml/capacity.ts'
import { describeLevel } from '../../reference/fml/describe.ts'
import { expectedReach } from '../../reference/fml/judge.ts'
import { ladderOf } from '../../reference/fml/ladders.ts'
import { dimensieLabel, questionFor } from '../../reference/fml/questions.ts'
import { judgeLoads } from '../../reference/fml/tokens.ts'
import { occupationOf, type WorkNode } from '../../reference/graph/nodes.ts'
import { bandWords, expectedLoads } from '../../reference/loads.ts'
import { barIdOf, niveauOf, strictest } from '../belasting/limit-bar.ts'

/** What we expect of other work at one limit. Never a verdict on a vacancy: expected load alone does not decide (`fml.md` 11). */
export type Expectation = 'past-verwacht' | 'te-verifieren' | 'conflict-verwacht'

export interface ExpectedLimit {
  readonly bar: string
  readonly dimensie: Dimensie
  readonly label: string
  readonly limit: string
  readonly outcome: Expectation
  /** How it stands; `net-boven` is above by less than our own table is sure of. */
  readonly code: 'binnen' | 'net-boven' | 'boven' | 'mens' | 'onbekend' | 'niet-te-vergelijken'
  /** 0-4, and in words; null where nothing is expected. */
  readonly band: number | null
  readonly load: string | null
  readonly why: string | null
  /** The occupation group the expectation is of. */
  readonly group: string | null
  /** Always ours: no practitioner has reviewed it (`reference-data.md`). */
  readonly basis: 'eigen inschatting'
  readonly question: string
}

/** The level a load must pass to exceed: of a value between two levels the next wider one, and the norm itself never. */
const exceededAt = ({ stand }: Limitation): number | undefined =>
  stand.kind === 'level' ? stand.niveau : stand.kind === 'between' && (stand.wider ?? 0) > 0 ? stand.wider : undefined

/**
 * Above the limit, and also when the work is one band lighter than we wrote: two people who fill in the table differ by
 * a band, so only this is sure enough to set the work apart.
 */
function surelyAbove(loads: readonly Load[], limit: Limitation): boolean {
  const niveau = exceededAt(limit)
  const reach = (band: number): boolean => niveau !== undefined && expectedReach(limit.dimensie, niveau, band) === 'boven'
  return loads.some(l => l.band !== null && reach(l.band) && reach(Math.max(0, l.band - 1)))
}

function codeOf(limit: Limitation, judged: ReturnType<typeof judgeLoads>): ExpectedLimit['code'] {
  if (limit.stand.kind === 'open' || judged?.relative === true) return 'niet-te-vergelijken'
  if (judged === undefined) return 'onbekend'
  if (judged.uitkomst === 'verwacht') return 'binnen'
  const niveau = exceededAt(limit)
  const above = judged.loads.some(l => l.band !== null && niveau !== undefined && expectedReach(limit.dimensie, niveau, l.band) === 'boven')
  return !above ? 'mens' : surelyAbove(judged.loads, limit) ? 'boven' : 'net-boven'
}

const OUTCOME: Partial<Record<ExpectedLimit['code'], Expectation>> = { binnen: 'past-verwacht', boven: 'conflict-verwacht' }

/**
 * Other work against each limit of a person, from the load expected of its occupation by the judge that also writes the
 * tokens of vacancies. A title of several groups expects only what these agree on (`reference-data.md` 3).
 */
export function expectLimits(node: WorkNode, limitations: readonly Limitation[], day: Day): readonly ExpectedLimit[] {
  const loads = expectedLoads(occupationOf(node))
  return strictest(limitations).map((limit): ExpectedLimit => {
    const { dimensie } = limit
    const niveau = niveauOf(limit) ?? ladderOf(dimensie).levels
    const judged = judgeLoads(loads, dimensie, niveau, day)
    const code = codeOf(limit, judged)
    const load = judged?.loads[0]
    return {
      bar: barIdOf(limit),
      dimensie,
      label: dimensieLabel(dimensie),
      limit: limit.items[0]?.printed ?? describeLevel(dimensie, niveau),
      outcome: OUTCOME[code] ?? 'te-verifieren',
      code,
      band: load?.band ?? null,
      load: load === undefined ? null : bandWords(load),
      why: load?.why ?? null,
      group: load?.group ?? null,
      basis: 'eigen inschatting',
      question: questionFor(dimensie)
    }
  })
}

/** The whole of it: one sure exceedance sets apart; only when every limit fits by expectation the work does. */
export function expectationOf(limits: readonly ExpectedLimit[]): Expectation {
  if (limits.some(l => l.outcome === 'conflict-verwacht')) return 'conflict-verwacht'
  return limits.length > 0 && limits.every(l => l.outcome === 'past-verwacht') ? 'past-verwacht' : 'te-verifieren'
}
