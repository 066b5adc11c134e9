import Libsql from 'libsql'
import { StoreUnusable } from '../store.ts'
import { systemWords } from '../system-words.ts'
import { damaged, isDamage } from './damage.ts'

export type Row = Readonly<Record<string, unknown>>
export type Value = string | number | null | Buffer

/** How long a write waits for another connection before it gives up, in ms. */
const BUSY_MS = 5_000

/**
 * A SQLite file in WAL with synchronous FULL: what a statement acknowledged is on disk (`reliability.md` 5c). The only
 * importer of libsql.
 */
export class Database {
  readonly #db: Libsql.Database
  readonly #file: string
  readonly #statements = new Map<string, Libsql.Statement>()

  /** `wait` is how long a statement waits for another connection, in ms. */
  constructor(file: string, wait = BUSY_MS) {
    this.#file = file
    try {
      this.#db = new Libsql(file, { timeout: wait })
      this.#db.pragma('journal_mode = WAL')
      this.#db.pragma('synchronous = FULL')
      this.#db.pragma('foreign_keys = ON')
    } catch (error) {
      if (isDamage(error)) throw damaged(file, error)
      throw new StoreUnusable(
        `${file} gaat niet open: ${systemWords(error)}.`,
        'Controleer of de gegevensmap bestaat, van deze gebruiker is en schrijfbaar is, en of er schijfruimte vrij is.',
        { cause: error }
      )
    }
  }

  /** From now on a deleted row is overwritten in the file, not only unlinked. */
  shredding(): void {
    this.#on(() => this.#db.pragma('secure_delete = ON'))
  }

  /** Folds the write-ahead log into the file and empties it: what was overwritten is nowhere any more. */
  checkpoint(): void {
    this.#db.pragma('wal_checkpoint(TRUNCATE)')
  }

  /** Work on the file; damage is told as such, with what to do. */
  #on<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw isDamage(error) ? damaged(this.#file, error) : error
    }
  }

  #prepare(sql: string): Libsql.Statement {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.#db.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }

  exec(sql: string): void {
    this.#on(() => this.#db.exec(sql))
  }

  /**
   * Rows of a query. `get` of the library adds a `_metadata` key, so only `all` is used. Values always go as one array: a
   * lone Buffer is taken for named parameters and aborts the process (libsql 0.5.29).
   */
  all(sql: string, ...values: readonly Value[]): readonly Row[] {
    return this.#on(() => this.#prepare(sql).all([...values]) as Row[])
  }

  first(sql: string, ...values: readonly Value[]): Row | undefined {
    return this.all(sql, ...values)[0]
  }

  /** A blob of a row; the library gives an ArrayBuffer or a Buffer, depending on the call. */
  static blob(value: unknown): Buffer {
    if (value instanceof ArrayBuffer) return Buffer.from(value)
    if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    throw new Error('not a blob')
  }

  /** Number of rows changed. */
  run(sql: string, ...values: readonly Value[]): number {
    return this.#on(() => this.#prepare(sql).run([...values]).changes)
  }

  /** All or nothing. Not nested. */
  transaction<T>(work: () => T): T {
    this.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.exec('COMMIT')
      return result
    } catch (error) {
      // A full disk makes SQLite roll back by itself; the error that tells so must not be lost.
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK')
      throw error
    }
  }

  /**
   * The library lets go of the file only when its statements are collected, so the write-ahead log may lie there longer;
   * what it holds is folded in first, and the file alone is whole.
   */
  close(): void {
    try {
      this.checkpoint()
    } catch {
      // Nothing is lost: the next one to open reads the log.
    }
    this.#statements.clear()
    this.#db.close()
  }
}

/**
 * Brings a file to the newest form. `steps[i]` goes from version i to i + 1. A file that is newer than this program is
 * refused: an older program must not write newer data.
 */
export function migrate(db: Database, steps: readonly string[]): void {
  const version = Number(db.first('PRAGMA user_version')?.['user_version'] ?? 0)
  if (version > steps.length) {
    throw new StoreUnusable(
      `De gegevens hebben versie ${version}; dit programma kent ${steps.length}.`,
      'Deze gegevens zijn gemaakt met een nieuwere versie van passendwerk. Start die versie.'
    )
  }
  for (let v = version; v < steps.length; v++) {
    db.transaction(() => {
      db.exec(steps[v] as string)
      db.exec(`PRAGMA user_version = ${v + 1}`)
    })
  }
}
