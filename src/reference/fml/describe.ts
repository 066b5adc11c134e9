import type { Printed } from '../../domain/capacity.ts'
import type { Dimensie } from '../../domain/dimensie.ts'
import type { Load } from '../../domain/load.ts'
import { bandWords } from '../loads.ts'
import { counted, dutchNumber } from '../numbers.ts'
import { NEEDS } from './answers.ts'
import { itemsOf, isHeading } from './catalogue.ts'
import { dimensieLabel } from './questions.ts'

const OP: Readonly<Record<string, string>> = { eq: '', ca: 'ca. ', min: 'minstens ', max: 'hoogstens ', lt: 'minder dan ', gt: 'meer dan ' }
/** One and more of it. */
const UNIT: Readonly<Record<string, readonly [string, string]>> = {
  N: ['newton', 'newton'],
  min: ['minuut', 'minuten'],
  minuten: ['minuut', 'minuten'],
  'minuten aaneen': ['minuut achter elkaar', 'minuten achter elkaar'],
  hour: ['uur per dag', 'uur per dag'],
  degree: ['graad', 'graden'],
  graden: ['graad', 'graden'],
  step: ['trede', 'treden'],
  treden: ['trede', 'treden'],
  celsius: ['°C', '°C'],
  'per-hour': ['keer per uur', 'keer per uur'],
  m: ['meter', 'meter']
}
const PER: Readonly<Record<string, string>> = { minute: 'per minuut', hour: 'per uur', day: 'per dag', week: 'per week' }
const BAND = ['niet of nauwelijks', 'weinig', 'matig', 'veel', 'heel veel'] as const
/** Answers of which the code does not read as Dutch. */
const ANSWER: Readonly<Record<string, string>> = {
  'een-bron': 'één bron tegelijk',
  persoonlijk: 'ook in persoon',
  'telefonisch-schriftelijk': 'alleen telefonisch of schriftelijk',
  'trap-op-of-af': 'één trap op of af'
}

const withUnit = (value: number, unit: string | null | undefined): string => {
  const [one, many] = UNIT[unit ?? ''] ?? [unit ?? '', unit ?? '']
  return counted(value, one, many).trim()
}
const frequent = (count: number): string => `${dutchNumber(count)} keer per uur`
const atAStretch = (minutes: number): string => `${counted(minutes, 'minuut', 'minuten')} achter elkaar`

/** What one level of a dimension allows, in words of the form. */
export function describeLevel(dimensie: Dimensie, niveau: number): string {
  const item = itemsOf(dimensie).find(i => !isHeading(i)) ?? itemsOf(dimensie)[0]
  const level = item?.schaal.find(s => s.niveau === niveau)
  if (item === undefined || level === undefined) return `niveau ${niveau}`
  const g = level.grenswaarde
  const parts: string[] = []
  if (g?.waarde !== undefined) parts.push(`${OP[g.op] ?? ''}${withUnit(g.waarde, item.eenheid)}`)
  if (g?.freq_per_uur_max !== undefined) parts.push(`tot ${frequent(g.freq_per_uur_max)}`)
  if (g?.freq_per_uur !== undefined) parts.push(frequent(g.freq_per_uur))
  if (g?.duur_min_max !== undefined) parts.push(`tot ${atAStretch(g.duur_min_max)}`)
  if (level.kenmerk !== null) parts.push(level.kenmerk)
  return `niveau ${niveau}: ${parts.length === 0 ? level.label : parts.join(', ')}`
}

/** A value printed on a document: `minder dan 3 kg`. */
export const describePrinted = ({ op, value }: Printed, unit: string | null): string => `${OP[op] ?? ''}${withUnit(value, unit)}`

/** A plain yes or no: a burden the work has or has not, or something the work must offer. */
function describeYes(dimensie: Dimensie, yes: boolean): string {
  if (NEEDS.has(dimensie)) return yes ? 'is er' : 'is er niet'
  return yes ? 'komt voor' : 'komt niet voor'
}

/** A load in plain Dutch, with the axes that are known. */
export function describeLoad(load: Load): string {
  const a = load.amount
  const expected = load.band === null ? null : `verwacht: ${bandWords(load) ?? BAND[load.band] ?? ''}`
  const parts: string[] = []
  if (a === null) parts.push(expected ?? dimensieLabel(load.dimensie))
  else if (a.unit === 'niveau') parts.push(`te doen tot en met niveau ${String(a.value)}`)
  else if (typeof a.value === 'number') parts.push(`${OP[a.op]}${withUnit(a.value, a.unit)}`)
  else parts.push(typeof a.value === 'boolean' ? describeYes(load.dimensie, a.value) : (ANSWER[a.value] ?? a.value.replaceAll('-', ' ')))
  // What is stated is not expected as well.
  if (a !== null && expected !== null && load.provenance !== 'stated') parts.push(expected)
  if (load.frequency !== null) parts.push(`${dutchNumber(load.frequency.count)} keer ${PER[load.frequency.per]}`)
  if (load.minutes !== null) parts.push(atAStretch(load.minutes))
  return parts.join(', ')
}
