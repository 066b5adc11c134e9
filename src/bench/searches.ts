import type { Io } from '../command.ts'
import type { Candidate } from '../domain/candidate.ts'
import type { Moment } from '../domain/moment.ts'
import type { Engine, Query } from '../match/engine.ts'
import { FACETS, questionsOf, SearchStateSchema } from '../match/find.ts'
import { all, any, not, type Predicate } from '../match/predicate.ts'
import { byTwoOrMore, isNearMiss, type Scorecard } from '../match/scorecard.ts'
import { msOf, timing, type Timing } from './timing.ts'

/** The lists of a visit, in the order of `visitsOf`. */
export const GROUPS = ['passend', 'te-verifieren', 'niet-passend'] as const
export const KINDS = ['groups', 'page', 'facets', 'counts', 'nearMiss'] as const
export type Kind = (typeof KINDS)[number]

/** What one visit of a jobhunter asks: the counts of the groups, a page with its facets, the counts per rule, and near misses. */
export interface Visit {
  readonly groups: Readonly<Record<string, Predicate>>
  readonly page: Query
  readonly where: Predicate
  readonly buckets: Readonly<Record<string, Predicate>>
  readonly nearMiss: Query
}

function ruleCounts(card: Scorecard): Readonly<Record<string, Predicate>> {
  const one = not(byTwoOrMore(card))
  return Object.fromEntries(card.bars.flatMap(bar => [[`in:${bar.id}`, bar.conflict] as const, [`alone:${bar.id}`, all(bar.conflict, one)] as const]))
}

/** Visits of every candidate to every group. */
export const visitsOf = (people: readonly Candidate[], at: Moment, tenant: string): readonly Visit[] =>
  people.flatMap(person =>
    GROUPS.map((group): Visit => {
      const { card, query, count } = questionsOf(person, at, SearchStateSchema.parse({ group }), tenant)
      return {
        groups: count.buckets,
        page: query,
        where: count.where,
        buckets: ruleCounts(card),
        nearMiss: { where: all(count.where, isNearMiss(card)), groups: card.groups, size: 20 }
      }
    })
  )

/** Runs one kind of question. */
export async function ask(engine: Engine, kind: Kind, v: Visit): Promise<void> {
  if (kind === 'groups') await engine.count(v.where, v.groups)
  else if (kind === 'page') await engine.search(v.page)
  else if (kind === 'facets') await engine.count(v.page.where, {}, FACETS)
  else if (kind === 'counts') await engine.count(v.where, v.buckets)
  else await engine.search(v.nearMiss)
}

/** Vacancies a jobhunter narrows a list by: each choice keeps some. */
const NARROWER = [[], [any('contract', ['B'])], [any('remote', ['partial'])], [any('sector', ['86', '87'])], [any('sector', ['47'])]] as const

/** The same visits, narrowed by choices, so that questions keep few, some and most vacancies. */
export const narrowed = (visits: readonly Visit[]): readonly Query[] =>
  visits.flatMap(({ page }) => NARROWER.map(choices => ({ ...page, where: all(page.where, ...choices) })))

/** Wall time per kind of question, after one round that warms up. */
export async function searches(
  engine: Engine,
  visits: readonly Visit[],
  rounds: number,
  io: Io,
  asked: (kind: Kind) => void = () => {}
): Promise<Record<Kind, Timing>> {
  const ms: Record<Kind, number[]> = { groups: [], page: [], facets: [], counts: [], nearMiss: [] }
  for (let round = -1; round < rounds; round++) {
    io.progress(`zoeken: ronde ${Math.max(round + 1, 0)} van ${rounds}`)
    for (const v of visits) {
      for (const kind of KINDS) {
        const took = await msOf(async () => {
          await ask(engine, kind, v)
        })
        if (round < 0) continue
        ms[kind].push(took)
        asked(kind)
      }
    }
  }
  return { groups: timing(ms.groups), page: timing(ms.page), facets: timing(ms.facets), counts: timing(ms.counts), nearMiss: timing(ms.nearMiss) }
}

/** Visits a second (page and facets) of so many users at once, for so long. */
export async function throughput(engine: Engine, visits: readonly Visit[], users: number, ms: number): Promise<number> {
  const end = performance.now() + ms
  let done = 0
  const user = async (first: number): Promise<void> => {
    for (let i = first; performance.now() < end; i += users) {
      const v = visits[i % visits.length] as Visit
      await Promise.all([ask(engine, 'page', v), ask(engine, 'facets', v)])
      done++
    }
  }
  await Promise.all(
    Array.from({ length: users }, async (_, i) => {
      await user(i)
    })
  )
  return Math.round((done / ms) * 1_000)
}
