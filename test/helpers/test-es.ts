import { parseArgs } from 'node:util'
import { startElasticsearch } from './elasticsearch.ts'
import { DEFAULT_VERSION, isWrongUse, Missing, WrongUse } from './elasticsearch-files.ts'
import { sweep } from './elasticsearch-folder.ts'
import { runTap, testFiles } from './tap.ts'

const HELP = `npm run test:es [-- [--version V] [--kills N] [FILE...]]

Starts a fresh Elasticsearch, runs the tests named *.es-test.ts (or the files given) against it, and stops it.
With ELASTICSEARCH_URL set that server is used and left running.

  --version V      default ${DEFAULT_VERSION}
  --kills N        of the 50 deaths in a replace, how many are of a process ended by SIGKILL; 0 to 50, default 5

Exit codes: 0 all passed, 1 a test failed, 2 wrong use or no server. The last line is "N passed, N failed".`

/** `npm run test:es`. Gives the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { version: { type: 'string' }, kills: { type: 'string' }, help: { type: 'boolean' } }
  })
  if (values.help === true) {
    console.log(HELP)
    return 0
  }
  const kills = Number(values.kills ?? 5)
  if (!Number.isInteger(kills) || kills < 0 || kills > 50) throw new WrongUse('--kills is a number from 0 to 50')
  const files = positionals.length > 0 ? positionals : testFiles('.es-test.ts')
  const given = process.env['ELASTICSEARCH_URL']
  const server =
    given === undefined || given === ''
      ? await startElasticsearch({ memory: true, ...(values.version === undefined ? {} : { version: values.version }) })
      : undefined
  console.log(server === undefined ? `using ${given}` : `Elasticsearch ${server.version} at ${server.url}`)
  try {
    return await runTap(files, {
      args: ['--timeout=2400'],
      env: {
        ELASTICSEARCH_URL: server?.url ?? given,
        ELASTICSEARCH_KILLS: String(kills),
        ...(server === undefined ? {} : { ELASTICSEARCH_VERSION: server.version })
      }
    })
  } finally {
    await server?.stop()
    sweep()
  }
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  console.error(isWrongUse(error) ? `${(error as Error).message}\n\n${HELP}` : error instanceof Missing ? error.message : error)
  console.log('0 passed, 1 failed')
  process.exitCode = 2
}
