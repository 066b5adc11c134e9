export type Section = 'taken' | 'eisen' | 'wensen' | 'bieden' | 'over-ons' | 'procedure' | 'anders'

const HEADINGS: ReadonlyArray<readonly [Section, RegExp]> = [
  // "Wensen" below "Eisen", "Niet vereist": what is under it nobody must have.
  [
    'wensen',
    /^(?:wensen|(?:een )?(?:pre|pre's|pluspunten|nice to haves?)|niet (?:vereist|nodig|noodzakelijk|verplicht)|(?:dit|wat) is (?:een pre|mooi meegenomen)|mooi meegenomen)\W*$/
  ],
  [
    'procedure',
    /\b(?:solliciteren|solliciteer|sollicitatie(?:procedure)?|procedure|heb (?:je|jij) (?:nog )?vragen|geinteresseerd|reageren|reageer|gesolliciteerd|interesse|contact|vragen over|meer informatie|meer weten|enthousiast|acquisitie|apply)\b/
  ],
  [
    'bieden',
    /\b(?:bieden|bied|aanbod|arbeidsvoorwaarden|voorwaarden|krijg je|krijgt|ontvang je|dit bieden|salaris|wat we jou|krijg jij|(?:mag|kan|kun|kunt)(?: (?!jou\b)[a-z]+){0,5} verwachten|what we offer|we offer|benefits)\b/
  ],
  [
    'over-ons',
    /\b(?:over ons|^over (?!(?:jou|jezelf|u)\b|(?:de|deze|jouw|je|het|een) (?:functie|rol|vacature|baan|job|werk|werkzaamheden|taken|opdracht|project|stage)\b)|als werkgever|wie zijn (?:wij|we)|wie (?:wij|we) zijn|over de organisatie|over het bedrijf|de organisatie|het bedrijf|ons bedrijf|bedrijfsprofiel|bedrijfsomschrijving|bedrijfsinformatie|onze organisatie|over onze|about us|waar (?:ga|kom) (?:je|jij)(?: te)? werken|over de school|onze school|jouw team|het team)\b/
  ],
  [
    'eisen',
    /\b(?:vragen|vraag|eisen|vereisten|kwaliteiten|kwalificaties|vaardigheden|meebrengt|beschik je|profiel|wie ben jij|wie ben je|(?:neem|breng) (?:je|jij) (?:het volgende )?mee|(?:je|jouw) talenten|kennis en ervaring|jij en jouw talent|jij & jouw talent|jij hebt|je hebt|jij bent|heb je|verwachten|verwacht|functie-eisen|functieeisen|wie zoeken|wie (?:wij|we) zoeken|herken (?:je|jij)|dit ben (?:jij|je)|over (?:jou|jezelf)|(?:jouw|je) achtergrond|in huis|requirements|qualifications|jij brengt)\b/
  ],
  [
    'taken',
    /\b(?:taken|takenpakket|taakomschrijving|werkzaamheden|functie(?:omschrijving|beschrijving|profiel|inhoud)?|opdrachtomschrijving|(?:je|jouw|de) opdracht|wat ga (?:je|jij)(?: (?:allemaal|precies))? doen|wat (?:je|jij) (?:doet|gaat doen)|wat doe (?:je|jij)|hoe ziet (?:je|jouw) dag|(?:je|jouw|het) werk|jouw rol|de rol|verantwoordelijkheden|responsibilities|dit ga je doen|aan de slag|werkdag|deze vacature|nieuwe baan|werkomgeving|werkplek)\b/
  ]
]

/** Labels of a form around an advert: "Opleiding:", "Werkschema:", "Talenkennis". */
const LABELS: ReadonlyArray<readonly [Section, RegExp]> = [
  [
    'eisen',
    /^(?:opleiding|taal|talen|talenkennis|ervaring|werkervaring|certificering|licentie(?:s|\/certificering)?|rijbewijs|vereiste studies|diploma's) ?:?$/
  ],
  [
    'bieden',
    /^(?:(?:soort )?dienstverband|contract|contracttype|werkschema|rooster|werktijden|(?:verwacht )?aantal (?:uur|uren)|uren per week|werklocatie|aanbod) ?(?::|$)/
  ]
]

/** All of them at once: most short lines name no part, and one search says so. */
const ANY_HEADING = new RegExp([...HEADINGS, ...LABELS].map(([, pattern]) => pattern.source).join('|'))
const QUESTION_LINE = /^[^.!;]{3,70}[?:]?$/

const TEXT = 60
/** In UTF-16 units, of 46 characters. */
const LONGEST_HEAD = 92
/** "Je hebt interesse in hout": a list item that lost its mark, unless it is as short as a heading ("Je taken", "Wij vragen"). */
const ITEM = /^(?:je|jij|u|wij|we|er|het|een|de|ervaring|kennis|goede?|minimaal|minstens|affiniteit|bereid|beschikbaar)(?: [^\s?:]+){4,}$/
const BULLET = /^\s*[-*•·–]/
/** "De afdeling financiën" above a paragraph: a heading we do not know, with which the part before it ends. */
export function opensUnknown(line: string, next: string | undefined): boolean {
  if (next === undefined || next.length <= TEXT || BULLET.test(next)) return false
  const head = line.trim()
  return head.length <= LONGEST_HEAD && /^\p{Lu}[^.;!?:,]{2,45}$/u.test(head) && !/^(?:Je|Jij|U|Wij|We) \p{Ll}/u.test(head) && head.split(' ').length <= 6
}

/** "Waar worden wij blij van?" above a list: what the employer tells about itself is no list, so that part ends here too. */
export const opensList = (line: string, next: string | undefined): boolean =>
  next !== undefined && BULLET.test(next) && /^\p{Lu}.{2,60}$/u.test(line.trim()) && line.trim().split(' ').length <= 9 && !/[,;]$/.test(line.trim())

/** A row of a form says nothing of the prose below it: "Salaris: € 2.400", "Start: 1 maart". */
const ROW =
  /^(?:salaris|loon|beloning|uren|aantal uren|werktijden|dienstverband|contract|duur|start|startdatum|opleiding|niveau|functie|locatie|standplaats|branche|ervaring|rijbewijs|certificaten|talen|taal)\s*: ?\S/

export const isRow = (folded: string): boolean => folded.includes(':') && ROW.test(folded.trim())
export const isLong = (line: string): boolean => line.trim().length > TEXT

/** A short line of its own that names a part of the advert. */
export function headingOf(line: string, folded: string, isItem: boolean): Section | undefined {
  if (isItem || line.length > 70 || /[.;!]$/.test(line) || !QUESTION_LINE.test(line)) return undefined
  if (/^(?:\S+\s+){9}\S/.test(line) || ITEM.test(folded) || !ANY_HEADING.test(folded)) return undefined
  return LABELS.find(([, pattern]) => pattern.test(folded))?.[0] ?? HEADINGS.find(([, pattern]) => pattern.test(folded))?.[0]
}
