import type { Test } from 'tap'
import type { Application } from '../../src/app.ts'
import { toPublic } from '../../src/domain/projections/public.ts'
import type { Candidate } from '../../src/domain/candidate.ts'
import { explain } from '../../src/match/explain.ts'
import { scorecardOf } from '../../src/match/scorecard.ts'
import { matchText } from '../../src/match-text.ts'
import { openBars } from '../../src/match/summary.ts'
import { barLine } from '../../src/wording/bars.ts'
import { machineWords } from '../helpers/machine-words.ts'
import { all } from '../store/contract/place.ts'

/** A part of the demo is enough: every third vacancy, for every candidate another third. */
const PART = 3

/** What is shown of the demo, line by line: no code, no English, Dutch numbers. Titles, names and reasons of tables are data. */
export async function plainDutch(t: Test, app: Application): Promise<void> {
  const { candidates } = app.store.bureau('demo')
  const vacancies = await all(app.store.vacancies.ofSource('demo'))
  const found = new Set<string>()
  let lines = 0
  for (const [n, { id }] of (await candidates.list(undefined, 50)).entries()) {
    const candidate = (await candidates.get(id)) as Candidate
    const card = scorecardOf(candidate, app.now())
    for (const v of vacancies.filter((_, i) => i % PART === n % PART)) {
      const e = explain(candidate, v, card)
      const text = matchText({ ...e, vacancy: toPublic(v), reasons: [...e.reasons], questions: [...e.questions], differs: v.differs }).slice(1)
      const said = [...text.filter(l => !l.includes('Versie van de regels')), ...openBars(e).map(barLine)]
      lines += said.length
      for (const word of machineWords(said)) found.add(word)
    }
  }
  t.ok(lines > 20_000, `${lines} lines were read`)
  t.same([...found].slice(0, 20), [], 'nothing a machine would say')
}
