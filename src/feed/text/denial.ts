/** "Nachtwerk kennen we niet", "op hoogte werken hoort hier niet bij": the clause ends in a denial. */
export const ENDS_DENIED = /^(?:\s+[a-z']+){1,6}?\s+(?:niet|nooit)(?:\s+(?:bij|voor|aan|in|mee))?\s*(?:[.,;:!]|$)/
/** "Avonddiensten doet de bode", "nachten worden door een ploeg gedaan": somebody else's. */
export const BY_OTHERS = /^\s*(?:doet|doen|draait|draaien|worden|wordt|zijn voor|is voor|ligt bij|liggen bij)\s+(?:de|een|het|door|onze|collega|andere)\b/
