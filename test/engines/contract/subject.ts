import { setTimeout as wait } from 'node:timers/promises'
import type { Test } from 'tap'
import type { Vacancy } from '../../../src/domain/vacancy.ts'
import type { Group } from '../../../src/match/criterion.ts'
import type { Cursor, Engine, Page, Query, RunToken, Swap } from '../../../src/match/engine.ts'
import type { SetField } from '../../../src/match/fields.ts'
import { always, evaluate, type Predicate } from '../../../src/match/predicate.ts'
import type { VacancyStore } from '../../../src/store/store.ts'

export interface ContractOptions {
  /** The store behind an engine: a run takes its lease there and a failed one is discarded there. */
  readonly store: (engine: Engine) => Pick<VacancyStore, 'lease' | 'discard'>
  /** Set fields the engine can count as a facet. */
  readonly facets: readonly SetField[]
  /** Within this many ms a write is visible without a refresh; left out: too long to wait for in a test. */
  readonly visibleMs?: number
}

/** One engine under test with what an importer does around it. */
export interface Subject {
  readonly engine: Engine
  /** Takes the lease of a source; throws when another run holds it. */
  readonly token: (source: string) => Promise<RunToken>
  /** Ends a run that failed, as the importer does. */
  readonly discard: (source: string, run: RunToken) => Promise<void>
  /** One whole run of a source: lease and replace. */
  readonly give: (source: string, vacancies: Iterable<Vacancy>) => Promise<Swap>
  /** Every source of these vacancies gets its part by a run of its own. */
  readonly bring: (vacancies: readonly Vacancy[]) => Promise<void>
}

export type Open = (t: Test) => Promise<Subject>
export type Suite = (t: Test, open: Open, options: ContractOptions) => Promise<void>

let runs = 0

/** Makes engines that are closed when their test ends. */
export const opener =
  (make: () => Promise<Engine>, options: ContractOptions): Open =>
  async t => {
    const engine = await make()
    t.teardown(async () => {
      await engine.close()
    })
    const store = options.store(engine)
    const token = async (source: string): Promise<RunToken> => {
      const lease = await store.lease(source, `r-${++runs}`)
      if (lease === undefined) throw new Error(`another run holds ${source}`)
      return { id: lease.id, fence: lease.fence }
    }
    const give = async (source: string, vacancies: Iterable<Vacancy>): Promise<Swap> => await engine.replace(source, await token(source), stream(vacancies))
    return {
      engine,
      token,
      give,
      discard: async (source, run) => {
        await store.discard({ ...run, source })
      },
      bring: async vacancies => {
        for (const source of new Set(vacancies.map(v => v.source)))
          await give(
            source,
            vacancies.filter(v => v.source === source)
          )
      }
    }
  }

/** A feed as the importer hands it over. */
export async function* stream<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items
}

/** A feed that breaks off after its items. */
export async function* broken(items: Iterable<Vacancy>, error: Error = new Error('feed broke off')): AsyncGenerator<Vacancy> {
  yield* items
  throw error
}

/** Points of a vacancy: per group the first grade that holds. */
export const pointsOf = (groups: readonly Group[], v: Vacancy): number =>
  groups.reduce((sum, group) => sum + (group.find(g => evaluate(g.when, v.prepared))?.points ?? 0), 0)

export type Row = readonly [points: number, id: string]
const bytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

/** What any engine must answer, worked out one vacancy at a time: every row of a question, best first. */
export function oracle(vacancies: Iterable<Vacancy>, where: Predicate, groups: readonly Group[] = [], after?: Cursor['last']): readonly Row[] {
  const order = (a: readonly [number, number, string], b: readonly [number, number, string]): number => b[0] - a[0] || b[1] - a[1] || bytes(a[2], b[2])
  return [...vacancies]
    .filter(v => (v.prepared.status === 'open' || v.prepared.status === 'missed') && evaluate(where, v.prepared))
    .map(v => [pointsOf(groups, v), v.prepared.published, v.id] as const)
    .filter(key => after === undefined || order(key, after) > 0)
    .sort(order)
    .map(([points, , id]) => [points, id])
}

export const rowsOf = (page: Page): readonly Row[] => page.hits.map(h => [h.points, h.vacancy.id])
export const idsOf = (page: Page): readonly string[] => page.hits.map(h => h.vacancy.id)
export const query = (where: Predicate = always, over: Partial<Query> = {}): Query => ({ where, groups: [], size: 100, ...over })

/** Ids of a question, in order. */
export const found = async (engine: Engine, where: Predicate): Promise<readonly string[]> => idsOf(await engine.search(query(where)))

/** All pages of a question. */
export async function pagesOf(engine: Engine, q: Query): Promise<readonly Page[]> {
  const pages: Page[] = []
  for (let after = q.after; ;) {
    const page = await engine.search(after === undefined ? q : { ...q, after })
    pages.push(page)
    if (page.next === undefined) return pages
    after = page.next
  }
}

/** Waits until something holds; false when it does not within the time. */
export async function within(ms: number, holds: () => Promise<boolean>): Promise<boolean> {
  for (const end = performance.now() + ms; ;) {
    if (await holds()) return true
    if (performance.now() > end) return false
    await wait(20)
  }
}
