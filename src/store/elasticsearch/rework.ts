import { VacancySchema, type Vacancy } from '../../domain/vacancy.ts'
import { assemble, bodyOf, fingerprintOf } from '../vacancy-form.ts'
import type { BulkItem } from './bulk-writes.ts'
import type { Commits } from './commit.ts'
import type { Stored } from './documents.ts'
import { shownOf, type Row } from './row.ts'
import type { State, StateFile } from './state.ts'
import { sourceOf } from './turns.ts'
import { rowIn, type VacancyDoc, type VacancyDocs } from './vacancy-docs.ts'

type Work = (v: Vacancy) => Vacancy

/** The vacancy of a row that shows, from the parts of the version that does. */
export function vacancyIn(row: Row, state: State): Vacancy | undefined {
  const source = sourceOf(state, row.source)
  const shown = shownOf(row, source)
  return shown && assemble({ ...shown.version, seen: shown.seen, lastRun: source.lastRun })
}

/** New facts and codes for the version that shows, in its place; undefined when they are the same. What a run staged is left alone. */
function reworked(row: Stored<Row>, state: State, work: Work): BulkItem<VacancyDoc> | undefined {
  const shown = shownOf(row.doc, sourceOf(state, row.doc.source))
  const v = vacancyIn(row.doc, state)
  if (shown === undefined || v === undefined) return undefined
  const next = VacancySchema.parse(work(v))
  const fingerprint = fingerprintOf(next)
  if (fingerprint === fingerprintOf(v)) return undefined
  const version = { ...shown.version, prepared: JSON.stringify(next.prepared), body: bodyOf(next), fingerprint }
  return { op: 'change', id: row.id, doc: { [shown.slot]: version }, at: row.at }
}

/** Writes every live row that differs anew, a page at a time; a new generation for each page that changed. */
export async function rework(
  { docs, file, commits }: { readonly docs: VacancyDocs; readonly file: StateFile; readonly commits: Commits },
  work: Work,
  progress?: (done: number) => void
): Promise<{ checked: number; changed: number }> {
  let [checked, changed] = [0, 0]
  // One that was cut off before it counted its last page: whoever looks must look again.
  if ((await file.read()).reworking) await commits.count(s => ({ ...s, reworking: false }))
  const { view, state } = await file.steady(
    async state => ({ view: await docs.view(), state }),
    async ({ view }) => {
      await view.close()
    }
  )
  try {
    for await (const page of view.pages({ query: { term: { kind: 'row' } }, sort: [{ id: 'asc' }] })) {
      const live = page.flatMap(found => rowIn(found) ?? []).filter(row => shownOf(row.doc, sourceOf(state, row.doc.source)) !== undefined)
      const items: Array<BulkItem<VacancyDoc>> = []
      for (const row of live) {
        items.push(...[reworked(row, state, work) ?? []].flat())
        // Reading one advert takes milliseconds: others get their turn after each, a reindex may run inside a server.
        await new Promise(setImmediate)
      }
      if (items.length > 0) {
        await file.change(s => (s.reworking ? undefined : { ...s, reworking: true }))
        changed += await write(docs, file, items, work)
        await commits.count(s => ({ ...s, reworking: false }))
      }
      checked += live.length
      progress?.(checked)
    }
  } finally {
    await view.close()
  }
  return { checked, changed }
}

/** Number of rows written; one that another writer changed meanwhile is read again. */
async function write(docs: VacancyDocs, file: StateFile, items: ReadonlyArray<BulkItem<VacancyDoc>>, work: Work): Promise<number> {
  let [open, done] = [items, 0]
  while (open.length > 0) {
    const results = await docs.bulk(open)
    const again = open.filter((_, i) => results[i] !== 'done').map(i => i.id)
    done += open.length - again.length
    const state = await file.read()
    open = (await docs.many(again)).flatMap(found => {
      const row = rowIn(found)
      return row === undefined ? [] : (reworked(row, state, work) ?? [])
    })
  }
  return done
}
