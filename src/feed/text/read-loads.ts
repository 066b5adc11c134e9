import type { Load, Span } from '../../domain/load.ts'
import type { Dimensie } from '../../domain/dimensie.ts'
import { candidates, classWords, FEEDS, type Phrase } from './phrases.ts'
import { BY_OTHERS, ENDS_DENIED, EXCEPT } from './denial.ts'
import { readNumber } from './pattern.ts'
import type { Unit } from './units.ts'
import { allMatches } from './all-matches.ts'

interface Match {
  readonly phrase: Phrase
  readonly start: number
  readonly end: number
  readonly n: number | null
  readonly f: number | null
}

/** Where a load may be read: what the advert offers and tells about itself says nothing about the work. */
const SILENT = new Set<Unit['section']>(['over-ons', 'procedure'])
/** In what is offered only adaptations, working times and the place count (`text-evidence.md` 2). */
const OFFERED = new Set(['nacht', 'onregelmatig', 'aanpassing'])
/** A desk that goes up and down is offered: it eases the posture wherever it stands. */
const offered = ({ dim, mark }: Phrase): boolean => OFFERED.has(dim) || (dim === 'houding' && mark === '-')

function matchesOf(unit: Unit, lang: 'nl' | 'en'): readonly Match[] {
  const found: Match[] = []
  for (const phrase of candidates(unit, lang)) {
    const { regex, number } = phrase.pattern
    regex.lastIndex = 0
    for (let m = regex.exec(unit.folded); m !== null; m = regex.exec(unit.folded)) {
      const n = m.groups?.['n'] === undefined ? null : readNumber(m.groups['n'])
      if (n !== null && (n < number.min || n > number.max)) continue
      found.push({ phrase, start: m.index, end: m.index + m[0].length, n, f: m.groups?.['f'] === undefined ? null : Number(m.groups['f']) })
    }
  }
  return found
}

const overlap = (a: Match, b: Match): boolean => a.start < b.end && b.start < a.end
const inside = (a: Match, b: Match): boolean => a.start >= b.start && a.end <= b.end && a.end - a.start < b.end - b.start

const wordsPattern = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![a-z0-9])(?:${words.map(w => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')).join('|')})(?![a-z0-9])`)

const GEEN = wordsPattern(classWords('GEEN'))
const SOMS = wordsPattern(classWords('SOMS'))
const KAN = wordsPattern(classWords('KAN'))
/** These affirm the load although they hold a negation (`text-evidence.md` 2). */
const AFFIRM =
  /(?:niet alleen|niet bang|niet vies|geen moeite|geen probleem|schrikt? niet|niet te beroerd|hand niet om|niet zonder|niets is te|geen hoogtevrees|niet te groot|niet gek van|geen 9 tot 5|geen dag)/
/** The same behind what it affirms: "weer en wind deren je niet". */
const AFFIRM_AFTER =
  /^\s*(?:,\s*)?(?:deer|deert|deren|hinder(?:t|en)|schrik(?:t|ken)|stoort|storen)\s+(?:je|jou|u)\s+niet\b|^\s*(?:maakt|maken)\s+(?:je|jou|u)\s+niets\b/
/** A sentence about what might be chosen states nothing. */
const CONDITIONAL = /^[\s•-]*(?:wie|als|indien|wanneer|mocht|wil je|wilt u|heb je liever|kun je niet|liever)\b/
const ON_REQUEST = /\b(?:op (?:eigen )?verzoek|desgewenst|als je (?:dat )?wilt?|mag ook|is mogelijk|behoort tot de mogelijkheden|naar wens|kan ook)\b/
const DENIED_AFTER =
  /^[\s,]*(?:is |zijn |hoeft |hoeven |komt |komen )?(?:je )?(?:niet|nooit) (?:nodig|vereist|van toepassing|aan de orde|voor\b|te\b|verplicht)/

/** "Het werk op het dak laat je aan een aannemer over": somebody else's work, whoever is addressed. */
const LEFT_TO_OTHERS =
  /^[^.;:!?]{0,20}\b(?:(?:laat|laten|besteed|besteden) (?:je|jij|we|wij) (?:aan|over|uit)\b|(?:wordt|worden) uitbesteed\b|(?:is|are) (?:left to|done by) (?:a|an|our|the)\b)/

/** The six words before a phrase inside its clause. */
function clauseBefore(folded: string, start: number): string {
  const clause =
    folded
      .slice(0, start)
      .split(/[,;:()]|\b(?:maar|en wel|waarbij|omdat|zodat)\b/)
      .at(-1) ?? ''
  return clause.trim().split(/\s+/).slice(-6).join(' ')
}

const CLAUSE_END = /[;:()]|,? (?:ook als|en (?:je|voor)|maar|waarbij|omdat|zodat|terwijl) /g

/** The clause a phrase stands in. */
function clauseAround(folded: string, m: Match): string {
  let [from, to] = [0, folded.length]
  for (const cut of allMatches(CLAUSE_END, folded)) {
    if (cut.index + cut[0].length <= m.start) from = cut.index + cut[0].length
    else if (cut.index >= m.end) {
      to = cut.index
      break
    }
  }
  return folded.slice(from, to)
}

/** A plain "+" phrase that a negation in its clause denies; the tables hold the denials that say something themselves. */
function isDenied(folded: string, m: Match): boolean {
  const before = clauseBefore(folded, m.start)
  if (AFFIRM.test(folded.slice(Math.max(0, m.start - 40), m.end))) return false
  const after = folded.slice(m.end)
  if (AFFIRM_AFTER.test(after)) return false
  return LEFT_TO_OTHERS.test(after) || GEEN.test(before) || DENIED_AFTER.test(after) || ENDS_DENIED.test(after) || BY_OTHERS.test(after)
}

/** The subject is not the worker: "Onze chauffeurs rijden", "de machine tilt", unless the sentence also addresses the reader. */
const OTHERS =
  /^[\s•*-]*(?:(?:je|jouw|uw) (?:leidinggevende|teamleider|manager|chef|baas|collega|collega's)|onze|ons|de machines?|machines?|(?:klanten|patienten|bewoners|leerlingen|studenten)(?! (?:aanspreken|aankleden|adviseren|bedienen|begeleiden|douchen|informeren|rondleiden|te woord|tillen|verplegen|verzorgen|wassen)\b)|ziekenhuizen|zorginstellingen|instellingen|gemeenten|scholen|opdrachtgevers|het bedrijf|de organisatie|(?:wij|we)(?! (?:zoeken|vragen|verwachten|zijn op zoek)\b))\b/
const YOU = /\b(?:je|jij|iemand|jou|jouw|u|uw|jezelf|medewerker|kandidaat|functie)\b/

/** Where a sentence begins to speak of the worker: 0 unless its subject is somebody else; undefined when it never does. */
function addressed(folded: string): number | undefined {
  const others = OTHERS.exec(folded)
  if (others === null) return 0
  const you = folded.slice(others[0].length).search(YOU)
  return you === -1 ? undefined : others[0].length + you
}

interface Found {
  readonly dim: string
  readonly load: Omit<Load, 'dimensie'>
  readonly stated: boolean
}

const spanOf = (unit: Unit, m: Match): Span => ({
  field: 'description',
  start: unit.start + m.start,
  end: unit.start + m.end,
  text: unit.text.slice(m.start, m.end).slice(0, 400)
})

/** The worker lifts what an amount was given for: "je tilt ze", "die sjouw je naar boven", "you unload containers". */
const LIFTS =
  /\b(?:you (?:will )?(?:lift|carry|unload|load|stack|deliver|bring|move)\b|(?:bring|carry|lift|unload|stack|deliver)\b (?=[a-z]+ (?:to|up|by|and)\b)|(?:til|tilt|sjouw|sjouwt|draag|draagt|stapel|stapelt|optillen|tillen|sjouwen|versjouwt|versjouw)\b(?! (?:je )?(?:zorg|bij|verantwoordelijkheid)\b))/
/** Something else takes the weight: what it weighs says no longer what the worker lifts. */
const AID =
  /\b(?:takel|tillift|tilliften|vacuumtiller|vacuumlift|vacuumheffer|plafondlift|steekwagen|steekkar|heftruck|kraantje|heftafel|vacuum lifter|hoist|forklift|hand truck|pallet truck|lifting aid|does the lifting)\b/
/** Steps of weight: up to 5, 10 and 15 kg (`reference-data.md` 4). */
const bandOfKg = (kg: number): number => (kg > 15 ? 4 : kg > 10 ? 3 : kg > 5 ? 2 : 1)

interface Around {
  readonly lowered: boolean
  readonly conditional: boolean
  /** The same sentence or one beside it says that the worker lifts. */
  readonly lifts: boolean
  /** An aid takes the weight. */
  readonly aided: boolean
}

/** Whether a match settles its point alone (`text-evidence.md` 2); a hedge never makes a thing stated. */
function settles(m: Match, folded: string, { lowered, conditional, lifts, aided }: Around): boolean {
  const { says, mark } = m.phrase
  if (says.kind === 'expected' || lowered || conditional) return false
  if (says.kind === 'amount') return m.n !== null && (!says.lifted || lifts) && !(aided && says.unit === 'kg')
  // "Geen tilwerk, behalve op vrijdag" settles nothing.
  return !(mark === '-' && EXCEPT.test(folded.slice(m.end)))
}

function bandOf(m: Match, folded: string): number {
  const { band, mark, says } = m.phrase
  if (band === 'kg') return bandOfKg(m.n ?? 0)
  return mark === '-' && says.kind === 'answer' && says.value === false && EXCEPT.test(folded.slice(m.end)) ? 1 : (band ?? 2)
}

function foundOf(unit: Unit, m: Match, around: Around): Found {
  const { says } = m.phrase
  const { lowered, conditional } = around
  const base = {
    frequency: m.f === null ? null : { count: m.f, per: 'hour' as const },
    minutes: null,
    hoursPerDay: null,
    conditional,
    conflict: false,
    at: null,
    until: null,
    by: null,
    group: null,
    why: null,
    span: spanOf(unit, m),
    kind: 'text' as const
  }
  if (says.kind !== 'expected' && settles(m, unit.folded, around)) {
    const amount = says.kind === 'amount' ? { op: says.op, value: m.n as number, unit: says.unit } : { op: 'eq' as const, value: says.value }
    return {
      dim: m.phrase.dim,
      stated: true,
      load: { ...base, amount, band: says.kind === 'answer' && says.value === false ? 0 : null, provenance: 'stated', confidence: 4 }
    }
  }
  const band = bandOf(m, unit.folded)
  return {
    dim: m.phrase.dim,
    stated: false,
    load: { ...base, amount: null, band: lowered ? Math.min(2, Math.max(0, band - 1)) : band, provenance: 'expected', confidence: 3 }
  }
}

/** The two sentences before one and the one behind it. */
type Beside = readonly [before: readonly Unit[], next: Unit | undefined]

/** "Kratten wegen 18 kg; je tilt ze", "You unload containers. Boxes weigh up to 23 kg." */
const liftedIn = (unit: Unit, [before, next]: Beside): boolean =>
  LIFTS.test(unit.folded) ||
  (next !== undefined && LIFTS.test(next.folded.slice(0, 40))) ||
  before.some(b => b.section === unit.section && LIFTS.test(b.folded))

function readUnit(unit: Unit, beside: Beside, lang: 'nl' | 'en'): readonly Found[] {
  if (SILENT.has(unit.section)) return []
  const matches = matchesOf(unit, lang).filter(m => unit.section !== 'bieden' || offered(m.phrase))
  if (matches.every(m => m.phrase.mark === 'x')) return []
  const mine = addressed(unit.folded)
  if (mine === undefined) return []
  const voids = matches.filter(m => m.phrase.mark === 'x')
  const kept = matches
    .filter(m => m.end > mine)
    .filter(m => m.phrase.mark !== 'x')
    .filter(m => !voids.some(v => v.phrase.dim === m.phrase.dim && overlap(v, m)))
    // The longer phrase of a dimension says what the shorter one in it only begins to say.
    .filter(m => !matches.some(o => o !== m && o.phrase.dim === m.phrase.dim && o.phrase.mark !== 'x' && inside(m, o)))
    .filter(m => m.phrase.mark !== '+' || !isDenied(unit.folded, m))
    // Hours of the day say "only by day" unless the same sentence speaks of an evening or a night.
    .filter(
      m =>
        !(m.phrase.says.kind === 'answer' && m.phrase.says.value === 'dag') ||
        !/\b(?:avond|avonden|nacht|nachten|laat)\b/.test(unit.folded) ||
        GEEN.test(unit.folded)
    )
  // A hedge speaks of its own clause: "haalt strakke deadlines, ook als je af en toe nee moet zeggen".
  const soms = (m: Match): boolean => SOMS.test(clauseAround(unit.folded, m))
  const kan = KAN.test(unit.folded) || CONDITIONAL.test(unit.folded) || ON_REQUEST.test(unit.folded)
  const lifts = liftedIn(unit, beside)
  const found = kept.flatMap(m => {
    const hedged = m.phrase.mark === '~' || (m.phrase.mark === '+' && soms(m))
    if (m.phrase.mark === '~' && m.phrase.band === null) return []
    // "Zakken wegen 25 kilo; je hebt een tillift": beside the weight of a thing the aid may come in the next sentence.
    const lifted = m.phrase.says.kind === 'amount' && m.phrase.says.lifted
    const aided = AID.test(unit.folded) || (lifted && beside[1] !== undefined && AID.test(beside[1].folded))
    const weighed = aided && m.phrase.says.kind === 'amount' && m.phrase.says.unit === 'kg'
    return [foundOf(unit, m, { lowered: weighed || (hedged && m.phrase.mark !== '~'), conditional: m.phrase.mark === '~' || kan, lifts, aided })]
  })
  // An amount beats the words of its sentence.
  return found.filter(f => f.stated || !found.some(o => o.stated && o.dim === f.dim && typeof o.load.amount?.value === 'number'))
}

/** Amounts and plain answers speak of the main dimension; degrees, and what is only expected, of all that a text dimension feeds. */
function targets(f: Found): readonly Dimensie[] {
  const all = FEEDS.get(f.dim) ?? []
  return f.stated && f.load.amount?.unit !== 'celsius' ? all.slice(0, 1) : all
}

const PROFILE_ANSWER: Readonly<Record<string, string>> = { hitte: 'hitte', koude: 'koude' }

function toLoad(f: Found, dimensie: Dimensie): Load {
  const answer = dimensie === 'temperatuur' ? PROFILE_ANSWER[f.dim] : undefined
  const named = f.load.amount?.value === false && answer !== undefined ? { op: 'eq' as const, value: `geen-${answer}` } : f.load.amount
  return { ...f.load, dimensie, amount: answer !== undefined && named === null ? { op: 'eq', value: answer } : named }
}

/** An amount in one word: equal words are equal amounts. */
const said = (amount: Load['amount']): string => (amount === null ? '' : `${amount.op} ${String(amount.value)} ${amount.unit ?? ''}`)

/**
 * Load read from an advert, with the passage of each entry. Stated: every different amount, the conflict marked. Expected:
 * the strongest phrase of a dimension counts once; repeated words do not add up (`text-evidence.md` 2).
 */
export function readLoads(units: readonly Unit[], lang: 'nl' | 'en'): readonly Load[] {
  const loads = units.flatMap((u, i) => readUnit(u, [units.slice(Math.max(0, i - 2), i), units[i + 1]], lang)).flatMap(f => targets(f).map(d => toLoad(f, d)))
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
