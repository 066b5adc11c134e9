import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Actor, Role, Tenant } from '../domain/tenant.ts'
import type { KeyStore, StoredKey } from '../store/store.ts'

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')
const checksumOf = (body: string): string => createHash('sha256').update(`checksum:${body}`).digest('hex').slice(0, 6)

/** A new key: 256 random bits with a public id and a checksum, so that a typing error is no guess. Shown once. */
export function makeKey(
  tenant: Tenant,
  role: Role,
  label: string,
  at: string,
  expiresAt: string | null = null
): { readonly secret: string; readonly stored: StoredKey } {
  const id = randomBytes(6).toString('hex')
  const body = `pw_${id}_${randomBytes(32).toString('base64url').replaceAll('_', '-')}`
  const secret = `${body}_${checksumOf(body)}`
  return { secret, stored: { id, hash: hashOf(secret), tenant, role, label, createdAt: at, expiresAt, revokedAt: null } }
}

const FORM = /^(pw_([0-9a-f]{12})_[A-Za-z0-9-]{43})_([0-9a-f]{6})$/

/** Compared with when no key has the id, so that both paths do the same work. */
const NOBODY = hashOf('nobody')

/**
 * Who a bearer key belongs to; undefined when it is malformed, unknown, expired or revoked. `local` holds keys that live as
 * long as this process (the demo key, commands on this machine).
 */
export async function actorOf(secret: string, keys: KeyStore, local: ReadonlyMap<string, StoredKey>, at: string): Promise<Actor | undefined> {
  const form = FORM.exec(secret)
  if (form === null || checksumOf(form[1] as string) !== form[3]) return undefined
  const stored = local.get(form[2] as string) ?? (await keys.find(form[2] as string))
  const same = timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(stored?.hash ?? NOBODY))
  if (stored === undefined || !same || stored.revokedAt !== null || (stored.expiresAt !== null && stored.expiresAt <= at)) return undefined
  return { tenant: stored.tenant, role: stored.role, keyId: stored.id }
}
