import { expectOk } from '../client.ts'
import { UsageError, type Command, type Io } from '../command.ts'
import { openCaseClient, wholeOption } from '../command-options.ts'
import { printMatches, type MatchBrief, type MatchList } from '../match-table.ts'
import type { Widened } from '../match/text-query.ts'
import { dutchNumber } from '../reference/numbers.ts'
import { candidateIdOf } from '../who.ts'

interface VacancyHit extends MatchBrief {
  readonly vacancy: {
    readonly id: string
    readonly title: string
    readonly employer: string | null
    readonly places: readonly string[]
    readonly hours: { min: number; max: number } | null
  }
  readonly questions: readonly string[]
}
interface Vacancies extends MatchList<VacancyHit> {
  readonly missing: readonly string[]
  readonly degraded: boolean
  readonly widened: readonly Widened[]
}
interface CandidateHit extends MatchBrief {
  readonly candidate: { readonly id: string; readonly pseudonym: string }
}
interface Candidates extends MatchList<CandidateHit> {
  readonly vacancy: { readonly id: string; readonly title: string; readonly employer: string | null; readonly status: string }
}

const GROUPS = ['passend', 'te-verifieren', 'niet-passend', 'net-niet'] as const

const hours = (h: VacancyHit['vacancy']['hours']): string => (h === null ? '?' : [...new Set([h.min, h.max])].map(dutchNumber).join('-'))

function printVacancies(found: Vacancies, group: string, io: Io): void {
  const notes = [
    ...(found.degraded ? ['Elasticsearch is niet bereikbaar: de ingebouwde zoekmachine heeft geantwoord.'] : []),
    ...found.widened.map(w => `"${w.typed}" kennen wij niet. Ook gezocht op: ${w.also.join(', ')}`),
    ...(found.missing.length > 0 ? [`Profiel onvolledig: ${found.missing.join(', ')}`] : [])
  ]
  printMatches(
    found,
    {
      group,
      many: 'open vacatures',
      notes,
      columns: [
        ['vacature', 40, h => h.vacancy.title],
        ['werkgever', 26, h => h.vacancy.employer ?? '?'],
        ['plaats', 18, h => h.vacancy.places.join(', ') || '?'],
        ['uren', 7, h => hours(h.vacancy.hours)],
        ['nummer', 40, h => h.vacancy.id]
      ],
      reasons: 100,
      none: `Geen vacatures in de groep ${group}. Kijk met --group te-verifieren of --group net-niet wat er bijna past.`,
      explain: 'KANDIDAAT NUMMER'
    },
    io
  )
  const questions = group === 'te-verifieren' ? (found.hits[0]?.questions ?? []) : []
  if (questions.length > 0) io.out(`\nNog te vragen (eerste vacature):\n${questions.map(q => `  - ${q}`).join('\n')}`)
}

function printCandidates(found: Candidates, group: string, io: Io): void {
  const v = found.vacancy
  io.out(`${v.title} · ${v.employer ?? 'werkgever onbekend'} · ${v.id}`)
  printMatches(
    found,
    {
      group,
      many: 'kandidaten',
      notes: v.status === 'closed' || v.status === 'expired' ? ['Deze vacature is gesloten.'] : [],
      columns: [
        ['kandidaat', 40, h => h.candidate.pseudonym],
        ['nummer', 28, h => h.candidate.id]
      ],
      reasons: 100,
      none: `Geen kandidaten in de groep ${group}. Kijk met --group te-verifieren of --group net-niet wie er bijna past.`,
      explain: `KANDIDAAT ${v.id}`
    },
    io
  )
}

/** The vacancies of one group for a candidate, or the candidates for a vacancy, as a table or JSON. */
export const match: Command = {
  name: 'match',
  summary: 'Vacatures voor een kandidaat, of kandidaten voor een vacature',
  usage:
    'match KANDIDAAT|--vacancy NUMMER [--group passend|te-verifieren|niet-passend|net-niet] [--text WOORDEN] [--occupation SLEUTEL] [--size N] [--at DATUM] [--json]',
  options: {
    vacancy: { type: 'string' },
    group: { type: 'string' },
    text: { type: 'string' },
    occupation: { type: 'string' },
    size: { type: 'string' },
    at: { type: 'string' },
    bureau: { type: 'string' },
    json: { type: 'boolean' }
  },
  help: [
    ['KANDIDAAT', 'Nummer of pseudoniem'],
    ['--vacancy NUMMER', 'Andersom: welke kandidaten van het bureau bij deze vacature passen'],
    ['--group NAAM', 'passend (standaard), te-verifieren, niet-passend of net-niet'],
    ['--text WOORDEN', 'Zoekwoorden of een beroep (niet met --vacancy)'],
    ['--occupation SLEUTEL', 'Alleen dit werk: een ISCO-code of een sleutel van overstap (niet met --vacancy)'],
    ['--size N', 'Aantal rijen, 1 tot 100'],
    ['--at DATUM', 'Zoeken alsof het die dag is'],
    ['--bureau NAAM', 'Bureau van de kandidaat (standaard demo)'],
    ['--json', 'Uitkomst als JSON']
  ],
  arity: [0, 1],
  async run({ positionals, values }, io) {
    const vacancy = values['vacancy'] as string | undefined
    if (positionals.length === (vacancy === undefined ? 0 : 1)) throw new UsageError(`verkeerd aantal argumenten. Gebruik: passendwerk ${match.usage}`)
    if (vacancy !== undefined && values['text'] !== undefined) throw new UsageError('--text zoekt vacatures en kan niet met --vacancy.')
    if (vacancy !== undefined && values['occupation'] !== undefined) throw new UsageError('--occupation kiest vacatures en kan niet met --vacancy.')
    const group = String(values['group'] ?? 'passend')
    if (!(GROUPS as readonly string[]).includes(group)) throw new UsageError(`--group is ${GROUPS.join(', ')}.`)
    const size = wholeOption(values, 'size', 15, 100)
    const client = await openCaseClient(values)
    try {
      const path =
        vacancy === undefined
          ? `/v1/candidates/${await candidateIdOf(client, positionals[0] as string)}/matches`
          : `/v1/vacancies/${encodeURIComponent(vacancy)}/candidates`
      const found = await client.request({
        method: 'POST',
        path,
        body: {
          group,
          size,
          ...(typeof values['text'] === 'string' ? { text: values['text'] } : {}),
          ...(typeof values['occupation'] === 'string' ? { occupation: values['occupation'] } : {})
        }
      })
      if (values['json'] === true) io.out(JSON.stringify(expectOk(found), null, 2))
      else if (vacancy === undefined) printVacancies(expectOk<Vacancies>(found), group, io)
      else printCandidates(expectOk<Candidates>(found), group, io)
      return 0
    } finally {
      await client.close()
    }
  }
}
