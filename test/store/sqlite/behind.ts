import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import { KeyRing } from '../../../src/store/keys.ts'
import { Database } from '../../../src/store/sqlite/database.ts'
import { SqliteStore } from '../../../src/store/sqlite/sqlite-store.ts'
import { folders, type Folders } from '../../helpers/folders.ts'

/** A store over two folders. */
export const open = (f: Folders): SqliteStore => new SqliteStore(f.data, new KeyRing(f.keys))

/** Statements on a file behind the back of the store. */
export function behind(f: Folders, file: string, work: (db: Database) => void): void {
  const db = new Database(join(f.data, file))
  work(db)
  db.close()
}

/** The same data and keys in a place of their own: a file is never put back under a connection that may still hold it. */
export function copyOf(t: Test, f: Folders): Folders {
  const copy = folders(t)
  cpSync(f.data, copy.data, { recursive: true })
  cpSync(f.keys, copy.keys, { recursive: true })
  return copy
}

/** What a call throws. */
export function thrown(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}

/** Every byte of a folder: database, write-ahead log and whatever else lies there. */
export const bytesOf = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(e => e.isFile())
      .map(e => readFileSync(join(e.parentPath, e.name)))
  )

/** A text as it may lie in a file: plain, UTF-16, hexadecimal, base64 at each of three offsets. */
export function forms(text: string): ReadonlyArray<readonly [string, Buffer]> {
  const plain = Buffer.from(text)
  const base64 = [0, 1, 2]
    .map(skip =>
      Buffer.concat([Buffer.alloc(skip), plain])
        .toString('base64')
        .slice(4, -4)
    )
    .filter(b => b.length >= 8)
  return [
    ['plain', plain],
    ['utf-16', Buffer.from(text, 'utf16le')],
    ['hex', Buffer.from(plain.toString('hex'))],
    ...base64.map((b, i) => [`base64 ${i}`, Buffer.from(b)] as const)
  ]
}
