import type { Hours } from '../../domain/vacancy.ts'
import { between, isClock, num } from './hours-numbers.ts'

/** A number of hours. */
export const N = '(\\d{1,2}(?:[.,]\\d{1,2})?)'
const UUR = '(?:uur|uren|u\\.?|hours|hrs)'
/** "Per week", "p/w". */
export const WEEK = '(?:\\s*p\\/w\\b|\\s*(?:per|p\\.?|in de|a|\\/)\\s*(?:week|wk|w)\\b|\\s*p\\.?\\s?w\\.?\\b|\\s*weekly\\b)'
const TO = '\\s*(?:-|–|tot(?: en met)?|t\\/m|a|/|of|or|to)\\s*'

interface Rule {
  readonly rank: number
  readonly rule?: boolean
  /** What it reads is a part of a full week, 0.8 for "0,8 fte". */
  readonly part?: boolean
  /** Of these one stands in all that the pattern can match. */
  readonly needs?: readonly string[]
  readonly pattern: RegExp
  /** `before` is the end of the text before the match. */
  read(m: RegExpMatchArray, before: string): Hours | null
}

/** Parts of a full week that exist. */
const fte = (a: number, b: number): Hours | null => (a > 0 && b <= 1.2 ? { min: a, max: b } : null)

/** Ways to say the hours of a week, best first; each is linear. */
export const RULES: readonly Rule[] = [
  {
    rank: 0,
    needs: ['max', 'hooguit'],
    pattern: new RegExp(
      `\\b(?:minimaal|minstens|min\\.?|tenminste|ten minste)\\s*${N}\\s*(?:uur\\s*)?(?:,|en|tot|tot en met)\\s*(?:maximaal|hooguit|max\\.?)\\s*${N}\\s*(?:${UUR}|per week\\b)`,
      'g'
    ),
    read: (m, before) => (/\bu(?:ur|ren)\b|\du\b/.test(`${before}${m[0]}`) || /(?:uur|uren|hours|hrs)/.test(m[0]) ? between(num(m[1]), num(m[2])) : null)
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
      `\\b(?:parttime|part time|deeltijd)\\s*\\(?\\s*${N}(?:${TO}\\d{1,2})?\\s*(?:uur|uren|u)?\\)?\\s*(?:of|en|tot|\\/)\\s*(?:fulltime|full time|voltijd)\\s*\\(?\\s*${N}\\s*(?:(?:uur|uren|u)\\b|\\))`,
      'g'
    ),
    read: m => between(num(m[1]), num(m[2]))
  },
  {
    rank: 2,
    needs: ['uren', 'aantal uur'],
    pattern: new RegExp(
      `\\b(?:(?:minimum |maximum |minimaal |maximaal |min\\.? |max\\.? )?(?:aantal )?(?:werk|contract)?uren (?:per|p\\.?|in de) ?(?:week|w)|(?:aantal |contract|werk)uren|aantal uur|(?<=(?:^|[-–|·*•])\\s*)uren:|uren\\/week)\\s*[:–-]?\\s*${N}(?:${TO}${N})?(?!\\s*(?:[%€.:]\\d|euro|jaar|maanden)|, \\d)`,
      'g'
    ),
    read: m => (num(m[1]) < 4 ? null : between(num(m[1]), m[2] === undefined ? num(m[1]) : num(m[2])))
  },
  {
    rank: 1,
    needs: ['max', 'hooguit'],
    // "Vanaf 6 uur per week, maximaal 25".
    pattern: new RegExp(`\\b(?:minimaal|minstens|vanaf)\\s*${N}\\s*${UUR}${WEEK},? (?:en |tot )?(?:maximaal|hooguit|max\\.?)\\s*${N}\\b`, 'g'),
    read: m => between(num(m[1]), num(m[2]))
  },
  {
    rank: 0,
    needs: ['bespreekbaar', 'mogelijk', 'too', 'goed'],
    // "40 uur per week, parttime (32 uur) is bespreekbaar", "40 uur (32-36 bespreekbaar)", "40 hours (32 is fine too)".
    pattern: new RegExp(
      `(?<![\\d,.-])${N}\\s*(?:uur|uren|hours)(?:${WEEK}| a week)?\\s*[(,]\\s*(?:parttime|part time|deeltijd)?\\s*\\(?${N}(?:${TO}\\d{1,2})?(?: uur)?\\)? (?:is |kan |mag )?(?:ook )?(?:bespreekbaar|mogelijk|goed|fine too|possible too)`,
      'g'
    ),
    read: m => (num(m[2]) >= 8 ? between(num(m[1]), num(m[2])) : null)
  },
  {
    rank: 7,
    needs: ['0u', '2u', '4u', '5u', '6u', '8u', '0 u,', '2 u,', '4 u,', '6 u,', '8 u,', '0 u ', '6 u ', '8 u '],
    // "38/40u", "40 u, ma-vr": a part of a heading or an item of a list.
    pattern: new RegExp(`(?:^[\\s*•·–-]*|[|·]\\s*|\\s[–-]\\s)${N}(?:${TO}${N})?\\s?u(?=\\s*(?:$|[|,)]|\\s[–-]\\s))`, 'g'),
    read: m => (num(m[1]) >= 24 ? between(num(m[1]), num(m[2] ?? m[1])) : null)
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
    part: true,
    pattern: /(?<![\d,.])(0[.,]\d{1,4}|1(?:[.,]0{1,2})?)\s*(?:fte)?\s*(?:-|–|tot|a|\/)\s*(0[.,]\d{1,4}|1(?:[.,]\d{1,2})?)\s*fte\b/g,
    read: m => fte(Math.min(num(m[1]), num(m[2])), Math.max(num(m[1]), num(m[2])))
  },
  {
    rank: 6,
    needs: ['fte'],
    rule: true,
    part: true,
    // "De functie heeft een omvang van 0,8 fte": the whole of it, whatever its parts are.
    pattern: /\b(?:omvang|aanstelling|dienstverband|betrekking|functie|aantal fte)\b[^.;\d]{0,25}(0[.,]\d{1,4}|1(?:[.,]0{1,2})?)\s*fte\b/g,
    read: m => fte(num(m[1]), num(m[1]))
  },
  {
    rank: 7,
    needs: ['fte', 'wtf', 'werktijdfactor'],
    rule: true,
    part: true,
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
      `\\b(?:collega van|werkweek (?:telt|is|van)|we werken|je werkt|werk je|de baan is|baan van|te werken voor|aanstelling (?:van|voor)|functie van|dienstverband van|in dienst voor|(?:het|dit|functie|baan|vacature) gaat om|gaat het om|samen)\\s+(?:ongeveer |in totaal )?${N}\\s*(?:uur|uren)\\b`,
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
      `(?<![\\d,.])${N}\\s*(?:(?:uur|uren)(?:${WEEK})?|-?\\s*urige (?:werkweek|week|baan))\\s*[(,–-]\\s*(?:maar |of |en )?${N}(?: uur)? (?:kan|mag|is|kan eventueel|mag eventueel)(?: ook)?(?: (?:mogelijk|prima|goed|bespreekbaar|oke))?\\s*(?=$|[).,;–-])`,
      'g'
    ),
    read: m => (Math.min(num(m[1]), num(m[2])) >= 8 ? between(num(m[1]), num(m[2])) : null)
  },
  {
    rank: 0,
    needs: ['ook'],
    // "32-36 uur (28 uur is ook bespreekbaar)".
    pattern: new RegExp(
      `(?<![\\d,.])${N}${TO}${N}\\s*(?:uur|uren)(?:${WEEK})?(?: beschikbaar)?\\s*[(,]\\s*(?:maar |of |en )?${N}(?: uur)? (?:kan|mag|is) ook(?: (?:mogelijk|prima|goed|bespreekbaar|oke))?\\s*(?=$|[).,;])`,
      'g'
    ),
    read: m => (num(m[3]) >= 8 ? between(Math.min(num(m[1]), num(m[3])), Math.max(num(m[2]), num(m[3]))) : null)
  },
  {
    rank: 7,
    // A list item or the part of a heading that opens with the hours: "- 36 uur gemiddeld", "| 24 uur |", "32 uur op vier vaste dagen".
    pattern: new RegExp(
      `(?:^[\\s*•·▪◦+–-]*|[|·]\\s*|\\s[–-]\\s)(?:gemiddeld |ongeveer |circa |ca\\. ?|maximaal |zo'n )?${N}\\s*(?:uur|uren|hours)(?=\\s*(?:$|[|,.;()–-]|gemiddeld\\b|average|bij 1(?:[.,]0)? fte|op (?:een|twee|drie|vier|vijf|\\d) (?:vaste )?(?:dagen|werkdagen)|in een \\w+|inclusief|over (?:een|twee|drie|vier|vijf|\\d) (?:vaste )?(?:dagen|werkdagen)|verdeeld|verspreid|waarvan|in overleg|werken|van maandag|met een (?:vast|jaar|tijdelijk)))`,
      'g'
    ),
    read: m => (num(m[1]) >= 8 ? between(num(m[1]), num(m[1])) : null)
  },
  {
    rank: 1,
    needs: ['voltijd', 'fulltime'],
    // "(voltijd 38 uur, minimaal 24)": from part-time to the full week.
    pattern: new RegExp(`\\b(?:voltijds?|fulltime) (?:is )?${N} uur,? (?:en )?(?:minimaal|minstens|vanaf) ${N}\\b`, 'g'),
    read: m => between(num(m[1]), num(m[2]))
  },
  {
    rank: 0,
    // "18, 24 of 30 uur p.w."
    pattern: new RegExp(`(?<![\\d,.€])${N}, ${N} (?:of|en) ${N}\\s*(?:uur|uren|hours)(?!\\s*(?:per|p\\/|a)?\\s*(?:dag|maand|jaar))`, 'g'),
    read: m =>
      Math.min(num(m[1]), num(m[2]), num(m[3])) >= 4 ? between(Math.min(num(m[1]), num(m[2]), num(m[3])), Math.max(num(m[1]), num(m[2]), num(m[3]))) : null
  },
  {
    rank: 5,
    needs: ['uurtje', 'uren of', 'uur of'],
    pattern: new RegExp(`\\b(?:uurtje|uren|uur) of ${N} (?:per|in de) week`, 'g'),
    read: m => between(num(m[1]), num(m[1]))
  },
  {
    rank: 5,
    needs: ['aantal u'],
    // "Aantal uur: 24, 32 of 40".
    pattern: new RegExp(`\\baantal (?:uur|uren)(?: per week)?:? ${N}(?:, ${N})*(?: (?:of|tot|en) ${N})`, 'g'),
    read: m => {
      const all = (m[0].match(/\d{1,2}(?:[.,]\d)?/g) ?? []).map(num)
      return between(Math.min(...all), Math.max(...all))
    }
  },
  {
    rank: 6,
    needs: ['gemiddeld', 'average'],
    pattern: new RegExp(
      `\\b(?:gemiddeld|on average)(?: (?:maak|werk|draai|is dat|dus|zo'n|ongeveer)(?: je| jij)?)*\\s+${N}\\s*(?:uur|uren|hours)(?!\\s*(?:per|p\\/|a)\\s*(?:dag|maand|jaar|day|month))`,
      'g'
    ),
    read: m => (num(m[1]) >= 4 ? between(num(m[1]), num(m[1])) : null)
  },
  {
    rank: 7,
    needs: ['uur is'],
    pattern: new RegExp(`\\b${N} uur is (?:bij ons |hier )?(?:fulltime|voltijd|een volle)`, 'g'),
    read: m => between(num(m[1]), num(m[1]))
  },
  {
    rank: 8,
    pattern: new RegExp(
      `(?:^|[(,:;–-]\\s*|\\b(?:voor|bieden|biedt|offer|totaal|maar)\\s+(?:je |jou )?|\\buren\\s*:?\\s*|\\bcontract (?:van )?|\\bbaan van\\s+|\\b(?:volle|hele|volledige) (?:werk)?week van )${N}\\s*(?:uur|uren|hours)(?=\\s*(?:$|[(),.;|–-]))`,
      'g'
    ),
    // The end of a span is no length of its own: "10-20 uur".
    read: (m, before) => (num(m[1]) >= 4 && !(/^[–-]/.test(m[0]) && /\d\s*$/.test(before)) ? between(num(m[1]), num(m[1])) : null)
  }
]

const DAYS: Readonly<Record<string, number>> = { een: 1, twee: 2, drie: 3, vier: 4, vijf: 5 }
const days = (text: string | undefined): number => DAYS[text ?? ''] ?? Number(text)
