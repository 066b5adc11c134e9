import { expectOk, type Client } from './client.ts'
import type { Io } from './command.ts'
import { table } from './text-table.ts'

interface CandidatesFound {
  readonly vacancy: { readonly id: string; readonly title: string; readonly employer: string | null; readonly status: string }
  readonly counts: { readonly searched: number; readonly passend: number; readonly teVerifieren: number; readonly nietPassend: number }
  readonly total: number
  readonly hits: ReadonlyArray<{
    readonly candidate: { readonly id: string; readonly pseudonym: string }
    readonly points: number | null
    readonly max: number
    readonly top: ReadonlyArray<{ readonly label: string; readonly points: number }>
    readonly open: ReadonlyArray<{ readonly bar: string; readonly outcome: string }>
    readonly missing: readonly string[]
  }>
  readonly scorecard: string
  readonly day: string
}

/** What gave the points, or what decides and must still be asked: three of them, and how many more there are. */
export const whyOf = (h: Pick<CandidatesFound['hits'][number], 'top' | 'open'>, group: string): string =>
  group === 'passend'
    ? h.top.map(t => `${t.label} ${t.points}`).join(', ')
    : h.open
        .slice(0, 3)
        .map(o => `${o.bar} (${o.outcome})`)
        .join(', ') + (h.open.length > 3 ? ` +${h.open.length - 3}` : '')

/** Asks for the bureau's candidates of one group for a vacancy. */
export const candidatesFor = async (client: Client, vacancy: string, state: object): Promise<CandidatesFound> =>
  expectOk<CandidatesFound>(await client.request({ method: 'POST', path: `/v1/vacancies/${encodeURIComponent(vacancy)}/candidates`, body: state }))

/** Shows the candidates of one group for a vacancy as a table. */
export function printCandidates(found: CandidatesFound, group: string, io: Io): void {
  const { counts: c, vacancy: v } = found
  io.out(`${v.title} · ${v.employer ?? 'werkgever onbekend'} · ${v.id}`)
  io.out(`${c.searched} kandidaten bekeken op ${found.day}: ${c.passend} passend · ${c.teVerifieren} te verifiëren · ${c.nietPassend} niet passend`)
  if (v.status === 'closed' || v.status === 'expired') io.out('Deze vacature is gesloten.')
  io.out('')
  if (found.hits.length === 0) {
    io.out(`Geen kandidaten in de groep ${group}. Kijk met --group te-verifieren of --group net-niet wie er bijna past.`)
    return
  }
  io.out(
    table(
      ['punten', 'kandidaat', 'nummer', group === 'passend' ? 'meeste punten door' : 'beslist of nog te vragen'],
      found.hits.map(h => [h.points === null ? '-' : `${h.points}/${h.max}`, h.candidate.pseudonym, h.candidate.id, whyOf(h, group)]),
      [9, 40, 28, 90]
    )
  )
  io.out(`\n${found.hits.length} van ${found.total} getoond. Uitleg: passendwerk explain KANDIDAAT ${v.id}. Regels ${found.scorecard}.`)
}
