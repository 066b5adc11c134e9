import { fold } from './dutch.ts'
import { readTable } from './table.ts'

/** Words that join the parts of a title and say nothing of the work. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'van voor in op bij met binnen aan te ter ten uit de het een den der en of and the of afdeling gebied sector vlak'.split(' ')
)

/** Words that tell the rank or the manner of somebody in a trade, and leave the trade as it is. */
const MANNER = new Set(
  'junior medior senior aankomend aankomende ervaren beginnend allround leerling meester gespecialiseerd gespecialiseerde zelfstandig zelfstandige ambachtelijk ambachtelijke eerste tweede'.split(
    ' '
  )
)
export const isManner = (word: string): boolean => MANNER.has(word)

/** Other words for a head, longest first: "bediener" is read as "operator", as a word and as the end of one. */
const SAME: ReadonlyArray<readonly [word: string, head: string]> = readTable('occupations/forms.tsv', ['word', 'head', 'why'])
  .map(r => [fold(r.word), fold(r.head)] as const)
  .toSorted((a, b) => b[0].length - a[0].length)
const SAME_BY_TAIL = new Map<string, Array<readonly [string, string]>>()
for (const pair of SAME) SAME_BY_TAIL.set(pair[0].slice(-4), [...(SAME_BY_TAIL.get(pair[0].slice(-4)) ?? []), pair])

/** "maak" of "maakster" is "mak" of "maker", "geef" is "gev": how Dutch writes a stem before an ending with a vowel. */
function open(stem: string): readonly string[] {
  const long = /^(.*)([aeou])\2([^aeiou])$/.exec(stem)
  if (long !== null) {
    const [, before, vowel, last] = long as unknown as readonly [string, string, string, string]
    return [`${before}${vowel}${last === 'f' ? 'v' : last === 's' ? 'z' : last}`, `${before}${vowel}${last}`]
  }
  return /[^aeiou][aeiou][^aeiouw]$/.test(stem) ? [stem + stem.slice(-1), stem] : [stem.replace(/f$/, 'v').replace(/s$/, 'z'), stem]
}

/** What a word ending so may be the female or plural form of. */
const ENDINGS: ReadonlyArray<readonly [end: string, forms: (stem: string) => readonly string[]]> = [
  ['aarsters', s => [`${s}aar`]],
  ['aarster', s => [`${s}aar`]],
  ['sters', s => [...open(s).map(o => `${o}er`), ...(s.endsWith('r') ? [`${s}der`] : [])]],
  ['ster', s => [...open(s).map(o => `${o}er`), ...(s.endsWith('r') ? [`${s}der`] : [])]],
  ['trices', s => [`${s}teur`, `${s}tor`]],
  ['trice', s => [`${s}teur`, `${s}tor`]],
  ['euses', s => [`${s}eur`]],
  ['euse', s => [`${s}eur`]],
  ['ieres', s => [`${s}ier`]],
  ['iere', s => [`${s}ier`]],
  ['icae', s => [`${s}icus`]],
  ['ica', s => [`${s}icus`]],
  ['ici', s => [`${s}icus`]],
  ['logen', s => [`${s}loog`]],
  ['loge', s => [`${s}loog`]],
  ['gogen', s => [`${s}goog`]],
  ['goge', s => [`${s}goog`]],
  ['grafen', s => [`${s}graaf`]],
  ['grafe', s => [`${s}graaf`]],
  ['aressen', s => [`${s}aar`]],
  ['ares', s => [`${s}aar`]],
  ['aren', s => [`${s}aar`]],
  ['eres', s => [`${s}er`]],
  ['isten', s => [`${s}ist`]],
  ['iste', s => [`${s}ist`]],
  ['enten', s => [`${s}ent`]],
  ['ente', s => [`${s}ent`]],
  ['anten', s => [`${s}ant`]],
  ['ante', s => [`${s}ant`]],
  ['euten', s => [`${s}eut`]],
  ['eute', s => [`${s}eut`]],
  ['ers', s => [`${s}er`]],
  ['aars', s => [`${s}aar`]],
  ['eurs', s => [`${s}eur`]],
  ['iers', s => [`${s}ier`]],
  ['ors', s => [`${s}or`]],
  ['isses', s => [`${s}is`]],
  ['ieken', s => [`${s}iek`]],
  ['eden', s => [`${s}ede`]],
  ['enden', s => [`${s}ende`]],
  ['igen', s => [`${s}ige`]],
  ['vrouw', s => [`${s}man`]],
  ['vrouwen', s => [`${s}man`]],
  ['lieden', s => [`${s}man`]],
  ['lui', s => [`${s}man`]]
]

/** The same by the last letter: most words end in none of them. */
const ENDINGS_BY_LAST = new Map([...new Set(ENDINGS.map(([end]) => end.slice(-1)))].map(last => [last, ENDINGS.filter(([end]) => end.endsWith(last))]))

/** The heads of titles: which words and ends of words name who does the work. */
export interface Heads {
  /** The longest head a word ends in; the word itself, when it is one. */
  readonly endOf: (word: string) => string | undefined
  /** Words already read, with what they are by their usual name. */
  readonly bases: Map<string, string>
  /** The same of stems. */
  readonly stems: Map<string, string>
}

const SHORTEST = 3
const KEPT = 50_000
/** Heads by name. A short head counts only as a word, or where at least three letters stand before it. */
export function headsOf(names: ReadonlySet<string>): Heads {
  const longest = Math.max(0, ...[...names].map(n => n.length))
  const kept = new Map<string, string | undefined>()
  const find = (word: string): string | undefined => {
    if (names.has(word)) return word
    for (let start = Math.max(2, word.length - longest); start <= word.length - SHORTEST; start++) {
      const end = word.slice(start)
      if (names.has(end) && (end.length > 3 || start > 3)) return end
    }
    return undefined
  }
  return {
    bases: new Map(),
    stems: new Map(),
    endOf(word) {
      if (kept.has(word)) return kept.get(word)
      const found = find(word)
      if (kept.size < KEPT) kept.set(word, found)
      return found
    }
  }
}

/** A word that names who does the work, male, single and by its usual name: "bedienster" and "bedieners" are "operator". */
export function baseOf(word: string, heads: Heads): string {
  const known = heads.bases.get(word)
  if (known !== undefined) return known
  const base = findBase(word, heads)
  if (heads.bases.size < KEPT) heads.bases.set(word, base)
  return base
}

function findBase(word: string, heads: Heads): string {
  let base = word
  const isOne = (w: string): boolean => heads.endOf(w) !== undefined
  for (const [end, forms] of ENDINGS_BY_LAST.get(base.slice(-1)) ?? []) {
    if (!base.endsWith(end) || base.length < end.length + 2) continue
    const found = forms(base.slice(0, -end.length)).find(isOne)
    if (found !== undefined) {
      base = found
      break
    }
  }
  for (const [other, head] of SAME_BY_TAIL.get(base.slice(-4)) ?? []) {
    if (base === other || (base.endsWith(other) && base.length > other.length + 1)) return base.slice(0, base.length - other.length) + head
  }
  return base
}

/** The stem of a word that narrows a title: no plural, no linking letter, no ending of an adjective. */
export function stemOf(word: string, heads: Heads): string {
  const known = heads.stems.get(word)
  if (known !== undefined) return known
  const ended = word.length > 4 ? word.replace(/'s$/, '').replace(/(?:ens|en|es|e|s)$/, '') : word
  const stem = ended
    .replace(/([bdfgklmnprst])\1$/, '$1')
    .replace(/([aeou])\1([^aeiou])$/, '$1$2')
    .replace(/v$/, 'f')
    .replace(/z$/, 's')
  if (heads.stems.size < KEPT) heads.stems.set(word, stem)
  return stem
}
