import { parseArgs } from 'node:util'
import { ConfigError } from './config.ts'
import { CommandFailure, processIo, UsageError, type Command, type Io } from './command.ts'
import { loadUnits } from './reference/units.ts'
import { StoreUnusable } from './store/store.ts'

/** The system's code for a configuration or data folder that cannot be used (sysexits EX_CONFIG). */
const EX_CONFIG = 78
const GLOBAL = [['--help', 'Deze uitleg']] as const

const columns = (rows: ReadonlyArray<readonly [string, string]>): string => {
  const width = Math.max(...rows.map(([a]) => a.length)) + 2
  return rows.map(([a, b]) => `  ${a.padEnd(width)}${b}`).join('\n')
}

function overview(commands: readonly Command[]): string {
  return [
    'passendwerk: vacatures die passen bij wat iemand kan, met de reden erbij',
    '',
    'Gebruik: passendwerk OPDRACHT [opties]',
    '',
    columns(commands.map(c => [c.name, c.summary])),
    '',
    'passendwerk OPDRACHT --help geeft de opties. Instellingen staan in omgevingsvariabelen, zie README.'
  ].join('\n')
}

const helpOf = (c: Command): string =>
  [
    c.summary,
    '',
    `Gebruik: passendwerk ${c.usage}`,
    '',
    columns([...c.help, ...GLOBAL]),
    '',
    'Uitgang: 0 gelukt, 1 mislukt, 2 verkeerd gebruik, 78 instelling, gegevensmap of server onbruikbaar.'
  ].join('\n')

/** What `parseArgs` refuses, in Dutch; it names the option between quotes. */
function wrongOption(error: unknown): string {
  const [code, message] = error instanceof Error && 'code' in error ? [String(error.code), error.message] : ['', '']
  const option = /'(-[^'= <]*)/.exec(message)?.[1]?.replace(/,$/, '') ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `onbekende optie ${option}`
  return /does not take an argument/.test(message) ? `optie ${option} neemt geen waarde` : `optie ${option} wil een waarde`
}

async function runCommand(c: Command, rest: readonly string[], io: Io): Promise<number> {
  let parsed
  try {
    parsed = parseArgs({ args: [...rest], options: { ...c.options, help: { type: 'boolean', short: 'h' } }, allowPositionals: true })
  } catch (error) {
    throw new UsageError(`${wrongOption(error)}. Gebruik: passendwerk ${c.usage}`)
  }
  const values = parsed.values as Record<string, string | boolean | undefined>
  if (values['help'] === true) {
    io.out(helpOf(c))
    return 0
  }
  const [least, most] = c.arity
  if (parsed.positionals.length < least || parsed.positionals.length > most) throw new UsageError(`verkeerd aantal argumenten. Gebruik: passendwerk ${c.usage}`)
  return await c.run({ positionals: parsed.positionals, values }, io)
}

/** Runs a command line and gives the exit code. Nothing but the code leaves with an exception. */
export async function main(args: readonly string[], io: Io = processIo): Promise<number> {
  const commands = await loadUnits<Command>(new URL('./commands/', import.meta.url))
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.out(overview(commands))
    return name === undefined ? 2 : 0
  }
  const command = commands.find(c => c.name === name)
  try {
    if (command === undefined) throw new UsageError(`onbekende opdracht "${name.slice(0, 40)}". Kies uit: ${commands.map(c => c.name).join(', ')}.`)
    return await runCommand(command, rest, io)
  } catch (error) {
    if (error instanceof UsageError) {
      io.err(`passendwerk: ${error.message}`)
      return 2
    }
    if (error instanceof CommandFailure) {
      io.err(error.message)
      return 1
    }
    if (error instanceof ConfigError) {
      io.err(`Instelling klopt niet:\n${error.message}`)
      return EX_CONFIG
    }
    if (error instanceof StoreUnusable) {
      io.err(`${error.message}\n${error.remedy}`)
      return EX_CONFIG
    }
    throw error
  }
}

if (import.meta.filename === process.argv[1]) {
  // Whatever is written is for this user only.
  process.umask(0o077)
  // A reader that stops early (`| head`) is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
  })
  process.exitCode = await main(process.argv.slice(2))
}
