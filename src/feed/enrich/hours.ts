import type { VacancyFacts } from '../../domain/vacancy.ts'
import { fromText, withEvidence, type Enricher, type EnrichContext } from '../enricher.ts'
import { readDayHours, readHours, type HoursFound } from '../text/hours.ts'
import type { Unit } from '../text/units.ts'

/** The best reading over title and text: the title first, then by the kind of wording, then by place. */
function bestHours(context: EnrichContext): { found: HoursFound; unit: Unit; field: 'title' | 'description' } | undefined {
  const inTitle = readHours(context.title)[0]
  if (inTitle !== undefined) return { found: inTitle, unit: context.title, field: 'title' }
  const all = context.units.flatMap(unit => readHours(unit).map(found => ({ found, unit, field: 'description' as const })))
  return all.toSorted((a, b) => a.found.rank - b.found.rank || a.unit.start - b.unit.start)[0]
}

function ofDay(v: VacancyFacts, context: EnrichContext): Partial<VacancyFacts> {
  if (v.schedule.hoursPerDay !== null) return {}
  for (const [unit, field] of [[context.title, 'title'] as const, ...context.units.map(u => [u, 'description'] as const)]) {
    const found = readDayHours(unit)
    if (found !== undefined) {
      return { schedule: { ...v.schedule, hoursPerDay: found.hours }, evidence: withEvidence(v, 'hoursPerDay', fromText(unit, found.start, found.end, field)) }
    }
  }
  return {}
}

/** Hours a week and a day from title and text; a field of the feed stays. */
export const hours: Enricher = {
  id: 'hours',
  order: 10,
  enrich(v, context) {
    const day = ofDay(v, context)
    const now = { ...v, ...day }
    if (v.hours !== null) return day
    const best = bestHours(context)
    if (best === undefined) return day
    return {
      ...day,
      hours: best.found.hours,
      evidence: withEvidence(now, 'hours', fromText(best.unit, best.found.start, best.found.end, best.field, best.found.rule ? 'rule' : 'text'))
    }
  }
}
