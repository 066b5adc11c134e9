import type { Dimensie } from '../../domain/dimensie.ts'
import type { Load } from '../../domain/load.ts'
import { isListedAsNot } from './denial.ts'
import { foundOf, type Found } from './found-load.ts'
import { AID, liftedIn, OTHER_GOODS, type Beside } from './lifting.ts'
import { addressed, isConditional, isDenied, isDoubted, isHedged, isMenu } from './phrase-context.ts'
import { inside, isActivity, isHint, matchesOf, overlap, type Match } from './phrase-match.ts'
import { FEEDS, type Phrase } from './phrases.ts'
import { isPlainDenial } from './plain-denial.ts'
import { textLoad } from './text-load.ts'
import { headOver, type Unit } from './units.ts'
import { isOfAnother } from './whose.ts'
import { isOfFirmTime } from './work-times.ts'

/** Where a load may be read: what the advert offers and tells about itself says nothing about the work. */
const SILENT = new Set<Unit['section']>(['over-ons', 'procedure'])
/**
 * In what is offered only adaptations, working times and the place count (`text-evidence.md` 2), and of what kind the job is:
 * "wij bieden een afwisselende functie met veel vrijheid in een hecht team".
 */
const OFFERED = new Set(['nacht', 'onregelmatig', 'aanpassing', 'wisselend', 'zelfstandig', 'samenwerken'])
/** A desk that goes up and down is offered: it eases the posture wherever it stands. */
const offered = ({ dim, mark }: Phrase): boolean => OFFERED.has(dim) || (dim === 'houding' && mark === '-')

/** "Bewoners was je": who does it may stand just behind what is done. */
const BEHIND_VERB = 5

/** Whether a match speaks of the dimension itself and stands: a task of the same sentence says less. */
const saysMore = (unit: Unit, m: Match): boolean =>
  (!isActivity(m) || m.phrase.says.kind !== 'expected') &&
  !isHint(m) &&
  m.phrase.mark !== 'x' &&
  m.phrase.mark !== '~' &&
  !(m.phrase.mark === '+' && isDenied(unit, m))

/** How an advert is read: its language, and its title in folded form, which says who the reader is. */
interface Read {
  readonly lang: 'nl' | 'en'
  readonly title: string
}

const LATE = /(?<![a-z])(?:'?s )?(?:avond|nacht|late?)[a-z]*/
/** "Geen avond- of nachtdiensten", "niet in de avond of het weekend". */
const DENIED_LATE = /\b(?:geen|niet|nooit|zonder|no)\b[^.;:,]{0,40}?(?:avond|nacht|late?)[a-z]*(?:,? (?:of|en|noch) (?:in )?(?:de |het )?(?:'s )?[a-z]+)*/g

/** "Je geeft advies over tillen tot 23 kg": what one speaks of. */
const TOPIC =
  /\b(?:advies|adviseert|adviseren|training|trainingen|lessen|voorlichting|onderzoek|onderzoekt|instructie|cursus|workshops?)\b[^.;,]{0,25}\b(?:over|in|naar|hoe|of)\b[^.;,]{0,25}$/

/**
 * A plain fact of somebody else: "pakketten doet een ploeg die tot 23 kilo tilt", "een voorman rijdt de bus"; of the firm, as far as times
 * go: "in de organisatie wordt gewerkt in nachtdiensten".
 */
const isFactOfAnother = (unit: Unit, { start, end, phrase: { says, dim, mark } }: Match, title: string): boolean =>
  mark === '+' &&
  says.kind !== 'expected' &&
  (isOfAnother(unit, start, end, title) || TOPIC.test(unit.folded.slice(0, start)) || (dim === 'nacht' && isOfFirmTime(unit.folded)))

const NOTHING: readonly Found[] = []

/** What one piece says. Most say nothing, and end here. */
function readUnit(units: readonly Unit[], i: number, read: Read): readonly Found[] {
  const unit = units[i] as Unit
  if (SILENT.has(unit.section)) return NOTHING
  const matches = matchesOf(unit, read.lang, unit.section === 'bieden' ? offered : undefined)
  for (const m of matches) if (m.phrase.mark !== 'x') return weighed(units, i, read, matches)
  return NOTHING
}

/** What the matches of a piece say, each beside the others. */
function weighed(units: readonly Unit[], i: number, { lang, title }: Read, matches: readonly Match[]): readonly Found[] {
  const unit = units[i] as Unit
  const mine = addressed(unit.folded)
  if (mine === undefined) return []
  const counts = (m: Match): boolean =>
    (m.end > mine || (isActivity(m) && m.end + BEHIND_VERB > mine)) &&
    m.phrase.mark !== 'x' &&
    !(lang === 'nl' && isMenu(unit, m)) &&
    !matches.some(v => v.phrase.mark === 'x' && v.phrase.dim === m.phrase.dim && overlap(v, m)) &&
    // The longer phrase of a dimension says what the shorter one in it only begins to say.
    !matches.some(o => o !== m && o.phrase.dim === m.phrase.dim && o.phrase.mark !== 'x' && inside(m, o)) &&
    (m.phrase.mark !== '+' || (!isDenied(unit, m) && !isListedAsNot(unit.folded, m.start, headOver(units, i)?.folded))) &&
    !isFactOfAnother(unit, m, title) &&
    // A phrase about the dimension itself beats what a task of the same sentence lets expect.
    (!isActivity(m) || m.phrase.says.kind !== 'expected' || !matches.some(o => o.phrase.dim === m.phrase.dim && saysMore(unit, o))) &&
    // Hours of the day say "only by day" unless the same sentence speaks of an evening or a night that it does not deny.
    (m.phrase.says.kind !== 'answer' || m.phrase.says.value !== 'dag' || !LATE.test(unit.folded.replace(DENIED_LATE, ' ')))
  const kept = matches.filter(counts)
  if (kept.length === 0) return []
  const beside: Beside = [units.slice(Math.max(0, i - 2), i), units[i + 1], units.slice(i + 1, i + 3)]
  const kan = isConditional(unit)
  // Asked for few phrases only.
  let lifted: boolean | undefined
  const lifts = (): boolean => (lifted ??= liftedIn(unit, beside))
  const plain = ({ start, end, phrase: { dim, says } }: Match): boolean => {
    const part = says.kind === 'answer' ? /^geen-(.*)/.exec(String(says.value))?.[1] : undefined
    return isPlainDenial(units, i, { start, end, dim, part }, u => (u === unit ? matches : matchesOf(u, lang)))
  }
  const doubted = (m: Match): boolean => isDoubted(unit, m)
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
    return [
      foundOf(unit, m, { lowered: weighed || (hedged && m.phrase.mark !== '~'), conditional: m.phrase.mark === '~' || kan, lifts, aided, plain, doubted })
    ]
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

/** Of a task that asks only a little of it one may say that there is none. */
const CONTRARY = 3

/**
 * "Geen nachtwerk" where another sentence asks for nights, or says that they may occur: neither is a fact. Of evening and night each
 * speaks for itself.
 */
function isContradicted(f: Found, all: readonly Found[]): boolean {
  if (!f.stated || f.sense !== 'none') return false
  const part = typeof f.amount?.value === 'string' ? /^geen-(.*)/.exec(f.amount.value)?.[1] : undefined
  return all.some(o => {
    if (o.dim !== f.dim || o.hint) return false
    if (o.sense === 'perhaps') return part === undefined || o.span.text.toLowerCase().includes(part)
    return o.sense === 'asked' && (part === undefined || o.amount === null || o.amount.value === part) && (o.band ?? CONTRARY) >= CONTRARY
  })
}

/** An amount in one word: equal words are equal amounts. */
const said = (amount: Load['amount']): string => (amount === null ? '' : `${amount.op} ${String(amount.value)} ${amount.unit ?? ''}`)

/**
 * Load read from an advert, with the passage of each entry. Stated: every different amount, the conflict marked. Expected:
 * the strongest phrase of a dimension counts once; repeated words do not add up (`text-evidence.md` 2).
 */
export function readLoads(units: readonly Unit[], lang: 'nl' | 'en', title = ''): readonly Load[] {
  const found: Found[] = []
  const read: Read = { lang, title }
  for (let i = 0; i < units.length; i++) found.push(...readUnit(units, i, read))
  const told = new Set(found.filter(f => !f.hint).map(f => f.dim))
  const loads = found
    .map(f => (isContradicted(f, found) ? { ...f, stated: false, amount: null, band: 1 as const } : f))
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
