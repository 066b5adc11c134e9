import { isHead } from './title-compounds.ts'
import { baseOf, headsOf, isManner, PARTICLES, stemOf, type Heads } from './title-words.ts'

/** A form taken apart: who does the work, and the stems of what narrows it. */
export interface Structure {
  readonly head: string
  /** The head with what it is joined to, and the same of other words that end in a head: a "vakman schilder" is a "schilder" too. */
  readonly who: readonly string[]
  readonly narrowed: readonly string[]
  /** The words behind the head's own, as written: what the work is about. */
  readonly about: readonly string[]
}

/** Endings that say "with a machine" where the head says so too: an "operator zaagmachine" is an operator of sawing. */
const MACHINE = /(?:machine|machines|installatie|installaties|apparaat|apparaten|apparatuur|lijn|lijnen|toestel)$/
const NO_HEAD = ''

const DASH = /(?<=[a-z]{3})-(?=[a-z]{2}|\s|$)/g
const wordsOf = (form: string): readonly string[] => (form.includes('-') ? form.replace(DASH, ' ') : form).split(' ').filter(w => w !== '')

/** "fruit- en groenteplukker" is "fruitplukker en groenteplukker"; "im- en export" is "import en export". */
export function unfold(form: string, heads: Heads): string {
  if (!form.includes('- ')) return form
  return form.replace(/(?<![a-z0-9])([a-z]{2,})- (?:en|of|\/) ([a-z-]+)/g, (all, first: string, second: string) => {
    if (first === 'im' && second.startsWith('export')) return `import en ${second}`
    const head = heads.endOf(second)
    return head !== undefined && head !== second ? `${first}${head} en ${second}` : `${first} en ${second}`
  })
}

/** Takes forms apart by the heads of a book of titles. */
export function structureOf(form: string, heads: Heads): Structure {
  const words = wordsOf(unfold(form, heads))
  const based = words.map(w => (PARTICLES.has(w) ? w : baseOf(w, heads)))
  const particle = based.findIndex((w, i) => i > 0 && PARTICLES.has(w))
  const first = particle < 0 ? based.length : particle
  const whole = (w: string): boolean => isHead(w) || heads.endOf(w) === w
  let at = -1
  if (whole(based[0] ?? '') && isHead(based[0] ?? '')) at = 0
  for (let i = first - 1; at < 0 && i >= 0; i--) if (heads.endOf(based[i] as string) !== undefined) at = i
  for (let i = first; at < 0 && i < based.length; i++) if (heads.endOf(based[i] as string) !== undefined) at = i
  const word = at < 0 ? '' : (based[at] as string)
  const head = at < 0 ? NO_HEAD : (heads.endOf(word) as string)
  const before = word.slice(0, word.length - head.length).replace(/-$/, '')
  const rest = based.filter((w, i) => i !== at && !PARTICLES.has(w) && !isManner(w))
  const about = before.length >= 2 && !isManner(before) ? [before, ...rest] : rest
  const bare = head === 'operator' ? about.map(w => w.replace(MACHINE, '')).filter(w => w !== '') : about
  const who = head === NO_HEAD ? [] : [word, ...rest.filter(w => heads.endOf(w) !== undefined)]
  return { head, who, narrowed: bare.map(w => stemOf(w, heads)).filter(s => s !== ''), about }
}

/** One key for all ways to say a title: "trambestuurder", "bestuurster van een tram", "bestuurder trams". */
export const keyOf = ({ head, narrowed }: Structure): string => `${head}|${[...new Set(narrowed)].toSorted().join(' ')}`

/** So many words end in a head that no table names. */
const SHOWN = 3

/**
 * The heads that the titles of a book show: those of the tables, words that other titles end in, and single words as titles.
 * Only the last part: "kraanmachinist" is a "machinist" of a "kraan".
 */
export function headsOfTitles(titles: Iterable<string>, known: ReadonlySet<string>): Heads {
  const single = new Set<string>()
  const words = new Set<string>()
  for (const title of titles) {
    const parts = title.split(/[ -]/)
    if (parts.length === 1 && /^[a-z]{4,}$/.test(title)) single.add(title)
    for (const part of parts) words.add(part)
  }
  const ends = new Map<string, number>()
  for (const word of words)
    for (let start = 2; start <= word.length - 4; start++) {
      const end = word.slice(start)
      if (single.has(end)) ends.set(end, (ends.get(end) ?? 0) + 1)
    }
  const names = new Set(known)
  const isPart = (word: string): boolean => [word, word.replace(/(?:en|s|e)$/, ''), word.replace(/(.)\1en$/, '$1')].some(w => words.has(w))
  const divides = (word: string): boolean => {
    for (let start = 3; start <= word.length - 3; start++) {
      const end = word.slice(start)
      if (names.has(end) && ((end.length > 3 && known.has(end)) || isPart(word.slice(0, start)))) return true
    }
    return false
  }
  const candidates = [...single].filter(w => !names.has(w)).toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))
  for (const word of candidates) if (((ends.get(word) ?? 0) >= SHOWN || word.length > 3) && !divides(word)) names.add(word)
  return headsOf(names)
}
