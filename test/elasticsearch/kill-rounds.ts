import type { Vacancy } from '../../src/domain/vacancy.ts'

/** The source that is replaced under fire, and one that must never be touched. */
export const FIRED = 'alfa'
export const OTHER = 'beta'
export const ROUND_SIZE = 120
/** Few a request, so that a round has many moments to die in. */
export const PER_REQUEST = 20

/** Vacancies of one round: every one names its round in a field and in its text; the last belongs to this round only. */
export const roundOf = (base: Vacancy, round: number): readonly Vacancy[] =>
  Array.from({ length: ROUND_SIZE }, (_, i) => {
    const sourceId = i === ROUND_SIZE - 1 ? `eigen-${round}` : `vast-${i}`
    const id = `${FIRED}:${sourceId}`
    return {
      ...base,
      id,
      source: FIRED,
      sourceId,
      title: `ronde ${round}`,
      prepared: { ...base.prepared, vacancy_id: id, source: FIRED, published: 20_000 + round }
    }
  })
