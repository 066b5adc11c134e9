import type { Load, Span } from '../../domain/load.ts'
import { allMatches } from './all-matches.ts'
import { bandOfKg } from './lifting.ts'
import { isActivity, isHint, type Match } from './phrase-match.ts'
import type { Phrase } from './phrases.ts'
import { isTakenBack } from './plain-denial.ts'
import type { Unit } from './units.ts'

/** What a phrase says of its text dimension, before it is told to the dimensions of the FML. */
export interface Found {
  readonly dim: string
  readonly stated: boolean
  readonly amount: Load['amount']
  readonly band: Load['band']
  readonly frequency: Load['frequency']
  readonly conditional: boolean
  readonly span: Span
  readonly hint: boolean
  /** It says that there is none of it, asks for it, or that it may occur; undefined for what only makes it less. */
  readonly sense: 'none' | 'asked' | 'perhaps' | undefined
}

const spanOf = (unit: Unit, m: Match): Span => ({
  field: 'description',
  start: unit.start + m.start,
  end: unit.start + m.end,
  text: unit.text.slice(m.start, m.end).slice(0, 400)
})

/** What the words around a match say of it. */
export interface Around {
  readonly lowered: boolean
  readonly conditional: boolean
  /** The same sentence or one beside it says that the worker lifts. */
  readonly lifts: () => boolean
  /** An aid takes the weight. */
  readonly aided: boolean
  /** A denial holds as it stands. */
  readonly plain: (m: Match) => boolean
  /** A word of the same part of the sentence denies something, and not surely this. */
  readonly doubted: (m: Match) => boolean
}

/** An answer that there is none of it: no lifting, no night, by day only. */
const isNone = ({ says }: Phrase): boolean => says.kind === 'answer' && (says.value === false || says.value === 'dag' || String(says.value).startsWith('geen-'))

/** One weight of several, and what a law allows: no amount of this work. */
const UNSTEADY =
  /\b(?:gemiddeld|doorgaans|meestal|uitschieters?|uitgezonderd|pieken|tegelijk|tegelijkertijd|per stuk|ook zwaarder|soms zwaarder|on average|usually)\b/
const BY_LAW = /\b(?:arbo\w*|wettelijk\w*|volgens de (?:wet|norm|regels))\b/

/** "Minimaal 5 kg", "meer dan 6 uur", "10 kg en zwaarder": the least of it, with no known end, which never fits a limit. */
const LEAST = /\b(?:minimaal|minstens|ten ?minste|op zijn minst|vanaf|at least)\s+(?:zo'n |wel )?\d[\d.,]*\s*[^\d]*$/
const MORE = /(?<!\b(?:niet|nooit|geen|no|not|never) )\b(?:(?:meer|zwaarder|langer|hoger|vaker) dan|boven(?: de)?|more than)\s+(?:zo'n )?\d[\d.,]*\s*[^\d]*$/
const OR_MORE =
  /^\s*(?:per (?:dag|keer) )?(?:(?:of|en) (?:meer|zwaarder|hoger|langer|vaker)|or (?:more|heavier|longer)|and (?:up|more|heavier))(?=\s*(?:$|[.,;:!)]|per\b))|^\s?\+/
/** "Je kunt minstens 20 kg tillen": who can lift just that has what is asked. */
const ABLE = /\b(?:kun|kunt|kunnen|in staat|able|can)\b/
/** A least amount may be named just before what a phrase begins with. */
const JUST_BEFORE = 25

const CLAUSE_ENDS = /[,.;:]| (?:en|maar|and|but) /

/** What one must be able to do, in the same part of the sentence. */
function isAbility(m: Match, folded: string): boolean {
  const before = folded.slice(0, m.start).split(CLAUSE_ENDS).at(-1) ?? ''
  const behind = folded.slice(m.end).split(CLAUSE_ENDS)[0] ?? ''
  return ABLE.test(`${before}${folded.slice(m.start, m.end)}${behind}`)
}

function opOf(m: Match, folded: string, op: 'eq' | 'max' | 'min'): 'eq' | 'max' | 'min' | 'gt' {
  if (op !== 'eq') return op
  const upTo = folded.slice(Math.max(0, m.start - JUST_BEFORE), m.end)
  if (OR_MORE.test(folded.slice(m.end)) || (LEAST.test(upTo) && !isAbility(m, folded))) return 'min'
  return MORE.test(upTo) ? 'gt' : op
}

/** Whether an amount is what the work asks. A most that is hedged is none: "in de regel hooguit 5 kg". */
function isAmount(m: Match, folded: string, op: string): boolean {
  return m.n !== null && !BY_LAW.test(folded) && !(op === 'eq' && UNSTEADY.test(folded)) && !(op === 'max' && isTakenBack(folded, m.start, m.end))
}

/** "Ervaring met het aansturen van mensen": what somebody did elsewhere lets expect it here. */
const EXPERIENCE = /\b(?:ervaring|experience)\b(?:(?! (?:je|jij|u|you) )[^.;:!?]){0,60}$/

/** Whether a match settles its point alone (`text-evidence.md` 2); a hedge never makes a thing stated. */
function settles(m: Match, folded: string, { lowered, conditional, lifts, aided, plain, doubted }: Around): boolean {
  const { says, mark } = m.phrase
  if (says.kind === 'expected' || lowered || conditional) return false
  if (says.kind === 'amount') return isAmount(m, folded, says.op) && (!says.lifted || lifts()) && !(aided && says.unit === 'kg')
  if (isNone(m.phrase)) return plain(m)
  if (EXPERIENCE.test(folded.slice(0, m.start))) return false
  // "Nachtdiensten? Niet bij ons", "nachtdiensten draai je niet in je eerste jaar".
  return mark !== '+' || !doubted(m)
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
  // A denial that does not hold as it stands: little of it, which is not none.
  return mark === '-' && says.kind === 'answer' ? Math.max(1, band ?? 1) : (band ?? 2)
}

const COUNTED = /(?:\b|\d)(?:keer|maal|x) per uur\b/g
const WEIGHT = /\b(?:kg|kilo|kilogram)\b|\d(?:kg|kilo)\b/g
const ABOUT = "(?:en dat |ongeveer |zo'n |circa |ca\\.? |tot |wel |maximaal |hooguit |hoogstens )*"
/** Right behind the weight, or right before it: elsewhere the times may be those of something else. */
const BEHIND = new RegExp(String.raw`(?:kg|kilo|kilogram),? ${ABOUT}(\d{1,3}|[a-z]+) ?(?:keer|maal|x) per uur\b`)
const BEFORE = new RegExp(String.raw`\b(\d{1,3}|[a-z]+) ?(?:keer|maal|x) per uur (?:een )?(?:[a-z]+ van )?${ABOUT}\d{1,2} ?(?:kg|kilo)\b`)
const WORDS = 'een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig'.split(' ')
const TENS: Readonly<Record<string, number>> = { dertig: 30, veertig: 40, vijftig: 50, zestig: 60, honderd: 100 }

/**
 * Times an hour of the one weight a sentence names: "maximaal 5 kg, ongeveer tien keer per uur". Of two weights or two numbers
 * of times nobody can tell which belongs to which.
 */
function timesOf(folded: string): number | null {
  if (allMatches(COUNTED, folded).length !== 1 || allMatches(WEIGHT, folded).length !== 1) return null
  const word = (BEHIND.exec(folded) ?? BEFORE.exec(folded))?.[1]
  if (word === undefined) return null
  const n = Number(word)
  if (!Number.isNaN(n)) return n
  return WORDS.includes(word) ? WORDS.indexOf(word) + 1 : (TENS[word] ?? null)
}

const SENSES = { '+': 'asked', '~': 'perhaps', '-': undefined, x: undefined } as const

/** What a match says, where it stands: settled, or only to be expected. */
export function foundOf(unit: Unit, m: Match, around: Around): Found {
  const { says, dim } = m.phrase
  const { lowered, conditional } = around
  const times = m.f ?? (says.kind === 'amount' && says.unit === 'kg' ? timesOf(unit.folded) : null)
  const frequency = times === null ? null : ({ count: times, per: 'hour' } as const)
  const span = spanOf(unit, m)
  const asked = SENSES[m.phrase.mark]
  const sense = isNone(m.phrase) ? 'none' : asked === 'asked' && lowered ? 'perhaps' : asked
  if (says.kind !== 'expected' && settles(m, unit.folded, around)) {
    const amount =
      says.kind === 'amount' ? { op: opOf(m, unit.folded, says.op), value: m.n as number, unit: says.unit } : { op: 'eq' as const, value: says.value }
    return { dim, stated: true, amount, band: says.kind === 'answer' && says.value === false ? 0 : null, frequency, conditional, span, hint: false, sense }
  }
  const band = bandOf(m, unit.folded)
  return { dim, stated: false, amount: null, band: lowered ? Math.min(2, Math.max(0, band - 1)) : band, frequency, conditional, span, hint: isHint(m), sense }
}
