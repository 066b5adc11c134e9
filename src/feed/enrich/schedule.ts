import type { Load } from '../../domain/load.ts'
import type { VacancyFacts } from '../../domain/vacancy.ts'
import { fromText, withEvidence, type Enricher } from '../enricher.ts'
import { Cue } from '../text/cue.ts'
import { BY_OTHERS, ENDS_DENIED } from '../text/denial.ts'
import { CLOSED, openByDay, TRAINING } from '../text/opening.ts'
import { lastIsLate, partsOf, readClock, worksUntilEvening, type ClockTimes } from '../text/clock.ts'
import type { Unit } from '../text/units.ts'

const WEEKEND = new Cue(
  'weekend* zaterdag* zondag* saturday* sunday*',
  /\b(?:weekenddienst\w*|in het weekend|weekendwerk|weekend(?:ochtend|middag|avond)\w*|om het weekend|weekenden|zaterdag\w*|zondag\w*|elk weekend|weekends?|weekenddag\w*|saturdays?|sundays?)\b/
)
const NO_WEEKEND = new Cue(
  'weekend*',
  /\b(?:geen (?:[a-z]+[ ,]+){0,4}?weekend\w*|weekend(?:en)? (?:ben je |heb je )?(?:altijd |gewoon )?vrij|niet in het weekend|elk weekend vrij|in het weekend (?:ben je |zijn we |zijn wij )?(?:altijd )?(?:vrij|gesloten|dicht)|no weekends?(?: work)?|weekends off|not work (?:on |in )?weekends)\b/
)
/** The days of the week named: work on another day is then an exception that the advert must name. */
const WEEKDAYS = new Cue(
  'maandag ma monday doordeweeks week werkdagen',
  /\b(?:doordeweeks|door de week|op werkdagen|monday (?:to|through|till) friday|monday (?:to|through|till) thursday|maandag (?:tot en met|t\/m|tm|tot) (?:donderdag|vrijdag)|ma (?:t\/m|tot en met|tot) vr|ma vr)\b/,
  /\b(?:bereik\w*|bellen|bel|telefonisch|contact|reactie|reageren|mailen)\b/
)
const IRREGULAR = new Cue(
  'onregelmatige onregelmatig wisselende ploegendienst* roosterdienst* gebroken rouleren*',
  /\b(?:onregelmatige (?:diensten|tijden|werktijden|uren)|werk(?:t|en)? onregelmatig|wisselende (?:diensten|werktijden|tijden|roosters?)|ploegendienst\w*|roosterdienst\w*|gebroken diensten|rouleren\w* (?:diensten|rooster))\b/
)
const SHIFTS = new Cue(
  'ploegendienst* ploegen* volcontinu shifts shift',
  /\b(?:rotating shifts?|shift work|(?:two|three|five|2|3|5) shifts?(?: system| pattern)?|ploegendienst\w*|(?:twee|drie|vijf|2|3|5) ?ploegen\w*|volcontinu)\b/
)
const ON_CALL = new Cue(
  'oproepbasis oproepkracht nul nuluren nulurencontract urencontract piket* bereikbaarheidsdienst* consignatie* storingsdienst*',
  /\b(?:oproepbasis|oproepkracht|nul ?uren|0 ?urencontract|piket\w*|bereikbaarheidsdienst\w*|consignatie\w*|storingsdienst\w*)\b/
)
const NO = /\b(?:geen(?! (?:probleem|moeite|bezwaar))|niet(?! (?:erg|alleen|vies))|nooit|zonder|no(?! problem)|not(?! (?:only|bothered))|never)\b[^.;:]{0,45}$/
const NO_AFTER = /^[^.;:]{0,12}\b(?:ben je |zijn we |is |zijn |heb je )?(?:altijd |gewoon )?(?:vrij|dicht|gesloten|off|niet (?:gewerkt|nodig|van toepassing))\b/
/** Perhaps, by choice, or somebody else's: says neither yes nor no. */
const PERHAPS = /\b(?:in overleg|mogelijk|eventueel|desgewenst|toeslag\w*|collega|geopend|open op|wij zijn open|kan ook|als je wilt)\b/
/** The parts of the day; one head may serve several: "avond-, nacht- en weekenddiensten". */
const EVENING = new Cue(
  'avond* evening* late',
  /(?<![a-z0-9])(?:avonddienst\w*|avondwerk|avonden|avonduren|koopavond\w*|(?<![a-z])'s avonds|in de avond\w*|(?:een|1|twee|2|drie|3|vier|4|elke|iedere) avond(?:en)?|evening|late(?=[ ,]+(?:en |of )nachtdienst)|avond(?=[ ,]+(?:en |of )?(?:nacht|weekend))|late dienst\w*|evenings?(?: shifts?)?)\b/
)
const NIGHT = new Cue(
  'nacht* slaapdienst* waakdienst* night* sleep',
  /(?<![a-z0-9])(?:nachtdienst\w*|nachtwerk|sleep in(?: shifts?)?\b|nachten|'s nachts|in de nacht|slaapdienst\w*|waakdienst\w*|nacht(?=[ ,]+(?:en |of )?(?:avond|weekend))|night shifts?|nights)\b/
)
const DAY_ONLY = new Cue(
  'middags ochtends overdag kantooruren kantoortijden schooltijden schooluren dagdienst* ochtenden',
  /\b(?:(?:alleen|uitsluitend|altijd|gewoon) (?:overdag|'s middags|'s ochtends)|overdag|(?:tijdens |binnen |onder )?(?:kantooruren|kantoortijden|schooltijden|schooluren)|dagdiensten?|alleen ochtenden|alleen in de ochtend)\b/
)
/** "Om het weekend een weekend vrij": the other weekends one works. */
const FREE_NOW_AND_THEN = new Cue(
  'weekend*',
  /\bom (?:het|de) (?:andere )?weekend\b[^.;]{0,20}\bvrij\b|\b(?:een|twee|drie|1|2|3) weekend(?:en)? (?:per|in de) maand\b[^.;]{0,10}\bvrij\b|\b(?:een|twee) (?:van|op) de (?:twee|drie|vier) weekend(?:en|s)?\b[^.;]{0,10}\bvrij\b/
)
/** The same days or times each week: not irregular. */
const REGULAR = new Cue(
  'vast vaste fixed',
  /\b(?:een |met )?(?:vast rooster|vaste (?:werk)?(?:dagen|tijden|werktijden|uren)|fixed (?:days|hours|schedule))\b/,
  /\b(?:geen|niet|no) vast/
)
/** Shifts by number: three cover the evening and the night, five the weekend too. */
const PLOEGEN: ReadonlyArray<readonly [RegExp, ReadonlyArray<'evening' | 'night' | 'weekend'>]> = [
  [/\b(?:vijf|5|vier|4) ?ploegen\w*|\bvolcontinu\w*/, ['evening', 'night', 'weekend']],
  [/\b(?:drie|3) ?ploegen\w*/, ['evening', 'night']],
  [/\b(?:twee|2) ?ploegen\w*/, ['evening']]
]

/** A part of the day from the loads the text states: `nacht`, `geen-nacht`, `dag` and the like. */
function fromLoads(demands: readonly Load[], yes: readonly string[], no: readonly string[]): boolean | null {
  const said = demands.filter(d => d.dimensie === 'etmaal' && d.provenance !== 'expected').map(d => d.amount?.value)
  if (said.some(v => typeof v === 'string' && yes.includes(v))) return true
  return said.some(v => v === false || (typeof v === 'string' && no.includes(v))) ? false : null
}

/** Evening, night, weekend and shifts, with yes, no or not said. */
export const schedule: Enricher = {
  id: 'schedule',
  order: 110,
  enrich(v, context) {
    const s = { ...v.schedule }
    let evidence: VacancyFacts['evidence'] = v.evidence
    s.night ??= fromLoads(v.demands, ['nacht'], ['geen-nacht', 'dag'])
    s.evening ??= fromLoads(v.demands, ['avond', 'elke-avond'], ['geen-avond', 'dag'])
    if (v.demands.some(d => d.dimensie === 'etmaal' && d.provenance === 'stated' && d.amount?.value === 'dag')) s.office ??= true
    const given = s.weekend
    const clock: Array<{ readonly unit: Unit; readonly times: ClockTimes }> = []
    let dayOnly: Unit | undefined
    let regular = false
    let denied: { readonly unit: Unit; readonly m: RegExpExecArray; readonly plain: boolean } | undefined
    for (const unit of context.units) {
      if (unit.section === 'over-ons' || unit.section === 'procedure') continue
      const take = (field: 'evening' | 'night' | 'weekend' | 'irregular' | 'shifts' | 'onCall', cue: Cue): void => {
        const m = s[field] === null ? cue.exec(unit) : null
        if (m === null) return
        const end = m.index + m[0].length
        const after = unit.folded.slice(end, end + 60)
        if (BY_OTHERS.test(after) || TRAINING.test(unit.folded)) return
        const no = NO.test(unit.folded.slice(Math.max(0, m.index - 60), m.index)) || NO_AFTER.test(after) || CLOSED.test(after) || ENDS_DENIED.test(after)
        if (!no && PERHAPS.test(unit.folded)) return
        s[field] = !no
        evidence = withEvidence({ ...v, evidence }, 'schedule', fromText(unit, m.index, m.index + m[0].length))
      }
      const [never, weekdays] = [NO_WEEKEND.exec(unit), WEEKDAYS.exec(unit)]
      if (FREE_NOW_AND_THEN.test(unit)) s.weekend ??= true
      else if (never !== null) denied = { unit, m: never, plain: true }
      else {
        if (weekdays !== null) denied ??= { unit, m: weekdays, plain: false }
        take('weekend', WEEKEND)
      }
      take('shifts', SHIFTS)
      take('evening', EVENING)
      take('night', NIGHT)
      take('irregular', IRREGULAR)
      if (REGULAR.test(unit)) regular = true
      for (const times of readClock(unit)) clock.push({ unit, times })
      const open = openByDay(unit)
      if (open !== undefined) {
        dayOnly ??= unit
        denied ??= { unit, m: open, plain: false }
      }
      if (worksUntilEvening(unit) || lastIsLate(unit)) s.evening ??= true
      if (DAY_ONLY.test(unit) && !NO.test(unit.folded.slice(0, DAY_ONLY.exec(unit)?.index))) dayOnly ??= unit
      if (s.shifts === true) {
        for (const field of PLOEGEN.find(([p]) => p.test(unit.folded))?.[1] ?? []) s[field] ??= true
      }
      take('onCall', ON_CALL)
    }
    if (regular) s.irregular ??= false
    const ends = clock.map(c => partsOf(c.times))
    const [first] = clock
    if (first !== undefined)
      evidence =
        evidence.schedule === undefined ? withEvidence({ ...v, evidence }, 'schedule', fromText(first.unit, first.times.start, first.times.end)) : evidence
    if (ends.some(e => e.evening)) s.evening ??= true
    if (ends.some(e => e.night)) s.night ??= true
    // Times that end by day settle it only when no other kind of shift is named.
    if ((ends.length > 0 && s.shifts !== true && s.irregular !== true) || dayOnly !== undefined) {
      s.evening ??= false
      s.night ??= false
    }
    if (denied !== undefined && given === null) {
      const { unit, m, plain } = denied
      // "Maandag tot en met vrijdag, soms een zaterdag" has weekends; "geen weekenden" beside a Saturday settles nothing.
      if (s.weekend === null) {
        s.weekend = false
        evidence = withEvidence({ ...v, evidence }, 'schedule', fromText(unit, m.index, m.index + m[0].length))
      } else if (plain && s.weekend) s.weekend = null
    }
    return { schedule: s, evidence }
  }
}
