import { Cue, isSet, trigger } from './cue.ts'
import type { Unit } from './units.ts'

interface Place {
  readonly start: number
  readonly end: number
}
const placeOf = (m: RegExpExecArray | null): Place | undefined => (m === null ? undefined : { start: m.index, end: m.index + m[0].length })

/** "Een diploma is niet nodig", "je hoeft geen opleiding te hebben": the advert asks no level at all. */
const NO_DIPLOMA =
  /\b(?:geen|zonder) (?:speciale |bijzondere |specifieke |voor)?(?:diploma|diploma's|opleiding|vooropleiding|papieren)\b(?:[^.,;]{0,25}\b(?:nodig|vereist|verplicht|noodzakelijk|te hebben|te laten zien))?|\b(?:diploma|diploma's|opleiding|vooropleiding)\b[^.;]{0,35}\b(?:niet nodig|niet vereist|niet verplicht|niet van belang|overbodig|geen must|geen vereiste|vragen (?:we|wij) niet|is niet belangrijk|ook niet|evenmin|hoeft niet|hoeven niet|hoef je niet|maken niet uit|maakt niet uit)\b|\b(?:diploma|diploma's|opleiding|vooropleiding)\s*: ?(?:geen|maakt niet uit|niet van belang|n\.?v\.?t)(?=\s*(?:$|[.,;]))|\bno (?:specific |formal |special )(?:diploma|degree|education|qualifications?)\b|\b(?:don't|do not) need a (?:degree|diploma)\b|\bno (?:experience or )?(?:diploma|degree|qualifications?) (?:is |are )?(?:needed|required|necessary)\b/
const NO_DIPLOMA_WORDS = trigger("diploma diploma's opleiding vooropleiding papieren voor* degree qualification* qualifications")

/** And one of these. */
const DENIES = trigger("geen zonder niet overbodig evenmin n nvt no not don't")

const SHORT = 15
/** "Jongeren verlaten de school zonder diploma": told of others. */
const TOLD = /^[^.;:!?]*\bzonder [a-z']+$/
const SAID_TO_READER = /\b(?:je|jij|jou|jouw|u|ook|welkom|prima|kan|kun|mag|geen probleem|geen bezwaar)\b/

/** Where a sentence says that no diploma is asked. */
export function noDiploma(unit: Unit): Place | undefined {
  const m = isSet(unit, NO_DIPLOMA_WORDS) && isSet(unit, DENIES) ? NO_DIPLOMA.exec(unit.folded) : null
  if (m === null) return undefined
  const end = m.index + m[0].length
  const isTold = m.index > SHORT && TOLD.test(unit.folded.slice(0, end)) && !SAID_TO_READER.test(unit.folded)
  return isTold ? undefined : { start: m.index, end }
}

const NO_STUDIES = new Cue(
  'studievereisten diplomavereisten opleidingsvereisten opleidingseisen diploma-eisen eisen',
  /\b(?:geen|zonder) (?:specifieke |bijzondere |speciale |formele )?(?:studievereisten|diplomavereisten|opleidingsvereisten|opleidingseisen|diploma eisen)\b/
)
/** "Geen specifieke studievereisten", the way a form says so. */
export const noStudies = (unit: Unit): Place | undefined => placeOf(NO_STUDIES.exec(unit))
