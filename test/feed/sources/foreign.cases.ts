import { gzipSync } from 'node:zlib'
import type { Test } from 'tap'
import { detectFormat, formatOf } from '../../../src/feed/formats.ts'
import { foreignKind, headText } from '../../../src/feed/foreign.ts'
import { linesOf } from '../../../src/feed/lines.ts'
import { RunFault, type SourceFormat } from '../../../src/feed/source.ts'
import { AT } from '../../helpers/vacancy.ts'
import { csvFile, ownFile, ownRow, SOURCE, streamOf } from '../files.ts'

const own = ownFile([ownRow('a1')])
const sheet = csvFile('id;titel', 'c1;Kok', 'c2;Kelner')
const big = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()
/** The beginning of a zip: the name of its first file stands behind thirty bytes. */
const zip = (name: string): Buffer => Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), Buffer.alloc(26), Buffer.from(name), Buffer.alloc(200, 7)])
const PAGE = '<!DOCTYPE html>\n<html><head><title>Inloggen</title></head></html>\n'

/** Files that are something else than text with vacancies, and files that only look so. */
export const FOREIGN: ReadonlyArray<readonly [name: string, bytes: Buffer, kind: string | undefined]> = [
  ['gzip', gzipSync(own), 'compressed'],
  ['gzip of a CSV', gzipSync(sheet), 'compressed'],
  ['zip', zip('vacatures.csv'), 'compressed'],
  ['bzip2', Buffer.from('BZh91AY&SY'), 'compressed'],
  ['a workbook', zip('[Content_Types].xml'), 'spreadsheet'],
  ['a workbook of LibreOffice', zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'), 'spreadsheet'],
  ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'spreadsheet'],
  ['UTF-16 without a mark', Buffer.from(sheet, 'utf16le'), 'utf-16'],
  ['UTF-16, the other order', big(own), 'utf-16'],
  ['a page', Buffer.from(PAGE), 'web-page'],
  ['a page after blank lines, in capitals', Buffer.from(`\ufeff\n\n${PAGE.toUpperCase()}`), 'web-page'],
  ['a page behind a comment', Buffer.from('<!-- cache -->\n<html lang="nl"><body>'), 'web-page'],
  ['a page as XML', Buffer.from(`<?xml version="1.0"?>\n${PAGE}`), 'web-page'],
  ['a page in UTF-16', Buffer.from(`\ufeff${PAGE}`, 'utf16le'), 'web-page'],
  ['our own format', Buffer.from(own), undefined],
  ['a CSV', Buffer.from(sheet), undefined],
  ['UTF-16 that says so', Buffer.from(`\ufeff${sheet}`, 'utf16le'), undefined],
  ['UTF-16 that says so, the other order', big(`\ufeff${sheet}`), undefined],
  ['XML of another kind', Buffer.from('<?xml version="1.0"?>\n<jobs></jobs>'), undefined],
  ['a CSV with a page in a cell', Buffer.from(csvFile('id;tekst', 'c1;"<html><body>tekst</body></html>"')), undefined],
  ['a title with zero bytes in it', Buffer.from(`id;titel\nc1;K\u0000k${'o'.repeat(40)}\n`), undefined],
  ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]), undefined],
  ['two letters', Buffer.from('BZ'), undefined],
  ['nothing', Buffer.alloc(0), undefined]
]

/** Each is told by its own name, whatever the format that was asked for and however the network cuts it. */
export async function foreign(t: Test): Promise<void> {
  for (const [name, bytes, kind] of FOREIGN) {
    t.equal(foreignKind(bytes), kind, name)
    if (kind === undefined) continue
    for (const id of ['passendwerk', 'job-board', 'csv'])
      for (const size of [0, 1]) {
        const read = async (): Promise<void> => {
          for await (const { kind } of (formatOf(id) as SourceFormat).parse(streamOf(bytes, size), { source: SOURCE, day: AT.day }))
            if (kind === 'row') t.fail(`${name}: a row`)
        }
        const error: unknown = await read().then(
          () => undefined,
          (e: unknown) => e
        )
        t.ok(error instanceof RunFault && error.code === kind && error.state === 'failed', `${name} as ${id}, pieces of ${size}`)
      }
  }
  const marked = Buffer.from(`\ufeff${sheet}`, 'utf16le')
  t.equal(detectFormat('upload', headText(marked).replace(/^\ufeff/, ''))?.id, 'csv', 'UTF-16 with a mark is recognised')
  const lines = []
  for await (const line of linesOf(streamOf(marked, 3))) lines.push(line.text)
  t.match(lines, [/id;titel$/, 'c1;Kok', 'c2;Kelner'], 'and read')
}
