import { LANGUAGES, levelOfCefr } from '../../reference/languages.ts'
import { fromText, withEvidence, type Enricher } from '../enricher.ts'
import type { Unit } from '../text/units.ts'
import { Lexicon } from '../text/lexicon.ts'
import { clauseAt, isNotNeeded, isWish } from '../text/wish.ts'
import type { Evidence } from '../../domain/vacancy.ts'

/** A language is demanded only where the sentence speaks of mastering it. */
const MASTERY =
  /\b(?:beheers|beheersing|spreek|spreken|spreekt|schrijf|schrijft|taal|taalvaardig|vloeiend|in woord|geschrift|niveau|kennis van het|machtig|uitdrukken|drukt?|communicatieve vaardigheden|communiceren|communiceert?|fluent|command|fluency|omgangstaal|redden|proficien|mondelinge|mondeling|schriftelijke|moedertaal|talenkennis|taalbeheersing|native|foutloze|lezen|leest|verstaan|verstaat|begrijp|begrijpt|read|speak|spoken|written|writing|understand|required|essential|language|vereist|noodzakelijk|voertaal|redelijk|basis|basic|goed|goede|excellent|good|foutloos|b1|b2|a2|c1)\w*/
const LEVELS: ReadonlyArray<readonly [RegExp, number]> = [
  [/\b(?:uitstekend|vloeiend|foutloos|perfect|excellent|fluent|fluency|moedertaal|native|zeer goed)\w*/, 4],
  [/\b(?:basis|redelijk|voldoende|enige|beetje|eenvoudig|basic)\w*/, 2],
  [/\b(?:goed|goede|prima|in woord en geschrift|good|strong)\b/, 3]
]

function levelOf(clause: string): number {
  const cefr = /\b([abc][12])\b/.exec(clause)?.[1]
  return (cefr === undefined ? undefined : levelOfCefr(cefr)) ?? LEVELS.find(([pattern]) => pattern.test(clause))?.[1] ?? 3
}

const words = new Lexicon([...LANGUAGES.values()].flatMap(l => l.words.flatMap(w => [[w, l.code] as const, [`${w}e`, l.code] as const])))

/** A list of demands: "mbo 4, een jaar ervaring, Nederlands en Engels". */
const AMONG_DEMANDS = /\b(?:ervaring|diploma|mbo|hbo|wo|vog|rijbewijs|experience|degree)\b/
/** The people one works with do not speak it. */
const NOT_SPOKEN = /\b(?:do not|does not|don't|doesn't|cannot|geen|no|zonder|without)\b[^.;,]{0,20}$/

/** A list item of languages only: "- Engels en Nederlands". */
function isBare(unit: Unit, hits: ReadonlyArray<{ readonly start: number; readonly end: number }>): boolean {
  let rest = unit.folded
  for (const { start, end } of hits) rest = `${rest.slice(0, start)}${' '.repeat(end - start)}${rest.slice(end)}`
  return /^\s*[*•·▪◦+–-]/.test(unit.lower) && /^[\s*•·▪◦+–,/.]*(?:(?:en|of|and|or)[\s,]*)*$/.test(rest)
}

/** Whether a list item stands under a head that wishes: "Nice to have", "Pré". */
function underWish(units: readonly Unit[], i: number): boolean {
  const head = units.slice(0, i).findLast(u => !/^\s*[*•·▪◦+–-]/.test(u.lower))
  return head !== undefined && head.text.length < 60 && isWish(head.folded)
}

/** The part of a sentence that speaks of one language: a wish for the next one behind a comma says nothing of it. */
function partOf(folded: string, start: number, next: number | undefined, last: number | undefined): string {
  const cut =
    next === undefined
      ? -1
      : Math.max(
          folded.lastIndexOf(', ', next),
          folded.lastIndexOf('; ', next),
          folded.lastIndexOf(' maar ', next),
          folded.lastIndexOf(' en bij voorkeur ', next),
          folded.lastIndexOf(' en liefst ', next)
        )
  // "Nederlands en Duits, Engels is een plus": what is said behind the comma is said of Engels.
  const comma = last === undefined ? -1 : folded.indexOf(', ', start)
  const ends = comma !== -1 && last !== undefined && comma < last ? comma : undefined
  return clauseAt(cut > start ? folded.slice(0, cut) : folded.slice(0, ends), start)
}

/** "Master Nederlands recht", "Engelse literatuur": what somebody studied or deals with, no language to master. */
const NO_LANGUAGE = /^\s*(?:recht|strafrecht|belastingrecht|literatuur|letterkunde|wetgeving|markt|klanten|bedrijven|elftal)\b/

/** So many languages in one sentence are those spoken there: one of them will do. */
const ANY_OF = 4

/** Languages the text demands with a level 1-4; a wish or "not needed" is no demand. */
export const languages: Enricher = {
  id: 'languages',
  order: 31,
  enrich(v, context) {
    const found = new Map<string, number>()
    let evidence: Evidence | undefined
    for (let at = 0; at < context.units.length; at++) {
      const unit = context.units[at] as Unit
      if (unit.section === 'over-ons' || unit.section === 'procedure' || unit.section === 'bieden' || unit.section === 'wensen') continue
      const hits = words.find(unit)
      if (hits.length === 0 || hits.length >= ANY_OF) continue
      const bare = isBare(unit, hits) && !underWish(context.units, at)
      // "- Nederlands en Engels, Pools is een pré": a list item that opens with a language.
      const opens = /^\s*[*•·▪◦+–-]/.test(unit.lower) && (hits[0]?.start ?? 9) <= 3
      if (!(bare || (opens && !underWish(context.units, at)) || MASTERY.test(unit.folded) || (AMONG_DEMANDS.test(unit.folded) && unit.folded.length < 130)))
        continue
      for (const [i, { value: code, start, end }] of hits.entries()) {
        const clause = partOf(unit.folded, start, hits[i + 1]?.start, hits.length > 2 ? hits.at(-1)?.start : undefined)
        if (
          isWish(clause) ||
          isNotNeeded(clause) ||
          NO_LANGUAGE.test(unit.folded.slice(end)) ||
          NOT_SPOKEN.test(unit.folded.slice(Math.max(0, start - 40), start)) ||
          /\b(?:programmeertaal|beeldtaal|les(?:sen)? in)\b/.test(clause)
        )
          continue
        found.set(code, Math.max(found.get(code) ?? 0, levelOf(clause)))
        evidence ??= fromText(unit, start, end)
      }
    }
    return evidence === undefined
      ? {}
      : {
          languages: [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([code, level]) => ({ code, level })),
          evidence: withEvidence(v, 'languages', evidence)
        }
  }
}
