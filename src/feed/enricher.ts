import type { Evidence, VacancyFacts } from '../domain/vacancy.ts'
import type { Unit } from './text/units.ts'

/** What an enricher reads: the facts so far, and the text in pieces. */
export interface EnrichContext {
  readonly title: Unit
  readonly units: readonly Unit[]
  readonly lang: 'nl' | 'en' | null
}

export type EvidenceField = keyof VacancyFacts['evidence']

/** One file in `enrich/`: a pure function that adds facts with their evidence. A field of the feed wins over the text. */
export interface Enricher {
  readonly id: string
  readonly order: number
  enrich(v: VacancyFacts, context: EnrichContext): Partial<VacancyFacts>
}

/** Evidence of a value found in a piece of text. */
export const fromText = (
  unit: Unit,
  start: number,
  end: number,
  field: 'title' | 'description' = 'description',
  from: Evidence['from'] = 'text'
): Evidence => ({
  from,
  span: { field, start: unit.start + start, end: unit.start + end, text: unit.text.slice(start, end).slice(0, 400) }
})

/** Evidence beside what is there already. */
export const withEvidence = (v: VacancyFacts, field: EvidenceField, evidence: Evidence): VacancyFacts['evidence'] => ({ ...v.evidence, [field]: evidence })
