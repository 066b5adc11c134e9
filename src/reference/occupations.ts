import type { Occupation } from '../domain/vacancy.ts'
import { fold, likeness } from './dutch.ts'
import { readTable } from './table.ts'
import { titleForms } from './titles.ts'

interface TitleRow {
  readonly isco: string
  readonly share: number
  readonly kind: string
  readonly note: string
}

/** All ISCO-08 codes with an own Dutch title (10, 43, 130, 436). */
export const ISCO: ReadonlyMap<string, { readonly code: string; readonly title: string; readonly does: string }> = new Map(
  readTable('occupations/isco.tsv', ['code', 'title', 'does']).map(r => [r.code, r])
)

const titles = new Map<string, TitleRow[]>()
for (const r of readTable('occupations/titles.tsv', ['title', 'isco4', 'share', 'kind', 'note'])) {
  const key = fold(r.title)
  titles.set(key, [...(titles.get(key) ?? []), { isco: r.isco4, share: Number(r.share), kind: r.kind, note: r.note }])
}

/** Written together, with a dash or with a blank is the same: "sous chef" is "souschef" (`reference-data.md` 3). */
const together = (form: string): string => form.replace(/[ -]/g, '')
const joined = new Map([...titles].map(([title, rows]) => [together(title), rows]))
const rowsOf = (form: string): readonly TitleRow[] | undefined => titles.get(form) ?? joined.get(together(form))

const heads = new Map(readTable('occupations/heads.tsv', ['head', 'isco4', 'note']).map(r => [fold(r.head), r.isco4]))
const modifiers = new Map<string, Map<string, string>>()
for (const r of readTable('occupations/modifiers.tsv', ['modifier', 'head', 'isco4'])) {
  const head = fold(r.head)
  modifiers.set(head, (modifiers.get(head) ?? new Map<string, string>()).set(fold(r.modifier), r.isco4))
}

/** "zorg je voor", "zorg dragen": the verb is no cue for care. */
const CARE_VERB = /\bzorg (?:je|jij|dragen|voor|ervoor|er|dat)\b/g

/** Cues that settle an ambiguous title: sector, education and the first words of the text, folded. */
export interface TitleCues {
  readonly text?: string
}

const NOTHING: Occupation = { raw: null, isco: [], sourceCode: null, method: 'none', confidence: 0 }
const sure = (isco: string, method: Occupation['method'], confidence: number): Occupation => ({
  ...NOTHING,
  isco: [{ code: isco, share: 100 }],
  method,
  confidence
})

function fromRows(rows: readonly TitleRow[], cues: TitleCues): Occupation {
  const text = cues.text ?? ''
  const cued =
    rows.length > 1
      ? rows.filter(
          r =>
            r.note !== '' &&
            r.note !== '-' &&
            fold(r.note)
              .split(/[^a-z0-9]+/)
              .some(w => w.length > 3 && text.includes(` ${w} `))
        )
      : []
  if (cued.length === 1 && cued[0] !== undefined) return sure(cued[0].isco, 'head', 2)
  const main = rows.some(r => r.kind === 'preferred')
  return {
    ...NOTHING,
    isco: rows.map(r => ({ code: r.isco, share: r.share })),
    method: main ? 'exact' : 'variant',
    confidence: rows.length > 1 ? 3 : main ? 4 : 3
  }
}

const LINKS = ['', 's', 'en', 'e', 'n']

/** The occupation of a modifier before or behind a head, with a linking letter if need be. */
function moved(known: ReadonlyMap<string, string>, part: string): Occupation | undefined {
  for (const link of LINKS) {
    const bare = part.endsWith(link) ? part.slice(0, part.length - link.length) : ''
    const isco = bare.length >= 2 ? known.get(bare) : undefined
    if (isco !== undefined) return sure(isco, 'compound', 3)
  }
  return undefined
}

/** `magazijnmedewerker`, `administratief medewerker`, `medewerker administratie`: a head with a modifier that moves it. */
function compound(form: string): Occupation | undefined {
  const words = form.split(/[\s-]+/)
  for (const [i, word] of words.entries()) {
    const whole = modifiers.get(word)
    const beside =
      whole === undefined ? undefined : [words[i - 1], words[i + 1]].map(w => (w === undefined ? undefined : moved(whole, w))).find(o => o !== undefined)
    if (beside !== undefined) return beside
    for (const [head, known] of modifiers) {
      const found = word.length > head.length + 1 && word.endsWith(head) ? moved(known, word.slice(0, -head.length)) : undefined
      if (found !== undefined) return found
    }
  }
  return undefined
}

/** A group of a primary school names the level of a teacher ("leraar groep 8"). */
const PRIMARY = /^(?:groeps)?(?:leraar|leerkracht|docent|juf|meester)\b.*\bgroep(?:en)? ?[1-8]\b/
const primary = (form: string): Occupation | undefined => (PRIMARY.test(form) ? sure('2341', 'compound', 3) : undefined)

/** The longest known title that stands in the form as whole words, at its start or end. */
function inside(form: string, cues: TitleCues): Occupation | undefined {
  const words = form.split(' ')
  for (let length = Math.min(words.length - 1, 5); length >= 1; length--) {
    for (const start of [words.length - length, 0, ...Array.from({ length: words.length - length }, (_, i) => i)]) {
      const rows = rowsOf(words.slice(start, start + length).join(' '))
      if (rows === undefined) continue
      const found = fromRows(rows, cues)
      return { ...found, method: 'head', confidence: Math.min(2, found.confidence) }
    }
  }
  return undefined
}

function head(form: string): Occupation | undefined {
  const last = form.split(' ').at(-1) ?? ''
  for (const [name, isco] of heads) {
    if (isco !== '-' && (last === name || (last.endsWith(name) && last.length > name.length + 2))) return sure(isco, 'head', 2)
  }
  return undefined
}

const SIMILAR = 0.95

/** A typing error away from a known title, in a title that is long enough to tell. */
function similar(form: string): Occupation | undefined {
  if (form.length < 8) return undefined
  let best: { rows: readonly TitleRow[]; score: number } | undefined
  for (const [title, rows] of titles) {
    if (Math.abs(title.length - form.length) > 2 || title[0] !== form[0]) continue
    const score = likeness(title, form)
    if (score >= SIMILAR && score > (best?.score ?? 0)) best = { rows, score }
  }
  return best === undefined ? undefined : { ...fromRows(best.rows, {}), method: 'similar', confidence: 1 }
}

/**
 * The occupation behind a title: exact, variant, compound, a title inside it, head, a typing error, or nothing
 * (`reference-data.md` 3). Abstaining beats a wrong group.
 */
export function classifyTitle(title: string, cues: TitleCues = {}): Occupation {
  const raw = title.slice(0, 200)
  const forms = titleForms(title)
  const folded: TitleCues =
    cues.text === undefined
      ? {}
      : {
          text: ` ${fold(cues.text)
            .replace(/[^a-z0-9]+/g, ' ')
            .replace(CARE_VERB, ' ')} `
        }
  for (const form of forms) {
    const rows = rowsOf(form)
    if (rows !== undefined) return { ...fromRows(rows, folded), raw }
  }
  for (const step of [primary, compound, (f: string) => inside(f, folded), head, similar]) {
    for (const form of forms) {
      const found = step(form)
      if (found !== undefined) return { ...found, raw }
    }
  }
  return { ...NOTHING, raw }
}
