import { COMPETENCES, SKILLS } from '../../reference/competences.ts'
import type { Enricher, EnrichContext } from '../enricher.ts'
import { Lexicon } from '../text/lexicon.ts'

const MOST_COMPETENCES = 8
const MOST_SKILLS = 20

const long = (phrase: string): boolean => phrase.includes(' ') || phrase.length > 3
const competencePhrases = new Lexicon([...COMPETENCES.values()].flatMap(c => c.phrases.filter(long).map(p => [p, c.code] as const)))
const skillPhrases = new Lexicon([...SKILLS.values()].flatMap(s => [s.label, ...s.synonyms].filter(long).map(p => [p, s.id] as const)))

function found(context: EnrichContext, phrases: Lexicon<string>, sections: ReadonlySet<string>): readonly string[] {
  const all = new Set<string>()
  for (const unit of context.units) if (sections.has(unit.section)) for (const hit of phrases.find(unit)) all.add(hit.value)
  return [...all]
}

const DEMANDS = new Set(['eisen', 'taken', 'anders'])

/** Competences and skills the advert asks, only where it speaks of the work or the person: elsewhere they are decoration. */
export const competences: Enricher = {
  id: 'competences',
  order: 90,
  enrich: (v, context) => ({
    competences: v.competences.length > 0 ? v.competences : found(context, competencePhrases, DEMANDS).slice(0, MOST_COMPETENCES).toSorted(),
    skills: v.skills.length > 0 ? v.skills : found(context, skillPhrases, DEMANDS).slice(0, MOST_SKILLS).toSorted()
  })
}
