import type { EducationRange, Track } from '../../domain/codes.ts'
import { EDUCATION_WORDS, PROFESSION_PAPERS, type EducationWord } from '../../reference/education.ts'
import type { VacancyFacts } from '../../domain/vacancy.ts'
import { fromText, withEvidence, type Enricher, type EnrichContext } from '../enricher.ts'
import { isSet, trigger } from '../text/cue.ts'
import { Lexicon } from '../text/lexicon.ts'
import { noDiploma, noStudies } from '../text/no-diploma.ts'
import { fieldsIn } from '../text/study-fields.ts'
import { isAhead } from '../text/study-ahead.ts'
import { isOfAnother, isOfFirm } from '../text/whose.ts'
import { clauseAt, isNotNeeded, isWish, listPart, withoutOthersDenied } from '../text/wish.ts'
import type { Unit } from '../text/units.ts'

/** Words that make a level a demand on the reader. */
const DEMAND =
  /\b(?:afgerond|opleiding|opleidingen|diploma|niveau|denkniveau|werk en denk|gediplomeerd|geschoold|bevoegdheid|gekwalificeerd|master|bachelor|graad|degree|in bezit|in het bezit|lesbevoegdheid|opleidingseis|afgestudeerd|certificaat|rijbewijs|vca|bhv|vog|beschikt over|beschik je over)\w*/
/** Somebody else's education: students, pupils, the school itself. */
const OTHERS =
  /\b(?:studenten|leerlingen|cursisten|deelnemers|klassen|scholieren|onderwijs geven|lesgeven aan|docent in het|onze (?:mbo|hbo)|instelling|hogeschool|universiteit|college|afdeling)\b/
const LEVEL_ONLY =
  /\b(?:werk en denkniveau|werk en denk|denkniveau|werkniveau|niveau|door ervaring|gelijkwaardig|vergelijkbaar|of (?:je|jij|jaren|iemand|werk|ruime|aantoonbare|ervaring|operator|een paar jaar|door)|aantoonbare ervaring)\b/
const PAPER = /\b(?:afgeronde?|diploma|gediplomeerd|in (?:het )?bezit|bevoegdheid|gekwalificeerd|afgestudeerd)\b/

const SCHOOLS = /^(?:havo|vwo|vmbo|mavo|gymnasium|atheneum|middelbare school|basisschool|basisonderwijs|universiteit|hogeschool|praktijkonderwijs)\b/

interface Named {
  readonly word: EducationWord
  readonly start: number
  readonly end: number
}

/** "| vmbo |": a cell of a row of facts. */
const CELL_BEFORE = /\|\s*$/
const CELL_BEHIND = /^\s*\|/
/** "Opleiding: vmbo". */
const LABELLED = /^[\s•*-]*(?:opleiding|vooropleiding|opleidingsniveau|niveau|education)\s*:/

/** The reader has it, or it is enough: "je hebt de havo gedaan". */
const HAS = /\b(?:gedaan|afgemaakt|doorlopen|gehaald|volstaat|is genoeg)\b/

/** "Dat je hbo of wo hebt gedaan". */
const HAS_DONE = /\b(?:je|jij|u)\b[^.;,]{0,40}\bhebt? (?:gedaan|afgerond|gehaald)\b/

const PROGRAMME = /^(?:(?:bachelor|master)(?:opleiding)?|phd|postdoc|doctoraat)$/
const HELD =
  /\b(?:afgerond\w*|qualifications?|je hebt|jij hebt|heb je|je bent|(?:in )?(?:het )?bezit|heb jij|minimaal|minstens|vereist|diploma|behaald|gehaald|gevraagd|beschikt|niveau|degree|required|have|profiel|profile|experience|ervaring|rijbewijs|licence)\b/

/** Titles of a person and bare words that also mean other things are no demand. */
const UNSAFE = /^(?:onbekend|ir|ing|mr|drs|geen)$/
/** "mbo4" against its number; "pabodiploma", "mbo-opleiding" against what it is. */
const glued = (word: string): readonly string[] =>
  /^mbo-\d$/.test(word) ? [word, word.replace('-', '')] : /^[a-z]{3,8}$/.test(word) ? [word, `${word}diploma`, `${word}opleiding`, `${word}'er`] : [word]
const levels = new Lexicon([
  ...EDUCATION_WORDS.filter(w => !UNSAFE.test(w.word)).flatMap(w => glued(w.word).map(word => [word, w] as const)),
  ...PROFESSION_PAPERS.map(w => [w.word, w] as const)
])

/** "Scrum master", "master data": no degree. */
const NO_MASTER = /\b(?:scrum|web|post|quiz|toast|agile|release|yard|head|ring|bench)[ -]?$/
/** "Dit PhD-traject" is what one does, no paper one has. */
const NO_PHD = /^ (?:traject|project|onderzoek|student|students|kandidaat|candidates?|positie|position|programma)\b/
/** "Vmbo" in a sentence names no track: it is all of them, as the coarse code is (`reference-data.md` 1). */
const VMBO = /^vmbo(?:-?(?:niveau|diploma|opleiding|'er))?$/
const ANY_VMBO: EducationRange = { min: 2, max: 3 }
const MASTER_OF = /^ (?:data|planner|scheduler|planning|black belt|file|files|class|classes|chef)\b/

/** "Een bevoegdheid voor het basisonderwijs" is where one teaches. */
const WHERE = /\b(?:voor|in|binnen) het (?:speciaal |regulier )?$/

function namedIn(unit: Unit): readonly Named[] {
  const hits = levels.find(unit)
  if (hits.length === 0) return []
  return hits
    .filter(h => !SCHOOLS.test(h.value.word) || !WHERE.test(unit.folded.slice(0, h.start)))
    .filter(h => !h.value.word.startsWith('master') || (!NO_MASTER.test(unit.folded.slice(0, h.start)) && !MASTER_OF.test(unit.folded.slice(h.end))))
    .filter(h => h.value.word !== 'phd' || !NO_PHD.test(unit.folded.slice(h.end)))
    .map(h => ({ word: VMBO.test(h.value.word) ? { ...h.value, range: ANY_VMBO } : h.value, start: h.start, end: h.end }))
}

/** "Bij voorkeur in een technische richting": the field is wished, the level is asked. */
const WISHED_FIELD =
  /\b(?:bij voorkeur|liefst|voorkeur)\b[^.;]{0,40}\b(?:richting|gebied|studie|achtergrond|sector)|,? ?(?:bij voorkeur|liefst) (?:in|op|met)\b/
const WISHED = /\b(?:bij voorkeur|liefst)\b/

interface EducationFound {
  readonly range: EducationRange
  readonly track: Track | null
  readonly strict: boolean
  readonly fields: readonly string[]
  readonly open: boolean
  readonly start: number
  readonly end: number
}

/** "diploma zorg niveau 3 of 4": the mbo levels by number. */
const NUMBERED =
  /\bdiploma (?:[a-z]+ ){1,3}([1-4])(?:\s*(?:of|en|or|tot|\/|-)\s*(?:mbo |niveau )?([1-4]))?\b(?! ?(?:jaar|uur|dagen|maanden))|\b(?:[a-z]*diploma|[a-z]*opleiding|mbo|kwalificatie|gediplomeerd)\b[^.;]{0,60}?\b(?:niveau|level) ([1-4])(?:\s*(?:of|en|or|tot|\/|-)\s*(?:niveau |level )?([1-4]))?/
const NUMBERED_WORDS = trigger('niveau level diploma')
const MBO = [0, 2, 3, 4, 5]

function numbered(unit: Unit): EducationFound | undefined {
  const m = isSet(unit, NUMBERED_WORDS) ? NUMBERED.exec(unit.lower) : null
  if (m === null || isWish(clauseAt(unit.lower, m.index)) || isNotNeeded(clauseAt(unit.lower, m.index))) return undefined
  const [a, b] = [Number(m[1] ?? m[3]), Number(m[2] ?? m[4] ?? m[1] ?? m[3])]
  const range = { min: MBO[Math.min(a, b)] as number, max: MBO[Math.max(a, b)] as number }
  // "Mbo niveau 3" alone is a level; a paper is named or an education asked.
  const paper = PAPER.test(unit.folded) || !m[0].startsWith('mbo') || /\b(?:[a-z]*opleiding|kwalificatie)\b/.test(unit.folded)
  const strict = paper && !LEVEL_ONLY.test(unit.folded.replace(/niveau \d/g, ''))
  const end = m.index + m[0].length
  // "Zorg niveau 4 of sph": the other paper is named by its name.
  const other = /^ (?:of|en) $/.test(unit.folded.slice(end, end + 4)) ? namedIn(unit).find(n => n.start === end + 4) : undefined
  // "Vmbo of mbo niveau 2".
  const before = namedIn(unit).find(n => n.end <= m.index && /^ ?(?:of|en|,|\/) ?$/.test(unit.folded.slice(n.end, m.index)))
  const [min, max] = [Math.min(range.min, before?.word.range.min ?? range.min), Math.max(range.max, other?.word.range.max ?? 0)]
  return { range: { min, max }, track: null, strict, ...fieldsIn(unit), start: before?.start ?? m.index, end: other?.end ?? end }
}

/** "Mbo 3 of 4 installatietechniek": the second level has its number only. */
function secondLevel(folded: string, { word, end }: Named): readonly number[] {
  const m = /^mbo\b.*\d$/.test(word.word) ? /^ ?(?:of|en|tot|or|\/|,)? ?(?:niveau )?([1-4])\b(?! ?(?:jaar|uur|dagen|jr|years?))/.exec(folded.slice(end)) : null
  return m === null ? [] : [MBO[Number(m[1])] as number]
}

const WORKING_LEVEL = /\b(?:denk ?niveau|(?:hbo|mbo|wo|vmbo|havo|vwo)[a-z0-9 ]{0,12}niveau|niveau (?:hbo|mbo|wo|vmbo|havo))\b/

/** The education one sentence demands; undefined when it names none, wishes it, or speaks of others. */
function readEducation(unit: Unit, title: string): EducationFound | undefined {
  const { folded } = unit
  if (unit.section === 'over-ons' || unit.section === 'wensen') return undefined
  // "Mag ik solliciteren? Ja, een diploma is niet nodig": the one thing the procedure says of education.
  const nothing = noDiploma(unit)
  // "Hbo werk- en denkniveau, een diploma is niet nodig": the level stays asked.
  const level = nothing !== undefined && WORKING_LEVEL.test(folded) && namedIn(unit).length > 0
  if (nothing !== undefined && !level) return { range: { min: 1, max: 1 }, track: null, strict: false, fields: [], open: false, ...nothing }
  if (unit.section === 'procedure') return undefined
  if (unit.section === 'bieden' && !/\bdenk ?niveau\b/.test(unit.folded)) return undefined
  // Most sentences name no education at all.
  if (!isSet(unit, NUMBERED_WORDS) && levels.find(unit).length === 0) return undefined
  if (isOfFirm(folded)) return undefined
  const notAsked = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
    isAhead(folded, start, end) || isOfAnother(unit, start, end, title)
  const byNumber = numbered(unit)
  if (byNumber !== undefined) return notAsked(byNumber) ? undefined : byNumber
  // That a sentence asks no diploma is read above.
  const all = namedIn(unit).filter(n => !notAsked(n) && !n.word.word.startsWith('zonder '))
  // "Een afgeronde hbo en bij voorkeur een wo-opleiding" asks hbo.
  const wished = all.length > 1 ? WISHED.exec(folded)?.index : undefined
  const named = wished === undefined || wished < (all[0] as Named).start ? all : all.filter(n => n.start < wished)
  const [first] = named
  if (first === undefined) return undefined
  const last = named.at(-1) as Named
  // Kinds of schools are named for other reasons too ("voor klas 4 havo"): they need the words of a demand.
  const schoolsOnly = named.every(n => SCHOOLS.test(n.word.word))
  const isCell = CELL_BEFORE.test(folded.slice(0, first.start)) && CELL_BEHIND.test(folded.slice(last.end))
  if (schoolsOnly && !isCell && !LABELLED.test(folded) && !PAPER.test(folded) && !HAS.test(folded) && !/niveau\b/.test(folded) && unit.section !== 'eisen')
    return undefined
  const clause = listPart(withoutOthersDenied(folded, last.end), first.start)
  const itself = named.some(n => n.word.diploma || /niveau|opleiding|diploma|denk/.test(n.word.word))
  // "Een vernieuwende bacheloropleiding" is what a school gives, unless somebody must have it.
  if (named.every(n => PROGRAMME.test(n.word.word)) && unit.section !== 'eisen' && !HELD.test(folded)) return undefined
  // A demand says so, or opens a short sentence or list item: "- mbo 4 of hbo bouwkunde".
  if (!DEMAND.test(folded) && !HAS_DONE.test(folded) && !itself && !isCell && !(first.start < 30 && folded.length < 130)) return undefined
  if ((isWish(clause) && !WISHED_FIELD.test(clause) && named.length === all.length) || (OTHERS.test(folded) && !PAPER.test(folded) && !LEVEL_ONLY.test(folded)))
    return undefined
  const none = first.word.range.max === 1
  if (!none && isNotNeeded(clause)) return undefined
  const far = named.findIndex((n, i) => i > 0 && n.start - (named[i - 1] as Named).end >= 40)
  const near = far === -1 ? named : named.slice(0, far)
  const next = secondLevel(folded, near.at(-1) as Named)
  const range = { min: Math.min(...near.map(n => n.word.range.min), ...next), max: Math.max(...near.map(n => n.word.range.max), ...next) }
  // Joined levels are a range, "mbo 4 of hbo" from mbo 4 to hbo (`reference-data.md` 1); academic only when all of it is.
  const least = near.toSorted((a, b) => a.word.range.min - b.word.range.min)[0] as Named
  const strict = !LEVEL_ONLY.test(folded) && (PAPER.test(folded) || first.word.diploma)
  const asked = strict || PAPER.test(folded) ? fieldsIn(unit) : { fields: [], open: false }
  return {
    range,
    track: near.length > 1 ? least.word.track : first.word.track,
    strict,
    ...asked,
    start: first.start,
    end: last.end
  }
}

const DOCTORATE = 8

/** "Hbo accountancy" and, as the next item of the list, "of: mbo 4 met ervaring". */
function withNextItem(f: EducationFound, next: Unit | undefined, title: string): EducationFound {
  const other = next !== undefined && /^[^a-z0-9]*of\b/.test(next.folded) ? readEducation(next, title) : undefined
  if (other === undefined || other.range.max === 1) return f
  return { ...f, range: { min: Math.min(f.range.min, other.range.min), max: Math.max(f.range.max, other.range.max) } }
}

/** The line of a form that asks no studies counts only where the advert names none either. */
function noStudiesIn(v: VacancyFacts, context: EnrichContext): Partial<VacancyFacts> {
  for (const unit of context.units) {
    const m = noStudies(unit)
    if (m !== undefined) return { educationLevel: { min: 1, max: 1 }, evidence: withEvidence(v, 'educationLevel', fromText(unit, m.start, m.end)) }
  }
  return {}
}

/** Level of education and the diploma asked, from the first sentence that demands one (`reference-data.md` 1). */
export const education: Enricher = {
  id: 'education',
  order: 20,
  enrich(v, context) {
    const found: Array<{ readonly f: EducationFound; readonly unit: Unit }> = []
    for (const unit of context.units) {
      const f = readEducation(unit, context.title.folded)
      if (f !== undefined) found.push({ f, unit })
    }
    // What stands among the demands outweighs what is said elsewhere.
    // A paper or level somebody has counts before a programme that is only named.
    // "Een universitaire opleiding" and "je bent gepromoveerd": the second asks the first as well.
    const weight = (e: (typeof found)[number]): number => (e.unit.section === 'eisen' ? 2 : 0) + (e.f.strict ? 1 : 0) + (e.f.range.min === DOCTORATE ? 1 : 0)
    // That no diploma is asked says something only where no level is.
    const levels = found.filter(e => e.f.range.max > 1)
    const best = (levels.length > 0 ? levels : found).toSorted((a, b) => weight(b) - weight(a) || a.unit.start - b.unit.start)[0]
    if (best === undefined) return noStudiesIn(v, context)
    const { unit } = best
    const f = withNextItem(best.f, context.units[context.units.indexOf(unit) + 1], context.title.folded)
    const evidence = fromText(unit, f.start, f.end)
    const none = f.range.max === 1
    return {
      educationLevel: f.range,
      educationTrack: f.track === 'wo' ? 'wo' : null,
      requiredDiploma: none ? null : { strict: f.strict, fields: [...f.fields], open: f.open },
      evidence: { ...withEvidence(v, 'educationLevel', evidence), ...(none ? {} : { requiredDiploma: evidence }) }
    }
  }
}
