import type { Dimensie } from '../../domain/dimensie.ts'
import type { Load, Span } from '../../domain/load.ts'
import { AID, bandOfKg, liftedIn, OTHER_GOODS, type Beside } from './lifting.ts'
import { addressed, denies, excepted, isConditional, isDenied, isHedged, isMenu } from './phrase-context.ts'
import { inside, isActivity, isHint, matchesOf, overlap, type Match } from './phrase-match.ts'
import { FEEDS, type Phrase } from './phrases.ts'
import { textLoad } from './text-load.ts'
import type { Unit } from './units.ts'

/** Where a load may be read: what the advert offers and tells about itself says nothing about the work. */
const SILENT = new Set<Unit['section']>(['over-ons', 'procedure'])
/**
 * In what is offered only adaptations, working times and the place count (`text-evidence.md` 2), and of what kind the job is:
 * "wij bieden een afwisselende functie met veel vrijheid in een hecht team".
 */
const OFFERED = new Set(['nacht', 'onregelmatig', 'aanpassing', 'wisselend', 'zelfstandig', 'samenwerken'])
/** A desk that goes up and down is offered: it eases the posture wherever it stands. */
const offered = ({ dim, mark }: Phrase): boolean => OFFERED.has(dim) || (dim === 'houding' && mark === '-')

/** What a phrase says of its text dimension, before it is told to the dimensions of the FML. */
interface Found {
  readonly dim: string
  readonly stated: boolean
  readonly amount: Load['amount']
  readonly band: Load['band']
  readonly frequency: Load['frequency']
  readonly conditional: boolean
  readonly span: Span
  readonly hint: boolean
}

const spanOf = (unit: Unit, m: Match): Span => ({
  field: 'description',
  start: unit.start + m.start,
  end: unit.start + m.end,
  text: unit.text.slice(m.start, m.end).slice(0, 400)
})

/** "Bewoners was je": who does it may stand just behind what is done. */
const BEHIND_VERB = 5

interface Around {
  readonly lowered: boolean
  readonly conditional: boolean
  /** The same sentence or one beside it says that the worker lifts. */
  readonly lifts: () => boolean
  /** An aid takes the weight. */
  readonly aided: boolean
}

/** Whether a match settles its point alone (`text-evidence.md` 2); a hedge never makes a thing stated. */
function settles(m: Match, folded: string, { lowered, conditional, lifts, aided }: Around): boolean {
  const { says, mark } = m.phrase
  if (says.kind === 'expected' || lowered || conditional) return false
  if (says.kind === 'amount') return m.n !== null && (!says.lifted || lifts()) && !(aided && says.unit === 'kg')
  // "Geen tilwerk, behalve op vrijdag" settles nothing.
  return !(mark === '-' && excepted(folded, m))
}

/** A described task asks less with light things and more with heavy ones. */
const [LIGHT, HEAVY] = [/\blicht(?:e|ere)?\b/, /\bzware?\b/]
const OF_WEIGHT = new Set(['tillen', 'duwen'])

function bandOf(m: Match, folded: string): number {
  const { band, mark, says } = m.phrase
  if (isActivity(m) && OF_WEIGHT.has(m.phrase.dim)) {
    const task = folded.slice(m.start, m.end)
    return LIGHT.test(task) ? 1 : HEAVY.test(task) ? 4 : Number(band)
  }
  if (band === 'kg') return bandOfKg(m.n ?? 0)
  return mark === '-' && says.kind === 'answer' && says.value === false && excepted(folded, m) ? 1 : (band ?? 2)
}

function foundOf(unit: Unit, m: Match, around: Around): Found {
  const { says, dim } = m.phrase
  const { lowered, conditional } = around
  const frequency = m.f === null ? null : ({ count: m.f, per: 'hour' } as const)
  const span = spanOf(unit, m)
  if (says.kind !== 'expected' && settles(m, unit.folded, around)) {
    const amount = says.kind === 'amount' ? { op: says.op, value: m.n as number, unit: says.unit } : { op: 'eq' as const, value: says.value }
    return { dim, stated: true, amount, band: says.kind === 'answer' && says.value === false ? 0 : null, frequency, conditional, span, hint: false }
  }
  const band = bandOf(m, unit.folded)
  return { dim, stated: false, amount: null, band: lowered ? Math.min(2, Math.max(0, band - 1)) : band, frequency, conditional, span, hint: isHint(m) }
}

/** Whether a match speaks of the dimension itself and stands: a task of the same sentence says less. */
const saysMore = (unit: Unit, m: Match): boolean =>
  (!isActivity(m) || m.phrase.says.kind !== 'expected') &&
  !isHint(m) &&
  m.phrase.mark !== 'x' &&
  m.phrase.mark !== '~' &&
  !(m.phrase.mark === '+' && isDenied(unit, m))

function readUnit(units: readonly Unit[], i: number, lang: 'nl' | 'en'): readonly Found[] {
  const unit = units[i] as Unit
  if (SILENT.has(unit.section)) return []
  const matches = matchesOf(unit, lang, unit.section === 'bieden' ? offered : undefined)
  if (matches.every(m => m.phrase.mark === 'x')) return []
  const mine = addressed(unit.folded)
  if (mine === undefined) return []
  const beside: Beside = [units.slice(Math.max(0, i - 2), i), units[i + 1], units.slice(i + 1, i + 3)]
  const voids = matches.filter(m => m.phrase.mark === 'x')
  const kept = matches
    .filter(m => m.end > mine || (isActivity(m) && m.end + BEHIND_VERB > mine))
    .filter(m => m.phrase.mark !== 'x' && !(lang === 'nl' && isMenu(unit, m)))
    .filter(m => !voids.some(v => v.phrase.dim === m.phrase.dim && overlap(v, m)))
    // The longer phrase of a dimension says what the shorter one in it only begins to say.
    .filter(m => !matches.some(o => o !== m && o.phrase.dim === m.phrase.dim && o.phrase.mark !== 'x' && inside(m, o)))
    .filter(m => m.phrase.mark !== '+' || !isDenied(unit, m))
    // A phrase about the dimension itself beats what a task of the same sentence lets expect.
    .filter(m => !isActivity(m) || m.phrase.says.kind !== 'expected' || !matches.some(o => o.phrase.dim === m.phrase.dim && saysMore(unit, o)))
    // Hours of the day say "only by day" unless the same sentence speaks of an evening or a night.
    .filter(
      m => !(m.phrase.says.kind === 'answer' && m.phrase.says.value === 'dag') || !/\b(?:avond|avonden|nacht|nachten|laat)\b/.test(unit.folded) || denies(unit)
    )
  const kan = isConditional(unit)
  // Asked for few phrases only.
  let lifted: boolean | undefined
  const lifts = (): boolean => (lifted ??= liftedIn(unit, beside))
  const found = kept.flatMap(m => {
    const hedged = m.phrase.mark === '~' || (m.phrase.mark === '+' && isHedged(unit, m))
    if (m.phrase.mark === '~' && m.phrase.band === null) return []
    // "Zakken wegen 25 kilo; je hebt een tillift": beside the weight of a thing the aid may come in the next sentence.
    const ofThing = m.phrase.says.kind === 'amount' && m.phrase.says.lifted
    const carries = isActivity(m) && m.phrase.dim === 'tillen'
    const near = carries ? beside[2] : ofThing && beside[1] !== undefined ? [beside[1]] : []
    const weighs = carries || (m.phrase.says.kind === 'amount' && m.phrase.says.unit === 'kg')
    const aided = (weighs && AID.test(unit.folded)) || near.some(u => AID.test(u.folded) && !OTHER_GOODS.test(u.folded))
    const weighed = aided && weighs
    return [foundOf(unit, m, { lowered: weighed || (hedged && m.phrase.mark !== '~'), conditional: m.phrase.mark === '~' || kan, lifts, aided })]
  })
  // An amount beats the words of its sentence.
  return found.filter(f => f.stated || !found.some(o => o.stated && o.dim === f.dim && typeof o.amount?.value === 'number'))
}

/** Amounts and plain answers speak of the main dimension; degrees, and what is only expected, of all that a text dimension feeds. */
function targets(f: Found): readonly Dimensie[] {
  const all = FEEDS.get(f.dim) ?? []
  return f.stated && f.amount?.unit !== 'celsius' ? all.slice(0, 1) : all
}

const PROFILE_ANSWER: Readonly<Record<string, string>> = { hitte: 'hitte', koude: 'koude' }

function toLoad(f: Found, dimensie: Dimensie): Load {
  const answer = dimensie === 'temperatuur' ? PROFILE_ANSWER[f.dim] : undefined
  const named = f.amount?.value === false && answer !== undefined ? { op: 'eq' as const, value: `geen-${answer}` } : f.amount
  const amount = answer !== undefined && named === null ? { op: 'eq' as const, value: answer } : named
  const { band, frequency, conditional, span } = f
  return textLoad({ dimensie, amount, band, frequency, conditional, span, provenance: f.stated ? 'stated' : 'expected', confidence: f.stated ? 4 : 3 })
}

/** An amount in one word: equal words are equal amounts. */
const said = (amount: Load['amount']): string => (amount === null ? '' : `${amount.op} ${String(amount.value)} ${amount.unit ?? ''}`)

/**
 * Load read from an advert, with the passage of each entry. Stated: every different amount, the conflict marked. Expected:
 * the strongest phrase of a dimension counts once; repeated words do not add up (`text-evidence.md` 2).
 */
export function readLoads(units: readonly Unit[], lang: 'nl' | 'en'): readonly Load[] {
  const found = units.flatMap((_, i) => readUnit(units, i, lang))
  const told = new Set(found.filter(f => !f.hint).map(f => f.dim))
  const loads = found
    // A hint counts where the advert says nothing else of its dimension.
    .filter(f => !f.hint || !told.has(f.dim))
    .flatMap(f => targets(f).map(d => toLoad(f, d)))
  const stated = new Map<string, Load>()
  const expected = new Map<string, Load>()
  for (const load of loads) {
    if (load.provenance === 'stated') {
      const key = `${load.dimensie}|${said(load.amount)}|${load.frequency?.count ?? ''}`
      if (!stated.has(key)) stated.set(key, load)
    } else {
      const key = `${load.dimensie}|${said(load.amount)}`
      const known = expected.get(key)
      if (known === undefined || (load.band ?? 0) > (known.band ?? 0)) expected.set(key, load)
    }
  }
  const all = [...stated.values()]
  return [...all.map(l => ({ ...l, conflict: differs(l, all) })), ...expected.values()]
}

/** Another stated entry of the dimension says something else; answers that hold beside each other (evening, night) do not. */
function differs(load: Load, all: readonly Load[]): boolean {
  if (load.dimensie === 'etmaal' || load.dimensie === 'temperatuur') return false
  return all.some(o => o !== load && o.dimensie === load.dimensie && said(o.amount) !== said(load.amount))
}
