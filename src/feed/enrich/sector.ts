import { fold } from '../../reference/dutch.ts'
import { OPAQUE_SECTORS, SECTORS } from '../../reference/sectors.ts'
import { sectorsOfOccupation } from '../../reference/occupation-sectors.ts'
import type { VacancyFacts } from '../../domain/vacancy.ts'
import { withEvidence, type Enricher } from '../enricher.ts'

interface Word {
  readonly sbi2: string
  readonly word: string
  readonly whole: boolean
}

/** Short words must stand alone; these also name an education and count in an employer's name only. */
const NAME_ONLY = new Set(['pabo', 'universiteit', 'hogeschool', 'hbo', 'mbo', 'roc'])
const words: readonly Word[] = [...SECTORS.values()]
  .flatMap(s => s.words.map(w => ({ sbi2: s.sbi2, word: fold(w), whole: w.length <= 4 })))
  .toSorted((a, b) => b.word.length - a.word.length)
const wholeWords = new Map(words.map(w => [w.word, w]))

function inName(name: string): string | undefined {
  const folded = ` ${fold(name).replace(/[^a-z0-9]+/g, ' ')} `
  return words.find(w => (w.whole ? folded.includes(` ${w.word} `) : folded.includes(w.word)))?.sbi2
}

/** How often each sector's words stand in the text as whole words; decided only by a clear lead. */
function inText(v: VacancyFacts): string | undefined {
  const counts = new Map<string, number>()
  const tokens = fold(`${v.title} ${v.description.slice(0, 6_000)}`).match(/[a-z0-9]+/g) ?? []
  for (const token of tokens) {
    const hit =
      wholeWords.get(token) ??
      (token.endsWith('en') ? wholeWords.get(token.slice(0, -2)) : undefined) ??
      (token.endsWith('s') ? wholeWords.get(token.slice(0, -1)) : undefined)
    if (hit !== undefined && !NAME_ONLY.has(hit.word)) counts.set(hit.sbi2, (counts.get(hit.sbi2) ?? 0) + 1)
  }
  const [first, second] = [...counts].toSorted((a, b) => b[1] - a[1])
  return first !== undefined && first[1] >= 2 && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : undefined
}

/**
 * Sector of the work: the employer's name, else the occupation when it belongs to one sector, else the words of the text.
 * An agency's own sector says nothing; unsure stays null (`reference-data.md` 2).
 */
export const sector: Enricher = {
  id: 'sector',
  order: 80,
  enrich(v) {
    if (v.sector !== null) return {}
    const name = v.employer.kind === 'agency' ? v.employer.client : v.employer.name
    const byName = name === null ? undefined : inName(name)
    const byOccupation = sectorsOfOccupation(v.occupation)
    const sbi2 = byName !== undefined && !OPAQUE_SECTORS.has(byName) ? byName : (byOccupation ?? inText(v))
    if (sbi2 === undefined || OPAQUE_SECTORS.has(sbi2)) return {}
    return { sector: { sbi2, version: '2025' }, evidence: withEvidence(v, 'sector', { from: 'rule', span: null }) }
  }
}
