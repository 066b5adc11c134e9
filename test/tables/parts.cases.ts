import { join } from 'node:path'
import * as fc from 'fast-check'
import type { Test } from 'tap'
import { fromRijksdriehoek } from '../../src/tables/rijksdriehoek.ts'
import { socOf } from '../../src/tables/soc.ts'
import { namedRows, sourceRows, FileFault } from '../../src/tables/source-file.ts'
import { ranks, spearman } from '../../src/tables/spearman.ts'
import { made } from './files.cases.ts'

const COLUMNS = [
  { key: 'a', names: ['Alfa', 'A'] },
  { key: 'b', names: ['Beta'] },
  { key: 'c', names: ['Gamma'], optional: true }
] as const

async function all(path: string, skipped: number[] = []): Promise<ReadonlyArray<readonly [number, string, string, string]>> {
  const rows: [number, string, string, string][] = []
  for await (const r of namedRows(path, COLUMNS, l => skipped.push(l))) rows.push([r.line, r.get('a'), r.get('b'), r.get('c')])
  return rows
}

/** Separators, quotes, headers and damage of the files an operator may have. */
export async function sourceFiles(t: Test, folder: string): Promise<void> {
  const file = (name: string, ...lines: readonly string[]): string => made(folder, name, lines)
  t.same(await all(file('komma.csv', '\ufeffBeta,x,ALFA', '"een, twee",,"met', 'regel"', 'b2,,a2')), [
    [3, 'met\nregel', 'een, twee', ''],
    [4, 'a2', 'b2', '']
  ])
  t.same(await all(file('punt.csv', 'Alfa;Beta;Gamma', '1;2;3')), [[2, '1', '2', '3']], 'semicolons')
  t.same(await all(file('tab.txt', 'A\tBeta', '"open\tb')), [[2, '"open', 'b', '']], 'a quote in a tab file is a character')
  t.same(
    await all(file('titel.csv', 'Een titel,,', ',,', ' alfa , beta ,gamma', '1,2,3')),
    [[4, '1', '2', '3']],
    'a title above the header, other case and blanks'
  )
  t.same(await all(file('kort.csv', 'Alfa,Beta,Gamma', '1', '1,2,3,4')), [
    [2, '1', '', ''],
    [3, '1', '2', '3']
  ])
  const skipped: number[] = []
  const long = 'x'.repeat(600_000)
  t.same(await all(file('lang.txt', 'Alfa\tBeta', `${long}\t2`, '3\t4', '', `5\t${long}`), skipped), [[3, '3', '4', '']], 'a line beyond the cap is left out')
  t.same(skipped, [2, 5])
  t.same(
    (await all(file('los.csv', 'Alfa,Beta', '1,2', 'a"b,2', '"a" b,2', '3,4'))).map(r => r[1]),
    ['1', 'a"b', '"a" b', '3'],
    'a stray quote is a character'
  )
  const broken: ReadonlyArray<readonly [string, RegExp]> = [
    [file('een.csv', 'Alfa,Delta', '1,2'), /^een\.csv: de kolom "Beta" ontbreekt\. Gevonden: Alfa, Delta\.$/],
    [file('twee.csv', 'Delta', '1'), /de kolommen "Alfa", "Beta" ontbreken/],
    [file('leeg.csv'), /leeg\.csv: het bestand is leeg/],
    [file('open.csv', 'Alfa,Beta', '1,2', '"open,3', '4,5'), /open\.csv: na regel 2 sluit een aanhalingsteken niet/],
    [file('te-lang.csv', 'Alfa,Beta', '1,2', `${long},3`, '4,5'), /te-lang\.csv: na regel 2 sluit/],
    [file('boek.xlsx', 'PK\u0003\u0004\u0014'), /Excel- of zipbestand/]
  ]
  for (const [path, message] of broken) await t.rejects(all(path), { constructor: FileFault, message }, String(message))
  await t.rejects(async () => {
    for await (const row of sourceRows(join(folder, 'weg.csv'), () => {})) t.fail(String(row.line))
  })
}

/** Ranks, codes and the Dutch grid. */
export function figures(t: Test): void {
  t.same(ranks([30, 10, 20, 20]), [4, 1, 2.5, 2.5])
  t.same(ranks([]), [])
  t.equal(spearman([[1, 1], [2, 2], [3, 3]]), 1) // prettier-ignore
  t.equal(spearman([[1, 9], [2, 5], [3, 1]]), -1) // prettier-ignore
  t.equal(spearman([[1, 1], [2, 2]]), undefined, 'two points say nothing') // prettier-ignore
  t.equal(spearman([[1, 1], [1, 2], [1, 3]]), undefined, 'neither does a side without differences') // prettier-ignore
  // Checked by hand: ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4.
  t.equal(spearman([[1, 1], [2, 2], [2, 3], [5, 4]])?.toFixed(4), '0.9487') // prettier-ignore
  const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), { minLength: 3, maxLength: 40 })
  let told = 0
  fc.assert(
    fc.property(pairs, list => {
      const rho = spearman(list)
      const stretched = spearman(list.map(([a, b]) => [a * a * a, b * 2 + 7]))
      const turned = spearman(list.map(([a, b]) => [-a, b]))
      if (rho !== undefined) told++
      return rho === undefined
        ? stretched === undefined && turned === undefined
        : Math.abs(rho) <= 1 + 1e-9 && Math.abs(rho - (stretched ?? 9)) < 1e-9 && Math.abs(rho + (turned ?? 9)) < 1e-9
    })
  )
  t.ok(told > 50, `only the order counts, and turning a side turns the sign: ${told} lists that say something`)

  t.same(['15-1252.00', '15-1252', '151252', ' 15-1252 ', '15-1252.03'].map(socOf), Array(5).fill('15-1252'))
  t.same(['00-0000', '000000', '15-0000', '15-1000', 'x', '', '15-12'].map(socOf), Array(7).fill(undefined), 'sums and broad groups are no occupation')

  const near = (x: number, y: number): string => Object.values(fromRijksdriehoek(x, y)).map(n => n.toFixed(4)).join(' ') // prettier-ignore
  t.equal(near(155_000, 463_000), '52.1552 5.3872', 'the point of the grid in Amersfoort')
  // The Westertoren in Amsterdam and the Martinitoren in Groningen, as published with both coordinates.
  t.equal(near(120_700.723, 487_525.501), '52.3745 4.8835')
  t.equal(near(233_883.131, 582_065.167), '53.2194 6.5682')
}
