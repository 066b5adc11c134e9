import { compareLoads } from '../compare-loads.ts'
import { ONET_MEASURES } from '../measures.ts'
import { socOf } from '../soc.ts'
import { namedRows } from '../source-file.ts'
import type { Comparison, Outcome, TableKind } from '../table-kind.ts'

const COLUMNS = [
  { key: 'soc', names: ['O*NET-SOC Code'] },
  { key: 'element', names: ['Element ID'] },
  { key: 'scale', names: ['Scale ID'] },
  { key: 'value', names: ['Data Value'] },
  { key: 'suppress', names: ['Recommend Suppress'], optional: true }
] as const

const compared = new Set(ONET_MEASURES.map(m => `${m.element} ${m.scale}`))

/** Ratings of O*NET, to compare our expected load with; nothing in the advice leans on them. */
export const onet: TableKind = {
  id: 'onet',
  label: 'Beroepsgegevens van O*NET',
  files: 'een of meer van Abilities.txt, Work Activities.txt en Work Context.txt uit de tekstuitgave van O*NET',
  use: 'alleen om onze verwachte belasting mee te vergelijken',
  attribution:
    'Includes information from the O*NET database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), used under CC BY 4.0; modified.',
  columns: ['soc', 'element', 'scale', 'value'],
  key: 3,
  async *read(path): AsyncIterable<Outcome> {
    const unread: number[] = []
    for await (const { line, get } of namedRows(path, COLUMNS, l => unread.push(l))) {
      const value = Number(get('value'))
      if (!compared.has(`${get('element')} ${get('scale')}`)) yield { line, left: 'onderdeel of schaal die wij niet vergelijken' }
      else if (get('suppress') === 'Y') yield { line, left: 'te onzeker volgens O*NET' }
      else if (socOf(get('soc')) === undefined) yield { line, left: 'geen beroepscode' }
      else if (get('value') === '' || !Number.isFinite(value)) yield { line, left: 'geen getal' }
      else yield { line, row: [get('soc'), get('element'), get('scale'), String(value)] }
    }
    for (const line of unread) yield { line, left: 'rij niet te lezen' }
  },
  compare(rows, others): readonly Comparison[] {
    const figures = rows.flatMap(r =>
      ONET_MEASURES.filter(m => m.element === r['element'] && m.scale === r['scale']).map(m => ({
        soc: socOf(r['soc'] ?? '') ?? '',
        dim: m.dim,
        measure: `${m.element} ${m.scale}`,
        value: m.sign * Number(r['value'])
      }))
    )
    return compareLoads(figures, others)
  }
}
