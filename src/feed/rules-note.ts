import type { ImportRun } from '../domain/import.ts'
import type { RunStore } from '../store/store.ts'

/** So many of the newest runs are looked through, the first few first: the run before is mostly among them. */
const LOOKED_THROUGH = [50, 1_000]

const takenIn = (run: ImportRun): boolean => run.state === 'switched' || run.state === 'unchanged'

/** The last run of the source that was taken in. */
export async function runBefore(runs: RunStore, run: ImportRun): Promise<ImportRun | undefined> {
  for (const limit of LOOKED_THROUGH) {
    const list = await runs.list(limit)
    const before = list.find(r => r.source === run.source && r.id !== run.id && takenIn(r))
    if (before !== undefined || list.length < limit) return before
  }
  return undefined
}

const vacancies = (n: number): string => (n === 1 ? '1 vacature' : `${n} vacatures`)

/**
 * The sentence of an import report when the rules, the tables or the reading of adverts are others than at the run of the
 * source before: `judged` known vacancies came again and were judged anew, `kept` ones did not. Null when nothing changed.
 */
export function rulesNote(before: ImportRun | undefined, run: ImportRun, count: { readonly judged: number; readonly kept: number }): string | null {
  if (before === undefined || before.rules === run.rules) return null
  const rest = count.kept === 0 ? '' : ` Niet in dit bestand: ${vacancies(count.kept)}. Met reindex worden ook die opnieuw beoordeeld.`
  return `Regels of tabellen zijn gewijzigd sinds de vorige keer: ${vacancies(count.judged)} opnieuw beoordeeld (regels ${before.rules}, nu ${run.rules}).${rest}`
}
