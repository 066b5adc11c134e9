import { allMatches } from './all-matches.ts'
import { AFFIRM, BY_OTHERS, ENDS_DENIED, EXCEPT } from './denial.ts'
import { isActivity, type Match } from './phrase-match.ts'
import { classWords } from './phrases.ts'

const wordsPattern = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![a-z0-9])(?:${words.map(w => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')).join('|')})(?![a-z0-9])`)

export const GEEN = wordsPattern(classWords('GEEN'))
const SOMS = wordsPattern(classWords('SOMS'))
const KAN = wordsPattern(classWords('KAN'))
/** The same behind what it affirms: "weer en wind deren je niet". */
const AFFIRM_AFTER =
  /^\s*(?:,\s*)?(?:deer|deert|deren|hinder(?:t|en)|schrik(?:t|ken)|stoort|storen)\s+(?:je|jou|u)\s+niet\b|^\s*(?:maakt|maken)\s+(?:je|jou|u)\s+niets\b/
/** A sentence about what might be chosen states nothing. */
const CONDITIONAL = /^[\s•-]*(?:en |maar |of )?(?:wie|als|indien|wanneer|mocht|wil je|wilt u|heb je liever|kun je niet|liever)\b/
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

/** A negation between the parts of an activity: "machines hoef je niet te bedienen". */
const DENIED_WITHIN = /\b(?:niet|niets|geen|nooit|zonder)\b|\bword(?:t|en) door (?:de|een|het|onze)\b/

/** "De kwaliteit bewaken wij": who does it stands in or just behind the task. */
function isOurs(folded: string, m: Match): boolean {
  const task = folded.slice(m.start, m.end + BEHIND)
  return /\b(?:wij|we)\b/.test(task) && !/\b(?:je|jij|u)\b/.test(task)
}
const BEHIND = 4

/** A plain "+" phrase that a negation in its clause denies; the tables hold the denials that say something themselves. */
export function isDenied(folded: string, m: Match): boolean {
  const before = clauseBefore(folded, m.start)
  if (AFFIRM.test(folded.slice(Math.max(0, m.start - 40), m.end))) return false
  const after = folded.slice(m.end)
  if (isActivity(m) && (DENIED_WITHIN.test(folded.slice(m.start, m.end)) || isOurs(folded, m))) return true
  if (AFFIRM_AFTER.test(after)) return false
  return LEFT_TO_OTHERS.test(after) || GEEN.test(before) || DENIED_AFTER.test(after) || ENDS_DENIED.test(after) || BY_OTHERS.test(after)
}

/** The subject is not the worker: "Onze chauffeurs rijden", "de machine tilt", unless the sentence also addresses the reader. */
const OTHERS =
  /^[\s•*-]*(?:(?:je|jouw|uw) (?:leidinggevende|teamleider|manager|chef|baas|collega|collega's)|onze|ons|(?:de )?machines?(?! bepa)|zij(?! aan zij)|(?:klanten|patienten|bewoners|leerlingen|studenten)(?! (?:aanspreken|aankleden|adviseren|bedienen|begeleiden|douchen|informeren|rondleiden|te woord|tillen|verplegen|verzorgen|wassen)\b)|ziekenhuizen|zorginstellingen|instellingen|gemeenten|scholen|opdrachtgevers|het bedrijf|de organisatie|(?:wij|we)(?! (?:zoeken|vragen|verwachten|zijn op zoek)\b))\b/
const YOU = /\b(?:je|jij|iemand|jou|jouw|u|uw|jezelf|medewerker|kandidaat|functie)\b/

/** Where a sentence begins to speak of the worker: 0 unless its subject is somebody else; undefined when it never does. */
export function addressed(folded: string): number | undefined {
  const others = OTHERS.exec(folded)
  if (others === null) return 0
  const you = folded.slice(others[0].length).search(YOU)
  return you === -1 ? undefined : others[0].length + you
}

/** "Geen tilwerk, behalve op vrijdag", but not "geen contact met klanten en je werkt met hooguit zeven anderen". */
export const excepted = (folded: string, m: Match): boolean => EXCEPT.test(folded.slice(m.end).split(/ en (?=[a-z]+(?:t|en)? )/)[0] ?? '')

/** A hedge speaks of its own clause: "haalt strakke deadlines, ook als je af en toe nee moet zeggen". */
export const isHedged = (folded: string, m: Match): boolean => SOMS.test(clauseAround(folded, m))

/** A sentence about what may occur or might be chosen. */
export const isConditional = (folded: string): boolean => KAN.test(folded) || CONDITIONAL.test(folded) || ON_REQUEST.test(folded)
