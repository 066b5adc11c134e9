import { fold, unify } from './dutch.ts'
import { readTable } from './table.ts'

/** What an advert adds to a title and what says nothing about the work. */
const NOISE = [
  // "De Linde zoekt een lunchkok"
  /^[^|/–]{2,40}?\bzoekt\b:?\s+(?:een\s+)?/i,
  /\((?:[^()]*)\)/g,
  /\[[^\]]*\]/g,
  /\b[mvx]\s*[/|]\s*[mvx](?:\s*[/|]\s*[mvxd])?\b/gi,
  /\b\d+(?:[.,]\d+)?\s*(?:-|–|tot|à|\/)\s*\d+(?:[.,]\d+)?\s*(?:uur|u|fte|uren)?\b(?:\s*(?:per week|p\.?w\.?))?/gi,
  /\b(?:min\.?|minimaal|max\.?|maximaal|ca\.?)?\s*\d+(?:[.,]\d+)?\s*(?:uur|uren|u|fte|dagen)\b(?:\s*(?:per week|p\.?w\.?))?/gi,
  /€\s?[\d.,]+(?:-)?(?:\s*(?:-|tot)\s*€?\s?[\d.,]+)?/g,
  /\b(?:fulltime|full-time|parttime|part-time|voltijd|deeltijd|per direct|startersfunctie|bijbaan|vacature|gezocht|tijdelijk|vast contract|thuiswerken)\b/gi,
  /[!?*"“”✨🚀⭐]+|(?<![cf])#+/giu // C# and F# are names
]
const LEVEL =
  /\b(?:junior|medior|senior|aankomend|aankomende|ervaren|beginnend|allround|leerling|startende|gedreven|enthousiaste?|gemotiveerde?|zij-instromer|trainee-)\b/gi

/** The title without hours, pay, level, slogans and brackets, for showing; case is kept. */
export function cleanTitle(title: string): string {
  let text = unify(title)
  for (const pattern of NOISE) text = text.replace(pattern, ' ')
  const clean = text
    .replace(/\s+[-–|/,:;]+\s*$/g, '')
    .replace(/^\s*[-–|/,:;]+\s*/g, '')
    .replace(/\s{2,}/g, ' ')
    .trim()
  return clean === '' ? unify(title).trim() : clean
}

/** Plural and female endings with the form a title is looked up in. */
const ENDINGS: Readonly<Record<string, string>> = {
  medewerkers: 'medewerker',
  docenten: 'docent',
  leerkrachten: 'leerkracht',
  leraren: 'leraar',
  monteurs: 'monteur',
  chauffeurs: 'chauffeur',
  verkopers: 'verkoper',
  verpleegkundigen: 'verpleegkundige',
  schoonmakers: 'schoonmaker',
  begeleiders: 'begeleider',
  adviseurs: 'adviseur',
  koks: 'kok',
  assistenten: 'assistent',
  orderpickers: 'orderpicker',
  bezorgers: 'bezorger',
  medewerkster: 'medewerker',
  verkoopster: 'verkoper',
  schoonmaakster: 'schoonmaker',
  begeleidster: 'begeleider',
  docente: 'docent',
  assistente: 'assistent',
  lerares: 'leraar',
  adviseuse: 'adviseur',
  receptioniste: 'receptionist',
  telefoniste: 'telefonist'
}
const ENDING = new RegExp(`(?:${Object.keys(ENDINGS).join('|')})\\b`, 'g')

const singular = (text: string): string => text.replace(ENDING, ending => ENDINGS[ending] ?? ending)

/** Folded, letters and digits with the marks a title can need. A dot stays before a letter: `.net developer`. */
const tidy = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9+#&.' -]+/g, ' ')
    .replace(/([a-z])\.(?=\s)/g, '$1') // "vpk. kliniek"
    .replace(/\s{2,}/g, ' ')
    .replace(/^(?:[\s-]|\.{2,}|\.(?![a-z]))+|[\s.-]+$/g, '')

const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  readTable('occupations/abbreviations.tsv', ['short', 'long', 'why']).map(r => [fold(r.short), fold(r.long)])
)
/** "Vpl kliniek" in full: feeds that squeeze a title cut its words. */
const inFull = (form: string): string => form.replace(/[a-z0-9]+/g, word => ABBREVIATIONS.get(word) ?? word)

/** A form as written, so that a female or plural title of the table keeps its own row; then singular; then without the dot, or with its words in full. */
const variants = (form: string): readonly string[] =>
  form.startsWith('.') ? [form, singular(form), form.slice(1)] : [form, singular(form), singular(inFull(form))]

/** A title as it is looked up: the whole with and without its level, the alternatives of "X / Y", and pieces cut at small words. */
export interface TitleParts {
  readonly whole: readonly string[]
  readonly alternatives: readonly string[]
  readonly pieces: readonly string[]
}

const HARD = /\s*[/|,:;•·]\s*|\s+[-–]\s+/
const SOFT = /\s*[/|,:;•·]\s*|\s+[-–]\s+|\s+(?:bij|voor|in|te|regio|met|op|at|for)\s+/i

/** The forms of a title by how much of it they hold; each as written and singular. A form appears once. */
export function titleParts(title: string): TitleParts {
  const clean = cleanTitle(title)
  const plain = clean.replace(LEVEL, ' ')
  const seen = new Set<string>()
  const forms = (texts: readonly string[]): readonly string[] =>
    texts.flatMap(text => variants(tidy(text))).filter(f => f.length >= 2 && !seen.has(f) && seen.add(f).size > 0)
  return { whole: forms([clean, plain]), alternatives: forms(plain.split(HARD)), pieces: forms(plain.split(SOFT)) }
}

/**
 * The forms in which a title is looked up, best first: the whole, without a level, and the alternatives of "X / Y" and
 * "X - Y"; each as written and singular. Idempotent: a form is its own first form.
 */
export function titleForms(title: string): readonly string[] {
  const { whole, alternatives, pieces } = titleParts(title)
  return [...whole, ...alternatives, ...pieces]
}
