import type { Occupation } from '../domain/vacancy.ts'
import { fold } from './dutch.ts'
import { remembered } from './remembered.ts'
import { readTable } from './table.ts'
import { compound, headGroup } from './title-compounds.ts'
import { groupsOfEdge, titleAtEdge } from './title-edge.ts'
import { titleInside } from './title-inside.ts'
import { titleEvidence, type Hint, type Scored } from './title-evidence.ts'
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
}

/** A share of the people with a title from which its group is a fair answer by itself. */
const MOST = 60
/** How many groups a ranked list holds at most. */
const RANKS = 5
/**
 * Scores from which the evidence is an answer, and from which a hint beside it makes it a fair one (held-out titles of the own
 * table); and from which it chooses between the groups of a title at the edge.
 */
const ENOUGH = { answer: 0.45, fair: 0.8, edge: 0.1 }
/** What a known title inside, an ending that moves a head, and a bare head add to the letters. */
const WEIGHT = { inside: 0.6, loose: 0.15, head: 0.15 }

/** "zorg je voor", "zorg dragen": the verb is no cue for care. */
const CARE_VERB = /\bzorg (?:je|jij|dragen|voor|ervoor|er|dat)\b/g
/** A group of a primary school names the level of a teacher ("leraar groep 8"). */
const PRIMARY = /^(?:groeps)?(?:leraar|leerkracht|docent|juf|meester)\b.*\bgroep(?:en)? ?[1-8]\b/

/** Titles that name no occupation ("Medewerker", "Stagiair"): only the words of the text settle them. */
const NAMELESS: ReadonlySet<string> = new Set(readTable('occupations/nameless.tsv', ['title', 'why']).map(r => fold(r.title)))

const NOTHING: Occupation = { raw: null, isco: [], sourceCode: null, method: 'none', confidence: 0 }
const sure = (isco: string, method: Occupation['method'], confidence: number): Occupation => ({
  ...NOTHING,
  isco: [{ code: isco, share: 100 }],
  method,
  confidence
})

const wordsIn = (text: string): readonly string[] =>
  fold(text)
    .replace(CARE_VERB, ' ')
    .match(/[a-z0-9]{3,}/g) ?? []

/** The words of title and text that a cue is looked for in; read when first asked. */
class CueWords {
  readonly #title: string
  readonly #text: string | undefined
  #all: readonly string[] | undefined

  constructor(title: string, text: string | undefined) {
    this.#title = title
    this.#text = text
  }

  /** Whether anything was made of the text so far: if not, the title says the same beside any other. */
  get asked(): boolean {
    return this.#all !== undefined
  }

  /** All but the words of the form they are asked for. */
  without(form: string): readonly string[] {
    this.#all ??= [...new Set(wordsIn(`${this.#title} ${this.#text ?? ''}`))]
    const own = new Set(form.split(/[^a-z0-9]+/))
    return this.#all.filter(w => !own.has(w))
  }
}

/** The groups letters and hints speak for. */
interface Weighed {
  readonly scored: readonly Scored[]
  readonly hinted: boolean
}

/** What is known of a title; what its text has a say in is not kept. */
interface KnownTitle {
  readonly parts: TitleParts
  weighed?: Weighed
  /** The answer before a title named in the text is looked for. */
  found?: Occupation
}

/** So many titles are remembered: a feed repeats its titles. */
const KEPT = 2_000

/** A cue is there as a word, or at either end of a longer word when it is long enough to tell. */
const isThere = (cue: string, words: readonly string[]): boolean =>
  words.some(w => w === cue || (cue.length >= 5 && w.length > cue.length && (w.startsWith(cue) || w.endsWith(cue))))

/** The row of an ambiguous title that cue words point to, if one row has most of them. */
function cued(rows: readonly TitleRow[], there: readonly string[]): TitleRow | undefined {
  const hits = rows.map(r => r.cues.filter(c => isThere(c, there)).length)
  const most = Math.max(...hits)
  const [only, second] = rows.filter((_, i) => hits[i] === most)
  return most > 0 && second === undefined ? only : undefined
}

function fromRows(rows: readonly TitleRow[], form: string, words: CueWords): Occupation {
  const settled = rows.length > 1 ? cued(rows, words.without(form)) : undefined
  if (settled !== undefined) return sure(settled.isco, 'head', 2)
  const main = rows.some(r => r.kind === 'preferred')
  return {
    ...NOTHING,
    isco: rows.map(r => ({ code: r.isco, share: r.share })),
    method: main ? 'exact' : 'variant',
    // Several groups of which none is most people's: the title alone does not say which.
    confidence: rows.every(r => r.share < MOST) ? 2 : main && rows.length === 1 ? 4 : 3
  }
}

/** A classifier over a title table: the whole one, or a part when the rest is held out for measuring. */
export function titleClassifier(rows: readonly TitleRow[]): TitleClassifier {
  const book = titleBook(rows)
  const evidence = titleEvidence(book)

  const inside = remembered(KEPT, form => titleInside(book, form))
  const atEdge = remembered(KEPT, form => titleAtEdge(book, form, NAMELESS))

  function hintsOf(form: string, words: CueWords): readonly Hint[] {
    const hints: Hint[] = []
    const known = inside(form)
    if (known !== undefined) {
      const settled = known.rows.length > 1 ? cued(known.rows, words.without(known.form)) : undefined
      for (const r of settled === undefined ? known.rows : [settled])
        hints.push({ isco: r.isco, weight: (WEIGHT.inside * known.part * (settled === undefined ? r.share : 100)) / 100 })
    }
    const loose = compound(form)?.isco
    if (loose !== undefined) hints.push({ isco: loose, weight: WEIGHT.loose })
    const head = headGroup(form)
    if (head !== undefined) hints.push({ isco: head, weight: WEIGHT.head })
    return hints
  }

  const whole = (form: string): Occupation | undefined => {
    if (PRIMARY.test(form)) return sure('2341', 'compound', 3)
    const found = compound(form)
    return found?.whole === true ? sure(found.isco, 'compound', 3) : undefined
  }

  /** What the table and the rules say: a title as it stands or as one alternative, a head that is moved, a piece. */
  function known({ whole: all, alternatives, pieces }: TitleParts, words: CueWords): Occupation | undefined {
    const row = (form: string, single: boolean): Occupation | undefined => {
      const found = book.rowsOf(form)
      return found === undefined || (single && found.length > 1) ? undefined : fromRows(found, form, words)
    }
    const steps: ReadonlyArray<readonly [readonly string[], (form: string) => Occupation | undefined]> = [
      [all, f => row(f, false)],
      [alternatives, f => row(f, true)],
      [alternatives.length > 1 ? alternatives : all, whole],
      [[...all, ...pieces], whole],
      [pieces, f => row(f, true)],
      [[...alternatives, ...pieces], f => row(f, false)]
    ]
    for (const [forms, step] of steps) {
      for (const form of forms) {
        const found = step(form)
        if (found !== undefined) return found
      }
    }
    return undefined
  }

  /** What letters and hints say, of the whole title and of its first piece. */
  function weighed(parts: TitleParts, words: CueWords): Weighed {
    const forms = [parts.whole.at(-1), parts.alternatives[0] ?? parts.pieces[0]].filter(f => f !== undefined)
    let best: Weighed = { scored: [], hinted: false }
    for (const form of new Set(forms)) {
      if ((best.scored[0]?.score ?? 0) >= ENOUGH.answer) break
      const hints = hintsOf(form, words)
      const scored = evidence.weigh(form, hints)
      if ((scored[0]?.score ?? 0) > (best.scored[0]?.score ?? 0)) best = { scored, hinted: hints.some(h => h.isco === scored[0]?.isco) }
    }
    return best
  }

  /** What a known title at the edge of a longer one says: "servicemonteur Zeeland" is at least a servicemonteur. */
  function ofEdge({ whole: all, alternatives, pieces }: TitleParts, words: CueWords, scored: readonly Scored[]): Occupation {
    for (const form of [...alternatives, ...pieces, ...all]) {
      const edge = atEdge(form)
      if (edge === undefined) continue
      const settled = edge.rows.length > 1 ? cued(edge.rows, words.without(edge.form)) : undefined
      // "Monteur voertuigen": of all a monteur may be, the letters of the whole say which.
      const may = settled === undefined ? groupsOfEdge(edge) : new Set<string>()
      const likely = scored.find(s => may.has(s.isco) && s.score >= ENOUGH.edge)
      if (likely !== undefined) return sure(likely.isco, 'head', 1)
      const groups = (settled === undefined ? edge.rows : [settled]).map(r => ({ code: r.isco, share: settled === undefined ? r.share : 100 }))
      return { ...NOTHING, isco: groups, method: 'head', confidence: 1 }
    }
    return NOTHING
  }

  /** A title named in the text: it settles an ambiguous title, and speaks where the title says little or nothing. */
  function fromText(sofar: Occupation, text: string, offers: readonly Scored[]): Occupation {
    const named = titleInText(book, text)
    if (named === undefined) return sofar
    const groups = named.map(r => ({ code: r.isco, share: r.share }))
    const shared = named.filter(r => sofar.isco.some(i => i.code === r.isco))
    if (sofar.isco.length > 1) return shared.length === 1 ? sure((shared[0] as TitleRow).isco, 'head', 2) : sofar
    if (sofar.confidence >= 2 || shared.length > 0) return sofar
    const likely = offers.slice(0, RANKS).some(o => o.isco === groups[0]?.code)
    return { ...NOTHING, isco: groups, method: 'head', confidence: likely ? 2 : 1 }
  }

  /** A title that names no occupation: what cue words make of its rows, else nothing. */
  function nameless(form: string, words: CueWords): Occupation {
    const settled = cued(book.rowsOf(form) ?? [], words.without(form))
    return settled === undefined ? NOTHING : sure(settled.isco, 'head', 2)
  }

  /** What table, rules and letters make of a title that names an occupation. */
  function answer(parts: TitleParts, words: CueWords, weigh: () => Weighed): Occupation {
    let found = known(parts, words)
    if (found === undefined) {
      const { scored, hinted } = weigh()
      const [best] = scored
      const fair = hinted && (best?.score ?? 0) >= ENOUGH.fair
      const enough = best !== undefined && best.score >= ENOUGH.answer
      found = enough ? sure(best.isco, hinted ? 'head' : 'similar', fair ? 2 : 1) : ofEdge(parts, words, scored)
    }
    // A head that is moved is sure when the letters say the same; otherwise it is a fair guess.
    return found.method === 'compound' && weigh().scored[0]?.isco !== found.isco[0]?.code ? { ...found, confidence: 2 } : found
  }

  const knownTitle = remembered(KEPT, (title): KnownTitle => ({ parts: titleParts(title) }))

  function read(title: string, cues: TitleCues): { readonly found: Occupation; readonly offers: () => readonly Scored[] } {
    const own = knownTitle(title)
    const { parts } = own
    const words = new CueWords(title, cues.text)
    const bare = parts.whole.find(f => NAMELESS.has(f) || book.rowsOf(f) !== undefined)
    if (bare !== undefined && NAMELESS.has(bare)) {
      const settled = nameless(bare, words)
      const found = cues.text === undefined || settled.confidence > 0 ? settled : fromText(settled, cues.text, [])
      return { found: { ...found, raw: title.slice(0, 200) }, offers: () => [] }
    }
    let memo = own.weighed
    const weigh = (): Weighed => {
      if (memo === undefined) {
        memo = weighed(parts, words)
        if (!words.asked) own.weighed = memo
      }
      return memo
    }
    let found = own.found ?? answer(parts, words, weigh)
    if (!words.asked) own.found = found
    if (cues.text !== undefined && (found.isco.length > 1 || found.confidence <= 1))
      found = fromText(found, cues.text, found.isco.length > 1 ? [] : weigh().scored)
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

  return { classify: (title, cues = {}) => read(title, cues).found, rank, likeness: title => evidence.likeness(titleForms(title)[0] ?? '') }
}
