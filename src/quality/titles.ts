import { rankGroups } from '../reference/occupations.ts'
import type { RankedGroup } from '../reference/title-classifier.ts'
import { TITLE_ROWS } from '../reference/title-rows.ts'
import { likenessIndex } from '../reference/title-likeness.ts'
import { titleForms } from '../reference/titles.ts'
import { share } from './tally.ts'
import type { TitleRow } from './title-file.ts'

/** From this confidence on a group is used as known: exact, variant or compound (`reference-data.md` 3). */
export const CONFIDENT = 3

/** Figures over the labelled titles, as fractions of 1. */
export interface TitleFigures {
  readonly rows: number
  /** The first group given is right, of the titles that name an occupation. */
  readonly rank1: number | null
  /** One of the five likeliest groups is right. */
  readonly rank5: number | null
  /** A wrong group with confidence 3 or 4, of all titles; also where none should be given. */
  readonly confidentWrong: number | null
  /** A wrong group at any confidence, of all titles. */
  readonly wrong: number | null
  /** No group given although the title names an occupation. */
  readonly abstained: number | null
  /** No group given where the title names none: as it should be. */
  readonly abstainedRightly: number | null
  /** Likeness of letters alone, over our own title table: what the rules must beat. */
  readonly baseline: { readonly rank1: number | null; readonly rank5: number | null }
}

/** What was read from one title. */
export interface TitleReading {
  readonly isco: string | null
  readonly method: RankedGroup['method']
  readonly confidence: number
  readonly ranked: readonly string[]
}

/** The reading of a title: its likeliest group, and up to five. A group of confidence 0 is an offer, not an answer. */
export function readTitle(title: string): TitleReading {
  const ranked = rankGroups(title)
  const first = ranked[0]
  const answered = first !== undefined && first.confidence > 0
  return {
    isco: answered ? first.isco : null,
    method: answered ? first.method : 'none',
    confidence: answered ? first.confidence : 0,
    ranked: ranked.map(r => r.isco)
  }
}

let index: ReturnType<typeof likenessIndex> | undefined

/** The five groups of the titles most alike in letters, from our own table and without any rule. */
function likest(title: string): readonly string[] {
  if (index === undefined) {
    const groups = new Map<string, Array<{ isco: string; share: number }>>()
    for (const r of TITLE_ROWS) groups.set(r.title, [...(groups.get(r.title) ?? []), { isco: r.isco, share: r.share }])
    index = likenessIndex([...groups].map(([known, own]) => ({ title: known, groups: own, weight: 1 })))
  }
  return index(titleForms(title)[0] ?? '')
    .groups.slice(0, 5)
    .map(g => g.isco)
}

/** Whether a group is one of those labelled; a shorter label stands for all groups below it. */
const among = (isco: string | null | undefined, labels: readonly string[]): boolean =>
  isco !== null && isco !== undefined && labels.some(l => isco.startsWith(l))

/** Adds up readings of labelled titles. */
export class TitleScore {
  #named = 0
  #nameless = 0
  #counts = { rank1: 0, rank5: 0, confidentWrong: 0, wrong: 0, abstained: 0, rightly: 0, base1: 0, base5: 0 }

  /** Gives whether the reading is right: a right group, or none where there is none. */
  add(labels: readonly string[], { isco, confidence, ranked }: TitleReading, title: string): boolean {
    const c = this.#counts
    const right = among(isco, labels)
    if (isco !== null && !right) {
      c.wrong++
      if (confidence >= CONFIDENT) c.confidentWrong++
    }
    if (labels.length === 0) {
      this.#nameless++
      if (isco === null) c.rightly++
      return isco === null
    }
    this.#named++
    if (right) c.rank1++
    if (isco === null) c.abstained++
    if (ranked.some(r => among(r, labels))) c.rank5++
    const base = likest(title)
    if (among(base[0], labels)) c.base1++
    if (base.some(b => among(b, labels))) c.base5++
    return right
  }

  figures(): TitleFigures {
    const [c, named, all] = [this.#counts, this.#named, this.#named + this.#nameless]
    return {
      rows: all,
      rank1: share(c.rank1, named),
      rank5: share(c.rank5, named),
      confidentWrong: share(c.confidentWrong, all),
      wrong: share(c.wrong, all),
      abstained: share(c.abstained, named),
      abstainedRightly: share(c.rightly, this.#nameless),
      baseline: { rank1: share(c.base1, named), rank5: share(c.base5, named) }
    }
  }
}

/** The line of a title in a file of predictions: id, title, isco, method, confidence. */
export const titleLine = (row: TitleRow, found: TitleReading): string =>
  [row.id, row.title, found.isco ?? '', found.method, String(found.confidence)].join('\t')

export const TITLE_HEADER = ['id', 'title', 'isco', 'method', 'confidence'].join('\t')
