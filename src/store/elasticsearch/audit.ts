import type { AuditRecord, ChainCheck } from '../../domain/audit.ts'
import { ChainWalk, readRecords, type AuditEntry, type ChainEnd, type ChainLink } from '../audit-chain.ts'
import type { AuditStore } from '../store.ts'
import type { BureauIndex, OpenBureau } from './bureau-index.ts'
import type { Stored } from './documents.ts'
import { HEAD, type LinkDoc } from './record-docs.ts'

const PAGE = 1_000
const idOf = (seq: number): string => `audit:${seq}`
const linkOf = ({ doc }: Stored<LinkDoc>): ChainLink => ({ seq: doc.seq, hash: doc.hash, text: doc.body })
const START: ChainEnd = { seq: 0, hash: '' }

/**
 * Append-only audit log of one bureau. The number of a record is its id and a record is only ever created: of two writers
 * one gets the number, the other reads that record and comes after it, so the chain stays one. A sealed head tells how far
 * the chain was acknowledged; it only grows.
 */
export class ElasticsearchAudit implements AuditStore {
  readonly #bureau: BureauIndex
  /** The last record this instance knows of; another instance may have written more. */
  #end: ChainEnd | undefined
  /** One append at a time within this process. */
  #turn: Promise<unknown> = Promise.resolve()

  constructor(bureau: BureauIndex) {
    this.#bureau = bureau
  }

  async append(entry: AuditEntry): Promise<AuditRecord> {
    const turn = this.#turn.then(async () => await this.#append(entry))
    this.#turn = turn.catch(() => {})
    return await turn
  }

  async #append(entry: AuditEntry): Promise<AuditRecord> {
    const { links, heads, chain } = await this.#bureau.open()
    // Checked before anything is asked of the server.
    chain.next(entry, START)
    for (let end = this.#end ?? (await this.#lastKnown()); ;) {
      const { record, text } = chain.next(entry, end)
      if (await links.create(idOf(record.seq), { kind: 'audit', seq: record.seq, hash: record.hash, body: text })) {
        await heads.raise(HEAD, { kind: 'head', ...chain.sealed(record) }, record.seq)
        this.#end = { seq: record.seq, hash: record.hash }
        return record
      }
      const taken = await links.get(idOf(record.seq))
      if (taken === undefined) throw new Error('a record of the audit log was there and is not')
      end = taken.doc
    }
  }

  /** Where to go on: the head, or the last record when the head is lost. What lies behind it is met on the way. */
  async #lastKnown(): Promise<ChainEnd> {
    const { links, heads, chain } = await this.#bureau.open()
    const head = chain.opened((await heads.get(HEAD))?.doc)
    // When the last records were dropped the chain goes on behind them, so that the gap stays visible.
    if (head !== undefined) return head
    await links.refresh()
    const [last] = await links.list({ query: { term: { kind: 'audit' } }, sort: [{ seq: 'desc' }] }, 1)
    return last === undefined ? START : { seq: last.doc.seq, hash: last.doc.hash }
  }

  async #links({ links }: OpenBureau, after: number, size: number): Promise<readonly ChainLink[]> {
    return (await links.list({ query: { term: { kind: 'audit' } }, sort: [{ seq: 'asc' }] }, size, [after])).map(linkOf)
  }

  async list(after: number, limit: number): Promise<readonly AuditRecord[]> {
    const opened = await this.#bureau.open()
    await opened.links.refresh()
    return await readRecords(after, limit, async (from, most) => await this.#links(opened, from, most))
  }

  async verify(): Promise<ChainCheck> {
    const opened = await this.#bureau.open()
    const { links, heads, chain } = opened
    const head = chain.opened((await heads.get(HEAD))?.doc)
    await links.refresh()
    const walk = new ChainWalk(chain)
    // A record behind the head was written but never acknowledged: its writer was cut off.
    let acknowledged = head?.seq === 0
    for (;;) {
      const page = await this.#links(opened, walk.end.seq, PAGE)
      for (const link of page) {
        walk.step(link)
        if (link.seq === head?.seq && link.hash === head.hash) acknowledged = true
      }
      if (page.length < PAGE) break
    }
    return walk.done(acknowledged)
  }
}
