import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'

export interface Folders {
  readonly data: string
  readonly keys: string
  readonly root: string
}

/** An empty data folder and key folder beside it, gone when the test ends. */
export function folders(t: Test): Folders {
  const root = mkdtempSync(join(tmpdir(), 'passendwerk-'))
  t.teardown(() => {
    rmSync(root, { recursive: true, force: true })
  })
  return { root, data: join(root, 'data'), keys: join(root, 'keys') }
}
