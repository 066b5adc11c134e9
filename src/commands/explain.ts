import { expectOk } from '../client.ts'
import type { Command, Io } from '../command.ts'
import { openCaseClient } from '../command-options.ts'
import type { FullMatch } from '../domain/projections/full.ts'
import type { BarReason } from '../domain/reason.ts'
import { candidateIdOf } from '../who.ts'

const MARK = { past: '✓', signaal: '!', onbekend: '?', overschrijding: '✗' } as const
const VERDICT = { passend: 'PASSEND', 'te-verifieren': 'TE VERIFIËREN', 'niet-passend': 'NIET PASSEND' } as const
const KIND = {
  stated: 'staat in de vacature',
  confirmed: 'bevestigd door de werkgever',
  'expected-text': 'verwacht, woorden in de tekst',
  'expected-occupation': 'verwacht bij dit beroep (eigen inschatting)',
  rule: 'berekend'
} as const

const FIELD: Readonly<Record<string, string>> = {
  hours: 'uren per week',
  hoursPerDay: 'uren per dag',
  workTime: 'fulltime of parttime',
  educationLevel: 'opleiding',
  licences: 'rijbewijs',
  certificates: 'certificaten',
  languages: 'talen',
  salary: 'salaris',
  contract: 'contract',
  remote: 'thuiswerken',
  experience: 'ervaring',
  startsOn: 'startdatum',
  employer: 'werkgever of bureau'
}

function bar(b: BarReason, io: Io): void {
  const item = b.items.map(i => `${i.label} (${i.editie} ${i.code}, niveau ${i.niveau}, ${i.document})`).join('; ')
  io.out(`    ${MARK[b.outcome]} ${b.outcome}: ${item === '' ? b.bar : item} [${b.code}]`)
  if (b.limit !== null) io.out(`        mag: ${b.limit}${b.norm === null ? '' : ` · norm: ${b.norm}`}`)
  if (b.load !== null) io.out(`        vraagt: ${b.load}`)
  for (const m of b.margins) io.out(`        marge (${m.axis}): ${m.value > 0 ? '+' : ''}${String(m.value).replace('.', ',')} ${m.unit}`)
  for (const f of b.facts)
    io.out(
      `        bron: ${KIND[f.kind]}${f.at === null ? '' : `, ${f.at}`}${f.by === null ? '' : `, ${f.by}`}${f.span === null ? ` — ${f.text}` : ` — "${f.span.text}"`}`
    )
  const figures = Object.entries(b.figures).filter(([k, v]) => v !== null && v !== '' && v !== false && !['dimensie', 'niveau'].includes(k))
  if (figures.length > 0) io.out(`        gegevens: ${figures.map(([k, v]) => `${k} ${String(v)}`).join(', ')}`)
  if (b.question !== null) io.out(`        vraag: ${b.question}`)
}

function print(m: FullMatch, io: Io): void {
  io.out(`${VERDICT[m.verdict]} · ${m.vacancy.title} · ${m.vacancy.employer ?? 'werkgever onbekend'} · ${m.vacancy.places.join(', ') || 'plaats onbekend'}`)
  io.out(m.points === null ? 'Geen punten: vul eerst het profiel in.' : `${m.points} van ${m.max} punten`)
  for (const r of m.reasons) {
    if (r.points === 0 && r.max === 0 && r.bars.every(b => b.outcome === 'past')) continue
    io.out(`  ${r.label}: ${r.points} van ${r.max}${r.grades.length === 0 ? '' : ` (${r.grades.map(g => `${g.key} ${g.points}`).join(', ')})`}`)
    for (const b of r.bars) if (b.outcome !== 'past' || b.items.length > 0) bar(b, io)
  }
  for (const [field, said] of Object.entries(m.differs))
    io.out(`  let op: het veld ${FIELD[field] ?? field} telt, maar de tekst zegt ${said.value} — "${said.span.text}"`)
  if (m.questions.length > 0) io.out(`\nVragen aan de werkgever:\n${m.questions.map(q => `  - ${q}`).join('\n')}`)
  io.out(`\nRegels ${m.scorecard}. De volgorde komt van vaste regels; een mens beslist.`)
}

/** One vacancy explained for one candidate. */
export const explain: Command = {
  name: 'explain',
  summary: 'Eén vacature uitgelegd voor een kandidaat',
  usage: 'explain KANDIDAAT VACATURE [--at DATUM] [--json]',
  options: { at: { type: 'string' }, bureau: { type: 'string' }, json: { type: 'boolean' } },
  help: [
    ['KANDIDAAT', 'Nummer of pseudoniem'],
    ['VACATURE', 'Nummer van de vacature, zoals in match'],
    ['--at DATUM', 'Uitleg alsof het die dag is'],
    ['--bureau NAAM', 'Bureau van de kandidaat (standaard demo)'],
    ['--json', 'Uitkomst als JSON']
  ],
  arity: [2, 2],
  async run({ positionals, values }, io) {
    const client = await openCaseClient(values)
    try {
      const id = await candidateIdOf(client, positionals[0] as string)
      const found = expectOk<FullMatch>(
        await client.request({ method: 'GET', path: `/v1/candidates/${id}/matches/${encodeURIComponent(positionals[1] as string)}` })
      )
      if (values['json'] === true) io.out(JSON.stringify(found, null, 2))
      else print(found, io)
      return 0
    } finally {
      await client.close()
    }
  }
}
