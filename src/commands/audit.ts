import { expectOk, openClient, openEntrance, type Client } from '../client.ts'
import { UsageError, type Arguments, type Command, type Io } from '../command.ts'
import { bureauOption, dayOption, wholeOption } from '../command-options.ts'
import { readConfig } from '../config.ts'
import type { ChainBreak, ChainCheck } from '../domain/audit.ts'
import { CandidateIdSchema } from '../domain/candidate.ts'
import { dutchTime } from '../domain/moment.ts'
import type { Tenant } from '../domain/tenant.ts'
import { table } from '../text-table.ts'
import { candidateIdOf } from '../who.ts'

interface Line {
  readonly seq: number
  readonly at: string
  readonly what: string
  readonly by: { readonly key: string; readonly label: string | null; readonly role: string }
  readonly subject: string | null
  readonly result: 'ok' | 'refused' | 'failed'
}
interface Lines {
  readonly items: readonly Line[]
  readonly total: number
  readonly next: number | null
  readonly unread: number
}
type Values = Arguments['values']

const RESULT = { ok: 'gelukt', refused: 'geweigerd', failed: 'mislukt' } as const
const BREAK: Readonly<Record<ChainBreak['kind'], (seq: number) => string>> = {
  changed: seq => `regel ${seq}: de inhoud of de handtekening is gewijzigd`,
  unlinked: seq => `regel ${seq}: sluit niet aan op de regel ervoor`,
  gap: seq => `voor regel ${seq} ontbreken regels`,
  end: seq => `na regel ${seq} ontbreken regels, of het einde van het logboek is gewijzigd`
}
const REMEDY =
  'Bewaar de gegevensmap zoals zij nu is, zet een reservekopie in een andere map en vergelijk. Wat in het logboek is gewijzigd, kan passendwerk niet herstellen.'

/** A label as one line of plain text: whoever made the key chose it. */
const plain = (text: string): string => text.replaceAll(/\p{C}+/gu, ' ').trim()

function unread(n: number, io: Io): void {
  if (n > 0)
    io.out(
      `Let op: ${n === 1 ? '1 regel van het logboek ontbreekt of is' : `${n} regels van het logboek ontbreken of zijn`} onleesbaar. Controleer met: passendwerk audit --verify`
    )
}

function print(found: Lines, whole: boolean, io: Io): void {
  if (found.items.length === 0) {
    io.out(whole ? 'Er staat niets in het logboek.' : 'Er staat niets in het logboek over deze kandidaat.')
    return
  }
  io.out(
    table(
      ['regel', 'tijd (Nederland)', 'wat', 'uitkomst', 'sleutel', 'rol', ...(whole ? ['over'] : [])],
      found.items.map(l => [
        String(l.seq),
        dutchTime(l.at),
        l.what,
        RESULT[l.result],
        `${l.by.key} (${l.by.label === null ? 'tijdelijke sleutel' : plain(l.by.label)})`,
        l.by.role,
        ...(whole ? [l.subject ?? '-'] : [])
      ]),
      [9, 26, 56, 9, 50, 18, 22]
    )
  )
  const older = found.next === null ? '' : ` Verder terug: dezelfde opdracht met --before ${found.next}.`
  io.out(`\n${found.items.length} van ${found.total} ${found.total === 1 ? 'regel' : 'regels'} getoond, het nieuwste eerst.${older}`)
}

/** The lines a person asks for; the log of one candidate is the arbeidsdeskundige's to read, all of it the beheerder's. */
async function show(values: Values, io: Io): Promise<number> {
  const who = values['candidate'] as string | undefined
  const since = dayOption(values, 'since')
  const query = new URLSearchParams({ size: String(wholeOption(values, 'size', 50, 1000)) })
  if (since !== undefined) query.set('since', since)
  if (values['before'] !== undefined) query.set('before', String(wholeOption(values, 'before', 1, Number.MAX_SAFE_INTEGER)))
  const client = await openClient(readConfig(), bureauOption(values), who === undefined ? 'beheerder' : 'arbeidsdeskundige')
  try {
    // A number needs no dossier: who asks after an erased candidate has nothing else.
    if (who !== undefined) query.set('candidate', CandidateIdSchema.safeParse(who).success ? who : await candidateIdOf(client, who))
    const found = expectOk<Lines>(await client.request({ method: 'GET', path: `/v1/audit?${query.toString()}` }))
    if (values['json'] === true) io.out(JSON.stringify(found, null, 2))
    else {
      print(found, who === undefined, io)
      unread(found.unread, io)
    }
    return 0
  } finally {
    await client.close()
  }
}

const verified = async (client: Client): Promise<ChainCheck> => expectOk<ChainCheck>(await client.request({ method: 'GET', path: '/v1/audit/verify' }))

function tell(bureau: Tenant, { checked, broken, breaks }: ChainCheck, io: Io): void {
  io.out(`${bureau}: ${checked} ${checked === 1 ? 'regel' : 'regels'} nagekeken, ${broken === 0 ? 'alles klopt.' : `${broken} fout.`}`)
  for (const b of breaks) io.out(`  ${BREAK[b.kind](b.seq)}`)
  if (broken > breaks.length) io.out(`  … en ${broken - breaks.length} meer`)
}

/** Looks at the chain of one bureau, or of every one there is. */
async function verify(values: Values, io: Io): Promise<number> {
  const chosen = values['bureau'] === undefined ? undefined : bureauOption(values)
  const entrance = await openEntrance(readConfig())
  try {
    const found = []
    for (const bureau of chosen === undefined ? await entrance.bureaus() : [chosen])
      found.push({ bureau, ...(await verified(await entrance.client(bureau, 'beheerder'))) })
    const broken = found.some(f => f.broken > 0)
    if (values['json'] === true) io.out(JSON.stringify(found, null, 2))
    else {
      if (found.length === 0) io.out('Er is nog geen logboek.')
      for (const f of found) tell(f.bureau, f, io)
      if (broken) io.out(REMEDY)
    }
    return broken ? 1 : 0
  } finally {
    await entrance.close()
  }
}

/** The audit log: who did what when, and whether it is whole. */
export const audit: Command = {
  name: 'audit',
  summary: 'Logboek: wie deed wat wanneer, en of het klopt',
  usage: 'audit [--candidate KANDIDAAT] [--since DATUM] [--before REGEL] [--size N] [--bureau NAAM] [--json] | audit --verify [--bureau NAAM] [--json]',
  options: {
    verify: { type: 'boolean' },
    candidate: { type: 'string' },
    since: { type: 'string' },
    before: { type: 'string' },
    size: { type: 'string' },
    bureau: { type: 'string' },
    json: { type: 'boolean' }
  },
  help: [
    ['--verify', 'Controleer of elke regel is zoals hij geschreven is; uitgang 1 als er iets niet klopt'],
    ['--candidate KANDIDAAT', 'Alleen wat met deze kandidaat is gedaan: nummer of pseudoniem (van een gewist dossier het nummer)'],
    ['--since DATUM', 'Vanaf deze dag'],
    ['--before REGEL', 'Alleen regels van voor dit nummer, om verder terug te bladeren'],
    ['--size N', 'Aantal regels, 1 tot 1000 (standaard 50)'],
    ['--bureau NAAM', 'Bureau (standaard demo; bij --verify standaard alle bureaus)'],
    ['--json', 'Uitkomst als JSON']
  ],
  arity: [0, 0],
  async run({ values }, io) {
    if (values['verify'] !== true) return await show(values, io)
    const other = ['candidate', 'since', 'before', 'size'].find(name => values[name] !== undefined)
    if (other !== undefined) throw new UsageError(`--verify kijkt het hele logboek na en kan niet met --${other}.`)
    return await verify(values, io)
  }
}
