import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { end, startElasticsearch } from './elasticsearch.ts'
import { DEFAULT_VERSION, isWrongUse, Missing, WrongUse } from './elasticsearch-files.ts'
import { readServerFile, runningPid, serversFolder } from './elasticsearch-folder.ts'

const HELP = `npm run es -- start|stop|status [--version V] [--port N] [--heap MB] [--fresh]

A real Elasticsearch on the loopback for development, without security. Needs Maven and a JDK (17; 21 for Elasticsearch 9).

  start            gets it when needed, starts it and prints its address
  stop             stops it; its data stay until a start with --fresh
  status           exit code 0 when it runs, 3 when not
  --version V      default ${DEFAULT_VERSION}; each version has its own server and data
  --port N         default 9200
  --heap MB        memory of the server, default 512; 2048 for measuring
  --fresh          start with empty data

Exit codes: 0 done, 1 failed, 2 wrong use, 3 does not run.`

/** `npm run es`: a development server that outlives the command. Gives the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { version: { type: 'string' }, port: { type: 'string' }, heap: { type: 'string' }, fresh: { type: 'boolean' }, help: { type: 'boolean' } }
  })
  if (values.help === true) {
    console.log(HELP)
    return 0
  }
  const version = values.version ?? DEFAULT_VERSION
  const port = Number(values.port ?? 9200)
  const heap = Number(values.heap ?? 512)
  const name = `dev-${version}`
  const folder = join(serversFolder(), name)
  const url = (): string => `http://127.0.0.1:${readServerFile(folder)?.port ?? port}`
  if (positionals.length !== 1 || !Number.isInteger(port) || !Number.isInteger(heap) || heap < 128 || !/^\d+\.\d+\.\d+$/.test(version))
    throw new WrongUse('wrong use')
  switch (positionals[0]) {
    case 'start':
      if (runningPid(folder) === undefined) {
        if (values.fresh === true) rmSync(folder, { recursive: true, force: true })
        await startElasticsearch({ version, port, heap, keepAs: name })
      }
      console.log(`Elasticsearch ${version} runs at ${url()} (process ${runningPid(folder)}, data in ${folder})`)
      return 0
    case 'stop':
      await end(folder, 'SIGTERM')
      console.log(existsSync(folder) ? `Elasticsearch ${version} is stopped; its data stay in ${folder}` : `There is no Elasticsearch ${version}`)
      return 0
    case 'status': {
      const pid = runningPid(folder)
      console.log(pid === undefined ? `Elasticsearch ${version} does not run` : `Elasticsearch ${version} runs at ${url()} (process ${pid})`)
      return pid === undefined ? 3 : 0
    }
    default:
      throw new WrongUse('wrong use')
  }
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const wrongUse = isWrongUse(error)
  console.error(wrongUse ? `${(error as Error).message}\n\n${HELP}` : error instanceof Missing ? error.message : error)
  process.exitCode = wrongUse ? 2 : 1
}
