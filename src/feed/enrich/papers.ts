import { CERTIFICATES, LICENCES } from '../../reference/licences.ts'
import { fromText, withEvidence, type Enricher, type EnrichContext } from '../enricher.ts'
import { isSet, trigger } from '../text/cue.ts'
import { Lexicon } from '../text/lexicon.ts'
import type { Unit } from '../text/units.ts'
import { isOfAnother, isOfFirm } from '../text/whose.ts'
import { isNotNeeded, isWish, listSpan, withoutBeside, withoutOthersDenied } from '../text/wish.ts'
import type { Evidence } from '../../domain/vacancy.ts'

/** A car of one's own is expected, not a licence that is demanded. "Groot rijbewijs" may be C or CE: C at least. */
const UNSURE = new Set(['eigen auto'])
const licenceWords = new Lexicon([...LICENCES.values()].flatMap(l => l.words.filter(w => !UNSURE.has(w)).map(w => [w, l.code] as const)))
const certificateWords = new Lexicon([...CERTIFICATES.values()].flatMap(c => c.words.map(w => [w, c.code] as const)))

/** The paper is offered or held by others, not asked. */
const OFFERED =
  /\b(?:wij betalen|we betalen|vergoed|krijg je|bieden (?:wij|we)|(?:(?:kun|kunt|kan|mag) (?:je|jij|u)|(?:je|jij|u) (?:kunt|kan|mag))\b[^.;]{0,40}\b(?:halen|behalen)\b|cursus|mogelijkheid om|je haalt|gaan we samen|halen (?:we|wij)\b|regelen wij|kosten van de vog|collega's met|(?:haal|behaal) je\b|(?:op|voor) onze (?:kosten|rekening)|op kosten van|(?:mag|kun|kan|kunt) (?:je|u) (?:ook )?(?:bij|via|met) ons|(?:leiden|leidt) (?:we |wij )?(?:je|jou) op|(?<!(?:hbo|mbo|wo|academisch|goed|hoog)[ -])opgeleid|(?:betalen|vergoeden|regelen|verzorgen) (?:wij|we)\b|we (?:pay|arrange|train)|nog (?:te )?(?:halen|behalen)|in opleiding)/
/** Behind it: "wordt door ons verzorgd", "doe je bij ons", "volgt in de eerste weken". */
const OFFERED_BEHIND =
  /^[^.;,()]{0,40}\b(?:word(?:t|en) (?:door ons |later |intern )?(?:verzorgd|geregeld|betaald|aangeboden|behaald)|(?:doe|doen|volg|volgen|haal|halen) (?:je|jij|u|we|wij) (?:[a-z]+ )?(?:bij|via|met) (?:ons|de zaak)|kan (?:ook )?(?:bij|via) ons|volgt\b(?! uit)|als (?:je|jij|u) (?:dat|die|het) wilt?|(?:laten|laat) (?:we|wij) (?:je|jou|u) (?:be)?halen)|^[^.;,()]{0,40}\b(?:volg|doe|haal|behaal) (?:je|jij|u) (?:in|tijdens|op|bij)\b|^ (?:is )?alleen (?:nodig|verplicht|vereist)\b/
/** "Met rijbewijs? Dan krijg je 40 cent per kilometer." */
const THEN_GIVEN = /^\s*dan (?:krijg|mag|kun|betalen|vergoeden|geven)\b/
/** "Daarna ga je door voor je VCA. Dat betalen wij allemaal." */
const NEXT_PAYS = /^\s*(?:dat|die|deze|dit) (?:betalen|regelen|vergoeden|verzorgen) (?:wij|we)\b/
/** "Van onze collega's in de loods vragen we een heftruckcertificaat." */
const ASKED_OF_OTHERS = /\bvan (?:onze|de|andere) [a-z']+ (?:in|op|bij|van) [^.;,]{1,30}\b(?:vragen|verwachten|eisen) (?:we|wij)\b/
/** "Wij werken volgens EN 1090 en zijn VCA** gecertificeerd": the firm is. */
const FIRM_IS = /^[\s*]{0,4}gecertificeerd\b/
/** "Ben je stukadoor en heb je rijbewijs B, dan moeten we praten." */
const THEN_WE = /^[^.;?]{0,50}, dan (?:moeten|willen|zoeken|komen|maken|hebben|nodigen|ben jij|is dit)\b/
/** "Wij betalen je opleiding (rijbewijs D)". */
const PAID_BEFORE = /\b(?:betalen|vergoeden|regelen|verzorgen|leiden)\b[^.;]{0,30}\([^)]{0,25}$/
/** "Je mag een rijbewijs hebben". */
const MAY_HAVE = /\b(?:je|jij|u) mag (?!(?:niet|geen|alleen|pas)\b)[^.;,]{0,30}$|\bmag (?:je|jij|u) (?!(?:niet|geen|alleen|pas)\b)[^.;,]{0,30}$/
/** "Handig: VCA, EHBO": the whole list is wished. */
const ALL_WISHED = /^[\s•*-]*(?:niet (?:vereist|nodig)|geen (?:vereiste|eis)|wat mag|mag|wens|wensen|handig|mooi meegenomen|pluspunten?|leuk|fijn|pre)\s*:/
const SPOKEN_TO = /\b(?:je|jij|u)\b/
/** "Een term als 'rijbewijs CE'": the word, not the thing. */
const QUOTED = /['"‘“]$/
/** Said to be demanded, whatever course is offered beside it: "BHV (verplicht, de cursus regelen wij)". */
const COMPULSORY = /^\s*[(,:]?\s*(?:(?:is|zijn|certificaat|diploma|echt)\s+){0,2}(?:verplicht|vereist|noodzakelijk|een must|required|mandatory)\b/
/** "VCA? Haal je in week 1": a question, answered by an offer or a denial. */
const ASKED_BACK = /^(?:\s*[a-z0-9-]{1,12}){0,2}\s*\?/
/** "Een fiets heb je nodig, een rijbewijs niet": denied without a verb. */
const NOT_IT = /^(?:\s[a-z]{1,2})?\s+niet\s*(?:$|[.,;)])/
/** A card of a driver of lorries too: it is the pass of a taxi only where people are carried. */
const DRIVER_CARD = /^chauffeurs(?:kaart|pas)$/
const TAXI = /\b(?:taxi\w*|\w*personenvervoer|leerlingenvervoer|zorgvervoer|rolstoel\w*)\b/

/** "Coördinatie van de BHV", "het BHV-team": work with those who hold the paper. */
const TASK_BEFORE = /\b(?:coordin\w*|organis\w*|aanstur\w*|leiding|ervaring)\b[^.;,]{0,12}\b(?:van|aan|met) (?:de |het )?$/
const TASK_BEHIND = /^\s?(?:team|teams|organisatie|ploeg|plan|beleid|coordinator|hoofd|oefening(?:en)?)\b/

/** What stands behind the English word "big". */
const ENGLISH_BEHIND = /^ (?:on|small|data|four|ideas?|impact|things|enough)\b/

/** "Zonder rijbewijs kun je hier niet werken": demanded by a denial. */
const WITHOUT_IT = /\b(?:zonder|without)\s+(?:(?:een|geldig|je|a|your|valid)\s+){0,2}$/
const NO_WORK =
  /^[^.;?!]{0,40}\b(?:kun|kunt|kan|kunnen|kom|komt|mag|mogen|ga|gaat|lukt|can|may)\b[^.;?!]{0,40}\b(?:niet|geen|not)\b|^[^.;?!]{0,20}\b(?:cannot|can't)\b/
/** "Heb je geen rijbewijs? Dan kunnen we niet verder." */
const NOT_HAD = /\bheb(?:t)? (?:je|jij|u) (?:nog )?geen (?:geldig )?$/
const NO_FURTHER = /\b(?:helaas|niet verder|niet in aanmerking|niet solliciteren|geen zin|stopt het|houdt het op|niet mogelijk)\b/
/** "No driving licence required", "you do not need a VCA". */
const NOT_ASKED = /\b(?:no|not|don't|geen) (?:(?:need|require|a|an|valid|geldig|driving|driver's)\s+){0,4}$/

/** "Geen ervaring/diploma/rijbewijs": one word denies all of them. */
const NONE_OF = /\b(?:geen|zonder) (?:[a-z-]+ ?(?:\/|, | of | en ) ?){1,3}$/

/** Whether what stands at a place is demanded: no wish, no denial, no offer. `next` is the sentence behind. */
function isDemanded(unit: Unit, start: number, end: number, next: Unit | undefined, title: string): boolean {
  const [before, after] = [unit.folded.slice(Math.max(0, start - 45), start), unit.folded.slice(end)]
  if (WITHOUT_IT.test(before) && NO_WORK.test(after)) return true
  if (NOT_HAD.test(before)) return NO_FURTHER.test(`${after} ${next?.folded ?? ''}`)
  if (NOT_ASKED.test(before) || NONE_OF.test(before)) return false
  if (QUOTED.test(before) || (FIRM_IS.test(after) && !SPOKEN_TO.test(unit.folded)) || ASKED_OF_OTHERS.test(unit.folded) || isOfFirm(unit.folded)) return false
  if (isOfAnother(unit, start, end, title) || PAID_BEFORE.test(before) || MAY_HAVE.test(before) || ALL_WISHED.test(unit.folded)) return false
  const folded = withoutOthersDenied(unit.folded, end)
  const [from, to] = listSpan(folded, start)
  const clause = folded.slice(from, to)
  if (COMPULSORY.test(unit.folded.slice(end))) return !isNotNeeded(unit.folded.slice(end, end + 25))
  if (ASKED_BACK.test(unit.folded.slice(end)) || NOT_IT.test(unit.folded.slice(end))) return false
  return (
    !isWish(clause) &&
    !isWish(withoutBeside(folded.slice(end, Math.min(end + 60, Math.max(end, to))))) &&
    !isNotNeeded(folded.slice(end, Math.min(end + 60, Math.max(end, to)))) &&
    (!/\b(?:heb je|als je|mocht je|wie)\b[^.;,]{0,30}$/.test(before) || THEN_WE.test(after)) &&
    !isNotNeeded(clause) &&
    !/\b(?:geen|no|without)\b/.test(unit.folded.slice(Math.max(0, start - 20), start)) &&
    !OFFERED.test(clause) &&
    !OFFERED_BEHIND.test(after) &&
    !NEXT_PAYS.test(next?.folded ?? '') &&
    !(unit.folded.trimEnd().endsWith('?') && THEN_GIVEN.test(next?.folded ?? '')) &&
    !OFFERED.test(/^\s*\([^)]{0,60}\)/.exec(unit.folded.slice(end))?.[0] ?? '')
  )
}

/** "BE" in a list of demands: the licence by its letters alone. */
const LETTERS = /^[\s•*-]*(BE|CE|C1|C1E)[\s.;]*$/
const LETTER_WORDS = trigger('be ce c1 c1e')

function papersIn(words: Lexicon<string>, context: EnrichContext): { codes: readonly string[]; evidence: Evidence | undefined } {
  const codes = new Set<string>()
  let evidence: Evidence | undefined
  for (let i = 0; i < context.units.length; i++) {
    const unit = context.units[i] as Unit
    if (unit.section === 'over-ons' || unit.section === 'wensen') continue
    const hits = words.find(unit)
    const letters = words === licenceWords && isSet(unit, LETTER_WORDS) ? LETTERS.exec(unit.text) : null
    if (hits.length === 0 && letters === null) continue
    const lone = letters === null ? [] : [{ value: letters[1] as string, start: letters[0].search(/[BC]/), end: letters[0].length }]
    for (const { value, start, end } of [...hits, ...lone]) {
      // A certificate of good conduct is asked where the procedure is told too, and being applied for is no way out.
      const conduct = value === 'VOG' && !isNotNeeded(unit.folded)
      if (!conduct && (unit.section === 'procedure' || !isDemanded(unit, start, end, context.units[i + 1], context.title.folded))) continue
      if (value === 'BHV' && (TASK_BEFORE.test(unit.folded.slice(0, start)) || TASK_BEHIND.test(unit.folded.slice(end)))) continue
      // "Big" is a word of English too, even in capitals ("We're BIG on safety"); the register is written in capitals.
      if (value === 'BIG' && end - start === 3 && (unit.text.slice(start, end) !== 'BIG' || ENGLISH_BEHIND.test(unit.folded.slice(end)))) continue
      if (DRIVER_CARD.test(unit.folded.slice(start, end)) && ![context.title, ...context.units].some(u => TAXI.test(u.folded))) continue
      codes.add(value)
      evidence ??= fromText(unit, start, end)
    }
  }
  return { codes: [...codes].sort(), evidence }
}

/** Driving licences and certificates the text demands. A wish ("is een pré") is no demand. */
export const papers: Enricher = {
  id: 'papers',
  order: 30,
  enrich(v, context) {
    const licences = papersIn(licenceWords, context)
    const certificates = papersIn(certificateWords, context)
    const evidence = {
      ...v.evidence,
      ...(licences.evidence === undefined ? {} : withEvidence(v, 'licences', licences.evidence)),
      ...(certificates.evidence === undefined ? {} : { certificates: certificates.evidence })
    }
    return {
      licences: [...licences.codes],
      certificates: [...certificates.codes],
      evidence
    }
  }
}
