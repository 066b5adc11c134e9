import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { main } from '../../src/main.ts'
import type { Folders } from '../helpers/folders.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** One command line, in this process, over the folders of the environment. */
export async function run(...args: readonly string[]): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await main(args, {
    out: text => {
      out.push(text)
    },
    err: text => {
      err.push(text)
    },
    progress: () => {}
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

export function use(f: Folders): void {
  process.env['DATA_DIR'] = f.data
  process.env['KEYS_DIR'] = f.keys
  process.env['LOG_LEVEL'] = 'silent'
  process.env['PORT'] = '0'
  process.env['HOST'] = '127.0.0.1'
}

export const json = <T>(r: Ran): T => JSON.parse(r.out) as T

/** A small file of our own format. */
export function feed(folder: string, name: string, rows: ReadonlyArray<Record<string, unknown>>, source = 'winkel'): string {
  const file = join(folder, name)
  const head = { kind: 'passendwerk-vacancies', version: 1, mode: 'full', source, generatedAt: '2026-11-24', count: rows.length }
  writeFileSync(file, `${[head, ...rows, { kind: 'end', count: rows.length }].map(r => JSON.stringify(r)).join('\n')}\n`)
  return file
}
export const advert = (sourceId: string, title: string): Record<string, unknown> => ({
  sourceId,
  title,
  locations: [{ place: 'Zwolle' }],
  hours: { min: 16, max: 24 },
  description: 'Je helpt klanten en vult schappen. '.repeat(10)
})

export interface Matches {
  readonly counts: { readonly searched: number }
  readonly total: number
  readonly hits: ReadonlyArray<{ readonly vacancy: { readonly id: string; readonly title: string }; readonly points: number | null }>
  readonly day: string
}
