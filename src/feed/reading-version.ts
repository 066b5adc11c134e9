import { createHash } from 'node:crypto'
import { VacancyFactsSchema } from '../domain/vacancy.ts'
import { enrich } from './enrich.ts'
import { EDUCATION_PROBES, FIELD_PROBES } from './reading-probes.ts'
import { allPhrases } from './text/phrases.ts'

/** Examples of phrases in one text: of an advert no more than 400 pieces and 20,000 characters are read (`text/units.ts`). */
const AT_ONCE = 250

let version: string | undefined

/**
 * Version of the rules that read adverts: a hash over what they find in fixed texts, the examples of every phrase among
 * them. A rule that answers differently changes it, a comment does not.
 */
export function readingVersion(): string {
  if (version !== undefined) return version
  const examples = allPhrases().map(p => `- ${p.hit}`)
  const parts = Array.from({ length: Math.ceil(examples.length / AT_ONCE) }, (_, i) => examples.slice(i * AT_ONCE, (i + 1) * AT_ONCE).join('\n'))
  const texts = [...FIELD_PROBES, EDUCATION_PROBES.join('\n'), ...parts]
  const read = texts.map(description => enrich(VacancyFactsSchema.parse({ title: 'Kok 24-32 uur', description, postedAt: '2026-01-15' })))
  const { schedule } = VacancyFactsSchema.parse({ title: 'x' })
  const fields = enrich(VacancyFactsSchema.parse({ title: 'Kok', schedule: { ...schedule, evening: false, night: true } }))
  version = createHash('sha256')
    .update(JSON.stringify([...read, fields]))
    .digest('hex')
    .slice(0, 16)
  return version
}
