import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { Connection } from '../../elasticsearch/client.ts'
import type { Tenant } from '../../domain/tenant.ts'
import { AuditChain } from '../audit-chain.ts'
import { CandidateSeal } from '../candidate-seal.ts'
import type { KeyRing } from '../keys.ts'
import { StoreUnusable } from '../store.ts'
import { Documents } from './documents.ts'
import { openIndex } from './open-index.ts'
import { asked } from './failures.ts'
import { CandidateDocSchema, HEAD, HeadDocSchema, LinkDocSchema, PROOF, ProofDocSchema, type CandidateDoc, type HeadDoc, type LinkDoc } from './record-docs.ts'

/** The index of one bureau, open: its documents by form, and what seals them. */
export interface OpenBureau {
  readonly candidates: Documents<CandidateDoc>
  readonly links: Documents<LinkDoc>
  readonly heads: Documents<HeadDoc>
  readonly seal: CandidateSeal
  readonly chain: AuditChain
}

/** Opens the index of one bureau when it is first needed: one physical index a bureau, so that no question reaches another (`reliability.md` 2). */
export class BureauIndex {
  readonly tenant: Tenant
  readonly #connection: Connection
  readonly #name: string
  readonly #ring: KeyRing
  #opening: Promise<OpenBureau> | undefined

  constructor(connection: Connection, name: string, tenant: Tenant, ring: KeyRing) {
    this.tenant = tenant
    this.#connection = connection
    this.#name = name
    this.#ring = ring
  }

  /** A failure is not kept: the next call tries again. */
  async open(): Promise<OpenBureau> {
    this.#opening ??= this.#open().catch((error: unknown) => {
      this.#opening = undefined
      throw error
    })
    return await this.#opening
  }

  async #open(): Promise<OpenBureau> {
    const hasData = await asked(async () => await this.#connection.client.indices.exists({ index: this.#name }))
    // The key is on disk before there is an index that needs it.
    const [key, keys] = [this.#ring.bureau(this.tenant, hasData), this.#ring.candidates(this.tenant, hasData)]
    await openIndex(this.#connection, this.#name, 'records')
    const of = <T>(schema: z.ZodType<T>): Documents<T> => new Documents(this.#connection, this.#name, schema)
    const opened = {
      candidates: of(CandidateDocSchema),
      links: of(LinkDocSchema),
      heads: of(HeadDocSchema),
      seal: new CandidateSeal(this.tenant, keys),
      chain: new AuditChain(key)
    }
    await this.#prove(key, of(ProofDocSchema), opened)
    await this.#sweep(opened)
    return opened
  }

  /** Two instances that have each their own key folder would spoil the chain and not read each other's records: refused. */
  async #prove(key: Buffer, proofs: Documents<z.infer<typeof ProofDocSchema>>, { heads, chain }: OpenBureau): Promise<void> {
    const mac = createHmac('sha256', key).update(`key:${this.tenant}`).digest('base64url')
    const known = await proofs.get(PROOF)
    if (known === undefined) {
      // The head of a chain without records; from here on one that is missing was taken away.
      await heads.raise(HEAD, { kind: 'head', ...chain.sealed({ seq: 0, hash: '' }) }, 0)
      if (await proofs.create(PROOF, { kind: 'key', mac })) return
    }
    if ((known ?? (await proofs.get(PROOF)))?.doc.mac !== mac)
      throw new StoreUnusable(
        `key bureau-${this.tenant} is another one than the records were sealed with`,
        'Laat alle onderdelen van passendwerk dezelfde sleutelmap (KEYS_DIR) gebruiken, of zet het juiste sleutelbestand terug.'
      )
  }

  /** Erasures that a crash cut off are finished first. */
  async #sweep({ candidates }: OpenBureau): Promise<void> {
    await candidates.refresh()
    for (;;) {
      const query = { bool: { filter: [{ term: { kind: 'candidate' } }, { term: { erasing: true } }] } }
      const found = await candidates.list({ query, sort: [{ id: 'asc' }] }, 100)
      for (const { id } of found) await this.#finish(candidates, id)
      if (found.length === 0) return
      await candidates.refresh()
    }
  }

  /** After the mark: the key, then the record. Another instance may do the same at the same time. */
  async finishErasing(id: string): Promise<void> {
    const { candidates } = await this.open()
    await this.#finish(candidates, id)
  }

  async #finish(candidates: Documents<CandidateDoc>, id: string): Promise<void> {
    this.#ring.candidates(this.tenant, true).destroy(id)
    const marked = await candidates.get(id)
    if (marked?.doc.erasing === true) await candidates.delete(marked)
  }
}
