/** Words that make a demand a wish: it weakens a skill, a licence or a paper, never a load (`text-evidence.md` 2). */
const WISH =
  /\b(?:pre|streepje voor|(?:een|als|grote|enorme|extra|dikke|mooie|echte) plus|voorkeur|bij voorkeur|mooi meegenomen|meegenomen|gewenst|wenselijk|fijn als|is prettig|pluspunt|voordeel|bonus|ideaal|je leert het|bereid(?:heid)? .{0,30}(?:halen|behalen|volgen)|nice to have|is a plus|preferred|(?<!\b(?:bent|ben|je|jij|en|zeer|technisch) )handig|is useful|be useful|welkom|liefst|desirable|optional|optioneel|an advantage|(?:tot|strekt tot) aanbeveling|is (?:fijn|leuk|mooi|een voordeel)|of bereid(?:heid)?)\b/
const NOT_NEEDED =
  /\b(?:niet nodig|niet per se|niet vereist|geen vereiste|niet noodzakelijk|hoeft niet|is geen must|niet verplicht|zonder(?! (?:fouten|moeite|problemen|haperen|accent|aarzelen))|geen eis|geen voorwaarde|niet van belang|niet belangrijk|niet relevant|maakt niet uit|speelt geen rol|heb je (?:nog )?niet|not essential|not a must|not important|hoeft geen|evenmin|ook niet(?=\s*(?:$|[.,;]|en\b|nodig|vereist))|hoef (?:je|jij|u)(?: (?:ook|dus|nog|hier|er|echt|zelf|daarvoor)){0,3} (?:niet|geen)|hoeft (?:dus|ook|nog) (?:niet|geen)|vragen (?:we|wij)(?: ook)? niet|not required|not needed|not necessary)\b/

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

/** "Rijbewijs: niet van belang" is one clause; a colon further on opens another. */
const LABEL = 15

/** The clause around a position: a wish in another clause says nothing about this one. */
export function clauseAt(folded: string, index: number): string {
  const from = Math.max(folded.lastIndexOf(';', index), folded.lastIndexOf('. ', index), folded.lastIndexOf('(', index), folded.lastIndexOf(', ', index)) + 1
  const stops = [';', '. ', ', maar', ', en ', ', bij voorkeur', ', liefst', ', het liefst']
    .map(s => folded.indexOf(s, index))
    .concat(folded.indexOf(': ', index + LABEL))
    .filter(i => i !== -1)
  return folded.slice(from, stops.length === 0 ? undefined : Math.min(...stops))
}

/** Words with which the next part of a list still speaks of the one before it: "VCA, bij voorkeur VOL", "rijbewijs B, maar dat hoeft niet". */
const GOES_ON =
  /^(?:maar|is|zijn|de|dit|die|deze|dat|liefst|bij voorkeur|of|een pre|geen|niet|en anders|wel|eventueel|mooi|fijn|optional|preferred|or|but|which|we|wij|nice)\b/

/** The part of a list a place stands in: a wish or an offer of the next part says nothing of it. */
export const listPart = (folded: string, at: number): string => folded.slice(...listSpan(folded, at))

/** "Een master (sport, ouderen) is een pré": the commas of a bracket just behind divide nothing. */
function behindBracket(folded: string, at: number): number {
  const [open, close] = [folded.indexOf('(', at), folded.indexOf(')', at)]
  const comma = folded.indexOf(', ', at)
  return open !== -1 && open < comma && comma < close ? close : at
}

/** Where that part begins and ends. */
export function listSpan(folded: string, at: number): readonly [number, number] {
  const clause = clauseAt(folded, at)
  const from = folded.indexOf(clause, Math.max(0, at - clause.length))
  const cut =
    [', ', ' en liefst ', ' en het liefst ', ' en bij voorkeur ']
      .map(stop => folded.indexOf(stop, behindBracket(folded, at)))
      .filter(i => i !== -1)
      .toSorted((a, b) => a - b)[0] ?? -1
  return cut === -1 || cut >= from + clause.length || GOES_ON.test(folded.slice(cut + 2)) ? [from, from + clause.length] : [from, cut]
}

/** "Hbo (richting speelt geen rol)", "NEN 3140 (VCA niet nodig)": what the bracket denies is something else; "(niet nodig)" is not. */
const OF_OTHER =
  /\((?!(?:niet|geen|mag|kan|hoef|hoeft|is|maar|dit|dat|die|een|of|wel|ook)\b)[a-z0-9]{2,}[^)]{0,60}\b(?:niet|geen)\b[^)]{0,30}\)|\bmaakt niet uit (?:welke|wat voor|in welke)\b/g

/** A sentence without what it denies of something else than what ends at a place; all else keeps its place. */
export const withoutOthersDenied = (folded: string, end: number): string =>
  folded.includes('niet') || folded.includes('geen') ? folded.replace(OF_OTHER, (other, at: number) => (at < end ? other : ' '.repeat(other.length))) : folded
