import type { Hours } from '../../domain/vacancy.ts'
import { isSet, trigger } from './cue.ts'
import type { Unit } from './units.ts'
import { allMatches } from './all-matches.ts'

export interface HoursFound {
  readonly hours: Hours
  readonly start: number
  readonly end: number
  /** Computed by a rule (fte, days), not literally written. */
  readonly rule: boolean
  readonly rank: number
  /** A table names the least and the most on lines of their own. */
  readonly limit?: 'min' | 'max' | undefined
}

const N = '(\\d{1,2}(?:[.,]\\d{1,2})?)'
const UUR = '(?:uur|uren|u\\.?|hours|hrs)'
const WEEK = '(?:\\s*(?:per|p\\.?|in de|a|\\/)\\s*(?:week|wk|w)\\b|\\s*p\\.?\\s?w\\.?\\b|\\s*weekly\\b)'
const TO = '\\s*(?:-|–|tot(?: en met)?|t\\/m|a|/|of|or|to)\\s*'

interface Rule {
  readonly rank: number
  readonly rule?: boolean
  /** Of these one stands in all that the pattern can match. */
  readonly needs?: readonly string[]
  readonly pattern: RegExp
  /** `before` is the end of the text before the match. */
  read(m: RegExpMatchArray, before: string): Hours | null
}

/** "Van 8.00 tot 17.00 uur", "van 9 tot 17 uur": the clock, not the length of the week. "Van 10 tot 20 uur" is a week unless days are named. */
function isClock(a: string, b: string, before: string): boolean {
  if (/[.,:](?:00|15|30|45)$/.test(a) || /[.,:](?:00|15|30|45)$/.test(b)) return true
  const [from, to] = [num(a), num(b)]
  if (to > 24 || to - from < 3 || !/(?:^|\W)(?:van|tussen|om|vanaf|dag|dagen|ochtend|middag|avond|vrijdag|zaterdag|donderdag)\s*:?\s*$/.test(before))
    return false
  if (/(?:contract|contracten|baan|bijbaan|functie|dienstverband|aanstelling|banen|inzet) (?:van|tussen)\s*$/.test(before)) return false
  return (from <= 9 && to >= 15 && to <= 18) || /\b(?:dag|dagen|dagelijks|vrijdag|zaterdag|donderdag|werkdag)\b/.test(before)
}

const num = (text: string | undefined): number => Number((text ?? '').replace(',', '.'))
/** "0 tot 40 uur" promises nothing at least. */
const between = (a: number, b: number): Hours | null =>
  Math.max(a, b) >= 1 && b <= 60 && a <= 60 && (a > 0 || b >= 8) ? { min: Math.min(a, b), max: Math.max(a, b) } : null
const round = (value: number): number => Math.round(value * 10) / 10
/** A full week is 36 to 40 hours when the advert does not say (`feeds.md` 4). */
const fte = (a: number, b: number): Hours | null => (a > 0 && b <= 1.2 ? { min: round(a * 36), max: round(b * 40) } : null)

/** Ways to say the hours of a week, best first; each is linear. */
const RULES: readonly Rule[] = [
  {
    rank: 0,
    needs: ['max', 'hooguit'],
    pattern: new RegExp(
      `\\b(?:minimaal|minstens|min\\.?|tenminste|ten minste)\\s*${N}\\s*(?:uur\\s*)?(?:,|en|tot|tot en met)\\s*(?:maximaal|hooguit|max\\.?)\\s*${N}\\s*${UUR}`,
      'g'
    ),
    read: m => between(num(m[1]), num(m[2]))
  },
  { rank: 1, pattern: new RegExp(`${N}(?:\\s*uur)?${TO}${N}\\s*${UUR}${WEEK}`, 'g'), read: m => between(num(m[1]), num(m[2])) },
  {
    rank: 1,
    needs: ['tussen', 'between'],
    pattern: new RegExp(
      `\\b(?:tussen|between)\\s+(?:de\\s+)?${N}\\s*(?:uur\\s*)?(?:en|and)\\s+(?:de\\s+)?${N}\\s*${UUR}(?:${WEEK})?(?!\\s*(?:per dag|'s))`,
      'g'
    ),
    read: (m, before) => (num(m[2]) >= 8 && !isClock(m[1] ?? '', m[2] ?? '', `${before} tussen `) ? between(num(m[1]), num(m[2])) : null)
  },
  {
    rank: 2,
    pattern: new RegExp(`(?<![\\d,.])${N}${TO}${N}\\s*(?:uur|uren|hours)(?!\\s*(?:per|p\\/|a)?\\s*(?:dag|maand|jaar|day|month|year))`, 'g'),
    read: (m, before) => (num(m[2]) >= 8 && !isClock(m[1] ?? '', m[2] ?? '', before) ? between(num(m[1]), num(m[2])) : null)
  },
  {
    rank: 1,
    needs: ['parttime', 'part time', 'deeltijd'],
    pattern: new RegExp(
      `\\b(?:parttime|part time|deeltijd)\\s*\\(?\\s*${N}\\s*(?:uur|uren|u)\\)?\\s*(?:of|en|tot|\\/)\\s*(?:fulltime|full time|voltijd)\\s*\\(?\\s*${N}\\s*(?:uur|uren|u)\\b`,
      'g'
    ),
    read: m => between(num(m[1]), num(m[2]))
  },
  {
    rank: 2,
    needs: ['uren'],
    pattern: new RegExp(
      `\\b(?:(?:minimum |maximum |minimaal |maximaal |min\\.? |max\\.? )?(?:aantal )?(?:werk|contract)?uren (?:per|p\\.?|in de) ?(?:week|w)|(?:aantal|contract|werk)uren|uren\\/week)\\s*[:–-]?\\s*${N}(?:${TO}${N})?(?!\\s*(?:[%€.:]\\d|euro|jaar|maanden))`,
      'g'
    ),
    read: m => (num(m[1]) < 4 ? null : between(num(m[1]), m[2] === undefined ? num(m[1]) : num(m[2])))
  },
  {
    rank: 3,
    needs: ['min', 'vanaf', 'ten'],
    pattern: new RegExp(`\\b(?:minimaal|minstens|min\\.?|vanaf|tenminste|ten minste)\\s*${N}\\s*${UUR}(?:${WEEK})?`, 'g'),
    read: m => between(num(m[1]), Math.max(num(m[1]), 40))
  },
  {
    rank: 3,
    needs: ['max', 'hooguit'],
    pattern: new RegExp(`\\b(?:maximaal|hooguit|max\\.?)\\s*${N}\\s*${UUR}${WEEK}`, 'g'),
    read: m => between(Math.min(num(m[1]), 8), num(m[1]))
  },
  {
    rank: 4,
    pattern: new RegExp(`(?<![\\d,.])${N}\\s*${UUR}${WEEK}`, 'g'),
    // "Drie nachten van 8 uur per week" is 24 hours: the rule of days reads it.
    read: (m, before) =>
      /\b(?:dagen|nachten|diensten|ochtenden|middagen|avonden|nachtdiensten) (?:van|a|x) $/.test(before) ? null : between(num(m[1]), num(m[1]))
  },
  {
    rank: 5,
    rule: true,
    pattern: new RegExp(
      `\\b(\\d|een|twee|drie|vier|vijf)\\s+(?:(?:hele |volle |werk)?dagen|ochtenden|middagen|avonden|diensten|nachten|nachtdiensten|avonddiensten|dagdiensten)\\s+(?:van|a|x)\\s*${N}\\s*uur`,
      'g'
    ),
    read: m => {
      const t = days(m[1]) * num(m[2])
      return between(t, t)
    }
  },
  {
    rank: 5,
    needs: ['fulltime', 'full time', 'voltijd'],
    pattern: new RegExp(`\\b(?:fulltime|voltijds?|full time)\\s*\\(?\\s*(?:is |= )?${N}\\s*(?:uur|uren|u\\b)`, 'g'),
    read: m => (num(m[1]) >= 30 ? between(num(m[1]), num(m[1])) : null)
  },
  {
    rank: 6,
    needs: ['fte'],
    rule: true,
    pattern: /(?<![\d,.])(0[.,]\d{1,4}|1(?:[.,]0{1,2})?)\s*(?:fte)?\s*(?:-|–|tot|a|\/)\s*(0[.,]\d{1,4}|1(?:[.,]\d{1,2})?)\s*fte\b/g,
    read: m => fte(Math.min(num(m[1]), num(m[2])), Math.max(num(m[1]), num(m[2])))
  },
  {
    rank: 7,
    needs: ['fte', 'wtf', 'werktijdfactor'],
    rule: true,
    pattern: /(?<![\d,.])(0[.,]\d{1,4}|1(?:[.,]0{1,2})?)\s*fte\b|\b(?:wtf|werktijdfactor)(?: van)?\s*:?\s*(0[.,]\d{1,4}|1)\b/g,
    read: m => {
      const v = num(m[1] ?? m[2])
      return fte(v, v)
    }
  },
  {
    rank: 1,
    needs: ['contract', 'banen', 'functies', 'werkwe'],
    pattern: new RegExp(`\\b(?:contracten|contract|banen|functies|werkweek|werkweken) (?:van|voor) ${N}(?:, ${N})* (?:en|of|tot) ${N} uur`, 'g'),
    read: m => {
      const all = (m[0].match(/\d{1,2}(?:[.,]\d)?/g) ?? []).map(num)
      return between(Math.min(...all), Math.max(...all))
    }
  },
  {
    rank: 5,
    needs: ['zijn', 'gaat om'],
    pattern: new RegExp(`\\b(?:uren zijn|het gaat om|gaat om) ${N} (?:of|tot|en) ${N}(?: uur)?`, 'g'),
    read: m => between(num(m[1]), num(m[2]))
  },
  {
    rank: 6,
    pattern: new RegExp(
      `\\b(?:collega van|werkweek (?:telt|is|van)|we werken|je werkt|de baan is|baan van|te werken voor|aanstelling (?:van|voor)|functie van|dienstverband van|in dienst voor|(?:het|dit|functie|baan|vacature) gaat om|gaat het om|samen)\\s+(?:ongeveer |in totaal )?${N}\\s*(?:uur|uren)\\b`,
      'g'
    ),
    read: m => (num(m[1]) >= 4 ? between(num(m[1]), num(m[1])) : null)
  },
  {
    rank: 7,
    needs: ['urige'],
    pattern: new RegExp(`(?<!bij een |op basis van een |basis van een |een volle )\\b${N}\\s*-?\\s*urige (?:werkweek|week|baan)`, 'g'),
    read: m => between(num(m[1]), num(m[1]))
  },
  {
    rank: 6,
    needs: ['urige'],
    // "38- of 40-urige werkweek" names the two weeks one can choose from.
    pattern: new RegExp(`(?<![\\d,.])${N}\\s*-?\\s*(?:(?:uur|urige)\\s*)?(?:of|tot|en|\\/)\\s*(?:een )?${N}\\s*-?\\s*urige (?:werkweek|week|baan)`, 'g'),
    read: m => between(num(m[1]), num(m[2]))
  },
  {
    rank: 6,
    needs: ['kan', 'mag', 'is'],
    // "36 uur (32 kan ook)", "32 uur, 24 mag ook".
    pattern: new RegExp(
      `(?<![\\d,.])${N}\\s*(?:uur|uren)(?:${WEEK})?\\s*[(,–-]\\s*(?:maar |of |en )?${N}(?: uur)? (?:kan|mag|is|kan eventueel|mag eventueel)(?: ook)?(?: (?:mogelijk|prima|goed|bespreekbaar|oke))?\\s*(?=$|[).,;])`,
      'g'
    ),
    read: m => (Math.min(num(m[1]), num(m[2])) >= 8 ? between(num(m[1]), num(m[2])) : null)
  },
  {
    rank: 7,
    // A list item or the part of a heading that opens with the hours: "- 36 uur gemiddeld", "| 24 uur |", "32 uur op vier vaste dagen".
    pattern: new RegExp(
      `(?:^[\\s*•·▪◦+–-]*|[|]\\s*|\\s[–-]\\s)(?:gemiddeld |ongeveer |circa |ca\\. ?|maximaal |zo'n )?${N}\\s*(?:uur|uren|hours)(?=\\s*(?:$|[|,.;()–-]|gemiddeld\\b|average|op (?:een|twee|drie|vier|vijf|\\d) (?:vaste )?(?:dagen|werkdagen)|in een \\w+|verdeeld|verspreid|waarvan|in overleg|werken|van maandag|met een (?:vast|jaar|tijdelijk)))`,
      'g'
    ),
    read: m => (num(m[1]) >= 8 ? between(num(m[1]), num(m[1])) : null)
  },
  {
    rank: 7,
    needs: ['uur is'],
    pattern: new RegExp(`\\b${N} uur is (?:bij ons |hier )?(?:fulltime|voltijd|een volle)`, 'g'),
    read: m => between(num(m[1]), num(m[1]))
  },
  {
    rank: 8,
    pattern: new RegExp(`(?:^|[(,:;–-]\\s*|\\bvoor\\s+|\\buren\\s*:?\\s*|\\bcontract van\\s+|\\bbaan van\\s+)${N}\\s*(?:uur|uren)(?=\\s*(?:$|[),.;|–-]))`, 'g'),
    read: m => (num(m[1]) >= 4 ? between(num(m[1]), num(m[1])) : null)
  }
]

const DAYS: Readonly<Record<string, number>> = { een: 1, twee: 2, drie: 3, vier: 4, vijf: 5 }
const days = (text: string | undefined): number => DAYS[text ?? ''] ?? Number(text)

/** Hours that are not the week of this job. */
const OTHER =
  /\b(?:per maand|per jaar|op jaarbasis|vakantie|verlof|binnen|bereikbaar|open|24\/7|zorg(?: en)? begeleiding|reistijd|op basis van|bij een|gebaseerd op|o\.b\.v|uitgaande van|fulltime dienstverband|voltijds? dienstverband|cursus|opleiding van|stage van)\b/

/** "€ 2.950 bruto per maand voor 32 uur": the month is of the pay. */
const PAY = /\d(?:,-|,00)?\s*(?:euro\s*)?(?:bruto\s+)?per (?:maand|jaar)\b/g

function isOther(folded: string, start: number, end: number): boolean {
  return (
    OTHER.test(folded.slice(Math.max(0, start - 45), start).replace(PAY, ' ')) ||
    /^\s*(?:per maand|per jaar|per dag|vakantie|verlof|reistijd|dienst|open|service|zorg|bereikbaar|verlofuren|vakantiedagen|na|later)\b/.test(
      folded.slice(end)
    )
  )
}

const WEEK_NAMED = new RegExp(`${WEEK}$|week\\b|fte|wtf|werktijdfactor`)
/** Half of a span of the clock stands before the number: "8.30 – 17 uur", "van 9 uur tot 17 uur". */
const SPAN_BEFORE = /\d{1,2}(?:[.:]\d{2}\s*(?:uur\s*)?|\s*uur\s*)(?:-|–|tot|t\/m|to|until)\s*$/
const AT = /\b(?:om|rond|omstreeks|vanaf|tot|sinds|na|at|from|until)\s*$/

/** A number that reads as the clock ("17.30 uur", "om 8 uur") is no length of a week, whatever rule found it, unless the week is named. */
function isTimeOfDay(text: string, m: RegExpMatchArray): boolean {
  if (WEEK_NAMED.test(m[0])) return false
  const clock = [...m[0].matchAll(/(\d{1,2})([.:,])(\d{2})(?!\d)/g)]
  if (clock.some(([, h, sign, min]) => Number(h) <= 24 && (sign === ',' ? /^(?:00|15|30|45)$/ : /^[0-5]\d$/).test(min ?? ''))) return true
  const at = (m.index ?? 0) + m[0].search(/\d/)
  const before = text.slice(Math.max(0, at - 25), at)
  return SPAN_BEFORE.test(before)
    ? /[.:]\d{2}/.test(before) || Number(/\d+/.exec(m[0])?.[0]) <= 24
    : AT.test(before) && !/gaat (?:het )?om\s*$/.test(before) && !/[a-z]/.test(m[0].slice(0, m[0].search(/\d/)))
}

/** Words of which one is in everything the rules can match. */
const HOUR_WORDS = trigger('uur* uren* u urige* fte* hours hrs wtf* werktijdfactor week')

/** The hours of a week in one piece of text, best reading first. */
export function readHours(unit: Unit): readonly HoursFound[] {
  const text = unit.lower
  if (!isSet(unit, HOUR_WORDS) || !/\d/.test(text)) return []
  return RULES.flatMap(rule =>
    (rule.needs?.some(n => text.includes(n)) === false ? [] : allMatches(rule.pattern, text)).flatMap((m): HoursFound[] => {
      const hours = rule.read(m, text.slice(Math.max(0, m.index - 25), m.index))
      const end = m.index + m[0].length
      if (hours === null || isOther(text, m.index, end) || isTimeOfDay(text, m)) return []
      const limit = !m[0].includes('uren') ? undefined : m[0].startsWith('min') ? 'min' : m[0].startsWith('max') ? 'max' : undefined
      return [{ hours, start: m.index, end, rule: rule.rule ?? false, rank: rule.rank, limit: rule.rank === 2 ? limit : undefined }]
    })
  )
}

const DAY_RULES: readonly RegExp[] = [
  new RegExp(`(?<![\\d,.])${N}(?:\\s*(?:-|tot)\\s*${N})?\\s*(?:uur|u)\\.?\\s*(?:per|p\\/|op een)\\s*dag\\b`, 'g'),
  new RegExp(
    `\\b(?:diensten|dienst|werkdagen|dagen|ochtenden|middagen|blokken|shifts?)\\s+(?:duren\\s+|duurt\\s+)?(?:van\\s+)?(?:ongeveer\\s+)?${N}(?:\\s*(?:-|tot)\\s*${N})?\\s*(?:uur|u)\\b`,
    'g'
  ),
  new RegExp(`(?<![\\d,.])${N}\\s*(?:uur|u)\\s*(?:dienst|ochtend|middag)\\b`, 'g')
]

/** Hours a day, only when the advert says so. */
export function readDayHours(unit: Unit): HoursFound | undefined {
  const text = unit.lower
  if (!isSet(unit, HOUR_WORDS) || !/\d/.test(text)) return undefined
  for (const pattern of DAY_RULES) {
    for (const m of allMatches(pattern, text)) {
      const a = num(m[1])
      const hours = between(a, m[2] === undefined ? a : num(m[2]))
      if (hours === null || hours.max > 12 || hours.min < 1) continue
      if (/\b(?:open|bereikbaar|service|zorg|24)\b/.test(text.slice(Math.max(0, m.index - 25), m.index)) || a === 24) continue
      // "6 uur per dag achter een scherm" is a load, not the length of the day.
      if (/^\s*(?:achter|zit|sta|loop|beeldscherm|typ|bel|rij|aan de telefoon|lopen|staan|zitten)/.test(text.slice(m.index + m[0].length))) continue
      if (/\b(?:zit|staat|loopt|rijdt|zitten|staan|lopen|typt|belt|beeldscherm\w*)\b[^.]{0,30}$/.test(text.slice(0, m.index))) continue
      return { hours, start: m.index, end: m.index + m[0].length, rule: false, rank: 1 }
    }
  }
  return undefined
}
