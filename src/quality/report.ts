import { table } from '../text-table.ts'
import type { AdvertFigures } from './adverts.ts'
import type { Outcome } from './run.ts'
import type { Scores } from './tally.ts'
import type { TitleFigures } from './titles.ts'

const percent = (n: number | null | undefined): string => (n === null || n === undefined ? '-' : `${(n * 100).toFixed(1).replace('.', ',')} %`)
const WIDE = Array.from({ length: 12 }, () => 44)

/** Columns of a table: all rows, then each half. */
const columnsOf = <F>(o: Outcome<F>): ReadonlyArray<readonly [string, F]> => [
  ...(o.all === null ? [] : [['alles', o.all] as const]),
  ...Object.entries(o.halves).toSorted(([a], [b]) => (a < b ? 1 : -1))
]

/** The table of titles: our reading, and likeness of letters alone beside it. */
export function titleReport(o: Outcome<TitleFigures>): string {
  const columns = columnsOf(o)
  const line = (name: string, of: (f: TitleFigures) => string): readonly string[] => [name, ...columns.map(([, f]) => of(f))]
  return table(
    ['functietitels', ...columns.map(([name]) => name)],
    [
      line('aantal', f => String(f.rows)),
      line('goed op plaats 1', f => percent(f.rank1)),
      line('goed bij de eerste 5', f => percent(f.rank5)),
      line('zeker en fout', f => percent(f.confidentWrong)),
      line('fout, elke zekerheid', f => percent(f.wrong)),
      line('geen antwoord', f => percent(f.abstained)),
      line('terecht geen antwoord', f => percent(f.abstainedRightly)),
      line('letters (n-grammen): plaats 1', f => percent(f.baseline.rank1)),
      line('letters (n-grammen): eerste 5', f => percent(f.baseline.rank5))
    ],
    WIDE
  )
}

const pair = (s: Scores | undefined): string =>
  s === undefined ? '-' : `${percent(s.precision)} / ${percent(s.recall)} (${s.right}+, ${s.wrong}×, ${s.missed}−)`

/** The tables of adverts: fields, load as stated and expected, the cases, and every dimension. */
export function advertReport(o: Outcome<AdvertFigures>): string {
  const columns = columnsOf(o)
  const head = (name: string): readonly string[] => [name, ...columns.map(([column]) => column)]
  const lines = (names: readonly string[], of: (f: AdvertFigures, name: string) => string): ReadonlyArray<readonly string[]> =>
    names.map(name => [name, ...columns.map(([, f]) => of(f, name))])
  const first = o.all
  if (first === null) return ''
  const cases = ['negation', 'hedge', 'trap'] as const
  const dims = Object.keys(first.dimensions).flatMap(d => (['stated', 'expected'] as const).filter(k => pairKnown(first, d, k)).map(k => `${d} ${k}`))
  return [
    table(
      head('velden: precisie / vangst'),
      [...lines(['aantal'], f => String(f.rows)), ...lines(Object.keys(first.fields), (f, n) => pair(f.fields[n]))],
      WIDE
    ),
    table(
      head('belasting: precisie / vangst'),
      [
        ...lines(['stated', 'expected'], (f, n) => pair(f[n as 'stated' | 'expected'])),
        ...cases.map(c => [
          `${c}: goed / fout`,
          ...columns.map(([, f]) => `${percent(f.cases[c].right)} / ${percent(f.cases[c].wrong)} (van ${f.cases[c].labels})`)
        ])
      ],
      WIDE
    ),
    table(
      head('per dimensie'),
      lines(dims, (f, n) => {
        const [dim, kind] = n.split(' ') as [string, 'stated' | 'expected']
        return pair(f.dimensions[dim]?.[kind])
      }),
      WIDE
    )
  ].join('\n\n')
}

/** A dimension and kind that was found or labelled at all. */
function pairKnown(f: AdvertFigures, dim: string, kind: 'stated' | 'expected'): boolean {
  const s = f.dimensions[dim]?.[kind]
  return s !== undefined && s.right + s.wrong + s.missed > 0
}

/** The figures of adverts as JSON: every field, dimension and case under its own name. */
export const advertJson = ({ rows, fields, stated, expected, dimensions, cases }: AdvertFigures): Readonly<Record<string, unknown>> => ({
  rows,
  ...dimensions,
  ...fields,
  stated,
  expected,
  ...cases
})

/** Figures as JSON, halves under `halves`. */
export const json = <F>(o: Outcome<F>, one: (f: F) => unknown): unknown =>
  o.all === null ? null : { ...(one(o.all) as object), halves: Object.fromEntries(Object.entries(o.halves).map(([h, f]) => [h, one(f)])) }
