import { TenantSchema, type Tenant } from '../../domain/tenant.ts'
import type { Connection } from '../../elasticsearch/client.ts'
import { listIndices } from '../../elasticsearch/indices.ts'
import { versionIn } from '../../elasticsearch/succession.ts'
import type { KeyRing } from '../keys.ts'
import type { Store } from '../store.ts'
import { ElasticsearchKeys } from './api-keys.ts'
import { ElasticsearchAudit } from './audit.ts'
import { BureauIndex } from './bureau-index.ts'
import { ElasticsearchCandidates } from './candidates.ts'
import { asked } from './failures.ts'
import { openIndex } from './open-index.ts'
import { ElasticsearchRuns } from './runs.ts'
import { TURN_TIMES, type TurnTimes } from './turns.ts'
import { ElasticsearchVacancies } from './vacancies.ts'

interface Bureau {
  readonly candidates: ElasticsearchCandidates
  readonly audit: ElasticsearchAudit
}

/**
 * The store in Elasticsearch, for several API instances on one set of records: an index for what is shared (runs, keys),
 * one for the rows of vacancies, one a bureau (candidates, audit). Nothing is kept on the disk of an instance but the keys: every
 * instance must use the same key folder (KEYS_DIR on a shared volume).
 */
export class ElasticsearchStore implements Store {
  readonly vacancies: ElasticsearchVacancies
  readonly runs: ElasticsearchRuns
  readonly keys: ElasticsearchKeys
  readonly #connection: Connection
  readonly #ring: KeyRing
  readonly #bureaus = new Map<Tenant, Bureau>()

  private constructor(connection: Connection, ring: KeyRing, parts: { readonly runs: ElasticsearchRuns; readonly vacancies: ElasticsearchVacancies }) {
    this.#connection = connection
    this.#ring = ring
    this.runs = parts.runs
    this.vacancies = parts.vacancies
    this.keys = new ElasticsearchKeys(connection, nameOf(connection, 'shared'))
  }

  /** Makes what is missing, checks what is there. Throws StoreUnusable with a remedy. The connection stays the caller's. */
  static async open(connection: Connection, ring: KeyRing, times: TurnTimes = TURN_TIMES): Promise<ElasticsearchStore> {
    const runs = new ElasticsearchRuns(connection, nameOf(connection, 'shared'))
    await openIndex(connection, nameOf(connection, 'shared'), 'shared')
    const vacancies = await ElasticsearchVacancies.open(connection, nameOf(connection, 'rows'), times, async (run, generation) => {
      await runs.noteSwitch(run, generation)
    })
    return new ElasticsearchStore(connection, ring, { runs, vacancies })
  }

  bureau(tenant: Tenant): Bureau {
    const known = this.#bureaus.get(tenant)
    if (known !== undefined) return known
    const index = new BureauIndex(this.#connection, `${bureauStart(this.#connection)}${TenantSchema.parse(tenant)}`, tenant, this.#ring)
    const opened = { candidates: new ElasticsearchCandidates(index), audit: new ElasticsearchAudit(index) }
    this.#bureaus.set(tenant, opened)
    return opened
  }

  async tenants(): Promise<readonly Tenant[]> {
    const start = bureauStart(this.#connection)
    const found = await asked(async () => await listIndices(this.#connection, start))
    return [...new Set(found.map(({ name }) => TenantSchema.parse(versionIn(name).base.slice(start.length))))].sort()
  }

  async close(): Promise<void> {
    await this.vacancies.close()
  }
}

const nameOf = ({ prefix }: Connection, part: string): string => `${prefix}-store-${part}`
const bureauStart = (connection: Connection): string => nameOf(connection, 'bureau-')
