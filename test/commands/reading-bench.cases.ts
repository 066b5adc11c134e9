import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import { folders } from '../helpers/folders.ts'
import { json, run, use } from './run.ts'

interface Measured {
  readonly adverts: number
  readonly characters: number
  readonly perCpuSecond: number
  readonly heap: readonly number[]
}

const LONG = 'Je helpt klanten en vult schappen. '.repeat(150)

/** `bench --reading` on adverts of one's own: how many, how long, and what it says of a file without any. No figure is judged. */
export async function readingBench(t: Test): Promise<void> {
  const f = folders(t)
  use(f)
  const file = join(f.root, 'eigen.ndjson')
  writeFileSync(
    file,
    `${JSON.stringify({ id: 1, title: 'Verkoopmedewerker', text: LONG })}\n{"id":2}\n${JSON.stringify({ id: 3, title: 'Kok', text: 'Je kookt.' })}\n`
  )
  const read = ['bench', '--reading', '--hostile', '0', '--texts', file]
  const whole = await run(...read, '--adverts', '8', '--json')
  t.match(whole, { code: 0, err: /^Niet gelezen: 1 regel / })
  const { adverts, characters, perCpuSecond, heap } = json<Measured>(whole)
  t.equal(adverts, 8)
  // Parts of 2,500 and 2,500 characters (the rest is short), and one of nine; read in turn.
  t.equal(characters, Math.round((6 * 2_500 + 2 * 9) / 8))
  t.ok(perCpuSecond > 0 && heap.every(mb => mb > 0))
  t.match(await run(...read, '--adverts', '3'), { code: 0, out: /^lezen: \d+ vacatures van gemiddeld 1670 tekens per CPU-seconde[^]*geheugen: \d+ MB/ })
  t.match(await run('bench', '--reading', '--texts', join(f.root, 'weg.ndjson')), { code: 1, out: '', err: /Bestand niet gevonden/ })
  writeFileSync(file, '{"id":2}\n')
  t.match(await run(...read), { code: 1, out: '', err: /staat geen advertentie: elke regel is een JSON-object met id, title en text/ })
  t.match(await run('bench', '--texts', file), { code: 2, err: /horen bij --reading/ })
  t.match(await run('bench', '--reading', '--adverts', 'veel'), { code: 2, err: /--adverts en --hostile zijn getallen/ })
}
