import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Tenant } from '../domain/tenant.ts'
import { StoreUnusable } from './store.ts'

const IV = 12
const TAG = 16

/** AES-256-GCM: iv, tag and ciphertext in one buffer. `context` is bound in: a sealed record cannot be moved. */
export function seal (key: Buffer, plain: Buffer, context: string): Buffer {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

/** The plain bytes again; throws when a byte or the context differs. */
export function unseal (key: Buffer, sealed: Buffer, context: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(sealed.subarray(IV, IV + TAG))
  return Buffer.concat([decipher.update(sealed.subarray(IV + TAG)), decipher.final()])
}

/**
 * Keys outside the data folder: one a bureau, and one of the service for cursors and audit hashes. A backup of the data
 * folder alone opens nothing.
 */
export class KeyRing {
  readonly #folder: string
  readonly #keys = new Map<string, Buffer>()

  constructor (folder: string) {
    this.#folder = folder
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  }

  #load (name: string, hasData: boolean): Buffer {
    const known = this.#keys.get(name)
    if (known !== undefined) return known
    const file = join(this.#folder, `${name}.key`)
    if (!existsSync(file)) {
      if (hasData) throw new StoreUnusable(`key ${name} is missing`, `Zet het sleutelbestand ${name}.key terug in de sleutelmap (KEYS_DIR). Zonder dit bestand zijn de dossiers niet te lezen.`)
      writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
      chmodSync(file, 0o600)
    }
    const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
    if (key.length !== 32) throw new StoreUnusable(`key ${name} is damaged`, `Het sleutelbestand ${name}.key is beschadigd. Zet de kopie terug.`)
    this.#keys.set(name, key)
    return key
  }

  /** The key of a bureau; made when the bureau has no data yet. */
  bureau (tenant: Tenant, hasData: boolean): Buffer { return this.#load(`bureau-${tenant}`, hasData) }

  /** The key of the service. */
  service (): Buffer { return this.#load('service', false) }
}
