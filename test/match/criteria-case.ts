import type { Candidate } from '../../src/domain/candidate.ts'
import type { Day } from '../../src/domain/moment.ts'
import type { Vacancy, VacancyFacts } from '../../src/domain/vacancy.ts'
import type { Stand } from '../../src/match/criterion.ts'
import { vacancy } from '../helpers/vacancy.ts'

/** One candidate and one vacancy before one criterion. */
export interface CriterionCase {
  readonly name: string
  readonly candidate: Candidate
  readonly vacancy: Vacancy
  readonly at?: Day
  readonly expect: {
    /** Every bar of the criterion; `{}` = it asks nothing. */
    readonly bars?: Readonly<Record<string, Stand['state']>>
    readonly points?: number
    /** The code of the explanation, per bar. */
    readonly code?: Readonly<Record<string, string>>
  }
}

/** An advert of which only the given facts are known. */
export const advert = (facts: Partial<VacancyFacts> = {}, extra: Partial<Omit<Vacancy, 'prepared'>> = {}): Vacancy => vacancy('bron:1', facts, extra)

/** The single bar of a criterion and why. */
export const bar = (id: string, state: Stand['state'], code: string): CriterionCase['expect'] => ({ bars: { [id]: state }, code: { [id]: code } })
