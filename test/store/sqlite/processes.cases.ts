import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import { KeyRing } from '../../../src/store/keys.ts'
import { FolderInUse, readOwner } from '../../../src/store/sqlite/lock.ts'
import { compile } from '../../helpers/compile.ts'
import { folders } from '../../helpers/folders.ts'
import { open, thrown } from './behind.ts'

/** One folder, one process; the command line says so with 78. */
export async function processes(t: Test): Promise<void> {
  const dist = compile(t, 'sqlite-test', ['test/store/store-worker.ts'])
  const f = folders(t)
  /** A child that owns the folder. */
  const own = async (): Promise<ChildProcessWithoutNullStreams> => {
    const child = spawn(process.execPath, [join(dist, 'test/store/store-worker.js'), f.data, f.keys])
    t.teardown(() => {
      child.kill('SIGKILL')
    })
    await Promise.race([
      once(child.stdout, 'data'),
      once(child, 'exit').then(async () => {
        throw new Error(String(await child.stderr.toArray()))
      })
    ])
    return child
  }
  const command = (environment: Readonly<Record<string, string>>): { status: number | null; stderr: string; stdout: string } =>
    spawnSync(process.execPath, [join(dist, 'src/main.js'), 'candidates'], {
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', LOG_LEVEL: 'silent', ...environment }
    })

  await t.test('the second is refused while the first lives, also after the first was killed and came back', async t => {
    for (let i = 0; i < 3; i++) {
      const child = await own()
      const error = thrown(() => open(f))
      t.ok(error instanceof FolderInUse)
      t.match(error, { owner: { pid: child.pid }, remedy: /DATA_DIR/ })
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    t.ok(readOwner(f.data), 'a killed owner leaves its record')
    const store = open(f)
    t.equal(readOwner(f.data), undefined, 'which the next owner takes away')
    await store.close()
  })

  await t.test('a stop lets the next one in', async t => {
    const child = await own()
    child.stdin.end()
    t.same(await once(child, 'exit'), [0, null])
    await open(f).close()
  })

  await t.test('the command line leaves with 78 and a remedy, never a stack', async t => {
    const refused = (name: string, r: { status: number | null; stderr: string }, remedy: RegExp): void => {
      t.equal(r.status, 78, name)
      t.match(r.stderr, remedy, name)
      t.notMatch(r.stderr, /^\s+at |node:|Error:/m, `${name}: no stack`)
    }
    const store = open(f)
    refused('folder in use', command({ DATA_DIR: f.data, KEYS_DIR: f.keys }), /draait al/)
    store.bureau('demo')
    new KeyRing(f.keys).service(false)
    await store.close()
    t.equal(command({ DATA_DIR: f.data, KEYS_DIR: f.keys }).status, 0, 'positive control')
    writeFileSync(join(f.root, 'bestand'), '')
    refused('data folder below a file', command({ DATA_DIR: join(f.root, 'bestand', 'x'), KEYS_DIR: f.keys }), /DATA_DIR/)
    refused('key folder below a file', command({ DATA_DIR: f.data, KEYS_DIR: join(f.root, 'bestand', 'x') }), /KEYS_DIR/)
    refused('key folder inside the data folder', command({ DATA_DIR: f.data, KEYS_DIR: join(f.data, 'keys') }), /KEYS_DIR/)
    refused('no keys for the data', command({ DATA_DIR: f.data, KEYS_DIR: join(f.root, 'andere') }), /service\.key/)
    if (existsSync('/proc/self')) {
      refused('data folder that takes no files', command({ DATA_DIR: '/proc', KEYS_DIR: f.keys }), /gegevensmap .*schrijfbaar/)
      refused('key folder that takes no files', command({ DATA_DIR: join(f.root, 'nieuw'), KEYS_DIR: '/proc' }), /KEYS_DIR/)
    }
  })
}
