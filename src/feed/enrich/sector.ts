import { fold } from '../../reference/dutch.ts'
import { OPAQUE_SECTORS, SECTORS } from '../../reference/sectors.ts'
import { sectorsOfOccupation } from '../../reference/occupation-sectors.ts'
import { withEvidence, type Enricher, type EnrichContext } from '../enricher.ts'
import { Lexicon } from '../text/lexicon.ts'

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

const MOST_REMEMBERED = 5_000
const names = new Map<string, string | undefined>()

/** The sector an employer's name speaks of; a feed repeats its employers. */
function inName(name: string): string | undefined {
  if (names.has(name)) return names.get(name)
  const folded = ` ${fold(name).replace(/[^a-z0-9]+/g, ' ')} `
  const sbi2 = words.find(w => (w.whole ? folded.includes(` ${w.word} `) : folded.includes(w.word)))?.sbi2
  if (names.size >= MOST_REMEMBERED) names.clear()
  names.set(name, sbi2)
  return sbi2
}

const sectorWords = new Lexicon(
  ['', 'en', 's'].flatMap(ending => words.filter(w => /^[a-z0-9]+$/.test(w.word) && !NAME_ONLY.has(w.word)).map(w => [w.word + ending, w.sbi2] as const))
)
const READ = 6_000

/** How often each sector's words stand in the text as whole words; decided only by a clear lead. */
function inText(context: EnrichContext): string | undefined {
  const counts = new Map<string, number>()
  for (const unit of [context.title, ...context.units]) {
    if (unit.start > READ) break
    for (const { value } of sectorWords.find(unit)) counts.set(value, (counts.get(value) ?? 0) + 1)
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
  enrich(v, context) {
    if (v.sector !== null) return {}
    const name = v.employer.kind === 'agency' ? v.employer.client : v.employer.name
    const byName = name === null ? undefined : inName(name)
    const byOccupation = sectorsOfOccupation(v.occupation)
    const sbi2 = byName !== undefined && !OPAQUE_SECTORS.has(byName) ? byName : (byOccupation ?? inText(context))
    if (sbi2 === undefined || OPAQUE_SECTORS.has(sbi2)) return {}
    return { sector: { sbi2, version: '2025' }, evidence: withEvidence(v, 'sector', { from: 'rule', span: null }) }
  }
}
