import type { Enricher } from '../enricher.ts'
import { expectedLoads } from '../../reference/loads.ts'
import { readLoads } from '../text/read-loads.ts'

/**
 * What the work asks: what the feed gave, what the text states or suggests, and what the occupation expects. Nothing
 * replaces anything: precedence is worked out when load is judged (`feeds.md` 1.1).
 */
export const load: Enricher = {
  id: 'load',
  order: 100,
  enrich(v, context) {
    const given = v.demands.filter(d => d.kind === 'field' || d.kind === 'answer' || (d.kind === 'text' && d.provenance === 'stated'))
    const read = context.lang === null ? [] : context.lang === 'en' ? readLoads(context.units, 'en') : readLoads(context.units, 'nl')
    return { demands: [...given, ...read, ...expectedLoads(v.occupation)].slice(0, 400) }
  }
}
