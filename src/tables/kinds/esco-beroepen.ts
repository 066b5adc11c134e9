import { fold } from '../../reference/dutch.ts'
import { IMPORTED } from '../../reference/imported.ts'
import { classifyOwnTitle, ISCO } from '../../reference/occupations.ts'
import { titleForms } from '../../reference/titles.ts'
import { namedRows } from '../source-file.ts'
import type { Comparison, Outcome, TableKind } from '../table-kind.ts'

const COLUMNS = [
  { key: 'isco', names: ['iscoGroup'] },
  { key: 'label', names: ['preferredLabel'] },
  { key: 'alt', names: ['altLabels'] },
  { key: 'status', names: ['status'], optional: true }
] as const

/** ISCO codes of the armed forces lose their zero in a spreadsheet. */
const groupOf = (cell: string): string => (/^\d{3}$/.test(cell) ? `0${cell}` : cell)

const SHORTEST = 3
const SHOWN = 25

type Agreement = 'gelijk' | 'zelfde groep van drie cijfers' | 'andere groep' | 'nieuw'

/** How our own table answers a title, against the group of the file. */
function agreement(title: string, isco: string): { readonly kind: Agreement; readonly own: string } {
  const own = classifyOwnTitle(title).isco.toSorted((a, b) => b.share - a.share)[0]?.code
  if (own === undefined) return { kind: 'nieuw', own: '' }
  if (own === isco) return { kind: 'gelijk', own }
  return { kind: own.slice(0, 3) === isco.slice(0, 3) ? 'zelfde groep van drie cijfers' : 'andere groep', own }
}

/** Occupation titles of ESCO, Dutch edition: they widen the titles we know. */
export const escoBeroepen: TableKind = {
  id: 'esco-beroepen',
  label: 'Beroepstitels van ESCO',
  files: 'occupations_nl.csv uit de Nederlandse uitgave van ESCO (csv)',
  use: 'extra titels; waar onze tabel de titel kent, telt onze tabel',
  attribution: 'Deze dienst gebruikt de ESCO-classificatie van de Europese Commissie.',
  columns: IMPORTED['esco-beroepen'],
  key: 2,
  async *read(path): AsyncIterable<Outcome> {
    let skipped: number[] = []
    for await (const { line, get } of namedRows(path, COLUMNS, l => skipped.push(l))) {
      yield* skipped.map(l => ({ line: l, left: 'rij niet te lezen' }))
      skipped = []
      const isco = groupOf(get('isco'))
      const status = get('status')
      if (status !== '' && status !== 'released') yield { line, left: `status ${status.slice(0, 20)}` }
      else if (isco.length !== 4 || !ISCO.has(isco)) yield { line, left: 'onbekende beroepsgroep' }
      else {
        const titles = new Set(
          [get('label'), ...get('alt').split(/\r?\n/)].map(l => titleForms(l)[0] ?? '').filter(f => f.length >= SHORTEST && !f.includes('\ufffd'))
        )
        if (titles.size === 0) yield { line, left: 'geen bruikbare titel' }
        for (const title of titles) yield { line, row: [fold(title), isco] }
      }
    }
    yield* skipped.map(l => ({ line: l, left: 'rij niet te lezen' }))
  },
  compare(rows): readonly Comparison[] {
    const counts = new Map<Agreement, number>()
    const other: string[][] = []
    for (const { title = '', isco4 = '' } of rows) {
      const { kind, own } = agreement(title, isco4)
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
      if (kind === 'andere groep') other.push([title, `${own} ${ISCO.get(own)?.title ?? ''}`, `${isco4} ${ISCO.get(isco4)?.title ?? ''}`])
    }
    const order: readonly Agreement[] = ['gelijk', 'zelfde groep van drie cijfers', 'andere groep', 'nieuw']
    return [
      { title: 'Titels tegenover onze tabel', header: ['uitkomst', 'titels'], rows: order.map(k => [k, String(counts.get(k) ?? 0)]) },
      { title: `Andere groep dan bij ons (de eerste ${SHOWN})`, header: ['titel', 'bij ons', 'in het bestand'], rows: other.slice(0, SHOWN) }
    ]
  }
}
