/** Words that make a demand a wish: it weakens a skill, a licence or a paper, never a load (`text-evidence.md` 2). */
const WISH =
  /\b(?:pre|streepje voor|(?:een|als|grote) plus|voorkeur|bij voorkeur|mooi meegenomen|meegenomen|gewenst|wenselijk|fijn als|is prettig|pluspunt|voordeel|bonus|ideaal|je leert het|bereid(?:heid)? .{0,30}(?:halen|behalen|volgen)|nice to have|is a plus|preferred|(?<!\b(?:bent|ben|je|jij|en|zeer|technisch) )handig|is useful|be useful|welkom|liefst|desirable|optional|optioneel|an advantage|(?:tot|strekt tot) aanbeveling|is (?:fijn|leuk|mooi|een voordeel)|of bereid(?:heid)?)\b/
const NOT_NEEDED =
  /\b(?:niet nodig|niet per se|niet vereist|geen vereiste|niet noodzakelijk|hoeft niet|is geen must|niet verplicht|zonder|geen eis|geen voorwaarde|niet van belang|niet belangrijk|niet relevant|maakt niet uit|speelt geen rol|heb je niet|not essential|not a must|not important|hoeft geen|evenmin|ook niet(?=\s*(?:$|[.,;]|en\b|nodig|vereist))|hoef je(?: ook)? niet|vragen (?:we|wij)(?: ook)? niet|not required|not needed|not necessary)\b/

/** Whether a folded sentence only wishes what it names. */
export const isWish = (folded: string): boolean => WISH.test(folded)

/** Whether a folded sentence says that what it names is not needed. */
export const isNotNeeded = (folded: string): boolean => NOT_NEEDED.test(folded)

/** "Een jaar ervaring, bij voorkeur in de zorg", "goed Engels, liefst ook Frans": what is wished comes after what is asked. */
const BESIDE = /, (?:en |maar )?(?:bij voorkeur|liefst|het liefst) (?!(?:ook )?(?:niet|geen))[a-z]/

/** A sentence without the wish beside what it asks. */
export function withoutBeside(folded: string): string {
  const at = folded.search(BESIDE)
  return at === -1 ? folded : folded.slice(0, at)
}

/** The clause around a position: a wish in another clause says nothing about this one. */
export function clauseAt(folded: string, index: number): string {
  const from = Math.max(folded.lastIndexOf(';', index), folded.lastIndexOf('. ', index), folded.lastIndexOf('(', index), folded.lastIndexOf(', ', index)) + 1
  const stops = [';', '. ', ', maar', ', en ', ', bij voorkeur', ', liefst', ', het liefst'].map(s => folded.indexOf(s, index)).filter(i => i !== -1)
  return folded.slice(from, stops.length === 0 ? undefined : Math.min(...stops))
}
