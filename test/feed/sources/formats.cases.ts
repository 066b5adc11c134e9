import type { Test } from 'tap'
import { detectFormat, formatOf, FORMATS } from '../../../src/feed/formats.ts'
import type { SourceFormat } from '../../../src/feed/source.ts'
import { csvCases } from '../csv.cases.ts'
import { boardRow, csvFile, ndjson, ownFile, ownRow, parsed, told, type FileCase } from '../files.ts'
import { boardCases } from '../job-board.cases.ts'
import { ownCases } from '../own-ndjson.cases.ts'

const format = (id: string): SourceFormat => formatOf(id) as SourceFormat

/** A file as a whole: its rows, refusals and faults. */
export async function read(t: Test): Promise<void> {
  for (const [id, cases] of [
    ['passendwerk', ownCases],
    ['job-board', boardCases],
    ['csv', csvCases]
  ] as const) {
    await t.test(id, async t => {
      for (const c of cases) {
        const options = { ...(c.source === undefined ? {} : { source: c.source }), ...(c.limits === undefined ? {} : { limits: c.limits }) }
        const got = await parsed(format(id), c.file, options)
        // What a CSV parser gives out before it meets a fault depends on its buffers.
        if (id !== 'csv' || c.fault === undefined) t.same(got.rows.map(told), c.told, `${c.name}: rows`)
        t.equal(got.fault, c.fault ?? null, `${c.name}: fault`)
        for (const [sourceId, facts] of Object.entries(c.facts ?? {})) {
          const row = got.rows.findLast(r => r.kind === 'row' && r.sourceId === sourceId)
          t.match(row, { facts }, `${c.name}: facts of ${sourceId}`)
        }
      }
    })
  }
}

/** The same file in pieces. */
export async function cut(t: Test): Promise<void> {
  const pieces = async (id: string, c: FileCase, size: number): Promise<unknown> => {
    const { rows, fault } = await parsed(format(id), c.file, {
      size,
      ...(c.source === undefined ? {} : { source: c.source }),
      ...(c.limits === undefined ? {} : { limits: c.limits })
    })
    // A byte cap stops at the piece that goes over it, a CSV parser at its buffer: what came before may differ.
    return c.limits?.bytes === undefined && (id !== 'csv' || fault === null) ? { rows, fault } : { fault }
  }
  for (const [id, cases] of [
    ['passendwerk', ownCases],
    ['job-board', boardCases],
    ['csv', csvCases]
  ] as const) {
    for (const c of cases) {
      const whole = await pieces(id, c, 0)
      for (const size of [1, 7, 1_000]) t.same(await pieces(id, c, size), whole, `${id}, ${c.name}: pieces of ${size}`)
    }
  }
}

/** Which format a file is in. */
export function detected(t: Test): void {
  const own = ownFile([ownRow('a1')])
  const board = ndjson([boardRow('b1')])
  const cases: ReadonlyArray<readonly [name: string, head: string, id: string | undefined]> = [
    ['x.ndjson', own, 'passendwerk'],
    ['x.csv', own, 'passendwerk'],
    ['upload', `\ufeff\n${own}`, 'passendwerk'],
    ['x.ndjson', board, 'job-board'],
    ['upload', board, 'job-board'],
    ['upload', csvFile('id;titel', 'c1;Kok'), 'csv'],
    ['upload', csvFile('id,titel', 'c1,Kok'), 'csv'],
    ['upload', 'id\ttitel\nc1\tKok\n', 'csv'],
    ['leeg.csv', '', 'csv'],
    ['upload', '', undefined],
    ['x.xml', '<?xml version="1.0"?>\n<jobs>; , </jobs>', undefined],
    ['x.json', '{"offers": [1, 2]}\n', undefined],
    ['x.ndjson', '{"id": 1, "naam": "Kok"}\n', undefined],
    ['x.html', '<html>a;b\n</html>', undefined]
  ]
  for (const [name, head, id] of cases) t.equal(detectFormat(name, head)?.id, id, `${name} ${JSON.stringify(head.slice(0, 40))}`)
  t.same(
    FORMATS.map(f => f.id),
    ['passendwerk', 'job-board', 'csv'],
    'in order of certainty'
  )
  t.same(
    FORMATS.map(f => f.mode),
    ['full', 'delta', 'delta'],
    'only our own format says what absence means'
  )
  t.equal(formatOf('xml'), undefined)
  t.end()
}
