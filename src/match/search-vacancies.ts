import type { Moment } from '../domain/moment.ts'
import type { Vacancy } from '../domain/vacancy.ts'
import { FACETS, inOrder, type FindContext, type SearchState } from './find.ts'
import type { SetField } from './fields.ts'
import { openOn } from './open.ts'
import { all, any, type Predicate } from './predicate.ts'
import { searchable } from './scorecard.ts'
import { textQuery, type Widened } from './text-query.ts'

export interface VacanciesFound {
  readonly total: number
  readonly items: readonly Vacancy[]
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly next: string | null
  readonly generation: number
  readonly degraded: boolean
  /** Misspelt words of the text, and what was searched beside them. */
  readonly widened: readonly Widened[]
}

/** Open vacancies without a candidate: newest first, exact total, facets that leave their own choice out. */
export async function searchVacancies(context: FindContext, at: Moment, state: Omit<SearchState, 'group'>, signal?: AbortSignal): Promise<VacanciesFound> {
  const { predicate: text, widened } = textQuery(state.text)
  const where = (leaveOut?: string): Predicate =>
    all(
      searchable(openOn(at.day), context.tenant),
      ...(text === undefined ? [] : [text]),
      ...FACETS.filter(f => f !== leaveOut).flatMap(f => (state.facets[f] === undefined ? [] : [any(f, [...new Set(state.facets[f])].sort())]))
    )
  const question = JSON.stringify([where(), at.day, context.tenant])
  const page = await context.engine.search(
    {
      where: where(),
      groups: [],
      size: state.size,
      ...(state.cursor === undefined ? {} : { after: context.seal.open(state.cursor, question) })
    },
    signal
  )
  const facets: Record<string, Readonly<Record<string, number>>> = {}
  const free = FACETS.filter(f => state.facets[f] === undefined)
  let degraded = page.degraded === true
  const count = async (of: Predicate, counted: readonly SetField[]): Promise<void> => {
    const counts = await context.engine.count(of, {}, counted, signal)
    degraded ||= counts.degraded === true
    for (const f of counted) facets[f] = inOrder(counts.facets[f])
  }
  await count(where(), free)
  for (const f of FACETS) if (state.facets[f] !== undefined) await count(where(f), [f])
  return {
    total: page.total,
    items: page.hits.map(h => h.vacancy),
    facets,
    next: page.next === undefined ? null : context.seal.seal(page.next, question),
    generation: page.generation,
    degraded,
    widened
  }
}
