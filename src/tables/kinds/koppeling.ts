import { ISCO } from '../../reference/occupations.ts'
import { socOf } from '../soc.ts'
import { FileFault, headOf, namedRows } from '../source-file.ts'
import type { Comparison, Outcome, TableKind } from '../table-kind.ts'

const TO_ISCO = [
  { key: 'isco', names: ['ISCO-08 Code', 'isco08', 'isco_08', 'isco08_code', 'isco4'] },
  { key: 'soc', names: ['2010 SOC Code', 'soc10', 'soc2010', 'soc_code', 'soc', '2018 SOC Code', 'O*NET-SOC Code'] }
] as const
const BETWEEN_EDITIONS = [
  { key: 'from', names: ['2010 SOC Code'] },
  { key: 'to', names: ['2018 SOC Code'] }
] as const

/** Rows that only join two editions of SOC, until `finish` has seen them all. */
const EDITION = 'editie:'

const padded = (cell: string): string => (/^\d{3}$/.test(cell) ? `0${cell}` : cell)

/** The crosswalk between American SOC codes and ISCO-08, many to many. */
export const koppeling: TableKind = {
  id: 'koppeling',
  label: 'Koppeling van SOC-codes naar ISCO-08',
  files: 'de koppeling ISCO-08 naar 2010 SOC als csv, en eventueel ook die van 2010 SOC naar 2018 SOC',
  use: 'legt O*NET en ORS naast onze beroepsgroepen',
  attribution: 'Codes: International Labour Organization (ISCO-08) en U.S. Bureau of Labor Statistics (SOC).',
  columns: ['soc', 'isco4'],
  key: 2,
  async *read(path): AsyncIterable<Outcome> {
    const unread: number[] = []
    const editions = /2018 soc code/i.test(await headOf(path)) && !/isco/i.test(await headOf(path))
    if (editions) {
      for await (const { line, get } of namedRows(path, BETWEEN_EDITIONS, l => unread.push(l))) {
        const [from, to] = [socOf(get('from')), socOf(get('to'))]
        yield from === undefined || to === undefined ? { line, left: 'geen code van een enkel beroep' } : { line, row: [from, `${EDITION}${to}`] }
      }
    } else {
      for await (const { line, get } of namedRows(path, TO_ISCO, l => unread.push(l))) {
        const [soc, isco] = [socOf(get('soc')), padded(get('isco').replace(/\.0$/, ''))]
        if (soc === undefined) yield { line, left: 'geen code van een enkel beroep' }
        else if (isco.length !== 4 || !ISCO.has(isco)) yield { line, left: 'onbekende beroepsgroep' }
        else yield { line, row: [soc, isco] }
      }
    }
    for (const line of unread) yield { line, left: 'rij niet te lezen' }
  },
  finish(rows): ReadonlyArray<readonly string[]> {
    const links = rows.filter(r => !r[1]?.startsWith(EDITION))
    if (links.length === 0) throw new FileFault('Er is geen koppeling naar ISCO-08 bij; geef ook dat bestand mee.')
    const newer = rows.filter(r => r[1]?.startsWith(EDITION)).map(r => [r[0] ?? '', (r[1] ?? '').slice(EDITION.length)] as const)
    const all = [...links, ...links.flatMap(([soc, isco]) => newer.filter(([from]) => from === soc).map(([, to]) => [to, isco ?? '']))]
    return [...new Map(all.map(r => [r.join('\t'), r])).values()]
  },
  compare(rows): readonly Comparison[] {
    const units = new Set(rows.map(r => r['isco4'] ?? ''))
    const minors = new Set([...units].map(u => u.slice(0, 3)))
    return [
      {
        title: 'Bereik van de koppeling',
        header: ['wat', 'gekoppeld', 'van'],
        rows: [
          ['groepen van vier cijfers', String(units.size), '436'],
          ['groepen van drie cijfers', String(minors.size), '130'],
          ['SOC-codes', String(new Set(rows.map(r => r['soc'])).size), '-']
        ]
      }
    ]
  }
}
