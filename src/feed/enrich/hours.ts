import type { VacancyFacts } from '../../domain/vacancy.ts'
import { fromText, withEvidence, type Enricher, type EnrichContext } from '../enricher.ts'
import { readDayHours, readHours, type HoursFound } from '../text/hours.ts'
import { Cue } from '../text/cue.ts'
import { hoursOfPart } from '../text/full-week.ts'
import type { Unit } from '../text/units.ts'
import { isOfAnother } from '../text/whose.ts'

interface Best {
  readonly found: HoursFound
  readonly unit: Unit
  readonly field: 'title' | 'description'
}

/** "Minimum aantal uren per week 32" and, on the next line, "maximum aantal uren per week 38" are one range. */
function withOtherEnd(best: Best, all: readonly Best[]): Best {
  if (best.found.limit === undefined) return best
  const other = all.find(b => b.found.limit !== undefined && b.found.limit !== best.found.limit)
  if (other === undefined) return best
  const [min, max] = [best.found.hours, other.found.hours].map(h => h.min).toSorted((a, b) => a - b) as [number, number]
  return { ...best, found: { ...best.found, hours: { min, max } } }
}

/** "20 uur, na inwerken 32 uur", "met uitloop naar 32 uur": the week grows, and both are asked. */
const GROWS =
  /\b(?:na (?:het |de |een |je )?(?:inwerk[a-z]*|proeftijd|opleiding|[a-z0-9]+ maand(?:en)?|jaar)\b|(?:uitloop|oplopend|uitbreid[a-z]*|(?:door)?groei[a-z]*|uit te breiden|opschalen)\b[^.;\d]{0,15}?(?:naar|tot)\b|later|daarna|op termijn)[^.;\d]{0,20}?(\d{1,2})(?:[.,]5)?\b(?!\s*(?:jaar|maand|weken|dagen|%|procent|euro|[.:,]\d))/
const [FEWEST, MOST] = [8, 48]

function withGrowth(best: Best): Best {
  const { unit, found } = best
  if (found.part !== undefined) return best
  const behind = GROWS.exec(unit.lower.slice(found.end))
  const n = Number(behind?.[1])
  return n >= FEWEST && n <= MOST && n > found.hours.max ? { ...best, found: { ...found, hours: { min: found.hours.min, max: n } } } : best
}

/** "28 uur kan ook", as a line of its own: the week may be shorter or longer. */
const ALSO = new Cue(
  'kan mag bespreekbaar mogelijk',
  /^[^a-z0-9]*(?:maar |of )?(\d{1,2})(?: ?(?:-|–|of|tot) ?\d{1,2})? (?:uur|uren|hours)(?: per week)? (?:kan|mag|is) (?:ook )?(?:ook|prima|goed|mogelijk|bespreekbaar)\W*$/
)

function withAlso(best: Best, context: EnrichContext): Best {
  if (best.found.part !== undefined) return best
  const also = context.units.find(u => ALSO.test(u))
  const n = also === undefined ? NaN : Number(ALSO.exec(also)?.[1])
  if (!(n >= FEWEST && n <= MOST)) return best
  const { min, max } = best.found.hours
  return { ...best, found: { ...best.found, hours: { min: Math.min(min, n), max: Math.max(max, n) } } }
}

const NEAR = 20

/** The best reading over title and text: the title first, then by the kind of wording, then by place. */
function bestHours(context: EnrichContext): Best | undefined {
  const [inTitle] = readHours(context.title).toSorted((a, b) => Number(a.rule) - Number(b.rule) || a.rank - b.rank)
  if (inTitle !== undefined && !inTitle.rule) return { found: inTitle, unit: context.title, field: 'title' }
  const all: Best[] = []
  for (const unit of context.units) for (const found of readHours(unit)) all.push({ found, unit, field: 'description' })
  const best = all
    .toSorted((a, b) => a.found.rank - b.found.rank || a.unit.start - b.unit.start)
    .find(({ unit, found }) => !isOfAnother(unit, found.start, found.end, context.title.folded))
  // "0,8 fte" in the title says less than "32 uur per week" in the text.
  if (inTitle !== undefined && (best === undefined || best.found.rule)) return { found: inTitle, unit: context.title, field: 'title' }
  // "0,8 fte, 32 uur": what is written beside it says more than what is worked out.
  const beside =
    best?.found.part === undefined ? undefined : all.find(b => b.unit === best.unit && !b.found.rule && Math.abs(b.found.start - best.found.end) < NEAR)
  if (beside !== undefined) return beside
  return best === undefined ? undefined : withAlso(withGrowth(withOtherEnd(best, all)), context)
}

function ofDay(v: VacancyFacts, context: EnrichContext): Partial<VacancyFacts> {
  const inTitle = readDayHours(context.title)
  const unit = inTitle === undefined ? context.units.find(u => readDayHours(u) !== undefined) : context.title
  const found = inTitle ?? (unit === undefined ? undefined : readDayHours(unit))
  if (unit === undefined || found === undefined) return {}
  const evidence = fromText(unit, found.start, found.end, inTitle === undefined ? 'description' : 'title')
  return { schedule: { ...v.schedule, hoursPerDay: found.hours }, evidence: withEvidence(v, 'hoursPerDay', evidence) }
}

/** Hours a week and a day from title and text; a field of the feed stays. */
export const hours: Enricher = {
  id: 'hours',
  order: 10,
  enrich(v, context) {
    const day = ofDay(v, context)
    const now = { ...v, ...day }
    const best = bestHours(context)
    if (best === undefined) return day
    const { part, hours: read, start, end } = best.found
    return {
      ...day,
      hours: part === undefined ? read : hoursOfPart(part, best.unit, start, end, context.units),
      evidence: withEvidence(now, 'hours', fromText(best.unit, best.found.start, best.found.end, best.field, best.found.rule ? 'rule' : 'text'))
    }
  }
}
