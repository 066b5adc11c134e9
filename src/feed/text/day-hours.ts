import type { Load } from '../../domain/load.ts'
import { CLOCK_WORDS, partsOf, readClock, worksUntilEvening } from './clock.ts'
import { Cue, isSet, trigger } from './cue.ts'
import { isTakenBack } from './plain-denial.ts'
import { DAY_SHIFT, EVENING, IRREGULAR, isOfOthers, NIGHT, ON_CALL, SHIFTS, WEEKDAYS } from './shifts.ts'
import { statedLoad, textLoad } from './text-load.ts'
import type { Unit } from './units.ts'

/** A day of the week or a word of working: whose hours these are. */
const OF_WORK = trigger(
  'maandag ma dinsdag woensdag donderdag vrijdag doordeweeks werkdagen werkdag werk werkt werken werktijden werktijd werkuren dagdienst monday work working'
)
/** A word of another part of the day, whatever the sentence says of it and wherever it stands: then hours by day settle nothing. */
const OTHER_TIMES = trigger(
  'avond* nacht* evening* night* ploegen* shift* volcontinu* continudienst* onregelmatig* wisseldienst* wisselende roosterdienst* piket* consignatie* storingsdienst* bereikbaarheidsdienst* wachtdienst* calamiteiten* oproep* slaapt slapen slaapdienst*'
)
/** "24/7", "24-uursdiensten", "dag en nacht", "buiten kantooruren"; a contract of 24 hours is none of these. */
export const AROUND_THE_CLOCK = new Cue(
  '24 buiten nacht calamiteiten',
  /\bdag en nacht\b|\bcalamiteiten\b|\b24 ?\/ ?7\b|\b24 uurs ?(?!contract|week|baan|functie)[a-z]|\b24 uur (?:per (?:dag|etmaal)|op een dag|bereikbaar|open)\b|\bbuiten (?:de |je )?(?:kantoor|werk|reguliere |normale |vaste |gewone )(?:werk|kantoor)?(?:uren|tijden)\b/
)
const isOtherTime = (unit: Unit): boolean => isSet(unit, OTHER_TIMES) || AROUND_THE_CLOCK.test(unit)
const OTHERS = [EVENING, NIGHT, SHIFTS, IRREGULAR, ON_CALL]
/** The same of another day of the week, or of times that one chooses: then the times are not the same each week. */
const OTHER_DAYS = trigger('weekend* zaterdag* zondag* feestdagen flexibel flexibele variabel variabele overwerk* overuren zelf saturday* sunday*')
/** "Tussen 8.00 en 18.00 uur": somewhere between these. */
const BETWEEN = trigger('tussen between')

/** "Werkschema: dagdienst", "je werkt in dagdienst", "voltijds, dagwerk": the day shift and no other. */
const PLAIN_SHIFT = new Cue(
  'dagdienst dagdiensten dagwerk',
  /^[\s•*-]*(?:[a-z]+ ?: ?)?(?:vaste )?(?:dagdienst(?:en)?|dagwerk)[\s.]*$|\b(?:werk(?:t|en)?|werkzaam|beschikbaar|functie|baan|fulltime|uur)\b[^.;:]{0,25}\bin (?:de |een )?(?:vaste )?dagdienst(?:en)?\b|\b(?:voltijds|deeltijds)\b[^.;:]{0,40}\bdagwerk\b/
)
/** A shift one begins with or may choose, and times of something else than the work. */
const NOT_SETTLED =
  /\b(?:of|eerste|start|starten|begin\w*|inwerk\w*|daarna|later|voorkeur|mogelijk\w*|overleg|geen|niet|soms|stage|training|cursus|les|lessen|eventueel|bijvoorbeeld|open dag|markt)\b/

const [EARLIEST, SHORTEST] = [6, 3]

/** Where an advert says that the work is by day. */
interface ByDay {
  readonly unit: Unit
  readonly start: number
  readonly end: number
  /** The weekdays are named too. */
  readonly weekdays: boolean
}

const isRead = (unit: Unit): boolean => unit.section !== 'over-ons' && unit.section !== 'procedure' && !isOfOthers(unit.folded)

/** Times of the clock in one sentence that all lie in the day; null where one of them does not. */
function clockOf(unit: Unit): ByDay | undefined | null {
  const times = readClock(unit)
  const [first, last] = [times[0], times.at(-1)]
  if (first === undefined || last === undefined) return undefined
  // "Van 8.00 tot 17.30, donderdag tot 20.00 uur."
  if (worksUntilEvening(unit)) return null
  if (times.some(t => partsOf(t).evening || partsOf(t).night || t.from < EARLIEST || t.to - t.from < SHORTEST)) return null
  if (!isSet(unit, OF_WORK) || NOT_SETTLED.test(unit.folded) || isTakenBack(unit.folded, first.start, last.end)) return undefined
  return { unit, start: first.start, end: last.end, weekdays: WEEKDAYS.test(unit) }
}

function shiftOf(unit: Unit): ByDay | undefined {
  const m = DAY_SHIFT.test(unit) ? PLAIN_SHIFT.exec(unit) : null
  return m === null || NOT_SETTLED.test(m[0]) ? undefined : { unit, start: m.index, end: m.index + m[0].length, weekdays: false }
}

/** The sentence that says most; undefined where any says that another part of the day is worked. */
function byDay(title: Unit, all: readonly Unit[]): { readonly said: ByDay; readonly read: readonly Unit[] } | undefined {
  // Most adverts name no time of the day: these are told by two marks a sentence.
  if (!all.some(u => ((isSet(u, CLOCK_WORDS) && isSet(u, OF_WORK)) || DAY_SHIFT.test(u)) && (clockOf(u) ?? shiftOf(u)) !== undefined)) return undefined
  // Also where the firm tells about itself: that others work at night says that the night may be asked.
  if ([title, ...all].some(isOtherTime)) return undefined
  const read = [title, ...all.filter(isRead)]
  let found: ByDay | undefined
  for (const unit of read) {
    const clock = clockOf(unit)
    if (clock === null || OTHERS.some(cue => cue.test(unit))) return undefined
    const said = clock ?? shiftOf(unit)
    if (said !== undefined && (found === undefined || (said.weekdays && !found.weekdays))) found = said
  }
  return found === undefined ? undefined : { said: found, read }
}

const REGULAR = { dimensie: 'overig_werktijd', amount: { op: 'eq', value: false }, band: 0, frequency: null, conditional: false } as const

/**
 * "Van maandag tot en met vrijdag van 8.00 tot 16.30 uur", "in dagdienst": states that no evening and no night is worked, and times
 * of the clock on named weekdays that they are regular (`text-evidence.md` 2). Only where the whole advert names no other
 * time at all: a denial misread sends somebody to work at night.
 */
export function dayLoads(title: Unit, units: readonly Unit[], known: readonly Load[]): readonly Load[] {
  const ofDay = known.filter(l => l.dimensie === 'etmaal')
  if (ofDay.some(l => l.provenance !== 'expected' || l.band !== 0)) return []
  const found = byDay(title, units)
  if (found === undefined) return []
  const { unit, start, end, weekdays } = found.said
  const span = { field: 'description', start: unit.start + start, end: unit.start + end, text: unit.text.slice(start, end).slice(0, 400) } as const
  const day = statedLoad('etmaal', 'dag', span)
  const regular =
    weekdays && !isSet(unit, BETWEEN) && !found.read.some(u => isSet(u, OTHER_DAYS)) && !known.some(l => l.dimensie === 'overig_werktijd' && l.band !== 0)
  return regular ? [day, textLoad({ ...REGULAR, provenance: 'stated', confidence: 4, span })] : [day]
}
