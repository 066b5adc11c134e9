import { Cue } from './cue.ts'
import { AFFIRM, AFFIRM_AFTER, BY_OTHERS, ENDS_DENIED, SAYS_NO } from './denial.ts'
import { CLOSED, TRAINING } from './opening.ts'
import { isBareTime, isOfFirmTime, isOtherBusiness } from './work-times.ts'
import { isOfAnother } from './whose.ts'

export const WEEKEND = new Cue(
  'weekend* zaterdag* zondag* saturday* sunday* za zeven 7',
  /\b(?:weekenddienst\w*|in het weekend|weekendwerk|weekend(?:ochtend|middag|avond|nacht)\w*|om het weekend|weekenden|zaterdag\w*|zondag\w*|elk weekend|(?<!\b(?:vroeg|lang|heerlijk|fijn) )weekends?|weekenddag\w*|vr,? +(?:en )?za(?:,? +(?:en )?zo)?|saturdays?|sundays?|(?:zeven|7) dagen (?:per|in de) week)\b/
)
export const NO_WEEKEND = new Cue(
  'weekend*',
  /\b(?:geen (?:[a-z]+[ ,]+){0,4}?weekend\w*|weekend(?:en)? (?:ben je |heb je )?(?:altijd |gewoon )?vrij|niet in het weekend|elk weekend vrij|in het weekend (?:ben je |zijn we |zijn wij )?(?:altijd )?(?:vrij|gesloten|dicht)|no weekends?(?: work)?|weekends off|not work (?:on |in )?weekends)\b/
)
/** The days of the week named: work on another day is then an exception that the advert must name. */
export const WEEKDAYS = new Cue(
  'maandag ma monday doordeweeks doordeweekse week werkdagen',
  /\b(?:doordeweeks|doordeweekse dagen|door de week|op werkdagen|monday (?:to|through|till|until) friday|monday (?:to|through|till) thursday|maandag (?:tot en met|t\/m|tm|tot) (?:donderdag|vrijdag)|ma (?:t\/m|tot en met|tot) vr|ma vr)\b/,
  /\b(?:bereik\w*|bellen|bel|telefonisch|contact|reactie|reageren|mailen)\b/
)
export const IRREGULAR = new Cue(
  'onregelmatige onregelmatig onregelmatigheidstoeslag ort wisselende variabele verschillende roosterdienst* gebroken rouleren* ochtends flexibele',
  /(?<![a-z0-9])(?:onregelmatige (?:diensten|tijden|werktijden|uren)|werk(?:t|en)? onregelmatig|(?:wisselende|variabele) (?:diensten|werktijden|tijden|werkuren|roosters?)|(?:bruto|€|per (?:maand|uur)|\d|-)[^.;,€]{0,25} (?:plus|\+|exclusief|excl\.?|inclusief|incl\.?|en) (?:de |een )?(?:onregelmatigheidstoeslag|ort)|'s ochtends(?:,| en| of) (?:'s middags(?:,| en| of) )?'s avonds (?:en|of|en\/of) (?:juist )?in het weekend|flexibele (?:werk)?(?:uren|tijden)[^.;]{0,20}\b(?:koop)?avonden[^.;]{0,15}\bweekend\w*|roosterdienst\w*|gebroken diensten|rouleren\w* (?:diensten|rooster)|verschillende diensten (?:te )?(?:verrichten|draaien|werken))\b/
)
export const SHIFTS = new Cue(
  'ploegendienst* ploegen* volcontinu shifts shift',
  /\b(?:rotating shifts?|shifts?\b[^.;]{0,40}\brotating|shift work|(?:two|three|five|2|3|5) shifts?(?: system| pattern)?|ploegendienst\w*|(?:twee|drie|vijf|2|3|5) ?ploegen\w*(?! van [a-z0-9]+ (?:man|mensen|personen))|volcontinu)\b/
)
export const ON_CALL = new Cue(
  'oproepbasis oproepkracht nul nuluren nulurencontract urencontract piket* bereikbaarheidsdienst* consignatie* storingsdienst*',
  /\b(?:oproepbasis|oproepkracht|nul ?uren|0 ?urencontract|piket\w*|bereikbaarheidsdienst\w*|consignatie\w*|storingsdienst\w*)\b/
)
export const NO =
  /(?<![a-z])(?:geen(?! (?:problemen|probleem|moeite|bezwaar))|niet(?! (?:erg|alleen|vies))|nooit|zonder|no(?! problem)|not(?! (?:only|bothered))|never|niemand(?! (?:vindt|heeft|klaagt|hoeft|schrikt)\b)|[a-z]+n't)\b(?:(?!\b(?:wel|maar|but)\b)[^.;:]){0,45}$|\bvrij, $|\bvrij (?:(?:in|op|elk|ieder|elke|iedere)\b[^.;:]{0,25})?$|\b(?:draaien|werken|doen) (?:onze|de|andere) [a-z]+ (?:nachten en |avonden en |avond |de )?$/
const NO_AFTER =
  /^\s*(?:are|is) not\b|^\s*(?:(?:is|zijn|wordt|worden|hebben (?:we|wij)) (?:er |hier |bij ons ){0,2})?geen [a-z]*(?:dienst|diensten|werk|praktijk|spreekuur|spreekuren|productie)(?=\s*(?:$|[.,;:!)]))|^[^.;:]{0,40}\b(?:ben|bent) (?:je|jij|u) (?:dus |gewoon |altijd |lekker ){0,2}(?:thuis|vrij)\b|^[^.;:]{0,40}\bheilig\b|^[^.;:]{0,20}\bben je (?:dus |gewoon )?altijd (?:thuis|vrij)\b|^[^.;:]{0,12}\b(?:ben je |zijn we |is |zijn |heb je )?(?:altijd |gewoon )?(?:vrij|dicht|gesloten|off|heilig|niet (?:gewerkt|nodig|van toepassing))\b/
/** "'s Nachts zijn er geen collega's": somebody is not there, which may well be because one works alone. */
const WITHOUT_OTHERS = /^\s*(?:is|zijn|wordt|worden|hebben (?:we|wij)) (?:er |hier |bij ons ){0,2}(?:geen|niemand)\b/
/** Perhaps, by choice, or somebody else's: says neither yes nor no. */
const PERHAPS =
  /\b(?:in overleg|mogelijk|vrijwillige?|optioneel|facultatief|of (?:alleen |juist )?(?:overdag|'s nachts|in de nacht)|aan jou de keuze|eventueel|desgewenst|collega|geopend|open op|(?:wij|we) zijn (?:[a-z]+ ){0,3}open|voor wie (?:dat )?wil|wie (?:dat )?wil|kan ook|als je wilt)\b/
/** The parts of the day; one head may serve several: "avond-, nacht- en weekenddiensten". */
export const EVENING = new Cue(
  'avond* evening* late laat ouderavond* commissieavond* raads* informatieavond* klantenavond* themaavond* vergaderavond* maandagavond* dinsdagavond* woensdagavond* donderdagavond* vrijdagavond* zaterdagavond* zondagavond*',
  /(?<![a-z0-9])(?:avonddienst\w*|avondwerk|avondroute\w*|avondploeg|avondrooster|avondshift\w*|(?:maan|dins|woens|donder|vrij|zater|zon)dagavond\w*|vroege?(?:,| en| of|\/) ?(?:en )?la(?:te|at)(?![a-z])|avonden|avonduren|koopavond\w*|(?<![a-z])'s avonds|in de avond\w*|(?:een|1|twee|2|drie|3|vier|4|elke|iedere) avond(?:en)?|evening|late(?=[ ,]+(?:en |of )nachtdienst)|avond(?=[ ,]+(?:en |of )?(?:nacht|weekend))|late dienst\w*|late shifts?|(?<=\b(?:geen|of|noch) )avond(?=\s*(?:$|[.,;!)]))|avond(?=\s*:)|(?:ouder|commissie|raads|informatie|klanten|thema|vergader)avond\w*|evenings?(?: shifts?)?)\b/
)
export const NIGHT = new Cue(
  'nacht* slaapdienst* waakdienst* night* sleep klussen',
  /(?<![a-z0-9])(?:nachtdienst\w*|nachtwerk|sleep in(?: shifts?)?\b|nachten|'s nachts|in de nacht|slaapdienst\w*|waakdienst\w*|nacht(?=[ ,]+(?:en |of )?(?:avond|weekend))|(?<=\b(?:late?|laat|avond|middag),? (?:en )?)nacht(?= (?:en|of)\b)|(?<=\b(?:geen|of|noch) )nacht(?=\s*(?:$|[.,;!)]))|nacht(?=\s*:)|night shifts?|nights|afternoon(?:,| and|, and) nights?|(?:klussen|diensten|werk)\b[^.;]{0,20} dag en nacht)\b/
)
export const DAY_ONLY = new Cue(
  'middags ochtends overdag kantooruren kantoortijden schooltijden schooluren dagdienst* dagwerk ochtenden',
  /\b(?:(?:alleen|uitsluitend|altijd|gewoon) (?:overdag|'s middags|'s ochtends)|overdag|(?:tijdens |binnen |onder )?(?:kantooruren|kantoortijden|schooltijden|schooluren)|dagdienst(?:en)?|dagwerk|alleen ochtenden|alleen in de ochtend)\b/
)
/** The one shift of the day: no others take turns. */
export const DAY_SHIFT = new Cue('dagdienst* dagwerk', /\b(?:dagdienst(?:en)?|dagwerk)\b/)
/** "Om het weekend een weekend vrij": the other weekends one works. */
export const FREE_NOW_AND_THEN = new Cue(
  'weekend* zaterdag* zondag*',
  /\bom de (?:andere )?week (?:op )?(?:een |de )?(?:zaterdag|zondag|weekend)\b[^.;]{0,10}\bvrij\b|\bom (?:het|de) (?:andere )?weekend\b[^.;]{0,20}\bvrij\b|\b(?:een|twee|drie|1|2|3) weekend(?:en)? (?:per|in de) maand\b[^.;]{0,10}\bvrij\b|\b(?:een|twee) (?:van|op) de (?:twee|drie|vier) weekend(?:en|s)?\b[^.;]{0,10}\bvrij\b/
)
/** The same days or times each week: not irregular. */
export const REGULAR = new Cue(
  'vast vaste fixed',
  /\b(?:een |met )?(?:vast rooster|vaste (?:werk)?(?:dagen|tijden|werktijden|uren)|fixed (?:days|hours|schedule))\b/,
  /\b(?:geen|niet|no) vast/
)
/** Shifts by number: three cover the evening and the night, five the weekend too. */
export const PLOEGEN: ReadonlyArray<readonly [RegExp, ReadonlyArray<'evening' | 'night' | 'weekend'>]> = [
  [/\b(?:vijf|5|vier|4) ?ploegen\w*|\bvolcontinu\w*/, ['evening', 'night', 'weekend']],
  [/\b(?:drie|3) ?ploegen\w*/, ['evening', 'night']],
  [/\b(?:twee|2) ?ploegen\w*/, ['evening']]
]

/** Pay for odd hours is not work at odd hours: "'s nachts 40% toeslag". */
const ALLOWANCE_AFTER = /^\s*(?:een |ook |geldt |krijg je )?(?:\d+(?:[.,]\d+)?\s?% )?(?:extra |[a-z]*)toeslag/
const ALLOWANCE_BEFORE = /\btoeslag\w*[^.;:]{0,30}$/
/** "Software waarmee ziekenhuizen hun nachtdiensten plannen", "onze verpleegkundigen draaien nachtdiensten; jij niet". */
const THEIRS = /\bhun\b(?:(?!, (?:dus|maar|want|en|waarbij) )[^.;]){0,45}$/
const OTHERS_BEFORE = /\bonze [a-z]+(?:en|ers|s|isten) (?:[a-z]+ ){0,6}(?:draaien|werken|doen) (?:ook |soms )?(?:de )?$/
/** "Onze robotcel draait 's nachts onbemand door". */
const WITHOUT_YOU = /\b(?:onbemand|zonder jou|hoef (?:je|jij|u) (?:er |daar )?niet bij)\b/
/** "Nachtdiensten draai je niet, daar hebben we een vaste ploeg voor": the part of the sentence ends in a denial. */
const DENIED_NEXT = /^\s*hoef (?:je|jij|u) (?:er )?niet (?:uit|op|heen|te [a-z]+)\b|^[^.;:,]{0,35}\b(?:niet|nooit)\b(?=\s*(?:$|[.,;:!]))/

const DENIED_IN_PART = /^(?:(?!\b(?:en|maar)\b)[^.;:,]){0,40}\b(?:niet|nooit|never|not)\b/

/** The part of a sentence between commas, or between brackets, in which a place stands. */
function partOf(folded: string, start: number, end: number): string {
  const [open, close] = [folded.lastIndexOf('(', start), folded.indexOf(')', end)]
  if (open !== -1 && close !== -1 && folded.lastIndexOf(')', start) < open) return folded.slice(open, close)
  const to = folded.indexOf(', ', end)
  return folded.slice(folded.lastIndexOf(', ', start) + 1, to === -1 ? undefined : to)
}

/** "Op zaterdag wordt er ook gewerkt, voor wie dat wil." */
const BY_CHOICE = /\b(?:voor )?wie (?:dat )?wil\b/

/** What the words around a part of the day say of it: it is worked, it is not, perhaps, or nothing at all of this work. */
export function saysOf(unit: Parameters<typeof isOfAnother>[0], start: number, end: number, title = ''): boolean | 'perhaps' | undefined {
  const { folded } = unit
  if (isOtherBusiness(folded, start, end) || isOfAnother(unit, start, end, title)) return undefined
  const [before, after] = [folded.slice(Math.max(0, start - 60), start), folded.slice(end, end + 60)]
  if (THEIRS.test(before) || OTHERS_BEFORE.test(before)) return undefined
  if (ALLOWANCE_AFTER.test(after) || ALLOWANCE_BEFORE.test(before) || TRAINING.test(folded) || WITHOUT_YOU.test(folded)) return undefined
  // "Nachtdiensten? Niet bij ons": a question states nothing.
  if (/\?\s*$/.test(folded)) return 'perhaps'
  if (AFFIRM_AFTER.test(after)) return true
  if (isOfFirmTime(folded)) return 'perhaps'
  if (
    (NO.test(before) && !AFFIRM.test(before)) ||
    SAYS_NO.test(after) ||
    NO_AFTER.test(after) ||
    CLOSED.test(after) ||
    ENDS_DENIED.test(after) ||
    DENIED_NEXT.test(after) ||
    BY_OTHERS.test(after)
  )
    return false
  if (isBareTime(folded, start, end)) return undefined
  if (WITHOUT_OTHERS.test(after)) return 'perhaps'
  // "Nachtdiensten draai je niet in je eerste jaar": denied, but not all of it.
  if (!AFFIRM.test(folded) && DENIED_IN_PART.test(after)) return 'perhaps'
  return PERHAPS.test(partOf(folded, start, end)) || BY_CHOICE.test(folded) ? 'perhaps' : true
}

/**
 * Now and then, only when called, or what somebody should be willing to do: no plain fact about the working day, so no stated
 * load comes of it (`text-evidence.md` 2 and 7: "ouderavonden", "geen moeite met").
 */
const OCCASIONAL =
  /\b(?:soms|af en toe|een enkele keer|incidenteel|sporadisch|per maand|per jaar|per kwartaal|eenmaal|tweemaal|driemaal|carnaval|kermis|occasionally|sometimes|on call|bereid|beschikbaar|inzetbaar|geen (?:problemen|probleem|moeite|bezwaar|hekel)|(?:nooit|niet) (?:meer|vaker) dan)\b|\b(?:ouder|commissie|raads|informatie|thema|klanten|vergader)(?: en [a-z]+)?avond|\b(?:oproep|opgeroepen|consignatie|piket|storings|bereikbaarheids)/
export const isOccasional = (folded: string): boolean => OCCASIONAL.test(folded)

/** "Zij draaien nachtdiensten", "onze laboranten werken in het weekend": other people, and the reader is not spoken to. */
const OTHER_PEOPLE = /^[\s•*-]*(?:zij (?!aan zij)|ze |onze [a-z]+(?:en|ers|s|isten|'s) )/
const SPOKEN_TO = /\b(?:reken (?:maar )?op|je|jij|jou|jouw|u|uw)\b/
export const isOfOthers = (folded: string): boolean => OTHER_PEOPLE.test(folded) && !SPOKEN_TO.test(folded)

/** Parts of the day and the week as a title names them: "Bakker (nacht)", "Schoonmaker avond", "operator 3-ploegen". */
export const IN_TITLE: ReadonlyArray<readonly ['evening' | 'night' | 'weekend' | 'shifts', RegExp]> = [
  ['night', /\b(?:nacht|nachtdienst\w*|nachtportier|night)\b/],
  ['evening', /\b(?:avond|avonden|avonduren|avonddienst\w*|avondwerk|evening)\b/],
  ['weekend', /\b(?:weekend\w*|zaterdag\w*|zondag\w*)\b/],
  ['shifts', /\b(?:[2345] ?ploegen\w*|(?:twee|drie|vier|vijf)ploegen\w*|[235] shifts?)\b/]
]
