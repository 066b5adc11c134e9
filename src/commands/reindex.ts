import { setTimeout as wait } from 'node:timers/promises'
import type { ReindexStatus } from '../api/context.ts'
import { expectOk, openClient } from '../client.ts'
import type { Command } from '../command.ts'
import { bureauOption } from '../command-options.ts'
import { readConfig } from '../config.ts'

/** Reads, judges and indexes every stored vacancy anew, after rules or tables changed. */
export const reindex: Command = {
  name: 'reindex',
  summary: 'Alle vacatures opnieuw lezen, beoordelen en indexeren',
  usage: 'reindex [--json]',
  options: { json: { type: 'boolean' }, bureau: { type: 'string' } },
  help: [
    ['--bureau NAAM', 'Bureau waarvan het logboek dit noteert (standaard demo)'],
    ['--json', 'Uitkomst als JSON']
  ],
  arity: [0, 0],
  async run({ values }, io) {
    const client = await openClient(readConfig(), bureauOption(values), 'beheerder')
    try {
      let status = expectOk<ReindexStatus>(await client.request({ method: 'POST', path: '/v1/reindex' }))
      while (status.running) {
        io.progress(`${status.checked} vacatures bekeken`)
        await wait(200)
        status = expectOk<ReindexStatus>(await client.request({ method: 'GET', path: '/v1/reindex' }))
      }
      io.progress('')
      if (values['json'] === true) io.out(JSON.stringify(status, null, 2))
      else io.out(status.failed ? 'Opnieuw indexeren is mislukt; zie het logboek.' : `${status.checked} vacatures bekeken, ${status.changed} gewijzigd.`)
      return status.failed ? 1 : 0
    } finally {
      await client.close()
    }
  }
}
