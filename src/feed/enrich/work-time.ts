import type { VacancyFacts } from '../../domain/vacancy.ts'
import { fromText, withEvidence, type Enricher } from '../enricher.ts'
import { Cue } from '../text/cue.ts'
import type { Unit } from '../text/units.ts'

const WORDS = 'fulltime full voltijd* parttime part deeltijd* parttimer fulltimer'
type WorkTime = NonNullable<VacancyFacts['workTime']>

/** The wordings that settle it, surest first. */
const CUES: ReadonlyArray<readonly [WorkTime, Cue]> = [
  [
    'both',
    new Cue(
      WORDS,
      /\b(?:(?:parttime|part time|deeltijd|32 uur) (?:\([^)]{1,20}\) )?(?:of|en|als|\/) (?:fulltime|full time|voltijd)|(?:fulltime|full time|voltijds?)(?: \([^)]{1,20}\))? ?(?:of|en|als|\/) ?(?:parttime|part time|deeltijds?)|(?:parttime|deeltijd) (?:is |ook )?(?:mogelijk|bespreekbaar)|(?:werk je )?liever parttime\? dat is ook mogelijk)\b/
    )
  ],
  [
    'part',
    new Cue(
      WORDS,
      /\b(?:parttime|part time|deeltijd) ?(?:functie|baan|dienstverband|job|bijbaan|medewerker|contract|vacature)\b|\b(?:dienstverband|soort dienstverband|functie): ?(?:parttime|deeltijd)\b/
    )
  ],
  [
    'full',
    new Cue(
      WORDS,
      /\b(?:fulltime|full time|voltijds?|voltijdse) ?(?:functie|baan|job|contract|vacature|beschikbaar\w*)\b|\b(?:dienstverband|soort dienstverband|functie|contract): ?(?:fulltime|voltijd)\b/
    )
  ]
]
/** "26 vakantiedagen bij een fulltime dienstverband" says how days are counted. */
const BASIS = /\b(?:bij een|op basis van|basis van|o\.?b\.?v\.?|gebaseerd op|vakantiedagen|vakantie|verlof)\b/

function read(unit: Unit): { readonly value: WorkTime; readonly m: RegExpExecArray } | undefined {
  for (const [value, cue] of CUES) {
    const m = cue.exec(unit)
    if (m !== null && !BASIS.test(unit.folded)) return { value, m }
  }
  return undefined
}

/** Full-time, part-time or both, in words; no number of hours follows from it (`feeds.md` 1). */
export const workTime: Enricher = {
  id: 'work-time',
  order: 11,
  enrich(v, context) {
    const titled = /\b(?:parttime|part time|deeltijd)\b/.test(context.title.folded)
      ? 'part'
      : /\b(?:fulltime|full time|voltijd)\b/.test(context.title.folded)
        ? 'full'
        : undefined
    if (titled !== undefined) {
      const both =
        /\b(?:parttime|part time|deeltijd)\b.*\b(?:fulltime|full time|voltijd)\b|\b(?:fulltime|full time|voltijd)\b.*\b(?:parttime|part time|deeltijd)\b/.test(
          context.title.folded
        )
      return { workTime: both ? 'both' : titled, evidence: withEvidence(v, 'workTime', fromText(context.title, 0, context.title.text.length, 'title')) }
    }
    for (const unit of context.units) {
      if (unit.section === 'over-ons' || unit.section === 'procedure') continue
      const found = read(unit)
      if (found !== undefined)
        return { workTime: found.value, evidence: withEvidence(v, 'workTime', fromText(unit, found.m.index, found.m.index + found.m[0].length)) }
    }
    return {}
  }
}
