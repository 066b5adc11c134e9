import { z } from 'zod'
import { RoleSchema } from '../../domain/tenant.ts'
import type { Connection } from '../../elasticsearch/client.ts'
import type { KeyStore, StoredKey } from '../store.ts'
import { Documents, type Stored } from './documents.ts'

const KeyDocSchema = z.strictObject({ kind: z.literal('key'), id: z.string(), tenant: z.string(), created_at: z.string(), body: z.string() })
type KeyDoc = z.infer<typeof KeyDocSchema>
const BodySchema = z.strictObject({
  id: z.string(),
  hash: z.string(),
  tenant: z.string(),
  role: RoleSchema,
  label: z.string(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  revokedAt: z.string().nullable()
})

/** More keys than a bureau ever has. */
const MOST = 100_000
const idOf = (key: string): string => `key:${key}`
const keyOf = ({ doc }: Stored<KeyDoc>): StoredKey => BodySchema.parse(JSON.parse(doc.body))
const docOf = (k: StoredKey): KeyDoc => ({ kind: 'key', id: k.id, tenant: k.tenant, created_at: k.createdAt, body: JSON.stringify(k) })

/** API keys, secrets only as hashes. */
export class ElasticsearchKeys implements KeyStore {
  readonly #keys: Documents<KeyDoc>

  constructor(connection: Connection, index: string) {
    this.#keys = new Documents(connection, index, KeyDocSchema)
  }

  async add(key: StoredKey): Promise<void> {
    if (!(await this.#keys.create(idOf(key.id), docOf(key)))) throw new Error('a key with this id is there already')
  }

  async find(id: string): Promise<StoredKey | undefined> {
    const found = await this.#keys.get(idOf(id))
    return found === undefined ? undefined : keyOf(found)
  }

  async list(tenant: string): Promise<readonly StoredKey[]> {
    await this.#keys.refresh()
    const query = { bool: { filter: [{ term: { kind: 'key' } }, { term: { tenant } }] } }
    return (await this.#keys.list({ query, sort: [{ created_at: 'asc' }, { id: 'asc' }] }, MOST)).map(keyOf)
  }

  async revoke(id: string, at: string): Promise<boolean> {
    for (;;) {
      const known = await this.#keys.get(idOf(id))
      const key = known === undefined ? undefined : keyOf(known)
      if (known === undefined || key === undefined || key.revokedAt !== null) return false
      if (await this.#keys.replace(known, docOf({ ...key, revokedAt: at }))) return true
    }
  }
}
