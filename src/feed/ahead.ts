import type { Vacancy } from '../domain/vacancy.ts'
import type { VacancyStore } from '../store/store.ts'
import { vacancyId } from './normalise.ts'
import type { Parsed } from './source.ts'

/** Rows read ahead: a question for each costs a server more than reading the advert; a row may be 1 MB. */
const AHEAD = 100

/** Rows in the same order, some at a time; those before a fault of the file come before it. */
export async function* batchesOf(rows: AsyncIterable<Parsed>): AsyncGenerator<readonly Parsed[]> {
  let batch: Parsed[] = []
  try {
    for await (const row of rows) {
      batch.push(row)
      if (batch.length < AHEAD) continue
      yield batch
      batch = []
    }
  } catch (error) {
    yield batch
    throw error
  }
  yield batch
}

/** What the store knows of the rows at hand, asked in one question for a batch. */
export class Known {
  readonly #vacancies: VacancyStore
  readonly #source: string
  #rows = new Map<string, Vacancy>()

  constructor(vacancies: VacancyStore, source: string) {
    this.#vacancies = vacancies
    this.#source = source
  }

  async read(batch: readonly Parsed[]): Promise<void> {
    const ids = new Set(batch.flatMap(row => (row.kind === 'header' || row.sourceId === null ? [] : [vacancyId(this.#source, row.sourceId)])))
    this.#rows = new Map(ids.size === 0 ? [] : (await this.#vacancies.get([...ids])).map(v => [v.id, v]))
  }

  /** The live vacancy of a row of the batch, by its id. */
  of(id: string): Vacancy | undefined {
    return this.#rows.get(id)
  }
}
