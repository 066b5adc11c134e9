import type { Enricher } from '../enricher.ts'
import type { Load } from '../../domain/load.ts'
import type { Occupation } from '../../domain/vacancy.ts'
import { expectedLoads } from '../../reference/loads.ts'
import { fieldLoads } from '../field-loads.ts'
import { dayLoads } from '../text/day-hours.ts'
import { readLoads } from '../text/read-loads.ts'
import { MOST_LOADS } from '../text/text-load.ts'

const MOST_REMEMBERED = 2_000
const expected = new Map<string, readonly Load[]>()

/** The expectation of a mix of occupations, worked out once. */
function expectedOf(occupation: Occupation): readonly Load[] {
  const key = occupation.isco.map(i => `${i.code}/${i.share}`).join(' ')
  let loads = expected.get(key)
  if (loads === undefined) {
    loads = expectedLoads(occupation)
    if (expected.size >= MOST_REMEMBERED) expected.clear()
    expected.set(key, loads)
  }
  return loads
}

/**
 * What the work asks: what the feed gave, what the text states or suggests, and what the occupation expects. Nothing
 * replaces anything: precedence is worked out when load is judged (`feeds.md` 1.1).
 */
export const load: Enricher = {
  id: 'load',
  order: 100,
  enrich(v, context) {
    const given = v.demands.filter(d => d.kind === 'field' || d.kind === 'answer' || (d.kind === 'text' && d.provenance === 'stated'))
    const fields = fieldLoads(v)
    // A part of the day the feed denies leaves the other parts to the text.
    const worked = fields.filter(l => l.amount?.value === 'avond' || l.amount?.value === 'nacht')
    const read = context.lang === null ? [] : readLoads(context.units, context.lang, context.title.folded)
    const byDay = context.lang === null ? [] : dayLoads(context.title, context.units, [...given, ...worked, ...read])
    return { demands: [...given, ...fields, ...read, ...byDay, ...expectedOf(v.occupation)].slice(0, MOST_LOADS) }
  }
}
