import type { RowReport } from '../domain/import.ts'
import type { RunStore } from '../store/store.ts'
import { maskContacts } from './normalise/clean.ts'
import { ROW_REASONS, type RowCode } from './reasons.ts'

const REPORT_BATCH = 200

/** Collects the row report in batches while the stream runs; it always adds up with the counts. */
export class Report {
  readonly #runs: RunStore
  readonly #run: string
  #pending: RowReport[] = []
  #seq = 0

  constructor(runs: RunStore, run: string) {
    this.#runs = runs
    this.#run = run
  }

  async add(
    severity: RowReport['severity'],
    code: RowCode,
    at: { position: number; sourceId: string | null; field: string | null; sample: string | null }
  ): Promise<void> {
    this.#pending.push({
      seq: ++this.#seq,
      severity,
      code,
      ...at,
      sourceId: at.sourceId?.slice(0, 200) ?? null,
      sample: at.sample === null ? null : maskContacts(at.sample).slice(0, 80),
      ...ROW_REASONS[code]
    })
    if (this.#pending.length >= REPORT_BATCH) await this.flush()
  }

  async flush(): Promise<void> {
    const rows = this.#pending
    this.#pending = []
    if (rows.length > 0) await this.#runs.report(this.#run, rows)
  }
}
