import { fromText, withEvidence, type Enricher } from '../enricher.ts'
import { Cue } from '../text/cue.ts'
import type { Unit } from '../text/units.ts'

const ENGLISH = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const MONTHS = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december']
const ON =
  '(?:ingangsdatum|startdatum|begindatum|gewenste startdatum|per|vanaf|met ingang van|ingaande|start(?:en|datum)?(?: op| per)?|begin(?:nen|t|nend)?(?: op| per)?|in dienst(?: per)?)\\s*:?\\s*'
const WEEKDAY = '(?:(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag) )?'
const NAMES = [...MONTHS, ...ENGLISH].join('|')
/** The year may stand behind the last day only: "vanaf 1 september tot en met 31 december 2026". */
const DATE = new Cue(
  [...MONTHS, ...ENGLISH].join(' '),
  new RegExp(
    `\\b(?:${ON}|start je [a-z]+ op |(?<=^\\W*)van (?=[^.;]{5,60}20\\d\\d[^.;]{0,3} zoek)|(?:vervanging|functie|baan|contract|periode|job|verlof|opdracht)\\b[^.;\\d]{0,30}\\bvan (?=[^.;]{5,25}20\\d\\d tot))(?:uiterlijk |ongeveer )?${WEEKDAY}(\\d{1,2}) (${NAMES})(?: (20\\d\\d)| (?:tot|t\\/m|tot en met) (\\d{1,2}) (${NAMES}) (20\\d\\d))?\\b`
  )
)
const NUMERIC = new Cue(
  'ingangsdatum startdatum begindatum per vanaf ingang ingaande start starten begin beginnen',
  new RegExp(`\\b${ON}(\\d{1,2})[ /](\\d{1,2})[ /](20\\d\\d|[23]\\d)(?![\\d:]|\\.\\d)`)
)
const DIRECT = new Cue(
  'direct spoedig snel snelle asap z startdatum immediate*',
  /\b(?:beschikbaar(?:heid)?: (?:per )?direct|start (?:per )?direct|per:? direct|zo spoedig mogelijk(?: starten)?|z\.?s\.?m\.?|direct (?:beschikbaar|starten|beginnen|aan de slag)|start (?:right away|as soon as possible|asap)|zo snel mogelijk (?:starten|beginnen|aan de slag)|(?:ingangs|start|begin)datum:? (?:direct|zo snel mogelijk)|start immediately|immediate start|snelle opstart)(?![a-z])/
)
/** Other things that happen soon, and persons who are only preferably free at once. */
const NO_START = /\b(?:solliciteer|reageer|reactie|contact|bel|mail|antwoord|oplossen|voorkeur|opgelost|verhelpen|neem|laat)\b/
/** A page squeezed into one line has other business further on. */
const NEAR = 60
const OTHER_DATE = /\b(?:reageren|solliciteren|sollicitatie|sluit|gesprek|gesprekken|opgericht|cao|loonsverhoging|verhuizen|verhuist|vakantie)\w*/

/** "Drie scholen zijn per 1 januari 2024 gefuseerd": what somebody else did on a day, in a sentence that says nothing of the job. */
const HAPPENED = /\b(?:hebben|heeft|zijn|is|werd|werden) $/
const OF_THE_JOB =
  /\b(?:je|jij|jou|jouw|u|functie|vacature|baan|plek|plaats|contract|dienstverband|aanstelling|beschikbaar|opdracht|job|zoeken|gezocht|(?:start|ingangs|begin)datum)\b/
const tells = (unit: Unit, m: RegExpExecArray): boolean => HAPPENED.test(unit.folded.slice(0, m.index)) && !OF_THE_JOB.test(unit.folded)

const pad = (n: number): string => String(n).padStart(2, '0')

/** A day that exists, as `YYYY-MM-DD`. */
function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? `${year}-${pad(month)}-${pad(day)}` : undefined
}

/** The year of a date without one: the first that lies not before the advert was placed. */
function yearOf(month: number, day: number, posted: string | null): number | undefined {
  if (posted === null) return undefined
  const year = Number(posted.slice(0, 4))
  return `${pad(month)}-${pad(day)}` >= posted.slice(5) ? year : year + 1
}

/** The number of a month, by its name or its figure. */
function monthOf(text: string | undefined): number {
  const named = Math.max(MONTHS.indexOf(text ?? ''), ENGLISH.indexOf(text ?? ''))
  return named === -1 ? Number(text) : named + 1
}

const around = (unit: Unit, m: RegExpExecArray): string => unit.folded.slice(Math.max(0, m.index - NEAR), m.index + m[0].length + NEAR)

function read(unit: Unit, posted: string | null): { readonly value: string; readonly m: RegExpExecArray } | undefined {
  const m = DATE.exec(unit) ?? NUMERIC.exec(unit)
  if (m !== null && !OTHER_DATE.test(around(unit, m)) && !tells(unit, m)) {
    const day = Number(m[1])
    const month = monthOf(m[2])
    const end = m[6] === undefined ? undefined : Number(m[6]) - (monthOf(m[5]) < month ? 1 : 0)
    const year = m[3] === undefined ? (end ?? yearOf(month, day, posted)) : Number(m[3].padStart(4, '20'))
    const value = year === undefined ? undefined : dayOf(year, month, day)
    if (value !== undefined) return { value, m }
  }
  const direct = DIRECT.exec(unit)
  if (direct === null) return undefined
  return NO_START.test(around(unit, direct)) ? undefined : { value: 'direct', m: direct }
}

/** When the work begins: a day, or `direct`. */
export const start: Enricher = {
  id: 'start',
  order: 45,
  enrich(v, context) {
    for (const unit of context.units) {
      if (unit.section === 'over-ons' || unit.section === 'procedure') continue
      const found = read(unit, v.postedAt)
      if (found !== undefined)
        return { startsOn: found.value, evidence: withEvidence(v, 'startsOn', fromText(unit, found.m.index, found.m.index + found.m[0].length)) }
    }
    return {}
  }
}
