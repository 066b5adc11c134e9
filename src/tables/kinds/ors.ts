import { compareLoads } from '../compare-loads.ts'
import { ORS_MEASURES } from '../measures.ts'
import { socOf } from '../soc.ts'
import { namedRows } from '../source-file.ts'
import type { Comparison, Outcome, TableKind } from '../table-kind.ts'

const COLUMNS = [
  { key: 'soc', names: ['2018 SOC CODE', 'SOC CODE', 'soc2018', 'upper_soc_code', 'soc_code'] },
  { key: 'text', names: ['ESTIMATE TEXT', 'estimatetext', 'estimate_text', 'data_type_text'] },
  { key: 'estimate', names: ['ESTIMATE', 'estimate', 'value'] },
  { key: 'requirement', names: ['REQUIREMENT', 'requirement'], optional: true },
  { key: 'category', names: ['CATEGORY', 'category', 'data_element_text'], optional: true },
  { key: 'additive', names: ['ADDITIVE', 'additive'], optional: true }
] as const

/** Pounds of the survey in kilos. */
const KILO = 0.4536

/** A published estimate as a number: "<0.5" is half of it, an empty cell and the flag -1 are unknown and no zero. */
function estimateOf(cell: string): number | undefined {
  const below = /^<\s*(\d+(?:\.\d+)?)$/.exec(cell)
  const above = /^>\s*(\d+(?:\.\d+)?)$/.exec(cell)
  const value = below !== null ? Number(below[1]) / 2 : above !== null ? Number(above[1]) : cell === '' ? NaN : Number(cell)
  return Number.isFinite(value) && value >= 0 ? value : undefined
}

/** Estimates of the Occupational Requirements Survey, to compare our expected load with. */
export const ors: TableKind = {
  id: 'ors',
  label: 'Beroepseisen uit de Amerikaanse ORS',
  files: 'het volledige bestand van de Occupational Requirements Survey, opgeslagen als csv of tekst met tabs',
  use: 'alleen om onze verwachte belasting mee te vergelijken',
  attribution: 'Bron: U.S. Bureau of Labor Statistics, Occupational Requirements Survey.',
  columns: ['soc', 'measure', 'value'],
  key: 2,
  async *read(path): AsyncIterable<Outcome> {
    const unread: number[] = []
    for await (const { line, get } of namedRows(path, COLUMNS, l => unread.push(l))) {
      const soc = socOf(get('soc'))
      const text = `${get('requirement')} ${get('category')} ${get('additive')} ${get('text')}`.toLowerCase()
      const value = estimateOf(get('estimate'))
      const measure = ORS_MEASURES.find(m => m.words.every(w => w.test(text)))
      if (soc === undefined) yield { line, left: 'geen enkel beroep (alle werkenden of een brede groep)' }
      else if (measure === undefined) yield { line, left: 'gegeven dat wij niet vergelijken' }
      else if (value === undefined) yield { line, left: 'niet gepubliceerd' }
      else yield { line, row: [soc, measure.id, (measure.id === 'weight' ? value * KILO : value).toFixed(2)] }
    }
    for (const line of unread) yield { line, left: 'rij niet te lezen' }
  },
  compare(rows, others): readonly Comparison[] {
    const figures = rows.flatMap(r => {
      const measure = ORS_MEASURES.find(m => m.id === r['measure'])
      return measure === undefined ? [] : [{ soc: r['soc'] ?? '', dim: measure.dim, measure: measure.id, value: measure.sign * Number(r['value']) }]
    })
    return compareLoads(figures, others)
  }
}
