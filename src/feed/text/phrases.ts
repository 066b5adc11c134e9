import { DimensieSchema, type Dimensie } from '../../domain/dimensie.ts'
import { fold } from '../../reference/dutch.ts'
import { cellList, hasTable, readTable, tablesIn } from '../../reference/table.ts'
import type { Unit } from './units.ts'
import { compilePattern, type Pattern, type Words } from './pattern.ts'

/** How a phrase settles a point: an expectation, a plain answer, or an amount with its unit. */
export type Says =
  | { readonly kind: 'expected' }
  | { readonly kind: 'answer'; readonly value: string | boolean }
  | { readonly kind: 'amount'; readonly unit: string; readonly op: 'eq' | 'max' | 'min' }

export interface Phrase {
  readonly dim: string
  readonly mark: '+' | '-' | '~' | 'x'
  /** Null for rows that only void or lower. */
  readonly band: number | null
  readonly says: Says
  readonly pattern: Pattern
  readonly hit: string
  readonly miss: string
  readonly lang: 'nl' | 'en'
}

function saysOf(cell: string): Says {
  if (cell === 'expected' || cell === '' || cell === '-') return { kind: 'expected' }
  const [, what = '', unit = ''] = /^stated=([a-z0-9-]+)(?::([A-Za-z-]+))?$/.exec(cell) ?? []
  if (what === 'amount' || what === 'max' || what === 'min') return { kind: 'amount', unit, op: what === 'amount' ? 'eq' : what }
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

const MARKS = new Set(['+', '-', '~', 'x'])

function phraseOf(dim: string, r: Readonly<Record<'mark' | 'band' | 'says' | 'pattern' | 'hit' | 'miss', string>>, lang: 'nl' | 'en'): Phrase {
  if (!MARKS.has(r.mark)) throw new Error(`phrases/${dim}: mark "${r.mark}"`)
  return {
    dim,
    mark: r.mark as Phrase['mark'],
    band: /^[0-4]$/.test(r.band) ? Number(r.band) : null,
    says: saysOf(r.says),
    pattern: compilePattern(foldPattern(r.pattern), classes),
    hit: r.hit,
    miss: r.miss,
    lang
  }
}

const COLUMNS = ['mark', 'band', 'says', 'pattern', 'hit', 'miss'] as const
const OTHER = new Set(['classes.tsv', 'dimensions.tsv', 'english.tsv'])

/** Every phrase of every dimension, in file and row order. */
export const PHRASES: readonly Phrase[] = [
  ...tablesIn('phrases')
    .filter(f => !OTHER.has(f))
    .flatMap(f => readTable(`phrases/${f}`, COLUMNS).map(r => phraseOf(f.replace('.tsv', ''), r, 'nl'))),
  ...(hasTable('phrases/english.tsv') ? readTable('phrases/english.tsv', ['dim', ...COLUMNS]).map(r => phraseOf(r.dim, r, 'en')) : [])
]

/** The FML dimensions a text dimension feeds, main one first. */
export const FEEDS: ReadonlyMap<string, readonly Dimensie[]> = new Map(
  readTable('phrases/dimensions.tsv', ['dim', 'dimensies', 'none_value']).map(r => [r.dim, cellList(r.dimensies).map(d => DimensieSchema.parse(d))])
)

interface Index {
  readonly byWord: ReadonlyMap<string, readonly Phrase[]>
  readonly parts: ReadonlyArray<readonly [string, readonly Phrase[]]>
  readonly always: readonly Phrase[]
}

/** How common words are, counted over the example sentences of the tables: a stand-in for Dutch adverts. */
const frequency = new Map<string, number>()
for (const p of PHRASES) {
  for (const word of fold(`${p.hit} ${p.miss}`).match(/[a-z0-9]+/g) ?? []) frequency.set(word, (frequency.get(word) ?? 0) + 1)
}
/** A part of a word must be looked for in every sentence: dearer than any word. */
const PART_COST = 400
const cost = (w: Words): number => w.whole.reduce((n, word) => n + (frequency.get(word) ?? 0) + 1, 0) + w.parts.length * PART_COST

/** Files each phrase under its rarest certain element. */
function indexOf(phrases: readonly Phrase[]): Index {
  const byWord = new Map<string, Phrase[]>()
  const parts = new Map<string, Phrase[]>()
  const always: Phrase[] = []
  const add = (map: Map<string, Phrase[]>, key: string, p: Phrase): void => {
    map.set(key, [...(map.get(key) ?? []), p])
  }
  for (const p of phrases) {
    const anchor = p.pattern.certain.toSorted((a, b) => cost(a) - cost(b))[0]
    if (anchor === undefined) {
      always.push(p)
      continue
    }
    for (const word of anchor.whole) add(byWord, word, p)
    for (const part of anchor.parts) add(parts, part, p)
  }
  return { byWord, parts: [...parts], always }
}

const indexes = { nl: indexOf(PHRASES.filter(p => p.lang === 'nl')), en: indexOf(PHRASES.filter(p => p.lang === 'en')) }

/** The phrases that can match a sentence: one of their certain words occurs in it. */
export function candidates(unit: Pick<Unit, 'folded' | 'words'>, lang: 'nl' | 'en'): ReadonlySet<Phrase> {
  const { byWord, parts, always } = indexes[lang]
  const found = new Set<Phrase>(always)
  for (const word of unit.words) {
    for (const p of byWord.get(word.text) ?? []) found.add(p)
    // "12kg": the unit stands against its number.
    const glued = /^\d+([a-z]+)$/.exec(word.text)?.[1]
    if (glued !== undefined) for (const p of byWord.get(glued) ?? []) found.add(p)
  }
  for (const [part, list] of parts) if (unit.folded.includes(part)) for (const p of list) found.add(p)
  return found
}
