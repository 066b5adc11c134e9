import { fold } from '../../reference/dutch.ts'
import type { Evidence } from '../../domain/vacancy.ts'
import { fromText, withEvidence, type Enricher } from '../enricher.ts'
import { allMatches } from '../text/all-matches.ts'
import { Cue, isSet, trigger } from '../text/cue.ts'
import type { Unit } from '../text/units.ts'

const AGENCY_TEXT = new Cue(
  'opdrachtgever* opdracht klant relatie klanten relaties uitzendbureau bureau client clients',
  /\b(?:voor (?:onze|een) (?:opdrachtgever|klant|relatie)|voor een van (?:onze|de) (?:[a-z]+e )?(?:opdrachtgevers?|klanten|relaties)|in opdracht van (?:onze|een)|namens (?:onze|een) opdrachtgever|bij (?:een van )?onze opdrachtgevers?|via ons (?:uitzendbureau|bureau)|onze opdrachtgever|for (?:our|one of our) clients?|on behalf of our client|de opdrachtgever (?:is|zoekt|zit|betreft)|deze opdrachtgever)\b/
)
/** "Onze klant is een bakkerij", "bij dit bedrijf": the one for whom the work is, in the third person. */
const ABOUT_IT = new Cue(
  'klant relatie bedrijf familiebedrijf organisatie opdrachtgever opdrachtgevers inlener',
  /\b(?:onze relatie, (?:gevestigd|actief|een)\b|bij onze (?:relatie|opdrachtgever|klant) (?:zet|werk|ga|ben|kun|kom|doe|maak) je\b|neemt de (?:klant|opdrachtgever|inlener) (?:je|jou|u)\b|onze (?:klant|relatie) (?:is|betreft) (?:een|de|het|actief|gespecialiseerd)\b|het bedrijf (?:in [a-z]+ )?waar (?:je|jij) (?:gaat|komt te) werken|(?:bij|voor|aan) dit (?:[a-z]*bedrijf)\b|^\W*dit (?:[a-z]*bedrijf) (?:is|maakt|levert|zoekt|heeft|produceert|bouwt|werkt)\b|\bmaakt dit (?:[a-z]*bedrijf)\b|deze organisatie (?:in [a-z ]{2,20} )?(?:is op zoek|zoekt)|(?:aan de slag|gedetacheerd|geplaatst) bij (?:een van )?onze opdrachtgevers?|bij de (?:opdrachtgever|inlener) in dienst)/
)
/** The number an agency of Flanders must show: "VG.1234/BU". */
const FLEMISH_NUMBER = new Cue('vg erkenningsnummer erkenningsnummers', /\bvg[ .]{0,2}\d{3,4} ?\/ ?[buc]{1,3}\b/)
/** "Print NOORD INTERIM voor een job in GENT": who placed the advert on a Flemish page. */
const PLACED_BY = new Cue('interim uitzend* selectie jobs', /\b(?:interim|uitzend[a-z]*|jobs|[a-z]+ interim [a-z]+) voor een job in\b/)
/** Wordings that name the agency wherever they stand, not only where the job is introduced. */
const THROUGH = new Cue(
  'nbbu abu via uitzend* detache* gedetacheerd wervings* uitleen* recruitment overname agency contract bemiddelen bemiddeling',
  /\b(?:(?:nbbu|abu)[ -]lid\b|lid van de (?:nbbu|abu)\b|uitzendperiode\b|uitzenden (?:met|naar|en)\b|[a-z]+ uitzend(?:groep|team)\b|(?:via|door|bij|van) (?:ons|een|het|dit) (?:uitzend|detacherings|wervings|uitleen)bureau|via:? (?:[a-z0-9&']+ ){1,4}(?:uitzendbureau|uitzendbureaus|uitzenden|detachering|uitzendgroep)\b|via (?:het |een |ons )?(?:uitzendbureau|detacheringsbureau|uitzendorganisatie)\b|^\W*(?:uitzendbureau|uitzendorganisatie|detacheringsbureau|detacheerder) [a-z]+|(?:start|begin|werk|contract|contracten|uitzenden|weken|maanden|uren)\w* (?:je )?via ons(?=\s*kun|\s*[,.;(]|$)|contract bij (?:het|de) (?:bedrijf|klant|opdrachtgever)(?: zelf)?\b|overname (?:na|mogelijk)\b|(?:wij|we) \(?(?:van )?(?:[a-z0-9&']+ ){1,3}(?:uitzendbureau|uitzenden|uitzendgroep|detachering)\b|\b(?:is|zoekt) (?:[a-z0-9&']+ ){1,3}(?:uitzendbureau|uitzenden|uitzendgroep|detachering)\b|(?:[a-z0-9&']+ ){1,2}(?:uitzendbureau|uitzenden|uitzendgroep|detachering|recruitment) (?:zoekt|is op zoek|zoeken|handles|is looking)|(?:op|in) uitzend(?:basis|fase)|(?:een )?uitzend(?:contract|overeenkomst)|detachering (?:via|voor \d|bij onze|van \d)|(?:through|via|by) our (?:staffing |employment |temp )?agency|gedetacheerd bij|(?:bemiddelen|bemiddeling) van (?:[a-z]+ ){0,3}(?:functies|personeel|professionals|medewerkers|kandidaten|krachten|secretaresses|vakmensen|talent))\b/
)
/** "Via FlexNoord kun je beginnen": a name, so with a capital; "via workshops" names nobody. */
const [VIA, FOR, WE] = [trigger('via'), trigger('voor'), trigger('wij we')]
const THROUGH_NAME = /\b[Vv]ia (?:Flex|Job|Work|Tempo|Uitzend)[A-Za-z]+|\b(?:[Cc]ontract|jaar|maanden|weken|uren) via \p{Lu}\p{L}+/u
/** "Voor een aannemer zoeken wij, Bouwtalent, een metselaar." */
const NAMES_ITSELF = /\b[Vv]oor [^.;]{3,60} (?:zoeken|zijn) (?:wij|we),? \(?(?:\p{Lu}[\p{L}&]+ ?){1,4}[,)]/u
const INTRODUCED = new Cue(
  'namens client',
  /\b(?:namens (?:een|onze|opdrachtgever)\b[^.;]{0,60}\b(?:zoek\w*|op zoek|werven|werft)|(?:our|my) client(?:,| in| is| based)|client of ours)/
)
/** "Wij zijn geen uitzendbureau." */
const NO_AGENCY = /\b(?:geen|niet|no|not)\b/
const NOT_THROUGH = /\b(?:geen|niet|nooit|zonder|no|not)\b[^.;]{0,30}$/
/** The employer says it hires without an agency; "geen acquisitie" alone says nothing of that. */
const DIRECT = new Cue(
  'dienst contract uitzend* detacherings* bureau agency',
  /\b(?:(?:direct|rechtstreeks|meteen) (?:een (?:vast |tijdelijk )?contract bij (?:de|het|ons|onze) [a-z]+|bij (?:de|het|ons|onze) [a-z]+ in dienst|bij ons in dienst|in dienst)|geen uitzend(?:bureau|constructie|contract|baan|werk)|niet via (?:een|het) (?:uitzend|detacherings)bureau|zonder tussenkomst van (?:een )?(?:uitzend)?bureau|no agency|not through an agency)\b/
)
/** The employer speaks for itself: "wij zoeken", "in ons team", "onze school". */
const ITSELF = new Cue('wij we ons onze our', /\b(?:wij|we|ons(?! land)|onze|our)\b/)
/** So does an agency, which then names somebody else for whom the work is. */
const SOMEBODY_ELSE = new Cue(
  'intercedent* bemiddelt uitzend* detache* opdrachtgever* klant kandidaat client bedrijf organisatie instelling werkgever',
  /\b(?:uitzend(?!krachten (?:aan|in|op|bij|plan|begeleid))(?:e[nr]|uur|bureau|organisatie|basis|fase|contract|kracht|periode|groep|team)\w*|intercedent\w*|bemiddelt(?! (?:u|je|jij)\b)|detache\w*|(?:onze|een|namens) opdrachtgever|een van onze opdrachtgevers|bij onze klant|de aangeboden kandidaat|(?:our|the) client)\b|\bvoor een (?:[a-z]+ ){0,2}(?:bedrijf|organisatie|instelling|werkgever)\b[^.;]{0,60}\bzoek/
)
/** "Bij een producent van meters in Hengelo": the one that hires is not named. */
const PLACED = trigger('in zoeken zoek')
const UNNAMED =
  /\b(?:[Bb]ij|[Vv]oor) een (?!van\b)(?:[\p{Ll}-]+ ){1,6}in \p{Lu}|\b[Vv]oor een (?![^.;]{0,25}\b(?:project|locatie|vestiging|afdeling|team|school|functie|vaste|tijdelijke|periode|klus|vervanging|nieuwe?|eigen)\b)[^.;]{3,80} zoek(?:en)? (?:wij|we|ik)\b/u
/** "Zij leveren", "hun klanten": told by somebody else. */
const THEY =
  /\b(?:(?:ondersteunen|leveren|maken|bieden|staan|werken) (?:zij|ze)|(?:zij|ze) (?:leveren|maken|bieden|staan|werken|zijn|hebben|doen|richten|positioneren)|hun|hen)\b/g
const TOLD = 2

/** The part about the firm when it speaks of the firm as of others, and never as "wij". */
function toldByOthers(units: readonly Unit[]): Evidence | undefined {
  const about = units.filter(u => u.section === 'over-ons')
  const theirs = about.flatMap(unit => allMatches(THEY, unit.folded).map(m => ({ unit, m })))
  const [first] = theirs
  if (first === undefined || theirs.length < TOLD || about.some(u => ITSELF.test(u))) return undefined
  return fromText(first.unit, first.m.index, first.m.index + first.m[0].length, 'description', 'rule')
}

/** Where the job is introduced: the first part of a text, or of what follows the head of the job on a page with menus. */
function beginningOf(units: readonly Unit[]): (unit: Unit) => boolean {
  const head = units.find(u => HEAD.test(u.folded))?.start
  return unit => unit.start < BEGINNING || (head !== undefined && unit.start > head && unit.start < head + BEGINNING)
}
const HEAD = /^\W*(?:functie|taak|job)omschrijving\W*$/

/** An agency says so where it introduces the job; further on a firm speaks of its own customers. */
const BEGINNING = 900
const AGENCY_NAME =
  /\b(?:uitzend\w*|detachering|detacheren|werving|recruitment|flex\w*|staffing|employment|personeelsdiensten|interim|payroll|jobs|talent|headhunt\w*|uitzendbureau|randstad|tempo team|adecco|manpower|olympia|youngcapital|start people|unique|timing|luba|actief werkt|yacht|brunel|transport people|people)\b/
/** Words in the employer field that name nobody (`real/README.md` 4, 7). */
const NOBODY = /^(?:onze opdrachtgever|opdrachtgever|gebruikersnaam|confidential|vertrouwelijk|anoniem|werkgever|bedrijf)$/i

/** Direct employer or agency: by name, else by the language of the advert. Who speaks for itself hires, unless somebody else is named; that is marked as a rule. */
export const employer: Enricher = {
  id: 'employer',
  order: 60,
  enrich(v, context) {
    const name = v.employer.name !== null && NOBODY.test(v.employer.name) ? null : v.employer.name
    const begins = beginningOf(context.units)
    for (const unit of context.units.filter(u => begins(u) && u.section !== 'over-ons')) {
      const m = AGENCY_TEXT.exec(unit)
      if (m !== null && /zoek|werk|zijn wij|vacature|opdrachtgever (?:\([^)]{1,60}\) )?(?:is|heeft|in [a-z]+ )|looking for|seeking/.test(unit.folded)) {
        return { employer: { ...v.employer, name, kind: 'agency' }, evidence: withEvidence(v, 'employer', fromText(unit, m.index, m.index + m[0].length)) }
      }
    }
    let direct: Evidence | undefined
    let itself: Evidence | undefined
    let somebodyElse = false
    for (const unit of context.units) {
      const sign = FLEMISH_NUMBER.exec(unit) ?? PLACED_BY.exec(unit)
      if (sign !== null)
        return {
          employer: { ...v.employer, name, kind: 'agency' },
          evidence: withEvidence(v, 'employer', fromText(unit, sign.index, sign.index + sign[0].length))
        }
      if (unit.section === 'over-ons' || unit.section === 'procedure') continue
      const m =
        THROUGH.exec(unit) ??
        ABOUT_IT.exec(unit) ??
        (isSet(unit, VIA) ? THROUGH_NAME.exec(unit.text) : null) ??
        (isSet(unit, FOR) && isSet(unit, WE) ? NAMES_ITSELF.exec(unit.text) : null) ??
        (begins(unit) ? INTRODUCED.exec(unit) : null)
      if (m !== null && !NOT_THROUGH.test(unit.folded.slice(0, m.index)) && !NO_AGENCY.test(m[0].toLowerCase()))
        return { employer: { ...v.employer, name, kind: 'agency' }, evidence: withEvidence(v, 'employer', fromText(unit, m.index, m.index + m[0].length)) }
      const d = DIRECT.exec(unit)
      if (d !== null) direct ??= fromText(unit, d.index, d.index + d[0].length)
      somebodyElse ||= SOMEBODY_ELSE.test(unit) || (isSet(unit, PLACED) && UNNAMED.test(unit.text))
      // An agency asks for no acquisition, too.
      const i = itself === undefined && !unit.folded.includes('acquisitie') ? ITSELF.exec(unit) : null
      if (i !== null) itself ??= fromText(unit, i.index, i.index + i[0].length, 'description', 'rule')
    }
    if (name !== null && AGENCY_NAME.test(fold(name).replaceAll('-', ' ')))
      return { employer: { ...v.employer, name, kind: 'agency' }, evidence: withEvidence(v, 'employer', { from: 'rule', span: null }) }
    const told = direct === undefined && name === null ? toldByOthers(context.units) : undefined
    if (told !== undefined) return { employer: { ...v.employer, name, kind: 'agency' }, evidence: withEvidence(v, 'employer', told) }
    if (!somebodyElse) direct ??= itself
    if (direct !== undefined) return { employer: { ...v.employer, name, kind: 'direct' }, evidence: withEvidence(v, 'employer', direct) }
    return { employer: { ...v.employer, name, kind: name === null ? 'unknown' : 'direct' } }
  }
}
