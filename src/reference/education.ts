import type { EducationRange, Track } from '../domain/codes.ts'
import { cellList, readTable } from './table.ts'

export interface EducationWord {
  readonly word: string
  readonly range: EducationRange
  readonly track: Track | null
  /** The words themselves name a diploma ("pabo"), not only a level ("mbo-niveau"). */
  readonly diploma: boolean
}

/** How adverts and forms name a level, longest first (`reference-data.md` 1). */
export const EDUCATION_WORDS: readonly EducationWord[] = readTable('education/words.tsv', ['word', 'min', 'max', 'track', 'kind', 'note'])
  .map((r): EducationWord => ({
    word: r.word,
    range: { min: Number(r.min), max: Number(r.max) },
    track: r.track === 'hbo' || r.track === 'wo' ? r.track : null,
    diploma: r.kind === 'diploma'
  }))
  .sort((a, b) => b.word.length - a.word.length)

/**
 * "Diploma doktersassistent", "opleiding tot verpleegkundige", "gediplomeerd kok": a paper named by its profession, in the
 * ways adverts write it.
 */
export const PROFESSION_PAPERS: readonly EducationWord[] = readTable('education/professions.tsv', ['word', 'min', 'max', 'track', 'note']).flatMap(r =>
  ['diploma', 'diploma tot', 'diploma als', 'opleiding', 'opleiding tot', 'opleiding als', 'gediplomeerd', 'gediplomeerde', 'gekwalificeerd'].map(
    (before): EducationWord => ({
      word: `${before} ${r.word}`,
      range: { min: Number(r.min), max: Number(r.max) },
      track: r.track === 'hbo' || r.track === 'wo' ? r.track : null,
      diploma: true
    })
  )
)

const byWord = new Map(EDUCATION_WORDS.map(w => [w.word, w]))

/** The level a word stands for; undefined when the word is not in the table. `onbekend` is not a level. */
export const educationOf = (word: string): EducationWord | undefined => byWord.get(word.trim().toLowerCase())

/** Range of a VUM code; undefined for "not applicable" and "unknown", which are no demand we know. */
export function educationOfVum(system: 'werkniveau' | 'opleiding', code: number): EducationRange | undefined {
  const row = vum.find(r => r.system === system && Number(r.code) === code)
  return row === undefined || row.min === '' ? undefined : { min: Number(row.min), max: Number(row.max) }
}
const vum = readTable('education/vum.tsv', ['system', 'code', 'min', 'max'])

/** The index code of a demanded level: `5-5`, or `7-7w` when an academic level is asked. */
export const eduCode = (range: EducationRange, track: Track | null): string => `${range.min}-${range.max}${track === 'wo' ? 'w' : ''}`

/** All codes `eduCode` can give, with their parts. */
export const EDU_CODES: ReadonlyArray<{ readonly code: string; readonly range: EducationRange; readonly wo: boolean }> = [1, 2, 3, 4, 5, 6, 7, 8].flatMap(min =>
  [1, 2, 3, 4, 5, 6, 7, 8]
    .filter(max => max >= min)
    .flatMap(max => [false, true].map(wo => ({ code: eduCode({ min, max }, wo ? 'wo' : null), range: { min, max }, wo })))
)

/**
 * How a candidate's level stands to a demanded one. A coarse code is a range: entirely at or above = `meets`, entirely
 * below = `below`, else `overlap`. An academic level is not met by an hbo paper of the same ordinal: `overlap`.
 */
export function compareEducation(own: EducationRange, track: Track | null, asked: EducationRange, wo: boolean): 'meets' | 'below' | 'overlap' {
  if (own.max < asked.min) return 'below'
  if (own.min < asked.max) return 'overlap'
  return wo && track !== 'wo' ? 'overlap' : 'meets'
}

export interface StudyField {
  readonly code: string
  readonly label: string
  readonly words: readonly string[]
  readonly isco2: readonly string[]
}

/** Fields of study with the words that name them. */
export const STUDY_FIELDS: readonly StudyField[] = readTable('education/fields.tsv', ['code', 'label', 'words', 'isco2']).map(r => ({
  code: r.code,
  label: r.label,
  words: cellList(r.words),
  isco2: cellList(r.isco2)
}))

export const EDUCATION_LABELS: readonly string[] = [
  '',
  'geen of basisonderwijs',
  'vmbo-basis/kader of mbo-1',
  'vmbo-t/mavo of mbo-2',
  'mbo-3',
  'mbo-4, havo of vwo',
  'hbo',
  'hbo-master of wo',
  'doctoraat'
]

/** A range in Dutch words. */
export const educationLabel = (r: EducationRange): string =>
  r.min === r.max ? (EDUCATION_LABELS[r.min] as string) : `${EDUCATION_LABELS[r.min]} tot ${EDUCATION_LABELS[r.max]}`
