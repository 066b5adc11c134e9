import { Application } from '../app.ts'
import { readConfig } from '../config.ts'
import type { Command } from '../command.ts'
import { dayOption } from '../command-options.ts'
import { noonOf } from '../domain/moment.ts'
import { DEMO_TENANT, loadDemo } from '../../seed/load.ts'
import { serve } from '../serving.ts'

/** Serves the fictional demo data; loads it the first time. */
export const demo: Command = {
  name: 'demo',
  summary: 'De dienst starten met verzonnen demogegevens',
  usage: 'demo [--load-only] [--at JJJJ-MM-DD]',
  options: { 'load-only': { type: 'boolean' }, at: { type: 'string' } },
  help: [
    ['--load-only', 'Alleen de demogegevens laden, geen dienst starten'],
    ['--at DATUM', 'Doen alsof het die dag is: de data van de demo schuiven mee']
  ],
  arity: [0, 0],
  async run({ values }, io) {
    const config = readConfig()
    const day = dayOption(values)
    const app = await Application.open(config, day === undefined ? undefined : () => noonOf(day))
    const loaded = await loadDemo(app, text => {
      io.progress(text)
    })
    io.progress('')
    io.out(
      `Demogegevens: ${loaded.vacancies} vacatures, ${loaded.candidates.length} kandidaten (bureau "${DEMO_TENANT}")${loaded.fresh ? '' : ', al geladen'}.`
    )
    if (values['load-only'] === true) {
      await app.close()
      return 0
    }
    const serving = await serve(app, config, io, [...new Set([...(await app.store.tenants()), DEMO_TENANT])])
    const key = app.localKey(DEMO_TENANT, 'arbeidsdeskundige', 'demo')
    const first = loaded.candidates.toSorted((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1))[0]
    io.out(
      [
        `passendwerk luistert op ${serving.url}`,
        `Documentatie:  ${serving.url}/docs`,
        `Demosleutel:   ${key}`,
        '              (geldig zolang deze dienst draait)',
        '',
        'Probeer:',
        `curl -s -X POST ${serving.url}/v1/candidates/${first?.id ?? ''}/matches \\`,
        `  -H 'Authorization: Bearer ${key}' \\`,
        '  -H \'Content-Type: application/json\' -d \'{"group":"passend","size":3}\'',
        '',
        `of in een ander venster:  npm run match -- ${first?.pseudonym.split(' ')[0] ?? ''}`
      ].join('\n')
    )
    await serving.stopped
    return 0
  }
}
