import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Manifest, TablesFolder } from './folder.ts'
import { FileFault } from './source-file.ts'
import type { TableKind } from './table-kind.ts'

const EXAMPLES = 10

const bytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

async function fileFacts(path: string): Promise<Manifest['files'][number]> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  const { size, mtime } = await stat(path)
  return { name: basename(path), bytes: size, sha256: hash.digest('hex'), modified: mtime.toISOString() }
}

/** Tabs and line ends would shift a column. */
const cell = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/**
 * Reads the files of a kind into its own table beside ours. A row that cannot be used is counted with its reason and stops
 * nothing; without one usable row nothing is written. Throws FileFault when a file is not of the kind.
 */
export async function importTable(kind: TableKind, files: readonly string[], folder: TablesFolder, at: string): Promise<Manifest> {
  const kept = new Map<string, readonly string[]>()
  const left = new Map<string, number>()
  const examples: Manifest['examples'] = []
  let [read, used] = [0, 0]
  const leave = (file: string, line: number, why: string): void => {
    left.set(why, (left.get(why) ?? 0) + 1)
    if (examples.length < EXAMPLES) examples.push({ file, line, left: why })
  }
  for (const path of files) {
    let [line, lineUsed] = [-1, -1]
    for await (const outcome of kind.read(path)) {
      // One row of a file may give several of ours.
      if (outcome.line !== line) read++
      line = outcome.line
      if ('left' in outcome) {
        leave(basename(path), outcome.line, outcome.left)
        continue
      }
      const row = outcome.row.map(cell)
      const key = row.slice(0, kind.key).join('\t')
      if (kept.has(key)) leave(basename(path), outcome.line, 'dubbel')
      else {
        kept.set(key, row)
        if (outcome.line !== lineUsed) used++
        lineUsed = outcome.line
      }
    }
  }
  const rows = [...(kind.finish?.([...kept.values()]) ?? kept.values())].toSorted((a, b) =>
    bytes(a.slice(0, kind.key).join('\t'), b.slice(0, kind.key).join('\t'))
  )
  if (rows.length === 0) throw new FileFault(`Geen bruikbare rij gevonden in ${files.map(f => basename(f)).join(', ')}; er is niets opgeslagen.`)
  return folder.write(kind, rows, {
    kind: kind.id,
    at,
    files: await Promise.all(files.map(fileFacts)),
    read,
    used,
    rows: rows.length,
    left: Object.fromEntries([...left].toSorted((a, b) => b[1] - a[1])),
    examples
  })
}
