const VERB =
  '(?:is|zijn|komt|komen|hoort|horen|zit|zitten|hoef|hoeft|hoeven|doe|doet|doen|heb|hebt|heeft|hebben|ken|kent|kennen|krijg|krijgt|krijgen|vraagt|vragen|verwachten|gebeurt|speelt|spelen|bestaat|bestaan|draai|draait|draaien|werk|werkt|werken|wordt|worden|moet|mag|ga)'
const WHO = '(?:je|jij|u|we|wij|ze|men)'
const FILL = '(?:er|hier|bij ons|in deze (?:functie|baan|rol)|in dit werk|dus|ook|daarom|zelf|echt|gelukkig|verder|eigenlijk|dan)'
const TAIL =
  '(?:\\s+(?:bij kijken|bij (?:de|deze|je|jouw) (?:functie|baan|rol|taken|werk)|bij|voor|aan|in|mee|meer|nodig|vereist|verplicht|noodzakelijk|aan de orde|van toepassing|te doen|te draaien|te maken|te werken|te verrichten|te hebben|te spreken|te kunnen|gevraagd|gedaan|gewerkt|gedraaid|open)){0,2}'
/** What stands behind it ends the clause: "tillen hoef je niet alleen" is no denial, and neither is a question. */
const CLAUSE_ENDS = '(?=\\s*(?:$|[.,;:!()]|(?:en|maar|want|dus|of|omdat|doordat)\\b))'

/** "Tilwerk komt niet voor", "Tillen hoef je niet", "deadlines zijn er ook niet": the denial behind what it denies; `{NIET}` of the phrase tables. */
export const DENIED_BEHIND = `(?:${VERB}(?:\\s+(?:${WHO}|${FILL})){0,4}\\s+(?:niet|nooit)${TAIL}|hoeft\\s+(?:ook\\s+)?niet${TAIL})${CLAUSE_ENDS}`
/** "Klantcontact is er nauwelijks", "tillen doe je bijna niet": little of it; `{AMPER}` of the phrase tables. */
export const HARDLY_BEHIND = `${VERB}(?:\\s+(?:${WHO}|${FILL})){0,4}\\s+(?:(?:bijna|vrijwel|haast) (?:niet|nooit|geen)|nauwelijks|zelden|amper|weinig|niet (?:vaak|veel))(?![a-z])`

/** "Nachtwerk kennen we niet", "op hoogte werken hoort hier niet bij": the clause ends in a denial; a denied question speaks for nothing either. */
export const ENDS_DENIED = new RegExp(`^(?:\\s+[a-z']+){1,6}?\\s+(?:niet|nooit)${TAIL}(?:${CLAUSE_ENDS}|\\s*\\?)`)
/** "Avonddiensten doet de bode", "nachten worden door een ploeg gedaan", "in de avond werkt een ander team": somebody else's. */
export const BY_OTHERS =
  /^\s*(?:(?:doet|doen|verzorgt|verzorgen|gaat naar|gaan naar|draait|draaien|worden|wordt|werkt|zijn voor|is voor|ligt bij|liggen bij|regelt|pakt|neemt)\s+(?:er\s+)?(?:de|een|het|door|onze|collega|andere|ons)\b|(?:werken|staan)\s+(?:er\s+)?(?:andere|onze|de)\b|(?:een|het) (?:ander|andere|apart|aparte|vast) (?:team|ploeg|groep|collega)\b)/
/** The words that deny in English. */
export const ENGLISH = /\b(?:no(?! nonsense)|not|never|without|(?:wo|do|does|are|is|ca)n't)\b/
/** These affirm the load although they hold a negation (`text-evidence.md` 2). */
export const AFFIRM =
  /(?:niet alleen|niet bang|niet vies|geen moeite|geen probleem|geen bezwaar|geen hekel|schrikt? niet|niet te beroerd|hand niet om|niet zonder|niets is te|geen hoogtevrees|niet te groot|niet gek van|geen 9 tot 5|geen dag|geen problemen met|niet (?:meer|vaker|langer) dan|nooit (?:meer|vaker|langer) dan|nooit alleen|niets? tegen|not only|no problem|not afraid|don't mind)/
/** The same behind what it affirms: "weer en wind deren je niet", "nachtdiensten schuw je niet". */
export const AFFIRM_AFTER =
  /^\s*(?:,\s*)?(?:deer|deert|deren|hinder(?:t|en)|schrik(?:t|ken)|stoort|storen)\s+(?:je|jou|u)\s+niet\b|^\s*(?:maakt|maken)\s+(?:je|jou|u)\s+niets\b|^\s*(?:schuw|schuwt|mijd|vermijd)\s+(?:je|jij|u)\s+niet\b|^\s*(?:vind|vindt)\s+(?:je|jij|u)\s+(?:niet erg|geen probleem)\b|^\s*ga je niet uit de weg\b/
/** "Nachtdienst: nee", "night shifts aren't part of this role". */
export const SAYS_NO = /^\s*[:=]\s*(?:nee|geen|niet|no|none|nvt|n\.v\.t)\b|^\s+(?:aren't|isn't|won't be|(?:are|is|will be) (?:not|never))\b/

/** "Wat doe je niet?", "Dit hoort er niet bij:", "Niet:": a head over what the work does not ask. */
const NOT_ASKED =
  /^[^a-z0-9]*(?:(?:wat|dit|dat)\b(?: [a-z]+){0,5} )?niet(?: (?:bij|bij ons|in deze functie|doet?|hoeft?|hoort|nodig|vragen|gevraagd|verwachten|verwacht|te doen|aan de orde))?\s*$/

/** Whether a place of a piece stands under such a head, in the piece itself or as the one before it. */
export function isListedAsNot(folded: string, start: number, previous: string | undefined): boolean {
  const colon = folded.lastIndexOf(':', start)
  if (colon !== -1 && NOT_ASKED.test(folded.slice(0, colon))) return true
  const head = previous?.trimEnd() ?? ''
  return (head.endsWith('?') || head.endsWith(':')) && NOT_ASKED.test(head.slice(0, -1))
}
