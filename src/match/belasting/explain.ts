import type { Dimensie } from '../../domain/dimensie.ts'
import type { Load } from '../../domain/load.ts'
import type { Day } from '../../domain/moment.ts'
import type { Fact, Margin } from '../../domain/reason.ts'
import type { Vacancy } from '../../domain/vacancy.ts'
import { boundsOf, perHourOf } from '../../reference/fml/axes.ts'
import type { Limitation } from '../../reference/fml/capacity.ts'
import { describeLevel, describeLoad } from '../../reference/fml/describe.ts'
import { ladderOf, type Ladder } from '../../reference/fml/ladders.ts'
import { isExpired, judgeLoads, leadingLoads } from '../../reference/fml/tokens.ts'
import { plain, type Explanation, type Stand } from '../criterion.ts'
import { niveauOf } from './limit-bar.ts'

function factKind(load: Load, day: Day): Fact['kind'] {
  if (load.provenance === 'confirmed') return isExpired(load, day) ? 'expected-text' : 'confirmed'
  if (load.provenance === 'stated') return 'stated'
  return load.kind === 'occupation' ? 'expected-occupation' : 'expected-text'
}

/** A load as a fact with its source; the passage stays literal. */
export const factOf = (load: Load, day: Day): Fact => ({
  kind: factKind(load, day),
  text: load.why ?? describeLoad(load),
  at: load.at,
  by: load.by,
  span: load.span
})

/** Margins to one step of a ladder of values. */
function ofStep(load: Load, ladder: Extract<Ladder, { soort: 'waarde' }>, niveau: number): readonly Margin[] {
  const step = ladder.steps[niveau]
  const bounds = load.amount === null ? undefined : boundsOf(load.amount, ladder)
  const margins: Margin[] = []
  if (step?.value !== undefined && bounds !== undefined && bounds.hi !== Infinity)
    margins.push({ axis: 'amount', value: step.value - bounds.hi, unit: ladder.unit })
  const perHour = perHourOf(load)
  if (step?.perHour !== undefined && perHour !== undefined) margins.push({ axis: 'frequency', value: step.perHour - perHour.hi, unit: 'keer per uur' })
  if (step?.minutes !== undefined && load.minutes !== null) margins.push({ axis: 'minutes', value: step.minutes - load.minutes, unit: 'minuten' })
  return margins
}

/** Limit minus load per axis, with sign and unit: negative is too much. No margin where an axis is not known. */
export function marginsOf(load: Load, dimensie: Dimensie, niveau: number): readonly Margin[] {
  const ladder = ladderOf(dimensie)
  const amount = load.amount
  if (amount?.unit === 'niveau' && typeof amount.value === 'number') {
    const asked = ladder.soort === 'ernst' ? (ladder.severity[niveau] ?? niveau) : niveau
    // Between answers without an order there is no distance.
    return ladder.unordered && amount.value > 0 && amount.value < asked ? [] : [{ axis: 'niveau', value: amount.value - asked, unit: 'niveau' }]
  }
  if (ladder.soort !== 'waarde') return []
  // Light but frequent work may stay within a narrower step and so within this one: then that step tells the room there is.
  const own = ofStep(load, ladder, niveau)
  for (let n = niveau + 1; n <= ladder.levels && own.some(m => m.value < 0); n++) {
    const margins = ofStep(load, ladder, n)
    if (margins.length === own.length && margins.every(m => m.value >= 0)) return margins
  }
  return own
}

/** What loads ask, each thing once. */
const inWords = (loads: readonly Load[]): string | null => (loads.length === 0 ? null : [...new Set(loads.map(describeLoad))].join(' · '))

const CODE = { conflict: 'load.overschrijding', fits: 'load.past', open: 'load.onbekend' } as const

/** Why one limit stands as it does for a vacancy, from the raw load by the same judge that wrote its token. */
export function explainLimitation(limit: Limitation, stand: Stand, v: Vacancy, day: Day): Explanation {
  const { dimensie } = limit
  const niveau = niveauOf(limit) ?? ladderOf(dimensie).levels
  const judged = judgeLoads(v.demands, dimensie, niveau, day)
  const loads = judged?.loads ?? leadingLoads(v.demands, dimensie, day)
  const open = limit.stand.kind === 'open'
  const weigh = open || judged?.uitkomst === 'signaal' || limit.stand.kind === 'between'
  return {
    code:
      stand.state === 'open' && judged !== undefined
        ? open
          ? 'load.niet-te-vergelijken'
          : judged.relative
            ? 'load.verwant'
            : `load.${judged.uitkomst}`
        : CODE[stand.state],
    items: limit.items.map(({ editie, code, label, niveau, document }) => ({ editie, code, label, niveau, document })),
    limit: limit.items[0]?.printed ?? describeLevel(dimensie, niveau),
    norm: describeLevel(dimensie, 0),
    load: inWords(loads),
    margins: limit.stand.kind === 'level' && loads.length === 1 ? [...marginsOf(loads[0] as Load, dimensie, niveau)] : [],
    facts: loads.map(l => factOf(l, day)),
    figures: { dimensie, niveau, conflict: loads.some(l => l.conflict) },
    weigh
  }
}

/** Load above the norm on dimensions nobody limited. */
export function explainNorm(v: Vacancy, limited: readonly Dimensie[], day: Day): Explanation {
  const above = [...new Set(v.demands.map(l => l.dimensie))].filter(d => !limited.includes(d) && judgeLoads(v.demands, d, 0, day)?.uitkomst === 'signaal')
  const loads = above.flatMap(d => judgeLoads(v.demands, d, 0, day)?.loads ?? [])
  return {
    ...plain(above.length === 0 ? 'load.binnen-norm' : 'load.boven-norm', { dimensies: above.join(', ') }, true),
    load: inWords(loads),
    facts: loads.map(l => factOf(l, day))
  }
}
