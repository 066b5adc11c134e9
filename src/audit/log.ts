import { createHmac } from 'node:crypto'
import type { ChainCheck } from '../domain/audit.ts'
import type { Actor } from '../domain/tenant.ts'
import type { AuditStore } from '../store/store.ts'
import type { AuditEvent } from './events.ts'
import { readAudit, type AuditPage, type AuditQuery } from './reading.ts'

/**
 * Writes events to a bureau's audit log. The subject is kept as a keyed hash: the log alone names nobody. A read of limits
 * needs its durable event first (`reliability.md` 5d).
 */
export class AuditLog {
  readonly #store: AuditStore
  readonly #key: Buffer

  constructor(store: AuditStore, key: Buffer) {
    this.#store = store
    this.#key = key
  }

  /** Subject of an event as the log knows it. */
  subjectOf(id: string): string {
    return createHmac('sha256', this.#key).update(`subject:${id}`).digest('base64url').slice(0, 22)
  }

  async write(
    event: AuditEvent,
    actor: Actor,
    at: string,
    subject: string | null,
    rules: string | null = null,
    result: 'ok' | 'refused' | 'failed' = 'ok'
  ): Promise<void> {
    await this.#store.append({ event, at, actor: actor.keyId, role: actor.role, subject: subject === null ? null : this.subjectOf(subject), result, rules })
  }

  /** Records of the log, newest first; of one candidate when `candidate` names one, erased or not. */
  async read({ candidate, ...query }: Omit<AuditQuery, 'subject'> & { readonly candidate?: string | undefined }): Promise<AuditPage> {
    return await readAudit(this.#store, { ...query, subject: candidate === undefined ? undefined : this.subjectOf(candidate) })
  }

  /** Whether every record is as it was written, and none is gone. */
  async verify(): Promise<ChainCheck> {
    return await this.#store.verify()
  }
}
