import { createWriteStream, existsSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { finished } from 'node:stream/promises'
import { CommandFailure, UsageError, type Command, type Io } from '../command.ts'
import { makeFolder } from '../make-folder.ts'
import { advertJson, advertReport, json, titleReport } from '../quality/report.ts'
import { UnusableFile } from '../quality/rows.ts'
import { measureAdverts, measureTitles, type Asked, type Outcome } from '../quality/run.ts'

const fileAt = (path: string): string => {
  if (!existsSync(path) || !statSync(path).isFile()) throw new CommandFailure(`Bestand niet gevonden: ${path}`)
  return path
}

function folderAt(path: string): void {
  try {
    makeFolder(path)
  } catch {
    throw new CommandFailure(`De map ${path} kan niet worden gemaakt. Kies een map waarin u mag schrijven.`)
  }
}

/** Where predictions go: a file in the folder that was asked for, or memory, until it is known that the file has no labels. */
async function withPredictions<F>(
  name: string,
  folder: string | undefined,
  measure: (predict: Asked['predict']) => Promise<Outcome<F>>
): Promise<{ readonly outcome: Outcome<F>; readonly lines: readonly string[] }> {
  if (folder === undefined) {
    const lines: string[] = []
    return { outcome: await measure(line => void lines.push(line)), lines }
  }
  const path = join(folder, name)
  if (existsSync(path)) throw new CommandFailure(`${path} bestaat al.`)
  const stream = createWriteStream(path, { flags: 'wx' })
  try {
    return { outcome: await measure(line => void stream.write(`${line}\n`)), lines: [] }
  } finally {
    stream.end()
    await finished(stream)
  }
}

/** Names the rows that were left out; gives whether there were any. */
function complain(file: string, outcome: Outcome<unknown>, io: Io): boolean {
  for (const { line, problem } of outcome.bad) io.err(`${basename(file)}:${line}: ${problem}`)
  if (outcome.bad.length > 0) io.err(`${basename(file)}: ${outcome.bad.length} regels overgeslagen, ${outcome.rows} gelezen.`)
  return outcome.bad.length > 0
}

/** One file read: its figures, and its predictions when they are not in a file. */
interface Part<F> {
  readonly file: string
  readonly outcome: Outcome<F>
  readonly lines: readonly string[]
}

/** Reads a file, when one is asked for. */
async function partOf<F>(
  file: string | undefined,
  name: string,
  folder: string | undefined,
  measure: (file: string, predict: Asked['predict']) => Promise<Outcome<F>>
): Promise<Part<F> | undefined> {
  if (file === undefined) return undefined
  try {
    return { file, ...(await withPredictions(name, folder, predict => measure(file, predict))) }
  } catch (error) {
    throw error instanceof UnusableFile ? new CommandFailure(`${basename(file)}: ${error.message}`) : error
  }
}

/** What goes to the output for one file: its table, or what was read when it has no labels. */
function shown<F>({ outcome, lines }: Part<F>, report: (o: Outcome<F>) => string): string {
  if (outcome.all !== null) return report(outcome)
  return lines.length > 0 ? lines.join('\n') : `${outcome.rows} gelezen.`
}

/** The files that are asked for: those named, else those of a folder of sets. */
function filesOf(values: Parameters<Command['run']>[0]['values']): readonly [titles: string | undefined, adverts: string | undefined] {
  const text = (name: string): string | undefined => values[name] as string | undefined
  const sets = text('sets')
  const named = [text('titles'), text('adverts')] as const
  const files = sets === undefined || named.some(f => f !== undefined) ? named : ([join(sets, 'titles.tsv'), join(sets, 'adverts.ndjson')] as const)
  if (files.every(f => f === undefined)) throw new UsageError('noem --titles, --adverts of --sets.')
  for (const file of files) if (file !== undefined) fileAt(file)
  return files
}

/** How well titles and adverts are read, on labelled files; or what is read, on files without labels. */
export const quality: Command = {
  name: 'quality',
  summary: 'Meten hoe goed functietitels en vacatureteksten gelezen worden',
  usage: 'quality [--titles BESTAND.tsv] [--adverts BESTAND.ndjson] [--half NAAM] [--errors] [--out MAP] [--json]',
  options: {
    titles: { type: 'string' },
    adverts: { type: 'string' },
    sets: { type: 'string' },
    half: { type: 'string' },
    errors: { type: 'boolean' },
    out: { type: 'string' },
    json: { type: 'boolean' }
  },
  help: [
    ['--titles BESTAND', 'Tabs, met kopregel id, title, isco: 4321 of 4321|9333 (een ervan is goed), - voor geen beroep'],
    ['--adverts BESTAND', 'Eén JSON per regel: id, title, text, labels. Velden in labels: hours {min,max} of "24-32", education (1-8, bereik of'],
    ['', 'woord als mbo-4), licences, certificates, languages (codes), evening night weekend (true/false/null), contract B of O,'],
    ['', 'salary {min,max,period}, remote, experience (maanden), employer, start, en load {dimensie: stated | expected | absent of'],
    ['', '{provenance, value, band, case}}. null = niet genoemd, "?" of weglaten = niet beoordelen'],
    ['--sets MAP', 'Map met titles.tsv en adverts.ndjson, als geen bestand is genoemd'],
    ['--half NAAM', 'Alleen de rijen met deze waarde in half'],
    ['--errors', 'Noem elke rij die anders gelezen is'],
    ['--out MAP', 'Schrijf wat gelezen is naar titles.tsv en adverts.ndjson in deze map'],
    ['--json', 'Cijfers als JSON, delen van 1'],
    ['', 'Zonder labels komt wat gelezen is op de uitvoer: TSV voor titels, NDJSON voor teksten']
  ],
  arity: [0, 0],
  async run({ values }, io) {
    const [titles, adverts] = filesOf(values)
    const [half, out] = [values['half'] as string | undefined, values['out'] as string | undefined]
    if (out !== undefined) folderAt(out)
    const t = await partOf(titles, 'titles.tsv', out, (file, predict) => measureTitles(file, { half, predict }))
    const a = await partOf(adverts, 'adverts.ndjson', out, (file, predict) => measureAdverts(file, { half, predict }))
    const parts = [t, a].filter(p => p !== undefined)
    const errors = values['errors'] === true ? parts.flatMap(p => p.outcome.errors) : []

    // Without a single label there are no figures: what was read is the answer.
    if (values['json'] === true && parts.some(p => p.outcome.all !== null)) {
      const figures = { ...(t === undefined ? {} : { titles: json(t.outcome, f => f) }), ...(a === undefined ? {} : { adverts: json(a.outcome, advertJson) }) }
      io.out(JSON.stringify({ ...figures, ...(values['errors'] === true ? { errors } : {}) }, null, 2))
    } else {
      io.out(
        [...(t === undefined ? [] : [shown(t, titleReport)]), ...(a === undefined ? [] : [shown(a, advertReport)])].join(
          parts.every(p => p.outcome.all === null) ? '\n' : '\n\n'
        )
      )
      for (const error of errors) io.out(error)
    }
    return parts.map(p => complain(p.file, p.outcome, io)).includes(true) ? 1 : 0
  }
}
