import { compact } from '../../domain/compact.ts'
import type { Prepared } from '../../domain/prepared.ts'
import { VacancySchema, type Vacancy } from '../../domain/vacancy.ts'

/** Vacancies that may appear in a list; closed and expired ones stay in the store only. */
export const isListed = (p: Prepared): boolean => p.status === 'open' || p.status === 'missed'

/** What is indexed: the prepared codes as fields, and the rest of the vacancy beside them, so that nothing lies there twice. */
export function documentOf({ prepared, ...payload }: Vacancy): object {
  return { ...prepared, payload: compact(payload) }
}

/** The vacancy again. Throws when the document is not one of ours: an unreadable hit is an error, never left out. */
export function vacancyOf(source: Readonly<Record<string, unknown>>): Vacancy {
  const { payload, ...prepared } = source
  return VacancySchema.parse({ ...(payload as object), prepared })
}

/** Version numbers left for the writes of one generation. */
const PER_GENERATION = 2 ** 20

/**
 * The external version of a write: generation x 2^20 + sequence (`engines.md` 2). A removal takes the generation it made
 * and sequence 0; a document takes a generation read before its content, so a version never promises more than it holds.
 */
export const versionOf = (generation: number, sequence: number): number => generation * PER_GENERATION + Math.min(sequence, PER_GENERATION - 1)
