import type { Load } from '../../domain/load.ts'
import type { VacancyFacts } from '../../domain/vacancy.ts'
import { fromText, withEvidence, type Enricher } from '../enricher.ts'
import type { Cue } from '../text/cue.ts'
import { isListedAsNot } from '../text/denial.ts'
import { openByDay } from '../text/opening.ts'
import { AROUND_THE_CLOCK } from '../text/day-hours.ts'
import { isPlainDenial, isTakenBack } from '../text/plain-denial.ts'
import { beginsAtNight, endsByDay, lastIsLate, partsOf, readClock, worksUntilEvening, type ClockTimes } from '../text/clock.ts'
import {
  DAY_ONLY,
  DAY_SHIFT,
  EVENING,
  FREE_NOW_AND_THEN,
  IN_TITLE,
  IRREGULAR,
  isOccasional,
  isOfOthers,
  NIGHT,
  NO,
  NO_WEEKEND,
  ON_CALL,
  PLOEGEN,
  REGULAR,
  saysOf,
  SHIFTS,
  WEEKDAYS,
  WEEKEND
} from '../text/shifts.ts'
import { MOST_LOADS, statedLoad } from '../text/text-load.ts'
import { headOver, type Unit } from '../text/units.ts'
import { isOfAnother } from '../text/whose.ts'

/** A passage that says a part of the day is worked. */
interface Said {
  readonly part: 'evening' | 'night'
  readonly unit: Unit
  readonly start: number
  readonly end: number
  readonly field?: 'title'
}

/** "Opleiding: drie weken overdag" is no working time. */
const OF_COURSE = /\b(?:opleiding|training|inwerkperiode|cursus)\b/

const SHORTEST = 2
/** "Zittingen zijn overdag" says when something is, not when one works. */
const OF_THINGS = /^[^.;,]{0,40}\b(?:is|zijn|vinden|vindt)\b[^.;,]{0,20}\boverdag\b(?<!\b(?:dienst|diensten|werk|werktijden|uren|rooster|baan|functie)\b.*)/

type Part = 'evening' | 'night' | 'weekend' | 'irregular' | 'shifts' | 'onCall'
/** A part as a text names it. */
const IN_WORDS: Readonly<Partial<Record<Part, string>>> = { evening: 'avond', night: 'nacht', weekend: 'weekend' }

const ANSWERS = { night: ['nacht', 'geen-nacht'], evening: ['avond', 'geen-avond'] } as const

/**
 * The load of the parts of the day that no phrase gave: hours of the clock and plain words state it as well. Only that it is
 * worked: that it is not, a phrase of its own must say, because a denial misread sends somebody to work at night.
 */
function partsStated(known: readonly Load[], said: readonly Said[]): readonly Load[] {
  const loads: Load[] = []
  for (const { part, unit, start, end, field } of said) {
    if (isOccasional(unit.folded)) continue
    const answers: readonly unknown[] = [...ANSWERS[part], 'dag', false]
    const about = (l: Load): boolean => l.dimensie === 'etmaal' && l.provenance !== 'expected' && answers.includes(l.amount?.value)
    if (known.some(about) || loads.some(about)) continue
    loads.push(statedLoad('etmaal', ANSWERS[part][0], fromText(unit, start, end, field).span))
  }
  return loads
}

/** A part of the day from the loads the text states: `nacht`, `geen-nacht`, `dag` and the like. */
function fromLoads(demands: readonly Load[], yes: readonly string[], no: readonly string[]): boolean | null {
  const said = demands.filter(d => d.dimensie === 'etmaal' && d.provenance !== 'expected').map(d => d.amount?.value)
  if (said.some(v => typeof v === 'string' && yes.includes(v))) return true
  return said.some(v => v === false || (typeof v === 'string' && no.includes(v))) ? false : null
}

/** Regular times as the load has them (`day-hours.ts`): the same every week and by day. */
const statesRegular = (demands: readonly Load[]): boolean =>
  demands.some(d => d.dimensie === 'overig_werktijd' && d.provenance === 'stated' && d.amount?.value === false)

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
    const said: Said[] = []
    for (const [field, pattern] of IN_TITLE) {
      const m = pattern.exec(context.title.folded)
      if (m === null) continue
      if (s[field] === null && (field === 'night' || field === 'evening'))
        said.push({ part: field, unit: context.title, start: m.index, end: m.index + m[0].length, field: 'title' })
      s[field] ??= true
    }
    const clock: Array<{ readonly unit: Unit; readonly times: ClockTimes }> = []
    // What a sentence says perhaps, or denies only in part, no other sentence may deny: it stays open.
    const open = new Set<Part>()
    let dayOnly: Unit | undefined
    let regular = false
    let denied: { readonly unit: Unit; readonly m: RegExpExecArray; readonly plain: boolean } | undefined
    // The piece that is read, and its number: one set of functions for all pieces.
    let i = 0
    let unit = context.title
    const isPlain = (m: RegExpExecArray, part?: string): boolean =>
      isPlainDenial(context.units, i, { start: m.index, end: m.index + m[0].length, dim: 'tijd', part })
    const take = (field: Part, cue: Cue): void => {
      const m = s[field] === true ? null : cue.exec(unit)
      if (m === null || isListedAsNot(unit.folded, m.index, headOver(context.units, i)?.folded)) return
      const says = saysOf(unit, m.index, m.index + m[0].length, context.title.folded)
      if (says === 'perhaps' || (says === false && !isPlain(m, IN_WORDS[field])) || (says === true && s[field] === false)) open.add(field)
      else if (says !== undefined && s[field] === null) s[field] = says
      else return
      if (s[field] !== says) return
      if (says && (field === 'night' || field === 'evening')) said.push({ part: field, unit, start: m.index, end: m.index + m[0].length })
      evidence = withEvidence({ ...v, evidence }, 'schedule', fromText(unit, m.index, m.index + m[0].length))
    }
    for (; i < context.units.length; i++) {
      unit = context.units[i] as Unit
      if (unit.section === 'over-ons' || unit.section === 'procedure' || isOfOthers(unit.folded)) continue
      const [never, weekdays] = [NO_WEEKEND.exec(unit), WEEKDAYS.exec(unit)]
      if (FREE_NOW_AND_THEN.test(unit)) s.weekend ??= true
      else if (never !== null) {
        if (isPlain(never, 'weekend')) denied = { unit, m: never, plain: true }
        else open.add('weekend')
      } else {
        // "Zaterdag is er altijd bij, daar staat een vrije dag doordeweeks tegenover."
        if (weekdays !== null && WEEKEND.exec(unit) === null && !isTakenBack(unit.folded, weekdays.index, weekdays.index + weekdays[0].length))
          denied ??= { unit, m: weekdays, plain: false }
        take('weekend', WEEKEND)
      }
      take('shifts', SHIFTS)
      take('evening', EVENING)
      take('night', NIGHT)
      take('irregular', IRREGULAR)
      if (REGULAR.test(unit)) regular = true
      if (AROUND_THE_CLOCK.test(unit)) open.add('night').add('evening')
      for (const times of readClock(unit)) clock.push({ unit, times })
      const byDay = openByDay(unit)
      if (byDay !== undefined) {
        dayOnly ??= unit
        denied ??= { unit, m: byDay, plain: false }
      }
      if (worksUntilEvening(unit) || lastIsLate(unit)) s.evening ??= true
      const early = beginsAtNight(unit)
      if (early !== null && !isOfAnother(unit, early.index, early.index + early[0].length, context.title.folded)) s.night ??= true
      if (endsByDay(unit)) dayOnly ??= unit
      const day = EVENING.test(unit) || NIGHT.test(unit) ? null : DAY_ONLY.exec(unit)
      if (day !== null && !OF_COURSE.test(unit.folded) && !OF_THINGS.test(unit.folded) && isPlain(day) && !NO.test(unit.folded.slice(0, day.index)))
        dayOnly ??= unit
      if (s.shifts === true) {
        for (const field of PLOEGEN.find(([p]) => p.test(unit.folded))?.[1] ?? []) s[field] ??= true
      }
      take('onCall', ON_CALL)
    }
    const ends = clock.map(c => partsOf(c.times))
    if (regular || statesRegular(v.demands)) s.irregular ??= false
    const [first] = clock
    if (first !== undefined)
      evidence =
        evidence.schedule === undefined ? withEvidence({ ...v, evidence }, 'schedule', fromText(first.unit, first.times.start, first.times.end)) : evidence
    for (const [i, { unit, times }] of clock.entries()) {
      if (ends[i]?.evening === true) s.evening ??= true
      if (ends[i]?.night === true) s.night ??= true
      for (const part of ['evening', 'night'] as const) {
        if (ends[i]?.[part] === true && s[part] === true) said.push({ part, unit, start: times.start, end: times.end })
      }
    }
    // Times that end by day settle it only when no other kind of shift is named.
    // "Dagdienst" and "avonddienst" in one list: the day is one of several.
    const onlyByDay = dayOnly !== undefined && !(DAY_SHIFT.test(dayOnly) && [s.evening, s.night, s.shifts].includes(true))
    // An hour at which something happens ("tussen 11.00 en 12.00 uur ben je terug") is no working day.
    const clocked = clock.some(c => c.times.to - c.times.from >= SHORTEST && !isTakenBack(c.unit.folded, c.times.start, c.times.end))
    if ((clocked && s.shifts !== true && s.irregular !== true) || onlyByDay) {
      s.evening ??= false
      s.night ??= false
    }
    for (const field of open) if (s[field] === false) s[field] = v.schedule[field]
    if (onlyByDay && dayOnly !== undefined && DAY_SHIFT.test(dayOnly)) s.shifts ??= false
    if (denied !== undefined && given === null) {
      const { unit, m, plain } = denied
      // "Maandag tot en met vrijdag, soms een zaterdag" has weekends; "geen weekenden" beside a Saturday settles nothing.
      if (s.weekend === null && !open.has('weekend')) {
        s.weekend = false
        evidence = withEvidence({ ...v, evidence }, 'schedule', fromText(unit, m.index, m.index + m[0].length))
      } else if (plain && s.weekend) s.weekend = null
    }
    return { schedule: s, evidence, demands: [...v.demands, ...partsStated(v.demands, said)].slice(0, MOST_LOADS) }
  }
}
