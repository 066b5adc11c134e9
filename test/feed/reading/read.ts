import { VacancyFactsSchema, type VacancyFacts } from '../../../src/domain/vacancy.ts'
import { enrich } from '../../../src/feed/enrich.ts'
import { cleanText } from '../../../src/feed/normalise/clean.ts'

/** Facts of a vacancy with this text, read like an import does. */
export const read = (text: string, extra: Partial<VacancyFacts> = {}): VacancyFacts =>
  enrich(VacancyFactsSchema.parse({ title: 'Een baan', description: cleanText(text).text, ...extra }))
