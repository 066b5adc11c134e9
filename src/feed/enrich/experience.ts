import { fromText, withEvidence, type Enricher } from '../enricher.ts'
import { Cue } from '../text/cue.ts'
import type { Unit } from '../text/units.ts'
import { isWish, listSpan, withoutBeside } from '../text/wish.ts'

const NUMBERS = ['nul', 'een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien']
const ENGLISH = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const N = `(\\d{1,2}|${[...NUMBERS.slice(1), ...ENGLISH.slice(1)].join('|')}|half)`
const WORDS = 'ervaring* werkervaring* praktijk* experience'

/** "Minimaal 3 jaar relevante werkervaring", "3 tot 5 jaar ervaring", "2+ years of experience". */
const YEARS = new Cue(
  WORDS,
  new RegExp(
    `(?<![\\d,.])${N}\\+?(?:\\s*(?:tot|a|of|\\/|–|to)?\\s*(?:en met )?${N})?\\s*\\+?\\s*(jaar|jaren|jr|maanden|years?)\\b[.']?(?:\\s+(?!ervaring\\b|werkervaring\\b)\\(?[a-z/']+\\)?){0,4}\\s+(?:[a-z]*ervaring|praktijk(?![a-z])|(?:work )?experience)`
  )
)
/** "Ervaring: 3 jaar", "(werk)ervaring van minimaal 2 jaar". */
const BEHIND = new Cue(
  WORDS,
  new RegExp(
    `\\b(?:werk)?ervaring\\b(?:\\s*:)?(?:\\s+(?:van|minimaal|minstens|min\\.?|ten minste|tenminste|circa))*\\s+${N}(?:\\s*(?:tot|a|of)\\s*${N})?\\s*(jaar|jaren|jr|maanden)\\b`
  )
)
/** "Ervaring in een vergelijkbare rol: minimaal drie jaar", "ervaring met de wet van twee jaar of meer", "ervaring als kok (een half jaar is genoeg)". */
const FURTHER = new Cue(
  WORDS,
  new RegExp(
    `\\b(?:werk)?ervaring\\b[^.;:()]{1,60}?(?:[:(]\\s*|\\b(?=minimaal|minstens|ten minste|tenminste)|\\bvan (?=[a-z0-9 ]{1,20} (?:jaar|jaren|maanden) of (?:meer|langer)))(?:minimaal |minstens |ten minste |tenminste |circa )?(?:een (?=half))?${N}(?:\\s*(?:tot|a|of)\\s*${N})?\\s*(jaar|jaren|maanden)\\b`
  )
)
/** "At least one year in a customer facing job", "minstens twee jaar in een winkel gewerkt". */
const YEARS_IN = new Cue(
  'year years jaar',
  new RegExp(
    `\\b(?:at least|minimum of|minstens|minimaal) (?:a |${N}\\+? )?(?:years?|jaar) (?:(?:in|as) (?:an? )?[a-z]+|(?:als|in (?:een|de)) [a-z ]{3,40}\\bgewerkt)|\\bwerkt? (?:al |minstens |minimaal )${N} jaar (?:in|als|met) `
  )
)
/** "A year's experience", "one year's work experience". */
const YEARS_OF = new Cue('experience', /\b(a|one|two|three|four|five) years?'?s? (?:of )?(?:[a-z]+ ){0,2}experience\b/)
/** "5+ years with networks". */
const YEARS_WITH = new Cue('years', new RegExp(`(?<![\\d,.])${N}\\+ years (?:with|in|as|of)\\b`))
/** "- 3 jaar in een vergelijkbare keuken", as an item of the demands. */
const ITEM = new Cue(
  'jaar jr',
  new RegExp(`^[^a-z0-9]*(?:minimaal |minstens |ten minste )?${N}\\+? (?:jaar|jr\\.?) (?:in|als|op|achter) (?:een|de|het) [a-z]+`)
)
const SOME = new Cue('enige enkele eerste', /\b(?:enige|enkele jaren|eerste) (?:[a-z]+ ){0,2}(?:werk)?ervaring\b/)
const NOTHING = new Cue(
  WORDS,
  /\b(?:geen|zonder) (?:[a-z]+ ){0,2}(?:werk)?ervaring\b(?! (?:mee|op te doen))|\b(?:werk)?ervaring (?:[a-z]+ ){0,4}?(?:niet (?:nodig|vereist|verplicht|noodzakelijk|van belang|belangrijk)|geen (?:vereiste|must|eis))|\b(?:werk)?ervaring (?:heb je |hoeft |is )niet(?: nodig)?\b(?! alleen)|\bno (?:prior |previous |work ){0,2}experience\b(?! (?:with|in|of)\b)|\bexperience (?:is )?not (?:needed|required|necessary)\b/
)
/** "Ook als je nog weinig ervaring hebt", "ervaring is fijn, maar geen vereiste", "wij vragen geen cv vol ervaring". */
const LITTLE = new Cue(
  WORDS,
  /\book (?:als je|als jij|wie|met|zonder)\b[^.;,]{0,15}\b(?:geen|weinig|(?:nog )?niet (?:zo ?)?veel) (?:[a-z]+ )?(?:werk)?ervaring\b|\b(?:werk)?ervaring (?:in|als|binnen|op|hebt|is)\b[^.;]{0,70},? maar (?:het |dit |dat )?(?:is |hoeft )?(?:zeker )?(?:geen (?:vereiste|must|eis)|niet(?: per se)? (?:nodig|vereist|verplicht))\b|\bvragen (?:we |wij )?(?:niet om|geen)\b[^.;,]{0,20}\b(?:werk)?ervaring\b/
)
/** Work to start with asks none: a rule of ours, marked so. */
const STARTER = new Cue('startersfunctie starterfunctie startersbaan starters', /\b(?:starters?functie|startersbaan|(?:geschikt|ideaal|ook) voor starters)\b/)
/** The employer's or a team's own years: "wij hebben 40 jaar ervaring", "met ruim 25 jaar ervaring zijn wij". */
const OTHERS = /\b(?:wij|we|ons|onze|het bedrijf|de organisatie|bureau|sinds|team met|collega's met)\b/
const YOU = /\b(?:je|jij|jouw|u|uw|kandidaat|vragen|zoeken|verwachten|verwacht|vereist|minimaal|minstens|ten minste|eis)\b/
/** "Enige ervaring" is read as half a year: a rule of ours, marked so. */
const SOME_MONTHS = 6
/** And "enkele jaren ervaring" as two years. */
const SOME_YEARS = 24
/** "Leidinggevende ervaring is geen must" says nothing of other experience. */
const ONE_KIND = /\bleidinggevende $/
const MOST_YEARS = 20

const numberOf = (text: string | undefined): number => {
  const word = Math.max(NUMBERS.indexOf(text ?? ''), ENGLISH.indexOf(text ?? ''))
  return text === 'half' ? 0.5 : word === -1 ? Number(text) : word
}

interface Found {
  readonly months: number
  readonly rule: boolean
  readonly m: RegExpExecArray
}

function asked(unit: Unit): Found | undefined {
  const m = YEARS.exec(unit) ?? BEHIND.exec(unit) ?? FURTHER.exec(unit)
  if (m !== null) {
    const [a, b] = [numberOf(m[1]), m[2] === undefined ? Infinity : numberOf(m[2])]
    const months = Math.min(a, b) * (m[3]?.startsWith('maand') === true ? 1 : 12)
    const open = !OTHERS.test(unit.folded.slice(0, m.index)) || YOU.test(unit.folded)
    return months <= MOST_YEARS * 12 && open ? { months, rule: false, m } : undefined
  }
  const english = YEARS_OF.exec(unit)
  if (english !== null) return { months: 12 * (english[1] === 'a' ? 1 : numberOf(english[1])), rule: false, m: english }
  const there = YEARS_IN.exec(unit)
  if (there !== null) return { months: 12 * (there[1] === undefined && there[2] === undefined ? 1 : numberOf(there[1] ?? there[2])), rule: false, m: there }
  const item = YEARS_WITH.exec(unit) ?? (unit.section === 'eisen' ? ITEM.exec(unit) : null)
  if (item !== null) return { months: 12 * numberOf(item[1]), rule: false, m: item }
  const none = NOTHING.exec(unit) ?? LITTLE.exec(unit)
  // "Met SkySpark (ervaring niet vereist)" speaks of one tool.
  if (none !== null && unit.folded[none.index - 1] !== '(' && !ONE_KIND.test(unit.folded.slice(0, none.index))) return { months: 0, rule: false, m: none }
  const some = SOME.exec(unit)
  if (some !== null) return { months: some[0].startsWith('enkele') ? SOME_YEARS : SOME_MONTHS, rule: true, m: some }
  const starter = STARTER.exec(unit)
  return starter === null ? undefined : { months: 0, rule: true, m: starter }
}

function isWished(unit: Unit, m: RegExpExecArray): boolean {
  const end = m.index + m[0].length
  const [from, to] = listSpan(unit.folded, m.index)
  return isWish(unit.folded.slice(from, to)) || isWish(withoutBeside(unit.folded.slice(end, Math.max(end, Math.min(end + 50, to)))))
}

const SILENT = new Set(['over-ons', 'procedure', 'bieden', 'wensen'])

/** Experience asked, in months: the least of a range, 0 when the advert says none is needed; a wish asks nothing. */
export const experience: Enricher = {
  id: 'experience',
  order: 21,
  enrich(v, context) {
    let best: { readonly f: Found; readonly unit: Unit } | undefined
    for (const unit of context.units) {
      if (SILENT.has(unit.section)) continue
      const f = asked(unit)
      if (f === undefined || (f.months > 0 && isWished(unit, f.m))) continue
      // Years outweigh "enige ervaring"; among the demands a statement counts before elsewhere.
      if (best === undefined || (best.f.rule && !f.rule) || (best.unit.section !== 'eisen' && unit.section === 'eisen' && !f.rule)) best = { f, unit }
    }
    if (best === undefined) {
      const m = STARTER.exec(context.title)
      return m === null
        ? {}
        : { experienceMonths: 0, evidence: withEvidence(v, 'experience', fromText(context.title, m.index, m.index + m[0].length, 'title', 'rule')) }
    }
    const { f, unit } = best
    return {
      experienceMonths: f.months,
      evidence: withEvidence(v, 'experience', fromText(unit, f.m.index, f.m.index + f.m[0].length, 'description', f.rule ? 'rule' : 'text'))
    }
  }
}
