import type { Readable } from 'node:stream'
import { RunFault } from './source.ts'

export const MAX_BYTES = 512 * 1024 * 1024
export const MAX_RECORDS = 500_000
const MAX_LINE = 1024 * 1024
/** More damaged characters than this share hold the run (`feeds.md` 4). */
const MAX_DAMAGE = 0.001

export interface Line {
  readonly number: number
  /** Null when the line is longer than a record may be. */
  readonly text: string | null
  /** The line ended in a newline; the last one of a cut file does not. */
  readonly closed: boolean
}

/**
 * The lines of a UTF-8 stream, one at a time, under the caps of `feeds.md` 8. A line over 1 MB is dropped while reading, so
 * memory stays flat. Windows-1252 bytes show as damage and hold the run.
 */
export async function * linesOf (input: Readable): AsyncIterable<Line> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: false })
  let [buffer, number, bytes, damaged, chars, tooLong] = ['', 0, 0, 0, 0, false]
  const take = (text: string, closed: boolean): Line => {
    number++
    const line = { number, text: tooLong ? null : text.replace(/\r$/, ''), closed }
    tooLong = false
    return line
  }
  for await (const chunk of input as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MAX_BYTES) throw new RunFault('cap-bytes')
    const text = decoder.decode(chunk, { stream: true })
    chars += text.length
    for (let i = text.indexOf('\ufffd'); i !== -1; i = text.indexOf('\ufffd', i + 1)) damaged++
    buffer += text
    let from = 0
    for (let end = buffer.indexOf('\n', from); end !== -1; end = buffer.indexOf('\n', from)) {
      yield take(buffer.slice(from, end), true)
      from = end + 1
    }
    buffer = buffer.slice(from)
    if (buffer.length > MAX_LINE) {
      tooLong = true
      buffer = ''
    }
  }
  buffer += decoder.decode()
  if (damaged > chars * MAX_DAMAGE) throw new RunFault('bad-encoding', 'held')
  if (buffer !== '' || tooLong) yield take(buffer, false)
}

/** At most 80 characters of a value for a report, contact data masked by the caller. */
export const sampleOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\s+/g, ' ').slice(0, 80)
