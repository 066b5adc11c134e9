import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../src/reference/table.ts'

/** Where `tree.mjs` puts the compiled program and tests. */
export const treeFolder = join(projectRoot, '.tap', 'tree')

/** Every test file whose name ends so, relative to the project. */
export const testFiles = (ending: string): readonly string[] =>
  readdirSync(join(projectRoot, 'test'), { recursive: true, encoding: 'utf8' })
    .filter(f => f.endsWith(ending))
    .map(f => `test/${f.replaceAll('\\', '/')}`)
    .sort()

/** The compiled copy of a test file; any other path as it is, for tap to say what it thinks of it. */
function compiled(file: string): string {
  const path = join('.tap', 'tree', file.replace(/\.ts$/, '.js'))
  return existsSync(join(projectRoot, path)) ? path : file
}

export interface TapOptions {
  /** Options of tap. */
  readonly args?: readonly string[]
  readonly env?: NodeJS.ProcessEnv
}

/** Runs tap on the compiled copies of these files, with its output as ours; its exit code. Coverage is counted by `npm run coverage`. */
export async function runTap(files: readonly string[], { args = [], env = {} }: TapOptions = {}): Promise<number> {
  const tap = join(projectRoot, 'node_modules/tap/dist/esm/run.mjs')
  const child = spawn(process.execPath, [tap, 'run', '--disable-coverage', ...args, ...files.map(compiled)], {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: 'inherit'
  })
  return await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', code => {
      resolve(code === 0 ? 0 : 1)
    })
  })
}
