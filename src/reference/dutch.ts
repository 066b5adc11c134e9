import { stemmer } from '@orama/stemmers/dutch'
import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js'
import levenshtein from 'natural/lib/natural/distance/levenshtein_distance.js'

/** Name and version of the stemmer, part of the index: a silent switch changes nearly half of the stems (`toolchain.md` 7). */
export const STEMMER = 'dutch_porter@orama-3.1.18'

/** Characters that are one letter in Dutch text, unified before anything else. Keeps the length except for the ligature. */
export const unify = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll('ĳ', 'ij')
    .replaceAll('Ĳ', 'IJ')
    .replace(/[‘’‛ʼ´`]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-')

const foldWhole = (text: string): string => unify(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** So many characters beyond ASCII are remembered in their folded form. */
const MOST_FOLDED = 2_000
const foldedAlone = new Map<string, string>()

function foldAlone(char: string): string {
  const known = foldedAlone.get(char)
  if (known !== undefined) return known
  const form = foldWhole(char)
  if (foldedAlone.size >= MOST_FOLDED) foldedAlone.clear()
  foldedAlone.set(char, form)
  return form
}

/**
 * Lower case without accents: the form in which words are compared. Character by character, which is far cheaper than to
 * normalise a whole text; only a Greek sigma is written otherwise at the end of a word.
 */
export function fold(text: string): string {
  if (text.includes('Σ')) return foldWhole(text)
  const plain = text.replace(/[^\0-\x7f]/gu, foldAlone)
  return (plain.includes('`') ? plain.replaceAll('`', "'") : plain).toLowerCase()
}

const folded = new Map<string, string>()

/** One character beyond ASCII in its folded form, or as it stands when that has another length. Worked out once for each. */
function foldCharacter(char: string): string {
  const known = folded.get(char)
  if (known !== undefined) return known
  const base = char.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const unified = base
    .replace(/[‘’‛ʼ´`]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-')
    .replaceAll('\u00a0', ' ')
  const form = unified.length === char.length ? unified : char
  if (folded.size >= MOST_FOLDED) folded.clear()
  folded.set(char, form)
  return form
}

const [BEYOND, LATIN, FIRST_HALF, AFTER_HALVES] = [0x80, 0xff, 0xd800, 0xe000] as const

/** The folded forms of Latin letters and common signs by their numbers; 0 until one is asked for. */
const MOST_FORMS = 0x2300
const forms = new Uint16Array(MOST_FORMS)

/** The folded form of one character that is a single UTF-16 unit. */
function foldUnit(code: number): number {
  const char = String.fromCharCode(code)
  const form = (code < BEYOND ? char.toLowerCase() : foldCharacter(char)).charCodeAt(0)
  if (code < MOST_FORMS) forms[code] = form
  return form
}

/** Room for the text that is folded, in one byte a letter and in two. */
const ROOM = 8_192
let narrow = Buffer.alloc(ROOM)
let wide = new Uint16Array(ROOM)
/** The bytes of the wide room. */
let bytes = Buffer.from(wide.buffer)

/** A folded text: as a string to search in, and as its UTF-16 units to walk over, which hold until the next text is folded. */
export interface Folded {
  readonly text: string
  readonly units: Uint16Array
}

/**
 * Lower case without accents, one UTF-16 unit for each unit of the input, so that offsets into the folded text are
 * offsets into the shown text. A character that would change length stays as it is.
 */
export function foldUnits(text: string): Folded {
  const { length } = text
  if (wide.length < length) {
    narrow = Buffer.alloc(2 * length)
    wide = new Uint16Array(2 * length)
    bytes = Buffer.from(wide.buffer)
  }
  // The letters are written out at once and folded in place: to ask a string for each of them costs half of the walk.
  bytes.write(text, 0, 2 * length, 'utf16le')
  let all = 0
  for (let i = 0; i < length; i++) {
    const code = wide[i] as number
    let form = code < MOST_FORMS ? (forms[code] as number) : 0
    if (form === 0 && (code < FIRST_HALF || code >= AFTER_HALVES)) form = foldUnit(code)
    else if (form === 0) {
      const pair = foldCharacter(String.fromCodePoint(text.codePointAt(i) as number))
      if (pair.length > 1) wide[i++] = pair.charCodeAt(0)
      form = pair.charCodeAt(pair.length - 1)
    }
    narrow[i] = form
    wide[i] = form
    all |= form
  }
  // One byte a letter where that holds it: such text is searched at less cost.
  const folded = all <= LATIN ? narrow.toString('latin1', 0, length) : bytes.toString('utf16le', 0, 2 * length)
  return { text: folded, units: wide }
}

/** The folded text alone. */
export const foldSameLength = (text: string): string => foldUnits(text).text

const WORD = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu

/** The words of a text, unified, lower case, accents kept. `coördinator`, `e-bike` and `zij-instromer` stay whole. */
export const tokens = (text: string): readonly string[] => unify(text).toLowerCase().match(WORD) ?? []

/** Words that carry no meaning for a search. `niet`, `geen`, `zonder` and comparisons are kept for evidence rules. */
const STOP = new Set(
  (
    'aan al als alle alles ben bent bij binnen daar dan dat de deze die dit doen door dus echt een eens en er ervaring even gaan gaat ' +
    'haar had hebben hebt heb heeft hem het hier hij hoe hun ik in is ja je jij jou jouw jullie kan kun kunnen kunt maar mag me met mij mijn na naar ' +
    'nog nu om onder ons onze onszelf ook op over per samen te toch toen tussen u uit uw van veel verder via voor waar waarin wat we wel welke werd ' +
    'werk werken wie wij wil wilt word worden wordt zal ze zelf zich zien zij zijn zo zoals zou zullen'
  ).split(' ')
)

/** Forms the Porter variant keeps apart (`reference-data.md` 9): plural to the stem of the singular. */
const IRREGULAR: Readonly<Record<string, string>> = {
  vacatures: 'vacature',
  bedrijven: 'bedrijf',
  huizen: 'huis',
  gewerkt: 'werken',
  werkt: 'werken',
  leraren: 'leraar',
  "foto's": 'foto',
  "auto's": 'auto',
  "bureau's": 'bureau',
  "collega's": 'collega',
  kinderen: 'kind',
  getild: 'tillen',
  tilt: 'tillen',
  loopt: 'lopen',
  staat: 'staan',
  verkoopster: 'verkoper'
}

const stems = new Map<string, string>()

/** The stem of one word, accents folded. Memoised: a new word costs far more than a known one. */
export function stem(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const base = IRREGULAR[word] ?? word.replace(/'s$/, '')
  const result = fold(stemmer(base))
  if (stems.size < 200_000) stems.set(word, result)
  return result
}

/** A word of a text as it is searched by. */
export interface SearchWord {
  /** Unified and lower case, accents kept. */
  readonly word: string
  readonly stem: string
}

/** The words a text is searched by, once per stem: two letters and more, stop words left out, hyphenated words also in parts. */
export function searchWords(text: string): readonly SearchWord[] {
  const found = new Map<string, SearchWord>()
  for (const word of tokens(text)) {
    const parts = word.includes('-') ? [word.replaceAll('-', ''), ...word.split('-')] : [word]
    for (const part of parts) {
      if (part.length < 2 || STOP.has(part)) continue
      const s = stem(part)
      if (/^[a-z0-9]{1,64}$/.test(s) && !found.has(s)) found.set(s, { word: part, stem: s })
    }
  }
  return [...found.values()]
}

/** The stems a vacancy is found by: those of its `searchWords`. Sorted, unique, at most 64 characters each. */
export const stemsOf = (text: string): readonly string[] =>
  searchWords(text)
    .map(w => w.stem)
    .sort()

/** Likeness of two short strings, 0-1 (Jaro-Winkler), for titles that differ by a typing error. */
export const likeness = (a: string, b: string): number => jaroWinkler(a, b, {})

/** Lower-case ASCII with dashes, for codes made from names. */
export const slug = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** Number of typing errors between two words: insert, delete, replace, swap. */
export const typingErrors = (a: string, b: string): number => levenshtein.DamerauLevenshteinDistance(a, b, { restricted: true })
