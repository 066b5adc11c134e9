import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import { projectRoot } from '../../src/reference/table.ts'
import { treeFolder } from './tap.ts'

/**
 * The program, and the test's own child scripts, as plain JavaScript for child processes; gives the folder. `npm test` has compiled
 * all before; a test file that tap was given by hand does it here. It lies inside the repository because compiled code finds its
 * tables by walking up to package.json. Types are checked elsewhere.
 */
export function compile(t: Test, name: string, scripts: readonly string[] = []): string {
  if (import.meta.filename.startsWith(treeFolder)) return treeFolder
  const folder = join(projectRoot, '.tap', `${name}-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  t.teardown(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: '../../src/tsconfig.build.json',
      compilerOptions: { outDir: 'dist', rootDir: '../..', noCheck: true },
      include: ['src/**/*.ts', 'seed/**/*.ts', ...scripts].map(f => `../../${f}`)
    })
  )
  execFileSync(process.execPath, [join(projectRoot, 'node_modules/typescript/bin/tsc'), '-p', folder], { stdio: 'pipe' })
  return join(folder, 'dist')
}
