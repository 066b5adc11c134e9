import { bandOf } from '../reference/loads.ts'
import { ISCO } from '../reference/occupations.ts'
import { ranks, spearman } from './spearman.ts'
import type { Comparison, OtherTables } from './table-kind.ts'

/** A figure of a survey for one occupation: `value` higher = more load on `dim`. */
export interface Figure {
  readonly soc: string
  readonly dim: string
  readonly measure: string
  readonly value: number
}

const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length

/** With fewer linked figures a group keeps our band, whatever the survey says (`reference-data.md` 10). */
export const ENOUGH = 5
const SHOWN = 15

const grouped = <T>(list: readonly T[], key: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of list) {
    const known = groups.get(key(item))
    if (known === undefined) groups.set(key(item), [item])
    else known.push(item)
  }
  return groups
}

interface Level {
  readonly group: string
  readonly value: number
  readonly band: number
  readonly n: number
}

/** Means of linked occupations per minor group, beside our bands: the mean over the unit groups that have a figure. */
function minorLevels(dim: string, figures: readonly Figure[], links: ReadonlyMap<string, readonly string[]>): readonly Level[] {
  const perUnit = new Map<string, number[]>()
  for (const [soc, list] of grouped(figures, f => f.soc)) {
    for (const isco of links.get(soc) ?? []) perUnit.set(isco, [...(perUnit.get(isco) ?? []), mean(list.map(f => f.value))])
  }
  return [...grouped([...perUnit], ([isco]) => isco.slice(0, 3))].map(([group, units]) => ({
    group,
    value: mean(units.map(([, values]) => mean(values))),
    band: mean(units.map(([isco]) => bandOf(isco, dim)?.band ?? 0)),
    n: units.reduce((sum, [, values]) => sum + values.length, 0)
  }))
}

/**
 * Rank agreement of our bands with the figures of a survey, per measure over the minor groups, and the groups that differ
 * most in rank. Needs the table `koppeling`. Ranks only: another country and other jobs under one code.
 */
export function compareLoads(figures: readonly Figure[], others: OtherTables): readonly Comparison[] {
  const rows = others('koppeling')
  if (rows === undefined)
    return [
      {
        title: 'Nog niet te vergelijken',
        header: ['wat ontbreekt'],
        rows: [['Lees eerst een koppeling van SOC naar ISCO in: tables import koppeling BESTAND']]
      }
    ]
  const links = new Map([...grouped(rows, r => r['soc'] ?? '')].map(([soc, list]) => [soc, list.map(r => r['isco4'] ?? '')]))
  const agreement: string[][] = []
  const apart: { readonly shift: number; readonly row: readonly string[] }[] = []
  for (const [key, list] of [...grouped(figures, f => `${f.dim}\t${f.measure}`)].toSorted((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const [dim = '', measure = ''] = key.split('\t')
    const levels = minorLevels(dim, list, links)
    const rho = spearman(levels.map(l => [l.value, l.band]))
    agreement.push([dim, measure, String(levels.length), String(levels.filter(l => l.n >= ENOUGH).length), rho === undefined ? '-' : rho.toFixed(2)])
    const [theirs, ours] = [ranks(levels.map(l => l.value)), ranks(levels.map(l => l.band))]
    for (const [i, l] of levels.entries()) {
      const shift = ((theirs[i] ?? 0) - (ours[i] ?? 0)) / levels.length
      apart.push({
        shift: Math.abs(shift),
        row: [
          dim,
          `${l.group} ${ISCO.get(l.group)?.title ?? ''}`,
          l.band.toFixed(1),
          shift > 0 ? 'zwaarder in het bestand' : 'lichter in het bestand',
          String(l.n)
        ]
      })
    }
  }
  return [
    {
      title: 'Overeenkomst in volgorde per dimensie (Spearman, over groepen van drie cijfers)',
      header: ['dimensie', 'gegeven', 'groepen', `met ${ENOUGH} of meer`, 'rho'],
      rows: agreement
    },
    {
      title: 'Grootste verschillen in volgorde',
      header: ['dimensie', 'groep', 'onze band', 'verschil', 'gegevens'],
      rows: apart
        .toSorted((a, b) => b.shift - a.shift)
        .slice(0, SHOWN)
        .map(a => a.row)
    }
  ]
}
