import { existsSync, statSync } from 'node:fs'
import { CommandFailure, UsageError, type Command, type Io } from '../command.ts'
import { readConfig } from '../config.ts'
import { loadUnits } from '../reference/units.ts'
import { FolderFault, TablesFolder, type Manifest } from '../tables/folder.ts'
import { importTable } from '../tables/import-table.ts'
import { FileFault } from '../tables/source-file.ts'
import type { Comparison, TableKind } from '../tables/table-kind.ts'
import { table } from '../text-table.ts'

const ACTIONS = ['import', 'list', 'compare', 'remove'] as const

const number = (n: number): string => n.toLocaleString('nl-NL')

function report(kind: TableKind, m: Manifest): string {
  return [
    `${kind.label}: ${number(m.read)} rijen gelezen, ${number(m.used)} gebruikt, ${number(m.rows)} rijen in de eigen tabel.`,
    ...Object.entries(m.left).map(([why, n]) => `  ${number(n)} weggelaten: ${why}`),
    ...m.examples.slice(0, 5).map(e => `    bijvoorbeeld ${e.file} regel ${e.line}: ${e.left}`)
  ].join('\n')
}

const shown = (c: Comparison): string => `${c.title}\n${table(c.header, c.rows, [60, 50, 50, 30, 12])}`

/** The kind of the first argument behind the action. */
function kindOf(kinds: readonly TableKind[], id: string | undefined): TableKind {
  const found = kinds.find(k => k.id === id)
  if (found === undefined) throw new UsageError(`onbekende soort "${(id ?? '').slice(0, 40)}". Kies uit: ${kinds.map(k => k.id).join(', ')}.`)
  return found
}

function compared(kind: TableKind, kinds: readonly TableKind[], folder: TablesFolder): readonly Comparison[] {
  const rows = folder.rows(kind)
  if (rows === undefined) throw new CommandFailure(`Er is geen ingelezen tabel ${kind.id}. Lees hem in met: tables import ${kind.id} BESTAND`)
  return kind.compare(rows, id => {
    const other = kinds.find(k => k.id === id)
    return other === undefined ? undefined : folder.rows(other)
  })
}

function list(kinds: readonly TableKind[], folder: TablesFolder, inUse: boolean, io: Io): void {
  const there = folder.kinds().flatMap(id => kinds.filter(k => k.id === id))
  if (there.length === 0) io.out('Er zijn nog geen tabellen ingelezen; alleen onze eigen tabellen tellen.')
  else {
    io.out(
      table(
        ['soort', 'rijen', 'ingelezen', 'doel'],
        there.map(k => [k.id, number(folder.manifest(k.id)?.rows ?? 0), (folder.manifest(k.id)?.at ?? '?').slice(0, 10), k.use]),
        [20, 10, 10, 70]
      )
    )
    io.out(inUse ? 'Bij de start tellen deze tabellen mee (REFERENCE_TABLES=with-imported).' : 'Bij de start tellen ze niet mee (REFERENCE_TABLES=own).')
    for (const text of new Set(there.map(k => k.attribution))) io.out(text)
  }
  io.out(`\nIn te lezen:\n${kinds.map(k => `  ${k.id.padEnd(18)}${k.files}`).join('\n')}`)
}

/** Reads official files that an operator downloaded into tables beside ours, and compares the two. */
export const tables: Command = {
  name: 'tables',
  summary: 'Officiële bestanden inlezen naast onze eigen tabellen, en vergelijken',
  usage: 'tables import SOORT BESTAND… [--replace] | list | compare SOORT | remove SOORT [--json]',
  options: { replace: { type: 'boolean' }, json: { type: 'boolean' } },
  help: [
    ['import SOORT BESTAND…', 'Lees bestanden in een eigen tabel in de gegevensmap'],
    ['list', 'Wat is ingelezen, wat kan worden ingelezen'],
    ['compare SOORT', 'Hoe de ingelezen tabel overeenkomt met de onze'],
    ['remove SOORT', 'Verwijder een ingelezen tabel'],
    ['--replace', 'Vervang een tabel die al is ingelezen'],
    ['--json', 'Uitkomst als JSON']
  ],
  arity: [1, 20],
  async run({ positionals, values }, io) {
    const [action, id, ...files] = positionals
    if (!ACTIONS.includes(action as (typeof ACTIONS)[number])) throw new UsageError(`tables kent ${ACTIONS.join(', ')}.`)
    const config = readConfig()
    const kinds = await loadUnits<TableKind>(new URL('../tables/kinds/', import.meta.url))
    const folder = new TablesFolder(config.dataDir)
    try {
      if (action === 'list') {
        if (values['json'] === true)
          io.out(
            JSON.stringify(
              folder.kinds().map(k => folder.manifest(k) ?? { kind: k }),
              null,
              2
            )
          )
        else list(kinds, folder, config.referenceTables === 'with-imported', io)
        return 0
      }
      const kind = kindOf(kinds, id)
      if (action === 'remove') {
        if (!folder.remove(kind.id)) throw new CommandFailure(`Er is geen ingelezen tabel ${kind.id}.`)
        io.out(`De tabel ${kind.id} is verwijderd.`)
        return 0
      }
      if (action === 'import') {
        if (files.length === 0) throw new UsageError(`geef een bestand op: ${kind.files}.`)
        for (const file of files) if (!existsSync(file) || !statSync(file).isFile()) throw new CommandFailure(`Bestand niet gevonden: ${file}`)
        if (folder.has(kind.id) && values['replace'] !== true)
          throw new CommandFailure(
            `De tabel ${kind.id} is er al (${folder.manifest(kind.id)?.at.slice(0, 10) ?? 'datum onbekend'}). Vervang hem met --replace.`
          )
        const manifest = await importTable(kind, files, folder, new Date().toISOString())
        if (values['json'] === true) io.out(JSON.stringify({ ...manifest, comparison: compared(kind, kinds, folder) }, null, 2))
        else io.out(report(kind, manifest))
      } else if (files.length > 0) throw new UsageError('compare vraagt één soort.')
      const comparison = compared(kind, kinds, folder)
      if (values['json'] !== true) for (const c of comparison) io.out(`\n${shown(c)}`)
      else if (action === 'compare') io.out(JSON.stringify(comparison, null, 2))
      return 0
    } catch (error) {
      if (error instanceof FileFault || error instanceof FolderFault) throw new CommandFailure(error.message)
      throw error
    }
  }
}
