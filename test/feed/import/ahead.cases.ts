import { counts, expect, inWorld, rows, type WorldCase } from './case.ts'
import { ownFile } from '../files.ts'

/** What the store knows of the rows of a file is read in batches. */
export const aheadCases: readonly WorldCase[] = [
  inWorld('a file of 250 rows asks the store three times, and knows of each what it knew', async (t, world) => {
    const ids = Array.from({ length: 250 }, (_, i) => `r${i}`)
    await world.import(t, ownFile(rows(...ids.slice(0, 150))))
    const { vacancies } = world.store
    const read = vacancies.get.bind(vacancies)
    const asked: number[] = []
    vacancies.get = async of => {
      asked.push(of.length)
      return await read(of)
    }
    const run = world.import(t, ownFile(rows(...ids)))
    await expect(t, run, 'again, with a hundred more', 'switched', counts({ received: 250, unchanged: 150, new: 100 }))
    t.same(asked.slice(0, 3), [99, 100, 51], 'the header is a row of the file, too')
    t.notOk(asked.includes(1))
  })
]
