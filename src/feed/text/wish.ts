/** Words that make a demand a wish: it weakens a skill, a licence or a paper, never a load (`text-evidence.md` 2). */
const WISH =
  /\b(?:pre|plus|voorkeur|bij voorkeur|mooi meegenomen|meegenomen|gewenst|wenselijk|fijn als|is prettig|pluspunt|voordeel|bonus|ideaal|je leert het|bereid(?:heid)? .{0,30}(?:halen|behalen|volgen)|nice to have|is a plus|preferred|is handig|handig|welkom|liefst|desirable|an advantage|of bereid(?:heid)?)\b/
const NOT_NEEDED =
  /\b(?:niet nodig|niet vereist|geen vereiste|niet noodzakelijk|hoeft niet|is geen must|niet verplicht|zonder|geen eis|hoeft geen|not required|not needed|not necessary)\b/

/** Whether a folded sentence only wishes what it names. */
export const isWish = (folded: string): boolean => WISH.test(folded)

/** Whether a folded sentence says that what it names is not needed. */
export const isNotNeeded = (folded: string): boolean => NOT_NEEDED.test(folded)

/** The clause around a position: a wish in another clause says nothing about this one. */
export function clauseAt(folded: string, index: number): string {
  const from = Math.max(folded.lastIndexOf(';', index), folded.lastIndexOf('. ', index), folded.lastIndexOf('(', index), folded.lastIndexOf(', ', index)) + 1
  const stops = [';', '. ', ', maar', ', en '].map(s => folded.indexOf(s, index)).filter(i => i !== -1)
  return folded.slice(from, stops.length === 0 ? undefined : Math.min(...stops))
}
