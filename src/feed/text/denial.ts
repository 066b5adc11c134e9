const VERB =
  '(?:is|zijn|komt|komen|hoort|horen|zit|zitten|hoef|hoeft|hoeven|doe|doet|doen|heb|hebt|heeft|hebben|ken|kent|kennen|krijg|krijgt|krijgen|vraagt|vragen|verwachten|gebeurt|speelt|spelen|bestaat|bestaan|draai|draait|draaien|werk|werkt|werken|wordt|worden|moet|mag|ga)'
const WHO = '(?:je|jij|u|we|wij|ze|men)'
const FILL = '(?:er|hier|bij ons|in deze (?:functie|baan|rol)|in dit werk|dus|ook|daarom|zelf|echt|gelukkig|verder|eigenlijk|dan)'
const TAIL =
  '(?:\\s+(?:bij|voor|aan|in|mee|meer|nodig|vereist|verplicht|noodzakelijk|aan de orde|van toepassing|te doen|te draaien|te maken|te werken|te verrichten|te hebben|te spreken|te kunnen|gevraagd|gedaan|gewerkt|gedraaid|open)){0,2}'
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
  /^\s*(?:(?:doet|doen|gaat naar|gaan naar|draait|draaien|worden|wordt|werkt|zijn voor|is voor|ligt bij|liggen bij|regelt|pakt|neemt)\s+(?:er\s+)?(?:de|een|het|door|onze|collega|andere|ons)\b|(?:werken|staan)\s+(?:er\s+)?(?:andere|onze|de)\b|(?:een|het) (?:ander|andere|apart|aparte|vast) (?:team|ploeg|groep|collega)\b)/
/** A plain denial that does not hold always. */
export const EXCEPT =
  /\b(?:behalve|tenzij|uitgezonderd|met uitzondering van|hooguit|maar (?:soms|af en toe|wel (?:eens|af en toe))|boven de \d|(?:zwaarder|meer|langer) dan)\b/
/** These affirm the load although they hold a negation (`text-evidence.md` 2). */
export const AFFIRM =
  /(?:niet alleen|niet bang|niet vies|geen moeite|geen probleem|geen bezwaar|geen hekel|schrikt? niet|niet te beroerd|hand niet om|niet zonder|niets is te|geen hoogtevrees|niet te groot|niet gek van|geen 9 tot 5|geen dag)/
