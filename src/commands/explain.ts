import { expectOk } from '../client.ts'
import type { Command } from '../command.ts'
import { openCaseClient } from '../command-options.ts'
import type { FullMatch } from '../domain/projections/full.ts'
import { matchText } from '../match-text.ts'
import { candidateIdOf } from '../who.ts'

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
      else io.out(matchText(found).join('\n'))
      return 0
    } finally {
      await client.close()
    }
  }
}
