import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { StoreUnusable } from '../store.ts'
import { systemWords } from '../system-words.ts'
import { Database } from './database.ts'

/** Who owns a data folder, for commands that then work through its API. The keys live as long as the process. */
export const OwnerSchema = z.strictObject({
  pid: z.int(),
  startedAt: z.iso.datetime(),
  url: z.url().nullable(),
  /** A key per bureau for commands on this machine. */
  keys: z.record(z.string(), z.string())
})
export type Owner = z.infer<typeof OwnerSchema>

export interface FolderLock {
  release(): void
}

const ownerFile = (folder: string): string => join(folder, 'owner.json')

/** The owner record of a folder; undefined when there is none or it cannot be read. */
export function readOwner(folder: string): Owner | undefined {
  try {
    return OwnerSchema.parse(JSON.parse(readFileSync(ownerFile(folder), 'utf8')))
  } catch {
    return undefined
  }
}

export const writeOwner = (folder: string, owner: Owner): void => writeFileSync(ownerFile(folder), `${JSON.stringify(owner)}\n`, { mode: 0o600 })

/** Thrown when another process owns the folder. */
export class FolderInUse extends StoreUnusable {
  readonly owner: Owner | undefined
  constructor(folder: string, owner: Owner | undefined) {
    super(
      `De gegevensmap ${folder} is in gebruik${owner === undefined ? '' : ` door proces ${owner.pid}`}.`,
      'Er draait al een passendwerk op deze gegevensmap. Stop dat eerst, of kies een andere map (DATA_DIR).'
    )
    this.owner = owner
  }
}

/** Whether another connection holds the file; only the code tells, a message may hold any path. */
function busy(error: unknown): boolean {
  const source = error instanceof StoreUnusable ? error.cause : error
  return source instanceof Error && 'code' in source && /^SQLITE_(BUSY|LOCKED)/.test(String(source.code))
}

/** A second process fails on the first statement that writes: opening itself, or the transaction. */
function openLock(folder: string): Database {
  let db: Database | undefined
  try {
    db = new Database(join(folder, 'lock.db'), 50)
    db.exec('CREATE TABLE IF NOT EXISTS owner (pid INTEGER)')
    db.exec('BEGIN IMMEDIATE')
    return db
  } catch (error) {
    db?.close()
    if (busy(error)) throw new FolderInUse(folder, readOwner(folder))
    if (error instanceof StoreUnusable) throw error
    throw new StoreUnusable(
      `De gegevensmap ${folder} is niet vast te zetten: ${systemWords(error)}.`,
      'Controleer of de gegevensmap van deze gebruiker is en schrijfbaar is, en of er schijfruimte vrij is.',
      { cause: error }
    )
  }
}

/**
 * Takes a folder for this process: a write transaction on a small file, held until release. The system drops it when
 * the process dies, also by `kill -9`, so no stale lock remains.
 */
export function lockFolder(folder: string): FolderLock {
  const db = openLock(folder)
  // Left behind by an owner that was killed: its address leads nowhere.
  rmSync(ownerFile(folder), { force: true })
  return {
    release() {
      rmSync(ownerFile(folder), { force: true })
      db.exec('ROLLBACK')
      db.close()
    }
  }
}
