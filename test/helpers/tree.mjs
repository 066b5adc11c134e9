import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

// Compiles program and tests once, to `.tap/tree`, for every test process and every child of one: compiling what it loads costs
// each process some seconds. Types are checked elsewhere. Done again when a source was changed, added or taken away.
const root = join(import.meta.dirname, '../..')
const tree = join(root, '.tap/tree')
const stamp = join(tree, 'stamp')

const sources = ['src', 'seed', 'test']
  .flatMap(folder => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(path => join(folder, path)))
  .filter(path => /\.(ts|mjs|json)$/.test(path))
const state = createHash('sha256')
for (const path of [...sources, 'tsconfig.json', 'package-lock.json'].sort()) {
  const { mtimeMs, size } = statSync(join(root, path))
  state.update(`${path} ${mtimeMs} ${size}\n`)
}
const now = state.digest('hex')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== now) {
  rmSync(tree, { recursive: true, force: true })
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'test/helpers/tsconfig.tree.json'], {
    cwd: root,
    stdio: 'inherit'
  })
  // What a test reads or starts from beside itself.
  for (const path of sources.filter(p => p.startsWith('test') && !p.endsWith('.ts'))) {
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    copyFileSync(join(root, path), join(tree, path))
  }
  if (status === 0) writeFileSync(stamp, now)
  process.exitCode = status ?? 1
}
