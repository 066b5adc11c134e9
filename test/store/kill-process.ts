import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import type { Test } from 'tap'
import { Database } from '../../src/store/sqlite/database.ts'
import { compile } from '../helpers/compile.ts'
import type { Folders } from '../helpers/folders.ts'

/** KILL_SEED=… repeats the same choices; where exactly the process was then is up to the machine. */
const seed = Number(process.env['KILL_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
let state = seed
/** A whole number below `max`, from the seed (mulberry32). */
export function below(max: number): number {
  state = (state + 0x6d2b79f5) | 0
  let x = Math.imul(state ^ (state >>> 15), 1 | state)
  x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x
  return ((x ^ (x >>> 14)) >>> 0) % max
}

export type Line = readonly string[]
export type Killed = (args: readonly string[], after: number | string, ms: number) => Promise<readonly Line[]>

/** Runs a worker, kills it a moment after its `after`-th line or a word, and gives every line it wrote before it died. */
export function killing(t: Test, name: string): Killed {
  t.comment(`seed ${seed} (KILL_SEED=${seed})`)
  const script = join(compile(t, name, ['test/store/kill-worker.ts']), 'test/store/kill-worker.js')
  return async (args, after, ms) => await killed(script, args, after, ms)
}

async function killed(script: string, args: readonly string[], after: number | string, ms: number): Promise<readonly Line[]> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const errors: string[] = []
  child.stderr.on('data', chunk => {
    errors.push(String(chunk))
  })
  const lines: Line[] = []
  const exit = once(child, 'exit')
  for await (const text of createInterface({ input: child.stdout })) {
    lines.push(text.split(' '))
    if (lines.length === after || text === after) void wait(ms).then(() => child.kill('SIGKILL'))
  }
  const [code, signal] = (await exit) as readonly unknown[]
  if (signal !== 'SIGKILL') throw new Error(`the worker ended by itself (${String(code)}): ${errors.join('')}`)
  return lines
}

/** No file of the store is damaged. */
export function whole(t: Test, f: Folders, files: readonly string[]): void {
  for (const file of files) {
    const db = new Database(join(f.data, file))
    t.same(
      db.all('PRAGMA integrity_check').map(r => Object.values(r)),
      [['ok']],
      `${file} is whole`
    )
    db.close()
  }
}
