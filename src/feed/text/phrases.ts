import { DimensieSchema, type Dimensie } from '../../domain/dimensie.ts'
import { fold } from '../../reference/dutch.ts'
import { once } from '../../reference/once.ts'
import { cellList, hasTable, readTable, tablesIn } from '../../reference/table.ts'
import { compilePattern, type Pattern } from './pattern.ts'

/** How a phrase settles a point: an expectation, a plain answer, or an amount with its unit. */
export type Says =
  /** A hint is one word that lets expect the dimension in any construction: what else the sentence says of the dimension goes before. */
  | { readonly kind: 'expected'; readonly hint?: true }
  | { readonly kind: 'answer'; readonly value: string | boolean }
  | {
      readonly kind: 'amount'
      readonly unit: string
      readonly op: 'eq' | 'max' | 'min'
      /** Settles the point only where the same sentence or the next one says that the worker lifts it: "kratten wegen 18 kg; je tilt ze". */
      readonly lifted: boolean
    }

export interface Phrase {
  readonly dim: string
  readonly mark: '+' | '-' | '~' | 'x'
  /** Null for rows that only void or lower; `kg` follows from the amount. */
  readonly band: number | 'kg' | null
  readonly says: Says
  readonly pattern: Pattern
  readonly hit: string
  readonly miss: string
  readonly lang: 'nl' | 'en'
}

function saysOf(cell: string): Says {
  if (cell === 'expected' || cell === '' || cell === '-') return { kind: 'expected' }
  if (cell === 'hint') return { kind: 'expected', hint: true }
  const [, how, what = '', unit = ''] = /^(stated|lifted)=([a-z0-9-]+)(?::([A-Za-z-]+))?$/.exec(cell) ?? []
  if (what === 'amount' || what === 'max' || what === 'min') return { kind: 'amount', unit, op: what === 'amount' ? 'eq' : what, lifted: how === 'lifted' }
  if (what === '') throw new Error(`phrase table: cannot read "${cell}"`)
  return { kind: 'answer', value: what === 'none' ? false : what === 'yes' ? true : what }
}

const classes = new Map(readTable('phrases/classes.tsv', ['class', 'words']).map(r => [r.class, cellList(r.words).map(fold)]))

/** Words of a class (`GEEN`, `SOMS`, `KAN`, …), folded. */
export const classWords = (name: string): readonly string[] => classes.get(name) ?? []

/** Words folded like the text; names of classes and numbers (`{STEEDS}`, `{n>15}`) stay. */
const foldPattern = (pattern: string): string =>
  pattern
    .split(/(\{[^}]*\})/)
    .map((piece, i) => (i % 2 === 1 ? piece : fold(piece)))
    .join('')

/** A row of a phrase table. */
interface Line {
  readonly dim: string
  readonly lang: 'nl' | 'en'
  readonly r: Readonly<Record<'mark' | 'band' | 'says' | 'pattern' | 'hit' | 'miss', string>>
}

const MARKS = new Set(['+', '-', '~', 'x'])

/** Rows of one activity share their pattern. */
const compiled = new Map<string, Pattern>()

function patternOf(source: string): Pattern {
  const folded = foldPattern(source)
  const pattern = compiled.get(folded) ?? compilePattern(folded, classes, common)
  compiled.set(folded, pattern)
  return pattern
}

function phraseOf({ dim, lang, r }: Line): Phrase {
  if (!MARKS.has(r.mark)) throw new Error(`phrases/${dim}: mark "${r.mark}"`)
  return {
    dim,
    mark: r.mark as Phrase['mark'],
    band: /^[0-4]$/.test(r.band) ? Number(r.band) : r.band === 'kg' ? 'kg' : null,
    says: saysOf(r.says),
    pattern: patternOf(r.pattern),
    hit: r.hit,
    miss: r.miss,
    lang
  }
}

const COLUMNS = ['mark', 'band', 'says', 'pattern', 'hit', 'miss'] as const
const OTHER = new Set(['activities.tsv', 'activities-english.tsv', 'classes.tsv', 'dimensions.tsv', 'english.tsv'])

/** A described task with all that it asks, `zorg:4 buigen:3`, gives a line for each. */
const activities = (file: string, lang: Line['lang']): readonly Line[] =>
  readTable(`phrases/${file}`, ['loads', 'pattern', 'hit', 'miss']).flatMap(r =>
    r.loads.split(' ').map((load): Line => {
      const [, dim = '', band = ''] = /^([a-z]+):([0-4])$/.exec(load) ?? []
      if (dim === '') throw new Error(`phrases/${file}: cannot read "${load}"`)
      return { dim, lang, r: { mark: '+', band, says: 'expected', pattern: r.pattern, hit: r.hit, miss: r.miss } }
    })
  )

const lines = once((): readonly Line[] => [
  ...activities('activities.tsv', 'nl'),
  ...activities('activities-english.tsv', 'en'),
  ...tablesIn('phrases')
    .filter(f => !OTHER.has(f))
    .flatMap(f => readTable(`phrases/${f}`, COLUMNS).map((r): Line => ({ dim: f.replace('.tsv', ''), lang: 'nl', r }))),
  ...(hasTable('phrases/english.tsv') ? readTable('phrases/english.tsv', ['dim', ...COLUMNS]).map((r): Line => ({ dim: r.dim, lang: 'en', r })) : [])
])

/** How common words are, counted over the example sentences of the tables: a stand-in for Dutch adverts. */
const frequency = once((): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { r } of lines()) {
    for (const word of fold(`${r.hit} ${r.miss}`).match(/[a-z0-9]+/g) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
})

/** In how many examples a word stands. */
export const common = (word: string): number => frequency().get(word) ?? 0

/** Every phrase of every dimension, in file and row order; compiled at the first question. */
export const allPhrases = once((): readonly Phrase[] => lines().map(phraseOf))

/** The FML dimensions a text dimension feeds, main one first. */
export const FEEDS: ReadonlyMap<string, readonly Dimensie[]> = new Map(
  readTable('phrases/dimensions.tsv', ['dim', 'dimensies', 'none_value']).map(r => [r.dim, cellList(r.dimensies).map(d => DimensieSchema.parse(d))])
)
