import { Readable } from 'node:stream'
import type { Application } from '../app.ts'
import type { Io } from '../command.ts'
import type { Vacancy } from '../domain/vacancy.ts'
import { formatOf } from '../feed/formats.ts'
import type { SourceFormat } from '../feed/source.ts'
import { generateAdverts } from '../../seed/generate.ts'
import { cpuSeconds } from './timing.ts'

export const SOURCE = 'markt'
/** This many adverts are imported for real; larger markets repeat them with other ids, places and dates. */
export const IMPORTED = 5_000

/** Imports made-up adverts through every stage; gives adverts per CPU second. */
export async function importRate(app: Application, io: Io): Promise<number> {
  const lines = [
    JSON.stringify({ kind: 'passendwerk-vacancies', version: 1, mode: 'full', source: SOURCE, generatedAt: app.now().day, count: IMPORTED }),
    ...generateAdverts(IMPORTED, app.now().day),
    JSON.stringify({ kind: 'end', count: IMPORTED })
  ]
  const before = process.cpuUsage()
  const run = await app.import(Readable.from([Buffer.from(`${lines.join('\n')}\n`)]), {
    source: SOURCE,
    format: formatOf('passendwerk') as SourceFormat,
    progress: counts => {
      io.progress(`inlezen: ${counts.received} van ${IMPORTED}`)
    }
  })
  const seconds = cpuSeconds(before)
  if (run.state !== 'switched') throw new Error(`import ${run.state}: ${run.reason ?? ''}`)
  return run.counts.received / seconds
}

/** Row number `i` of a market: an imported vacancy under another id, with place, hours and dates of another row and the codes of those. */
export function marketRow(imported: readonly Vacancy[], i: number, source = SOURCE): Vacancy {
  const v = imported[i % imported.length] as Vacancy
  const other = imported[(i * 7 + Math.floor(i / imported.length) * 13) % imported.length] as Vacancy
  const [{ locations, hours, postedAt, firstSeenAt, prepared }, id] = [other, `${source}:n-${i}`]
  const codes = { place: prepared.place, hours: prepared.hours, published: prepared.published, vacancy_id: id, source }
  return { ...v, id, source, sourceId: `n-${i}`, locations, hours, postedAt, firstSeenAt, prepared: { ...v.prepared, ...codes } }
}

/** The imported vacancies, repeated under other ids until there are `count`. */
export async function* market(imported: readonly Vacancy[], count: number, source = SOURCE): AsyncGenerator<Vacancy> {
  for (let i = 0; i < count; i++) yield marketRow(imported, i, source)
}
