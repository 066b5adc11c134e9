import type { Occupation } from '../domain/vacancy.ts'
import { remembered } from './remembered.ts'
import { compound } from './title-compounds.ts'
import { cued, type CueWords } from './title-cues.ts'
import type { Hint, Scored, TitleEvidence } from './title-evidence.ts'
import type { TitleBook, TitleRow } from './title-rows.ts'
import type { TitleParts } from './titles.ts'

/** What a rule makes of a title that is not in the table: the groups it points to, by their share, and the name of the rule. */
interface Ruled {
  readonly groups: ReadonlyArray<{ readonly code: string; readonly share: number }>
  readonly method: 'variant' | 'compound'
  /** How much likelier the rule makes its groups, as a logarithm. */
  readonly odds: number
  /** Whether the titles it leads to are settled. */
  readonly settled: boolean
}

/** What is known of a title that is not in the table. */
export interface Weighed {
  /** The likeliest groups, rules and all; their parts of the whole. */
  readonly scored: readonly Scored[]
  /** What the evidence alone makes of the likeliest group: only that says how often it is right. */
  readonly certain: number
  readonly method: Occupation['method']
  /** Whether a rule gave it that leads to settled titles only. */
  readonly settled: boolean
  /** Whether somebody is named who does something. */
  readonly named: boolean
}

const ODDS = { same: 3, compound: 2, piece: 2, school: 20 }
/** What a known title inside adds to the letters. */
const INSIDE = 0.3
/** Words of the longest title that is looked for in another. */
const LONGEST = 5
/** So many forms are remembered: a feed repeats its titles. */
const KEPT = 2_000
/** With so much the whole title is enough; otherwise its first piece is asked too. */
const ENOUGH = 0.6
/** A group of a primary school names the level of a teacher ("leraar groep 8"). */
const PRIMARY = /^(?:groeps)?(?:leraar|leerkracht|docent|juf|meester)\b.*\bgroep(?:en)? ?[1-8]\b/

/** The longest known title that stands in the form as whole words: at its end, its start, or in it. */
function inside(book: TitleBook, form: string): { readonly rows: readonly TitleRow[]; readonly form: string; readonly part: number } | undefined {
  const parts = form.split(' ')
  for (let length = Math.min(parts.length - 1, LONGEST); length >= 1; length--) {
    for (const start of new Set([parts.length - length, 0, ...Array.from({ length: parts.length - length }, (_, i) => i)])) {
      const words = parts.slice(start, start + length)
      const found = book.rowsOf(words.join(' '))
      if (found === undefined) continue
      // A word the tables never use, such as a name, takes nothing away from the title beside it.
      const rest = parts.filter((w, i) => (i < start || i >= start + length) && book.vocabulary.has(w)).length
      return { rows: found, form: words.join(' '), part: length / (length + rest) }
    }
  }
  return undefined
}

const byRows = (rows: readonly TitleRow[], odds: number): Ruled => ({
  groups: rows.map(r => ({ code: r.isco, share: r.share })),
  method: 'variant',
  odds,
  settled: rows.every(r => r.settled || r.kind === 'preferred')
})

/** Reads titles that are not in the table as they stand; `nameless` are those that name no work. */
export function titleGuesser(book: TitleBook, evidence: TitleEvidence, nameless: ReadonlySet<string>): (parts: TitleParts, words: CueWords) => Weighed {
  const insideOf = remembered(KEPT, form => inside(book, form))
  const settled = (rows: readonly TitleRow[], form: string, words: CueWords): readonly TitleRow[] => {
    const one = rows.length > 1 ? cued(rows, words(form)) : undefined
    return one === undefined ? rows : [{ ...one, share: 100 }]
  }

  /** The first rule that says something: the same in other words, a head that is moved, a known piece. */
  function ruled({ whole, alternatives, pieces }: TitleParts, words: CueWords): Ruled | undefined {
    for (const form of [...whole, ...alternatives]) {
      if (PRIMARY.test(form)) return { groups: [{ code: '2341', share: 100 }], method: 'compound', odds: ODDS.school, settled: true }
      const rows = evidence.same(form)
      if (rows !== undefined) return byRows(settled(rows, form, words), ODDS.same)
    }
    for (const form of [...(alternatives.length > 1 ? alternatives : []), ...whole, ...pieces]) {
      const found = compound(form)
      if (found?.whole === true) return { groups: [{ code: found.isco, share: 100 }], method: 'compound', odds: ODDS.compound, settled: true }
    }
    for (const form of [...alternatives, ...pieces]) {
      const rows = nameless.has(form) ? undefined : book.rowsOf(form)
      if (rows !== undefined) return byRows(settled(rows, form, words), ODDS.piece)
    }
    return undefined
  }

  function hintsOf(form: string, words: CueWords): readonly Hint[] {
    const known = insideOf(form)
    if (known === undefined) return []
    return settled(known.rows, known.form, words).map(r => ({ isco: r.isco, weight: (INSIDE * known.part * r.share) / 100 }))
  }

  /** The evidence with what a rule adds, the parts of the whole made to sum to one again. */
  function withRule(scored: readonly Scored[], rule: Ruled | undefined): readonly Scored[] {
    if (rule === undefined) return scored
    const odds = new Map(rule.groups.map(g => [g.code, Math.exp((rule.odds * g.share) / 100)]))
    const missing = rule.groups.filter(g => !scored.some(s => s.isco === g.code)).map(g => ({ isco: g.code, score: (scored.at(-1)?.score ?? 0) / 2 }))
    const raised = [...scored, ...missing].map(s => ({ isco: s.isco, score: s.score * (odds.get(s.isco) ?? 1) }))
    const sum = raised.reduce((a, s) => a + s.score, 0)
    return raised.map(s => ({ isco: s.isco, score: s.score / sum })).sort((a, b) => b.score - a.score || (a.isco < b.isco ? -1 : 1))
  }

  return (parts, words) => {
    const forms = [parts.whole.at(-1), parts.alternatives[0] ?? parts.pieces[0]].filter(f => f !== undefined)
    const rule = ruled(parts, words)
    let best: Weighed = { scored: [], certain: 0, method: 'none', settled: false, named: false }
    for (const form of new Set(forms)) {
      if (best.certain >= ENOUGH) break
      const hints = hintsOf(form, words)
      const alone = evidence.weigh(form, hints)
      const scored = withRule(alone, rule)
      const top = scored[0]
      if (top === undefined || top.score <= (best.scored[0]?.score ?? 0)) continue
      const follows = rule?.groups.some(g => g.code === top.isco) === true
      const method = follows ? rule.method : hints.some(h => h.isco === top.isco) ? 'head' : 'similar'
      best = { scored, certain: alone.find(s => s.isco === top.isco)?.score ?? 0, method, settled: follows && rule.settled, named: evidence.namesWork(form) }
    }
    return best
  }
}
