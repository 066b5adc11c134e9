import { ownFile } from '../files.ts'
import { inWorld, rows, type WorldCase } from './case.ts'

/** Other rules, tables or reading than at the run before: the report says so, and how many vacancies that touched. */
export const rulesCases: readonly WorldCase[] = [
  inWorld('a run with other rules says how many vacancies were judged anew, and is stored so', async (t, world) => {
    const note = async (file: string, rules: string, mode: 'full' | 'delta' = 'full'): Promise<string | null> => {
      world.wait(1)
      return (await world.import(t, file, { rules, mode })).run.note
    }
    t.equal(await note(ownFile(rows('a1', 'a2', 'a3')), 'regels-1'), null, 'the first run of a source has none before it, whatever another source had')
    t.equal(await note(ownFile(rows('a1', 'a2', 'a3')), 'regels-1'), null, 'the same rules')
    t.equal(
      await note(ownFile(rows('a1', 'a2', 'a3', 'a4')), 'regels-2'),
      'Regels of tabellen zijn gewijzigd sinds de vorige keer: 3 vacatures opnieuw beoordeeld (regels regels-1, nu regels-2).',
      'a new vacancy is not judged anew'
    )
    t.equal(await note(ownFile(rows('a1', 'a2', 'a3', 'a4')), 'regels-2'), null, 'told once')
    t.match((await world.import(t, 'geen vacatures', { rules: 'regels-3' })).run, { state: 'failed', note: null }, 'a run that fails judges nothing')
    t.equal(
      await note(ownFile(rows('a2'), { mode: 'delta' }), 'regels-3', 'delta'),
      'Regels of tabellen zijn gewijzigd sinds de vorige keer: 1 vacature opnieuw beoordeeld (regels regels-2, nu regels-3). Niet in dit bestand: 3 vacatures. Met reindex worden ook die opnieuw beoordeeld.'
    )
    await world.reopen()
    t.match(await world.store.runs.list(1), [{ rules: 'regels-3', note: /^Regels of tabellen zijn gewijzigd/ }], 'stored with the run')
  }),

  inWorld('the run before is found behind many runs of other sources', async (t, world) => {
    await world.import(t, ownFile(rows('a1')), { rules: 'regels-1' })
    const [last] = await world.store.runs.list(1)
    if (last === undefined) throw new Error('no run')
    for (let i = 0; i < 60; i++)
      await world.store.runs.create({ ...last, id: `r-${String(i).padStart(10, '0')}`, source: 'ander', startedAt: `2027-01-01T00:00:00.${100 + i}Z` })
    world.wait(1)
    t.match((await world.import(t, ownFile(rows('a1')), { rules: 'regels-2' })).run, { note: /regels regels-1, nu regels-2/ })
  })
]
