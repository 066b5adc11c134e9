import { foldUnits, type Folded } from '../../reference/dutch.ts'
import { allMatches } from './all-matches.ts'
import { setOff, type SetOff } from './cue.ts'
import { headingOf, isLong, isRow, opensList, opensUnknown, type Section } from './headings.ts'

/** A sentence or list item: the smallest piece a rule reads. Offsets point into the description. */
export interface Unit extends SetOff {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Lower case without accents and addresses, same length as `text`. */
  readonly lower: string
  /** The same with dashes as blanks: the form phrases are written in. */
  readonly folded: string
  readonly section: Section
}

/** A mark that may end a sentence. */
const END = /[.!?;](?=\s|$)/g

const NO_END =
  /(?:\b(?:o\.a|bijv|bv|incl|excl|evt|m\.b\.t|t\.o\.v|min|max|ca|dhr|mevr|drs|ir|mr|dr|prof|nr|art|p\.w|m\.i\.v|i\.o|e\.d|d\.d|a\.s|t\.a\.v|z\.s\.m|n\.v\.t|vpl|incl|resp|niv))\.$/i

const LONGEST_ABBREVIATION = 12

/** "Vanaf € 14,90. Start: 4 januari": the point behind a number ends a sentence when a capital follows, but not in "1. Rijbewijs". */
const endsInNumber = (line: string, from: number, to: number): boolean =>
  /^\s+\(?\p{Lu}/u.test(line.slice(to, to + 4)) && !/^\s*\d+\.$/.test(line.slice(from, to))

/** Offsets of the sentences of one line. */
function sentences(line: string): ReadonlyArray<readonly [number, number]> {
  const found: Array<readonly [number, number]> = []
  let from = 0
  END.lastIndex = 0
  while (END.test(line)) {
    const to = END.lastIndex
    const tail = line.slice(Math.max(from, to - LONGEST_ABBREVIATION), to)
    if (tail.endsWith('.') && (NO_END.test(tail) || (/\d\.$/.test(tail) && !endsInNumber(line, from, to)))) continue
    addPieces(found, line, from, to)
    from = to
  }
  if (from < line.length) addPieces(found, line, from, line.length)
  return found
}

/** Nobody writes a longer sentence; a longer piece is cut at a blank, so that no rule meets a text of 100,000 characters at once. */
const LONGEST = 1_200

function addPieces(found: Array<readonly [number, number]>, line: string, from: number, to: number): void {
  let at = from
  while (to - at > LONGEST) {
    const blank = line.lastIndexOf(' ', at + LONGEST)
    const cut = blank > at ? blank : at + LONGEST
    found.push([at, cut])
    at = cut
  }
  found.push([at, to])
}

/** Web and mail addresses: their words are no sentence ("www.zwaar-tillen.nl"). */
const ADDRESS = /(?:https?:\/\/|www\.)\S+|[^\s@]{1,100}@[^\s@]{1,100}\.\w+/g
const mayHoldAddress = (text: string): boolean => text.includes('@') || text.includes('www.') || text.includes('://')

/** A whole text in the forms its pieces are read in: folded once, cut into pieces without copies. */
interface Forms {
  readonly lower: string
  readonly folded: string
  /** The UTF-16 units of `lower`. */
  readonly units: Uint16Array
}

const BLANK = 32

function formsOf({ text: shown, units }: Folded): Forms {
  const addresses = mayHoldAddress(shown) ? allMatches(ADDRESS, shown) : []
  for (const m of addresses) units.fill(BLANK, m.index, m.index + m[0].length)
  const lower = addresses.length > 0 ? shown.replace(ADDRESS, address => ' '.repeat(address.length)) : shown
  return { lower, folded: lower.includes('-') ? lower.replaceAll('-', ' ') : lower, units }
}

function unitOf(text: string, { lower, folded, units }: Forms, start: number, section: Section): Unit {
  const end = start + text.length
  const { words, marks, ids, idsEnd, starts } = setOff(units, start, end)
  return { start, end, text, lower: lower.slice(start, end), folded: folded.slice(start, end), section, words, marks, ids, idsEnd, starts }
}

/** So many characters of a text are read: no real advert we saw is longer (15,923), what follows is menus and lists of a page. It bounds what one text can cost. */
export const MOST_READ = 20_000
/** Under such a head a page shows other vacancies: nothing of this one follows. */
const OTHER_JOBS =
  /^(?:mogelijk ook interessant|(?:vergelijkbare|soortgelijke|gelijkaardige|gerelateerde) (?:vacatures|jobs|functies)|andere (?:vacatures|jobs)|bekijk ook (?:deze|onze andere) (?:vacatures|jobs))[^.;]{0,30}$/
/** An item of a list, with a mark or a number. */
const MARKED = /^\s*(?:[-*•·–▪◦]|\d{1,2}[.)])\s+/
/** The longest adverts have about two hundred sentences and list items. */
const MOST_UNITS = 400

/** The readable pieces of a description with the part of the advert they stand in (`text-evidence.md` 2). */
export function unitsOf(description: string): readonly Unit[] {
  const units: Unit[] = []
  let section: Section = 'anders'
  // "Over het bedrijf", and below it "Een korte kennismaking": the second line of a head opens nothing of its own.
  let underHead = false
  let underRow = false
  let offset = 0
  const whole = description.slice(0, MOST_READ)
  const shown = foldUnits(whole)
  const forms = formsOf(shown)
  const lines = whole.split('\n')
  for (const [i, line] of lines.entries()) {
    if (units.length >= MOST_UNITS) break
    if (line === '') {
      if (section === 'wensen' && !underHead && lines[i - 1]?.trim() === '') section = 'anders'
      offset++
      continue
    }
    const isItem = MARKED.test(line)
    const bare = line.trim()
    const folded = shown.text.slice(offset, offset + line.length)
    const foldedBare = folded.trim()
    if (OTHER_JOBS.test(foldedBare)) break
    const heading = headingOf(bare, foldedBare, isItem)
    if (heading !== undefined) section = heading
    else if (!isItem && !underHead && opensUnknown(line, lines[i + 1])) section = 'anders'
    else if (underRow && !isItem && isLong(line) && !isRow(folded)) section = 'anders'
    // The wishes end with their list.
    else if (section === 'wensen' && !isItem && !underHead && lines[i - 1]?.trim() === '') section = 'anders'
    else if (
      !isItem &&
      section === 'over-ons' &&
      opensList(
        line,
        lines.slice(i + 1, i + 3).find(l => l.trim() !== '')
      )
    )
      section = 'anders'
    for (const [from, to] of sentences(line)) {
      const text = line.slice(from, to)
      // "Wie zoeken we? Iemand met ervaring.": a question in the text opens a part of the advert too.
      if (from === 0 && to < line.length && text.endsWith('?')) section = headingOf(text.trim(), folded.slice(0, to).trim(), isItem) ?? section
      if (text.trim() !== '' && units.length < MOST_UNITS) units.push(unitOf(text, forms, offset + from, heading ?? section))
    }
    if (bare !== '') underRow = isRow(folded) && (heading !== undefined || underRow)
    if (bare !== '') underHead = heading !== undefined
    offset += line.length + 1
  }
  return units
}

const ITEM = /^\s*[-*•·–▪◦]/
/** What stands before a piece; of an item of a list the head over the list. */
export function headOver(units: readonly Unit[], i: number): Unit | undefined {
  let at = i - 1
  if (ITEM.test(units[i]?.text ?? '')) while (at >= 0 && ITEM.test((units[at] as Unit).text)) at--
  return units[at]
}

/** A title as one piece, read like a task. */
export const titleUnit = (title: string): Unit => unitOf(title, formsOf(foldUnits(title)), 0, 'taken')
