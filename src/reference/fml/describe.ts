import type { Dimensie } from '../../domain/dimensie.ts'
import type { Load } from '../../domain/load.ts'
import { itemsOf, isHeading } from './catalogue.ts'
import { dimensieLabel } from './questions.ts'

const OP: Readonly<Record<string, string>> = { eq: '', ca: 'ca. ', min: 'minstens ', max: 'hoogstens ', lt: 'minder dan ', gt: 'meer dan ' }
const UNIT: Readonly<Record<string, string>> = {
  kg: 'kg',
  N: 'newton',
  min: 'minuten',
  hour: 'uur per dag',
  cm: 'cm',
  degree: 'graden',
  step: 'treden',
  dB: 'dB',
  celsius: '°C',
  'per-hour': 'keer per uur',
  m: 'meter'
}
const PER: Readonly<Record<string, string>> = { minute: 'per minuut', hour: 'per uur', day: 'per dag', week: 'per week' }
const number = (value: number): string => String(value).replace('.', ',')

/** What one level of a dimension allows, in words of the form. */
export function describeLevel(dimensie: Dimensie, niveau: number): string {
  const item = itemsOf(dimensie).find(i => !isHeading(i)) ?? itemsOf(dimensie)[0]
  const level = item?.schaal.find(s => s.niveau === niveau)
  if (item === undefined || level === undefined) return `niveau ${niveau}`
  const g = level.grenswaarde
  const parts: string[] = []
  if (g?.waarde !== undefined) parts.push(`${OP[g.op] ?? ''}${number(g.waarde)} ${item.eenheid ?? ''}`.trim())
  if (g?.freq_per_uur_max !== undefined) parts.push(`tot ${g.freq_per_uur_max} keer per uur`)
  if (g?.freq_per_uur !== undefined) parts.push(`${g.freq_per_uur} keer per uur`)
  if (g?.duur_min_max !== undefined) parts.push(`tot ${g.duur_min_max} minuten achtereen`)
  if (level.kenmerk !== null) parts.push(level.kenmerk)
  return `niveau ${niveau}: ${parts.length === 0 ? level.label : parts.join(', ')}`
}

/** A load in plain Dutch, with the axes that are known. */
export function describeLoad(load: Load): string {
  const a = load.amount
  const parts: string[] = []
  if (a === null) parts.push(load.band === null ? dimensieLabel(load.dimensie) : `verwacht: stap ${load.band} van 4`)
  else if (a.unit === 'niveau') parts.push(`te doen tot en met niveau ${String(a.value)}`)
  else if (typeof a.value === 'number') parts.push(`${OP[a.op]}${number(a.value)} ${UNIT[a.unit ?? ''] ?? a.unit ?? ''}`.trim())
  else parts.push(a.value === true ? 'ja' : a.value === false ? 'nee' : a.value)
  // What is stated is not expected as well.
  if (a !== null && load.band !== null && load.provenance !== 'stated') parts.push(`verwacht: stap ${load.band} van 4`)
  if (load.frequency !== null) parts.push(`${number(load.frequency.count)} keer ${PER[load.frequency.per]}`)
  if (load.minutes !== null) parts.push(`${number(load.minutes)} minuten achtereen`)
  return parts.join(', ')
}
