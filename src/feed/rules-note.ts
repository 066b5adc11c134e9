import type { ImportRun } from '../domain/import.ts'

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
