import { foldSameLength } from '../../reference/dutch.ts'
import { setOff, type SetOff } from './cue.ts'

export type Section = 'taken' | 'eisen' | 'bieden' | 'over-ons' | 'procedure' | 'anders'

export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A sentence or list item: the smallest piece a rule reads. Offsets point into the description. */
export interface Unit extends SetOff {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Lower case without accents and addresses, same length as `text`. */
  readonly lower: string
  /** The same with dashes as blanks: the form phrases are written in. */
  readonly folded: string
  /** The words of `folded` with their offsets in it. */
  readonly words: readonly Word[]
  readonly section: Section
}

const HEADINGS: ReadonlyArray<readonly [Section, RegExp]> = [
  [
    'procedure',
    /\b(?:solliciteren|solliciteer|sollicitatie|procedure|reageren|reageer|interesse|contact|vragen over|meer informatie|meer weten|enthousiast|acquisitie|apply)\b/
  ],
  [
    'bieden',
    /\b(?:bieden|bied|aanbod|arbeidsvoorwaarden|voorwaarden|krijg je|krijgt|ontvang je|dit bieden|salaris|wat we jou|what we offer|we offer|benefits)\b/
  ],
  [
    'over-ons',
    /\b(?:over ons|wie zijn wij|wie wij zijn|over de organisatie|over het bedrijf|de organisatie|het bedrijf|ons bedrijf|bedrijfsprofiel|onze organisatie|over onze|about us|waar kom je te werken|over de school|onze school|jouw team|het team)\b/
  ],
  [
    'eisen',
    /\b(?:vragen|vraag|eisen|profiel|wie ben jij|wie ben je|wat breng je mee|wat neem je mee|jij hebt|je hebt|jij bent|heb je|verwachten|verwacht|functie-eisen|functieeisen|kwalificaties|wie zoeken|herken je|in huis|requirements|qualifications|jij brengt)\b/
  ],
  [
    'taken',
    /\b(?:taken|werkzaamheden|functie|functieomschrijving|wat ga je doen|wat je doet|wat doe je|je werk|het werk|jouw rol|de rol|verantwoordelijkheden|responsibilities|dit ga je doen|aan de slag|werkdag|werkomgeving|werkplek)\b/
  ]
]

const QUESTION_LINE = /^[^.!;]{3,70}[?:]?$/

/** A short line of its own that names a part of the advert. */
function headingOf(line: string, folded: string, isItem: boolean): Section | undefined {
  if (isItem || line.length > 70 || /[.;!]$/.test(line) || !QUESTION_LINE.test(line)) return undefined
  if (line.split(/\s+/).length > 9) return undefined
  return HEADINGS.find(([, pattern]) => pattern.test(folded))?.[0]
}

const END = /[.!?;](?=\s|$)/g
const NO_END =
  /(?:\b(?:o\.a|bijv|bv|incl|excl|evt|m\.b\.t|t\.o\.v|min|max|ca|dhr|mevr|drs|ir|mr|dr|prof|nr|art|p\.w|m\.i\.v|i\.o|e\.d|d\.d|a\.s|t\.a\.v|z\.s\.m|n\.v\.t|vpl|incl|resp))\.$/i

const LONGEST_ABBREVIATION = 12

/** Offsets of the sentences of one line. */
function* sentences(line: string): Iterable<readonly [number, number]> {
  let from = 0
  for (const m of line.matchAll(END)) {
    const to = m.index + 1
    const tail = line.slice(Math.max(from, to - LONGEST_ABBREVIATION), to)
    if (NO_END.test(tail) || /\d\.$/.test(tail)) continue
    yield* pieces(line, from, to)
    from = to
  }
  if (from < line.length) yield* pieces(line, from, line.length)
}

/** Nobody writes a longer sentence; a longer piece is cut at a blank, so that no rule meets a text of 100,000 characters at once. */
const LONGEST = 1_200

function* pieces(line: string, from: number, to: number): Iterable<readonly [number, number]> {
  let at = from
  while (to - at > LONGEST) {
    const blank = line.lastIndexOf(' ', at + LONGEST)
    const cut = blank > at ? blank : at + LONGEST
    yield [at, cut]
    at = cut
  }
  yield [at, to]
}

/** Web and mail addresses: their words are no sentence ("www.zwaar-tillen.nl"). */
const ADDRESS = /(?:https?:\/\/|www\.)\S+|[^\s@]{1,100}@[^\s@]{1,100}\.\w+/g
const MAY_HOLD_ADDRESS = /@|www\.|:\/\//

const isLetter = (c: number): boolean => c >= 97 && c <= 122
/** a-z, 0-9, + and #. */
const isWordChar = (c: number): boolean => isLetter(c) || (c >= 48 && c <= 57) || c === 43 || c === 35
const APOSTROPHE = 39

/** The words of folded text (`WORD` of `pattern.ts`, in one walk). */
export function wordsOf(folded: string): readonly Word[] {
  const words: Word[] = []
  const n = folded.length
  for (let i = 0; i < n; i++) {
    if (!isWordChar(folded.charCodeAt(i))) continue
    const start = i
    while (i < n && isWordChar(folded.charCodeAt(i))) i++
    if (i + 1 < n && folded.charCodeAt(i) === APOSTROPHE && isLetter(folded.charCodeAt(i + 1))) {
      i++
      while (i < n && isLetter(folded.charCodeAt(i))) i++
      i--
      words.push({ text: folded.slice(start, i + 1), start, end: i + 1 })
    } else words.push({ text: folded.slice(start, i), start, end: i-- })
  }
  return words
}

function unitOf(text: string, shown: string, start: number, section: Section): Unit {
  const lower = MAY_HOLD_ADDRESS.test(shown) ? shown.replace(ADDRESS, address => ' '.repeat(address.length)) : shown
  const folded = lower.includes('-') ? lower.replaceAll('-', ' ') : lower
  const words = wordsOf(folded)
  const { marks, ids, starts } = setOff(words)
  return { start, end: start + text.length, text, lower, folded, section, words, marks, ids, starts }
}

/** No advert is longer; what follows is menus and lists of a page. It bounds what one text can cost. */
const WHOLE = 40_000
/** The longest adverts have about two hundred sentences and list items. */
const MOST_UNITS = 400

/** The readable pieces of a description with the part of the advert they stand in (`text-evidence.md` 2). */
export function unitsOf(description: string): readonly Unit[] {
  const units: Unit[] = []
  let section: Section = 'anders'
  let offset = 0
  for (const line of description.slice(0, WHOLE).split('\n')) {
    if (units.length >= MOST_UNITS) break
    const item = /^\s*(?:[-*•·–▪◦]|\d{1,2}[.)])\s+/.exec(line)
    const folded = foldSameLength(line)
    const heading = headingOf(line.trim(), folded.trim(), item !== null)
    if (heading !== undefined) section = heading
    for (const [from, to] of sentences(line)) {
      const text = line.slice(from, to)
      if (text.trim() !== '' && units.length < MOST_UNITS) units.push(unitOf(text, folded.slice(from, to), offset + from, heading ?? section))
    }
    offset += line.length + 1
  }
  return units
}

/** A title as one piece, read like a task. */
export const titleUnit = (title: string): Unit => unitOf(title, foldSameLength(title), 0, 'taken')
