import type { Test } from 'tap'
import type { Engine } from '../../src/match/engine.ts'
import { abortContract } from './contract/abort.ts'
import { alertContract } from './contract/alerts.ts'
import { basicsContract } from './contract/basics.ts'
import { countContract } from './contract/counts.ts'
import { modelContract } from './contract/model.ts'
import { orderContract } from './contract/order.ts'
import { parityContract } from './contract/parity.ts'
import { predicateContract } from './contract/predicates.ts'
import { raceContract } from './contract/races.ts'
import { scoreContract } from './contract/scores.ts'
import { opener, type ContractOptions, type Suite } from './contract/subject.ts'
import { swapContract } from './contract/swap.ts'
import { writeContract } from './contract/writes.ts'

const SUITES: Readonly<Record<string, Suite>> = {
  basics: basicsContract,
  predicates: predicateContract,
  order: orderContract,
  scores: scoreContract,
  counts: countContract,
  replace: swapContract,
  'single writes': writeContract,
  alerts: alertContract,
  abort: abortContract,
  races: raceContract,
  parity: parityContract,
  model: modelContract
}

/** What every engine must do (`engines.md` 2): the embedded one and Elasticsearch pass the same suite. `make` gives a fresh, empty engine. */
export async function engineContract(t: Test, make: () => Promise<Engine>, options: ContractOptions): Promise<void> {
  const open = opener(make, options)
  for (const [name, suite] of Object.entries(SUITES))
    await t.test(name, async t => {
      await suite(t, open, options)
    })
}
