import type { FullMatch } from './domain/projections/full.ts'
import type { BarReason, Fact, Margin, Reason } from './domain/reason.ts'
import { counted, dutchDay } from './reference/numbers.ts'
import { barLine, whyWords } from './wording/bars.ts'
import { differsWords } from './wording/codes.ts'
import { figuresSentence } from './wording/figures.ts'
import { gradeWords } from './wording/grades.ts'

const MARK = { past: '✓', signaal: '!', onbekend: '?', overschrijding: '✗' } as const
const OUTCOME = { past: 'Past', signaal: 'Twijfel', onbekend: 'Onbekend', overschrijding: 'Past niet' } as const
const VERDICT = { passend: 'PASSEND', 'te-verifieren': 'TE VERIFIËREN', 'niet-passend': 'NIET PASSEND' } as const
const KIND = {
  stated: 'staat in de vacature',
  confirmed: 'bevestigd door de werkgever',
  'expected-text': 'verwacht door woorden in de tekst',
  'expected-occupation': 'verwacht bij dit beroep (eigen inschatting)',
  rule: 'berekend'
} as const

const itemOf = (i: BarReason['items'][number]): string =>
  `${i.label} (${i.code} niveau ${i.niveau}, editie ${i.editie}, ${i.document.replace(/\d{4}-\d\d-\d\d/, day => `van ${dutchDay(day)}`)})`

function marginOf({ value, unit }: Margin): string {
  if (value === 0) return 'precies op de grens'
  const [one = unit, many = unit] = unit === 'minuten' ? ['minuut', 'minuten'] : []
  return `${value > 0 ? 'ruimte' : 'te veel'}: ${counted(Math.abs(value), one, many)}`
}

function sourceOf(f: Fact): string {
  const when = `${f.at === null ? '' : ` op ${dutchDay(f.at)}`}${f.by === null ? '' : ` (${f.by})`}`
  return `bron: ${KIND[f.kind]}${when}: ${f.span === null ? f.text : `"${f.span.text}"`}`
}

function* barText(b: BarReason): Iterable<string> {
  const why = whyWords(b.code) ?? b.code
  const items = b.items.map(itemOf).join('; ')
  yield `    ${MARK[b.outcome]} ${OUTCOME[b.outcome]} · ${items === '' ? barLine(b) : b.outcome === 'past' ? items : `${items}: ${why}`}`
  const lines = [
    b.limit === null ? [] : `grens: ${b.limit}`,
    b.norm === null ? [] : `gewoon: ${b.norm}`,
    b.load === null ? [] : `werk: ${b.load}`,
    b.margins.length === 0 ? [] : [...new Set(b.margins.map(marginOf))].join(', '),
    [...new Set(b.facts.map(sourceOf))],
    figuresSentence(b) ?? [],
    b.question === null ? [] : `vraag: ${b.question}`
  ]
  for (const line of lines.flat()) yield `        ${line}`
}

/** What gave the points of a criterion; one reason needs no points of its own. */
function gradesOf(grades: Reason['grades']): string {
  const named = grades.map(g => ({ words: gradeWords(g.key) ?? g.key, points: g.points })).filter(g => g.words !== '')
  if (named.length === 0) return ''
  return ` (${named.map(g => (named.length === 1 ? g.words : `${g.words} ${g.points}`)).join(', ')})`
}

function* reasonText(r: Reason): Iterable<string> {
  if (r.points === 0 && r.max === 0 && r.bars.every(b => b.outcome === 'past')) return
  yield `  ${r.label}${r.max === 0 ? '' : `: ${r.points} van ${r.max}${gradesOf(r.grades)}`}`
  for (const b of r.bars) if (b.outcome !== 'past' || b.items.length > 0) yield* barText(b)
}

/** One match with all its reasons, as lines of plain Dutch: what is said about the work, the limit and what to ask. */
export function matchText(m: FullMatch): readonly string[] {
  return [
    `${VERDICT[m.verdict]} · ${m.vacancy.title} · ${m.vacancy.employer ?? 'werkgever onbekend'} · ${m.vacancy.places.join(', ') || 'plaats onbekend'}`,
    m.points === null ? 'Geen punten: vul eerst het profiel in.' : `${m.points} van ${m.max} punten`,
    ...m.reasons.flatMap(r => [...reasonText(r)]),
    ...Object.entries(m.differs).map(([field, { value, span }]) => {
      const said = differsWords(field, value)
      return `  Let op: voor ${said.name} telt het veld van de vacature, maar de tekst zegt ${said.value}: "${span.text}"`
    }),
    ...(m.questions.length === 0 ? [] : ['', 'Nog te vragen:', ...m.questions.map(q => `  - ${q}`)]),
    '',
    `Versie van de regels: ${m.scorecard}. De volgorde komt van vaste regels; een mens beslist.`
  ]
}
