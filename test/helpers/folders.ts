import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import { memoryFolder } from './memory.ts'

export interface Folders {
  readonly data: string
  readonly keys: string
  readonly root: string
}

/**
 * An empty data folder and key folder beside it, gone when the test ends. In memory where there is room, so that no test waits
 * for a disk thousands of times; `disk` is for tests that kill a process in the midst of a write, which takes its time there.
 */
export function folders(t: Test, on: 'memory' | 'disk' = 'memory'): Folders {
  const root = (on === 'memory' ? memoryFolder('passendwerk-') : undefined) ?? mkdtempSync(join(tmpdir(), 'passendwerk-'))
  t.teardown(() => {
    rmSync(root, { recursive: true, force: true })
  })
  return { root, data: join(root, 'data'), keys: join(root, 'keys') }
}
