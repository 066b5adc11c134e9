import { VacancyFactsSchema, type VacancyFacts } from '../domain/vacancy.ts'
import { enrich } from '../feed/enrich.ts'
import { cleanLine, cleanText, maskContacts } from '../feed/normalise/clean.ts'

/** An advert as the import reads it: cleaned, then everything title, text and occupation say. Spans point into `description`. */
export function readAdvert(title: string, text: string): VacancyFacts {
  const line = maskContacts(cleanLine(title) ?? '').slice(0, 200)
  const { text: description, truncated } = cleanText(text)
  return enrich(VacancyFactsSchema.parse({ title: line === '' ? '-' : line, description, truncated }))
}

/** The line of an advert in a file of predictions: the fields that have a value, and the load the text speaks of, with spans. */
export function advertLine(id: string, title: string, v: VacancyFacts): string {
  const { hours, educationLevel, requiredDiploma, licences, certificates, languages, schedule, contract, salary, remote, experienceMonths, startsOn } = v
  return JSON.stringify({
    id,
    title,
    occupation: { isco: v.occupation.isco, method: v.occupation.method, confidence: v.occupation.confidence },
    fields: {
      hours, educationLevel, requiredDiploma, licences, certificates, languages, schedule, contract, salary, remote, experienceMonths, startsOn,
      employer: v.employer.kind, sector: v.sector, competences: v.competences, skills: v.skills
    }, // prettier-ignore
    evidence: v.evidence,
    load: v.demands
      .filter(d => d.kind === 'text')
      .map(({ dimensie, provenance, amount, frequency, hoursPerDay, band, conditional, span }) => ({
        dimensie, provenance, amount, frequency, hoursPerDay, band, conditional, span
      })) // prettier-ignore
  })
}
