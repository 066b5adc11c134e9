import { Application } from '../app.ts'
import { readConfig } from '../config.ts'
import type { Command } from '../command.ts'
import { serve as listen } from '../serving.ts'

/** Serves the API over the store of DATA_DIR. */
export const serve: Command = {
  name: 'serve',
  summary: 'De dienst starten',
  usage: 'serve',
  options: {},
  help: [],
  arity: [0, 0],
  async run(_args, io) {
    const config = readConfig()
    const app = await Application.open(config)
    const tenants = await app.store.tenants()
    const serving = await listen(app, config, io, tenants)
    io.out(`passendwerk luistert op ${serving.url} (documentatie: ${serving.url}/docs)`)
    if (tenants.length === 0)
      io.out('Er is nog geen bureau. Stop deze dienst, maak de eerste sleutel met: passendwerk key BUREAU --role beheerder, en start hem opnieuw.')
    await serving.stopped
    return 0
  }
}
