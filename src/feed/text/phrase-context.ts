import { allMatches } from './all-matches.ts'
import { Cue, isSet, trigger } from './cue.ts'
import { AFFIRM, AFFIRM_AFTER, BY_OTHERS, ENDS_DENIED, ENGLISH, SAYS_NO } from './denial.ts'
import { isActivity, type Match } from './phrase-match.ts'
import { classWords } from './phrases.ts'
import type { Unit } from './units.ts'

const wordsPattern = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![a-z0-9])(?:${words.map(w => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')).join('|')})(?![a-z0-9])`)

/** The longest word of each phrase: one of them is in everything the pattern matches. */
const longestWords = (phrases: readonly string[]): string => phrases.map(p => p.split(' ').toSorted((a, b) => b.length - a.length)[0]).join(' ')

const GEEN = wordsPattern(classWords('GEEN'))
const SOMS = wordsPattern(classWords('SOMS'))
const SOMETIMES = trigger(longestWords(classWords('SOMS')))
const KAN = new Cue(longestWords(classWords('KAN')), wordsPattern(classWords('KAN')))
/** A word of every denial below, and of what affirms by one. */
const DENIAL = trigger([
  ...classWords('GEEN').filter(w => !w.includes(' ')),
  'niets',
  'nee',
  'vrijwillig',
  'vrijwillige',
  'optioneel',
  'facultatief',
  'no',
  'none',
  'not',
  'never',
  'without',
  "won't",
  "don't",
  "doesn't",
  "aren't",
  "isn't",
  "can't"
])

/** A sentence about what might be chosen states nothing. */
const CONDITIONAL = /^[\s•-]*(?:en |maar |of )?(?:wie|als|indien|wanneer|mocht|wil je|wilt u|heb je liever|kun je niet|liever)\b/
/** "Als teamleider stuur je de ploeg aan": in that role, under no condition. */
const AS_ROLE = /^[\s•-]*als (?!(?:je|jij|u|het|er|de|dat|dit|we|wij|ze|zij|iemand|niemand|alles)\b)(?:[a-z']+ ){1,4}?[a-z]+ (?:je|jij|u)\b/
const ON_REQUEST = new Cue(
  'verzoek desgewenst wil wilt mag mogelijk mogelijkheden wens kan',
  /\b(?:op (?:eigen )?verzoek|desgewenst|als je (?:dat )?wilt?|mag ook|is mogelijk|behoort tot de mogelijkheden|naar wens|kan ook)\b/
)
const DENIED_AFTER =
  /^[\s,]*(?:is |zijn |hoeft |hoeven |komt |komen )?(?:je )?(?:niet|nooit) (?:nodig|vereist|van toepassing|aan de orde|voor\b|te\b|verplicht)|^ (?:niet|nooit)\s*(?:$|[.,;:!)])/

/** "Het werk op het dak laat je aan een aannemer over": somebody else's work, whoever is addressed. */
const LEFT_TO_OTHERS =
  /^[^.;:!?]{0,20}\b(?:(?:laat|laten|besteed|besteden) (?:je|jij|we|wij) (?:aan|over|uit)\b|(?:wordt|worden) uitbesteed\b|(?:is|are) (?:left to|done by) (?:a|an|our|the)\b)/

const LEAVES = trigger('laat laten besteed besteden uitbesteed left done')

/** The six words before a phrase inside its clause. */
function clauseBefore(folded: string, start: number): string {
  const clause =
    folded
      .slice(0, start)
      .split(/[,;:()]|\b(?:maar|en wel|waarbij|omdat|zodat|but)\b/)
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

/** A negation between the parts of an activity: "machines hoef je niet te bedienen". */
const DENIED_WITHIN = /\b(?:niet|niets|geen|nooit|zonder)\b/
const DONE_BY = /\bword(?:t|en) door (?:de|een|het|onze)\b/

/** "De kwaliteit bewaken wij": who does it stands in or just behind the task. */
function isOurs(folded: string, m: Match): boolean {
  const task = folded.slice(m.start, m.end + BEHIND)
  return /\b(?:wij|we)\b/.test(task) && !/\b(?:je|jij|u)\b/.test(task)
}
const BEHIND = 4

/** What is done is somebody else's, whether or not a word denies it. */
function isOfOthers(unit: Unit, m: Match): boolean {
  const after = unit.folded.slice(m.end)
  if (isActivity(m) && (DONE_BY.test(unit.folded.slice(m.start, m.end)) || isOurs(unit.folded, m))) return true
  return (isSet(unit, LEAVES) && LEFT_TO_OTHERS.test(after)) || BY_OTHERS.test(after)
}

/** A plain "+" phrase that a negation in its clause denies; the tables hold the denials that say something themselves. */
export function isDenied(unit: Unit, m: Match): boolean {
  // Most sentences deny nothing, and then nothing is to be affirmed either.
  if (!isSet(unit, DENIAL)) return isOfOthers(unit, m)
  const { folded } = unit
  if (AFFIRM.test(folded.slice(Math.max(0, m.start - 40), m.end))) return false
  const after = folded.slice(m.end)
  if (isActivity(m) && (DENIED_WITHIN.test(folded.slice(m.start, m.end)) || DONE_BY.test(folded.slice(m.start, m.end)) || isOurs(folded, m))) return true
  if (AFFIRM_AFTER.test(after)) return false
  const before = clauseBefore(folded, m.start)
  return GEEN.test(before) || ENGLISH.test(before) || SAYS_NO.test(after) || DENIED_AFTER.test(after) || ENDS_DENIED.test(after) || isOfOthers(unit, m)
}

/** Up to what ends its own part of the sentence. */
const PART_ENDS = /[,;:()]|\b(?:en|maar|want|omdat|dus|and|but)\b/
const BY_CHOICE = /^\s*(?:is|zijn|zijn er)? ?(?:op )?(?:vrijwillige?|optioneel|facultatief)\b/

/** What is asked is asked in a question, by choice, or something behind it denies part of it: "nachtdiensten draai je niet in je eerste jaar". */
export function isDoubted(unit: Unit, m: Match): boolean {
  if (/\?\s*$/.test(unit.folded)) return true
  if (!isSet(unit, DENIAL) || AFFIRM.test(unit.folded)) return false
  const after = unit.folded.slice(m.end)
  return BY_CHOICE.test(after) || DENIED_WITHIN.test(after.split(PART_ENDS)[0] ?? '')
}

/** The subject is not the worker: "Onze chauffeurs rijden", "de machine tilt", unless the sentence also addresses the reader. */
const OTHERS =
  /^[\s•*-]*(?:(?:je|jouw|uw) (?:leidinggevende|teamleider|manager|chef|baas|collega|collega's)|onze|ons|(?:de )?machines?(?! bepa)|zij(?! aan zij)|(?:klanten|patienten|bewoners|leerlingen|studenten)(?! (?:aanspreken|aankleden|adviseren|bedienen|begeleiden|douchen|informeren|rondleiden|te woord|tillen|verplegen|verzorgen|wassen)\b)|ziekenhuizen|zorginstellingen|instellingen|gemeenten|scholen|opdrachtgevers|het bedrijf|de organisatie|de (?:patient|client|bewoner|leerling|student)(?= [a-z]+t\b)|(?:wij|we)(?! (?:zoeken|vragen|verwachten|zijn op zoek)\b))\b/
const YOU = /\b(?:je|jij|iemand|jou|jouw|u|uw|jezelf|medewerker|kandidaat|functie)\b/

/** Where a sentence begins to speak of the worker: 0 unless its subject is somebody else; undefined when it never does. */
export function addressed(folded: string): number | undefined {
  const others = OTHERS.exec(folded)
  if (others === null) return 0
  const you = folded.slice(others[0].length).search(YOU)
  return you === -1 ? undefined : others[0].length + you
}

/** A hedge speaks of its own clause: "haalt strakke deadlines, ook als je af en toe nee moet zeggen". */
export const isHedged = (unit: Unit, m: Match): boolean => isSet(unit, SOMETIMES) && SOMS.test(clauseAround(unit.folded, m))

/** A sentence about what may occur or might be chosen. */
export const isConditional = (unit: Unit): boolean => KAN.test(unit) || (CONDITIONAL.test(unit.folded) && !AS_ROLE.test(unit.folded)) || ON_REQUEST.test(unit)

/** "Werken bij ons Contact Agenda Pers": the menu of a page, whose words are no sentence. */
const IN_CAPITALS = /^\p{Lu}\p{Ll}/u
const [FEW_WORDS, MOSTLY] = [4, 0.7]
const LEAST_CAPITALS = FEW_WORDS * MOSTLY
const isCapital = (code: number): boolean => (code >= 65 && code <= 90) || code >= 0xc0
export function isMenu(unit: Unit, m: Match): boolean {
  // Nearly every passage has too few capitals, and no words need to be cut out of it.
  let capitals = 0
  for (let i = m.start; i < m.end; i++) if (isCapital(unit.text.charCodeAt(i))) capitals++
  if (capitals < LEAST_CAPITALS) return false
  const words = unit.text.slice(m.start, m.end).split(/\s+/)
  return words.length >= FEW_WORDS && words.filter(w => IN_CAPITALS.test(w)).length >= MOSTLY * words.length
}
