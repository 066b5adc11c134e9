import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fstatSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Tenant } from '../domain/tenant.ts'
import { makeFolder } from '../make-folder.ts'
import { StoreUnusable } from './store.ts'
import { systemWords } from './system-words.ts'

const IV = 12
const TAG = 16

/** AES-256-GCM: iv, tag and ciphertext in one buffer. `context` is bound in: a sealed record cannot be moved. */
export function seal(key: Buffer, plain: Buffer, context: string): Buffer {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

/** The plain bytes again; throws when a byte or the context differs. */
export function unseal(key: Buffer, sealed: Buffer, context: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(sealed.subarray(IV, IV + TAG))
  return Buffer.concat([decipher.update(sealed.subarray(IV + TAG)), decipher.final()])
}

/** A key file is there whole and on disk, or not at all: data sealed with a key that is lost cannot be read by anyone. */
function writeKey(folder: string, file: string, content: string): void {
  // Random: instances in containers share this folder, and may share a process number too.
  const aside = `${file}.${randomBytes(6).toString('hex')}.new`
  const [handle, directory] = [openSync(aside, 'w', 0o600), openSync(folder, 'r')]
  try {
    writeSync(handle, `${content}\n`)
    fsyncSync(handle)
    linkSync(aside, file)
    fsyncSync(directory)
  } finally {
    closeSync(handle)
    closeSync(directory)
    rmSync(aside, { force: true })
  }
}

/** Overwrites a key file and takes it away; both are on disk when this returns. Fine when it is gone already. */
function destroyKey(folder: string, file: string): void {
  if (!existsSync(file)) return
  const [handle, directory] = [openSync(file, 'r+'), openSync(folder, 'r')]
  try {
    writeSync(handle, '0'.repeat(fstatSync(handle).size))
    fsyncSync(handle)
    // Another instance may finish the same erasure.
    rmSync(file, { force: true })
    fsyncSync(directory)
  } finally {
    closeSync(handle)
    closeSync(directory)
  }
}

/** Work on the key folder; what the system refuses gets a remedy. */
function onKeys<T>(what: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new StoreUnusable(`${what}: ${systemWords(error)}.`, 'Controleer of de sleutelmap (KEYS_DIR) bestaat, van deze gebruiker is en schrijfbaar is.', {
      cause: error
    })
  }
}

/**
 * Keys outside the data folder: one a bureau, and one of the service for cursors and audit hashes. A backup of the data
 * folder alone opens nothing.
 */
export class KeyRing {
  readonly #folder: string
  readonly #keys = new Map<string, Buffer>()

  constructor(folder: string) {
    this.#folder = folder
    onKeys(`De sleutelmap ${folder} kan niet worden gemaakt`, () => {
      makeFolder(folder)
    })
  }

  #load(name: string, hasData: boolean): Buffer {
    const known = this.#keys.get(name)
    if (known !== undefined) return known
    const file = join(this.#folder, `${name}.key`)
    if (!existsSync(file)) {
      if (hasData)
        throw new StoreUnusable(
          `Het sleutelbestand ${name}.key ontbreekt.`,
          `Zet het sleutelbestand ${name}.key terug in de sleutelmap (KEYS_DIR). Zonder dit bestand zijn de dossiers niet te lezen en sluit het logboek niet meer aan.`
        )
      onKeys(`${file} is niet te schrijven`, () => {
        try {
          writeKey(this.#folder, file, randomBytes(32).toString('hex'))
        } catch (error) {
          // Another instance made it at the same moment: then that is the key.
          if (!existsSync(file)) throw error
        }
      })
    }
    const key = Buffer.from(onKeys(`${file} is niet te lezen`, () => readFileSync(file, 'utf8')).trim(), 'hex')
    if (key.length !== 32)
      throw new StoreUnusable(`Het sleutelbestand ${name}.key is beschadigd.`, `Zet de kopie van ${name}.key terug in de sleutelmap (KEYS_DIR).`)
    this.#keys.set(name, key)
    return key
  }

  /** The key of a bureau; made when the bureau has no data yet. */
  bureau(tenant: Tenant, hasData: boolean): Buffer {
    return this.#load(`bureau-${tenant}`, hasData)
  }

  /** The key of the service; made when there is no data yet: made anew, what the audit log says of a candidate could not be linked any more. */
  service(hasData: boolean): Buffer {
    return this.#load('service', hasData)
  }

  /** The keys of a bureau's candidates, in a folder of their own beside the key that wraps them. */
  candidates(tenant: Tenant, hasData: boolean): CandidateKeys {
    return new CandidateKeys(join(this.#folder, `bureau-${tenant}`), tenant, this.bureau(tenant, hasData))
  }
}

/**
 * One key a candidate, wrapped by the bureau's key. They lie outside the data folder: once a key is destroyed, no copy of the
 * data folder opens that candidate any more (`reliability.md` 2).
 */
export class CandidateKeys {
  readonly #folder: string
  readonly #tenant: Tenant
  readonly #bureauKey: Buffer

  constructor(folder: string, tenant: Tenant, bureauKey: Buffer) {
    this.#folder = folder
    this.#tenant = tenant
    this.#bureauKey = bureauKey
    onKeys(`De sleutelmap ${folder} kan niet worden gemaakt`, () => {
      makeFolder(folder)
    })
  }

  #file(id: string): string {
    return join(this.#folder, `${id}.key`)
  }

  /** A new key, on disk before any record is sealed with it. */
  make(id: string): Buffer {
    const key = randomBytes(32)
    onKeys('De sleutel van een kandidaat is niet te schrijven', () => {
      writeKey(this.#folder, this.#file(id), seal(this.#bureauKey, key, `${this.#tenant}/${id}`).toString('hex'))
    })
    return key
  }

  /** Throws when the key is lost, damaged, or belongs to another candidate or bureau. */
  get(id: string): Buffer {
    const wrapped = onKeys('De sleutel van een kandidaat is niet te lezen', () => readFileSync(this.#file(id), 'utf8'))
    return unseal(this.#bureauKey, Buffer.from(wrapped.trim(), 'hex'), `${this.#tenant}/${id}`)
  }

  destroy(id: string): void {
    onKeys('De sleutel van een kandidaat is niet te wissen', () => {
      destroyKey(this.#folder, this.#file(id))
    })
  }
}
