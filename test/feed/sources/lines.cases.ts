import { Readable } from 'node:stream'
import type { Test } from 'tap'
import { formatOf } from '../../../src/feed/formats.ts'
import { decoded, LIMITS, linesOf } from '../../../src/feed/lines.ts'
import { RunFault, type SourceFormat } from '../../../src/feed/source.ts'
import { AT } from '../../helpers/vacancy.ts'
import { SOURCE, streamOf } from '../files.ts'

const collect = async <T>(items: AsyncIterable<T>): Promise<readonly T[]> => {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
const faultOf = async (work: () => Promise<unknown>): Promise<string> => {
  try {
    await work()
    return 'none'
  } catch (error) {
    return error instanceof RunFault ? `${error.state} ${error.code}` : `other: ${String(error)}`
  }
}

/** Caps, encodings and streams that break. */
export async function capped(t: Test): Promise<void> {
  const lines = async (file: string | Buffer, size = 0, limits = {}): Promise<unknown> => await collect(linesOf(streamOf(file, size), { ...LIMITS, ...limits }))
  for (const size of [0, 1, 3]) {
    t.same(
      await lines('een\r\ntwee\n\nvïer', size),
      [
        { number: 1, text: 'een', closed: true },
        { number: 2, text: 'twee', closed: true },
        { number: 3, text: '', closed: true },
        { number: 4, text: 'vïer', closed: false }
      ],
      `pieces of ${size}`
    )
    t.same(
      await lines('abc\n123456789\nde\nabcdefgh', size, { record: 4 }),
      [
        { number: 1, text: 'abc', closed: true },
        { number: 2, text: null, closed: true },
        { number: 3, text: 'de', closed: true },
        { number: 4, text: null, closed: false }
      ],
      `lines over the cap, pieces of ${size}`
    )
    t.same(await lines('😀ë€\n', size), [{ number: 1, text: '😀ë€', closed: true }], `characters of several bytes, pieces of ${size}`)
  }
  t.same(await lines(''), [])
  t.equal(await faultOf(async () => await lines('x'.repeat(101), 10, { bytes: 100 })), 'failed cap-bytes')
  t.equal(await faultOf(async () => await lines('x'.repeat(100), 10, { bytes: 100 })), 'none', 'the cap itself is allowed')
  t.equal(
    await faultOf(async () => await lines(Buffer.concat([Buffer.from('x'.repeat(999)), Buffer.from([0xe9])]))),
    'none',
    'one damaged character in a thousand'
  )
  t.equal(
    await faultOf(async () => await lines(Buffer.concat([Buffer.from(`${'x'.repeat(800)}\n`), Buffer.from([0xe9])]))),
    'held bad-encoding',
    'more than that, also when it is the last byte'
  )
  t.same([LIMITS.bytes, LIMITS.records, LIMITS.record], [512 * 1024 * 1024, 500_000, 1024 * 1024], 'the caps of the design')
  const failing = (): Readable =>
    Readable.from(
      (async function* () {
        yield Buffer.from('een\n')
        throw new Error('ECONNRESET')
      })()
    )
  t.equal(await faultOf(async () => await collect(linesOf(failing()))), 'failed not-reached', 'a stream that breaks is a fault of the file, not of the program')
  t.equal(
    await faultOf(async () => await collect((formatOf('csv') as SourceFormat).parse(failing(), { source: SOURCE, day: AT.day }))),
    'failed not-reached',
    'also in CSV'
  )
  const text = async (bytes: readonly number[], size: number): Promise<string> =>
    (await collect(decoded(streamOf(Buffer.from(bytes), size), LIMITS, true))).join('')
  for (const size of [0, 1, 2]) {
    t.equal(await text([0x61, 0xeb, 0x62, 0x80], size), 'aëb€', `windows-1252, pieces of ${size}`)
    t.equal(await text([0x61, 0xc3, 0xab, 0x62], size), 'aëb', `UTF-8, pieces of ${size}`)
    t.equal(await text([0x61, 0x62, 0xeb], size), 'abë', `windows-1252 in the last byte, pieces of ${size}`)
  }
}
