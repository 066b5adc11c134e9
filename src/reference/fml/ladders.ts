import { DIMENSIES, type Dimensie } from '../../domain/dimensie.ts'
import { itemsOf, isHeading, type Item } from './catalogue.ts'
import { ANSWERS, BURDEN } from './answers.ts'

/** One level of a ladder that is measured: the widest work someone at this level can do, per axis. */
export interface Step {
  readonly niveau: number
  /** Amount in the unit of the ladder; undefined = "hardly", "describe": no figure. */
  readonly value: number | undefined
  readonly op: 'ca' | 'min' | 'max' | 'lt'
  /** Times an hour at this amount (lifting). */
  readonly perHour: number | undefined
  /** Minutes at a stretch at this amount (carrying). */
  readonly minutes: number | undefined
}

/**
 * The levels of one dimension (`fml.md` 5): the `referentie` scale, or the own scale of a dimension only one edition has.
 * - `waarde`: figures; load is compared on every axis.
 * - `rang`: answers in order of width; a load is worth a level.
 * - `keuze`: answers that hold apart and can both apply (evening and night, heat and cold).
 * - `ernst`: answers of equal weight, compared by severity (2.6: 0 1 1 2 2; P).
 * - `uren`: hours a day and a week, numbers on both sides, no tokens.
 */
export type Ladder = {
  readonly dimensie: Dimensie
  readonly levels: number
  /** The answers are never compared as numbers. */
  readonly unordered: boolean
  /** `matching: beoordelen`: stays a signaal until a person settled the load in FML levels. */
  readonly weigh: boolean
  readonly unit: string
} & (
  | { readonly soort: 'waarde'; readonly steps: readonly Step[] }
  | { readonly soort: 'rang'; readonly answers: Readonly<Record<string, number>> }
  | { readonly soort: 'keuze' }
  | { readonly soort: 'ernst'; readonly severity: readonly number[] }
  | { readonly soort: 'uren' }
)

/**
 * What level 0 asks where the catalogue has words and no figure ("most of the working day"): the whole working day of
 * 8 hours the FML is written for (`fml.md` 1). Our own rule (P): half a day to a whole day stays a signaal.
 */
const WHOLE_DAY = 8
const NORM_IN_WORDS = new Set<Dimensie>(['toetsenbord_uur_dag', 'lopen_uur_dag', 'staan_uur_dag', 'hoofdstand_uur_dag', 'zitten_uur_dag'])

/** Answers without an order: those of 2.6 have a severity (`fml.md` 3), those of 1.4 and 2.7 none; each stands for itself. */
const SEVERITY: Partial<Record<Dimensie, readonly number[]>> = {
  emotionele_problemen: [0, 1, 1, 2, 2],
  gevoelens_uiten: [0, 1, 2, 3],
  inzicht_eigen_kunnen: [0, 1, 2]
}
const WITHOUT_ORDER = new Set<Dimensie>(['gevoelens_uiten', 'inzicht_eigen_kunnen', 'etmaal', 'temperatuur'])

const KEUZE = new Set<Dimensie>(['etmaal', 'temperatuur'])
const UREN = new Set<Dimensie>(['uren_dag', 'uren_week'])

function stepOf(item: Item, index: number): Step {
  const level = item.schaal[index] as Item['schaal'][number]
  const limit = level.grenswaarde
  const norm = item.schaal[0]?.grenswaarde
  const words = level.niveau === 0 && limit === null && NORM_IN_WORDS.has(item.dimensie)
  return {
    niveau: level.niveau,
    value: limit?.waarde ?? (words ? WHOLE_DAY : undefined),
    op: limit?.op === 'min' || limit?.op === 'max' || limit?.op === 'lt' ? limit.op : 'ca',
    // A level that prints no frequency keeps the frequency of the norm (5.5-5.7); lifting prints one per level.
    perHour: limit?.freq_per_uur_max ?? limit?.freq_per_uur ?? norm?.freq_per_uur,
    minutes: limit?.duur_min_max
  }
}

/** Every level in order. Carrying 2 kg (4.14) has two widest ways: 2 minutes up to 5 times an hour, else 1 minute; the second stands last. */
function stepsOf(item: Item): readonly Step[] {
  const steps = item.schaal.map((_, i) => stepOf(item, i))
  const last = steps.at(-1)
  if (item.dimensie !== 'dragen_kg' || last === undefined) return steps
  return [...steps.slice(0, -1), { ...last, perHour: 5 }, { ...last, minutes: 1 }]
}

function build(dimensie: Dimensie): Ladder {
  const items = itemsOf(dimensie)
  // Sub-points share the ladder of their dimension; a heading has the same two levels.
  const item = (items.find(i => !isHeading(i)) ?? items[0]) as Item
  const unordered = WITHOUT_ORDER.has(dimensie)
  const base = { dimensie, levels: item.schaal.length - 1, unordered, weigh: item.matching === 'beoordelen', unit: item.eenheid ?? '' }
  if (UREN.has(dimensie)) return { ...base, soort: 'uren' }
  if (KEUZE.has(dimensie)) return { ...base, soort: 'keuze' }
  const severity = SEVERITY[dimensie]
  if (severity !== undefined) return { ...base, soort: 'ernst', severity }
  if (item.schaal.some(s => s.grenswaarde?.waarde !== undefined) && dimensie !== 'klimmen') {
    return { ...base, soort: 'waarde', steps: stepsOf(item) }
  }
  return { ...base, soort: 'rang', answers: ANSWERS[dimensie] ?? BURDEN }
}

const ladders = new Map(DIMENSIES.map(d => [d, build(d)]))

/** The ladder of a dimension. */
export const ladderOf = (dimensie: Dimensie): Ladder => ladders.get(dimensie) as Ladder

/** Dimensions whose load is written as judged tokens: all but hours and the items that only inform (4.1, 4.2). */
export const TOKEN_DIMENSIES: readonly Dimensie[] = DIMENSIES.filter(d => !UREN.has(d) && itemsOf(d)[0]?.soort !== 'informatie')
