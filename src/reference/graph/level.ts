/** Skill level of each major group of ISCO-08: a fact of the classification, no demand of an advert. */
const LEVEL: Readonly<Record<string, number>> = { '0': 2, '1': 4, '2': 4, '3': 3, '4': 2, '5': 2, '6': 2, '7': 2, '8': 2, '9': 1 }

/** Skill level 1-4 of a unit group; the managers of shops and horeca (14) are on level 3, soldiers by their rank. */
export function levelOf(isco: string): number {
  if (isco.startsWith('14')) return 3
  if (isco.startsWith('01')) return 4
  if (isco.startsWith('03')) return 1
  return LEVEL[isco.slice(0, 1)] ?? 2
}
