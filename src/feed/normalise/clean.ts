import { unify } from '../../reference/dutch.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', euro: '€', euml: 'ë', iuml: 'ï', ouml: 'ö', uuml: 'ü', auml: 'ä', eacute: 'é', egrave: 'è',
  ecirc: 'ê', aacute: 'á', agrave: 'à', ccedil: 'ç', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', bull: '•', hellip: '…', copy: '©', deg: '°', middot: '·', frac12: '½'
}
/** Numbers 128-159 in HTML mean windows-1252 characters (`feeds.md` EN05). */
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const charOf = (code: number): string =>
  code >= 128 && code <= 159 ? CP1252[code - 128] ?? '' : code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''

/** Entities decoded once; an unknown one stays as it is. */
export const decodeEntities = (text: string): string => text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}\d{0,2}));/gi,
  (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) =>
    decimal !== undefined ? charOf(Number(decimal)) : hex !== undefined ? charOf(parseInt(hex, 16)) : ENTITIES[(name ?? '').toLowerCase()] ?? whole)

// eslint-disable-next-line no-control-regex
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g

const BLOCK_TAG = /<\s*\/?\s*(?:p|div|br|ul|ol|tr|table|section|article|header|footer|h[1-6]|dl|dt|dd|blockquote)\b[^>]*>/gi

/** HTML to plain text: blocks become lines, list items `- `; scripts, styles and comments go. */
function fromHtml (html: string): string {
  const text = html
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<\s*(script|style|form|noscript)\b[\s\S]*?<\s*\/\s*\1\s*>/gi, ' ')
    .replace(/<\s*li\b[^>]*>/gi, '\n- ')
    .replace(BLOCK_TAG, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
  return decodeEntities(text)
}

/** Markdown to plain text: escapes, emphasis, headings, rules, links and bullets. */
function fromMarkdown (text: string): string {
  return text
    .replace(/^\s*[-=_*]{3,}\s*$/gm, '')
    .replace(/!?\[([^\]]*)\]\((?:[^()\s]*)\)/g, '$1')
    .replace(/^\s{0,3}#{1,6}\s*(.+?)\s*#*\s*$/gm, '$1')
    .replace(/(\*\*|__)(?=\S)(.+?)\1/gs, '$2')
    .replace(/^\s*[*+•·▪◦‣]\s+/gm, '- ')
    .replace(/\\([\\`*_{}[\]()#+\-.!|~>&])/g, '$1')
    .replace(/(^|[\s(])[*_](\S[^*_\n]*?)[*_](?=[\s).,;:!?]|$)/g, '$1$2')
}

const PHONE = /(?<![\d.,€])(?:\+31|0031|0)[\s-]?(?:\(0\))?(?:[\s-]?\d){8,9}(?!\d)/g
const MAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g

/** Contact data of recruiters is not stored (`feeds.md` 9): the words stay, numbers and addresses go. */
export const maskContacts = (text: string): string => text.replace(MAIL, '[e-mail]').replace(PHONE, '[telefoon]')

const LIMIT = 100_000

/** A description as plain text in NFC, spans point into this. `truncated` when the source's text was longer than we keep. */
export function cleanText (raw: string): { readonly text: string, readonly truncated: boolean } {
  let text = raw.normalize('NFC')
  if (/<\/?[a-z][^<>]*>/i.test(text)) text = fromHtml(text)
  // Encoded twice (EN01): decode again only when tags or spaces are left over.
  if (/&lt;\/?[a-z]+|&amp;[a-z#]/i.test(text)) text = fromHtml(decodeEntities(text))
  text = fromMarkdown(decodeEntities(text))
  text = unifySpaces(text.replace(INVISIBLE, '').replaceAll('ĳ', 'ij').replaceAll('Ĳ', 'IJ'))
  const masked = maskContacts(text)
  return { text: masked.slice(0, LIMIT), truncated: masked.length > LIMIT }
}

const unifySpaces = (text: string): string => text
  .replace(/\r\n?/g, '\n').replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g, ' ')
  .replace(/ {2,}/g, ' ').replace(/ *\n */g, '\n').replace(/\n{3,}/g, '\n\n').trim()

/** A one-line value: no markup, no control characters, single spaces. Words for "not found" become null (`real/README.md`). */
export function cleanLine (raw: unknown): string | null {
  if (typeof raw !== 'string' && typeof raw !== 'number') return null
  const line = unify(decodeEntities(String(raw)).replace(/<[^<>]*>/g, ' ').replace(INVISIBLE, '')).replace(/\s+/g, ' ').trim()
  return /^(?:|-|null|none|nan|n\/?a|niet gevonden|not specified|not applicable|onbekend|in overleg|n\.?v\.?t\.?|undefined)$/i.test(line) ? null : line
}

const DUTCH = new Set(['de', 'het', 'een', 'en', 'van', 'je', 'wij', 'voor', 'met', 'zijn', 'jij', 'bij', 'ons', 'niet', 'ook', 'als', 'naar', 'werken', 'onze', 'jouw'])
const ENGLISH = new Set(['the', 'and', 'of', 'you', 'we', 'for', 'with', 'our', 'your', 'are', 'to', 'will', 'is', 'a', 'this', 'that', 'as', 'on'])
const GERMAN = new Set(['der', 'die', 'das', 'und', 'mit', 'wir', 'für', 'sie', 'ein', 'eine', 'zu', 'ist', 'oder', 'bei'])

/** Language by its commonest words; null when the text is too short to tell. */
export function languageOf (text: string): 'nl' | 'en' | 'de' | null {
  const words = text.slice(0, 5_000).toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < 8) return null
  const score = (list: ReadonlySet<string>): number => words.filter(w => list.has(w)).length
  const ranked = ([['nl', score(DUTCH)], ['en', score(ENGLISH)], ['de', score(GERMAN)]] as const).toSorted((a, b) => b[1] - a[1])
  const [first] = ranked
  return first === undefined || first[1] < 3 ? null : first[0]
}
