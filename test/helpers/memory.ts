import { existsSync, mkdtempSync, statfsSync } from 'node:fs'
import { freemem } from 'node:os'
import { join } from 'node:path'

/** Memory that looks like a folder; what a test writes need not outlive the machine. */
const MEMORY = '/dev/shm'
/** Left free by what the suites write, with room to spare. */
const MEMORY_BYTES = 6 * 2 ** 30

/** A new folder in memory, where nothing waits for a disk; undefined where there is no room. */
export function memoryFolder(name: string): string | undefined {
  if (!existsSync(MEMORY)) return undefined
  const { bavail, bsize } = statfsSync(MEMORY)
  return bavail * bsize < MEMORY_BYTES || freemem() < MEMORY_BYTES ? undefined : mkdtempSync(join(MEMORY, name))
}
