import { createHash, createHmac } from 'node:crypto'
import { AuditRecordSchema, type AuditRecord, type ChainBreak, type ChainCheck } from '../domain/audit.ts'

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
    const parsed: unknown = JSON.parse(link.text)
    return typeof parsed === 'object' && parsed !== null ? (parsed as { seq: unknown; previous: unknown }) : undefined
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

  /** How a stored record does not follow `before`; undefined when it is what was written and stands where it was written. */
  fault(link: ChainLink, before: ChainEnd): ChainBreak['kind'] | undefined {
    const place = placeOf(link)
    if (place === undefined || this.#hash(link.text) !== link.hash) return 'changed'
    if (link.seq !== before.seq + 1) return 'gap'
    return place.seq === link.seq && place.previous === before.hash ? undefined : 'unlinked'
  }
}

/** So many breaks are told one by one; the rest is counted. */
const TOLD = 20

/** A chain as it is read from its beginning, record by record. */
export class ChainWalk {
  readonly #chain: AuditChain
  readonly #breaks: ChainBreak[] = []
  #checked = 0
  #broken = 0
  end: ChainEnd = { seq: 0, hash: '' }

  constructor(chain: AuditChain) {
    this.#chain = chain
  }

  #note(seq: number, kind: ChainBreak['kind']): void {
    this.#broken++
    if (this.#breaks.length < TOLD) this.#breaks.push({ seq, kind })
  }

  step(link: ChainLink): void {
    const kind = this.#chain.fault(link, this.end)
    if (kind !== undefined) this.#note(link.seq, kind)
    this.#checked++
    this.end = link
  }

  /** What was found; `whole` tells whether the chain reaches its head. */
  done(whole: boolean): ChainCheck {
    if (!whole) this.#note(this.end.seq, 'end')
    return { checked: this.#checked, broken: this.#broken, breaks: [...this.#breaks] }
  }
}

/** A stored record as the caller gets it, at the place it stands in; undefined when it can no longer be read. */
function recordOf({ seq, text, hash }: ChainLink): AuditRecord | undefined {
  try {
    return AuditRecordSchema.safeParse({ ...(JSON.parse(text) as object), seq, hash }).data
  } catch {
    return undefined
  }
}

/**
 * Up to `limit` records behind `after`, from a store that gives its links page by page. One that was damaged is left out:
 * its number is missing then, and `verify` counts it.
 */
export async function readRecords(
  after: number,
  limit: number,
  page: (after: number, limit: number) => Promise<readonly ChainLink[]>
): Promise<readonly AuditRecord[]> {
  const records: AuditRecord[] = []
  for (let from = after; records.length < limit;) {
    const asked = limit - records.length
    const links = await page(from, asked)
    for (const link of links) {
      const record = recordOf(link)
      if (record !== undefined) records.push(record)
      from = link.seq
    }
    if (links.length < asked) break
  }
  return records
}
