import type { Load } from '../../../src/domain/load.ts'
import { readLoads } from '../../../src/feed/text/read-loads.ts'
import { unitsOf } from '../../../src/feed/text/units.ts'

/** What a text asks of body and mind. */
export const loadsOf = (text: string, lang: 'nl' | 'en' = 'nl'): readonly Load[] => readLoads(unitsOf(text), lang)

export const amountOf = ({ amount, band }: Load): string => {
  if (amount === null) return `b${band}`
  if (typeof amount.value === 'boolean') return amount.value ? 'ja' : 'nee'
  return typeof amount.value === 'string' ? amount.value : `${amount.op}${amount.value}${amount.unit ?? ''}`
}
/** A load in one word: `tillen_kg=max25kg`, `staan_uur_dag=b3`, `lopen_uur_dag=b2?`. */
export const say = (l: Load): string =>
  `${l.dimensie}=${l.provenance === 'expected' && l.amount === null ? `b${l.band}` : amountOf(l)}${l.conditional ? '?' : ''}`
export const isNo = (l: Load): boolean => l.amount?.value === false || (typeof l.amount?.value === 'string' && l.amount.value.startsWith('geen-'))
/** The text asks for it: a stated amount or answer, or an expectation that is more than seldom. */
export const isAsked = (l: Load): boolean => (l.provenance === 'stated' ? !isNo(l) : !isNo(l) && (l.band ?? 0) >= 2)
