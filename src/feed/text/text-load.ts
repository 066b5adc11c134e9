import type { Load } from '../../domain/load.ts'
import type { Dimensie } from '../../domain/dimensie.ts'

/** No advert says more about the work; a longer list is a text made of phrases. */
export const MOST_LOADS = 400

/** What every load read from a text has in common: its passage, and nothing of the axes that a sentence seldom gives. */
export const textLoad = (span: Load['span'], conditional = false): Omit<Load, 'dimensie' | 'amount' | 'band' | 'provenance' | 'confidence'> => ({
  frequency: null,
  minutes: null,
  hoursPerDay: null,
  conditional,
  conflict: false,
  at: null,
  until: null,
  by: null,
  group: null,
  why: null,
  span,
  kind: 'text'
})

/** A plain answer of the text on one dimension. */
export const statedLoad = (dimensie: Dimensie, value: string, span: Load['span']): Load => ({
  ...textLoad(span),
  dimensie,
  amount: { op: 'eq', value },
  band: null,
  provenance: 'stated',
  confidence: 4
})
