import { fold, typingErrors } from './dutch.ts'
import { readTable } from './table.ts'

/** Letters and digits only: `burn-out`, `burn out` and `burnout` are one. */
const squeeze = (text: string): string => fold(text).replace(/[^a-z0-9]+/g, '')

interface Term {
  readonly squeezed: string
  readonly words: number
  readonly kind: string
}

const terms: readonly Term[] = readTable('screen/terms.tsv', ['term', 'kind'])
  .map(r => ({ squeezed: squeeze(r.term), words: r.term.split(/[\s-]+/).length, kind: r.kind }))
  .filter(t => t.squeezed.length >= 2)
const exact = new Map(terms.map(t => [t.squeezed, t]))
const byLetter = new Map<string, Term[]>()
for (const t of terms) byLetter.set(t.squeezed[0] as string, [...(byLetter.get(t.squeezed[0] as string) ?? []), t])
const allowed = readTable('screen/allowed.tsv', ['phrase', 'why']).map(r => fold(r.phrase))
const MOST_WORDS = Math.max(1, ...terms.map(t => t.words)) + 1

/** Endings that leave a term what it is. */
const ENDINGS = [
  '',
  's',
  'e',
  'en',
  'es',
  'n',
  'ie',
  'ies',
  'klachten',
  'patient',
  'patienten',
  'verschijnselen',
  'stoornis',
  'aanval',
  'aanvallen',
  'achtig',
  'achtige',
  'behandeling',
  'therapie',
  'je',
  'jes'
]
/** A shorter term inside another word is chance; from this length it is a compound (`borstkanker`). */
const COMPOUND = 6
const TYPO = 7

function isTerm(word: string): boolean {
  for (const ending of ENDINGS) {
    if (word.endsWith(ending) && exact.has(word.slice(0, word.length - ending.length))) return true
  }
  for (let from = 2; word.length - from >= COMPOUND; from++) if (exact.has(word.slice(from))) return true
  if (word.length < TYPO) return false
  return (byLetter.get(word[0] as string) ?? []).some(
    t => t.squeezed.length >= TYPO && Math.abs(t.squeezed.length - word.length) <= 1 && typingErrors(t.squeezed, word) <= 1
  )
}

/**
 * Whether a text names a diagnosis, a cause or a treatment (T44). Spelling, case, accents, dashes, plurals, compounds and
 * one typing error do not hide it; functional wording of our own list passes.
 */
export function namesDiagnosis(text: string): boolean {
  let folded = ` ${fold(text)} `
  for (const phrase of allowed) folded = folded.replaceAll(phrase, ' ')
  const words = folded.match(/[a-z0-9]+/g) ?? []
  for (let i = 0; i < words.length; i++) {
    let joined = ''
    for (let n = 0; n < MOST_WORDS && i + n < words.length; n++) {
      joined += words[i + n]
      if (n === 0 ? isTerm(joined) : exact.has(joined)) return true
    }
  }
  return false
}
