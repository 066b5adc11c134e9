import type { Readable } from 'node:stream'
import { foreignKind, HEAD_BYTES } from './foreign.ts'
import { maskContacts } from './normalise/clean.ts'
import { RunFault, type Limits } from './source.ts'

/** What one file may cost, when its source sets nothing else (`feeds.md` 8). */
export const LIMITS: Limits = { bytes: 512 * 1024 * 1024, records: 500_000, record: 1024 * 1024 }
/** More damaged characters than this share hold the run (`feeds.md` 4). */
const MAX_DAMAGE = 0.001

const utf8 = (bytes: Buffer): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Whether the first run of bytes above ASCII is windows-1252; undefined when the run may go on in the next chunk. */
function isLatin(run: Buffer, last: boolean): boolean | undefined {
  const length = run.findIndex(byte => byte < 0x80)
  if (length === -1 && !last) return undefined
  return !utf8(length === -1 ? run : run.subarray(0, length))
}

/** Bytes to text, in the encoding the first of them show. */
class Decoder {
  readonly #latin: boolean
  #decoder: InstanceType<typeof TextDecoder> | undefined
  #first = true
  /** Bytes above ASCII that are not whole yet. */
  #waiting: Buffer = Buffer.alloc(0)

  /** With `latin` windows-1252 is known too. */
  constructor(latin: boolean) {
    this.#latin = latin
  }

  read(chunk: Buffer, last: boolean): string {
    if (this.#decoder !== undefined) return this.#decoder.decode(chunk, { stream: !last })
    const bytes = Buffer.concat([this.#waiting, chunk])
    if (this.#first) {
      this.#waiting = bytes
      if (bytes.length < 2 && !last) return ''
      this.#first = false
      const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE(0)
      if (mark === 0xfffe || mark === 0xfeff) this.#decoder = new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be')
    }
    return this.#decoder?.decode(bytes, { stream: !last }) ?? this.#told(bytes, last)
  }

  /** By the first bytes above ASCII; what comes before them reads the same in each encoding. */
  #told(bytes: Buffer, last: boolean): string {
    const plain = bytes.toString('latin1')
    const from = plain.search(/[\u0080-\u00ff]/)
    const latin = from === -1 ? undefined : this.#latin && isLatin(bytes.subarray(from), last)
    if (latin === undefined) {
      this.#waiting = from === -1 ? Buffer.alloc(0) : bytes.subarray(from)
      return from === -1 ? plain : plain.slice(0, from)
    }
    this.#decoder = new TextDecoder(latin ? 'windows-1252' : 'utf-8')
    return this.#decoder.decode(bytes, { stream: !last })
  }
}

/** The chunks of a file of text; the first is so long that another kind of file shows itself in it, and fails. */
async function* textual(input: Readable): AsyncIterable<Buffer> {
  const checked = (head: Buffer): Buffer => {
    const kind = foreignKind(head)
    if (kind !== undefined) throw new RunFault(kind)
    return head
  }
  let head: Buffer | undefined = Buffer.alloc(0)
  for await (const chunk of input as AsyncIterable<Buffer>) {
    if (head === undefined) yield chunk
    else {
      head = Buffer.concat([head, chunk])
      if (head.length < HEAD_BYTES) continue
      yield checked(head)
      head = undefined
    }
  }
  if (head !== undefined) yield checked(head)
}

/**
 * The text of a byte stream under the byte cap. UTF-8, or UTF-16 when a byte order mark says so; with `latin` also
 * windows-1252, told by the first bytes above ASCII (Dutch spreadsheets write it). Damage above the limit holds the run.
 */
export async function* decoded(input: Readable, limits: Limits, latin = false): AsyncIterable<string> {
  const decoder = new Decoder(latin)
  let [bytes, chars, damaged] = [0, 0, 0]
  const checked = (text: string): string => {
    chars += text.length
    for (let i = text.indexOf('\ufffd'); i !== -1; i = text.indexOf('\ufffd', i + 1)) damaged++
    return text
  }
  try {
    for await (const chunk of textual(input)) {
      bytes += chunk.length
      if (bytes > limits.bytes) throw new RunFault('cap-bytes')
      yield checked(decoder.read(chunk, false))
    }
  } catch (error) {
    throw error instanceof RunFault ? error : new RunFault('not-reached')
  }
  yield checked(decoder.read(Buffer.alloc(0), true))
  if (damaged > chars * MAX_DAMAGE) throw new RunFault('bad-encoding', 'held')
}

export interface Line {
  readonly number: number
  /** Null when the line is longer than a record may be. */
  readonly text: string | null
  /** The line ended in a newline; the last one of a cut file does not. */
  readonly closed: boolean
}

/**
 * The lines of a UTF-8 stream, one at a time, under the caps of `feeds.md` 8. A line longer than a record may be is dropped
 * while reading, so memory stays flat. Windows-1252 bytes show as damage and hold the run.
 */
export async function* linesOf(input: Readable, limits: Limits = LIMITS): AsyncIterable<Line> {
  let [buffer, number, tooLong] = ['', 0, false]
  const take = (text: string, closed: boolean): Line => {
    number++
    const line = { number, text: tooLong || text.length > limits.record ? null : text.replace(/\r$/, ''), closed }
    tooLong = false
    return line
  }
  for await (const text of decoded(input, limits)) {
    buffer += text
    let from = 0
    for (let end = buffer.indexOf('\n', from); end !== -1; end = buffer.indexOf('\n', from)) {
      yield take(buffer.slice(from, end), true)
      from = end + 1
    }
    buffer = buffer.slice(from)
    if (buffer.length > limits.record) {
      tooLong = true
      buffer = ''
    }
  }
  if (buffer !== '' || tooLong) yield take(buffer, false)
}

/** At most 80 characters of a value for a report; contact data is masked before the cut, so that no half of it stays. */
export const sampleOf = (value: unknown): string | null =>
  value === null || value === undefined
    ? null
    : maskContacts((typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 400).replace(/\s+/g, ' ')).slice(0, 80)
