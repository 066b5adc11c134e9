import type { Unit } from './units.ts'

/** The worker lifts what an amount was given for: "je tilt ze", "die sjouw je naar boven", "you unload containers". */
const LIFTS =
  /\b(?:you (?:will )?(?:lift|carry|unload|load|stack|deliver|bring|move)\b|(?:bring|carry|lift|unload|stack|deliver)\b (?=[a-z]+ (?:to|up|by|and)\b)|(?:til|tilt|sjouw|sjouwt|draag|draagt|stapel|stapelt|optillen|tillen|sjouwen|versjouwt|versjouw)\b(?! (?:je )?(?:zorg|bij|verantwoordelijkheid)\b))/
/** Or takes it in hand otherwise: "zakken mortel van 25 kilo leg je op de kar". */
const HANDLES =
  /\b(?:je|jij|u)\b[^.;]{0,80}\b(?:leg|legt|zet|ruim|ruimt|pak|pakt|haal|haalt|gooi|gooit|kiep|kiept|stapel|sleep|sleept|hang|hangt|laad|laadt|los|lost|neem|neemt|breng|brengt|plaats|plaatst|verplaats|verplaatst|vul|vult|til|tilt)\b|\b(?:leg|zet|ruim|pak|haal|gooi|kiep|sleep|hang|laad|los|neem|breng|plaats|verplaats|vul) (?:je|jij|u)\b|\b(?:uitpakken|inpakken|wegzetten|inruimen|opruimen|stapelen|laden|lossen|vakken vullen|verplaatsen)\b|\byou (?:will )?(?:help to |also )?(?:put|unload|stack|load|move|pack|fold|handle|restock|carry)\b/
/** Surely goods in hand, so that the next sentence may name their weight: "leveringen uitpakken. Kratten wegen 14 kilo." */
const UNPACKS =
  /\b(?:uitpakken|inpakken|wegzetten|inruimen|stapelen|laden|lossen|vakken vullen|ruimt? (?:[a-z]+ ){1,5}op|stapelt?|laadt?|you (?:will )?(?:help to |also )?(?:unload|stack|load|pack|fold|restock|carry))\b/
/** Something else takes the weight: what it weighs says no longer what the worker lifts. */
export const AID =
  /\b(?:takel|tillift|tilliften|vacuumtiller|vacuumlift|vacuumheffer|plafondlift|steekwagen|steekkar|heftruck|kraantje|heftafel|tilhulp|tilhulpen|tilhulpmiddel|tilhulpmiddelen|tilmachine|bovenloopkraan|hijskraan|vacuum lifter|hoist|forklift|hand truck|pallet truck|lifting aid|does the lifting)\b/
/** Steps of weight: up to 5, 10 and 15 kg (`reference-data.md` 4). */
export const bandOfKg = (kg: number): number => (kg > 15 ? 4 : kg > 10 ? 3 : kg > 5 ? 2 : 1)

/** The aid of the next sentence is for these: "met de heftruck haal je pallets". */
export const OTHER_GOODS = /\b(?:pallets?|containers?|machines?|auto's)\b/

/** The two sentences before one and the two behind it. */
export type Beside = readonly [before: readonly Unit[], next: Unit | undefined, after: readonly Unit[]]

/** "Kratten wegen 18 kg; je tilt ze", "You unload containers. Boxes weigh up to 23 kg." */
export const liftedIn = (unit: Unit, [before, next]: Beside): boolean =>
  LIFTS.test(unit.folded) ||
  HANDLES.test(unit.folded) ||
  UNPACKS.test(before.at(-1)?.folded ?? '') ||
  (next !== undefined && LIFTS.test(next.folded.slice(0, 40))) ||
  before.some(b => b.section === unit.section && LIFTS.test(b.folded))
