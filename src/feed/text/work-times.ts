/** Whether a part of the day or the week, where a sentence names it, is a time of this work at all. */

/** Named as a time only: it must be said that one works then. "Nachtdienst" says it itself. */
const TIME_ONLY =
  /^(?:'s (?:avonds|nachts)|in (?:de|het) (?:avond|nacht|weekend)\w*|(?:elk |om het )?weekend(?:s|en|dag\w*)?|(?:zater|zon)dag\w*|(?:maan|dins|woens|donder|vrij)dagavond\w*|avonden|nachten|koopavond\w*|evenings?|nights?|saturdays?|sundays?|laat|(?:zeven|7) dagen (?:per|in de) week)$/
/** Words of working, of being there, of how often, of a table of times. */
const OF_WORK =
  /\b(?:\w*werk\w*|\w*dienst\w*|rooster\w*|beschikbaar\w*|inzetbaar\w*|ingezet|inzet|uur|uren|\w*ploeg\w*|shifts?|draai\w*|gedraaid|baan|bijbaan|job|contract|tijden|werktijd\w*|hours?|work\w*|available|oproep\w*|per (?:week|maand|jaar)|in de (?:week|maand)|weken|dagen|(?:een|twee|drie|vier|\d) (?:op|van|x|keer|maal)|om (?:de|het)|eens|elke|iedere|hoort|horen|geen (?:probleem|bezwaar)|prima|drukste|drukke|ook|erbij|er altijd bij|zeven dagen|wekelijks|toerbeurt|afwisselend|wissel\w*|verdeeld|vroeg\w*|laat|middag\w*|ochtend\w*|overdag|vakantie\w*|feestdag\w*|avonden|nachten|avonds|weekenden)\b/
/** "Vrijdag en zaterdag": the days of a week in a row. */
const WEEKEND_DAY = /^(?:zater|zon)dag/
const WEEKDAY = /\b(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag)\b/
const READER = /\b(?:je|jij|jou|jouw|u|uw|you|your|we|wij)\b/
const TO_READER = /\b(?:je|jij|jou|jouw|u|uw|you|your)\b/
/** A fragment says it by itself ("- ook in het weekend"), a sentence with one of these does not. */
const VERB =
  /\b(?:is|zijn|was|waren|word(?:t|en)|heeft|hebben|sta|staat|staan|gaat|gaan|komt|komen|krijgt|krijgen|begint|beginnen|mag|mogen|kan|kunnen|bel|bellen)\b/
const FRAGMENT = 35

/** Leisure, a course, the telephone, a round of interviews: never the work of a whole sentence. */
const LEISURE =
  /\b(?:een weekend (?:weg|naar)|weekend weg|lang weekend|fijn weekend|weekendje|(?:is|begint|heb je|dan|=) (?:het )?weekend|weekend tot maandag|borrel\w*|feest(?:je)?|uitje|teamuitje|barbecue|bbq|etentje|personeels\w+|gespreksronde|(?:sollicitatie|selectie|kennismakings)gesprek\w*)\b/
const NO_WORK =
  /\b(?:bereikbaar|bereiken|bellen|bel|appen|telefonisch|ronde|sollicit\w*|college|cursus\w*|studie|les|lessen|training|verwijzen|verwezen|besteld|bezorgd|geopend|open)\b/
/** "We zijn op donderdag lang open en de zaterdag is een vaste werkdag." */
const WORKED = /\b(?:werkdag\w*|werken|werkt|wekelijks)\b/
const MONTHS = '(?:jan|feb|maart|mrt|april|apr|mei|juni|juli|jun|jul|aug|sep|okt|nov|dec)'
/** "Zaterdag 13 maart", "de avond van 11 maart": one day. */
const DATE = new RegExp(`^,? (?:van |van de )?\\d{1,2} ${MONTHS}`)

/** "Je was ziek en sliep 's nachts niet." */
const SLEPT = /\b(?:sliep|sliepen|geslapen)\b/

/** Where the firm runs: "in de organisatie wordt gewerkt in nachtdiensten", "in de fabriek draait een tweeploegendienst". */
const FIRM_RUNS =
  /\b(?:de|onze|het|ons|deze|dit|zo'n) (?:[a-z]+ )?(?:fabriek|productie|organisatie|instelling|kliniek|ziekenhuis|kantoor|hoofdkantoor|winkel|showroom|shop|loods|brouwerij|bedrijf|onderneming|magazijn|terrein|station|centrale)\b[^.;,]{0,20}\b(?:draait|draaien|wordt (?:er )?gewerkt|werkt|is|zijn)\b/

/** "De zagerij hiernaast draait twee ploegen, wij niet": told of others, and not of us. */
const CONTRAST = /, (?:en |maar )?(?:wij|jij|deze (?:functie|rol|baan)|this role) (?:dus |gewoon )?(?:niet|does not|doesn't)\W*$/

/** A time at which something else happens, or one of the telephone: nothing is said of this work, yes or no. */
export function isOtherBusiness(folded: string, start: number, end: number): boolean {
  if (DATE.test(folded.slice(end)) || LEISURE.test(folded) || SLEPT.test(folded) || CONTRAST.test(folded)) return true
  return TIME_ONLY.test(folded.slice(start, end)) && !TO_READER.test(folded) && NO_WORK.test(folded) && !WORKED.test(folded)
}

/** A time that is named where nothing says that anybody works then. */
export function isBareTime(folded: string, start: number, end: number): boolean {
  const named = folded.slice(start, end)
  if (!TIME_ONLY.test(named)) return false
  const outside = `${folded.slice(0, start)} ${folded.slice(end)}`
  if (READER.test(outside) || OF_WORK.test(outside) || (WEEKEND_DAY.test(named) && WEEKDAY.test(outside))) return false
  return VERB.test(outside) || folded.trim().length > FRAGMENT
}

/** The firm works then, which says neither yes nor no of this work. */
export const isOfFirmTime = (folded: string): boolean => FIRM_RUNS.test(folded) && !TO_READER.test(folded) && !/\b(?:we|wij)\b/.test(folded)
