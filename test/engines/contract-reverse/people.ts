import type { Test } from 'tap'
import type { Candidate, CandidateInput } from '../../../src/domain/candidate.ts'
import type { Vacancy } from '../../../src/domain/vacancy.ts'
import { explain, judgeVacancy, scoreVacancy } from '../../../src/match/explain.ts'
import type { GroupName } from '../../../src/match/find.ts'
import { evaluate } from '../../../src/match/predicate.ts'
import type { ProfileRecords, Reverse, ReverseCursor, ReverseHit, ReversePage } from '../../../src/match/reverse.ts'
import { isNearMiss, scorecardOf, type Scorecard } from '../../../src/match/scorecard.ts'
import { candidate } from '../../helpers/candidate.ts'
import { AT } from '../../helpers/vacancy.ts'

export const ALL = ['passend', 'te-verifieren', 'niet-passend', 'net-niet'] as const satisfies readonly GroupName[]

/** The records of one bureau, as a store lists them; it counts what was opened. */
export class People implements ProfileRecords<Candidate> {
  readonly tenant: string
  readonly rows = new Map<string, Candidate>()
  opened = 0

  constructor(tenant: string) {
    this.tenant = tenant
  }

  /** Writes a record, new or changed; a change is the next version. */
  write(id: string, over: Partial<CandidateInput>): Candidate {
    const record: Candidate = { ...candidate(over), id, version: (this.rows.get(id)?.version ?? 0) + 1 }
    this.rows.set(id, record)
    return record
  }

  async list(after: string | undefined, limit: number): Promise<readonly Candidate[]> {
    return [...this.rows.values()]
      .filter(c => c.id > (after ?? ''))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .slice(0, limit)
  }

  async get(id: string): Promise<Candidate | undefined> {
    this.opened++
    return this.rows.get(id)
  }
}

export interface Subject {
  readonly people: People
  readonly reverse: Reverse
}

/** Makes the engine of a bureau; all of one test share a world (one server prefix, one memory). */
export type Bureaus = (t: Test) => Promise<(people: People) => Promise<Reverse>>

export interface ReverseOptions {
  readonly make: Bureaus
  /** Ids of whom the engine holds anything at all. */
  readonly held: (reverse: Reverse) => Promise<readonly string[]>
}

export type ReverseSuite = (t: Test, options: ReverseOptions) => Promise<void>

export const opened = async (t: Test, { make }: ReverseOptions, tenant = 'een'): Promise<Subject> => {
  const people = new People(tenant)
  return { people, reverse: await (await make(t))(people) }
}

const cards = new WeakMap<Candidate, Scorecard>()
const cardOf = (c: Candidate): Scorecard => {
  const card = cards.get(c) ?? scorecardOf(c, AT)
  cards.set(c, card)
  return card
}

export interface Answer {
  readonly rows: readonly ReverseHit[]
  readonly counts: ReversePage['counts']
}

/** What any engine must answer, from the forward search's own rules, one record at a time. */
export function oracle(people: Iterable<Candidate>, v: Vacancy, group: GroupName): Answer {
  const judged = [...people].map(c => {
    const card = cardOf(c)
    const row: ReverseHit = { id: c.id, version: c.version, verdict: judgeVacancy(card, v), points: scoreVacancy(card, v) }
    return { row, near: evaluate(isNearMiss(card), v.prepared) }
  })
  const n = (verdict: string): number => judged.filter(j => j.row.verdict === verdict).length
  const counts = { searched: judged.length, passend: n('passend'), teVerifieren: n('te-verifieren'), nietPassend: n('niet-passend') }
  const rows = judged
    .filter(j => (group === 'net-niet' ? j.near : j.row.verdict === group))
    .map(j => j.row)
    .sort((a, b) => b.points - a.points || Buffer.compare(Buffer.from(a.id), Buffer.from(b.id)))
  return { rows, counts }
}

/** The sum of the reasons, as `explain` gives it for one record. */
export const explainedPoints = (c: Candidate, v: Vacancy): number => explain(c, v, cardOf(c)).points ?? 0

/** All pages of a question, as one answer; each page must say the same counts and total. */
export async function answered(t: Test, reverse: Reverse, v: Vacancy, group: GroupName, size = 100, at = AT): Promise<Answer> {
  const rows: ReverseHit[] = []
  let first: ReversePage | undefined
  for (let after: ReverseCursor | undefined; ;) {
    const page = await reverse.search({ vacancy: v.prepared, at, group, size, ...(after === undefined ? {} : { after }) })
    first ??= page
    if (page.total !== first.total || JSON.stringify(page.counts) !== JSON.stringify(first.counts)) t.fail('a page says other numbers than the first')
    rows.push(...page.hits)
    if (page.next === undefined) break
    if (page.hits.length !== size) t.fail('a page before the last is not full')
    after = page.next
  }
  if (rows.length !== first.total) t.fail(`${rows.length} rows of ${first.total}`)
  return { rows, counts: first.counts }
}
