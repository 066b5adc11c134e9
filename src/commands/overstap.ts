import { expectOk } from '../client.ts'
import type { Command, Io } from '../command.ts'
import { openCaseClient, wholeOption } from '../command-options.ts'
import { table } from '../text-table.ts'
import { dutchDay } from '../reference/numbers.ts'
import { candidateIdOf } from '../who.ts'

interface Target {
  readonly key: string
  readonly title: string
  readonly steps: ReadonlyArray<{
    readonly to: { readonly title: string }
    readonly source: string
    readonly keeps: string
    readonly drops: string
    readonly missing: string
    readonly months: number
  }>
  readonly expectation: string
  readonly reason: string
  readonly counts: { readonly passend: number; readonly teVerifieren: number }
}
interface Overstap {
  readonly state: string
  readonly message: string
  readonly starts: ReadonlyArray<{ readonly title: string; readonly from: string }>
  readonly targets: readonly Target[]
  readonly apart: readonly Target[]
  readonly found: { readonly targets: number; readonly apart: number }
  readonly degraded: boolean
  readonly day: string
}

const VERWACHT: Readonly<Record<string, string>> = { 'past-verwacht': 'past', 'te-verifieren': 'vragen', 'conflict-verwacht': 'boven grens' }
const months = (n: number): string => (n === 0 ? '' : ` (${n} maand${n === 1 ? '' : 'en'})`)

function print(o: Overstap, io: Io): void {
  if (o.degraded) io.out('Elasticsearch is niet bereikbaar: de ingebouwde zoekmachine heeft geantwoord.')
  if (o.state !== 'ok') {
    io.out(o.message)
    return
  }
  io.out(`Overstap op ${dutchDay(o.day)} vanaf ${o.starts.map(s => `${s.title} (${s.from})`).join(', ')}\n`)
  io.out(
    table(
      ['via', 'passend', 'te verifiëren', 'verwacht', 'blijft', 'valt weg', 'nodig', 'sleutel'],
      o.targets.map(t => {
        const last = t.steps.at(-1)
        return [
          t.steps.map(s => `${s.to.title}${s.source === 'afgeleid' ? '*' : ''}`).join(' > '),
          String(t.counts.passend),
          String(t.counts.teVerifieren),
          VERWACHT[t.expectation] ?? t.expectation,
          last?.keeps ?? '',
          last?.drops ?? '',
          t.steps
            .filter(s => s.missing !== '-')
            .map(s => `${s.missing}${months(s.months)}`)
            .join(', ') || '-',
          t.key
        ]
      }),
      [52, 8, 14, 9, 36, 30, 36, 30]
    )
  )
  if (o.apart.length > 0) io.out('\nNaar verwachting boven een grens, bespreek met de arbeidsdeskundige:')
  for (const t of o.apart)
    io.out(`  - ${t.steps.map(s => s.to.title).join(' > ')} (${t.counts.passend} passend, ${t.counts.teVerifieren} te verifiëren): ${t.reason}`)
  io.out(`\n${o.targets.length} van ${o.found.targets} getoond, ${o.found.apart} apart. * = afgeleid uit onze tabellen. ${o.message}`)
  io.out('Vacatures van een doel: passendwerk match KANDIDAAT --occupation SLEUTEL')
}

/** Other work near what a candidate did, with the steps, what is expected at each limit, and what is open now. */
export const overstap: Command = {
  name: 'overstap',
  summary: 'Ander werk dat dichtbij ligt, met de stappen en wat er openstaat',
  usage: 'overstap KANDIDAAT [--from BEROEP] [--steps 1|2|3] [--size N] [--at DATUM] [--json]',
  options: {
    from: { type: 'string' },
    steps: { type: 'string' },
    size: { type: 'string' },
    at: { type: 'string' },
    bureau: { type: 'string' },
    json: { type: 'boolean' }
  },
  help: [
    ['KANDIDAAT', 'Nummer of pseudoniem'],
    ['--from BEROEP', 'Vertrek van deze functienaam of ISCO-code in plaats van eerder werk'],
    ['--steps N', 'Hoogste aantal stappen, 1 tot 3 (standaard 2)'],
    ['--size N', 'Aantal doelen, 1 tot 40 (standaard 12)'],
    ['--at DATUM', 'Alsof het die dag is'],
    ['--bureau NAAM', 'Bureau van de kandidaat (standaard demo)'],
    ['--json', 'Uitkomst als JSON']
  ],
  arity: [1, 1],
  async run({ positionals, values }, io) {
    const query = new URLSearchParams({ steps: String(wholeOption(values, 'steps', 2, 3)), size: String(wholeOption(values, 'size', 12, 40)) })
    if (typeof values['from'] === 'string') query.set('from', values['from'])
    const client = await openCaseClient(values)
    try {
      const id = await candidateIdOf(client, positionals[0] as string)
      const found = expectOk<Overstap>(await client.request({ method: 'GET', path: `/v1/candidates/${id}/overstap?${query.toString()}` }))
      if (values['json'] === true) io.out(JSON.stringify(found, null, 2))
      else print(found, io)
      return 0
    } finally {
      await client.close()
    }
  }
}
