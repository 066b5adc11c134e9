import type { Load } from '../../domain/load.ts'
import type { Dimensie } from '../../domain/dimensie.ts'

/** No advert says more about the work; a longer list is a text made of phrases. */
export const MOST_LOADS = 400

/** What a text says of a load: the axes a sentence may give. */
type FromText = Pick<Load, 'dimensie' | 'amount' | 'band' | 'frequency' | 'conditional' | 'provenance' | 'confidence' | 'span'>

/** A load read from a text, with its passage, and nothing of what a sentence never gives. Written out: copying objects costs as much as reading the words. */
export const textLoad = ({ dimensie, amount, band, frequency, conditional, provenance, confidence, span }: FromText): Load => ({
  frequency,
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
  kind: 'text',
  dimensie,
  amount,
  band,
  provenance,
  confidence
})

/** A plain answer of the text on one dimension. */
export const statedLoad = (dimensie: Dimensie, value: string, span: Load['span']): Load =>
  textLoad({ dimensie, amount: { op: 'eq', value }, band: null, frequency: null, conditional: false, provenance: 'stated', confidence: 4, span })
