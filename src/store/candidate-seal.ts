import { randomBytes } from 'node:crypto'
import { CandidateSchema, type Candidate } from '../domain/candidate.ts'
import type { Tenant } from '../domain/tenant.ts'
import { seal, unseal, type CandidateKeys } from './keys.ts'
import { StoreDamaged, StoreUnusable } from './store.ts'

/** Random, so that an id says nothing and cannot be guessed. */
export const newCandidateId = (): string =>
  `k-${BigInt(`0x${randomBytes(10).toString('hex')}`)
    .toString(36)
    .padStart(16, '0')}`

/** Candidates of one bureau as they are stored: sealed with a key of their own, bound to bureau, id and version (`reliability.md` 2). */
export class CandidateSeal {
  readonly #tenant: Tenant
  readonly #keys: CandidateKeys

  constructor(tenant: Tenant, keys: CandidateKeys) {
    this.#tenant = tenant
    this.#keys = keys
  }

  #context(id: string, version: number): string {
    return `${this.#tenant}/${id}/${version}`
  }

  #write(candidate: Candidate, key: Buffer): Buffer {
    return seal(key, Buffer.from(JSON.stringify(candidate)), this.#context(candidate.id, candidate.version))
  }

  /** A new candidate; its key is on disk when this returns. */
  first(candidate: Candidate): Buffer {
    return this.#write(candidate, this.#keys.make(candidate.id))
  }

  /** A next version, with the key the candidate has. */
  again(candidate: Candidate): Buffer {
    return this.#write(candidate, this.#keys.get(candidate.id))
  }

  /** The candidate again; throws StoreUnusable when body or key was changed, moved or lost. */
  open(id: string, version: number, sealed: Buffer): Candidate {
    try {
      return CandidateSchema.parse(JSON.parse(unseal(this.#keys.get(id), sealed, this.#context(id, version)).toString()))
    } catch (error) {
      // A lost key says so itself.
      if (error instanceof StoreUnusable) throw error
      throw new StoreDamaged(
        'Een dossier gaat niet open: het is beschadigd, of het hoort bij een andere sleutel.',
        'Zet de gegevensmap (DATA_DIR) en de sleutelmap (KEYS_DIR) terug uit reservekopieën van hetzelfde moment.',
        { cause: error }
      )
    }
  }

  /** From here on nothing opens the record, wherever a copy of it lies. */
  destroy(id: string): void {
    this.#keys.destroy(id)
  }
}
