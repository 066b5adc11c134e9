import { createHash, createHmac } from 'node:crypto'
import { AuditRecordSchema, type AuditRecord } from '../domain/audit.ts'

/** A record as a caller gives it: the chain adds its place and its hash. */
export type AuditEntry = Omit<AuditRecord, 'seq' | 'previous' | 'hash'>

/** Where a chain ends; 0 and an empty hash before the first record. */
export interface ChainEnd {
  readonly seq: number
  readonly hash: string
}

/** The end of a chain with a keyed hash over it: who drops the last records cannot make a head that fits. */
export interface SealedEnd extends ChainEnd {
  readonly mac: string
}

/** A stored record with the place it stands in, and the text its hash covers. */
export interface ChainLink extends ChainEnd {
  readonly text: string
}

/** What a record says of its own place; undefined when it can no longer be read. */
function placeOf(link: ChainLink): { readonly seq: unknown; readonly previous: unknown } | undefined {
  try {
    return JSON.parse(link.text) as { seq: unknown; previous: unknown } | undefined
  } catch {
    return undefined
  }
}

/** The rules of the hash-chained audit log of one bureau (T37), the same in every store: only where records lie differs. */
export class AuditChain {
  readonly #key: Buffer

  constructor(bureauKey: Buffer) {
    this.#key = createHash('sha256').update('audit').update(bureauKey).digest()
  }

  #hash(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('base64url')
  }

  /** The record that follows `end`, with the exact text to store. Throws when the entry holds more than the schema knows. */
  next(entry: AuditEntry, end: ChainEnd): { readonly record: AuditRecord; readonly text: string } {
    const body = AuditRecordSchema.omit({ hash: true }).parse({ ...entry, seq: end.seq + 1, previous: end.hash })
    const text = JSON.stringify(body)
    return { record: { ...body, hash: this.#hash(text) }, text }
  }

  /** The head to store beside a chain that ends here. */
  sealed(end: ChainEnd): SealedEnd {
    return { seq: end.seq, hash: end.hash, mac: this.#hash(`head:${end.seq}:${end.hash}`) }
  }

  /** The end a head tells; undefined when there is none or it was changed. */
  opened(head: SealedEnd | undefined): ChainEnd | undefined {
    return head !== undefined && head.mac === this.sealed(head).mac ? { seq: head.seq, hash: head.hash } : undefined
  }

  /** Whether a stored record is what was written, and follows `before`. */
  follows(link: ChainLink, before: ChainEnd): boolean {
    const place = placeOf(link)
    return link.seq === before.seq + 1 && place?.seq === link.seq && place.previous === before.hash && this.#hash(link.text) === link.hash
  }
}

/** A stored record as the caller gets it. */
export const recordOf = ({ text, hash }: ChainLink): AuditRecord => AuditRecordSchema.parse({ ...(JSON.parse(text) as object), hash })
