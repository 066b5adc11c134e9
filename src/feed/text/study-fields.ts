import { STUDY_FIELDS } from '../../reference/education.ts'
import { Lexicon } from './lexicon.ts'
import type { Unit } from './units.ts'

const fields = new Lexicon(STUDY_FIELDS.flatMap(f => f.words.filter(w => w.length > 3).map(w => [w, f.code] as const)))

/** Words that leave room for another field than the ones named. */
const ROOM =
  /\b(?:liefst|bij voorkeur|voorkeur|bijvoorbeeld|zoals|vergelijkbaar|vergelijkbare|gelijkwaardig|iets|verwant\w*|aanverwant\w*|richting|gebied van|affiniteit|of (?:een )?ander\w*|relevante?|dan wel|ervaring|hobby|starter|of je bent|of werk)\b/

/**
 * The fields of study a sentence asks, and whether it leaves room for others. A list with a field our table does not know
 * leaves room: "bouwkunde, ruimtelijke ordening of recht" asks more than we can compare.
 */
export function fieldsIn(unit: Unit): { readonly fields: readonly string[]; readonly open: boolean } {
  const hits = fields.find(unit)
  const [first] = hits
  if (first === undefined) return { fields: [], open: false }
  const rest = unit.lower.slice(first.start)
  const alternatives = rest.split(/\bof\b|,|\/|\ben\b/).filter(p => /[a-z]{3,}/.test(p)).length
  return { fields: [...new Set(hits.map(h => h.value))], open: ROOM.test(unit.folded) || alternatives > hits.length }
}
