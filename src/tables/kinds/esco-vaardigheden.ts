import { SKILLS } from '../../reference/competences.ts'
import { fold } from '../../reference/dutch.ts'
import { namedRows } from '../source-file.ts'
import type { Comparison, Outcome, TableKind } from '../table-kind.ts'

const COLUMNS = [
  { key: 'type', names: ['skillType'] },
  { key: 'label', names: ['preferredLabel'] },
  { key: 'alt', names: ['altLabels'] },
  { key: 'status', names: ['status'], optional: true }
] as const

const own = new Map([...SKILLS.values()].flatMap(s => [s.label, ...s.synonyms].map(w => [fold(w), s.label] as const)))

/** Skills of ESCO, to see which words our list lacks. */
export const escoVaardigheden: TableKind = {
  id: 'esco-vaardigheden',
  label: 'Vaardigheden van ESCO',
  files: 'skills_nl.csv uit de Nederlandse uitgave van ESCO (csv)',
  use: 'alleen om onze lijst van vaardigheden mee te vergelijken',
  attribution: 'Deze dienst gebruikt de ESCO-classificatie van de Europese Commissie.',
  columns: ['label', 'type', 'synonyms'],
  key: 1,
  async *read(path): AsyncIterable<Outcome> {
    const unread: number[] = []
    for await (const { line, get } of namedRows(path, COLUMNS, l => unread.push(l))) {
      const alt = get('alt')
        .split(/\r?\n/)
        .map(a => a.trim())
        .filter(a => a !== '')
      if (get('label') === '' || get('label').includes('\ufffd')) yield { line, left: 'geen leesbare naam' }
      else if (!['', 'released'].includes(get('status'))) yield { line, left: `status ${get('status').slice(0, 20)}` }
      else yield { line, row: [get('label').toLowerCase(), get('type'), alt.join('|').toLowerCase()] }
    }
    for (const line of unread) yield { line, left: 'rij niet te lezen' }
  },
  compare(rows): readonly Comparison[] {
    const hits = rows.flatMap(r => {
      const found = [r['label'] ?? '', ...(r['synonyms'] ?? '').split('|')].map(w => own.get(fold(w))).find(l => l !== undefined)
      return found === undefined ? [] : [[r['label'] ?? '', found]]
    })
    return [
      {
        title: 'Vaardigheden tegenover onze lijst',
        header: ['wat', 'aantal'],
        rows: [
          ['in het bestand', String(rows.length)],
          ['ook bij ons, met hetzelfde woord', String(hits.length)],
          ['van onze lijst teruggevonden', `${new Set(hits.map(h => h[1])).size} van ${SKILLS.size}`]
        ]
      }
    ]
  }
}
