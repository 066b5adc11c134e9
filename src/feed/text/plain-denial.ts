import type { Match } from './phrase-match.ts'
import type { Unit } from './units.ts'

/**
 * "Geen tilwerk" states that nothing is lifted; "meestal geen tilwerk", "geen tilwerk in de zomer" and "geen tilwerk? Vergeet het
 * maar" do not. A denial that is believed too soon sends somebody to work that harms, so it states something only where nothing in
 * its sentence or just behind it takes part of it back; else it lets expect little, which brings a question.
 */

/** How sure and how often: wherever it stands in the sentence. */
const HEDGED =
  /\b(?:bijna|nagenoeg|vrijwel|haast|praktisch (?:geen|niet|nooit)|zo goed als|amper|nauwelijks|meestal|doorgaans|gewoonlijk|normaal(?: gesproken)?|normaliter|in principe|in beginsel|in de regel|als regel|over het algemeen|in het algemeen|standaard|hoofdzakelijk|voornamelijk|grotendeels|overwegend|zo ?veel mogelijk|zo min mogelijk|momenteel|voorlopig|vooralsnog|op dit moment|tijdelijk(?! (?:contract|werk|dienstverband))|voor nu|nu nog|nog (?:geen|niet)|officieel|formeel|usually|normally|generally|mostly|typically|mainly|currently|for now|at the moment|almost|hardly|virtually|practically|in principle|as a rule|ideally)\b/
/** Under what condition, and with what exception. */
const UNLESS =
  /\b(?:indien|mits|tenzij|zolang|wanneer(?!\s*[:?])|mocht|zodra|totdat|als (?:je|jij|u|het|er|de|dat|dit|we|wij|ze|zij|iemand|niemand)|in overleg|desgewenst|behalve|afgezien|uitgezonderd|uitzondering(?:en)?|op [^.;]{1,45} na(?=\s*(?:$|[.,;:!)]))|buiten (?:het|de|een) [a-z]+en\b|except|unless|apart from|other than|aside from|as long as|provided|if|when|until)\b/
/** For whom: an age, a group. */
const FOR_SOME =
  /\b(?:(?:vanaf|boven|onder|tot|na) (?:de |je )?\d\d(?: ?jaar| ?jarige\w*|ste|e)\b|\d\d ?\+|\d\d ?plus|ouder dan|jonger dan|voor (?:vrouwen|mannen|zwanger\w*|jongeren|ouderen|medewerkers|collega's|starters|studenten|wie|mensen|minderjarigen|nieuwe))/
/** A denial of the denial, a demand that is no demand, and part of the thing. */
const NOT_REALLY =
  /\b(?:niet zo dat|betekent niet|wil niet zeggen|niet (?:meteen |direct )?verplicht|geen verplicht\w*|geen vaste|geen (?:directe?|dagelijkse?|continu|lange|lang|vele|veel)|niet dagelijks|niet altijd|niet de hele|niet continu|niet veel|niet vaak|not (?:always|often|mandatory|required to)|no (?:direct|daily|regular|mandatory))\b/
/** How often and how much, of its own part of the sentence. */
const OFTEN =
  /\b(?:hooguit|boven de \d|(?:zwaarder|meer|langer|vaker) dan|vooral|veelal|liefst|liever|vaak|soms|af en toe|regelmatig|geregeld|zelden|incidenteel|sporadisch|dagelijks|often|sometimes|occasionally|regularly)\b/
const PERIOD =
  'zomer\\w*|winter\\w*|herfst|lente|voorjaar|najaar|kerst\\w*|vakantie\\w*|(?:hoog|laag)?seizoen\\w*|proeftijd|inwerk\\w*|opleiding\\w*|training\\w*|training period|eerste|begin|laatste|rustige|drukke|periode|maanden?|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|summer|winter|first|busy|quiet'
const WEEKDAY = 'maandag\\w*|dinsdag\\w*|woensdag\\w*|donderdag\\w*|vrijdag\\w*|mondays?|fridays?'
const PART_OF_DAY = 'ochtend\\w*|middag\\w*|avond\\w*|nacht\\w*|weekend\\w*|zaterdag\\w*|zondag\\w*|feestdag\\w*|mornings?|evenings?'
const AT = '\\b(?:in|tijdens|gedurende|op|rond|during|on|in) (?:de |het |je |jouw |een |onze |deze |the |your )?'
/** When, of its own part of the sentence: a season, a beginning; of work that is no working time also a part of the day or the week. */
const WHEN = new RegExp(`${AT}(?:${PERIOD}|${WEEKDAY})\\b`)
const WHEN_OF_DAY = new RegExp(`${AT}(?:${PERIOD}|${WEEKDAY}|${PART_OF_DAY})\\b`)
/** What comes behind is another matter, or takes it back. */
const BUT =
  /\b(?:maar|wel|echter|toch|daarentegen|behoudens|alleen (?:maar )?(?:bij|in|op|als|voor|met|wanneer|soms|tijdens)|but|however|although|though|only (?:when|if|in|on|with))\b/
/** A next sentence that goes on about it. */
const GOES_ON =
  /^[\s•*-]*(?:en |ja, |nee, )?(?:wel|maar|echter|toch|behalve|soms|af en toe|incidenteel|sporadisch|een enkele keer|alleen (?:bij|in|op|als|voor|wanneer|soms|tijdens)|bij (?:ziekte|uitval|drukte|pieken|hoge|uitzondering|calamiteiten|storing\w*|afwezigheid|spoed|nood)|vergeet|niks voor|niets voor|in overleg|op verzoek|tenzij|later|daarna|na (?:je|de|het|een|drie|\d)|als (?:je|de|het|er)|wanneer|but|except|sometimes|occasionally|however|unless|only|after)\b/
const TAKES_OVER = /\b(?:(?:neem|val|spring) (?:je|jij) [^.;]{0,25}\b(?:over|in|bij)|vervang (?:je|jij)|je vervangt)\b/
/** A part of a sentence by itself. */
const PART_ENDS = /[,;:()]|\b(?:en|maar|want|omdat|dus|waarbij|zodat|and|but)\b/

/** Dimensions that one piece of work asks together: what is denied of one and said of the other contradicts. */
const KIN: ReadonlyArray<ReadonlySet<string>> = [
  ['tillen', 'duwen'],
  ['klant', 'zorg', 'conflict'],
  ['deadlines', 'tempo'],
  ['zitten', 'rijden', 'toetsenbord'],
  ['nacht', 'onregelmatig'],
  ['trap', 'klimmen', 'lopen'],
  ['staan', 'lopen']
].map(dims => new Set(dims))
const isKin = (a: string, b: string): boolean => a === b || KIN.some(k => k.has(a) && k.has(b))

/** What stands in the sentence that a denial is read from. */
export interface Denial {
  readonly start: number
  readonly end: number
  /** The text dimension; `tijd` for parts of the day and the week, whatever reads them. */
  readonly dim: string
  /** Of a working time the part of the day: another part is another matter. */
  readonly part?: string | undefined
}

/** The part of the sentence it stands in, itself left out. */
function ownPart(folded: string, { start, end }: Denial): string {
  const before = folded.slice(0, start).split(PART_ENDS).at(-1) ?? ''
  const after = folded.slice(end).split(PART_ENDS)[0] ?? ''
  return `${before} | ${after}`
}

/** Whether what stands behind a "maar" or "wel" is surely about something else: other phrases, and none of its own dimension or its kin. */
function isOther(matches: readonly Match[], folded: string, from: number, { dim, part }: Denial): boolean {
  if (part !== undefined && folded.includes(part, from)) return false
  const otherPart = (m: Match): boolean => part !== undefined && !folded.slice(m.start, m.end).includes(part)
  const behind = matches.filter(m => m.start >= from && m.phrase.mark !== 'x')
  return behind.length > 0 && !behind.some(m => isKin(m.phrase.dim, dim) && !otherPart(m))
}

/** Whether the sentence itself takes back what it says at a place: a question, a hedge, a condition, an age. */
export function isTakenBack(folded: string, start: number, end: number): boolean {
  const outside = `${folded.slice(0, start)} | ${folded.slice(end)}`
  return /\?\s*$/.test(folded) || HEDGED.test(outside) || UNLESS.test(outside) || FOR_SOME.test(outside)
}

/**
 * Whether a denial in sentence `i` holds as it stands. `matchesOf` gives the phrases of a sentence; where nobody reads them, what stands
 * behind a "maar" always counts.
 */
export function isPlainDenial(units: readonly Unit[], i: number, denial: Denial, matchesOf: (unit: Unit) => readonly Match[] = () => []): boolean {
  const unit = units[i] as Unit
  const { folded } = unit
  const { start, end, dim } = denial
  if (isTakenBack(folded, start, end) || NOT_REALLY.test(folded)) return false
  // "Je zoekt geen baan zonder klantcontact."
  if (/^(?:\S+ )?zonder\b/.test(folded.slice(start, end)) && /\b(?:geen|niet|nooit)\b/.test(folded.slice(0, start))) return false
  const part = ownPart(folded, denial)
  if (OFTEN.test(part) || (dim === 'tijd' || dim === 'nacht' ? WHEN : WHEN_OF_DAY).test(part)) return false
  const but = BUT.exec(folded.slice(end))
  if (but !== null && !isOther(matchesOf(unit), folded, end + but.index, denial)) return false
  return [units[i + 1], units[i + 2]].every((next, k) => {
    if (next === undefined || next.section !== unit.section) return true
    if (TAKES_OVER.test(next.folded)) return false
    return k > 0 || !GOES_ON.test(next.folded) || isOther(matchesOf(next), next.folded, 0, denial)
  })
}
