import type { Readable } from 'node:stream'
import type { ImportRun } from './domain/import.ts'
import type { Vacancy } from './domain/vacancy.ts'
import { vacancyId } from './feed/normalise.ts'
import { runImport, type RunContext, type RunOptions } from './feed/run.ts'
import type { Parsed, SourceFormat } from './feed/source.ts'
import type { VacancyStore } from './store/store.ts'

/** Rows read ahead: a question for each costs a server more than reading the advert; a row may be 1 MB. */
const AHEAD = 100

/** Rows in the same order, some at a time; those before a fault of the file come before it. */
async function* batchesOf(rows: AsyncIterable<Parsed>): AsyncGenerator<readonly Parsed[]> {
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

/** A format that looks the vacancies of its rows up some rows ahead, and the store that gives those without asking again. */
function ahead(vacancies: VacancyStore, format: SourceFormat): { readonly vacancies: VacancyStore; readonly format: SourceFormat } {
  let known = new Map<string, Vacancy | undefined>()
  const parse: SourceFormat['parse'] = async function* (input, options) {
    for await (const batch of batchesOf(format.parse(input, options))) {
      const ids = batch.flatMap(row => (row.kind === 'header' || row.sourceId === null ? [] : [vacancyId(options.source, row.sourceId)]))
      const found = new Map((await vacancies.get(ids)).map(v => [v.id, v]))
      known = new Map(ids.map(id => [id, found.get(id)]))
      yield* batch
    }
  }
  const get: VacancyStore['get'] = async ids => {
    const asked = ids.filter(id => !known.has(id))
    const read = new Map((asked.length === 0 ? [] : await vacancies.get(asked)).map(v => [v.id, v]))
    return ids.flatMap(id => known.get(id) ?? read.get(id) ?? [])
  }
  return {
    format: { ...format, parse },
    vacancies: new Proxy(vacancies, {
      get: (of, name) => {
        if (name === 'get') return get
        const value: unknown = Reflect.get(of, name)
        return typeof value === 'function' ? (value.bind(of) as unknown) : value
      }
    })
  }
}

/** One import (`runImport`) that asks the store for what it knows in batches, not a row at a time. */
export async function importAhead(context: RunContext, input: Readable, options: RunOptions, opened?: ImportRun): Promise<ImportRun> {
  const { vacancies, format } = ahead(context.vacancies, options.format)
  return await runImport({ ...context, vacancies }, input, { ...options, format }, opened)
}
