import { expectOk, openClient, type Client } from '../client.ts'
import { UsageError, type Command, type Io } from '../command.ts'
import { readConfig } from '../config.ts'
import { DaySchema, noonOf } from '../domain/moment.ts'
import { candidatesFor, printCandidates, whyOf } from '../match-vacancy.ts'
import { candidateIdOf } from '../who.ts'
import { table } from '../text-table.ts'

interface Hit {
  readonly vacancy: {
    readonly id: string
    readonly title: string
    readonly employer: string | null
    readonly places: readonly string[]
    readonly hours: { min: number; max: number } | null
  }
  readonly verdict: string
  readonly points: number | null
  readonly max: number
  readonly top: ReadonlyArray<{ readonly label: string; readonly points: number }>
  readonly open: ReadonlyArray<{ readonly bar: string; readonly outcome: string }>
  readonly questions: readonly string[]
}
interface Found {
  readonly counts: { readonly searched: number; readonly passend: number; readonly teVerifieren: number; readonly nietPassend: number }
  readonly total: number
  readonly hits: readonly Hit[]
  readonly missing: readonly string[]
  readonly degraded: boolean
  readonly scorecard: string
  readonly day: string
}

const GROUPS = ['passend', 'te-verifieren', 'niet-passend', 'net-niet'] as const

const hours = (h: Hit['vacancy']['hours']): string => (h === null ? '?' : h.min === h.max ? `${h.min}` : `${h.min}-${h.max}`)

function print(found: Found, group: string, io: Io): void {
  const c = found.counts
  io.out(`${c.searched} open vacatures bekeken op ${found.day}: ${c.passend} passend · ${c.teVerifieren} te verifiëren · ${c.nietPassend} niet passend`)
  if (found.degraded) io.out('Elasticsearch is niet bereikbaar: de ingebouwde zoekmachine heeft geantwoord.')
  if (found.missing.length > 0) io.out(`Profiel onvolledig: ${found.missing.join(', ')}`)
  io.out('')
  if (found.hits.length === 0) {
    io.out(`Geen vacatures in de groep ${group}. Kijk met --group te-verifieren of --group net-niet wat er bijna past.`)
    return
  }
  io.out(
    table(
      ['punten', 'vacature', 'werkgever', 'plaats', 'uren', group === 'passend' ? 'meeste punten door' : 'beslist of nog te vragen', 'nummer'],
      found.hits.map(h => [
        h.points === null ? '-' : `${h.points}/${h.max}`,
        h.vacancy.title,
        h.vacancy.employer ?? '?',
        h.vacancy.places.join(', ') || '?',
        hours(h.vacancy.hours),
        whyOf(h, group),
        h.vacancy.id
      ]),
      [9, 40, 26, 18, 7, 58, 40]
    )
  )
  if (group === 'te-verifieren') {
    io.out('\nVragen aan de werkgever (eerste vacature):')
    for (const q of found.hits[0]?.questions ?? []) io.out(`  - ${q}`)
  }
  io.out(`\n${found.hits.length} van ${found.total} getoond. Uitleg: passendwerk explain KANDIDAAT NUMMER. Regels ${found.scorecard}.`)
}

async function ask(client: Client, who: string, state: object): Promise<Found> {
  const id = await candidateIdOf(client, who)
  return expectOk<Found>(await client.request({ method: 'POST', path: `/v1/candidates/${id}/matches`, body: state }))
}

/** The vacancies of one group for a candidate, or the candidates for a vacancy, as a table or JSON. */
export const match: Command = {
  name: 'match',
  summary: 'Vacatures voor een kandidaat, of kandidaten voor een vacature',
  usage: 'match KANDIDAAT|--vacancy NUMMER [--group passend|te-verifieren|niet-passend|net-niet] [--text WOORDEN] [--size N] [--at DATUM] [--json]',
  options: {
    vacancy: { type: 'string' },
    group: { type: 'string' },
    text: { type: 'string' },
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
    const group = String(values['group'] ?? 'passend')
    if (!(GROUPS as readonly string[]).includes(group)) throw new UsageError(`--group is ${GROUPS.join(', ')}.`)
    const size = Number(values['size'] ?? 15)
    if (!Number.isInteger(size) || size < 1 || size > 100) throw new UsageError('--size is een getal van 1 tot 100.')
    const at = values['at'] as string | undefined
    if (at !== undefined && !DaySchema.safeParse(at).success) throw new UsageError('--at moet een datum zijn als 2025-04-20.')
    const client = await openClient(readConfig(), String(values['bureau'] ?? 'demo'), 'arbeidsdeskundige', at === undefined ? undefined : () => noonOf(at))
    try {
      if (vacancy !== undefined) {
        const candidates = await candidatesFor(client, vacancy, { group, size })
        if (values['json'] === true) io.out(JSON.stringify(candidates, null, 2))
        else printCandidates(candidates, group, io)
        return 0
      }
      const found = await ask(client, positionals[0] as string, { group, size, ...(typeof values['text'] === 'string' ? { text: values['text'] } : {}) })
      if (values['json'] === true) io.out(JSON.stringify(found, null, 2))
      else print(found, group, io)
      return 0
    } finally {
      await client.close()
    }
  }
}
