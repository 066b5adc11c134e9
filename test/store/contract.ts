import type { Test } from 'tap'
import { randomHistories } from './contract/histories.ts'
import type { StorePlace } from './contract/place.ts'
import { audit, candidates, tenants } from './contract/records.ts'
import { keys, runs } from './contract/runs.ts'
import { staging } from './contract/staging.ts'
import { turns } from './contract/turns.ts'
import { writes } from './contract/writes.ts'

/**
 * The contract of the store port: every implementation passes it. `place` gives an empty place for each case; `histories`
 * is how many random histories are tried.
 */
export async function storeContract(t: Test, place: () => StorePlace, histories = 60): Promise<void> {
  const groups = { candidates, tenants, audit, runs, keys, staging, writes, turns }
  for (const [group, cases] of Object.entries(groups)) {
    await t.test(group, async t => {
      for (const [name, work] of Object.entries(cases)) {
        await t.test(name, async t => {
          const home = place()
          let store = await home.open()
          try {
            await work(t, store, async () => {
              await store.close()
              store = await home.open()
              return store
            })
          } finally {
            await store.close()
          }
        })
      }
    })
  }
  await t.test('vacancies in random histories', async t => {
    await randomHistories(t, place, histories)
  })
}
