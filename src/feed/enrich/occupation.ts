import { classifyTitle } from '../../reference/occupations.ts'
import { withEvidence, type Enricher } from '../enricher.ts'

const CUE_CHARS = 500

/** The occupation from the title; employer and the first words of the text settle an ambiguous one (`reference-data.md` 3). */
export const occupation: Enricher = {
  id: 'occupation',
  order: 70,
  enrich(v) {
    if (v.occupation.isco.length > 0) return {}
    const found = classifyTitle(v.title, { text: `${v.employer.name ?? ''} ${v.description.slice(0, CUE_CHARS)}` })
    if (found.isco.length === 0) return { occupation: { ...v.occupation, raw: found.raw } }
    return {
      occupation: { ...found, sourceCode: v.occupation.sourceCode },
      evidence: withEvidence(v, 'occupation', {
        from: 'rule',
        span: { field: 'title', start: 0, end: Math.min(v.title.length, 400), text: v.title.slice(0, 400) }
      })
    }
  }
}
