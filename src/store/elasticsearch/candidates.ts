import { CandidateSchema, type Candidate, type CandidateInput } from '../../domain/candidate.ts'
import type { Tenant } from '../../domain/tenant.ts'
import { newCandidateId } from '../candidate-seal.ts'
import { StaleVersion, type CandidateStore, type CandidateSummary } from '../store.ts'
import type { BureauIndex } from './bureau-index.ts'
import type { Stored } from './documents.ts'
import type { CandidateDoc } from './record-docs.ts'

const docOf = (c: Candidate, sealed: Buffer): CandidateDoc => ({
  kind: 'candidate',
  id: c.id,
  version: c.version,
  pseudonym: c.pseudonym,
  created_at: c.createdAt,
  updated_at: c.updatedAt,
  erasing: false,
  body: sealed.toString('base64')
})

const summaryOf = ({ doc }: Stored<CandidateDoc>): CandidateSummary => ({
  id: doc.id,
  pseudonym: doc.pseudonym,
  version: doc.version,
  createdAt: doc.created_at,
  updatedAt: doc.updated_at
})

/** Candidates of one bureau in the bureau's own index, each sealed with its own key, which lies in the key folder. */
export class ElasticsearchCandidates implements CandidateStore {
  readonly tenant: Tenant
  readonly #bureau: BureauIndex

  constructor(bureau: BureauIndex) {
    this.tenant = bureau.tenant
    this.#bureau = bureau
  }

  async create(input: CandidateInput, at: string): Promise<Candidate> {
    const { candidates, seal } = await this.#bureau.open()
    const candidate = CandidateSchema.parse({ ...input, id: newCandidateId(), version: 1, createdAt: at, updatedAt: at })
    if (!(await candidates.create(candidate.id, docOf(candidate, seal.first(candidate))))) throw new Error('an id was given twice')
    return candidate
  }

  async #find(id: string): Promise<Stored<CandidateDoc> | undefined> {
    const { candidates } = await this.#bureau.open()
    // Other records of the bureau lie in the same index; only a candidate's id leads to a candidate.
    if (!id.startsWith('k-')) return undefined
    const found = await candidates.get(id)
    return found?.doc.erasing === false ? found : undefined
  }

  async get(id: string): Promise<Candidate | undefined> {
    const { seal } = await this.#bureau.open()
    const found = await this.#find(id)
    return found === undefined ? undefined : seal.open(id, found.doc.version, Buffer.from(found.doc.body, 'base64'))
  }

  async replace(id: string, version: number, input: CandidateInput, at: string): Promise<Candidate | undefined> {
    const { candidates, seal } = await this.#bureau.open()
    const known = await this.#find(id)
    if (known === undefined) return undefined
    if (known.doc.version !== version) throw new StaleVersion()
    const candidate = CandidateSchema.parse({ ...input, id, version: version + 1, createdAt: known.doc.created_at, updatedAt: at })
    if (await candidates.replace(known, docOf(candidate, seal.again(candidate)))) return candidate
    if ((await this.#find(id)) === undefined) return undefined
    throw new StaleVersion()
  }

  async list(after: string | undefined, limit: number): Promise<readonly CandidateSummary[]> {
    const { candidates } = await this.#bureau.open()
    // Whoever made or changed one, on whatever instance, must find it in the list.
    await candidates.refresh()
    const query = { bool: { filter: [{ term: { kind: 'candidate' } }, { term: { erasing: false } }] } }
    return (await candidates.list({ query, sort: [{ id: 'asc' }] }, limit, [after ?? ''])).map(summaryOf)
  }

  async erase(id: string): Promise<boolean> {
    const { candidates } = await this.#bureau.open()
    for (;;) {
      const known = await this.#find(id)
      if (known === undefined) return false
      // The sealed bytes go with the mark: what comes after it only takes away what no key opens any more.
      if (!(await candidates.replace(known, { ...known.doc, erasing: true, body: '' }))) continue
      await this.#bureau.finishErasing(id)
      return true
    }
  }
}
