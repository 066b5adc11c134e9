import type { Occupation } from '../domain/vacancy.ts'
import { fold } from './dutch.ts'
import { remembered } from './remembered.ts'
import { readTable } from './table.ts'
import { cued, cueWords, type CueWords } from './title-cues.ts'
import { titleEvidence, type Scored } from './title-evidence.ts'
import { titleGuesser, type Weighed } from './title-guess.ts'
import type { Likeness } from './title-likeness.ts'
import { titleBook, type TitleRow } from './title-rows.ts'
import { titleInText } from './title-text.ts'
import { titleForms, titleParts, type TitleParts } from './titles.ts'

/** Cues that settle an ambiguous title: employer, sector and the first words of the text. */
export interface TitleCues {
  readonly text?: string
}

/** One group a title may stand for, with how it was found and how sure that is (`reference-data.md` 3). */
export interface RankedGroup {
  readonly isco: string
  /** 1-100, of the people with this title. */
  readonly share: number
  readonly method: Occupation['method']
  /** 4 exact, 3 variant or compound, 2 head with cue, 1 similarity or named in the text, 0 an offer. */
  readonly confidence: number
}

export interface TitleClassifier {
  readonly classify: (title: string, cues?: TitleCues) => Occupation
  readonly rank: (title: string, cues?: TitleCues) => readonly RankedGroup[]
  /** For measuring: what likeness alone says, the baseline. */
  readonly likeness: (title: string) => Likeness
  /** Makes one more part of what the first title that is not in the table needs; false when all is made. */
  readonly step: () => boolean
}

/** A share of the people with a title from which its group is a fair answer by itself. */
const MOST = 60
/** How many groups a ranked list holds at most. */
const RANKS = 5
/**
 * How sure a guess is, by the part of the whole that the evidence alone gives its group: those were right as often on titles of
 * the own table that were held out: nine of ten of what is fair, more of what is sure. A rule that says the same makes it surer.
 * The words of a compound are examples of the evidence too, so that it must say more for it.
 */
const CERTAIN = { sure: 0.96, compound: 0.99, fair: 0.6 }
/** From which part of the whole a guess is an answer: with a head, of one word without, and of more words without. */
const ANSWER = { named: 0.03, word: 0.06, words: 0.5 }
/** A guess gives the groups that together have so much of the whole. */
const MOST_OF_ALL = 0.8

/** Titles that name no occupation ("Medewerker", "Stagiair"): only the words of the text settle them. */
const NAMELESS: ReadonlySet<string> = new Set(readTable('occupations/nameless.tsv', ['title', 'why']).map(r => fold(r.title)))

/** Words that say when, how much, or that somebody is wanted: beside them a title without a name has none still ("Bijbaan zaterdag"). */
const IDLE: ReadonlySet<string> = new Set(readTable('occupations/idle.tsv', ['word', 'why']).map(r => r.word))

/** The nameless title a form is, its idle words and numbers aside; "" when it has no other words. */
function namelessIn(form: string): string | undefined {
  const rest = form
    .split(/[^a-z0-9]+/)
    .filter(w => w !== '' && !/^\d+$/.test(w) && !IDLE.has(w))
    .join(' ')
  return rest === '' || NAMELESS.has(rest) || NAMELESS.has(rest.replace(/(?:s|en)$/, '')) ? rest : undefined
}

const NOTHING: Occupation = { raw: null, isco: [], sourceCode: null, method: 'none', confidence: 0 }
/** So many titles are remembered: a feed repeats its titles. */
const KEPT = 2_000
const sure = (isco: string, method: Occupation['method'], confidence: number): Occupation => ({
  ...NOTHING,
  isco: [{ code: isco, share: 100 }],
  method,
  confidence
})

function fromRows(rows: readonly TitleRow[], form: string, words: CueWords): Occupation {
  const settled = rows.length > 1 ? cued(rows, words(form)) : undefined
  if (settled !== undefined) return sure(settled.isco, 'head', 2)
  const main = rows.some(r => r.kind === 'preferred')
  return {
    ...NOTHING,
    isco: rows.map(r => ({ code: r.isco, share: r.share })),
    method: main ? 'exact' : 'variant',
    // Several groups of which none is most people's, or a group that the rest of the table would not surely give: less than sure.
    confidence: main && rows.length === 1 ? 4 : rows.some(r => r.share >= MOST && r.settled) ? 3 : 2
  }
}

/** The likeliest groups of a title that is not in the table: one where that is certain, else all that may be meant. */
function guessed({ scored, certain, method, settled, named }: Weighed, isWord: boolean): Occupation {
  const [best] = scored
  if (best === undefined || best.score < (named ? ANSWER.named : isWord ? ANSWER.word : ANSWER.words)) return NOTHING
  const ruled = method === 'variant' || method === 'compound'
  if (certain >= (method === 'compound' ? CERTAIN.compound : CERTAIN.sure)) return sure(best.isco, method, ruled && settled ? 3 : 2)
  const likely: Scored[] = []
  for (const s of scored.slice(0, RANKS)) if (likely.reduce((a, l) => a + l.score, 0) < MOST_OF_ALL) likely.push(s)
  const sum = likely.reduce((a, s) => a + s.score, 0)
  const less = likely.slice(1).map(s => ({ code: s.isco, share: Math.max(1, Math.floor((100 * s.score) / sum)) }))
  const isco = [{ code: best.isco, share: 100 - less.reduce((a, l) => a + l.share, 0) }, ...less]
  return { ...NOTHING, isco, method, confidence: ruled && certain >= CERTAIN.fair ? 2 : 1 }
}

/** A classifier over a title table: the whole one, or a part when the rest is held out for measuring. */
export function titleClassifier(rows: readonly TitleRow[]): TitleClassifier {
  const book = titleBook(rows)
  const evidence = titleEvidence(book)
  const guesser = titleGuesser(book, evidence, NAMELESS)
  const partsOf = remembered(KEPT, titleParts)

  /** What the table says: a title as it stands, or as one alternative of "X / Y". */
  function known(title: string, { whole, alternatives }: TitleParts, words: CueWords): Occupation | undefined {
    for (const form of [fold(title), ...whole]) {
      const rows = book.rowsOf(form)
      if (rows !== undefined) return fromRows(rows, form, words)
    }
    for (const form of alternatives) {
      const rows = book.rowsOf(form)
      if (rows?.length === 1) return fromRows(rows, form, words)
    }
    return undefined
  }

  /** A title named in the text: it settles an ambiguous title, and speaks where the title says little or nothing. */
  function fromText(sofar: Occupation, text: string, offers: readonly Scored[]): Occupation {
    const named = titleInText(book, text)
    if (named === undefined) return sofar
    const groups = named.map(r => ({ code: r.isco, share: r.share }))
    const shared = named.filter(r => sofar.isco.some(i => i.code === r.isco))
    if (sofar.isco.length > 1 && shared.length === 1) return sure((shared[0] as TitleRow).isco, 'head', 2)
    if (sofar.confidence >= 2 || shared.length > 0) return sofar
    const likely = offers.slice(0, RANKS).some(o => o.isco === groups[0]?.code)
    return { ...NOTHING, isco: groups, method: 'head', confidence: likely ? 2 : 1 }
  }

  /** A title that names no occupation: what cue words make of its rows, else nothing. */
  function nameless(form: string, words: CueWords): Occupation {
    const settled = cued(book.rowsOf(form) ?? [], words(form))
    return settled === undefined ? NOTHING : sure(settled.isco, 'head', 2)
  }

  function read(title: string, cues: TitleCues): { readonly found: Occupation; readonly offers: () => readonly Scored[] } {
    const parts = partsOf(title)
    const words = cueWords(title, cues.text)
    const named = parts.whole.find(f => !NAMELESS.has(f) && book.rowsOf(f) !== undefined)
    const bare = parts.whole.map(namelessIn).find(f => f !== undefined)
    if (named === undefined && bare !== undefined) {
      const settled = nameless(bare, words)
      const found = cues.text === undefined || settled.confidence > 0 ? settled : fromText(settled, cues.text, [])
      return { found: { ...found, raw: title.slice(0, 200) }, offers: () => [] }
    }
    let memo: Weighed | undefined
    const weigh = (): Weighed => (memo ??= guesser(parts, words))
    let found = known(title, parts, words) ?? guessed(weigh(), !parts.whole.some(f => f.includes(' ')))
    if (cues.text !== undefined && (found.isco.length > 1 || found.confidence <= 1))
      found = fromText(found, cues.text, found.confidence >= 2 ? [] : weigh().scored)
    return { found: { ...found, raw: title.slice(0, 200) }, offers: () => weigh().scored }
  }

  function rank(title: string, cues: TitleCues = {}): readonly RankedGroup[] {
    const { found, offers } = read(title, cues)
    const ranked: RankedGroup[] = found.isco
      .toSorted((a, b) => b.share - a.share || (a.code < b.code ? -1 : 1))
      .map(i => ({ isco: i.code, share: i.share, method: found.method, confidence: found.confidence }))
    for (const { isco, score } of offers().slice(0, 2 * RANKS)) {
      if (!ranked.some(r => r.isco === isco)) ranked.push({ isco, share: Math.min(100, Math.max(1, Math.round(score * 50))), method: 'similar', confidence: 0 })
    }
    return ranked.slice(0, RANKS)
  }

  return {
    classify: (title, cues = {}) => read(title, cues).found,
    rank,
    likeness: title => evidence.likeness(titleForms(title)[0] ?? ''),
    step: evidence.step
  }
}
