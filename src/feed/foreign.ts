import type { RunCode } from './reasons.ts'

/** So many bytes tell what kind of file it is. */
export const HEAD_BYTES = 4_096

/** First bytes of files that hold another file, and of spreadsheets, which are such files too. */
const PACKED: ReadonlyArray<readonly number[]> = [
  [0x1f, 0x8b],
  [0x50, 0x4b, 0x03, 0x04],
  [0x42, 0x5a, 0x68],
  [0xfd, 0x37, 0x7a, 0x58, 0x5a],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x28, 0xb5, 0x2f, 0xfd],
  [0x52, 0x61, 0x72, 0x21]
]
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0]
const SHEET = /xl\/|spreadsheet|\[Content_Types\]\.xml/

const begins = (head: Buffer, bytes: readonly number[]): boolean => head.length >= bytes.length && bytes.every((b, i) => head[i] === b)

/** The byte order a mark at the beginning names. */
function markOf(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (begins(head, [0xff, 0xfe])) return 'utf-16le'
  return begins(head, [0xfe, 0xff]) ? 'utf-16be' : undefined
}

/** The beginning of a file as text, in the encoding a mark names. */
export const headText = (head: Buffer): string => new TextDecoder(markOf(head) ?? 'utf-8').decode(head)

/** UTF-16 without a mark: of Latin letters every second byte is zero, and hardly any other. */
function isUnmarkedUtf16(head: Buffer): boolean {
  if (head.length < 8 || markOf(head) !== undefined) return false
  const pairs = Math.floor(head.length / 2)
  const zeros = [0, 0] as [number, number]
  for (let i = 0; i < pairs * 2; i++) if (head[i] === 0) zeros[i % 2 === 0 ? 0 : 1]++
  return Math.max(...zeros) > pairs * 0.5 && Math.min(...zeros) < pairs * 0.05
}

const PAGE = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i

/**
 * A file that is something else than text with vacancies, by its first bytes: packed, a spreadsheet, UTF-16 that does not say
 * so, or a web page (a login page saved as a file). Undefined for everything else, also for what no format knows.
 */
export function foreignKind(head: Buffer): RunCode | undefined {
  if (begins(head, OLD_OFFICE)) return 'spreadsheet'
  if (PACKED.some(bytes => begins(head, bytes))) return SHEET.test(head.toString('latin1')) ? 'spreadsheet' : 'compressed'
  if (isUnmarkedUtf16(head)) return 'utf-16'
  return PAGE.test(headText(head).replace(/^\ufeff/, '')) ? 'web-page' : undefined
}
