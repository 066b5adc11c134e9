import { fold } from '../../reference/dutch.ts'
import { fromText, withEvidence, type Enricher } from '../enricher.ts'

const AGENCY_TEXT =
  /\b(?:voor (?:onze|een) (?:opdrachtgever|klant|relatie)|voor een van (?:onze|de) (?:opdrachtgevers?|klanten|relaties)|in opdracht van (?:onze|een)|namens (?:onze|een) opdrachtgever|bij (?:een van )?onze opdrachtgevers?|via ons (?:uitzendbureau|bureau)|onze opdrachtgever|for (?:our|one of our) clients?|on behalf of our client|de opdrachtgever (?:is|zoekt|zit|betreft)|deze opdrachtgever)\b/
/** An agency says so where it introduces the job; further on a firm speaks of its own customers. */
const BEGINNING = 900
const AGENCY_NAME =
  /\b(?:uitzend\w*|detachering|detacheren|werving|recruitment|flex\w*|staffing|employment|personeelsdiensten|interim|payroll|jobs|talent|headhunt\w*|uitzendbureau|randstad|tempo team|adecco|manpower|olympia|youngcapital|start people|unique|timing|luba|actief werkt|yacht|brunel|transport people|people)\b/
/** Words in the employer field that name nobody (`real/README.md` 4, 7). */
const NOBODY = /^(?:onze opdrachtgever|opdrachtgever|gebruikersnaam|confidential|vertrouwelijk|anoniem|werkgever|bedrijf)$/i

/** Direct employer or agency: by name, else by the language of the advert. Never more than the text says. */
export const employer: Enricher = {
  id: 'employer',
  order: 60,
  enrich(v, context) {
    const name = v.employer.name !== null && NOBODY.test(v.employer.name) ? null : v.employer.name
    for (const unit of context.units.filter(u => u.start < BEGINNING && u.section !== 'over-ons')) {
      const m = AGENCY_TEXT.exec(unit.folded)
      if (m !== null && /zoek|werk|zijn wij|vacature|opdrachtgever is|looking for|seeking/.test(unit.folded)) {
        return { employer: { ...v.employer, name, kind: 'agency' }, evidence: withEvidence(v, 'employer', fromText(unit, m.index, m.index + m[0].length)) }
      }
    }
    if (name !== null && AGENCY_NAME.test(fold(name).replaceAll('-', ' ')))
      return { employer: { ...v.employer, name, kind: 'agency' }, evidence: withEvidence(v, 'employer', { from: 'rule', span: null }) }
    return { employer: { ...v.employer, name, kind: name === null ? 'unknown' : 'direct' } }
  }
}
