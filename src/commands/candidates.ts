import { openClient } from '../client.ts'
import type { Command } from '../command.ts'
import { bureauOption } from '../command-options.ts'
import { readConfig } from '../config.ts'
import { table } from '../text-table.ts'
import { candidatesOf } from '../who.ts'

/** The candidates of a bureau, by pseudonym. */
export const candidates: Command = {
  name: 'candidates',
  summary: 'Kandidaten van een bureau',
  usage: 'candidates [--bureau NAAM] [--json]',
  options: { bureau: { type: 'string' }, json: { type: 'boolean' } },
  help: [
    ['--bureau NAAM', 'Bureau (standaard demo)'],
    ['--json', 'Uitkomst als JSON']
  ],
  arity: [0, 0],
  async run({ values }, io) {
    const client = await openClient(readConfig(), bureauOption(values), 'arbeidsdeskundige')
    try {
      const all = await candidatesOf(client)
      if (values['json'] === true) io.out(JSON.stringify(all, null, 2))
      else
        io.out(
          all.length === 0
            ? 'Er zijn nog geen kandidaten.'
            : table(
                ['nummer', 'pseudoniem'],
                all.map(c => [c.id, c.pseudonym]),
                [40, 60]
              )
        )
      return 0
    } finally {
      await client.close()
    }
  }
}
