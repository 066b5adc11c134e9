import type { Load } from '../domain/load.ts'
import type { VacancyFacts } from '../domain/vacancy.ts'
import { FEEDS } from '../feed/text/phrases.ts'
import type { Miss } from './fields.ts'
import type { LoadLabel } from './labels.ts'
import { count, newTally, tallyOf, type Tally } from './tally.ts'

export type Kind = 'stated' | 'expected'
const KINDS: readonly Kind[] = ['stated', 'expected']
const CASES = ['negation', 'hedge', 'trap'] as const

/** Expected bands this far apart are one reading: the steps are a judgement. */
const SAME_BAND = 1

/** The dimensions a FML key may stand for; a key of two (temperature) is told apart by its own keys only. */
const dimsOf = new Map<string, readonly string[]>()
for (const [dim, keys] of FEEDS) for (const key of keys) dimsOf.set(key, [...(dimsOf.get(key) ?? []), dim])
/** Working times and what eases a load are fields of the advert, not loads with a band. */
const OUTSIDE = new Set(['nacht', 'onregelmatig', 'aanpassing', 'taal', 'zien', 'horen', 'uren'])

export interface LoadTallies {
  /** Over all dimensions, by kind. */
  readonly all: Readonly<Record<Kind, Tally>>
  /** By dimension and kind: `tillen stated`. */
  readonly dims: Map<string, Tally>
  /** How the labelled cases (denied, hedged, a trap) came out; a trap is right when nothing is read. */
  readonly cases: Readonly<Record<(typeof CASES)[number], Tally>>
}

export const newLoadTallies = (): LoadTallies => ({
  all: { stated: newTally(), expected: newTally() },
  dims: new Map(),
  cases: { negation: newTally(), hedge: newTally(), trap: newTally() }
})

/** What the text says on each dimension, under its short name. */
function byDim(v: VacancyFacts): ReadonlyMap<string, readonly Load[]> {
  const found = new Map<string, Load[]>()
  for (const load of v.demands.filter(d => d.kind === 'text')) {
    const dims = dimsOf.get(load.dimensie) ?? []
    for (const dim of dims.length === 1 ? dims : []) found.set(dim, [...(found.get(dim) ?? []), load])
  }
  return found
}

/** A bare denial: the value `false` and band 0 are two ways to write it; of the parts of the day "no night" and "by day only". */
const denies = ({ amount, band }: Load): boolean => amount?.value === false || amount?.value === 'geen-nacht' || amount?.value === 'dag' || band === 0

/** A label that says "none": by its value, or as a plain fact of band 0. */
const deniedBy = ({ value, band }: LoadLabel): boolean => value === false || (value === undefined && band === 0)

function sameValue(load: Load, label: LoadLabel): boolean {
  if (deniedBy(label)) return denies(load)
  if (label.value === undefined || label.value === true) return !denies(load)
  return load.amount?.value === label.value
}

/** Whether one reading says what the label says, in its own kind. */
function agrees(load: Load, label: LoadLabel): boolean {
  if (!label.provenance.includes(load.provenance as Kind)) return false
  if (load.provenance === 'stated') return label.provenance.length > 1 || sameValue(load, label)
  if (label.band === undefined || load.band === null) return true
  return Math.abs(label.band - load.band) <= SAME_BAND
}

const textOf = (loads: readonly Load[]): string =>
  loads.length === 0
    ? '-'
    : [...new Set(loads.map(l => `${l.provenance} ${l.amount === null ? `band ${l.band ?? '?'}` : String(l.amount.value)} "${l.span?.text ?? ''}"`))].join(
        ' + '
      )

const labelText = (l: LoadLabel): string =>
  [
    l.provenance.join('|'),
    l.value === undefined ? '' : String(l.value),
    l.band === undefined ? '' : `band ${l.band}`,
    l.case === undefined ? '' : `(${l.case})`
  ]
    .filter(p => p !== '')
    .join(' ')

interface Outcome {
  readonly found: Readonly<Record<Kind, boolean>>
  readonly right: Readonly<Record<Kind, boolean>>
  readonly labelled: Readonly<Record<Kind, boolean>>
}

/**
 * One dimension of one advert. What is stated and what is expected are apart: a plain fact where the label says "expected" is a
 * wrong fact. Words beside a right plain fact count for nothing: they say the same thing less surely.
 */
function outcomeOf(label: LoadLabel, loads: readonly Load[]): Outcome {
  const of = (kind: Kind): readonly Load[] => loads.filter(l => l.provenance === kind)
  const right = { stated: of('stated').some(l => agrees(l, label)), expected: of('expected').some(l => agrees(l, label)) }
  const beside = right.stated && !label.provenance.includes('expected')
  // Where both kinds are right, either is enough; what is not there at all is missed as an expectation.
  const both = label.provenance.includes('stated') && label.provenance.includes('expected')
  const either = both && (right.stated || right.expected)
  return {
    found: { stated: of('stated').length > 0, expected: of('expected').length > 0 && !beside },
    right,
    labelled: {
      stated: label.provenance.includes('stated') && !both,
      expected: label.provenance.includes('expected') && !either && !label.provenance.includes('absent')
    }
  }
}

const NOTHING: LoadLabel = { provenance: ['absent'] }

/** Which reading each label is held against. Labels may go by short name or by FML key; a key beside a labelled one of its own dimension is not judged. */
function judged(labels: Readonly<Record<string, LoadLabel | null>>, v: VacancyFacts): ReadonlyArray<readonly [string, LoadLabel | null, readonly Load[]]> {
  const found = byDim(v)
  const text = v.demands.filter(d => d.kind === 'text')
  const names = Object.keys(labels)
  const keyed = names.some(n => !FEEDS.has(n))
  const isKey = (name: string): boolean => !FEEDS.has(name) || (keyed && dimsOf.has(name))
  const covered = new Set(names.flatMap(n => (isKey(n) ? (dimsOf.get(n) ?? []) : [n])))
  const extra = keyed
    ? text.map(d => d.dimensie as string).filter(key => !(dimsOf.get(key) ?? []).some(d => covered.has(d) || OUTSIDE.has(d)))
    : [...found.keys()].filter(d => !covered.has(d) && !OUTSIDE.has(d))
  return [...new Set([...names, ...extra])].map(name => [
    name,
    labels[name] === undefined ? NOTHING : labels[name],
    isKey(name) ? text.filter(d => d.dimensie === name) : (found.get(name) ?? [])
  ])
}

/**
 * Adds the load of one advert to the tallies; gives the dimensions that were read otherwise. When an advert has load labels, a
 * dimension without one is labelled as absent.
 */
export function scoreLoads(t: LoadTallies, labels: Readonly<Record<string, LoadLabel | null>>, v: VacancyFacts): readonly Miss[] {
  const misses: Miss[] = []
  for (const [name, label, loads] of judged(labels, v)) {
    if (label === null) continue
    const o = outcomeOf(label, loads)
    for (const kind of KINDS) {
      const outcome = { labelled: o.labelled[kind], found: o.found[kind], same: o.right[kind] }
      count(t.all[kind], outcome)
      count(tallyOf(t.dims, `${name} ${kind}`), outcome)
    }
    const wrong = KINDS.some(kind => o.found[kind] && !o.right[kind])
    const missed = KINDS.some(kind => o.labelled[kind] && !o.right[kind])
    if (wrong || missed) misses.push({ field: name, expected: labelText(label), found: textOf(loads) })
    const known = CASES.find(c => c === label.case)
    if (known !== undefined) t.cases[known][wrong ? 'wrong' : missed ? 'missed' : 'right']++
  }
  return misses
}
