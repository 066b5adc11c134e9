import { foldSameLength } from '../../reference/dutch.ts'
import { WORD } from './pattern.ts'

export type Section = 'taken' | 'eisen' | 'bieden' | 'over-ons' | 'procedure' | 'anders'

export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A sentence or list item: the smallest piece a rule reads. Offsets point into the description. */
export interface Unit {
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

/** Offsets of the sentences of one line. */
function* sentences(line: string): Iterable<readonly [number, number]> {
  let from = 0
  for (const m of line.matchAll(END)) {
    const to = m.index + 1
    if (NO_END.test(line.slice(from, to)) || /\d\.$/.test(line.slice(from, to))) continue
    yield [from, to]
    from = to
  }
  if (from < line.length) yield [from, line.length]
}

/** Web and mail addresses: their words are no sentence ("www.zwaar-tillen.nl"). */
const ADDRESS = /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\w+/g

function unitOf(text: string, shown: string, start: number, section: Section): Unit {
  const lower = shown.replace(ADDRESS, address => ' '.repeat(address.length))
  const folded = lower.replaceAll('-', ' ')
  return {
    start,
    end: start + text.length,
    text,
    lower,
    folded,
    section,
    words: [...folded.matchAll(WORD)].map(m => ({ text: m[0], start: m.index, end: m.index + m[0].length }))
  }
}

const WHOLE = 100_000

/** The readable pieces of a description with the part of the advert they stand in (`text-evidence.md` 2). */
export function unitsOf(description: string): readonly Unit[] {
  const units: Unit[] = []
  let section: Section = 'anders'
  let offset = 0
  for (const line of description.slice(0, WHOLE).split('\n')) {
    const item = /^\s*(?:[-*•·–▪◦]|\d{1,2}[.)])\s+/.exec(line)
    const folded = foldSameLength(line)
    const heading = headingOf(line.trim(), folded.trim(), item !== null)
    if (heading !== undefined) section = heading
    for (const [from, to] of sentences(line)) {
      const text = line.slice(from, to)
      if (text.trim() !== '') units.push(unitOf(text, folded.slice(from, to), offset + from, heading ?? section))
    }
    offset += line.length + 1
  }
  return units
}

/** A title as one piece, read like a task. */
export const titleUnit = (title: string): Unit => unitOf(title, foldSameLength(title), 0, 'taken')
