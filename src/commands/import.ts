import { createReadStream, existsSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expectOk, openClient, type Client } from '../client.ts'
import { CommandFailure, UsageError, type Command, type Io } from '../command.ts'
import { bureauOption, dayOption } from '../command-options.ts'
import { readConfig } from '../config.ts'
import { GuardSchema, ReleaseSchema, type ImportRun, type RowReport } from '../domain/import.ts'
import { SourceSchema } from '../domain/vacancy.ts'
import { FORMATS, formatOf } from '../feed/formats.ts'
import { slug } from '../reference/dutch.ts'
import { RUN_STATES } from '../wording/run-states.ts'

const POLL_MS = 150
const SHOWN = 10
/** So many rows of the report are fetched: the API gives no more at once. */
const LISTED = 1000

const summary = (r: ImportRun): string => {
  const c = r.counts
  return (
    `ontvangen ${c.received} = nieuw ${c.new} + gewijzigd ${c.changed} + ongewijzigd ${c.unchanged} + dubbel ${c.duplicate} + geweigerd ${c.rejected} + verlopen ${c.expired}` +
    `\nwaarschuwingen ${c.warnings} · gemist ${c.missed} · gesloten ${c.closed}`
  )
}

async function follow(client: Client, run: ImportRun, io: Io): Promise<ImportRun> {
  let now = run
  while (now.endedAt === null) {
    io.progress(`${RUN_STATES[now.state]}: ${now.counts.received} rijen`)
    await wait(POLL_MS)
    now = expectOk<ImportRun>(await client.request({ method: 'GET', path: `/v1/imports/${run.id}` }))
  }
  io.progress('')
  return now
}

async function report(client: Client, run: ImportRun, io: Io): Promise<void> {
  const { items } = expectOk<{ items: readonly RowReport[] }>(await client.request({ method: 'GET', path: `/v1/imports/${run.id}/rows?size=${LISTED}` }))
  const rejected = items.filter(r => r.severity === 'rejected')
  for (const r of rejected.slice(0, SHOWN)) io.out(`  rij ${r.position}${r.field === null ? '' : ` (${r.field})`}: ${r.message} ${r.remedy}`)
  if (rejected.length > SHOWN) io.out(`  … en ${rejected.length - SHOWN} meer, zie /v1/imports/${run.id}/rows.csv`)
  const counts = new Map<string, number>()
  for (const r of items.filter(r => r.severity === 'warning')) counts.set(r.message, (counts.get(r.message) ?? 0) + 1)
  for (const [message, n] of [...counts].toSorted((a, b) => b[1] - a[1])) io.out(`  ${n} keer: ${message}`)
  if (items.length === LISTED) io.out(`  Geteld over de eerste ${LISTED} regels van het verslag; alles staat in /v1/imports/${run.id}/rows.csv`)
}

/** The source of a file nobody named: its own name. */
const sourceFrom = (file: string): string => slug(basename(file).replace(/\.[^.]+$/, '')).slice(0, 40) || 'bestand'

/** The guards to let pass, as the API takes them. */
function releaseOf(values: Readonly<Record<string, unknown>>): { readonly accept?: string; readonly why?: string } {
  const [accept, why] = [values['accept'], values['why']]
  if (accept === undefined && why === undefined) return {}
  if (typeof accept !== 'string' || !ReleaseSchema.shape.guards.safeParse(accept.split(',')).success)
    throw new UsageError(`--accept noemt controles, met komma’s: ${GuardSchema.options.join(', ')}.`)
  if (!ReleaseSchema.shape.why.safeParse(why).success) throw new UsageError('--accept wil ook --why REDEN, hooguit 200 tekens.')
  return { accept, why: String(why) }
}

/** Imports one file of vacancies; through the API of a running server, else here. */
export const importFile: Command = {
  name: 'import',
  summary: 'Een bestand met vacatures inlezen',
  usage: 'import BESTAND [--source NAAM] [--format NAAM] [--mode full|delta] [--at JJJJ-MM-DD] [--accept CONTROLE,… --why REDEN] [--json]',
  options: {
    source: { type: 'string' },
    format: { type: 'string' },
    mode: { type: 'string' },
    at: { type: 'string' },
    accept: { type: 'string' },
    why: { type: 'string' },
    json: { type: 'boolean' },
    bureau: { type: 'string' }
  },
  help: [
    ['--source NAAM', 'Naam van de bron; standaard de bestandsnaam'],
    ['--format NAAM', `${FORMATS.map(f => f.id).join(', ')}; standaard herkend`],
    ['--mode full|delta', 'full: wat ontbreekt is weg (na twee keer); delta: alleen erbij'],
    ['--at DATUM', 'De dag waarop de import doet alsof (voor oude bestanden)'],
    ['--accept LIJST', `Controles die u bewust voorbij laat gaan, met komma’s: ${GuardSchema.options.join(', ')}`],
    ['--why REDEN', 'Waarom dat mag; blijft bij de import staan'],
    ['--bureau NAAM', 'Bureau waarvan het logboek de import noteert (standaard demo)'],
    ['--json', 'Uitkomst als JSON']
  ],
  arity: [1, 1],
  async run({ positionals, values }, io) {
    const file = positionals[0] as string
    if (!existsSync(file) || !statSync(file).isFile()) throw new CommandFailure(`Bestand niet gevonden: ${file}`)
    const source = typeof values['source'] === 'string' ? values['source'] : sourceFrom(file)
    if (!SourceSchema.safeParse(source).success) throw new UsageError('--source mag alleen kleine letters, cijfers en streepjes hebben, hooguit 40.')
    const at = dayOption(values)
    const release = releaseOf(values)
    if (values['format'] !== undefined && formatOf(String(values['format'])) === undefined)
      throw new UsageError(`--format is ${FORMATS.map(f => f.id).join(', ')}.`)
    if (values['mode'] !== undefined && values['mode'] !== 'full' && values['mode'] !== 'delta') throw new UsageError('--mode is full of delta.')
    const query = new URLSearchParams({
      source,
      name: basename(file).slice(0, 200),
      ...(typeof values['format'] === 'string' ? { format: values['format'] } : {}),
      ...(typeof values['mode'] === 'string' ? { mode: values['mode'] } : {}),
      ...(at === undefined ? {} : { day: at }),
      ...release
    })
    const client = await openClient(readConfig(), bureauOption(values), 'beheerder')
    try {
      const opened = expectOk<ImportRun>(
        await client.request({
          method: 'POST',
          path: `/v1/imports?${query.toString()}`,
          upload: { stream: createReadStream(file), type: 'application/octet-stream' }
        })
      )
      const run = await follow(client, opened, io)
      if (values['json'] === true) io.out(JSON.stringify(run, null, 2))
      else {
        io.out(`Import ${run.id} van bron "${run.source}" (${run.format}, ${run.mode}): ${RUN_STATES[run.state]}`)
        if (run.reason !== null) io.out(`${run.message ?? ''} ${run.remedy ?? ''}`)
        io.out(summary(run))
        if (run.note !== null) io.out(run.note)
        await report(client, run, io)
      }
      return run.state === 'switched' || run.state === 'unchanged' ? 0 : 1
    } finally {
      await client.close()
    }
  }
}
