import { unify } from '../../reference/dutch.ts'
import { unglued } from './glue.ts'
import { unsqueezed } from './squeezed.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  euro: '€',
  euml: 'ë',
  iuml: 'ï',
  ouml: 'ö',
  uuml: 'ü',
  auml: 'ä',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  aacute: 'á',
  agrave: 'à',
  ccedil: 'ç',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  hellip: '…',
  copy: '©',
  deg: '°',
  middot: '·',
  frac12: '½'
}
/** Numbers 128-159 in HTML mean windows-1252 characters (`feeds.md` EN05). */
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const charOf = (code: number): string =>
  code >= 128 && code <= 159
    ? (CP1252[code - 128] ?? '')
    : code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : ''

function named(name: string): string | undefined {
  const known = ENTITIES[name.toLowerCase()]
  return /^[A-Z][a-z]/.test(name) ? known?.toUpperCase() : known
}

/** Entities decoded once; an unknown one stays as it is. */
export const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}\d{0,2}));/gi,
    (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) =>
      decimal !== undefined ? charOf(Number(decimal)) : hex !== undefined ? charOf(parseInt(hex, 16)) : (named(name ?? '') ?? whole)
  )

const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

const BLOCK_TAG = /<\s*\/?\s*(?:p|div|br|ul|ol|tr|table|section|article|header|footer|h[1-6]|dl|dt|dd|blockquote)\b[^<>]*>/gi

const TAG = /<\/?[a-z][^<>]*>/i
const ENTITY = /&(?:amp|lt|gt|nbsp|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});/i

const OPEN = /<!--|<\s*(script|style|form|noscript)\b/gi

/** Comments and what stands in scripts, styles and forms; a part that is never closed stays. Linear, whatever the text. */
function withoutParts(html: string): string {
  const unclosed = new Set<string>()
  let [text, from] = ['', 0]
  for (const open of html.matchAll(OPEN)) {
    const kind = open[1]?.toLowerCase() ?? ''
    if (open.index < from || unclosed.has(kind)) continue
    const close = kind === '' ? /-->/g : new RegExp(`<\\s*/\\s*${kind}\\s*>`, 'gi')
    close.lastIndex = open.index
    if (close.test(html)) {
      text += `${html.slice(from, open.index)} `
      from = close.lastIndex
    } else unclosed.add(kind)
  }
  return text + html.slice(from)
}

/** HTML without its markup: blocks become lines, list items `- `; scripts, styles and comments go. */
const withoutTags = (html: string): string =>
  !TAG.test(html) && !html.includes('<!--')
    ? html
    : withoutParts(html)
        .replace(/<\s*li\b[^<>]*>/gi, '\n- ')
        .replace(BLOCK_TAG, '\n')
        .replace(/<\/?[a-z][^<>]*>/gi, ' ')

/** Entities decoded once, and once more when some or tags are left over (EN01); a third layer stays as it is (EN02). */
function fromHtml(html: string): string {
  const text = decodeEntities(withoutTags(html))
  return TAG.test(text) || ENTITY.test(text) ? withoutTags(decodeEntities(withoutTags(text))) : text
}

const byteOf = (char: string): number => {
  const code = char.codePointAt(0) as number
  return code < 256 && (code < 128 || code > 159) ? code : CP1252.indexOf(char) + 128
}

/** UTF-8 that was read as windows-1252 (`geÃ¯nteresseerd`) is put right, but only when the whole field decodes cleanly. */
function repaired(text: string): string {
  if (!/[ÂÃâ][\u0080-\u00bf‚-›€™Œ-ž]/.test(text)) return text
  const bytes = Array.from(text, byteOf)
  if (bytes.some(byte => byte === 127 || byte > 255)) return text
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
  } catch {
    return text
  }
}

/** Markdown to plain text: escapes, emphasis, headings, rules, links and bullets, also those of a list squeezed into one line. */
function fromMarkdown(text: string): string {
  return text
    .replace(/[\uf000-\uf0ff]/g, '•') // bullets of Word's symbol font
    .replace(/([^\s-])[ \t]*[•▪◦‣][ \t]+/g, '$1\n• ')
    .replace(/^[ \t]*[-=_*]{3,}[ \t]*$/gm, '')
    .replace(/!?\[([^[\]]{0,500})\]\([^()\s]{0,2048}\)/g, '$1')
    .replace(/^[ \t]{0,3}#{1,6}[ \t]*([^\s#].*)$/gm, (_, heading: string) => heading.trimEnd().replace(/(?<= )#{1,6}$/, ''))
    .replace(/(\*\*|__)(?=\S)(.+?)\1/gs, '$2')
    .replace(/^([^*\n]{3,60}[\p{L}?:])[*][ \t]+(?=\S[^\n]*\n+[ \t]*[*] )/gmu, '$1\n* ') // a head that holds the star of its list
    .replace(/^[ \t]*[*+•·▪◦‣][ \t]+/gm, '- ')
    .replace(/\\([\\`*_{}[\]()#+\-.!|~>&])/g, '$1')
    .replace(/(^|[\s(])[*_](\S[^*_\n]*?)[*_](?=[\s).,;:!?]|$)/g, '$1$2')
}

/** Ten digits from 0, or nine behind the country code, with the blanks, dashes and brackets people write. Never a date (`01-12-2026 8`). */
const PHONE =
  /(?<![\d.,€])(?<!\d-)(?!0?\d-\d{1,2}-(?:19|20)\d\d)(?:0\d{1,3}\/\d{6,8}|06(?:\.\d\d){4}|(?:(?:\+|00)31[ -]{0,3}(?:\(0\))?|\(?0)(?:[ ()–-]{0,3}\d){8,9})(?!\d)/g
const MAIL = /[\p{L}\p{N}_.+-]{1,64}@[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63})+/gu

/** Contact data of recruiters is not stored (`feeds.md` 9): the words stay, numbers and addresses go. */
export const maskContacts = (text: string): string =>
  // Most texts have no address, and the expression would begin one at every letter.
  (text.includes('@') ? text.replace(MAIL, '[e-mail]') : text).replace(PHONE, '[telefoon]')

const LIMIT = 100_000

/** A description as plain text in NFC, spans point into this. `truncated` when the source's text was longer than we keep. */
export function cleanText(raw: string): { readonly text: string; readonly truncated: boolean } {
  let text = fromMarkdown(fromHtml(repaired(raw)))
  text = unifySpaces(text.replace(INVISIBLE, '').normalize('NFC').replaceAll('ĳ', 'ij').replaceAll('Ĳ', 'IJ'))
  // Contact data first: an address that came apart would be kept.
  const masked = unsqueezed(unglued(maskContacts(text)))
  return { text: masked.slice(0, LIMIT), truncated: masked.length > LIMIT }
}

const unifySpaces = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** A one-line value: no markup, no control characters, single spaces. Words for "not found" become null (`real/README.md`). */
export function cleanLine(raw: unknown): string | null {
  if (typeof raw !== 'string' && typeof raw !== 'number') return null
  const line = unify(
    decodeEntities(repaired(String(raw)))
      .replace(/<[^<>]*>/g, ' ')
      .replace(INVISIBLE, '')
  )
    .replace(/\s+/g, ' ')
    .trim()
  return /^(?:|-|null|none|nan|n\/?a|niet gevonden|not specified|not applicable|onbekend|in overleg|n\.?v\.?t\.?|undefined)$/i.test(line) ? null : line
}
