import { isSet, trigger } from './cue.ts'
import type { Unit } from './units.ts'

/**
 * Whose paper, night or week a sentence speaks of. "Een voorman met rijbewijs brengt je", "onze koeriers rijden 's nachts", "hun
 * code 95": a fact of somebody else, which must not be read as one of the job.
 */

/** One who works beside the reader, a crew, and those one works for. */
const PERSONS: ReadonlySet<string> = new Set(
  ("voorman voorvrouw chauffeur belader kok kokkin bakker chef monteur technicus technici elektricien inmeter oprichter oprichtster directeur baas eigenaar opa vader moeder teamleider leidinggevende manager uitvoerder leermeester vervoerder wijkverpleging nachtteam nachtploeg avondploeg dagploeg buitenploeg storingsploeg meldkamer glazenwasser leverancier recruiter intercedent accountant arts dokter huisarts tandarts apotheker stagiair stagiaire brandweer collega collega's koks artsen mannen vrouwen monteurs klanten gasten bezoekers clienten bewoners leerlingen studenten vrijwilligers mensen verzorgenden helpenden docenten consulenten assistenten agenten intercedenten juristen").split(' ') // prettier-ignore
)
/** The endings of people in many, and words with such an ending that are something else or speak of the one who is sought. */
const AGENTS = /^[a-z]{2,}(?:eurs|isten|aars|genden|kundigen|logen|lieden|lui|ici|iers|[bdfgklmnprstvwz]ers)$/
const NO_AGENTS: ReadonlySet<string> = new Set(
  ('anders kamers nummers cijfers computers zomers winters containers trailers rollers papers dossiers letters meters liters kilometers partners lagers filters posters folders banners scanners motors koffers planners steigers eigenaars medewerkers werknemers kandidaten sollicitanten inwoners aanpakkers doorzetters starters schoolverlaters herintreders parttimers fulltimers flexwerkers toppers kanjers zijinstromers').split(' ') // prettier-ignore
)
/** Names for whoever is sought: "twintig klantenservicemedewerkers die thuis werken". */
const SOUGHT_AS = /(?:medewerkers|werknemers)$/
/** "Onze montageploeg": a crew of its own. */
const CREW = /^[a-z]{3,}ploeg$/
const isPerson = (word: string): boolean => PERSONS.has(word) || CREW.test(word) || (AGENTS.test(word) && !NO_AGENTS.has(word) && !SOUGHT_AS.test(word))

/** What stands before a person who does or has something; a number too. */
const BEFORE_PERSON: ReadonlySet<string> = new Set('onze ons de het die deze hun zijn haar een beide iedere elke andere sommige veel enkele twee drie vier vijf zes zeven acht negen tien twaalf'.split(' ')) // prettier-ignore
/** "Samen met onze monteurs", "voor de gasten": no subject. */
const NO_SUBJECT: ReadonlySet<string> = new Set('met aan voor bij naast tussen over naar en of tot als tegen onder ben bent van in mbo hbo niveau'.split(' '))
/** So far behind the first word the person may stand: "de vaste nachtploeg". */
const NEAR = 3

/** "Hij heeft gewerkt", "anderen kunnen niet", "hun rijbewijs". */
const PRONOUN = /\b(?:sommigen|anderen|de meesten|een deel|hun)\b|^[\s•*-]*(?:hij|ze|zij(?! aan zij))\b/
/** The reader is spoken to, or somebody is sought. */
const READER = /\b(?:reken (?:maar )?op|je|jij|jou|jouw|u|uw|jezelf|you|your|iemand|zoeken|zoekt|gezocht|gevraagd|op zoek|looking for|seeking)\b/

/** "Een voorman met rijbewijs brengt je", "hun eigen rijbewijs": whose it is stands just before it, whoever is spoken to. */
const HOLDER = /([a-z']+) (?:met|heeft|hebben|in (?:het )?bezit van) (?:(?:een|hun|geldig|geldige|eigen) ){0,3}$/
const THEIR = /\bhun (?:[a-z]+ )?(?:[a-z0-9]+ (?:[a-z0-9]{1,3} )?en )?$/
/** "Roep je een gediplomeerd drogist": whoever is called has it. */
const CALLED = /\b(?:roep|roept|bel|belt|schakel|schakelt|vraag|vraagt) (?:je|jij|u) (?:er )?(?:een|de|onze) $/
const SOUGHT = /\b(?:zoeken|zoekt|gezocht|gevraagd|op zoek|vacature|looking for|seeking|(?:je|jij|u) bent|ben (?:je|jij)|bent u|you are)\b/

/** A part of a sentence ends here. */
const PART_ENDS = /[;!?()]|[.:](?!\d)|, | (?:maar|want|terwijl|waarbij|zodat|omdat|dus) /g
/** It goes on about whoever the part before it names: "de inmeter, die rijbewijs heeft". */
const GOES_ON = /^\s*(?:die|dat|waarvan|wie|allemaal|met|hun)\b/
/** "Achttien verzorgenden die dag en nacht klaarstaan": the same without a comma. */
const RELATIVE = /\b([a-z']+) (?:en [a-z]+ )?die\b(?![^.;]{0,60}\b(?:je|jij|jou|jouw|u|uw)\b)/g

/** Where the part of a sentence begins and ends in which a place stands. */
function partAround(folded: string, start: number, end: number): readonly [number, number] {
  let [from, to] = [0, folded.length]
  PART_ENDS.lastIndex = 0
  for (let m = PART_ENDS.exec(folded); m !== null; m = PART_ENDS.exec(folded)) {
    const behind = m.index + m[0].length
    if (behind <= start) from = behind
    else if (m.index >= end) {
      to = m.index
      break
    }
  }
  return [from, to]
}

/** So far back whoever it is of is looked for. */
const FAR = 60
const [WHOLE, ENDING] = [5, 3]
/** "Chauffeurs" in an advert for a chauffeur is the reader; of a short word ("kok") all of it must be there. */
const isOfTitle = (noun: string, title: string): boolean =>
  noun.length <= WHOLE
    ? title.split(/[^a-z']+/).some(word => word === noun || `${word}s` === noun)
    : title.includes(noun.slice(0, Math.max(WHOLE, noun.length - ENDING)))

const WORDS = /[a-z0-9']+/g
/** No person has a shorter name: "kok", "opa". */
const SHORTEST = 3
const isBeforePerson = (word: string): boolean => BEFORE_PERSON.has(word) || /^\d+$/.test(word)

/** Whether a part of a sentence that does not speak to the reader names somebody else as the one it speaks of. */
function namesAnother(part: string, title: string): boolean {
  if (PRONOUN.test(part)) return true
  const words = part.match(WORDS) ?? []
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string
    if (word.length < SHORTEST || !isPerson(word) || isOfTitle(word, title)) continue
    // "Verpleegkundigen draaien nachten" begins with whom it tells of.
    if (i === 0 && AGENTS.test(word)) return true
    for (let k = i - 1; k >= 0 && k >= i - NEAR; k--) if (isBeforePerson(words[k] as string) && !NO_SUBJECT.has(words[k - 1] ?? '')) return true
  }
  return false
}

/** "Een team van achttien verzorgenden die dag en nacht klaarstaan", up to a place. */
function isRelative(before: string, title: string): boolean {
  if (!before.includes(' die')) return false
  RELATIVE.lastIndex = 0
  for (let m = RELATIVE.exec(before); m !== null; m = RELATIVE.exec(before)) {
    const noun = m[1] ?? ''
    if (isPerson(noun) && !isOfTitle(noun, title)) return true
  }
  return false
}

/** What stands before the bracket around a place: "de inmeter (die heeft rijbewijs)". */
function beforeBracket(folded: string, start: number): string {
  const open = folded.lastIndexOf('(', start)
  return open === -1 || folded.lastIndexOf(')', start) > open ? '' : folded.slice(Math.max(0, open - FAR), open)
}
const LAST_WORD = /([a-z']+)\s*$/
/** "600 pedagogisch medewerkers (mbo, rijbewijs)": a whole staff is told of. */
const STAFF = /\b\d{2,}(?: [a-z]+){0,2} (?:medewerkers|werknemers|collega's|mensen|vrijwilligers)\s*$/

/** "Een andere afdeling tilt", "(die tillen)" behind it. */
const OTHER_CREW = /\b(?:een|de|het) ander(?:e)? (?:afdeling|ploeg|team|dienst|bedrijf|collega|locatie|vestiging)\b/
/** "Vroeger tilde ik": somebody tells of himself. */
const TELLS = /\bik\b/

/** The words that stand just before what somebody holds; most places have another before them. */
const HOLDS = /(?:met|heeft|hebben|van|een|hun|geldige?|eigen) $/

/** Whose it is stands just before it. */
function isHeld(folded: string, start: number, bracket: string, title: string): boolean {
  const before = folded.slice(Math.max(0, start - FAR), start)
  if (before.includes('hun') && THEIR.test(before)) return true
  if (CALLED.test(before) || (bracket !== '' && STAFF.test(bracket))) return true
  const holders = [HOLDS.test(before) ? HOLDER.exec(before)?.[1] : undefined, bracket === '' ? undefined : LAST_WORD.exec(bracket)?.[1]]
  return holders.some(h => h !== undefined && isPerson(h) && !isOfTitle(h, title)) && !SOUGHT.test(folded)
}

type Readable = Pick<Unit, 'folded' | 'marks'>

/** One of these is in every sentence that speaks of somebody else; most sentences have none of them. */
const WHO = trigger([
  ...PERSONS,
  ...'hun hij ze zij sommigen anderen meesten deel ander andere ik roep roept bel belt schakel schakelt vraag vraagt mensen medewerkers werknemers'.split(' '),
  ...'eurs* isten* aars* genden* kundigen* logen* lieden* lui* ici* iers* ploeg*'.split(' '),
  ...'bdfgklmnprstvwz'.split('').map(letter => `${letter}ers*`)
])

/** Whether what stands from `start` to `end` of a sentence is of somebody else than the reader. `title` is the folded title. */
export function isOfAnother(unit: Readable, start: number, end: number, title = ''): boolean {
  if (!isSet(unit, WHO)) return false
  const { folded } = unit
  if (folded.includes('ik ') && TELLS.test(folded) && !READER.test(folded)) return true
  const bracket = beforeBracket(folded, start)
  const [from, to] = partAround(folded, start, end)
  const part = folded.slice(from, to)
  if (folded.includes('ander') && (OTHER_CREW.test(folded.slice(from, start)) || OTHER_CREW.test(bracket))) return true
  if (isHeld(folded, start, bracket, title)) return true
  const spoken = READER.test(part)
  if ((!spoken && namesAnother(part, title)) || isRelative(folded.slice(0, start), title)) return true
  if (spoken) return false
  // "De meesten zitten achter het stuur (rijbewijs C, nachten)": a bracket goes on about the part before it.
  if (bracket !== '') {
    const last = bracket.slice(partAround(bracket, bracket.length, bracket.length)[0])
    if (!READER.test(last) && namesAnother(last, title)) return true
  }
  // "Negen intercedenten, allemaal opgeleid, met een rijbewijs": back to the part that names somebody.
  for (let [at, until] = [from, folded.length]; at > 0 && GOES_ON.test(folded.slice(at, until)) && !READER.test(folded.slice(at, until));) {
    ;[at, until] = [partAround(folded, at - 1, at - 1)[0], at]
    const named = folded.slice(at, until)
    if (!READER.test(named) && namesAnother(named, title)) return true
  }
  return false
}

/** "Onze kranen rijden met een C-rijbewijs", "ons bedrijf heeft": the firm tells about itself and what it has. */
const OF_FIRM =
  /^[\s•*-]*(?:onze|ons) (?!(?:eisen|wensen|vraag|profiel|ideale)\b)(?:[a-z]+ ){1,3}(?:rijden|rijdt|hebben|heeft|zijn|is|werken|werkt|draaien|draait|begon|haalde|beschikken|beschikt)\b/
export const isOfFirm = (folded: string): boolean => OF_FIRM.test(folded) && !READER.test(folded)
