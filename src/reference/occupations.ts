import type { Occupation } from '../domain/vacancy.ts'
import { once } from './once.ts'
import { readTable } from './table.ts'
import { titleClassifier, type RankedGroup, type TitleClassifier, type TitleCues } from './title-classifier.ts'
import { TITLE_ROWS, type TitleRow } from './title-rows.ts'

/** All ISCO-08 codes with an own Dutch title (10, 43, 130, 436). */
export const ISCO: ReadonlyMap<string, { readonly code: string; readonly title: string; readonly does: string }> = new Map(
  readTable('occupations/isco.tsv', ['code', 'title', 'does']).map(r => [r.code, r])
)

const own = once(() => titleClassifier(TITLE_ROWS))
let inUse: () => TitleClassifier = own

/** Takes imported titles into use beside ours, instead of those of before; where both know a title, ours counts. */
export function setImportedTitles(rows: readonly TitleRow[]): void {
  if (rows.length === 0) {
    inUse = own
    return
  }
  const known = new Set(TITLE_ROWS.map(r => r.title))
  const both = titleClassifier([...TITLE_ROWS, ...rows.filter(r => !known.has(r.title))])
  inUse = () => both
}

/**
 * The occupation behind a title: exact, variant, compound, a title inside it, head, likeness, or nothing
 * (`reference-data.md` 3). Abstaining beats a wrong group.
 */
export const classifyTitle = (title: string, cues: TitleCues = {}): Occupation => inUse().classify(title, cues)

/** Whether the words are a title we know, also one that stands for several groups. */
export const isKnownTitle = ({ method, confidence }: Occupation): boolean => method === 'exact' || method === 'variant' || confidence >= 3

/**
 * Makes one more part, a fraction of a second, of what the first title that is not in the table needs, so that nobody waits for
 * seconds of it; false when all is made.
 */
export const stepTitles = (): boolean => inUse().step()

/** The same by our own table alone, whatever was imported. */
export const classifyOwnTitle = (title: string): Occupation => own().classify(title)

/**
 * Up to five unit groups a title may stand for, likeliest first; empty when nothing is known. Groups after those of
 * `classifyTitle` come from likeness and have confidence 0: good enough to offer a person, not to act on.
 */
export const rankGroups = (title: string, cues: TitleCues = {}): readonly RankedGroup[] => inUse().rank(title, cues)
