import type { Load } from '../../domain/load.ts'
import type { VacancyFacts } from '../../domain/vacancy.ts'
import { fromText, withEvidence, type Enricher } from '../enricher.ts'

const WEEKEND = /\b(?:weekenddienst\w*|in het weekend|weekendwerk|om het weekend|weekenden|zaterdag\w*|zondag\w*|elk weekend|weekend)\b/
const NO_WEEKEND =
  /\b(?:geen (?:avond |avonden |avonden of |avond en |avond of |avonden en )?weekend\w*|weekenden? (?:ben je )?(?:altijd )?vrij|niet in het weekend|elk weekend vrij|in het weekend (?:ben je )?vrij|maandag tot en met vrijdag|maandag t\/m vrijdag|ma t\/m vr)\b/
const IRREGULAR =
  /\b(?:onregelmatige (?:diensten|tijden|werktijden)|wisselende (?:diensten|werktijden)|ploegendienst\w*|roosterdienst\w*|gebroken diensten|rouleren\w* (?:diensten|rooster))\b/
const SHIFTS = /\b(?:ploegendienst\w*|(?:twee|drie|vijf|2|3|5) ?ploegen\w*|volcontinu)\b/
const ON_CALL = /\b(?:oproepbasis|oproepkracht|nul ?uren|0 ?urencontract|piket\w*|bereikbaarheidsdienst\w*|consignatie\w*|storingsdienst\w*)\b/
const NO = /\b(?:geen|niet|nooit|zonder)\b[^.,;]{0,40}$/

/** A part of the day from the loads the text states: `nacht`, `geen-nacht`, `dag` and the like. */
function fromLoads(demands: readonly Load[], yes: readonly string[], no: readonly string[]): boolean | null {
  const said = demands.filter(d => d.dimensie === 'etmaal' && d.provenance !== 'expected').map(d => d.amount?.value)
  if (said.some(v => typeof v === 'string' && yes.includes(v))) return true
  return said.some(v => v === false || (typeof v === 'string' && no.includes(v))) ? false : null
}

/** Evening, night, weekend and shifts, with yes, no or not said. */
export const schedule: Enricher = {
  id: 'schedule',
  order: 110,
  enrich(v, context) {
    const s = { ...v.schedule }
    let evidence: VacancyFacts['evidence'] = v.evidence
    s.night ??= fromLoads(v.demands, ['nacht'], ['geen-nacht', 'dag'])
    s.evening ??= fromLoads(v.demands, ['avond', 'elke-avond'], ['geen-avond', 'dag'])
    if (v.demands.some(d => d.dimensie === 'etmaal' && d.provenance === 'stated' && d.amount?.value === 'dag')) s.office ??= true
    for (const unit of context.units) {
      if (unit.section === 'over-ons' || unit.section === 'procedure') continue
      const take = (field: 'weekend' | 'irregular' | 'shifts' | 'onCall', pattern: RegExp): void => {
        const m = pattern.exec(unit.folded)
        if (m === null || s[field] !== null) return
        s[field] = !NO.test(unit.folded.slice(0, m.index))
        evidence = withEvidence({ ...v, evidence }, 'schedule', fromText(unit, m.index, m.index + m[0].length))
      }
      if (NO_WEEKEND.test(unit.folded)) s.weekend ??= false
      take('weekend', WEEKEND)
      take('irregular', IRREGULAR)
      take('shifts', SHIFTS)
      take('onCall', ON_CALL)
    }
    return { schedule: s, evidence }
  }
}
