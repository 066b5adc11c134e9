import { expectOk } from '../client.ts'
import type { Command } from '../command.ts'
import { openCaseClient } from '../command-options.ts'
import type { WhyNot } from '../match/why-not.ts'
import { table } from '../text-table.ts'
import { candidateIdOf } from '../who.ts'
import { barName } from '../wording/bars.ts'

/** Which rules exclude how many vacancies for a candidate. */
export const whyNot: Command = {
  name: 'why-not',
  summary: 'Waarom niet: hoeveel vacatures elke regel uitsluit',
  usage: 'why-not KANDIDAAT [--text WOORDEN] [--at DATUM] [--json]',
  options: { text: { type: 'string' }, at: { type: 'string' }, bureau: { type: 'string' }, json: { type: 'boolean' } },
  help: [
    ['KANDIDAAT', 'Nummer of pseudoniem'],
    ['--text WOORDEN', 'Alleen vacatures met deze woorden'],
    ['--at DATUM', 'Alsof het die dag is'],
    ['--bureau NAAM', 'Bureau van de kandidaat (standaard demo)'],
    ['--json', 'Uitkomst als JSON']
  ],
  arity: [1, 1],
  async run({ positionals, values }, io) {
    const client = await openCaseClient(values)
    try {
      const id = await candidateIdOf(client, positionals[0] as string)
      const w = expectOk<WhyNot>(
        await client.request({ method: 'POST', path: `/v1/candidates/${id}/why-not`, body: typeof values['text'] === 'string' ? { text: values['text'] } : {} })
      )
      if (values['json'] === true) io.out(JSON.stringify(w, null, 2))
      else {
        const alone = w.rules.filter(r => r.alone > 0)
        io.out(
          `${w.nietPassend} van ${w.searched} niet passend = ${[...alone.map(r => `${r.alone} ${barName(r.bar) ?? r.bar}`), `${w.twoOrMore} door twee of meer`].join(' + ')}`
        )
        io.out(`${w.nearMisses} net niet: één regel, en die is te verzetten (reizen, opleiding, papieren, taal of een wens).\n`)
        io.out(
          table(
            ['regel', 'in totaal', 'alleen hierdoor', 'te verzetten'],
            w.rules.map(r => [barName(r.bar) ?? r.bar, String(r.inAll), String(r.alone), r.lever ?? 'nee']),
            [50, 10, 16, 14]
          )
        )
      }
      return 0
    } finally {
      await client.close()
    }
  }
}
